import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assemble,
  commentPart,
  type EditionRecord,
  initiativesOf,
  type Part,
  part,
  revisionPart,
  sealed,
  type VersionRecord,
} from "./edition.ts";
import type { ItemNode } from "./policy.ts";

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
const item = (n: number, order: number, code: string) => ({
  id: id(n),
  order,
  code,
  title: `項目${code}`,
  featured: true,
  sectionId: null,
  predecessorIds: [],
  plan: { description: `説明${code}` },
});
const sheet = (
  type: ItemNode["type"],
  n: number,
  phase: "MID_YEAR_REVIEW" | "SELF_EVALUATION",
  text: string,
): Part => ({
  type: "sheet",
  target: { type, id: id(n) },
  phase,
  values: { progress: text },
});

const parts: readonly Part[] = [
  { type: "policy", id: id(1), title: "運営方針", plan: { goal: "目標" } },
  { type: "issue", ...item(10, 0, "1") },
  { type: "issue", ...item(20, 1, "2") },
  { type: "strategy", issueId: id(20), ...item(21, 0, "2-1") },
  { type: "strategy", issueId: id(20), ...item(24, 1, "2-4") },
  { type: "strategy", issueId: id(10), ...item(11, 0, "1-1") },
  // 1-1-1 is not among the main items: codes keep their gaps.
  { type: "initiative", strategyId: id(11), ...item(112, 0, "1-1-2") },
  { type: "initiative", strategyId: id(11), ...item(114, 1, "1-1-4") },
  { type: "initiative", strategyId: id(24), ...item(241, 0, "2-4-1") },
  { type: "reformItem", ...item(31, 0, "1") },
  { type: "reformItem", ...item(32, 1, "2") },
  { type: "notice", id: id(41), order: 0, kind: "OTHER", date: "2020-04-01", text: "策定しました" },
  { type: "notice", id: id(42), order: 1, kind: "OTHER", date: null, text: "日付なし" },
  { type: "revision", kind: "FORMULATION", reason: "策定", effectiveOn: "2020-04-01" },
  sheet("initiative", 112, "MID_YEAR_REVIEW", "前半"),
  sheet("initiative", 112, "SELF_EVALUATION", "一年"),
  sheet("reformItem", 32, "MID_YEAR_REVIEW", "順調"),
];

describe("assemble", () => {
  it("builds the tree in its authored order, every sheet at its target", () => {
    const content = assemble(parts);
    expect(content.policy.plan).toEqual({ goal: "目標" });
    expect(content.issues.map((issue) => [issue.code, issue.strategies.map((strategy) => strategy.code)])).toEqual([
      ["1", ["1-1"]],
      ["2", ["2-1", "2-4"]],
    ]);
    expect(initiativesOf(content).map((initiative) => [initiative.code, initiative.sheets])).toEqual([
      ["1-1-2", { MID_YEAR_REVIEW: { progress: "前半" }, SELF_EVALUATION: { progress: "一年" } }],
      ["1-1-4", {}],
      ["2-4-1", {}],
    ]);
    expect(content.reformItems.map(({ code, sheets }) => [code, sheets])).toEqual([
      ["1", {}],
      ["2", { MID_YEAR_REVIEW: { progress: "順調" } }],
    ]);
    expect(content.notices.map(({ text }) => text)).toEqual(["策定しました", "日付なし"]);
    expect(content.revision?.reason).toBe("策定");
  });

  it("does not depend on the order in which the Parts come", () => {
    const expected = assemble(parts);
    fc.assert(
      fc.property(fc.shuffledSubarray([...parts], { minLength: parts.length }), (shuffled) => {
        expect(assemble(shuffled)).toEqual(expected);
      }),
    );
  });

  it("leaves what it is given as it was", () => {
    const given = structuredClone(parts);
    assemble(given);
    expect(given).toEqual(parts);
  });

  it("has no revision where none was ever made", () => {
    expect(assemble(parts.filter(({ type }) => type !== "revision")).revision).toBeNull();
  });

  it("refuses Parts without a policy", () => {
    expect(() => assemble(parts.filter(({ type }) => type !== "policy"))).toThrow(RangeError);
  });
});

