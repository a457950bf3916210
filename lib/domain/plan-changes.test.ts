import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planChanges, touchedSections } from "./plan-changes.ts";
import { below, readingOrder } from "./plan-order.ts";
import { nodeKey, type PlanNode } from "./policy.ts";
import { anyPlan, idOf as id } from "./testing/any-plan.ts";

const A = id(801);
const B = id(802);
const item = (n: number, code: string, order: number, sectionId: string | null = A) => ({
  id: id(n),
  order,
  code,
  title: `項目${n}`,
  featured: false,
  sectionId,
  predecessorIds: [],
  plan: { description: "概要" },
});
const policy: PlanNode = { type: "policy", id: id(1), title: "運営方針", plan: { goal: "目標" } };
const issue = (n: number, code: string, order = 0): PlanNode => ({ type: "issue", ...item(n, code, order, null) });
const strategy = (n: number, issueId: number, code: string, order = 0): PlanNode => ({
  type: "strategy",
  issueId: id(issueId),
  ...item(n, code, order),
});
const initiative = (
  n: number,
  strategyId: number,
  code: string,
  order: number,
  section: string | null = A,
): PlanNode => ({
  type: "initiative",
  strategyId: id(strategyId),
  ...item(n, code, order, section),
});
const reformItem = (n: number, order: number, section: string | null = A): PlanNode => ({
  type: "reformItem",
  ...item(n, String(n), order, section),
});
const whole = [
  policy,
  issue(2, "1"),
  strategy(3, 2, "1-1"),
  strategy(4, 2, "1-2", 1),
  initiative(5, 3, "1-1-2", 0),
  initiative(6, 3, "1-1-3", 1, B),
  initiative(7, 3, "1-1-4", 2),
];
const withNode = (node: PlanNode) => whole.map((old) => (old.id === node.id ? node : old));
const told = (after: readonly PlanNode[]) =>
  planChanges(whole, after).map(({ key, kind, renumbered, moved, reordered, fields }) => ({
    at: `${kind} ${key.split(":")[0]} ${Number(key.slice(-12))}`,
    ...(renumbered ? { renumbered } : {}),
    ...(moved ? { moved } : {}),
    ...(reordered ? { reordered } : {}),
    ...(fields.length > 0 ? { fields: fields.map(({ field }) => field) } : {}),
  }));

describe("planChanges", () => {
  it("of any plan and itself are none", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(planChanges(plan, structuredClone(plan))).toEqual([]);
      }),
    );
  });

  it("are none only where every text, code, place and section is the same", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        if (planChanges(before, after).length > 0) return;
        const read = (nodes: readonly PlanNode[]) => readingOrder(nodes).map((node) => ({ ...node, order: 0 }));
        expect(read(after)).toEqual(read(before));
      }),
    );
  });

  it("do not tell of items that make room for one that is put before them", () => {
    const after = [
      ...withNode(initiative(5, 3, "1-1-2", 1)).filter(({ id: own }) => own !== id(6) && own !== id(7)),
      initiative(6, 3, "1-1-3", 2, B),
      initiative(7, 3, "1-1-4", 3),
      initiative(8, 3, "1-1-1", 0),
    ];
    expect(told(after)).toEqual([{ at: "added initiative 8", fields: expect.any(Array) }]);
  });

  it("tell a renumbered item, one moved below another strategy, and one that changed places, as such", () => {
    expect(told(withNode(initiative(5, 3, "1-1-1", 0)))).toEqual([
      { at: "changed initiative 5", renumbered: { from: "1-1-2", to: "1-1-1" } },
    ]);
    expect(told(withNode(initiative(5, 4, "1-1-2", 0)))).toEqual([
      {
        at: "changed initiative 5",
        moved: { from: expect.objectContaining({ code: "1-1" }), to: expect.objectContaining({ code: "1-2" }) },
      },
    ]);
    const first = whole.map((node) =>
      node.type === "initiative" ? { ...node, order: node.id === id(7) ? 0 : node.order + 1 } : node,
    );
    expect(told(first)).toEqual([{ at: "changed initiative 7", reordered: true }]);
  });

  it("stand in reading order, what is gone where it stood", () => {
    const after = whole.filter(({ id: own }) => own !== id(6));
    const text = after.map((node) => (node.type === "issue" ? { ...node, title: "別の名称" } : node));
    expect(told(text)).toEqual([
      { at: "changed issue 2", fields: ["title"] },
      { at: "removed initiative 6", fields: expect.any(Array) },
    ]);
  });
});

describe("touchedSections", () => {
  const before = [policy, reformItem(11, 0), reformItem(12, 1, B)];
  const changed = (...nodes: PlanNode[]) => {
    const ids = new Set(nodes.map((node) => node.id));
    return touchedSections(before, [...before.filter((node) => !ids.has(node.id)), ...nodes]);
  };

  it("of an unchanged plan are none", () => expect(changed()).toEqual([]));
  it("of a changed item is its own", () => {
    expect(changed({ ...reformItem(11, 0), title: "別の名称" } as PlanNode)).toEqual([A]);
  });
  it("of an item that changes hands are both", () => expect(changed(reformItem(11, 0, B))).toEqual([A, B]));
  it("of a removed and of an added item count too", () => {
    expect(touchedSections(before, before.slice(0, 2))).toEqual([B]);
    expect(changed(reformItem(13, 2, B))).toEqual([B]);
  });
  it("are named once each", () => {
    expect(changed({ ...reformItem(11, 0), title: "別の名称" } as PlanNode, reformItem(13, 2))).toEqual([A]);
  });
  it("of items that only make room are not concerned", () => {
    expect(changed(reformItem(13, 0, A), reformItem(11, 1), reformItem(12, 2, B))).toEqual([A]);
  });
  it("of the policy itself, a notice or an item without a section is null", () => {
    expect(changed({ ...policy, title: "別の名称" } as PlanNode)).toEqual([null]);
    expect(changed({ type: "notice", id: id(5), order: 0, kind: "OTHER", date: null, text: "お知らせ" })).toEqual([
      null,
    ]);
    expect(changed(reformItem(13, 2, null))).toEqual([null]);
  });
});

describe("readingOrder", () => {
  it("has every node once, children behind their parents", () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const order = readingOrder(plan);
        expect(order.map(nodeKey).sort()).toEqual(plan.map(nodeKey).sort());
        for (const [index, node] of order.entries()) {
          for (const child of below(plan, node.id)) expect(order.indexOf(child)).toBeGreaterThan(index);
        }
      }),
    );
  });
});
