import type { CalendarDate } from "../domain/fiscal-year.ts";
import type { Problem, ProblemCode, Typed } from "../domain/forms/sheet.ts";
import { dayOfPost } from "../domain/people-view.ts";
import { Refusal, type RefusalCode } from "../domain/refusal.ts";
import { isStorable, lengthOf } from "../domain/text.ts";
import type { Answer } from "./form-action.ts";
import { ENVELOPE } from "./form-state.ts";
import { readTypedDate } from "./typed-date.ts";

/**
 * Reads the fields of a form whose names begin with the form's own. What cannot be understood is noted in `problems`,
 * beside its field, and reads as empty; look at `problems` before using anything.
 */
export function readForm(typed: Typed) {
  const problems: Problem[] = [];
  /** The name of a field's control on the page. */
  const nameOf = (field: string) => `${typed[ENVELOPE.form] ?? ""}.${field}`;
  const report = (field: string, code: ProblemCode, limit?: number) => {
    problems.push({ field: nameOf(field), code, ...(limit === undefined ? {} : { limit }) });
  };
  const raw = (field: string) => (typed[nameOf(field)] ?? "").trim();

  /** A text in so many characters; null where nothing was typed. */
  const optional = (field: string, limit: number): string | null => {
    const text = raw(field);
    if (text === "") return null;
    if (!isStorable(text)) report(field, "characters");
    else if (lengthOf(text) > limit) report(field, "too-long", limit);
    return text;
  };
  /** A text that must be there. */
  const text = (field: string, limit: number): string => {
    const given = optional(field, limit);
    if (given === null) report(field, "required");
    return given ?? "";
  };
  /** A text that must have a shape. */
  const shaped = (field: string, limit: number, fits: (given: string) => boolean): string => {
    const noted = problems.length;
    const given = text(field, limit);
    if (problems.length === noted && !fits(given)) report(field, "shape");
    return given;
  };
  /** One of the values; the first where something else came, which is noted. */
  const choice = <Value extends string>(field: string, values: readonly [Value, ...Value[]]): Value => {
    const given = raw(field);
    const found = values.find((value) => value === given);
    if (!found) report(field, given === "" ? "required" : "choice");
    return found ?? values[0];
  };
  /** A date, or null where all three boxes are empty. */
  const optionalDate = (field: string): CalendarDate | null => {
    const date = readTypedDate(typed, nameOf(field));
    if (date === null || dayOfPost.safeParse(date).success) return date;
    report(field, "date");
    return null;
  };
  const date = (field: string): CalendarDate => {
    const noted = problems.length;
    const given = optionalDate(field);
    if (given === null && problems.length === noted) report(field, "required");
    return given ?? "";
  };
  const checked = (field: string): boolean => raw(field) === "on";
  return { problems, nameOf, report, raw, optional, text, shaped, choice, optionalDate, date, checked };
}

/** Says beside a field what was refused because of it. */
export async function besideField(
  refused: RefusalCode,
  problem: Problem,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && error.code === refused) return { problems: [problem] };
    throw error;
  }
}
