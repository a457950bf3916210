import { describe, expect, it } from "vitest";
import { askedDay } from "./asked-day.ts";

describe("the day that an address asks for", () => {
  it.each([
    [{}, null, false],
    [{ on: "2020-10-05" }, "2020-10-05", false],
    [{ on: "2020-02-30" }, null, true],
    [{ on: ["2020-10-05", "2020-10-06"] }, null, true],
    [{ on: "" }, null, true],
    [{ "on.year": "2020", "on.month": "10", "on.day": "5" }, "2020-10-05", false],
    [{ "on.year": "２０２０", "on.month": "１０", "on.day": "５" }, "2020-10-05", false],
    [{ "on.year": "", "on.month": "", "on.day": "" }, null, true],
    [{ "on.year": "2020", "on.month": "13", "on.day": "1" }, null, true],
    [{ "on.year": "2020" }, null, true],
    [{ "on.year": ["2020"], "on.month": "10", "on.day": "5" }, null, true],
    [{ other: "1" }, null, false],
  ])("in %o is %s", (query, date, invalid) => {
    expect(askedDay(query)).toMatchObject({ date, invalid });
  });

  it("leaves in the boxes what was typed", () => {
    expect(askedDay({ "on.year": "2020", "on.month": "13", "on.day": "1" }).typed).toEqual({
      year: "2020",
      month: "13",
      day: "1",
    });
  });
});
