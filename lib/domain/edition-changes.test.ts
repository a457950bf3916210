import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "./edition.ts";
import { editionChanges, itemCounts, nothingChanged } from "./edition-changes.ts";
import { isItem, nodeKey, type PlanNode } from "./policy.ts";
import { anyPlan, idOf as id } from "./testing/any-plan.ts";

const item = (n: number, code: string) => ({
  id: id(n),
  order: 0,
  code,
  title: `項目${n}`,
  featured: false,
  sectionId: null as string | null,
  predecessorIds: [],
  plan: { description: "概要" },
});
const policy: PlanNode = { type: "policy", id: id(1), title: "運営方針", plan: { goal: "目標" } };
const issue: PlanNode = { type: "issue", ...item(2, "1") };
const strategy: PlanNode = { type: "strategy", issueId: id(2), ...item(3, "1-1") };
const initiative: PlanNode = { type: "initiative", strategyId: id(3), ...item(4, "1-1-1") };
const other: PlanNode = { type: "initiative", strategyId: id(3), ...item(5, "1-1-2"), order: 1 };
const whole = [policy, issue, strategy, initiative, other];

const sheet = (
  n: number,
  progress: string,
  phase: "MID_YEAR_REVIEW" | "SELF_EVALUATION" = "MID_YEAR_REVIEW",
): Part => ({ type: "sheet", target: { type: "initiative", id: id(n) }, phase, values: { progress, outlook: "1" } });

const parts = (nodes: readonly PlanNode[], ...sheets: Part[]) =>
  new Map<string, Part>([
    ...nodes.map((node): [string, Part] => [nodeKey(node), node]),
    ...sheets.flatMap((part): [string, Part][] =>
      part.type === "sheet" ? [[`initiative:${part.target.id}/${part.phase}`, part]] : [],
    ),
  ]);
const replaced = (node: PlanNode) => whole.map((old) => (old.id === node.id ? node : old));

describe("what changed from one Edition to another", () => {
  it("tells released sheets in the order of their targets, with what they are called", () => {
    const { nodes, sheets } = editionChanges(parts(whole), parts(whole, sheet(5, "二"), sheet(4, "一")));
    expect(nodes).toEqual([]);
    expect(sheets.map(({ kind, target, after }) => [kind, target.code, after?.progress])).toEqual([
      ["added", "1-1-1", "一"],
      ["added", "1-1-2", "二"],
    ]);
  });

  it("tells a replaced sheet field by field", () => {
    const { sheets } = editionChanges(parts(whole, sheet(4, "一")), parts(whole, sheet(4, "二")));
    expect(sheets).toMatchObject([
      { kind: "changed", phase: "MID_YEAR_REVIEW", fields: [{ field: "progress", before: "一", after: "二" }] },
    ]);
    expect(sheets[0]?.fields).toHaveLength(1);
  });

  it("leaves the sheet of a removed item to the item, in whichever Edition it still lies", () => {
    const without = whole.filter((node) => node !== initiative);
    const left = parts(without, sheet(4, "一"));
    expect(editionChanges(parts(whole, sheet(4, "一")), left)).toMatchObject({
      nodes: [{ kind: "removed" }],
      sheets: [],
    });
    expect(editionChanges(parts(without), left)).toEqual({ nodes: [], sheets: [] });
  });

  it("does not tell which section answers for an item", () => {
    const moved = { ...initiative, sectionId: id(801) } as PlanNode;
    expect(nothingChanged(editionChanges(parts(whole), parts(replaced(moved))))).toBe(true);
    const also = { ...moved, title: "新しい名称" } as PlanNode;
    const { nodes } = editionChanges(parts(whole), parts(replaced(also)));
    expect(nodes.map(({ fields }) => fields.map(({ field }) => field))).toEqual([["title"]]);
    const born = { ...other, id: id(6), code: "1-1-3", order: 2, sectionId: id(801) } as PlanNode;
    const [added] = editionChanges(parts(whole), parts([...whole, born])).nodes;
    expect(added?.fields.map(({ field }) => field)).not.toContain("sectionId");
  });

  it("is nothing between an Edition and itself, and finds every item that only one of two has", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        expect(nothingChanged(editionChanges(parts(before), parts(before)))).toBe(true);
        const { nodes } = editionChanges(parts(before), parts(after));
        const added = after.filter((node) => !before.some((old) => nodeKey(old) === nodeKey(node)));
        expect(nodes.filter(({ kind }) => kind === "added")).toHaveLength(added.length);
        const counts = itemCounts(parts(after));
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(after.filter(isItem).length);
      }),
      { numRuns: 40 },
    );
  });
});
