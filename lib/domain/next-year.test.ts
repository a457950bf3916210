import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "./edition.ts";
import { sheetKey, type Target } from "./forms/form.ts";
import { type BegunYear, type CopiedYear, nextYearPlan } from "./next-year.ts";
import { type ItemNode, isItem, nodeKey, type Plan, plan, planProblems } from "./policy.ts";
import { anyPlan, idOf } from "./testing/any-plan.ts";

const yearOf = (nodes: Plan, sheets: readonly Extract<Part, { type: "sheet" }>[] = []): CopiedYear => ({
  fiscalYear: 2021,
  formId: "osaka-2013",
  parts: new Map<string, Part>([
    ...nodes.map((node) => [nodeKey(node), node] as const),
    ...sheets.map((sheet) => [sheetKey(sheet.target, sheet.phase), sheet] as const),
  ]),
  settledBefore: new Map(),
});
const to: BegunYear = { policyId: idOf(2), fiscalYear: 2022, formId: "osaka-2013" };
const newId = (id: string) => id.replace("0000-4000", "0000-5000");
const items = (nodes: Plan) => nodes.filter(isItem);

const common = (n: number, code: string) => ({
  ...{ id: idOf(n), order: n, code, title: `項目${code}`, featured: true, sectionId: idOf(801), predecessorIds: [] },
});
const indicator = {
  ...{ id: idOf(900), name: "参加者数", unit: "人", measure: "NUMBER" as const, direction: "HIGHER" as const },
  ...{ baseline: null, target: 100 },
};
const initiative: ItemNode = {
  ...{ type: "initiative", strategyId: idOf(200), ...common(300, "1-1-1") },
  plan: {
    ...{ description: "健診", budgetThousandYen: 500, lastYearBudgetThousandYen: 480, priorResults: "昔の実績" },
    processIndicators: [indicator, { ...indicator, id: idOf(901), direction: "REACH" as const }],
  },
};
const sample: Plan = [
  {
    ...{ type: "policy", id: idOf(1), title: "令和3年度(2021年度)試験区運営方針" },
    plan: { introduction: "令和3年度の", goal: "目標", mission: "使命", basicPolicy: ["一"] },
  },
  { type: "issue", ...common(100, "1"), aimIds: [idOf(500)], plan: { description: "子育て" } },
  { type: "strategy", issueId: idOf(100), ...common(200, "1-1"), plan: { description: "健診" } },
  initiative,
  { type: "reformItem", ...common(400, "1"), plan: { actions: ["窓口"] } },
  { type: "notice", id: idOf(700), order: 0, kind: "OTHER", date: null, text: "策定しました。" },
  { type: "aim", id: idOf(500), order: 0, code: "1", title: "安心", text: null, predecessorIds: [] },
];
const evaluated = {
  type: "sheet" as const,
  target: { type: "initiative", id: idOf(300) } as Target,
  phase: "SELF_EVALUATION" as const,
  values: {
    ...{ results: "12回実施した。", achievement: "1", implementation: "i", settledThousandYen: 490 },
    processActuals: [
      { indicatorId: idOf(900), actual: 90 },
      { indicatorId: idOf(901), actual: 80 },
    ],
  },
};
const only = (nodes: Plan, code: string) =>
  items(nodes).find((node) => node.type === "initiative" && node.code === code);

