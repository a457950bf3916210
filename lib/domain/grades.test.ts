import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldsOf } from "./forms/catalogue.ts";
import type { ChoiceField } from "./forms/form.ts";
import type { Indicator } from "./forms/indicator.ts";
import { missingFields, type SheetValues } from "./forms/sheet.ts";
import { differsFromSuggested, judge, suggestedGrade, type Verdict, warningsOf } from "./grades.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const indicator = (given: Partial<Indicator> = {}): Indicator => ({
  id: id(1),
  name: "参加者数",
  unit: "人",
  measure: "NUMBER",
  direction: "HIGHER",
  baseline: null,
  target: 80,
  ...given,
});

describe("one indicator", () => {
  it.each<[string, Partial<Indicator>, number | string | null, Verdict]>([
    ["as many as wanted", {}, 80, "met"],
    ["one fewer", {}, 79, "missed"],
    ["fewer where fewer is better", { direction: "LOWER" }, 79, "met"],
    ["one more where fewer is better", { direction: "LOWER" }, 81, "missed"],
    ["zero wanted and zero counted", { direction: "LOWER", target: 0 }, 0, "met"],
    ["zero wanted and one counted", { direction: "LOWER", target: 0 }, 1, "missed"],
    ["zero wanted, more is better", { target: 0 }, 0, "met"],
    ["reached from below", { direction: "REACH", baseline: 50 }, 85, "met"],
    ["not reached from below", { direction: "REACH", baseline: 50 }, 79, "missed"],
    ["reached from above", { direction: "REACH", baseline: 100 }, 70, "met"],
    ["not reached from above", { direction: "REACH", baseline: 100 }, 81, "missed"],
    ["reached from nowhere in particular", { direction: "REACH" }, 80, "met"],
    ["kept", { direction: "KEEP", baseline: 80 }, 80, "met"],
    ["overshot what was to be kept", { direction: "KEEP", baseline: 80 }, 81, "missed"],
    ["no target", { target: null }, 80, "not-set"],
    ["neither target nor measurement", { target: null }, null, "not-set"],
    ["no measurement", {}, null, "not-measured"],
    ["a qualitative one without a word", { measure: "QUALITATIVE", target: "整備" }, null, "not-measured"],
    ["a target in words", { measure: "QUALITATIVE", target: "計画の策定" }, "策定した", "qualitative"],
    ["an actual in words", {}, "約八十人", "qualitative"],
  ])("%s", (_name, given, actual, verdict) => {
    expect(judge(indicator(given), actual)).toBe(verdict);
  });

  const figure = fc.integer({ min: -1000, max: 1000 });

  it("higher and lower mirror each other", () => {
    fc.assert(
      fc.property(figure, figure, (target, actual) => {
        const up = judge(indicator({ target }), actual);
        expect(judge(indicator({ direction: "LOWER", target: -target }), -actual)).toBe(up);
      }),
    );
  });

  it("both are met exactly at the target and nowhere else", () => {
    fc.assert(
      fc.property(figure, figure, (target, actual) => {
        const both = [judge(indicator({ target }), actual), judge(indicator({ direction: "LOWER", target }), actual)];
        expect(both.every((verdict) => verdict === "met")).toBe(actual === target);
        expect(both).toContain("met");
        expect(judge(indicator({ direction: "KEEP", target }), actual) === "met").toBe(actual === target);
      }),
    );
  });

  it("what is higher is never worse where higher is better", () => {
    fc.assert(
      fc.property(figure, figure, fc.nat(50), (target, actual, more) => {
        fc.pre(judge(indicator({ target }), actual) === "met");
        expect(judge(indicator({ target }), actual + more)).toBe("met");
      }),
    );
  });
});

