import fc from "fast-check";
import type { SheetValues } from "../forms/sheet.ts";
import { type Plan, type PlanNode, plan } from "../policy.ts";

/** Plans as they come: for laws that hold of every plan. */

export const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const text = fc.constantFrom("", "防災訓練を行う。", "防災訓練を3回行う。", "見守りを続ける。", "⽅針の見直し");
const indicators = fc.uniqueArray(
  fc.record({
    id: fc.nat(3).map((n) => idOf(900 + n)),
    name: fc.constantFrom("参加者数", "満足度"),
    unit: fc.constantFrom("人", null),
    measure: fc.constant("NUMBER" as const),
    direction: fc.constant("HIGHER" as const),
    baseline: fc.constantFrom(null, 0),
    target: fc.constantFrom(null, 0, 100),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
);
const sections = [null, idOf(801), idOf(802)] as const;

const values = fc
  .record({ description: text, actions: fc.array(text, { maxLength: 2 }) }, { requiredKeys: [] })
  .map((record): SheetValues => ({ ...record }));

interface Shape {
  readonly n: number;
  readonly order: number;
  readonly parent: number;
  readonly featured: boolean;
  readonly title: string;
  readonly section: number;
  readonly plan: SheetValues;
}

const shape = (from: number): fc.Arbitrary<Shape> =>
  fc.record({
    n: fc.nat(5).map((n) => from + n),
    order: fc.nat(4),
    parent: fc.nat(5),
    featured: fc.boolean(),
    title: fc.constantFrom("健康づくり", "防災力の向上", "子育て支援"),
    section: fc.nat(2),
    plan: values,
  });

const shapes = (from: number, maxLength: number) => fc.uniqueArray(shape(from), { selector: ({ n }) => n, maxLength });

/** A valid plan. Items have ids of a small range, so that two plans share some, and moves and reorderings happen. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    goal: text,
    issues: shapes(100, 3),
    strategies: shapes(200, 4),
    initiatives: shapes(300, 6),
    reformItems: shapes(400, 3),
    aims: shapes(500, 3),
    opinions: shapes(600, 2),
    indicators,
  })
  .map(({ goal, issues, strategies, initiatives, reformItems, aims, opinions, indicators: list }) => {
    const item = ({ n, order, featured, title, section, plan: own }: Shape) => ({
      id: idOf(n),
      order,
      code: String(n),
      title,
      featured,
      sectionId: sections[section] ?? null,
      predecessorIds: [],
      plan: own,
    });
    /** Strategies serve an aim where there is one. */
    const serving = ({ parent }: Shape) => {
      const cited = aims[parent];
      return cited ? { aimIds: [idOf(cited.n)] } : {};
    };
    const under = (parents: readonly Shape[], { parent }: Shape) => parents[parent % Math.max(1, parents.length)];
    const nodes: PlanNode[] = [
      { type: "policy", id: idOf(1), title: "運営方針", plan: goal ? { goal } : {} },
      ...issues.map((one): PlanNode => ({ type: "issue", ...item(one) })),
      ...strategies.flatMap((one): PlanNode[] => {
        const issue = under(issues, one);
        return issue ? [{ type: "strategy", issueId: idOf(issue.n), ...item(one), ...serving(one) }] : [];
      }),
    ];
    const held = strategies.filter((one) => under(issues, one) !== undefined);
    nodes.push(
      ...initiatives.flatMap((one): PlanNode[] => {
        const strategy = under(held, one);
        if (!strategy) return [];
        const { plan: own, ...rest } = item(one);
        const plans = { ...own, ...(list.length > 0 ? { processIndicators: list } : {}) };
        const tags = one.featured ? { themes: ["disaster"], sdgs: one.section > 0 ? ["11", "13"] : ["11"] } : {};
        return [{ type: "initiative", strategyId: idOf(strategy.n), ...rest, plan: plans, ...tags }];
      }),
      ...reformItems.map((one): PlanNode => ({ type: "reformItem", ...item(one) })),
      ...aims.map(
        ({ n, order, title }): PlanNode => ({
          ...{ type: "aim", id: idOf(n), order, code: String(n), title, text: null, predecessorIds: [] },
        }),
      ),
      ...opinions.map(
        ({ n, order, title, featured }): PlanNode => ({
          ...{ type: "opinion", id: idOf(n), order, source: "WARD_MEETING", date: "2020-02-14", text: title },
          ...{ answer: "今後の参考とします。", outcome: featured ? "REFLECTED" : "NOTED", change: null, itemIds: [] },
        }),
      ),
    );
    return plan.parse(nodes);
  });
