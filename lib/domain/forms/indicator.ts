import { z } from "zod";
import { isStorable, lengthOf } from "../text.ts";

/** Which way is better: more, less, getting to the target, or staying at it. */
export const DIRECTIONS = ["HIGHER", "LOWER", "REACH", "KEEP"] as const;

/** How an indicator is measured: a number, a percentage, in words. */
export const MEASURES = ["NUMBER", "PERCENT", "QUALITATIVE"] as const;

const figure = z.number().finite();
/** Characters that a target, an actual or a name in words may have. */
export const LONGEST_WORDS = 400;
/** Characters that a unit may have. */
export const LONGEST_UNIT = 20;
const words = z
  .string()
  .min(1)
  .refine((text) => isStorable(text) && lengthOf(text) <= LONGEST_WORDS);

/** An indicator that a plan sets. A target of null is 未設定 (not set), which is shown and is not zero. */
export const indicator = z.strictObject({
  id: z.uuid(),
  name: words,
  unit: z
    .string()
    .refine((text) => isStorable(text) && lengthOf(text) <= LONGEST_UNIT)
    .nullable(),
  measure: z.enum(MEASURES),
  direction: z.enum(DIRECTIONS),
  baseline: figure.nullable(),
  target: z.union([figure, words]).nullable(),
});
export type Indicator = z.infer<typeof indicator>;

/** What was measured for one indicator. An actual of null is 未測定 (not measured). */
export const actual = z.strictObject({
  indicatorId: z.uuid(),
  actual: z.union([figure, words]).nullable(),
});
export type Actual = z.infer<typeof actual>;

/** What one types for an actual that was not measured, and what is shown for it; an empty box says nothing at all. */
export const NOT_MEASURED = "未測定";

const plain = /^[-−▲△]?\d+(\.\d+)?(e[+-]?\d+)?$/i;
const withCommas = /^[-−▲△]?\d{1,3}([,、]\d{3})+(\.\d+)?$/;

/** The number that was typed, full width and thousands' commas understood, `unit` behind it too; null if it is none. */
export function readFigure(typed: string, unit: string | null = null): number | null {
  let text = typed.normalize("NFKC").replace(/\s/g, "");
  for (const suffix of [unit?.normalize("NFKC").replace(/\s/g, ""), "%"]) {
    if (suffix && text.endsWith(suffix)) text = text.slice(0, -suffix.length);
  }
  if (!plain.test(text) && !withCommas.test(text)) return null;
  const number = Number(text.replace(/^[−▲△]/, "-").replace(/[,、]/g, ""));
  // Minus zero is zero, and nothing beyond what can be held exactly enough to be written again.
  return Number.isFinite(number) ? number + 0 : null;
}

/** Whether a text stays one when it is typed again: it is no number, does not say 未測定, and is not blank. */
export function readsAsText(text: string): boolean {
  return text.trim() !== "" && text.trim() !== NOT_MEASURED && readFigure(text) === null;
}

type ReadActual = { actual?: Actual["actual"]; problem?: "figure" | "characters" | "too-long" };

/**
 * Reads what was typed for one indicator: nothing where the box is blank, null for 未測定, a number, or words. With the
 * indicator known, its unit is understood, and words are refused (`figure`) where it asks for a number.
 */
export function readActual(text: string, indicator: Indicator | undefined): ReadActual {
  const typed = text.replaceAll("\r\n", "\n");
  if (typed.trim() === "") return {};
  if (typed.trim() === NOT_MEASURED) return { actual: null };
  const figure = readFigure(typed, indicator?.unit);
  if (figure !== null) return { actual: figure };
  if (!isStorable(typed)) return { problem: "characters" };
  if (indicator && indicator.measure !== "QUALITATIVE") return { problem: "figure" };
  return lengthOf(typed) > LONGEST_WORDS ? { problem: "too-long" } : { actual: typed };
}
