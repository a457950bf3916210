import { describe, expect, it } from "vitest";
import { currentOn, lateItems, phasesIn } from "./edition-times.ts";
import type { EvaluationPhase } from "./forms/form.ts";

describe("the Edition that was current on a day", () => {
  const editions = [
    { number: 1, occurredAt: new Date("2020-04-01T09:00:00+09:00") },
    { number: 2, occurredAt: new Date("2020-10-02T00:30:00+09:00") },
  ];
  it.each([
    ["2020-03-31", undefined],
    ["2020-04-01", 1],
    // Half past midnight in Japan is still the day before in UTC.
    ["2020-10-01", 1],
    ["2020-10-02", 2],
    ["9999-12-31", 2],
  ])("on %s is %s", (date, number) => {
    expect(currentOn(editions, date)?.number).toBe(number);
    expect(currentOn([...editions].reverse(), date)?.number).toBe(number);
  });
});

describe("the phases that have come", () => {
  it("are those of any Edition so far, in the order of the year", () => {
    expect(phasesIn([])).toEqual([]);
    expect(phasesIn([{ phases: ["PLAN"] }])).toEqual(["PLAN"]);
    expect(phasesIn([{ phases: ["SELF_EVALUATION"] }, { phases: ["PLAN"] }, { phases: ["PLAN"] }])).toEqual([
      "PLAN",
      "SELF_EVALUATION",
    ]);
  });
});

describe("items that came too late for an evaluation", () => {
  const edition = (items: readonly string[], ...concludes: EvaluationPhase[]) => ({
    parts: Object.fromEntries(
      ["policy:p", ...items.map((id) => `initiative:${id}`), "initiative:x/MID_YEAR_REVIEW"].map((key) => [key, key]),
    ),
    concludes,
  });

  it("are none while its round has not ended", () => {
    expect(lateItems([edition(["a"]), edition(["a", "b"])]).MID_YEAR_REVIEW).toEqual([]);
  });

  it("are those that came with its end or later", () => {
    const editions = [
      edition(["a"]),
      edition(["a", "b"]),
      edition(["a", "b", "c"], "MID_YEAR_REVIEW"),
      edition(["a", "c", "d"]),
    ];
    expect(lateItems(editions)).toEqual({ MID_YEAR_REVIEW: ["c", "d"], SELF_EVALUATION: [] });
  });

  it("are not those of a first Edition that ends it at once, nor one that was away for a while", () => {
    expect(lateItems([edition(["a"], "MID_YEAR_REVIEW")]).MID_YEAR_REVIEW).toEqual([]);
    const away = [edition(["a", "b"]), edition(["a"], "MID_YEAR_REVIEW"), edition(["a", "b"])];
    expect(lateItems(away).MID_YEAR_REVIEW).toEqual([]);
  });
});
