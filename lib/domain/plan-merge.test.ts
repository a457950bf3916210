import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, diffParts } from "./diff.ts";
import { type Choices, conflictName, mergePlans } from "./plan-merge.ts";
import { readingOrder } from "./plan-order.ts";
import { nodeKey, type Plan, type PlanNode, plan } from "./policy.ts";
import { anyPlan, idOf as id } from "./testing/any-plan.ts";

const named = (nodes: readonly PlanNode[]) => Object.fromEntries(nodes.map((node) => [nodeKey(node), node]));
const item = (n: number, code: string, order: number) => ({
  id: id(n),
  order,
  code,
  title: `項目${code}`,
  featured: false,
  sectionId: null,
  predecessorIds: [],
});
const policy: PlanNode = { type: "policy", id: id(1), title: "運営方針", plan: { goal: "目標" } };
const issue: PlanNode = { type: "issue", ...item(2, "1", 0), plan: {} };
const strategy: PlanNode = { type: "strategy", issueId: id(2), ...item(3, "1-1", 0), plan: {} };
const initiative = (n: number, order: number, description = "概要", budgetThousandYen = 100): PlanNode => ({
  type: "initiative",
  strategyId: id(3),
  ...item(n, `1-1-${n}`, order),
  plan: { description, budgetThousandYen },
});
const base: Plan = [policy, issue, strategy, initiative(11, 0), initiative(12, 1), initiative(13, 2)];
const changed = (...nodes: PlanNode[]) => base.map((old) => nodes.find((node) => node.id === old.id) ?? old);
const codes = (nodes: readonly PlanNode[]) =>
  readingOrder(nodes).flatMap((node) => (node.type === "initiative" ? [node.code] : []));

