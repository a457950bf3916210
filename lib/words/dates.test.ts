import { describe, expect, it } from "vitest";
import { amountWords, numberWords } from "./amounts.ts";
import { dateWords, fiscalYearWords, instantWords } from "./dates.ts";

describe("years and days, always in both calendars", () => {
  it.each([
    [2020, "令和2年度(2020年度)", "FY2020 (Reiwa\u00a02)"],
    [2019, "令和元年度(2019年度)", "FY2019 (Reiwa\u00a01)"],
    [2018, "平成30年度(2018年度)", "FY2018 (Heisei\u00a030)"],
    [1989, "平成元年度(1989年度)", "FY1989 (Heisei\u00a01)"],
  ])("fiscal year %i", (year, ja, en) => {
    expect(fiscalYearWords("ja", year)).toBe(ja);
    expect(fiscalYearWords("en", year)).toBe(en);
  });

  it.each([
    ["2020-10-02", "令和2年10月2日(2020年)", "2 October 2020 (Reiwa\u00a02)"],
    ["2019-05-01", "令和元年5月1日(2019年)", "1 May 2019 (Reiwa\u00a01)"],
    ["2019-04-30", "平成31年4月30日(2019年)", "30 April 2019 (Heisei\u00a031)"],
  ])("day %s", (day, ja, en) => {
    expect(dateWords("ja", day)).toBe(ja);
    expect(dateWords("en", day)).toBe(en);
  });

  it("an instant is told as it was in Japan", () => {
    expect(instantWords("ja", new Date("2020-03-31T15:05:00Z"))).toBe("令和2年4月1日(2020年) 00:05");
  });
});

describe("amounts", () => {
  it("are in thousand yen, with commas, negative ones with ▲ in Japanese only", () => {
    expect(amountWords("ja", 5237)).toBe("5,237千円");
    expect(amountWords("en", 5237)).toBe("5,237 thousand yen");
    expect(amountWords("ja", 0)).toBe("0千円");
    expect(numberWords("ja", -1234)).toBe("▲1,234");
    expect(numberWords("en", -1234)).toBe("−1,234");
  });
});
