import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assemble, type EditionContent, itemsOf, type Part } from "./edition.ts";
import {
  type Figured,
  gradesByIssue,
  leadingGrades,
  sheetMatrix,
  stageOf,
  stateCounts,
  wasPassedOver,
} from "./figures.ts";
import { gradeField } from "./forms/catalogue.ts";
import { EVALUATIONS, type EvaluationPhase, type TargetType } from "./forms/form.ts";
import type { Indicator } from "./forms/indicator.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { indicatorLines, isDrawable } from "./indicator-years.ts";
import { budgetLine, budgetOf, sheetsOf } from "./progress.ts";
import { anyPlan, idOf } from "./testing/any-plan.ts";
import type { ItemYears, YearItem } from "./years.ts";

const FORM = "osaka-2013";

/** An Edition of any plan, with budgets, sheets and settled amounts for some of its items and some of them taken down. */
const anyPolicy: fc.Arbitrary<Figured> = anyPlan.chain((plan) => {
  const some = <T>(value: T) => fc.option(fc.constant(value), { nil: undefined });
  return fc
    .record({
      budgets: fc.array(fc.option(fc.nat(9_000)), { minLength: plan.length, maxLength: plan.length }),
      sheets: fc.array(fc.tuple(fc.constantFrom("1", "2", "a", "x", null), fc.option(fc.nat(9_000)), some(true)), {
        minLength: plan.length * 2,
        maxLength: plan.length * 2,
      }),
      down: fc.array(fc.boolean(), { minLength: plan.length, maxLength: plan.length }),
      late: fc.array(fc.boolean(), { minLength: plan.length, maxLength: plan.length }),
      concluded: fc.subarray([...EVALUATIONS]),
    })
    .map(({ budgets, sheets, down, late, concluded }): Figured => {
      const parts = plan.flatMap((node, index): Part[] => {
        if (node.type === "notice" || node.type === "aim" || node.type === "opinion") return [node];
        const withheld = node.type !== "policy" && down[index] === true;
        const budget = node.type === "initiative" ? budgets[index] : null;
        const told = {
          ...node,
          plan: { ...node.plan, ...(typeof budget === "number" && !withheld ? { budgetThousandYen: budget } : {}) },
          ...(withheld ? { withheld: { reason: "RIGHTS", wording: "", since: "2021-01-01" } } : {}),
        } as Part;
        const own = EVALUATIONS.flatMap((phase, at): Part[] => {
          const [grade, settled, there] = sheets[index * 2 + at] ?? [];
          const field = gradeField(FORM, node.type as TargetType, phase);
          if (!there || withheld) return [];
          const values: SheetValues = {
            ...(field && grade ? { [field.key]: grade } : {}),
            ...(phase === "SELF_EVALUATION" && typeof settled === "number" ? { settledThousandYen: settled } : {}),
          };
          return [{ type: "sheet", target: { type: node.type as TargetType, id: node.id }, phase, values }];
        });
        return [told, ...own];
      });
      const ids = plan.filter((_, index) => late[index]).map(({ id }) => id);
      return {
        formId: FORM,
        content: assemble(parts),
        concluded,
        late: { MID_YEAR_REVIEW: ids, SELF_EVALUATION: [] },
      };
    });
});

const initiativesIn = (content: EditionContent) => itemsOf(content).filter((item) => item.type === "initiative");

