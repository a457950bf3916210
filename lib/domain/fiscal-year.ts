import { z } from "zod";

/** A calendar date as ISO text, `2020-04-01`. Fiscal years are counted on these, never on shifted timestamps. */
export const calendarDate = z.iso.date();
export type CalendarDate = string;

export type Era = "reiwa" | "heisei" | "showa";

const tokyo = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Asia/Tokyo",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** The calendar date that it is in Japan at an instant. */
export function tokyoDate(instant: Date): CalendarDate {
  return tokyo.format(instant);
}

/** Whether something was entered into the record on a later day than the one on which it happened (遡って登録). */
export function isBackdated({ occurredAt, recordedAt }: { occurredAt: Date; recordedAt: Date }): boolean {
  return tokyoDate(recordedAt) > tokyoDate(occurredAt);
}

/** The fiscal year (April to March) that a calendar date lies in. */
export function fiscalYearOf(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** First and last day of a fiscal year. */
export function fiscalYearSpan(year: number): { start: CalendarDate; end: CalendarDate } {
  return { start: `${year}-04-01`, end: `${year + 1}-03-31` };
}

/** Whether a fiscal year lies behind on a calendar date. */
export function isOver(year: number, today: CalendarDate): boolean {
  return today > fiscalYearSpan(year).end;
}

/**
 * The era and era year by which a fiscal year is called. FY2019 is 令和元年度: cities named the whole year after the
 * new era once it had begun in May. Refuses years before Shōwa 1 (1926).
 */
export function eraOfFiscalYear(year: number): { era: Era; year: number } {
  if (year >= 2019) return { era: "reiwa", year: year - 2018 };
  if (year >= 1989) return { era: "heisei", year: year - 1988 };
  if (year >= 1926) return { era: "showa", year: year - 1925 };
  throw new RangeError(`no era for fiscal year ${year}`);
}

/** The era and era year of a calendar date, by the days on which the eras began. Refuses dates before Shōwa. */
export function eraOfDate(date: CalendarDate): { era: Era; year: number } {
  const year = Number(date.slice(0, 4));
  if (date >= "2019-05-01") return { era: "reiwa", year: year - 2018 };
  if (date >= "1989-01-08") return { era: "heisei", year: year - 1988 };
  if (date >= "1926-12-25") return { era: "showa", year: year - 1925 };
  throw new RangeError(`no era for ${date}`);
}
