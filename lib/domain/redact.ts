import type { Part } from "./edition.ts";
import { FORMS } from "./forms/catalogue.ts";
import { PHASES, TARGET_TYPES } from "./forms/form.ts";
import type { SheetValues } from "./forms/sheet.ts";

/** Blacking out (墨消し): a text is replaced wherever it stands in free text; codes, ids, dates and amounts are never touched. */

/** The fewest characters that can be blacked out: a single one stands in too many words. */
export const SHORTEST_REDACTION = 2;
export const LONGEST_REDACTION = 200;

/** What stands where something was blacked out: never longer than it was, so that every limit still holds. */
const markFor = (gone: string): string => "■".repeat(Math.min([...gone].length, 3));

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

/** Makes the replacement of a text: equal under NFKC is equal, so full width hides nothing from half width. */
export function blackout(wanted: string): (text: string) => string {
  const needle = wanted.trim().normalize("NFKC");
  return (text) => {
    if (needle === "" || !text.normalize("NFKC").includes(needle)) return text;
    // Character by character as people see them, so that a place in the folded text is a place in the written one.
    const written = [...graphemes.segment(text)].map(({ segment }) => segment);
    const folded = written.map((segment) => segment.normalize("NFKC"));
    let result = "";
    let index = 0;
    while (index < written.length) {
      const end = endOf(folded, index, needle);
      if (end === null) {
        result += written[index];
        index += 1;
      } else {
        result += markFor(written.slice(index, end).join(""));
        index = end;
      }
    }
    // Where characters only meet the text together, nothing smaller than the whole is sure to hide it.
    return result.normalize("NFKC").includes(needle) ? markFor(text) : result;
  };
}

/** Where a match that begins inside the character at `start` ends; null where none does. */
function endOf(folded: readonly string[], start: number, needle: string): number | null {
  let joined = "";
  for (let end = start; end < folded.length; end += 1) {
    joined += folded[end];
    const at = joined.indexOf(needle);
    if (at >= 0 && at < (folded[start] ?? "").length) return end + 1;
    if (joined.length > (folded[start] ?? "").length + needle.length) return null;
  }
  return null;
}

/** The keys under which some form keeps codes instead of words. */
const CODED: ReadonlySet<string> = new Set(
  FORMS.flatMap((form) =>
    TARGET_TYPES.flatMap((type) =>
      PHASES.flatMap((phase) =>
        (form.targets[type]?.[phase] ?? []).flatMap(({ kind, key }) =>
          kind === "choice" || kind === "choices" ? [key] : [],
        ),
      ),
    ),
  ),
);

/** What inside an indicator or a measured value is a code or an id. */
const CODED_INSIDE: ReadonlySet<string> = new Set(["id", "indicatorId", "measure", "direction"]);

type Change = (text: string) => string;

function inside(value: unknown, change: Change): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((entry) => inside(entry, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, CODED_INSIDE.has(key) ? entry : inside(entry, change)]),
  );
}

function inValues(values: SheetValues, change: Change): SheetValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, CODED.has(key) ? value : inside(value, change)]),
  ) as SheetValues;
}

/** A Part with every free text in it changed, and nothing else. */
export function withTexts(part: Part, change: Change): Part {
  switch (part.type) {
    case "policy":
    case "issue":
    case "strategy":
    case "initiative":
    case "reformItem":
      return { ...part, title: change(part.title), plan: inValues(part.plan, change) };
    case "sheet":
      return { ...part, values: inValues(part.values, change) };
    case "notice":
      return { ...part, text: change(part.text) };
    case "aim":
      return { ...part, title: change(part.title), text: part.text === null ? null : change(part.text) };
    case "opinion": {
      const changed = part.change === null ? null : change(part.change);
      return { ...part, text: change(part.text), answer: change(part.answer), change: changed };
    }
    case "answer":
      return { ...part, question: change(part.question), answer: change(part.answer) };
    case "revision":
      return { ...part, reason: change(part.reason) };
    case "comment":
      return {
        ...part,
        ...(part.comment === undefined ? {} : { comment: change(part.comment) }),
        ...(part.remarks === undefined
          ? {}
          : { remarks: Object.fromEntries(Object.entries(part.remarks).map(([key, text]) => [key, change(text)])) }),
        ...(part.decision === undefined
          ? {}
          : { decision: { ...part.decision, number: change(part.decision.number) } }),
      };
  }
}

/** The free texts in which two readings of one Part differ, each before and after. */
export function textsChanged(before: Part, after: Part): { before: string; after: string }[] {
  const [old, now] = [before, after].map((part) => {
    const texts: string[] = [];
    withTexts(part, (text) => {
      texts.push(text);
      return text;
    });
    return texts;
  });
  return (old ?? []).flatMap((text, index) =>
    text === now?.[index] ? [] : [{ before: text, after: now?.[index] ?? "" }],
  );
}
