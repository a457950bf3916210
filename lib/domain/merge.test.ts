import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "./canonical.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { mergeSheets } from "./merge.ts";

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
const actual = (n: number, value: number | string | null) => ({ indicatorId: id(n), actual: value });

const texts = fc.constantFrom("あ", "い", "う", "え");
const actuals = fc
  .uniqueArray(
    fc.record({ indicatorId: fc.integer({ min: 1, max: 4 }).map(id), actual: fc.integer({ max: 3, min: 0 }) }),
    {
      selector: (line) => line.indicatorId,
      minLength: 1,
    },
  )
  .map((lines) => lines as SheetValues[string]);
const sheet: fc.Arbitrary<SheetValues> = fc
  .record(
    {
      progress: texts,
      challenges: texts,
      actions: fc.array(texts, { minLength: 1, maxLength: 2 }),
      outcomeActuals: actuals,
      settledThousandYen: fc.integer({ min: 0, max: 2 }),
    },
    { requiredKeys: [] },
  )
  .map((values) => values as SheetValues);

/** Every text of a sheet with the place it stands in, lines of lists one by one. */
function pieces(values: SheetValues): string[] {
  return Object.entries(values).flatMap(([field, value]) =>
    Array.isArray(value) && typeof value[0] === "object"
      ? value.map((line) => `${field} ${canonicalText(line)}`)
      : [`${field} ${canonicalText(value)}`],
  );
}

describe("mergeSheets", () => {
  it("takes what only one of them changed, and says what was theirs", () => {
    const base: SheetValues = { progress: "元", challenges: "元" };
    const result = mergeSheets(base, { ...base, progress: "私" }, { ...base, challenges: "相手" });
    expect(result).toEqual({ merged: { progress: "私", challenges: "相手" }, conflicts: [], taken: ["challenges"] });
  });

  it("keeps all three texts of what both changed, and the rest merges by itself", () => {
    const base: SheetValues = { progress: "元", outlook: "1" };
    const result = mergeSheets(base, { ...base, progress: "私" }, { progress: "相手", outlook: "2" });
    expect(result.merged).toEqual({ outlook: "2" });
    expect(result.conflicts).toEqual([{ field: "progress", base: "元", mine: "私", theirs: "相手" }]);
    expect(result.taken).toEqual(["outlook"]);
  });

  it("takes the same change by both, and an emptied field, as no conflict", () => {
    const base: SheetValues = { progress: "元", challenges: "元" };
    expect(mergeSheets(base, { progress: "同" }, { progress: "同", challenges: "元" })).toEqual({
      merged: { progress: "同" },
      conflicts: [],
      taken: [],
    });
  });

  it("has a conflict where one emptied what the other changed", () => {
    const { conflicts } = mergeSheets({ progress: "元" }, {}, { progress: "相手" });
    expect(conflicts).toEqual([{ field: "progress", base: "元", mine: undefined, theirs: "相手" }]);
  });

  it("merges actuals indicator by indicator", () => {
    const base: SheetValues = { outcomeActuals: [actual(1, 1), actual(2, 2)] };
    const mine: SheetValues = { outcomeActuals: [actual(1, 10), actual(2, 2), actual(3, 3)] };
    const theirs: SheetValues = { outcomeActuals: [actual(1, 11), actual(2, 20)] };
    const result = mergeSheets(base, mine, theirs);
    expect(result.merged).toEqual({ outcomeActuals: [actual(2, 20), actual(3, 3)] });
    expect(result.conflicts).toEqual([
      {
        field: "outcomeActuals",
        item: id(1),
        base: [actual(1, 1)],
        mine: [actual(1, 10)],
        theirs: [actual(1, 11)],
      },
    ]);
    expect(result.taken).toEqual(["outcomeActuals"]);
  });

  it("merge(b, m, b) = m", () => {
    fc.assert(
      fc.property(sheet, sheet, (base, mine) => {
        expect(mergeSheets(base, mine, base)).toEqual({ merged: mine, conflicts: [], taken: [] });
      }),
    );
  });

  it("merge(b, b, t) = t", () => {
    fc.assert(
      fc.property(sheet, sheet, (base, theirs) => {
        const { merged, conflicts } = mergeSheets(base, base, theirs);
        expect({ merged, conflicts }).toEqual({ merged: theirs, conflicts: [] });
      }),
    );
  });

  it("is the same from either side, but for who is mine", () => {
    fc.assert(
      fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
        const one = mergeSheets(base, mine, theirs);
        const other = mergeSheets(base, theirs, mine);
        const turned = other.conflicts.map((conflict) => ({
          ...conflict,
          mine: conflict.theirs,
          theirs: conflict.mine,
        }));
        const sorted = <T extends { field: string; item?: string }>(list: readonly T[]) =>
          [...list].sort((a, b) => `${a.field} ${a.item}`.localeCompare(`${b.field} ${b.item}`));
        // What both wrote alike stands as either wrote it: only the order of its lines may differ.
        expect(pieces(one.merged).sort()).toEqual(pieces(other.merged).sort());
        expect(sorted(one.conflicts)).toEqual(sorted(turned));
      }),
    );
  });

  it("loses no text that anybody wrote: it is merged, or in a conflict", () => {
    fc.assert(
      fc.property(sheet, sheet, sheet, (base, mine, theirs) => {
        const { merged, conflicts } = mergeSheets(base, mine, theirs);
        const kept = new Set([
          ...pieces(merged),
          ...conflicts.flatMap(({ field, mine: left, theirs: right }) =>
            [left, right].flatMap((value) => (value === undefined ? [] : pieces({ [field]: value }))),
          ),
        ]);
        const before = new Set(pieces(base));
        // What somebody wrote is what they have that the base had not.
        for (const piece of [...pieces(mine), ...pieces(theirs)]) {
          if (!before.has(piece)) expect(kept).toContain(piece);
        }
      }),
    );
  });
});