describe("mergePlans", () => {
  it("gives the other side where one changed nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        for (const [mine, theirs] of [
          [before, after],
          [after, before],
        ] as const) {
          const { merged, conflicts } = mergePlans(before, structuredClone(mine), theirs);
          expect(conflicts).toEqual([]);
          expect(named(merged)).toEqual(named(after));
        }
      }),
    );
  });

  it("gives what both made alike", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const { merged, conflicts } = mergePlans(before, after, structuredClone(after));
        expect(conflicts).toEqual([]);
        expect(named(merged)).toEqual(named(after));
      }),
    );
  });

  it("always gives a whole plan, and with every conflict settled none is left", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, fc.array(fc.boolean()), (before, mine, theirs, coins) => {
        let choices: Choices = {};
        for (let round = 0; round < 60; round += 1) {
          const { merged, conflicts } = mergePlans(before, mine, theirs, choices);
          expect(plan.safeParse(merged).success).toBe(true);
          if (conflicts.length === 0) return;
          choices = {
            ...choices,
            ...Object.fromEntries(
              conflicts.map(
                (conflict, index) =>
                  [conflictName(conflict), coins[index % (coins.length || 1)] ? "mine" : "theirs"] as const,
              ),
            ),
          };
        }
        expect.fail("conflicts without end");
      }),
    );
  });

  it("does not depend on who is who where nothing overlaps", () => {
    const mine = changed(initiative(11, 0, "別の概要"));
    const theirs = changed(initiative(11, 0, "概要", 200), initiative(12, 1, "よその概要"));
    const one = mergePlans(base, mine, theirs);
    const other = mergePlans(base, theirs, mine);
    expect(one.conflicts).toEqual([]);
    expect(named(one.merged)).toEqual(named(other.merged));
    expect(named(one.merged)).toEqual(
      named(changed(initiative(11, 0, "別の概要", 200), initiative(12, 1, "よその概要"))),
    );
    const parts = (nodes: readonly PlanNode[]) => new Map(nodes.map((node) => [nodeKey(node), node]));
    const applied = applyChanges(parts(theirs), diffParts(parts(base), parts(mine)));
    expect(Object.fromEntries(applied)).toEqual(named(one.merged));
  });

  it("asks about a field that both changed, keeps both texts, and takes the chosen one", () => {
    const mine = changed(initiative(11, 0, "私の概要"));
    const theirs = changed(initiative(11, 0, "よその概要"));
    const { conflicts } = mergePlans(base, mine, theirs);
    expect(conflicts).toEqual([
      { key: nodeKey(initiative(11, 0)), field: "description", base: "概要", mine: "私の概要", theirs: "よその概要" },
    ]);
    const [conflict] = conflicts;
    const settled = mergePlans(base, mine, theirs, { [conflict ? conflictName(conflict) : ""]: "theirs" });
    expect(settled.conflicts).toEqual([]);
    expect(named(settled.merged)).toEqual(named(theirs));
  });

  it("keeps what one removed and the other changed until it is chosen", () => {
    const mine = base.filter((node) => node.id !== id(12));
    const theirs = changed(initiative(12, 1, "よその概要"));
    const { merged, conflicts } = mergePlans(base, mine, theirs);
    expect(conflicts.map(({ field }) => field)).toEqual(["*"]);
    expect(codes(merged)).toEqual(["1-1-11", "1-1-12", "1-1-13"]);
    const [name] = conflicts.map(conflictName);
    expect(codes(mergePlans(base, mine, theirs, { [name ?? ""]: "mine" }).merged)).toEqual(["1-1-11", "1-1-13"]);
  });

  it("keeps a strategy that one removed while the other put something below it, or lets both go", () => {
    const mine = [policy, issue];
    const theirs = [...base, initiative(14, 3)];
    const { merged, conflicts } = mergePlans(base, mine, theirs);
    expect(codes(merged)).toEqual(["1-1-14"]);
    expect(conflicts.map(({ key, field }) => `${key.split(":")[0]} ${field}`)).toEqual(["strategy *"]);
    const [name] = conflicts.map(conflictName);
    expect(mergePlans(base, mine, theirs, { [name ?? ""]: "mine" }).merged).toEqual(mine);
  });

  it("puts what each added behind what it stood behind", () => {
    const mine = [...base, initiative(14, 3)];
    const theirs = [
      policy,
      issue,
      strategy,
      initiative(15, 0),
      initiative(11, 1),
      initiative(12, 2),
      initiative(13, 3),
    ];
    const { merged, conflicts } = mergePlans(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(codes(merged)).toEqual(["1-1-15", "1-1-11", "1-1-12", "1-1-13", "1-1-14"]);
  });

  it("asks about an order that both changed", () => {
    const mine = changed(initiative(11, 1), initiative(12, 0));
    const theirs = changed(initiative(12, 2), initiative(13, 1));
    const { conflicts } = mergePlans(base, mine, theirs);
    expect(conflicts.map(({ field }) => field)).toEqual(["order"]);
    const [name] = conflicts.map(conflictName);
    expect(codes(mergePlans(base, mine, theirs, { [name ?? ""]: "mine" }).merged)).toEqual([
      "1-1-12",
      "1-1-11",
      "1-1-13",
    ]);
  });

  it("asks who keeps a code that both gave to another item, and gives the other the next one", () => {
    const [mine, theirs] = [14, 15].map((n) => [...base, { ...initiative(n, 3), code: "1-1-14" } as PlanNode]);
    const { merged, conflicts } = mergePlans(base, mine ?? [], theirs ?? []);
    expect(conflicts.map(({ field }) => field)).toEqual(["code"]);
    expect(plan.safeParse(merged).success).toBe(true);
    const codeOf = (nodes: readonly PlanNode[], n: number) =>
      nodes.flatMap((node) => (node.type === "initiative" && node.id === id(n) ? [node.code] : []));
    for (const [side, kept, other] of [
      ["mine", 14, 15],
      ["theirs", 15, 14],
    ] as const) {
      const [name] = conflicts.map(conflictName);
      const settled = mergePlans(base, mine ?? [], theirs ?? [], { [name ?? ""]: side });
      expect(settled.conflicts).toEqual([]);
      expect(codeOf(settled.merged, kept)).toEqual(["1-1-14"]);
      expect(codeOf(settled.merged, other)).toEqual(["1-1-15"]);
    }
  });
});
