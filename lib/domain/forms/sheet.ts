import { z } from "zod";
import { isStorable, lengthOf } from "../text.ts";
import type { AmountField, ChoiceField, Field, ListField, TextField } from "./form.ts";
import { actual, indicator } from "./indicator.ts";

/** Largest amount taken: a trillion yen, well inside what every reader of the data can hold exactly. */
export const LARGEST_AMOUNT = 999_999_999;

const line = (max: number) => z.string().max(max).refine(isStorable);

export const contact = z.strictObject({
  officeName: line(200),
  sectionName: line(200),
  groupName: line(200),
  phone: line(50),
  fax: line(50),
  postalCode: line(20),
  address: line(400),
});
export type Contact = z.infer<typeof contact>;

/** What a sheet holds, by field key. A field left empty is absent. */
export const sheetValues = z.record(
  z.string(),
  z.union([z.string(), z.int(), z.array(z.string()), z.array(indicator), z.array(actual), contact]),
);
export type SheetValues = z.infer<typeof sheetValues>;
type SheetValue = SheetValues[string];

/** What was typed, by the name of the form control, before anything is understood of it. */
export type Typed = Readonly<Record<string, string>>;

export type ProblemCode = "required" | "too-long" | "characters" | "amount" | "choice" | "shape" | "date";

/** One thing that is wrong with one field. `limit` goes with `too-long`. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly limit?: number;
}

type Read = { value?: SheetValue; problem?: Omit<Problem, "field"> };

function readText(field: TextField, typed: string): Read {
  // Browsers post line ends as CRLF; everything else is kept exactly as written.
  const text = typed.replaceAll("\r\n", "\n");
  if (text.trim() === "") return {};
  if (!isStorable(text)) return { problem: { code: "characters" } };
  if (lengthOf(text) > field.maxLength) return { problem: { code: "too-long", limit: field.maxLength } };
  return { value: text };
}

function readList(field: ListField, typed: string): Read {
  const lines = typed.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "");
  if (lines.length === 0) return {};
  if (!isStorable(typed)) return { problem: { code: "characters" } };
  if (lengthOf(lines.join("")) > field.maxLength) return { problem: { code: "too-long", limit: field.maxLength } };
  return { value: lines };
}

function readChoice(field: ChoiceField, typed: string): Read {
  if (typed === "") return {};
  return field.choices.some((choice) => choice.code === typed) ? { value: typed } : { problem: { code: "choice" } };
}

// Commas only where they divide thousands: 1,5 is more likely a fraction than fifteen.
const wholeAmount = /^(\d{1,12}|\d{1,3}([,、]\d{3})+)$/;

/** Understands 5237, 5,237, ５，２３７ and 5,237千円; refuses signs, fractions and anything else. */
function readAmount(_field: AmountField, typed: string): Read {
  const text = typed.normalize("NFKC").replace(/\s/g, "").replace(/千円$/, "");
  if (text === "") return {};
  const amount = wholeAmount.test(text) ? Number(text.replace(/[,、]/g, "")) : Number.NaN;
  return amount <= LARGEST_AMOUNT ? { value: amount } : { problem: { code: "amount" } };
}

function readField(field: Field, typed: string): Read {
  switch (field.kind) {
    case "text":
      return readText(field, typed);
    case "list":
      return readList(field, typed);
    case "choice":
      return readChoice(field, typed);
    case "amount":
      return readAmount(field, typed);
    case "indicators":
    case "actuals":
    case "contact":
      return readJson(field, typed);
  }
}

function readJson(field: Field, typed: string): Read {
  if (typed === "") return {};
  try {
    const checked = valueSchema(field).safeParse(JSON.parse(typed));
    return checked.success ? { value: checked.data } : { problem: { code: "shape" } };
  } catch {
    return { problem: { code: "shape" } };
  }
}

/** Reads what was typed into a sheet. `values` holds what was understood, `problems` what was not. */
export function readSheet(fields: readonly Field[], typed: Typed): { values: SheetValues; problems: Problem[] } {
  const values: SheetValues = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const { value, problem } = readField(field, typed[field.key] ?? "");
    if (problem) problems.push({ field: field.key, ...problem });
    else if (value !== undefined) values[field.key] = value;
  }
  return { values, problems };
}

/** What a field shows in its control for a stored value: the inverse of reading it. */
export function typedOf(field: Field, value: SheetValue | undefined): string {
  if (value === undefined) return "";
  if (field.kind === "list" && Array.isArray(value)) return value.join("\n");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function valueSchema(field: Field): z.ZodType<SheetValue> {
  switch (field.kind) {
    case "text":
      return z.string().refine((text) => text.trim() !== "" && isStorable(text) && lengthOf(text) <= field.maxLength);
    case "list":
      return z
        .array(z.string().refine((entry) => entry.trim() !== "" && !entry.includes("\n") && isStorable(entry)))
        .min(1)
        .refine((entries) => lengthOf(entries.join("")) <= field.maxLength);
    case "choice":
      return z.string().refine((code) => field.choices.some((choice) => choice.code === code));
    case "amount":
      return z.int().min(0).max(LARGEST_AMOUNT);
    case "indicators":
      return z.array(indicator);
    case "actuals":
      return z.array(actual);
    case "contact":
      return contact;
  }
}

/** The zod schema of a draft: every field may be absent, none may be malformed, none may be unknown. */
export function draftSchema(fields: readonly Field[]): z.ZodType<SheetValues> {
  const shape = Object.fromEntries(fields.map((field) => [field.key, valueSchema(field).optional()]));
  return z.strictObject(shape) as unknown as z.ZodType<SheetValues>;
}

/** Whether a field must be filled, given what the sheet holds now. */
export function isRequired(field: Field, values: SheetValues): boolean {
  if (field.required === undefined) return false;
  if (field.required === true) return true;
  const decisive = values[field.required.field];
  return typeof decisive === "string" && field.required.oneOf.includes(decisive);
}

/** The fields that still have to be filled before the sheet can be submitted, in the form's order. */
export function missingFields(fields: readonly Field[], values: SheetValues): Problem[] {
  return fields
    .filter((field) => values[field.key] === undefined && isRequired(field, values))
    .map((field) => ({ field: field.key, code: "required" as const }));
}
