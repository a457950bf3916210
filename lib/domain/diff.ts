import { diffArrays } from "diff";
import { canonicalText } from "./canonical.ts";
import type { Part } from "./edition.ts";

/** One field that differs. `before` or `after` is undefined where it was absent. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One named Part that was added, removed or changed. */
export interface PartChange {
  readonly key: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: Part | null;
  readonly after: Part | null;
  readonly fields: readonly FieldChange[];
}

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b));

/** The fields in which two records differ, by name. */
export function diffFields(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => !same(before[name], after[name]))
    .map((name) => ({ field: name, before: before[name], after: after[name] }));
}

/** What of a Part is compared field by field: its own form fields first, then what every item has. */
function comparable(part: Part | null): Record<string, unknown> {
  if (part === null) return {};
  const { type: _type, ...rest } = part as Record<string, unknown> & { type: string };
  const { plan, values, ...common } = rest as { plan?: object; values?: object };
  return { ...common, ...plan, ...values };
}

/** What changed from one set of named Parts to another (two plans, or two whole Editions), by key. */
export function diffParts(before: ReadonlyMap<string, Part>, after: ReadonlyMap<string, Part>): PartChange[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key): PartChange[] => {
    const from = before.get(key) ?? null;
    const to = after.get(key) ?? null;
    if (from && to && same(from, to)) return [];
    const kind = from === null ? "added" : to === null ? "removed" : "changed";
    return [{ key, kind, before: from, after: to, fields: diffFields(comparable(from), comparable(to)) }];
  });
}

/** The later set again, from the earlier one and what changed. Refuses changes that belong to another set. */
export function applyChanges(before: ReadonlyMap<string, Part>, changes: readonly PartChange[]): Map<string, Part> {
  const after = new Map(before);
  for (const { key, kind, after: part, fields } of changes) {
    const earlier = before.get(key);
    if ((kind === "added") !== (earlier === undefined)) throw new RangeError(`${key} was not ${kind} here`);
    if (kind === "removed") after.delete(key);
    else if (earlier && part) after.set(key, withFields(earlier, part, fields));
    else if (part) after.set(key, part);
  }
  return after;
}

/** A Part with other fields; which of them are the form's own is seen by what the later Part says of them. */
function withFields(earlier: Part, later: Part, fields: readonly FieldChange[]): Part {
  const result = structuredClone(earlier) as unknown as Record<string, unknown>;
  const inner = "plan" in later ? "plan" : "values" in later ? "values" : null;
  for (const { field, after } of fields) {
    const common = inner === null || field in later || field in earlier;
    const place = common ? result : (result[inner] as Record<string, unknown>);
    if (after === undefined) delete place[field];
    else place[field] = after;
  }
  return result as unknown as Part;
}

export interface TextSegment {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

const words = new Intl.Segmenter("ja", { granularity: "word" });
const segmentsOf = (text: string): string[] => [...words.segment(text)].map((entry) => entry.segment);

/** Two texts word by word, as Japanese divides words. Joining all but the added gives `before` back. */
export function diffWords(before: string, after: string): TextSegment[] {
  return diffArrays(segmentsOf(before), segmentsOf(after)).map((change) => ({
    kind: change.added ? "added" : change.removed ? "removed" : "same",
    text: change.value.join(""),
  }));
}