const H = (digit: string) => digit.repeat(64);
const edition: EditionRecord = {
  id: id(1),
  policyId: id(2),
  organization: "higashisumiyoshi",
  fiscalYear: 2020,
  formId: "osaka-2013",
  number: 2,
  phases: ["MID_YEAR_REVIEW"],
  revisionKind: null,
  effectiveOn: "2020-10-02",
  occurredAt: "2020-10-02T00:00:00.000Z",
  recordedAt: "2026-11-22T00:00:00.000Z",
  previousHash: H("a"),
  parts: { [`policy:${id(2)}`]: H("b") },
};
const version: VersionRecord = {
  id: id(1),
  submissionId: id(2),
  number: 1,
  authorId: id(3),
  occurredAt: "2020-10-02T00:00:00.000Z",
  recordedAt: "2026-11-22T00:00:00.000Z",
  parts: { [`policy:${id(2)}`]: H("b") },
};

describe("sealed", () => {
  it.each<[keyof EditionRecord, EditionRecord[keyof EditionRecord]]>([
    ["id", id(9)],
    ["policyId", id(9)],
    ["organization", "abeno"],
    ["fiscalYear", 2021],
    ["formId", "osaka-2023"],
    ["number", 3],
    ["phases", ["MID_YEAR_REVIEW", "PLAN"]],
    ["revisionKind", "CORRECTION"],
    ["effectiveOn", "2020-10-03"],
    ["occurredAt", "2020-10-02T00:00:00.001Z"],
    ["recordedAt", "2026-11-22T00:00:00.001Z"],
    ["previousHash", null],
    ["parts", { [`policy:${id(2)}`]: H("c") }],
  ])("another %s gives an Edition another hash", (field, value) => {
    expect(sealed({ ...edition, [field]: value } as EditionRecord).hash).not.toBe(sealed(edition).hash);
  });

  it.each<[keyof VersionRecord, VersionRecord[keyof VersionRecord]]>([
    ["id", id(9)],
    ["submissionId", id(9)],
    ["number", 2],
    ["authorId", id(9)],
    ["occurredAt", "2020-10-02T00:00:00.001Z"],
    ["recordedAt", "2026-11-22T00:00:00.001Z"],
    ["parts", { [`policy:${id(3)}`]: H("b") }],
  ])("another %s gives a Version another hash", (field, value) => {
    expect(sealed({ ...version, [field]: value } as VersionRecord).hash).not.toBe(sealed(version).hash);
  });

  it("covers every field there is", () => {
    expect(Object.keys(edition)).toHaveLength(13);
    expect(Object.keys(version)).toHaveLength(7);
  });

  it("is the same for the same record, and its text is read back as it", () => {
    const again = Object.fromEntries(Object.entries(edition).reverse()) as EditionRecord;
    expect(sealed(again)).toEqual(sealed(edition));
    expect(JSON.parse(sealed(edition).text)).toEqual(edition);
  });
});

describe("what is not a Part of the application", () => {
  it.each<[string, unknown]>([
    ["an unknown type", { type: "secret" }],
    ["a field too many", { ...(parts[0] as object), draft: true }],
    ["a sheet of the plan", { ...(parts[14] as object), phase: "PLAN" }],
    ["a Revision without a reason", { type: "revision", kind: "CORRECTION", reason: " ", effectiveOn: "2020-04-01" }],
    ["a date that does not exist", { type: "revision", kind: "CORRECTION", reason: "x", effectiveOn: "2021-02-29" }],
  ])("%s is refused", (_name, value) => {
    expect(part.safeParse(value).success).toBe(false);
  });

  it("a comment may be long, not longer, and never blank", () => {
    const comment = (text: string) => commentPart.safeParse({ type: "comment", comment: text }).success;
    expect(comment("𠮷".repeat(4000))).toBe(true);
    expect(comment("𠮷".repeat(4001))).toBe(false);
    expect(comment(" \n\u3000")).toBe(false);
    expect(comment("\u0000")).toBe(false);
  });

  it("every Part of the sample is one", () => {
    for (const entry of parts) expect(part.parse(entry)).toEqual(entry);
    expect(revisionPart.parse(parts[13])).toEqual(parts[13]);
  });
});
