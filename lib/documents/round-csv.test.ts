import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Board, BoardSheet } from "../domain/round-view.ts";
import { roundCsv, type TableWords } from "./round-csv.ts";

const sheet: BoardSheet = {
  submissionId: "00000000-0000-4000-8000-000000000001",
  type: "initiative",
  code: "1-1-2",
  title: "中学生海外派遣",
  sectionId: "00000000-0000-4000-8000-000000000002",
  standing: "SUBMITTED",
  reopened: false,
  written: { by: "担当 花子", at: new Date("2020-09-24T16:00:00Z") },
  holder: { role: "MANAGER", names: ["課長 一郎", "課長 二郎"] },
  permitUntil: "2020-10-01",
};

const board: Board = {
  id: "00000000-0000-4000-8000-000000000003",
  policyId: "00000000-0000-4000-8000-000000000004",
  phase: "MID_YEAR_REVIEW",
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
  opensOn: "2020-09-01",
  dueOn: "2020-09-25",
  plannedReleaseOn: "2020-10-02",
  closedAt: null,
  concluded: false,
  withoutSheet: 0,
  mayRun: true,
  sections: [],
  sheets: [sheet],
  last: null,
};

const words: TableWords = {
  standing: (standing) => (standing === "SUBMITTED" ? "承認待ち" : standing),
  target: () => "具体的取組",
  section: () => "保健福祉課",
};

/** The rows of a CSV text, by the rules of RFC 4180: a reader of its own, so that the writer is not its own judge. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const row = rows.at(-1) ?? [];
    const letter = text[at] ?? "";
    if (letter === '"' && quoted && text[at + 1] === '"') {
      row.push(`${row.pop()}"`);
      at += 1;
    } else if (letter === '"') quoted = !quoted;
    else if (letter === "," && !quoted) row.push("");
    else if (letter === "\r" && text[at + 1] === "\n" && !quoted) {
      rows.push([""]);
      at += 1;
    } else row.push(`${row.pop()}${letter}`);
  }
  return rows.slice(0, -1);
}

describe("a round as CSV", () => {
  const text = roundCsv(board, words);

  it("begins with the byte order mark and ASCII names, each once", () => {
    expect(text.charCodeAt(0)).toBe(0xfeff);
    const [names = []] = rowsOf(text.slice(1));
    expect(names.every((name) => /^[a-z_]+$/.test(name))).toBe(true);
    expect(new Set(names).size).toBe(names.length);
  });

  it("says codes and words, dates of Japan, one value a cell", () => {
    const [names = [], row = []] = rowsOf(text.slice(1));
    const cells = Object.fromEntries(names.map((name, index) => [name, row[index]]));
    expect(cells).toMatchObject({
      section: "保健福祉課",
      target_type: "initiative",
      code: "1-1-2",
      state: "SUBMITTED",
      state_name: "承認待ち",
      holder_names: "課長 一郎、課長 二郎",
      last_saved_on: "2020-09-25",
      late_permit_until: "2020-10-01",
    });
  });

  it("leaves blank what is not known", () => {
    const bare = { ...sheet, code: null, title: null, written: null, holder: null, permitUntil: null };
    const [names = [], row = []] = rowsOf(roundCsv({ ...board, sheets: [bare] }, words).slice(1));
    const blank = names.filter((_, index) => row[index] === "");
    expect(blank).toEqual([
      "code",
      "title",
      "holder_role",
      "holder_names",
      "last_saved_by",
      "last_saved_on",
      "late_permit_until",
    ]);
  });

  it.each(["=1+1", "+81", "-1", "@SUM(A1)", "\tx", "\rx"])("never lets a spreadsheet run %j", (title) => {
    const [, row = []] = rowsOf(roundCsv({ ...board, sheets: [{ ...sheet, title }] }, words).slice(1));
    expect(row[7]).toBe(`'${title}`);
  });

  it("keeps every text whole and every row as long as the names", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 4 }), (titles) => {
        const sheets = titles.map((title) => ({ ...sheet, title }));
        const rows = rowsOf(roundCsv({ ...board, sheets }, words).slice(1));
        expect(rows.map((row) => row.length)).toEqual(Array(titles.length + 1).fill(17));
        expect(rows.slice(1).map((row) => (row[7] ?? "").replace(/^'(?=[=+\-@\t\r＝＋－＠])/, ""))).toEqual(
          titles.map((title) => title.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "")),
        );
      }),
    );
  });
});
