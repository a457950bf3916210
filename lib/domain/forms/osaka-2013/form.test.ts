import { describe, expect, it } from "vitest";
import { evaluationsOf, FORMS, formOf } from "../catalogue.ts";
import { type Field, fieldsIn, type Phase, type TargetType } from "../form.ts";
import { osaka2013 } from "./form.ts";

/**
 * The table of shared/domain.md, section 3, field by field: `key kind`, `!` where it is always required,, and
 * `! when FIELD is CODES` where it is required then; `! when FIELD differs` where that is another grade than suggested. (The policy's notices are Parts of their own.)
 */
const TABLE: Record<TargetType, Record<Phase, readonly string[]>> = {
  policy: {
    PLAN: [
      "introduction text",
      "goal text !",
      "mission text !",
      "basicPolicy list !",
      "visionName text",
      "visionPeriod text",
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
      "gradeReason text ! when outcomeStatus differs",
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
      "gradeReason text ! when achievement differs",
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
    required === undefined
      ? ""
      : required === true
        ? " !"
        : "differsFrom" in required
          ? ` ! when ${required.differsFrom} differs`
          : ` ! when ${required.field} is ${required.oneOf.join(" ")}`;
  return `${field.key} ${field.kind}${about}${must}`;
}

const sheets = Object.entries(TABLE).flatMap(([type, phases]) =>
  Object.entries(phases).map(([phase, lines]) => ({ type: type as TargetType, phase: phase as Phase, lines })),
);
describe("osaka-2013", () => {
  it.each(sheets)("asks of $type in $phase what the table says", ({ type, phase, lines }) => {
    expect(fieldsIn(osaka2013, type, phase).map(inWords)).toEqual(lines);
  });

  it("has no target and no phase beside the table's", () => {
    expect(Object.keys(osaka2013.targets).sort()).toEqual(Object.keys(TABLE).sort());
    for (const target of Object.values(osaka2013.targets)) {
      expect(Object.keys(target ?? {})).toEqual(["PLAN", "MID_YEAR_REVIEW", "SELF_EVALUATION"]);
    }
  });

  it("is the form of fiscal years 2013 to 2021", () => {
    expect(osaka2013.fiscalYears).toEqual({ from: 2013, to: 2021 });
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
