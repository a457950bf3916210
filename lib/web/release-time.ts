import type { CalendarDate } from "../domain/fiscal-year.ts";
import type { Problem, Typed } from "../domain/forms/sheet.ts";
import { readTypedDate } from "./typed-date.ts";

/** The names of the boxes for the day and the time of a release. */
export const RELEASE_DATE = "_releaseDate";
export const RELEASE_TIME = "_releaseTime";
/** Those for the day on which a release of a past year really happened. */
export const HAPPENED_ON = "_happenedOn";

/** The day that was typed for a release of a past year, which must be given. */
export function readHappenedOn(typed: Typed): { happenedOn: CalendarDate } | { problems: readonly Problem[] } {
  const date = readTypedDate(typed, HAPPENED_ON);
  if (date === null) return { problems: [{ field: HAPPENED_ON, code: "required" }] };
  return date === "invalid" ? { problems: [{ field: HAPPENED_ON, code: "date" }] } : { happenedOn: date };
}

/** The moment (Japan's time) that was typed for a release, which must be ahead of `now`. */
export function readReleaseTime(typed: Typed, now: Date): { releaseAt: Date } | { problems: readonly Problem[] } {
  const date = readTypedDate(typed, RELEASE_DATE);
  const [hour = "", minute = ""] = ["hour", "minute"].map((box) =>
    (typed[`${RELEASE_TIME}.${box}`] ?? "").normalize("NFKC").trim(),
  );
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  const problems: Problem[] = [];
  if (date === null) problems.push({ field: RELEASE_DATE, code: "required" });
  if (date === "invalid") problems.push({ field: RELEASE_DATE, code: "date" });
  if (hour === "" && minute === "") problems.push({ field: RELEASE_TIME, code: "required" });
  else if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) problems.push({ field: RELEASE_TIME, code: "time" });
  if (problems.length > 0) return { problems };
  const releaseAt = new Date(`${date}T${time}:00+09:00`);
  return releaseAt > now ? { releaseAt } : { problems: [{ field: RELEASE_TIME, code: "time-past" }] };
}
