import { describe, expect, it } from "vitest";
import { edited, type TypedNode } from "./plan-edit.ts";
import { mergePlans } from "./plan-merge.ts";
import { type Aim, nodeKey, type Opinion, type Plan, type PlanNode, plan } from "./policy.ts";
import { idOf as id } from "./testing/any-plan.ts";

const item = (n: number, code: string) => ({
  ...{ id: id(n), order: 0, code, title: `項目${code}`, featured: true, sectionId: null, predecessorIds: [], plan: {} },
});
const aim = (n: number, order: number, code = String(n)): Aim => ({
  ...{ type: "aim", id: id(n), order, code, title: `目標${code}`, text: null, predecessorIds: [] },
});
const opinion: Opinion = {
  ...{ type: "opinion", id: id(50), order: 0, source: "WARD_MEETING", date: "2021-12-10", text: "意見" },
  ...{ answer: "回答", outcome: "NOTED", change: null, itemIds: [id(11)] },
};
const strategy: PlanNode = { type: "strategy", issueId: id(10), ...item(11, "1-1") };
const base: Plan = plan.parse([
  { type: "policy", id: id(1), title: "運営方針", plan: {} },
  { type: "issue", ...item(10, "1") },
  strategy,
  aim(91, 0),
  aim(92, 1),
  opinion,
]);
const typed: TypedNode = { ...item(11, "1-1"), parentId: id(10), aimIds: [id(91)], themes: [], sdgs: [] };
const citing = (aimIds: string[]): Plan =>
  base.map((node) => (node.id === strategy.id ? { ...strategy, aimIds } : node));
const found = (nodes: readonly PlanNode[], key: string) => nodes.find((node) => nodeKey(node) === key);

describe("what a plan lists beside its items", () => {
  it("a new one comes behind the others of its kind", () => {
    const { plan: after, conflicts } = edited(base, base, { kind: "list", entry: aim(93, 0) });
    expect(conflicts).toEqual([]);
    expect(found(after, nodeKey(aim(93, 0)))).toEqual(aim(93, 2));
    expect(after.filter((node) => node.type !== "aim")).toEqual(base.filter((node) => node.type !== "aim"));
  });

  it("a known one is changed in its own place, with what somebody else changed in it meanwhile", () => {
    const now = base.map((node) => (node.id === id(50) ? { ...opinion, answer: "直した回答" } : node));
    const mine = { ...opinion, outcome: "REFLECTED" as const, change: "改めた。" };
    const { plan: after, conflicts } = edited(base, now, { kind: "list", entry: mine });
    expect(conflicts).toEqual([]);
    expect(found(after, nodeKey(opinion))).toEqual({ ...mine, answer: "直した回答" });
    const renamed = edited(base, base, { kind: "list", entry: { ...aim(92, 0), title: "別の目標" } });
    expect(found(renamed.plan, nodeKey(aim(92, 1)))).toEqual({ ...aim(92, 1), title: "別の目標" });
  });

  it("what both wrote into one field is asked about", () => {
    const now = base.map((node) => (node.id === id(50) ? { ...opinion, answer: "別の回答" } : node));
    const { conflicts } = edited(base, now, { kind: "list", entry: { ...opinion, answer: "私の回答" } });
    expect(conflicts).toEqual([
      { key: nodeKey(opinion), field: "answer", base: "回答", mine: "私の回答", theirs: "別の回答" },
    ]);
  });

  it("changes places with its neighbour", () => {
    const { plan: after } = edited(base, base, { kind: "step", key: nodeKey(aim(92, 1)), by: -1 });
    expect(found(after, nodeKey(aim(92, 1)))).toEqual(aim(92, 0));
    expect(found(after, nodeKey(aim(91, 0)))).toEqual(aim(91, 1));
  });
});

describe("the aims that items name", () => {
  it("are named by a strategy's own form, and none where none is checked", () => {
    const cited = edited(base, base, { kind: "change", key: nodeKey(strategy), node: typed });
    expect(found(cited.plan, nodeKey(strategy))).toEqual({ ...strategy, aimIds: [id(91)] });
    const none = edited(cited.plan, cited.plan, {
      kind: "change",
      key: nodeKey(strategy),
      node: { ...typed, aimIds: [] },
    });
    expect(none.plan).toEqual(base);
  });

  it("go with the aim, and what an opinion says it is about stays", () => {
    const { plan: after } = edited(base, citing([id(91), id(92)]), { kind: "remove", key: nodeKey(aim(91, 0)) });
    expect(found(after, nodeKey(strategy))).toEqual({ ...strategy, aimIds: [id(92)] });
    expect(plan.safeParse(after).success).toBe(true);
    const { plan: without } = edited(after, after, { kind: "remove", key: nodeKey(strategy) });
    expect(found(without, nodeKey(opinion))).toEqual(opinion);
  });

  it("are asked about where one removed the aim and the other newly names it", () => {
    const removed = base.filter((node) => node.id !== id(91));
    const key = nodeKey(aim(91, 0));
    const { merged, conflicts } = mergePlans(base, removed, citing([id(91)]));
    expect(conflicts.map((one) => [one.key, one.field])).toEqual([[key, "*"]]);
    expect(plan.safeParse(merged).success).toBe(true);
    const gone = mergePlans(base, removed, citing([id(91)]), { [`${key}#*`]: "mine" });
    expect(gone.conflicts).toEqual([]);
    expect(found(gone.merged, nodeKey(strategy))).toEqual(strategy);
    const kept = mergePlans(base, removed, citing([id(91)]), { [`${key}#*`]: "theirs" });
    expect(found(kept.merged, key)).toBeDefined();
    expect(found(kept.merged, nodeKey(strategy))).toEqual({ ...strategy, aimIds: [id(91)] });
  });

  it("two that were given the same code are asked about, and each has its own in the end", () => {
    const { merged, conflicts } = mergePlans(base, [...base, aim(93, 2, "3")], [...base, aim(94, 2, "3")]);
    expect(conflicts.map(({ field }) => field)).toEqual(["code"]);
    expect(plan.safeParse(merged).success).toBe(true);
  });
});