describe("next year's plan as a copy", () => {
  it("is a valid plan whose every item names exactly one predecessor, whatever was chosen", () => {
    fc.assert(
      fc.property(
        anyPlan,
        fc.func(fc.boolean()),
        fc.constantFrom("keep" as const, "empty" as const),
        (old, wants, targets) => {
          const itemIds = items(old).flatMap(({ id }) => (wants(id) ? [id] : []));
          const copied = nextYearPlan(yearOf(old), to, { itemIds, targets }, newId);
          expect(plan.safeParse(copied).success).toBe(true);
          for (const node of items(copied)) {
            expect(node.predecessorIds).toHaveLength(1);
            const before = items(old).find(({ id }) => id === node.predecessorIds[0]);
            expect(before).toMatchObject({ type: node.type, code: node.code, order: node.order, title: node.title });
            expect(node.id).not.toBe(before?.id);
          }
          const predecessors = items(copied).flatMap(({ predecessorIds }) => predecessorIds);
          expect(predecessors).toEqual(expect.arrayContaining(itemIds));
          expect(copied.some(({ type }) => type === "notice" || type === "opinion")).toBe(false);
        },
      ),
    );
  });

  it("holds nothing but the policy and the aims where nothing was chosen", () => {
    fc.assert(
      fc.property(anyPlan, (old) => {
        const copied = nextYearPlan(yearOf(old), to, { itemIds: [], targets: "keep" }, newId);
        expect(copied.filter(({ type }) => type !== "policy" && type !== "aim")).toEqual([]);
      }),
    );
  });

  it("is the same whether an item is chosen or all below it are", () => {
    const copied = nextYearPlan(yearOf(sample), to, { itemIds: [idOf(300)], targets: "keep" }, newId);
    expect(items(copied).map(({ type }) => type)).toEqual(["issue", "strategy", "initiative"]);
    expect(copied.find(({ type }) => type === "aim")).toMatchObject({ predecessorIds: [idOf(500)] });
    expect(copied.find(({ type }) => type === "issue")).toMatchObject({ aimIds: [newId(idOf(500))] });
  });

  it("moves amounts on a year, results to the results so far, and what was measured to an empty baseline", () => {
    const year = { ...yearOf(sample, [evaluated]), settledBefore: new Map([[idOf(300), 470]]) };
    const copied = nextYearPlan(year, to, { itemIds: [idOf(300)], targets: "empty" }, newId);
    expect(only(copied, "1-1-1")?.plan).toEqual({
      description: "健診",
      lastYearBudgetThousandYen: 500,
      settledTwoYearsAgoThousandYen: 470,
      priorResults: "12回実施した。",
      processIndicators: [
        { ...indicator, baseline: 90, target: null },
        // From which side REACH is judged is not for a copy to say.
        { ...indicator, id: idOf(901), direction: "REACH", baseline: null, target: null },
      ],
    });
    expect(planProblems(to.formId, copied)).toEqual([]);
  });

  it("leaves unknown what is unknown, and keeps what was written where nothing newer is released", () => {
    const { budgetThousandYen: _, ...unknown } = initiative.plan;
    const old = sample.map((node) => (node === initiative ? { ...initiative, plan: unknown } : node));
    const copied = nextYearPlan(yearOf(old), to, { itemIds: [idOf(300)], targets: "keep" }, newId);
    expect(only(copied, "1-1-1")?.plan).toEqual({
      description: "健診",
      priorResults: "昔の実績",
      processIndicators: initiative.plan.processIndicators,
    });
  });

  it.each([
    ["令和3年度(2021年度)試験区運営方針", "令和4年度(2022年度)試験区運営方針"],
    ["令和３年度 試験区運営方針", "令和４年度 試験区運営方針"],
    ["試験区運営方針", "試験区運営方針"],
  ])("names its own year where the old title named the old one: %s", (title, expected) => {
    const old = sample.map((node) => (node.type === "policy" ? { ...node, title } : node));
    expect(nextYearPlan(yearOf(old), to, { itemIds: [], targets: "keep" }, newId)[0]).toMatchObject({
      ...{ id: idOf(2), title: expected, plan: { goal: "目標", mission: "使命", basicPolicy: ["一"] } },
    });
  });

  it("copies to another form only what both have", () => {
    const newer = { ...to, fiscalYear: 2023, formId: "osaka-2023" };
    const itemIds = [idOf(300), idOf(400)];
    const copied = nextYearPlan(yearOf(sample), newer, { itemIds, targets: "keep" }, newId);
    expect(items(copied).map(({ type, plan: own }) => [type, own])).toEqual([["issue", {}]]);
    expect(planProblems(newer.formId, copied)).toEqual([]);
  });
});
