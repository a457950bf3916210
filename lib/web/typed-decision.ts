import type { Problem, Typed } from "../domain/forms/sheet.ts";
import { isStorable, lengthOf } from "../domain/text.ts";
import { ENVELOPE } from "./form-state.ts";
import { readTypedDate } from "./typed-date.ts";

const LONGEST_NUMBER = 100;

/** The city's own decision number and date; nothing where neither was given. */
export function readDecision(
  typed: Typed,
): { decision?: { number: string; date: string | null } } | { problems: readonly Problem[] } {
  const number = (typed[ENVELOPE.decisionNumber] ?? "").trim();
  const date = readTypedDate(typed, ENVELOPE.decisionDate);
  const wrong = (problem: Omit<Problem, "field">) => ({ problems: [{ field: ENVELOPE.decisionNumber, ...problem }] });
  if (date === "invalid") return { problems: [{ field: ENVELOPE.decisionDate, code: "date" }] };
  if (number === "" && date === null) return {};
  if (number === "") return wrong({ code: "required" });
  if (!isStorable(number)) return wrong({ code: "characters" });
  if (lengthOf(number) > LONGEST_NUMBER) return wrong({ code: "too-long", limit: LONGEST_NUMBER });
  return { decision: { number, date } };
}
