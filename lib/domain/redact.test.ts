import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "./edition.ts";
import { blackout, textsChanged, withTexts } from "./redact.ts";

const id = "00000000-0000-4000-8000-000000000001";

describe("blackout", () => {
  it.each([
    ["山田", "山田さんと山田さん", "■■さんと■■さん"],
    ["山田太郎", "山田太郎(係長)", "■■■(係長)"],
    [" 山田 ", "山田", "■■"],
    ["06-1234", "電話 06-1234", "電話 ■■■"],
    // Equal under NFKC is equal: full and half width, half-width kana, ligatures, look-alike radicals.
    ["06-1234", "電話 06−1234 06-1234", "電話 06−1234 ■■■"],
    ["ガギ", "\uFF76\uFF9E\uFF77\uFF9Eさん", "■■■さん"],
    ["株式会社", "㍿あいう", "■あいう"],
    ["方針", "⽅針を", "■■を"],
    // A part of a character as people see it takes the whole of it.
    ["式会", "㍿あいう", "■あいう"],
    ["ああ", "あああ", "■■あ"],
    ["山田", "山 田", "山 田"],
    ["か", "が", "が"],
  ])("%s in %s: %s", (wanted, text, after) => {
    expect(blackout(wanted)(text)).toBe(after);
  });

  it("leaves nothing of it, never grows a text, and leaves texts without it as they are", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.string({ unit: "grapheme", minLength: 2, maxLength: 4 }),
        (text, wanted) => {
          const needle = wanted.trim().normalize("NFKC");
          fc.pre(needle !== "" && !needle.includes("■"));
          const after = blackout(wanted)(text);
          expect(after.normalize("NFKC").includes(needle)).toBe(false);
          expect([...after].length).toBeLessThanOrEqual([...text].length);
          if (!text.normalize("NFKC").includes(needle)) expect(after).toBe(text);
        },
      ),
    );
  });
});

describe("withTexts", () => {
  const upper = (text: string) => `<${text}>`;
  it("changes free text only: no ids, codes, choices, dates, amounts", () => {
    const initiative: Part = {
      type: "initiative",
      id,
      strategyId: id,
      order: 0,
      code: "1-1-1",
      title: "題",
      featured: true,
      sectionId: id,
      predecessorIds: [id],
      plan: {
        description: "文",
        budgetThousandYen: 100,
        actions: ["一", "二"],
        processIndicators: [
          { id, name: "指標", unit: "人", measure: "NUMBER", direction: "HIGHER", baseline: 1, target: "言葉" },
        ],
      },
    };
    expect(withTexts(initiative, upper)).toEqual({
      ...initiative,
      title: "<題>",
      plan: {
        description: "<文>",
        budgetThousandYen: 100,
        actions: ["<一>", "<二>"],
        processIndicators: [
          { id, name: "<指標>", unit: "<人>", measure: "NUMBER", direction: "HIGHER", baseline: 1, target: "<言葉>" },
        ],
      },
    });
    const sheet: Part = {
      type: "sheet",
      target: { type: "initiative", id },
      phase: "SELF_EVALUATION",
      values: { results: "文", achievement: "1", effectiveness: "2", actuals: [{ indicatorId: id, actual: "言葉" }] },
    };
    expect(withTexts(sheet, upper)).toEqual({
      ...sheet,
      values: {
        results: "<文>",
        achievement: "1",
        effectiveness: "2",
        actuals: [{ indicatorId: id, actual: "<言葉>" }],
      },
    });
  });
  it("knows what goes with a move, and every kind of list entry", () => {
    const comment: Part = {
      type: "comment",
      comment: "言",
      remarks: { progress: "注" },
      decision: { number: "総務第1号", date: "2021-04-01" },
    };
    expect(withTexts(comment, upper)).toEqual({
      type: "comment",
      comment: "<言>",
      remarks: { progress: "<注>" },
      decision: { number: "<総務第1号>", date: "2021-04-01" },
    });
    const opinion: Part = {
      ...{ type: "opinion", id, order: 0, source: "OTHER", date: null, text: "意", answer: "答" },
      ...{ outcome: "NOTED", change: null, itemIds: [] },
    };
    expect(withTexts(opinion, upper)).toEqual({ ...opinion, text: "<意>", answer: "<答>" });
    expect(textsChanged(opinion, withTexts(opinion, blackout("意見")))).toEqual([]);
    expect(textsChanged(opinion, withTexts(opinion, upper))).toHaveLength(2);
  });
});
