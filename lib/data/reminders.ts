import type { Actor } from "../domain/actor.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Standing, standingOf } from "../domain/round-view.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { decidersOf, holdersOf } from "./notices.ts";
import { notify } from "./outbox.ts";
import { changeRound, type ReachedRound, type RoundInput, roundEvent } from "./round-change.ts";

/** A sheet that somebody has still to do something with. */
interface Open {
  readonly sectionId: string | null;
  readonly standing: Standing;
}

/**
 * Reminds, for one section (null: the targets without one) or for all (`sectionId` absent), whoever has a sheet to
 * submit, and whoever has one to decide. Each person hears it once a day for each section. Refuses (`already-reminded`)
 * where everybody heard it today, and (`nobody-to-remind`) where nothing is open or nobody holds the post.
 */
export async function remind(
  actor: Actor,
  input: RoundInput & { readonly sectionId?: string | null | undefined },
  clock: Clock = systemClock,
): Promise<{ roundId: string }> {
  return changeRound(actor, "remind", input, clock, async ({ tx, round, now }) => {
    const today = tokyoDate(now);
    const open = await openSheets(tx, round, today);
    const sections = new Set(open.map(({ sectionId }) => sectionId));
    const asked = [...sections].filter((id) => input.sectionId === undefined || id === input.sectionId);
    const all = [];
    for (const sectionId of asked) {
      const sheets = open.filter((sheet) => sheet.sectionId === sectionId);
      const people = await peopleOf(tx, round.policy.organizationId, sectionId, sheets, today);
      const waiting = sheets.filter(({ standing }) => standing === "SUBMITTED").length;
      const counts = { unsubmitted: sheets.length - waiting, waiting };
      all.push(...people.map((userId) => ({ ...noticeOf(round, sectionId, userId, today), sectionId, counts })));
    }
    if (all.length === 0) throw new Refusal("nobody-to-remind");
    const heard = await tx.outbox.findMany({
      where: { key: { in: all.map(({ key }) => key) } },
      select: { key: true },
    });
    const fresh = all.filter(({ key }) => !heard.some((notice) => notice.key === key));
    if (fresh.length === 0) throw new Refusal("already-reminded");

    const dueOn = fromDatabaseDate(round.dueOn);
    await notify(
      tx,
      fresh.map(({ key, userId, sectionId, counts }) => ({
        key,
        userId,
        kind: "remind" as const,
        subjectType: "round",
        subjectId: round.id,
        detail: { phase: round.phase, section: sectionId, due: dueOn, ...counts },
        urgent: true,
        createdAt: now,
      })),
    );
    const of = { organizationId: round.policy.organizationId, roundId: round.id };
    const events = [...new Set(fresh.map(({ sectionId }) => sectionId))].map((sectionId) =>
      roundEvent(actor, "remind", of, { section: sectionId, people: countOf(fresh, sectionId) }, now),
    );
    const [last, ...before] = events.reverse();
    return { detail: last?.detail ?? {}, before };
  });
}

const noticeOf = (round: { id: string }, sectionId: string | null, userId: string, today: CalendarDate) => ({
  key: `remind:${round.id}:${sectionId ?? "none"}:${userId}:${today}`,
  userId,
});

const countOf = (notices: readonly { sectionId: string | null }[], sectionId: string | null) =>
  notices.filter((notice) => notice.sectionId === sectionId).length;

/** The sheets that can still be submitted, and those that wait for a decision. */
async function openSheets(tx: Transaction, round: ReachedRound, today: CalendarDate): Promise<Open[]> {
  const section = { select: { sectionId: true } } as const;
  const rows = await tx.submission.findMany({
    where: { roundId: round.id, state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] } },
    select: {
      state: true,
      headVersionId: true,
      issue: section,
      strategy: section,
      initiative: section,
      reformItem: section,
      permits: { where: { untilOn: { gte: toDatabaseDate(today) } }, select: { id: true } },
    },
  });
  return rows.flatMap((row) => {
    const standing = standingOf(row.state, row.headVersionId !== null);
    // Once the round is closed, whoever has no permit cannot submit, and is not told to.
    const possible = row.state === "SUBMITTED" || round.closedAt === null || row.permits.length > 0;
    if (!standing || !possible) return [];
    const item = row.issue ?? row.strategy ?? row.initiative ?? row.reformItem;
    return [{ sectionId: item?.sectionId ?? null, standing }];
  });
}

/** Who writes what concerns one section: its staff, and where it has none those of the whole organisation. */
export async function writersOf(
  tx: Transaction,
  organizationId: string,
  sectionId: string | null,
  today: CalendarDate,
): Promise<string[]> {
  const staff = await holdersOf(tx, organizationId, "STAFF", today);
  const own = staff.filter((post) => post.sectionId !== null && post.sectionId === sectionId);
  const writers = own.length > 0 ? own : staff.filter((post) => post.sectionId === null);
  return [...new Set(writers.map(({ userId }) => userId))];
}

/** Whoever has to do something with these sheets of one section. */
async function peopleOf(
  tx: Transaction,
  organizationId: string,
  sectionId: string | null,
  sheets: readonly Open[],
  today: CalendarDate,
): Promise<string[]> {
  const people: string[] = [];
  if (sheets.some(({ standing }) => standing !== "SUBMITTED")) {
    people.push(...(await writersOf(tx, organizationId, sectionId, today)));
  }
  if (sheets.some(({ standing }) => standing === "SUBMITTED")) {
    people.push(...(await decidersOf(tx, organizationId, [sectionId], today)));
  }
  return [...new Set(people)];
}
