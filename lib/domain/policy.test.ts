import { describe, expect, it } from "vitest";
import { isItem, isNode, nodeKey, type Plan, type PlanNode, plan, planMissing, planProblems } from "./policy.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const item = (n: number, code: string) => ({
  id: id(n),
  order: 0,
  code,
  title: `項目${code}`,
  featured: false,
  sectionId: null,
  predecessorIds: [],
});

const policy: PlanNode = {
  type: "policy",
  id: id(1),
  title: "令和2年度運営方針",
  plan: { goal: "目標", mission: "使命", basicPolicy: ["一", "二"] },
};
const issue: PlanNode = { type: "issue", ...item(2, "1"), plan: { description: "概要" } };
const strategy: PlanNode = { type: "strategy", issueId: id(2), ...item(3, "1-1"), plan: { description: "概要" } };
const initiative: PlanNode = {
  type: "initiative",
  strategyId: id(3),
  ...item(4, "1-1-2"),
  plan: { description: "概要", budgetThousandYen: 0 },
};
const reformItem: PlanNode = { type: "reformItem", ...item(5, "1"), plan: { actions: ["取組"] } };
const notice: PlanNode = { type: "notice", id: id(6), order: 0, kind: "OTHER", date: null, text: "お知らせ" };
const whole: Plan = [policy, issue, strategy, initiative, reformItem, notice];

describe("a plan", () => {
  it("is a policy with its items and notices, in any order", () => {
    expect(plan.parse(whole)).toEqual(whole);
    expect(plan.safeParse([...whole].reverse()).success).toBe(true);
    expect(plan.safeParse([policy]).success).toBe(true);
  });

  it.each<[string, unknown[]]>([
    ["no policy", whole.filter((node) => node !== policy)],
    ["two policies", [...whole, { ...policy, id: id(9) }]],
    ["one id twice", [...whole, { ...reformItem, id: id(2), code: "9" }]],
    ["a strategy without its issue", whole.filter((node) => node !== issue)],
    ["an initiative without its strategy", whole.filter((node) => node !== strategy)],
    ["an initiative under an issue", [policy, issue, { ...initiative, strategyId: id(2) }]],
    ["one code twice among issues", [...whole, { ...issue, id: id(9) }]],
    ["a code with a slash", [policy, { ...issue, code: "1/1" }]],
    ["a full-width code", [policy, { ...issue, code: "１" }]],
    ["an empty code", [policy, { ...issue, code: "" }]],
    ["a blank title", [policy, { ...issue, title: "\u3000" }]],
    ["a title of 401 characters", [policy, { ...issue, title: "方".repeat(401) }]],
    ["half a surrogate pair in a title", [policy, { ...issue, title: "\ud83d" }]],
    ["a negative place", [policy, { ...issue, order: -1 }]],
    ["an id that is none", [policy, { ...issue, id: "1" }]],
    ["a field that no node has", [policy, { ...issue, secret: true }]],
    ["a notice on a day that does not exist", [policy, { ...notice, date: "2020-02-30" }]],
  ])("with %s is none", (_name, nodes) => {
    expect(plan.safeParse(nodes).success).toBe(false);
  });

  it("may use one code for items of different kinds, and leave gaps", () => {
    expect(plan.safeParse([policy, { ...issue, code: "7" }, { ...reformItem, code: "7" }]).success).toBe(true);
  });
});

describe("planProblems", () => {
  it("of a good plan are none; an empty field is no problem of a draft", () => {
    expect(planProblems("osaka-2013", whole)).toEqual([]);
    expect(planProblems("osaka-2013", [{ ...policy, plan: {} }])).toEqual([]);
  });

  it("name the node and the field", () => {
    expect(
      planProblems("osaka-2013", [
        policy,
        { ...issue, plan: { description: "概要", challenge: 1 } },
        { ...initiative, plan: { budgetThousandYen: -1 } },
      ]),
    ).toEqual([
      { node: `issue:${id(2)}`, field: "challenge", code: "shape" },
      { node: `initiative:${id(4)}`, field: "budgetThousandYen", code: "shape" },
    ]);
  });

  it("find a field that the form does not know", () => {
    expect(planProblems("osaka-2013", [{ ...policy, plan: { slogan: "x" } }])).toHaveLength(1);
  });
});

describe("planMissing", () => {
  it("of a complete plan is nothing, a budget of zero is there", () => {
    expect(planMissing("osaka-2013", whole)).toEqual([]);
  });

  it("names every required field that is empty, at its node", () => {
    expect(
      planMissing("osaka-2013", [
        { ...policy, plan: { mission: "使命" } },
        { ...issue, plan: {} },
        { ...strategy, plan: {} },
        { ...initiative, plan: { description: "概要" } },
        { ...reformItem, plan: {} },
        notice,
      ]).map(({ node, field, code }) => [node.split(":")[0], field, code]),
    ).toEqual([
      ["policy", "goal", "required"],
      ["policy", "basicPolicy", "required"],
      ["issue", "description", "required"],
      ["strategy", "description", "required"],
      ["initiative", "budgetThousandYen", "required"],
      ["reformItem", "actions", "required"],
    ]);
  });
});

it("tells items, nodes and other Parts apart", () => {
  expect(whole.map((node) => isItem(node))).toEqual([false, true, true, true, true, false]);
  expect(whole.every((node) => isNode(node))).toBe(true);
  expect(["sheet", "revision", "comment"].map((type) => isNode({ type }))).toEqual([false, false, false]);
  expect(whole.map(nodeKey)).toEqual([
    `policy:${id(1)}`,
    `issue:${id(2)}`,
    `strategy:${id(3)}`,
    `initiative:${id(4)}`,
    `reformItem:${id(5)}`,
    `notice:${id(6)}`,
  ]);
});
