import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyChanges, diffFields, diffParts, diffWords } from "./diff.ts";
import type { Part } from "./edition.ts";
import { nodeKey, type Plan } from "./policy.ts";
import { anyPlan } from "./testing/any-plan.ts";

const A = "00000000-0000-4000-8000-00000000000a";
const B = "00000000-0000-4000-8000-00000000000b";
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const reformItem = (n: number, sectionId: string | null, actions: string[], title = "取組"): Part => ({
  type: "reformItem",
  id: id(n),
  order: n,
  code: String(n),
  title,
  featured: true,
  sectionId,
  predecessorIds: [],
  plan: { actions },
});
const policy = (goal: string): Part => ({ type: "policy", id: id(99), title: "運営方針", plan: { goal } });
const parts = (...entries: [string, Part][]) => new Map(entries);

describe("diffFields", () => {
  it("names the fields that differ, and says what was absent", () => {
    expect(diffFields({ a: 1, b: "x", c: [1, 2] }, { b: "y", c: [1, 2], d: 0 })).toEqual([
      { field: "a", before: 1, after: undefined },
      { field: "b", before: "x", after: "y" },
      { field: "d", before: undefined, after: 0 },
    ]);
  });

  it("does not take zero for absent", () => {
    expect(diffFields({}, { budgetThousandYen: 0 })).toHaveLength(1);
  });

  it("looks at what is in lists and records, not at the order of keys", () => {
    expect(diffFields({ contact: { phone: "1", fax: "2" } }, { contact: { fax: "2", phone: "1" } })).toEqual([]);
    expect(diffFields({ actions: ["a", "b"] }, { actions: ["b", "a"] })).toHaveLength(1);
  });
});

describe("diffParts", () => {
  it("of equal plans is empty", () => {
    const plan = () => parts(["policy:1", policy("目標")], ["reformItem:1", reformItem(1, A, ["x"])]);
    expect(diffParts(plan(), plan())).toEqual([]);
  });

  it("of any plan and itself is empty", () => {
    const anyPlan = fc.array(fc.tuple(fc.nat(20), fc.array(fc.string(), { maxLength: 3 })));
    fc.assert(
      fc.property(anyPlan, (items) => {
        const plan = new Map(items.map(([n, actions]) => [`reformItem:${n}`, reformItem(n, A, actions)]));
        expect(diffParts(plan, structuredClone(plan))).toEqual([]);
      }),
    );
  });

  it("tells what was added, what was removed, and in which fields something changed", () => {
    const before = parts(
      ["policy:1", policy("目標")],
      ["reformItem:1", reformItem(1, A, ["x"])],
      ["reformItem:2", reformItem(2, A, ["x"])],
    );
    const after = parts(
      ["policy:1", policy("目標")],
      ["reformItem:2", reformItem(2, B, ["x", "y"], "取り組み")],
      ["reformItem:3", reformItem(3, B, ["z"])],
    );
    const changes = diffParts(before, after);
    expect(changes.map(({ key, kind }) => `${key} ${kind}`)).toEqual([
      "reformItem:1 removed",
      "reformItem:2 changed",
      "reformItem:3 added",
    ]);
    expect(changes[1]?.fields).toEqual([
      { field: "title", before: "取組", after: "取り組み" },
      { field: "sectionId", before: A, after: B },
      { field: "actions", before: ["x"], after: ["x", "y"] },
    ]);
    expect(changes[0]).toMatchObject({ before: { code: "1" }, after: null });
    expect(changes[2]).toMatchObject({ before: null, after: { code: "3" } });
  });

  it("compares a sheet field by field", () => {
    const sheet = (values: Record<string, string>): Part => ({
      type: "sheet",
      target: { type: "reformItem", id: id(1) },
      phase: "MID_YEAR_REVIEW",
      values,
    });
    const changes = diffParts(
      parts(["s", sheet({ outlook: "1", implementation: "i" })]),
      parts(["s", sheet({ outlook: "2", implementation: "i", challengeAndImprovement: "人手" })]),
    );
    expect(changes.map((change) => change.fields)).toEqual([
      [
        { field: "outlook", before: "1", after: "2" },
        { field: "challengeAndImprovement", before: undefined, after: "人手" },
      ],
    ]);
  });
});

describe("applyChanges", () => {
  const named = (nodes: Plan) => new Map<string, Part>(nodes.map((node) => [nodeKey(node), node]));

  it("makes of any plan any other, from what changed between them", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (before, after) => {
        const [from, to] = [named(before), named(after)];
        const made = applyChanges(from, diffParts(from, to));
        expect(Object.fromEntries(made)).toEqual(Object.fromEntries(to));
      }),
    );
  });

  it("follows a policy through all its editions, from the first to the current one", () => {
    fc.assert(
      fc.property(fc.array(anyPlan, { minLength: 1, maxLength: 6 }), (editions) => {
        let replayed = new Map<string, Part>();
        let last = new Map<string, Part>();
        for (const edition of editions.map(named)) {
          replayed = applyChanges(replayed, diffParts(last, edition));
          last = edition;
        }
        expect(Object.fromEntries(replayed)).toEqual(Object.fromEntries(last));
      }),
    );
  });

  it("refuses changes of another plan", () => {
    const changes = diffParts(parts(), parts(["policy:1", policy("目標")]));
    expect(() => applyChanges(parts(["policy:1", policy("別の目標")]), changes)).toThrow(RangeError);
  });
});

describe("diffWords", () => {
  const joined = (before: string, after: string, without: "added" | "removed") =>
    diffWords(before, after)
      .filter((segment) => segment.kind !== without)
      .map((segment) => segment.text)
      .join("");

  it("divides Japanese as its words are divided", () => {
    expect(
      diffWords("健診の受診率を上げる", "健診の受診率を維持する").filter(({ kind }) => kind === "same")[0],
    ).toEqual({
      kind: "same",
      text: "健診の受診率を",
    });
  });

  it("tells 取組む from 取り組む", () => {
    expect(diffWords("取組む", "取り組む").some(({ kind }) => kind !== "same")).toBe(true);
  });

  it("joins back to both texts, whatever characters they hold", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc
        .array(
          fc.constantFrom("区", "民", "の", "、", "。", "取り組む", "取組む", "\n", " ", "👨‍👩‍👧", "方", "⽅", "ｱ"),
        )
        .map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined(before, after, "added")).toBe(before);
        expect(joined(before, after, "removed")).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it("of a text and itself changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(diffWords(text, text).filter(({ kind }) => kind !== "same")).toEqual([]);
      }),
    );
  });
});
