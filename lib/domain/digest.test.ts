import { describe, expect, it } from "vitest";
import { besidesHead, phasesToRead } from "./digest.ts";
import type { EditionContent, PublishedInitiative, PublishedIssue } from "./edition.ts";
import type { SheetValues } from "./forms/sheet.ts";

const node = { featured: true, sectionId: null, predecessorIds: [], order: 0, sheets: {} };
const initiative = (plan: SheetValues) =>
  ({
    ...node,
    type: "initiative",
    id: "i",
    code: "1-1-1",
    title: "取組",
    strategyId: "s",
    plan,
  }) as PublishedInitiative;
const issue = (plan: SheetValues) =>
  ({ ...node, type: "issue", id: "k", code: "1", title: "課題", plan, strategies: [] }) as unknown as PublishedIssue;
const keys = (found: ReturnType<typeof besidesHead>) => found.fields.map(({ key }) => key);

describe("what the digest leaves out of a plan", () => {
  const head = { description: "訓練を開く。", budgetThousandYen: 100 };

  it("is what is written besides the head", () => {
    expect(besidesHead("osaka-2013", initiative(head))).toEqual({ fields: [], hasHead: true });
    const longer = besidesHead("osaka-2013", initiative({ ...head, lastYearBudgetThousandYen: 90 }));
    expect([keys(longer), longer.hasHead]).toEqual([["lastYearBudgetThousandYen"], true]);
  });

  it("is nothing where the form gives an item no head: then all of its plan stands there", () => {
    const found = besidesHead("osaka-2023", issue({ recognition: "相談先を知らない。" }));
    expect([keys(found), found.hasHead]).toEqual([["recognition"], false]);
  });
});

describe("the phases of which there is more to read", () => {
  const history = [{ phases: ["SELF_EVALUATION" as const] }, { phases: ["PLAN" as const] }];
  const contentOf = (item: PublishedInitiative) =>
    ({
      issues: [{ ...issue({}), strategies: [{ ...node, type: "strategy", id: "s", plan: {}, initiatives: [item] }] }],
      reformItems: [],
    }) as unknown as EditionContent;
  const asked = (plan: SheetValues) =>
    phasesToRead({ formId: "osaka-2013", content: contentOf(initiative(plan)), history });

  it("has the plan only where the digest leaves something of it out", () => {
    expect(asked({ description: "訓練を開く。" })).toEqual(["SELF_EVALUATION"]);
    expect(asked({ lastYearBudgetThousandYen: 90 })).toEqual(["PLAN", "SELF_EVALUATION"]);
  });
});
