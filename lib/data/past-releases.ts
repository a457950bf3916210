import { type CalendarDate, calendarDate, fiscalYearSpan, isOver, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";

/**
 * When a release happened that is entered into the record long after (遡って登録): at nine in the morning in Japan of the
 * day that its coordinator names. Refuses a policy whose fiscal year is not over (`year-not-over`), and a day that is ahead
 * or lies before the policy's last Edition or more than a year before its fiscal year (`not-in-order`).
 */
export function pastInstant(
  policy: { readonly fiscalYear: number; readonly currentEdition: { readonly occurredAt: Date } | null },
  happenedOn: CalendarDate,
  now: Date,
): Date {
  const today = tokyoDate(now);
  if (!isOver(policy.fiscalYear, today)) throw new Refusal("year-not-over");
  const last = policy.currentEdition?.occurredAt;
  const earliest = last ? tokyoDate(last) : fiscalYearSpan(policy.fiscalYear - 1).start;
  const day = calendarDate.safeParse(happenedOn);
  if (!day.success || day.data > today || day.data < earliest) throw new Refusal("not-in-order");
  const morning = new Date(`${day.data}T09:00:00+09:00`);
  // On the day of the last Edition it came after that one, and today it has not come later than now.
  if (last && morning < last) return last;
  return morning < now ? morning : now;
}
