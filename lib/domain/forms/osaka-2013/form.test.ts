import { describe, expect, it } from "vitest";
import { evaluationsOf, FORMS, fieldsOf, formOf } from "../catalogue.ts";
import type { Field, Label, Phase, TargetType } from "../form.ts";
import { osaka2013 } from "./form.ts";

/**
 * The table of shared/domain.md, section 3, field by field: `key kind`, `!` where it is always required, and
 * `! when FIELD is CODES` where it is required then. (The policy's notices are Parts of their own.)
 */
const TABLE: Record<TargetType, Record<Phase, readonly string[]>> = {
  policy: {
    PLAN: [
      "introduction text",
      "goal text !",
      "mission text !",
      "basicPolicy list !",
      "reformPlanName text",
      "contact contact",
    ],
    MID_YEAR_REVIEW: [],
    SELF_EVALUATION: ["yearEndSummary text !", "remainingIssues text !"],
  },
  issue: {
    PLAN: ["description text !", "futureState text", "currentSituation text", "causeAnalysis text", "challenge text"],
    MID_YEAR_REVIEW: [],
    SELF_EVALUATION: ["summary text !", "challenge text", "futureDirection text !"],
  },
  strategy: {
    PLAN: ["description text !", "targetState text", "outcomeIndicators indicators outcome"],
    MID_YEAR_REVIEW: [
      "progressStatus choice a b !",
      "challenge text ! when progressStatus is b",
      "improvement text ! when progressStatus is b",
    ],
    SELF_EVALUATION: [
      "outcomeActuals actuals of outcomeIndicators",
      "outcomeStatus choice A B !",
      "effectiveness choice 1 2 0 !",
      "challenge text",
      "futureDirection text !",
    ],
  },
  initiative: {
    PLAN: [
      "description text !",
      "budgetThousandYen amount !",
      "lastYearBudgetThousandYen amount",
      "settledTwoYearsAgoThousandYen amount",
      "actions text",
      "processIndicators indicators process",
      "withdrawalCriterion text",
      "priorResults text",
    ],
    MID_YEAR_REVIEW: [
      "progress text !",
      "outlook choice 1 2 !",
      "implementation choice i ii !",
      "effectiveness choice 1 2 0 !",
      "challengeAndImprovement text ! when outlook is 2",
    ],
    SELF_EVALUATION: [
      "results text !",
      "processActuals actuals of processIndicators",
      "achievement choice 1 2 3 !",
      "implementation choice i ii !",
      "settledThousandYen amount",
      "challengeAndImprovement text ! when achievement is 2 3",
    ],
  },
  reformItem: {
    PLAN: ["purpose text", "outline text", "goal text", "actions list !"],
    MID_YEAR_REVIEW: [
      "outlook choice 1 2 !",
      "implementation choice i ii !",
      "challengeAndImprovement text ! when outlook is 2",
    ],
    SELF_EVALUATION: [
      "results text !",
      "achievement choice 1 2 !",
      "implementation choice i ii !",
      "challengeAndImprovement text ! when achievement is 2",
    ],
  },
};

function inWords(field: Field): string {
  const about =
    field.kind === "choice"
      ? ` ${field.choices.map(({ code }) => code).join(" ")}`
      : field.kind === "indicators"
        ? ` ${field.indicatorKind}`
        : field.kind === "actuals"
          ? ` of ${field.of}`
          : "";
  const { required } = field;
  const must =
    required === undefined ? "" : required === true ? " !" : ` ! when ${required.field} is ${required.oneOf.join(" ")}`;
  return `${field.key} ${field.kind}${about}${must}`;
}

const sheets = Object.entries(TABLE).flatMap(([type, phases]) =>
  Object.entries(phases).map(([phase, lines]) => ({ type: type as TargetType, phase: phase as Phase, lines })),
);
const everyField = sheets.flatMap(({ type, phase }) =>
  fieldsOf("osaka-2013", type, phase).map((field) => ({ name: `${type} ${phase} ${field.key}`, type, phase, field })),
);

