import { describe, expect, it } from "vitest";
import { cityQuery } from "./city-query.ts";

const read = (query: Record<string, string | string[]>) => cityQuery(query, [2020, 2021]);

describe("what the front page is asked", () => {
  it("is read from its three boxes", () => {
    expect(read({ text: " 区 ", year: "2020", stage: "reviewed" })).toEqual({
      ...{ text: "区", fiscalYear: 2020, stage: "reviewed", misunderstood: [] },
    });
    const nothing = { text: "", fiscalYear: null, stage: null, misunderstood: [] };
    expect(read({})).toEqual(nothing);
    expect(read({ text: "", year: "", stage: "" })).toEqual(nothing);
    expect(read({ year: ["2021", "2020"] }).fiscalYear).toBe(2021);
  });

  it.each([
    ["year", "1999"],
    ["year", "abcd"],
    ["year", "20200"],
    ["stage", "released"],
    ["stage", "__proto__"],
    ["text", "あ".repeat(101)],
  ])("is left out and told where %s=%s is nothing that can be asked", (name, value) => {
    const { misunderstood, ...rest } = read({ [name]: value });
    expect(rest).toEqual({ text: "", fiscalYear: null, stage: null });
    expect(misunderstood).toEqual([{ name, value: value.slice(0, 60) }]);
  });
});
