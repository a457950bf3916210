import type { Clock } from "../../../lib/data/clock.ts";
import { db } from "../../../lib/data/db.ts";
import { approve, discard, returnToAuthors, saveSheet, submit } from "../../../lib/data/moves.ts";
import type { Actor } from "../../../lib/domain/actor.ts";
import type { CalendarDate } from "../../../lib/domain/fiscal-year.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import type { SheetName } from "./sheets.ts";

/** One move on the way of a sheet: who, when, what. */
export type Step = { readonly by: Actor; readonly at: Clock } & (
  | { readonly move: "save"; readonly values: SheetValues }
  | { readonly move: "submit" | "approve" }
  | { readonly move: "return"; readonly comment: string; readonly remarks: Readonly<Record<string, string>> }
  | { readonly move: "discard"; readonly comment: string }
);

/** A sheet of a round as it stands, by what it is about. */
export interface RoundSheet {
  readonly id: string;
  readonly name: SheetName;
  readonly sectionId: string | null;
  readonly lockVersion: number;
}

/** The sheets of a round in the order of their names; of two for one target, the one that went further comes first. */
export async function sheetsOfRound(roundId: string): Promise<RoundSheet[]> {
  const about = { select: { code: true, sectionId: true } };
  const rows = await db().submission.findMany({
    where: { roundId },
    select: { id: true, lockVersion: true, issue: about, strategy: about, initiative: about, reformItem: about },
  });
  return rows
    .map(({ id, lockVersion, ...targets }) => {
      const [[type, item] = ["policy", null]] = Object.entries(targets).filter(([, target]) => target !== null);
      const name = item ? `${type} ${item.code}` : type;
      return { id, lockVersion, name, sectionId: item?.sectionId ?? null };
    })
    .sort((a, b) => (a.name === b.name ? b.lockVersion - a.lockVersion : a.name < b.name ? -1 : 1));
}

/** Takes the steps that a sheet has not taken yet: each move counts its lock version up by one. */
export async function walk(sheet: Pick<RoundSheet, "id" | "lockVersion">, steps: readonly Step[]): Promise<void> {
  let versionHash = "";
  if (sheet.lockVersion > 0 && sheet.lockVersion < steps.length) {
    const { headVersion } = await db().submission.findUniqueOrThrow({
      where: { id: sheet.id },
      select: { headVersion: { select: { hash: true } } },
    });
    versionHash = headVersion?.hash ?? "";
  }
  for (const [lockVersion, step] of steps.entries()) {
    if (lockVersion < sheet.lockVersion) continue;
    const input = { submissionId: sheet.id, lockVersion, key: `mihon-${sheet.id}-${lockVersion}` };
    const moved = await take(step, input, versionHash);
    versionHash = moved.versionHash ?? "";
  }
}

function take(step: Step, input: { submissionId: string; lockVersion: number; key: string }, versionHash: string) {
  switch (step.move) {
    case "save":
      return saveSheet(step.by, { ...input, values: step.values }, step.at);
    case "submit":
      return submit(step.by, input, step.at);
    case "approve":
      return approve(step.by, { ...input, versionHash }, step.at);
    case "return":
      return returnToAuthors(step.by, { ...input, comment: step.comment, remarks: step.remarks }, step.at);
    case "discard":
      return discard(step.by, { ...input, comment: step.comment }, step.at);
  }
}

/** The calendar date that is `days` after another. */
export function daysAfter(date: CalendarDate, days: number): CalendarDate {
  const shifted = new Date(`${date}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10);
}

/** The first day from a date on that is neither Saturday nor Sunday. */
export function workdayFrom(date: CalendarDate): CalendarDate {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return daysAfter(date, day === 6 ? 2 : day === 0 ? 1 : 0);
}

/** A clock that stands at a time of a day in Japan. */
export const clockAt =
  (date: CalendarDate, time: string): Clock =>
  () =>
    new Date(`${date}T${time}:00+09:00`);