const fields = fieldsOf("osaka-2013", "initiative", "SELF_EVALUATION");
const achievement = fields.find((field): field is ChoiceField => field.key === "achievement") as ChoiceField;
const two: SheetValues = {
  processIndicators: [indicator(), indicator({ id: id(2), name: "苦情", direction: "LOWER", target: 0 })],
  budgetThousandYen: 1000,
};
const sheet = (first: number | null, second: number | null, given: SheetValues = {}): SheetValues => ({
  processActuals: [
    { indicatorId: id(1), actual: first },
    { indicatorId: id(2), actual: second },
  ],
  ...given,
});

describe("a suggested grade", () => {
  it.each([
    [80, 0, "1"],
    [79, 0, "2"],
    [80, 1, "2"],
    [79, 1, "2"],
    [80, null, "1"],
    [null, 1, "2"],
    [null, null, null],
  ])("of %s and %s is %s", (first, second, code) => {
    expect(suggestedGrade(achievement, sheet(first, second), two).code).toBe(code);
  });

  it("is nothing without indicators, and what the form has for that where it has it", () => {
    expect(suggestedGrade(achievement, sheet(80, 0), {})).toEqual({ code: null, verdicts: [] });
    const field = fieldsOf("osaka-2023", "issue", "SELF_EVALUATION").find(({ key }) => key === "achievement");
    expect(field?.kind === "choice" && suggestedGrade(field, {}, {}).code).toBe("0");
  });

  it("asks for a reason where another is chosen, but not where the other says no less", () => {
    expect(differsFromSuggested(achievement, sheet(79, 0, { achievement: "1" }), two)).toBe(true);
    expect(differsFromSuggested(achievement, sheet(79, 0, { achievement: "2" }), two)).toBe(false);
    expect(differsFromSuggested(achievement, sheet(79, 0, { achievement: "3" }), two)).toBe(false);
    expect(differsFromSuggested(achievement, sheet(80, 0, { achievement: "3" }), two)).toBe(true);
    expect(differsFromSuggested(achievement, sheet(79, 0), two)).toBe(false);
    const lacks = (values: SheetValues) => missingFields(fields, values, two).map(({ field }) => field);
    expect(lacks(sheet(79, 0, { achievement: "1" }))).toContain("gradeReason");
    expect(lacks(sheet(79, 0, { achievement: "1", gradeReason: "会場の都合" }))).not.toContain("gradeReason");
    expect(lacks(sheet(80, 0, { achievement: "1" }))).not.toContain("gradeReason");
  });
});

describe("warnings", () => {
  const codes = (values: SheetValues, plan: SheetValues = two) =>
    warningsOf(fields, values, plan).map(({ field, code, indicators }) => [field, code, ...indicators].join(" "));

  it("point out a grade that its indicators contradict", () => {
    expect(codes(sheet(79, 0, { achievement: "1" }))).toEqual(["achievement missed-but-good 参加者数"]);
    expect(codes(sheet(80, 0, { achievement: "2" }))).toEqual(["achievement met-but-bad 参加者数 苦情"]);
    expect(codes(sheet(null, null, { achievement: "1" }))).toEqual(["achievement unmeasured-but-graded 参加者数 苦情"]);
    expect(codes(sheet(80, null, { achievement: "1" }))).toEqual(["achievement partly-unmeasured 苦情"]);
  });

  it("point out a target that is not set, words for a figure, and more spent than budgeted", () => {
    const plan = { ...two, processIndicators: [indicator({ target: null }), indicator({ id: id(2) })] };
    const values: SheetValues = {
      processActuals: [{ indicatorId: id(2), actual: "約八十人" }],
      settledThousandYen: 1001,
    };
    expect(codes(values, plan)).toEqual([
      "processActuals target-not-set 参加者数",
      "processActuals words-for-figure 参加者数",
      "settledThousandYen over-budget",
    ]);
  });

  it("are none where nothing contradicts, and none of an empty sheet", () => {
    expect(codes(sheet(80, 0, { achievement: "1", settledThousandYen: 1000 }))).toEqual([]);
    expect(codes(sheet(79, 1, { achievement: "3" }))).toEqual([]);
    expect(codes({})).toEqual([]);
  });
});
