import { DOMParser, type Element as XmlElement } from "@xmldom/xmldom";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EditionLine, FeedEdition } from "../domain/published-policy.ts";
import { editionEntry } from "./edition-entry.ts";
import { atomFeed, type Feed, jsonFeed } from "./feed.ts";

const ATOM = "http://www.w3.org/2005/Atom";
const HTML = "http://www.w3.org/1999/xhtml";

const anyText = fc.string({ unit: "grapheme", minLength: 1 });
const anyDate = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
const anyEntry = fc.record({
  id: anyText,
  title: anyText,
  page: fc.webUrl(),
  at: anyDate,
  updatedAt: anyDate,
  author: anyText,
  reason: fc.option(anyText),
  lines: fc.array(fc.array(fc.oneof(anyText, fc.record({ ja: anyText })), { minLength: 1 })),
});
const anyFeed: fc.Arbitrary<Feed> = fc.record({
  lang: fc.constantFrom("ja" as const, "en" as const),
  title: anyText,
  description: anyText,
  page: fc.webUrl(),
  self: fc.webUrl(),
  icon: fc.webUrl(),
  author: anyText,
  rights: anyText,
  updatedAt: anyDate,
  entries: fc.array(anyEntry, { maxLength: 4 }),
});

/** Read by a parser of somebody else, for which the slightest fault is an error. */
function parsed(file: string): XmlElement {
  // A text may hold the character that stands for broken ones.
  const fail = (_level: string, message: string) => {
    if (!message.includes("replacement character")) throw new Error(message);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(file, "text/xml").documentElement;
  if (!root) throw new Error("no root");
  return root;
}
const named = (parent: XmlElement, name: string, space = ATOM) => [...parent.getElementsByTagNameNS(space, name)];
const spoken = ({ lines }: Feed["entries"][number]) =>
  lines.map((line) => line.map((piece) => (typeof piece === "string" ? piece : piece.ja)).join(""));

describe("a feed", () => {
  it("is read from Atom as it was given, whatever its texts hold", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        const root = parsed(atomFeed(feed));
        expect([root.localName, root.namespaceURI, root.getAttribute("xml:lang")]).toEqual(["feed", ATOM, feed.lang]);
        expect(named(root, "title")[0]?.textContent).toBe(feed.title);
        const entries = named(root, "entry");
        expect(entries.length).toBe(feed.entries.length);
        for (const [index, given] of feed.entries.entries()) {
          const entry = entries[index];
          if (!entry) throw new Error("no entry");
          expect(named(entry, "id")[0]?.textContent).toBe(given.id);
          expect(named(entry, "title")[0]?.textContent).toBe(given.title);
          expect(named(entry, "link")[0]?.getAttribute("href")).toBe(given.page);
          expect(named(entry, "published")[0]?.textContent).toBe(given.at.toISOString());
          expect(named(entry, "summary")[0]?.textContent ?? null).toBe(given.reason);
          expect(named(entry, "li", HTML).map(({ textContent }) => textContent)).toEqual(spoken(given));
        }
      }),
    );
  });

  it("is JSON Feed 1.1 with the same entries, whose HTML is well-formed", () => {
    fc.assert(
      fc.property(anyFeed, (feed) => {
        const json = JSON.parse(jsonFeed(feed));
        expect(json.version).toBe("https://jsonfeed.org/version/1.1");
        expect([json.title, json.feed_url, json.home_page_url]).toEqual([feed.title, feed.self, feed.page]);
        for (const [index, given] of feed.entries.entries()) {
          const item = json.items[index];
          expect([item.id, item.url, item.title]).toEqual([given.id, given.page, given.title]);
          const html = parsed(`<div xmlns="${HTML}">${item.content_html}</div>`);
          expect(named(html, "li", HTML).map(({ textContent }) => textContent)).toEqual(spoken(given));
        }
      }),
    );
  });
});

const line: EditionLine = {
  number: 3,
  phases: ["PLAN"],
  brought: [],
  revisionKind: "CORRECTION",
  reason: "目標値の誤り",
  step: null,
  corrects: 2,
  effectiveOn: "2021-06-01",
  occurredAt: new Date("2021-06-04T01:00:00Z"),
  recordedAt: new Date("2026-01-01T00:00:00Z"),
  hash: "00".repeat(32) as EditionLine["hash"],
  concludes: [],
  redactions: [],
};
const edition: FeedEdition = {
  organization: {
    ...{ slug: "a", nameJa: "試験区", nameEn: "Test Ward", cityNameJa: "試験市", cityNameEn: "Test City" },
    ...{ sourceNote: null, sourceUrl: null, sample: false },
  },
  fiscalYear: 2020,
  formId: "osaka-2013",
  title: "令和2年度 試験区運営方針",
  line,
  changes: { nodes: [], sheets: [] },
  set: null,
};

describe("an Edition's entry", () => {
  it("says what it is, why, and when it happened, not when it was recorded", () => {
    const entry = editionEntry("ja", edition, { page: "https://x.example/ja" });
    expect(entry.title).toBe("令和2年度 試験区運営方針 第3版 訂正");
    expect(editionEntry("en", edition, { page: "" }).title).toBe(
      "Test Ward, FY2020 (Reiwa\u00a02), edition 3: Correction",
    );
    expect([entry.reason, entry.at, entry.updatedAt]).toEqual(["目標値の誤り", line.occurredAt, line.occurredAt]);
    expect(entry.lines).toEqual([["公開している内容に変更はありません。"]]);
  });

  it("is named by the Edition's hash and by the item that it is told of, in every language", () => {
    const id = `ni:///sha-256;${"A".repeat(43)}`;
    for (const lang of ["ja", "en"] as const) {
      expect(editionEntry(lang, edition, { page: "" }).id).toBe(id);
      expect(editionEntry(lang, edition, { page: "", itemId: "x" }).id).toBe(`${id}?item=x`);
    }
  });

  it("is updated by a redaction, says when and why, and marks what is made up", () => {
    const blacked = { ...line, redactions: [{ on: "2022-02-02", reason: "PERSONAL_DATA" as const }] };
    const organization = { ...edition.organization, sample: true };
    const entry = editionEntry("ja", { ...edition, organization, line: blacked }, { page: "" });
    expect(entry.updatedAt).toEqual(new Date("2022-02-01T15:00:00Z"));
    expect(entry.lines[0]?.join("")).toContain("令和4年2月2日");
    expect(entry.title).toMatch(/^【見本】/);
  });
});
