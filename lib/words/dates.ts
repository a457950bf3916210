import { type CalendarDate, type Era, eraOfDate, eraOfFiscalYear, tokyoDate } from "../domain/fiscal-year.ts";
import type { Language } from "./languages.ts";

const ERA_NAMES: Record<Era, { ja: string; en: string }> = {
  reiwa: { ja: "令和", en: "Reiwa" },
  heisei: { ja: "平成", en: "Heisei" },
  showa: { ja: "昭和", en: "Shōwa" },
};

// The first year of an era is 元年, never 1年.
const eraYearJa = (era: Era, year: number) => `${ERA_NAMES[era].ja}${year === 1 ? "元" : year}年`;

// A line never ends between the era and its year.
const eraYearEn = (era: Era, year: number) => `${ERA_NAMES[era].en}\u00a0${year}`;

/** A fiscal year with both calendars: 令和2年度(2020年度), FY2020 (Reiwa 2). */
export function fiscalYearWords(language: Language, fiscalYear: number): string {
  const { era, year } = eraOfFiscalYear(fiscalYear);
  return language === "ja"
    ? `${eraYearJa(era, year)}度(${fiscalYear}年度)`
    : `FY${fiscalYear} (${eraYearEn(era, year)})`;
}

const englishDate = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** A calendar date with both calendars: 令和2年10月2日(2020年), 2 October 2020 (Reiwa 2). */
export function dateWords(language: Language, date: CalendarDate): string {
  const { era, year } = eraOfDate(date);
  const [western = "", month = "", day = ""] = date.split("-");
  if (language === "ja") return `${eraYearJa(era, year)}${Number(month)}月${Number(day)}日(${western}年)`;
  return `${englishDate.format(new Date(`${date}T00:00:00Z`))} (${eraYearEn(era, year)})`;
}

const clockTime = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Tokyo",
});

/** An instant's time of day in Japan: 9:05 is 09:05. */
export function timeWords(instant: Date): string {
  return clockTime.format(instant);
}

/** An instant as date and time in Japan: 令和2年10月2日(2020年) 9:05. */
export function instantWords(language: Language, instant: Date): string {
  return `${dateWords(language, tokyoDate(instant))} ${clockTime.format(instant)}`;
}
