import { describe, expect, it } from "vitest";
import type { Aim, ListEntry, Notice, Opinion } from "../domain/policy.ts";
import { idOf } from "../domain/testing/any-plan.ts";
import { LIST_FIELDS, readEntry, typedOfEntry } from "./list-fields.ts";

const notice: Notice = {
  ...{ type: "notice", id: idOf(1), order: 0, kind: "OTHER", date: "2021-04-01", text: "策定しました。\n二行目" },
};
const aim: Aim = {
  ...{ type: "aim", id: idOf(2), order: 1, code: "2-1", title: "子育てしやすいまち", text: null },
  predecessorIds: [idOf(9)],
};
const opinion: Opinion = {
  ...{ type: "opinion", id: idOf(3), order: 0, source: "WARD_MEETING", date: null, text: "意見", answer: "回答" },
  ...{ outcome: "PARTLY_REFLECTED", change: "1-1を改めた。", itemIds: [idOf(7), idOf(8)] },
};
const problemsOf = (entry: ListEntry, typed: Record<string, string>, others: ListEntry[] = []) => {
  const read = readEntry(entry, { ...typedOfEntry(entry), ...typed }, others);
  return "problems" in read ? read.problems.map(({ field, code }) => `${field} ${code}`) : [];
};

describe("what a plan lists beside its items", () => {
  it.each([notice, aim, opinion] as const)("a $type reads as it was drawn", (entry) => {
    expect(readEntry(entry, typedOfEntry(entry), [])).toEqual({ entry });
  });

  it("says what is wrong beside which control", () => {
    const { date, text, code, title, answer, source, outcome, kind } = LIST_FIELDS;
    expect(problemsOf(notice, { [text]: " ", [`${date}.month`]: "13", [kind]: "X" })).toEqual([
      `${date} date`,
      `${text} required`,
      `${kind} choice`,
    ]);
    expect(problemsOf(notice, { [text]: "字".repeat(2001) })).toEqual([`${text} too-long`]);
    expect(problemsOf(aim, { [code]: "", [title]: "" })).toEqual([`${code} required`, `${title} required`]);
    expect(problemsOf(aim, { [code]: "２－１" }, [{ ...aim, id: idOf(4) }])).toEqual([`${code} code-taken`]);
    expect(problemsOf(opinion, { [answer]: "", [source]: "", [outcome]: "" })).toEqual([
      `${answer} required`,
      `${source} required`,
      `${outcome} required`,
    ]);
  });

  it("what may be empty is null", () => {
    const { change, text } = LIST_FIELDS;
    expect(readEntry(opinion, { ...typedOfEntry(opinion), [change]: " " }, [])).toMatchObject({
      entry: { change: null, date: null },
    });
    expect(readEntry(aim, { ...typedOfEntry(aim), [text]: "説明" }, [])).toMatchObject({ entry: { text: "説明" } });
  });
});
