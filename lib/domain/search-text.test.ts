import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excerptOf, fold, gramsOf, gramsOfWord, marked, placesOf, wordsOf } from "./search-text.ts";

/** Japanese as it comes: both kana in both widths, marks that stand apart, dashes of all kinds, digits, what NFKC opens. */
const piece = fc.constantFrom(
  ...[
    "防災",
    "か\u3099",
    "ｶﾞ",
    "ガ",
    "が",
    "サーバー",
    "ｻｰﾊﾞｰ",
    "１−１−２",
    "1-1-2",
    "①",
    "㍻",
    "ﬁ",
    "Ａb",
    "ヴ",
    "ヽ",
    "㌔",
  ],
  ...["辻\u{e0100}", "𠮷", "\n", "　", " ", "―", "〜", "İ", "は\u3099", "%", "_", "。", "゛"],
);
const text = fc
  .array(fc.oneof(piece, fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 12 })
  .map((all) => all.join(""));

describe("folding", () => {
  it.each([
    ["サーバー", "さーばー"],
    ["ｻｰﾊﾞｰ", "サーバー"],
    ["１−１−２", "1-1-2"],
    ["1ー1ー2", "1‐1–2"],
    ["か\u3099くしゅう", "ガクシュウ"],
    ["ＮＰＯ", "npo"],
    ["防災　訓練", "防災 訓練"],
    ["辻\u{e0100}", "辻"],
  ])("makes %s and %s alike", (one, other) => expect(fold(one)).toBe(fold(other)));

  it("keeps apart what is another word", () => {
    expect(fold("は")).not.toBe(fold("ば"));
    expect(fold("火災")).not.toBe(fold("水災"));
  });

  it("is done when it is done once", () => fc.assert(fc.property(text, (any) => fold(fold(any)) === fold(any))));

  it("takes a query apart at spaces of any width, each word once", () => {
    expect(wordsOf(" 防災　ﾎﾞｳｻｲ  訓練 訓練")).toEqual(["防災", "ぼうさい", "訓練"]);
    expect(wordsOf("　")).toEqual([]);
  });
});

describe("marking", () => {
  it("marks what was written, and nothing beside it", () => {
    const pieces = marked("区の第１−１−２号、ｶﾞｸｼｭｳ支援", wordsOf("1-1-2 がくしゅう"));
    expect(pieces.filter(({ hit }) => hit).map((one) => one.text)).toEqual(["１−１−２", "ｶﾞｸｼｭｳ"]);
  });

  it("gives the whole text back", () =>
    fc.assert(
      fc.property(text, text, (any, query) => {
        expect(
          marked(any, wordsOf(query))
            .map((one) => one.text)
            .join(""),
        ).toBe(any);
      }),
    ));

  it("finds every word that stands in the folded text, at a place that folds to something with the word in it", () =>
    fc.assert(
      fc.property(text, piece, text, (before, wanted, after) => {
        const written = before + wanted + after;
        for (const word of wordsOf(wanted)) {
          const spans = placesOf(written, [word]);
          expect(spans.length > 0).toBe(fold(written).includes(word));
          for (const { start, end } of spans) expect(fold(written.slice(start, end))).toContain(word);
        }
      }),
    ));

  it("marks what folds to the word, no more and no less, where no character folds to several", () =>
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."防災ガが1１ABｱア-−"), { minLength: 1, maxLength: 9 }), (characters) => {
        const wanted = characters.join("");
        const written = `。${wanted}。`;
        const spans = placesOf(written, [fold(wanted)]).map(({ start, end }) => written.slice(start, end));
        expect(spans).toEqual([wanted]);
        expect(fold(spans[0] ?? "")).toBe(fold(wanted));
      }),
    ));
});

describe("an excerpt", () => {
  const long = `${"あ".repeat(200)}防災訓練${"い".repeat(200)}`;
  it("stands around the first hit, and says where text was left out", () => {
    const pieces = excerptOf(long, ["防災"]);
    expect(pieces.find(({ hit }) => hit)?.text).toBe("防災");
    expect([pieces[0]?.text, pieces.at(-1)?.text]).toEqual(["…", "…"]);
    expect(pieces.map((one) => one.text).join("").length).toBeLessThan(140);
  });
  it("is the beginning where no word stands in it, and the whole of a short text", () => {
    expect(
      excerptOf(long, ["福祉"])
        .map((one) => one.text)
        .join(""),
    ).toBe(`${"あ".repeat(120)}…`);
    expect(excerptOf("短い文", [])).toEqual([{ text: "短い文", hit: false }]);
    expect(excerptOf("", ["防災"])).toEqual([]);
  });
  it("cuts no character in two", () => {
    const pieces = excerptOf("𠮷".repeat(300), ["𠮷"]);
    expect(pieces.every((one) => one.text.isWellFormed())).toBe(true);
  });
});

describe("runs of characters", () => {
  it("tell of a short word exactly whether it stands in a text", () =>
    fc.assert(
      fc.property(text, piece, (any, wanted) => {
        const grams = new Set(gramsOf(fold(any)));
        for (const word of wordsOf(wanted)) {
          const all = gramsOfWord(word).every((gram) => grams.has(gram));
          if (fold(any).includes(word)) expect(all).toBe(true);
          if ([...word].length <= 2) expect(all).toBe(fold(any).includes(word));
        }
      }),
    ));
});
