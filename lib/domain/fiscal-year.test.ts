import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDate,
  eraOfDate,
  eraOfFiscalYear,
  fiscalYearOf,
  fiscalYearSpan,
  isBackdated,
  tokyoDate,
} from "./fiscal-year.ts";

describe("fiscalYearOf", () => {
  it.each([
    ["2020-03-31", 2019],
    ["2020-04-01", 2020],
    ["2020-12-31", 2020],
    ["2021-01-01", 2020],
    ["2021-03-31", 2020],
    ["2021-04-01", 2021],
    ["2024-02-29", 2023],
  ])("%s lies in fiscal year %i", (date, year) => {
    expect(fiscalYearOf(date)).toBe(year);
  });

  it("has exactly the days of its span", () => {
    expect(fiscalYearSpan(2020)).toEqual({ start: "2020-04-01", end: "2021-03-31" });
    const days = fc.date({ min: new Date("1926-12-26"), max: new Date("2100-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const date = day.toISOString().slice(0, 10);
        const { start, end } = fiscalYearSpan(fiscalYearOf(date));
        expect(start <= date && date <= end).toBe(true);
      }),
    );
  });
});

describe("tokyoDate", () => {
  it.each([
    ["2020-03-31T14:59:59.999Z", "2020-03-31"],
    ["2020-03-31T15:00:00.000Z", "2020-04-01"],
    ["2020-03-31T23:59:59.000Z", "2020-04-01"],
    ["2020-12-31T15:00:00.000Z", "2021-01-01"],
    ["2024-02-28T15:00:00.000Z", "2024-02-29"],
    ["2020-04-01T00:00:00.000+09:00", "2020-04-01"],
  ])("at %s it is %s in Japan", (instant, date) => {
    expect(tokyoDate(new Date(instant))).toBe(date);
  });

  it("late on 31 March in UTC, the new fiscal year has begun in Japan", () => {
    expect(fiscalYearOf(tokyoDate(new Date("2021-03-31T14:59:59Z")))).toBe(2020);
    expect(fiscalYearOf(tokyoDate(new Date("2021-03-31T15:00:00Z")))).toBe(2021);
  });
});

describe("eras", () => {
  it.each([
    [1926, "showa", 1],
    [1988, "showa", 63],
    [1989, "heisei", 1],
    [2018, "heisei", 30],
    [2019, "reiwa", 1],
    [2020, "reiwa", 2],
    [2026, "reiwa", 8],
  ])("fiscal year %i is year %s %i", (year, era, eraYear) => {
    expect(eraOfFiscalYear(year)).toEqual({ era, year: eraYear });
  });

  it.each([
    ["1926-12-25", "showa", 1],
    ["1989-01-07", "showa", 64],
    ["1989-01-08", "heisei", 1],
    ["2019-04-30", "heisei", 31],
    ["2019-05-01", "reiwa", 1],
    ["2020-10-02", "reiwa", 2],
  ])("%s is in %s %i", (date, era, eraYear) => {
    expect(eraOfDate(date)).toEqual({ era, year: eraYear });
  });

  it("refuses what was before Shōwa", () => {
    expect(() => eraOfFiscalYear(1925)).toThrow(RangeError);
    expect(() => eraOfDate("1926-12-24")).toThrow(RangeError);
  });
});

it.each(["2021-02-29", "2021-04-31", "2021-4-1", "20210401", "2021-04-01T00:00:00Z", ""])(
  "%j is no calendar date",
  (text) => {
    expect(calendarDate.safeParse(text).success).toBe(false);
  },
);

describe("what was entered afterwards", () => {
  const at = (occurredAt: string, recordedAt: string) =>
    isBackdated({ occurredAt: new Date(occurredAt), recordedAt: new Date(recordedAt) });

  it("is what was recorded on a later day in Japan, not what was recorded a moment later", () => {
    expect(at("2020-04-01T00:00:00Z", "2020-04-01T00:00:01Z")).toBe(false);
    expect(at("2020-04-01T14:59:59Z", "2020-04-01T15:00:00Z")).toBe(true);
    expect(at("2020-04-01T00:00:00Z", "2026-11-22T00:00:00Z")).toBe(true);
  });
});
