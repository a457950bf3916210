import { canonicalText } from "./canonical.ts";
import type { SheetValues } from "./forms/sheet.ts";
import type { SheetValue } from "./forms/value.ts";

/** One place that both changed, each in another way. Undefined: empty there. */
export interface Conflict {
  readonly field: string;
  /** Of a list of indicators, the one it is about: then the values are that single line. */
  readonly item?: string;
  readonly base: SheetValue | undefined;
  readonly mine: SheetValue | undefined;
  readonly theirs: SheetValue | undefined;
}

export interface MergedSheets {
  /** What both agree on, and what only one of them changed. What they conflict about is not in it. */
  readonly merged: SheetValues;
  readonly conflicts: readonly Conflict[];
  /** The fields in which something of theirs was taken. */
  readonly taken: readonly string[];
}

type Value = SheetValue | undefined;

const same = (a: Value, b: Value): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b));

/**
 * Merges two sheets that were both written from `base`, field by field and indicators one by one. Nobody's text is
 * joined with another's inside a field: what both changed differently is a conflict, and each text of it is kept there.
 */
export function mergeSheets(base: SheetValues, mine: SheetValues, theirs: SheetValues): MergedSheets {
  const merged: SheetValues = {};
  const conflicts: Conflict[] = [];
  const taken: string[] = [];
  for (const field of new Set([...Object.keys(theirs), ...Object.keys(mine), ...Object.keys(base)])) {
    const three = { base: base[field], mine: mine[field], theirs: theirs[field] };
    const agreed = agreedOn(three) ?? mergeItems(field, three) ?? { conflicts: [{ field, ...three }] };
    if (agreed.value !== undefined) merged[field] = agreed.value;
    conflicts.push(...(agreed.conflicts ?? []));
    if (!same(three.theirs, three.base) && !same(three.theirs, three.mine) && !agreed.mine) taken.push(field);
  }
  const open = new Set(conflicts.filter(({ item }) => item === undefined).map(({ field }) => field));
  return { merged, conflicts, taken: taken.filter((field) => !open.has(field)) };
}

interface Three {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

interface Agreed {
  readonly value?: Value;
  readonly conflicts?: readonly Conflict[];
  /** Nothing of theirs is in it that mine had not. */
  readonly mine?: boolean;
}

function agreedOn({ base, mine, theirs }: Three): Agreed | null {
  if (same(mine, theirs) || same(theirs, base)) return { value: mine, mine: true };
  return same(mine, base) ? { value: theirs } : null;
}

/** Lists whose lines are each about an indicator: line by line. Null for everything else. */
function mergeItems(field: string, { base, mine, theirs }: Three): Agreed | null {
  const [before, left, right] = [linesOf(base), linesOf(mine), linesOf(theirs)];
  if (!before || !left || !right) return null;
  // In an order that does not depend on who is who: as before, then what was added, by id.
  const added = [...new Set([...left.keys(), ...right.keys()])].filter((id) => !before.has(id)).sort();
  const lines: unknown[] = [];
  const conflicts: Conflict[] = [];
  let mineOnly = true;
  for (const item of [...before.keys(), ...added]) {
    const three = { base: before.get(item), mine: left.get(item), theirs: right.get(item) };
    const agreed = agreedOn(three);
    if (!agreed) conflicts.push({ field, item, ...three });
    else if (agreed.value !== undefined) lines.push(...(agreed.value as unknown[]));
    if (agreed && !agreed.mine) mineOnly = false;
  }
  return { value: lines.length > 0 ? (lines as SheetValue) : undefined, conflicts, mine: mineOnly };
}

/** Each line of a list by what it is about, as a list of one; null where lines are not about anything, or twice so. */
function linesOf(value: Value): Map<string, SheetValue> | null {
  if (value === undefined) return new Map();
  if (!Array.isArray(value)) return null;
  const lines = new Map<string, SheetValue>();
  for (const line of value) {
    if (typeof line !== "object") return null;
    const id = "indicatorId" in line ? line.indicatorId : line.id;
    if (lines.has(id)) return null;
    lines.set(id, [line] as SheetValue);
  }
  return lines;
}
