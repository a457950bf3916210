import { z } from "zod";
import { isStorable, lengthOf } from "../text.ts";
import type { ChoicesField, Field } from "./form.ts";
import { actual, indicator, readsAsText } from "./indicator.ts";

/** Largest amount taken: a trillion yen, well inside what every reader of the data can hold exactly. */
export const LARGEST_AMOUNT = 999_999_999;

/** The lines of a contact, each with the characters that it may have. */
export const CONTACT_LINES = {
  officeName: 200,
  sectionName: 200,
  groupName: 200,
  phone: 50,
  fax: 50,
  postalCode: 20,
  address: 400,
} as const;

const line = (max: number) => z.string().refine((text) => isStorable(text) && lengthOf(text) <= max);

export const contact = z.strictObject({
  officeName: line(CONTACT_LINES.officeName),
  sectionName: line(CONTACT_LINES.sectionName),
  groupName: line(CONTACT_LINES.groupName),
  phone: line(CONTACT_LINES.phone),
  fax: line(CONTACT_LINES.fax),
  postalCode: line(CONTACT_LINES.postalCode),
  address: line(CONTACT_LINES.address),
});
export type Contact = z.infer<typeof contact>;

/** What one field of a sheet may hold, of whichever kind. */
export const sheetValue = z.union([
  z.string(),
  z.int(),
  z.array(z.string()),
  z.array(indicator),
  z.array(actual),
  contact,
]);
export type SheetValue = z.infer<typeof sheetValue>;

/** The codes in the order of the form, each once, those that the form does not know left out. */
export function inOrder(field: ChoicesField, codes: readonly string[]): string[] {
  return field.choices.map(({ code }) => code).filter((code) => codes.includes(code));
}

/** The zod schema of a field's value, as a draft may hold it. An empty value is an absent one and not taken. */
export function valueSchema(field: Field): z.ZodType<SheetValue> {
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
    case "choices":
      return z
        .array(z.string())
        .min(1)
        .refine((codes) => inOrder(field, codes).join() === codes.join());
    case "amount":
      return z.int().min(0).max(LARGEST_AMOUNT);
    case "indicators":
      return z.array(indicator);
    case "actuals":
      return z
        .array(actual)
        .min(1)
        .refine((lines) => new Set(lines.map(({ indicatorId }) => indicatorId)).size === lines.length)
        .refine((lines) => lines.every((entry) => typeof entry.actual !== "string" || readsAsText(entry.actual)));
    case "contact":
      return contact.refine((lines) => Object.values(lines).some((entry) => entry.trim() !== ""));
  }
}
