import { expect, it } from "vitest";
import { assemble } from "./edition.ts";
import type { PlanNode } from "./policy.ts";
import { idOf as id } from "./testing/any-plan.ts";
import { aimsOf, visionOf } from "./vision.ts";

const item = (n: number, code: string, aims: readonly number[] = []) => ({
  ...{ id: id(n), order: n, code, title: `項目${code}`, featured: true, sectionId: null, predecessorIds: [], plan: {} },
  ...(aims.length > 0 && { aimIds: aims.map(id) }),
});
const aim = (n: number): PlanNode => ({
  ...{ type: "aim", id: id(n), order: n, code: String(n), title: `目標${n}`, text: null, predecessorIds: [] },
});
const content = assemble([
  { type: "policy", id: id(1), title: "運営方針", plan: {} },
  { type: "issue", ...item(10, "1", [92]) },
  { type: "strategy", issueId: id(10), ...item(11, "1-1", [91, 92]) },
  { type: "strategy", issueId: id(10), ...item(12, "1-2") },
  { type: "issue", ...item(20, "2") },
  { type: "strategy", issueId: id(20), ...item(21, "2-1", [91]) },
  { type: "strategy", issueId: id(20), ...item(22, "2-2") },
  ...[91, 92, 93].map(aim),
]);

it("each aim has the issues and strategies that name it, and an aim that none names is there too", () => {
  const { aims, served } = visionOf(content);
  expect(aims.map((one) => [one.aim.code, one.items.map(({ code }) => code)])).toEqual([
    ["91", ["1-1", "2-1"]],
    ["92", ["1", "1-1"]],
    ["93", []],
  ]);
  expect(served).toBe(2);
});

it("a strategy is without an aim where neither it nor its issue names one", () => {
  expect(visionOf(content).without.map(({ code }) => code)).toEqual(["2-2"]);
});

it("an item's aims stand in the order of the vision", () => {
  expect(aimsOf(content, [id(92), id(91)]).map(({ code }) => code)).toEqual(["91", "92"]);
  expect(aimsOf(content, undefined)).toEqual([]);
});
