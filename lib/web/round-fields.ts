import { evaluationPhase } from "../domain/edition.ts";
import type { EvaluationPhase } from "../domain/forms/form.ts";
import type { Problem, Typed } from "../domain/forms/sheet.ts";
import { datesInOrder, ROUND_DATES, type RoundDates } from "../domain/round-view.ts";
import { readTypedDate } from "./typed-date.ts";

/** The controls of the forms about rounds, beside those of ENVELOPE. */
export const ROUND_FIELDS = {
  round: "_round",
  policy: "_policy",
  /** Whom to remind: a section's id, "none" for the targets without one, "all". */
  section: "_section",
  untilOn: "untilOn",
  reason: "reason",
  effectiveOn: "effectiveOn",
  /** The section that is to answer for the chosen items; "none" takes the section away. */
  assigned: "assigned",
  /** No control of its own: what is said about the check boxes together. */
  items: "items",
} as const;

/** An item that was chosen: itself, or (branch) with everything below it. */
export const itemName = (id: string): string => `_item.${id}`;
export const branchName = (id: string): string => `_branch.${id}`;

/** The ids of the chosen items of one kind of check box. */
export function chosenIds(typed: Typed, nameOf: (id: string) => string): string[] {
  const start = nameOf("");
  return Object.keys(typed).flatMap((name) => (name.startsWith(start) ? [name.slice(start.length)] : []));
}

/** A date that must be given; otherwise what is wrong with it. */
export function requiredDate(typed: Typed, name: string): { date: string } | { problem: Problem } {
  const date = readTypedDate(typed, name);
  if (date === "invalid") return { problem: { field: name, code: "date" } };
  return date === null ? { problem: { field: name, code: "required" } } : { date };
}

/** The three days of a round as they were typed, or what is wrong with which of them. */
export function readDates(typed: Typed): { dates: RoundDates } | { problems: Problem[] } {
  const read = ROUND_DATES.map((name) => [name, requiredDate(typed, name)] as const);
  const problems = read.flatMap(([, one]) => ("problem" in one ? [one.problem] : []));
  if (problems.length > 0) return { problems };
  const dates = Object.fromEntries(read.map(([name, one]) => [name, "date" in one ? one.date : ""]));
  const typedDates = dates as unknown as RoundDates;
  if (datesInOrder(typedDates)) return { dates: typedDates };
  const field = typedDates.dueOn < typedDates.opensOn ? "dueOn" : "plannedReleaseOn";
  return { problems: [{ field, code: "date-order" }] };
}

/** The phase that an address names; null for anything that has no rounds. */
export function phaseOfAddress(segment: string): EvaluationPhase | null {
  return evaluationPhase.safeParse(segment).data ?? null;
}