describe("osaka-2013", () => {
  it.each(sheets)("asks of $type in $phase what the table says", ({ type, phase, lines }) => {
    expect(osaka2013.targets[type][phase].map(inWords)).toEqual(lines);
  });

  it("has no target and no phase beside the table's", () => {
    expect(Object.keys(osaka2013.targets).sort()).toEqual(Object.keys(TABLE).sort());
    for (const target of Object.values(osaka2013.targets)) {
      expect(Object.keys(target)).toEqual(["PLAN", "MID_YEAR_REVIEW", "SELF_EVALUATION"]);
    }
  });

  it("is the form of fiscal years 2013 to 2021", () => {
    expect(osaka2013.fiscalYears).toEqual({ from: 2013, to: 2021 });
  });

  it.each(sheets)("names no field of $type in $phase twice", ({ type, phase }) => {
    const keys = osaka2013.targets[type][phase].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(everyField)("$name: field names and codes are ASCII, and codes are unique", ({ field }) => {
    expect(field.key).toMatch(/^[a-z][A-Za-z]*$/);
    if (field.kind !== "choice") return;
    const codes = field.choices.map(({ code }) => code);
    expect(codes.filter((code) => !/^[A-Za-z0-9]+$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(codes.length);
    const symbols = field.choices.map(({ symbol }) => symbol);
    expect(new Set(symbols).size).toBe(symbols.length);
    expect(symbols.every((symbol) => symbol.trim() !== "")).toBe(true);
  });

  it.each(everyField)("$name: what makes it required is a choice of the same sheet", ({ type, phase, field }) => {
    if (field.required === undefined || field.required === true) return;
    const { field: key, oneOf } = field.required;
    const decisive = fieldsOf("osaka-2013", type, phase).find((candidate) => candidate.key === key);
    expect(decisive?.kind).toBe("choice");
    const codes = decisive?.kind === "choice" ? decisive.choices.map(({ code }) => code) : [];
    expect(oneOf.length).toBeGreaterThan(0);
    expect(codes).toEqual(expect.arrayContaining([...oneOf]));
  });

  it.each(everyField)("$name: actuals are those of a planned field of indicators", ({ type, field }) => {
    if (field.kind !== "actuals") return;
    expect(fieldsOf("osaka-2013", type, "PLAN").find(({ key }) => key === field.of)?.kind).toBe("indicators");
  });

  it("says everything in both languages", () => {
    const labels: [string, Label][] = [
      ["form", osaka2013.label],
      ...Object.entries(osaka2013.headings),
      ...everyField.flatMap(({ name, field }): [string, Label][] => [
        [name, field.label],
        ...(field.hint ? [[`${name} hint`, field.hint] as [string, Label]] : []),
        ...(field.kind === "choice"
          ? field.choices.flatMap((choice): [string, Label][] => [
              [`${name} ${choice.code}`, choice.label],
              ...(choice.explanation
                ? [[`${name} ${choice.code} explained`, choice.explanation] as [string, Label]]
                : []),
            ])
          : []),
      ]),
    ];
    expect(labels.length).toBeGreaterThan(60);
    expect(labels.filter(([, { ja, en }]) => ja.trim() === "" || en.trim() === "")).toEqual([]);
    // Each in its own language: Japanese has no sentence without kana or kanji, English has neither.
    expect(labels.filter(([, { ja }]) => !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(ja))).toEqual(
      [],
    );
    expect(labels.filter(([, { en }]) => /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(en))).toEqual(
      [],
    );
  });
});

describe("the catalogue", () => {
  it("knows the form by its name and no other", () => {
    expect(formOf("osaka-2013")).toBe(osaka2013);
    expect(() => formOf("osaka-1999")).toThrow(RangeError);
    expect(new Set(FORMS.map(({ id }) => id)).size).toBe(FORMS.length);
  });

  it("lists what is evaluated and when", () => {
    expect(evaluationsOf(osaka2013).map(({ type, phase }) => `${type} ${phase}`)).toEqual([
      "policy SELF_EVALUATION",
      "issue SELF_EVALUATION",
      "strategy MID_YEAR_REVIEW",
      "strategy SELF_EVALUATION",
      "initiative MID_YEAR_REVIEW",
      "initiative SELF_EVALUATION",
      "reformItem MID_YEAR_REVIEW",
      "reformItem SELF_EVALUATION",
    ]);
  });
});
