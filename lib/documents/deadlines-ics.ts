import ical, { ICalCalendarMethod, ICalEventTransparency } from "ical-generator";
import type { Deadline } from "../domain/deadline.ts";
import type { Language } from "../words/languages.ts";
import { roundWords, translatorOf, whatWords } from "../words/notice-words.ts";

/** How often a calendar may ask again. */
const HOURS = 12;

/**
 * Deadlines as a calendar that others subscribe to (RFC 5545): whole days, Japanese first. `desk` is where the person
 * works, `host` makes the ids unique, `madeAt` is when it was asked for.
 */
export function deadlinesIcs(
  deadlines: readonly Deadline[],
  { desk, host, madeAt }: { desk: string; host: string; madeAt: Date },
): string {
  const calendar = ical({
    name: `${translatorOf("ja")("notices.calendar.name")} (Hoshin)`,
    prodId: { company: "Hoshin", product: "deadlines", language: "JA" },
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOURS * 60 * 60,
  });
  for (const deadline of deadlines) {
    calendar.createEvent({
      id: `${deadline.id}@${host}`,
      start: new Date(`${deadline.on}T00:00:00Z`),
      allDay: true,
      timezone: "UTC",
      stamp: madeAt,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: sentence("ja", deadline),
      description: `${sentence("en", deadline)}\n${desk}`,
      url: desk,
    });
  }
  return calendar.toString();
}

function sentence(lang: Language, { kind, policy, phase, target }: Deadline): string {
  const words = translatorOf(lang);
  const round = roundWords(lang, policy, phase);
  const what = `${whatWords(lang, { target, phase, policy })} ${lang === "ja" ? policy.nameJa : policy.nameEn}`;
  return words(`notices.calendar.${kind}`, { round, what });
}