describe("grades by issue", () => {
  it("count every item once, in its issue and in all", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        for (const phase of EVALUATIONS) {
          for (const { type, rows, total } of gradesByIssue(policy, phase)) {
            const items = itemsOf(policy.content).filter((item) => item.type === type);
            expect(total.count).toBe(items.length);
            expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
            for (const { count, parts } of [...rows, total]) {
              expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(count);
              expect(parts.every((part) => part.count > 0)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it("never turn an absent sheet into a grade", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        for (const { phase, type, field, total } of EVALUATIONS.flatMap((one) => gradesByIssue(policy, one))) {
          const graded = itemsOf(policy.content).filter(
            (item) => item.type === type && field.choices.some(({ code }) => code === item.sheets[phase]?.[field.key]),
          );
          const counted = total.parts.reduce((sum, { choice, count }) => sum + (choice ? count : 0), 0);
          expect(counted).toBe(graded.length);
        }
      }),
    );
  });

  it("of the latest evaluation that anything was released of lead", () => {
    const released = (...phases: EvaluationPhase[]) => small(phases.map((phase) => sheet("initiative", 300, phase)));
    expect(leadingGrades(released())).toBeNull();
    expect(leadingGrades(released("MID_YEAR_REVIEW"))?.field.key).toBe("outlook");
    expect(leadingGrades(released("MID_YEAR_REVIEW", "SELF_EVALUATION"))?.field.key).toBe("achievement");
  });
});

describe("sheets", () => {
  it("are each in one state, and those asked and released are those that progress tells of", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const rows = sheetMatrix(policy);
        expect(rows).toHaveLength(itemsOf(policy.content).length + 1);
        for (const phase of EVALUATIONS) {
          const counts = stateCounts(rows, phase);
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
          const { asked, released } = sheetsOf(FORM, policy.content, phase, policy.late?.[phase]);
          expect(counts.released).toBeGreaterThanOrEqual(released);
          expect(counts.unreleased + counts.unevaluated).toBe(asked - released);
          expect(policy.concluded.includes(phase) ? counts.unreleased : counts.unevaluated).toBe(0);
        }
      }),
    );
  });
});

describe("budgets", () => {
  it("cover every item as known, unknown or taken down, and unknown is never zero", () => {
    fc.assert(
      fc.property(anyPolicy, (policy) => {
        const initiatives = initiativesIn(policy.content) as Parameters<typeof budgetLine>[1];
        const line = budgetLine(FORM, initiatives);
        for (const amount of [line.budget, line.settled]) {
          if (amount === null) continue;
          expect(amount.known + amount.unknown + line.withheld).toBe(initiatives.length);
          expect(amount.thousandYen === null).toBe(amount.known === 0);
        }
        expect(line.budget).toEqual(budgetOf(FORM, policy.content));
        for (const { item, budget, settled, rate } of line.bearers) {
          expect(budget).toBe(item.plan.budgetThousandYen ?? null);
          if (budget === null || settled === null) expect(rate).toBeNull();
        }
        expect(line.rated).toBeLessThanOrEqual(Math.min(line.budget.known, line.settled?.known ?? 0));
        if (line.rated === 0) expect(line.rate).toBeNull();
      }),
    );
  });

  it("compare in their rate only items of which both amounts are known", () => {
    const { content } = small([
      sheet("initiative", 300, "SELF_EVALUATION", { settledThousandYen: 50 }),
      sheet("initiative", 301, "SELF_EVALUATION", { settledThousandYen: 900 }),
    ]);
    const line = budgetLine(FORM, initiativesIn(content) as Parameters<typeof budgetLine>[1]);
    expect(line.budget).toEqual({ thousandYen: 100, known: 1, unknown: 1 });
    expect(line.settled).toEqual({ thousandYen: 950, known: 2, unknown: 0 });
    expect([line.rate, line.rated]).toEqual([50, 1]);
  });

  it("of a form that asks for no settled amounts say nothing of them", () => {
    const { content } = small([]);
    expect(budgetLine("osaka-2023", content.issues).settled).toBeNull();
  });
});

