import { describe, expect, it } from "vitest";
import { assemble, type Part } from "../domain/edition.ts";
import type { PublishedPolicy } from "../domain/published-policy.ts";
import { editionJson } from "./edition-json.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const item = (n: number, code: string) => ({
  id: id(n),
  order: n,
  code,
  title: `題${code}`,
  featured: true,
  sectionId: id(99),
  predecessorIds: [],
});

const parts: Part[] = [
  { type: "policy", id: id(1), title: "方針", plan: { goal: "目標" } },
  { type: "issue", ...item(3, "2"), plan: {} },
  { type: "issue", ...item(2, "1"), plan: {} },
  { type: "strategy", issueId: id(2), ...item(4, "1-1"), plan: {} },
  { type: "initiative", strategyId: id(4), ...item(5, "1-1-2"), plan: { budgetThousandYen: 5237 } },
  {
    type: "sheet",
    target: { type: "initiative", id: id(5) },
    phase: "MID_YEAR_REVIEW",
    values: { outlook: "2", implementation: "ii" },
  },
];

const policy: PublishedPolicy = {
  organization: {
    slug: "ward",
    nameJa: "区",
    nameEn: "Ward",
    cityNameJa: "市",
    cityNameEn: "City",
    sourceNote: null,
    sourceUrl: null,
    sample: false,
  },
  fiscalYear: 2020,
  formId: "osaka-2013",
  edition: {
    id: id(7),
    policyId: id(1),
    organization: "ward",
    fiscalYear: 2020,
    formId: "osaka-2013",
    number: 2,
    phases: ["MID_YEAR_REVIEW"],
    revisionKind: null,
    effectiveOn: "2020-10-02",
    occurredAt: "2020-10-02T01:00:00.000Z",
    recordedAt: "2020-10-02T01:00:00.000Z",
    previousHash: "0".repeat(64),
    parts: {},
  },
  hash: "a".repeat(64),
  content: assemble(parts),
  history: [],
  concluded: ["MID_YEAR_REVIEW"],
  late: { MID_YEAR_REVIEW: [], SELF_EVALUATION: [] },
  noticesSince: new Map(),
};

describe("a policy as open data", () => {
  const json = editionJson(policy);

  it("has the tree in reading order, with plan fields and sheets under the form's keys", () => {
    expect(json.issues.map(({ code }) => code)).toEqual(["1", "2"]);
    const initiative = json.issues[0]?.strategies[0]?.initiatives[0];
    expect(initiative?.plan).toEqual({ budgetThousandYen: 5237 });
    expect(initiative?.sheets).toEqual({ MID_YEAR_REVIEW: { outlook: "2", implementation: "ii" } });
  });

  it("names the edition by number and hash, and the licence", () => {
    expect(json.edition).toMatchObject({ number: 2, hash: "a".repeat(64), previousHash: "0".repeat(64) });
    expect(json.licence.name).toBe("CC BY 4.0");
  });

  it("keeps what is internal to itself", () => {
    expect(JSON.stringify(json)).not.toMatch(/sectionId|parts|policyId/);
  });
});
