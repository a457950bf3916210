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

/** The responsible sections of every item that a Revision touches, each once; null stands for an item without. */
export function touchedSections(
  before: ReadonlyMap<string, Part>,
  after: ReadonlyMap<string, Part>,
): (string | null)[] {
  const sections = diffParts(before, after).flatMap((change) =>
    [change.before, change.after].flatMap((part) =>
      part === null || part.type === "revision" ? [] : ["sectionId" in part ? part.sectionId : null],
    ),
  );
  return [...new Set(sections)];
}
