import { describe, expect, it } from "vitest";
import { assemble, itemsOf } from "./edition.ts";
import { placeOf } from "./placed.ts";
import { idOf } from "./testing/any-plan.ts";

const node = (n: number, code: string) => ({
  ...{ id: idOf(n), order: n, code, title: code, featured: true, sectionId: null, predecessorIds: [], plan: {} },
});
const content = assemble([
  { type: "policy", id: idOf(1), title: "方針", plan: {} },
  { type: "issue", ...node(2, "1") },
  { type: "issue", ...node(3, "2") },
  { type: "strategy", issueId: idOf(2), ...node(4, "1-1") },
  { type: "strategy", issueId: idOf(3), ...node(5, "2-4") },
  { type: "initiative", strategyId: idOf(4), ...node(6, "1-1-2") },
  { type: "initiative", strategyId: idOf(5), ...node(7, "2-4-1") },
  { type: "reformItem", ...node(8, "1") },
]);

describe("where an item stands", () => {
  it("is below its strategy and its issue, between its neighbours of the same kind", () => {
    const placed = placeOf(content, "initiative", "2-4-1");
    expect(placed?.above.map(({ type, code }) => [type, code])).toEqual([
      ["issue", "2"],
      ["strategy", "2-4"],
    ]);
    // The neighbour stands below another issue: one reads on across them.
    expect([placed?.previous?.code, placed?.next]).toEqual(["1-1-2", undefined]);
    expect(placeOf(content, "strategy", "1-1")?.above.map(({ code }) => code)).toEqual(["1"]);
    expect(placeOf(content, "strategy", "1-1")?.below.map(({ code }) => code)).toEqual(["1-1-2"]);
    expect(placeOf(content, "issue", "1")?.next?.code).toBe("2");
  });

  it("is told for every item, and codes of another kind are none", () => {
    for (const item of itemsOf(content)) expect(placeOf(content, item.type, item.code)?.item).toBe(item);
    expect(placeOf(content, "reformItem", "1")).toMatchObject({ above: [], below: [], previous: undefined });
    expect(placeOf(content, "reformItem", "2")).toBeUndefined();
    expect(placeOf(content, "initiative", "1")).toBeUndefined();
  });
});