describe("how far a year has come", () => {
  it("is told by what was released, and by rounds that ended", () => {
    const stage = (phases: EvaluationPhase[], concluded: EvaluationPhase[] = [], step?: "PROPOSAL" | "FINAL") =>
      stageOf({
        ...small(
          phases.map((phase) => sheet("initiative", 300, phase)),
          concluded,
        ),
        edition: { step },
      });
    expect(stage([], [], "PROPOSAL")).toBe("formulating");
    expect(stage([], [], "FINAL")).toBe("planned");
    expect(stage([])).toBe("planned");
    expect(stage(["MID_YEAR_REVIEW"])).toBe("reviewed");
    expect(stage([], ["MID_YEAR_REVIEW"])).toBe("reviewed");
    expect(stage(["MID_YEAR_REVIEW", "SELF_EVALUATION"])).toBe("evaluated");
  });

  it("passes an evaluation over where a later one has ended and its own round never did", () => {
    expect(wasPassedOver(["SELF_EVALUATION"], "MID_YEAR_REVIEW")).toBe(true);
    expect(wasPassedOver(["MID_YEAR_REVIEW", "SELF_EVALUATION"], "MID_YEAR_REVIEW")).toBe(false);
    for (const phase of EVALUATIONS) expect(wasPassedOver([], phase)).toBe(false);
    expect(wasPassedOver(["MID_YEAR_REVIEW"], "SELF_EVALUATION")).toBe(false);
  });
});

describe("an indicator through the years", () => {
  const indicator = (target: Indicator["target"]): Indicator => ({
    ...{ id: idOf(900), name: "参加者数", unit: "人", measure: "NUMBER", direction: "HIGHER", baseline: 5, target },
  });
  const item = (n: number, target: Indicator["target"], actual?: number | null): YearItem => ({
    ...{ type: "initiative", id: idOf(n), code: "1-1-1", title: "取組", predecessorIds: [] },
    plan: { processIndicators: [indicator(target)] },
    sheets: actual === undefined ? {} : { SELF_EVALUATION: { processActuals: [{ indicatorId: idOf(900), actual }] } },
  });
  const years: ItemYears = {
    ...{ slug: "ward", fiscalYear: 2022, id: idOf(2), came: "continued", from: [], siblings: [] },
    years: [
      { fiscalYear: 2021, formId: FORM, concluded: ["SELF_EVALUATION"], late: NONE, items: [item(1, 10, null)] },
      { fiscalYear: 2022, formId: FORM, concluded: [], late: NONE, items: [item(2, null)] },
    ],
  };

  it("keeps a target that is not set and an actual that is not measured as they are", () => {
    const [line] = indicatorLines(years);
    expect(
      line?.years.map(({ fiscalYear, indicator: { target }, actual, verdict, sheet: state }) => [
        ...[fiscalYear, target, actual, verdict, state],
      ]),
    ).toEqual([
      [2021, 10, null, "not-measured", "released"],
      [2022, null, null, "not-set", "unreleased"],
    ]);
    expect(line && isDrawable(line)).toBe(true);
  });

  it("is drawn only where something of it is a figure", () => {
    const [line] = indicatorLines({ ...years, years: years.years.slice(1) });
    expect(line && isDrawable(line)).toBe(false);
  });
});

const NONE = { MID_YEAR_REVIEW: [], SELF_EVALUATION: [] };

/** Issue 100 with strategy 200 and two initiatives: 300 has a budget of 100千円, of 301 none is known. */
function small(sheets: Part[], concluded: EvaluationPhase[] = []): Figured {
  const node = (n: number) => ({
    ...{ id: idOf(n), order: n, code: String(n), title: "題", featured: true, sectionId: null, predecessorIds: [] },
  });
  const content = assemble([
    { type: "policy", id: idOf(1), title: "方針", plan: {} },
    { type: "issue", ...node(100), plan: {} },
    { type: "strategy", issueId: idOf(100), ...node(200), plan: {} },
    { type: "initiative", strategyId: idOf(200), ...node(300), plan: { budgetThousandYen: 100 } },
    { type: "initiative", strategyId: idOf(200), ...node(301), plan: {} },
    ...sheets,
  ]);
  return { formId: FORM, content, concluded };
}

function sheet(type: TargetType, n: number, phase: EvaluationPhase, values: SheetValues = {}): Part {
  return { type: "sheet", target: { type, id: idOf(n) }, phase, values };
}
