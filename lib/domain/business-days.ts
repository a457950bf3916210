import type { CalendarDate } from "./fiscal-year.ts";

/** Whether a date is a public holiday; the calendar of holidays is handed in, because laws change it. */
export type IsHoliday = (date: CalendarDate) => boolean;

const DAY_MS = 24 * 60 * 60 * 1000;

const midnight = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`);

/** The calendar date so many days later (or, negative, earlier). */
export function daysLater(date: CalendarDate, days: number): CalendarDate {
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the offices are open: no weekend, no public holiday, and not 29 December to 3 January. */
export function isBusinessDay(date: CalendarDate, isHoliday: IsHoliday): boolean {
  const weekday = new Date(midnight(date)).getUTCDay();
  const day = date.slice(5);
  return weekday !== 0 && weekday !== 6 && day < "12-29" && day > "01-03" && !isHoliday(date);
}

/** How many business days there are after `from` up to `to`, that day included; 0 where `to` is not later. */
export function businessDaysUntil(from: CalendarDate, to: CalendarDate, isHoliday: IsHoliday): number {
  let count = 0;
  for (let date = daysLater(from, 1); date <= to; date = daysLater(date, 1)) {
    if (isBusinessDay(date, isHoliday)) count += 1;
  }
  return count;
}

/**
 * What a business day says of a due date: a week of business days are left (`due-7`), one or none (`due-1`), or it has
 * passed (`overdue`); null where there is nothing to say yet, and on every day on which nobody is at work.
 */
export function dueKind(
  today: CalendarDate,
  dueOn: CalendarDate,
  isHoliday: IsHoliday,
): "due-7" | "due-1" | "overdue" | null {
  if (!isBusinessDay(today, isHoliday)) return null;
  if (today > dueOn) return "overdue";
  // A year ahead need not be counted day by day.
  if (daysLater(today, 40) < dueOn) return null;
  const left = businessDaysUntil(today, dueOn, isHoliday);
  if (left <= 1) return "due-1";
  return left <= 7 ? "due-7" : null;
}
