import { z } from "zod";

// PostgreSQL cannot keep NUL, and half a surrogate pair is no character at all.
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Whether every character of a text can be kept exactly as written. */
export function isStorable(text: string): boolean {
  return !unstorable.test(text);
}

/** Characters in a text, counted as people count them in a form: code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** A text that must not be empty, in at most so many characters. */
export function textUpTo(max: number): z.ZodType<string> {
  return z.string().refine((text) => text.trim() !== "" && isStorable(text) && lengthOf(text) <= max);
}
