import { z } from "zod";
import { differsFromSuggested } from "../grades.ts";
import { INDICATOR_LINES, NO_INDICATOR, type ProblemOfControl, readControls } from "./controls.ts";
import type { Field } from "./form.ts";
import { type Indicator, NOT_MEASURED } from "./indicator.ts";
import { type SheetValue, sheetValue, valueSchema } from "./value.ts";

/** What a sheet holds, by field key. A field left empty is absent. */
export const sheetValues = z.record(z.string(), sheetValue);
export type SheetValues = z.infer<typeof sheetValues>;

/** What was typed, by the name of the form control, before anything is understood of it. */
export type Typed = Readonly<Record<string, string>>;

export type ProblemCode =
  | ProblemOfControl["code"]
  | "required"
  | "date"
  | "date-order"
  | "date-past"
  | "time"
  | "time-past"
  | "taken"
  | "code-shape"
  | "code-taken"
  | "changed-meanwhile"
  | "deputy-taken"
  | "held"
  | "password-length"
  | "password-differs"
  | "password-wrong";

/** One thing that is wrong with one field. `limit` goes with `too-long`. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly limit?: number;
  /** The control that it stands in, where the field has several. */
  readonly control?: string;
}

/**
 * The controls of a field among what was typed: one that has the field's key for its name, or several that have it with
 * a dot and the id of an indicator, the code of a choice, the name of a contact's line.
 */
export function controlsOf(field: Field, typed: Typed): Typed {
  const own = Object.entries(typed).filter(([name]) => name === field.key || name.startsWith(`${field.key}.`));
  return Object.fromEntries(own);
}

/**
 * Reads what was typed into a sheet. `values` holds what was understood, `problems` what was not. With the target's
 * `plan` given, actuals are read as their indicators ask: units understood, words refused where a figure is asked for.
 */
export function readSheet(
  fields: readonly Field[],
  typed: Typed,
  plan: SheetValues = {},
): { values: SheetValues; problems: Problem[] } {
  const values: SheetValues = {};
  const problems: Problem[] = [];
  for (const field of fields) {
    const { value, problems: found } = readControls(field, controlsOf(field, typed), plan);
    for (const problem of found ?? []) problems.push({ field: field.key, ...problem });
    if (!found && value !== undefined) values[field.key] = value;
  }
  return { values, problems };
}

/** What a field's controls show for a stored value, by name: the inverse of reading them. */
export function typedOf(field: Field, value: SheetValue | undefined): Typed {
  const { key } = field;
  if (value === undefined) return {};
  if (typeof value !== "object") return { [key]: String(value) };
  const under = (entries: readonly (readonly [string, string])[]) =>
    Object.fromEntries(entries.map(([name, text]) => [`${key}.${name}`, text]));
  // Every value was checked against its field when it was saved (draftSchema), hence the narrowing by kind.
  switch (field.kind) {
    case "list":
      return { [key]: (value as string[]).join("\n") };
    case "choices":
      return under((value as string[]).map((code) => [code, "on"]));
    case "actuals":
      return under(
        (value as { indicatorId: string; actual: string | number | null }[]).map(({ indicatorId, actual }) => [
          indicatorId,
          actual === null ? NOT_MEASURED : String(actual),
        ]),
      );
    case "contact":
      return under(Object.entries(value as Record<string, string>));
    case "indicators":
      if ((value as Indicator[]).length === 0) return under([[NO_INDICATOR, "on"]]);
      return under(
        (value as Indicator[]).flatMap(({ id, ...lines }) =>
          INDICATOR_LINES.map((line) => [`${id}.${line}`, String(lines[line] ?? "")] as const),
        ),
      );
    default:
      return {};
  }
}

/** The zod schema of a draft: every field may be absent, none may be malformed, none may be unknown. */
export function draftSchema(fields: readonly Field[]): z.ZodType<SheetValues> {
  const shape = Object.fromEntries(fields.map((field) => [field.key, valueSchema(field).optional()]));
  return z.strictObject(shape) as unknown as z.ZodType<SheetValues>;
}

/** Whether a field must be filled, given what the sheet and its target's plan hold. `fields` are all of the sheet's. */
export function isRequired(
  field: Field,
  fields: readonly Field[],
  values: SheetValues,
  plan: SheetValues = {},
): boolean {
  const { required } = field;
  if (required === undefined) return false;
  if (required === true) return true;
  if ("differsFrom" in required) {
    const grade = fields.find(({ key }) => key === required.differsFrom);
    return grade?.kind === "choice" && differsFromSuggested(grade, values, plan);
  }
  const decisive = values[required.field];
  return typeof decisive === "string" && required.oneOf.includes(decisive);
}

/** The fields that still have to be filled before the sheet can be submitted, in the form's order. */
export function missingFields(fields: readonly Field[], values: SheetValues, plan: SheetValues = {}): Problem[] {
  return fields
    .filter((field) => values[field.key] === undefined && isRequired(field, fields, values, plan))
    .map((field) => ({ field: field.key, code: "required" as const }));
}
