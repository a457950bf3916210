import { describe, expect, it } from "vitest";
import { assemble, type Part } from "./edition.ts";
import { budgetOf, sheetsOf } from "./progress.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const item = (n: number) => ({
  id: id(n),
  order: n,
  code: String(n),
  title: `項目${n}`,
  featured: true,
  sectionId: null,
  predecessorIds: [],
});
const initiative = (n: number, plan: Record<string, number>): Part => ({
  type: "initiative",
  strategyId: id(3),
  ...item(n),
  plan,
});
const tree: Part[] = [
  { type: "policy", id: id(1), title: "運営方針", plan: {} },
  { type: "issue", ...item(2), plan: {} },
  { type: "strategy", issueId: id(2), ...item(3), plan: {} },
];
const content = (...parts: Part[]) => assemble([...tree, ...parts]);

describe("budgetOf", () => {
  it("adds up what is known and says for how many it is not known", () => {
    const some = content(
      initiative(10, { budgetThousandYen: 5237 }),
      initiative(11, { budgetThousandYen: 0 }),
      initiative(12, {}),
    );
    expect(budgetOf("osaka-2013", some)).toEqual({ thousandYen: 5237, known: 2, unknown: 1 });
  });

  it("unknown is not zero: where nothing is known there is no sum", () => {
    expect(budgetOf("osaka-2013", content(initiative(10, {}), initiative(11, {})))).toEqual({
      thousandYen: null,
      known: 0,
      unknown: 2,
    });
    expect(budgetOf("osaka-2013", content())).toEqual({ thousandYen: null, known: 0, unknown: 0 });
  });

  it("zero is known", () => {
    expect(budgetOf("osaka-2013", content(initiative(10, { budgetThousandYen: 0 })))).toEqual({
      thousandYen: 0,
      known: 1,
      unknown: 0,
    });
  });

  it("is this year's, not last year's", () => {
    expect(budgetOf("osaka-2013", content(initiative(10, { lastYearBudgetThousandYen: 9 }))).thousandYen).toBeNull();
  });
});

describe("sheetsOf", () => {
  const sheet = (
    type: "initiative" | "reformItem" | "policy",
    n: number,
    phase: "MID_YEAR_REVIEW" | "SELF_EVALUATION",
  ) => ({ type: "sheet", target: { type, id: id(n) }, phase, values: {} }) satisfies Part;
  const some = content(
    initiative(10, {}),
    initiative(11, {}),
    { type: "reformItem", ...item(20), plan: {} },
    sheet("initiative", 10, "MID_YEAR_REVIEW"),
    sheet("reformItem", 20, "MID_YEAR_REVIEW"),
    sheet("policy", 1, "SELF_EVALUATION"),
  );

  it("mid-year: strategies, initiatives and reform items are asked, the policy and its issues are not", () => {
    expect(sheetsOf("osaka-2013", some, "MID_YEAR_REVIEW")).toEqual({ asked: 4, released: 2 });
  });

  it("an item that joined when the round had ended is not asked", () => {
    expect(sheetsOf("osaka-2013", some, "MID_YEAR_REVIEW", [id(11)])).toEqual({ asked: 3, released: 2 });
  });

  it("year-end: everything is asked", () => {
    expect(sheetsOf("osaka-2013", some, "SELF_EVALUATION")).toEqual({ asked: 6, released: 1 });
  });
});
