import { randomBytes } from "node:crypto";
import { z } from "zod";
import { type Actor, holdsRole } from "../domain/actor.ts";
import { hashOfText } from "../domain/canonical.ts";
import type { Deadline } from "../domain/deadline.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { policyColumns, targetLine } from "./notice-lines.ts";
import { actorOf } from "./people.ts";

/** A person's private calendar: whoever knows its token sees that person's deadlines, without signing in. */

const TOKEN_BYTES = 32;
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Makes a person's calendar, voiding an earlier one. Its token is told this once; only its hash is kept. */
export async function makeCalendar(actor: Actor, clock: Clock = systemClock): Promise<{ token: string }> {
  const made = randomBytes(TOKEN_BYTES).toString("base64url");
  await change(actor, "make-calendar", clock(), async (tx, now) => {
    await endCalendarsOf(tx, actor.userId, now);
    const data = { userId: actor.userId, tokenHash: hashOfText(made), createdAt: now };
    return (await tx.calendarFeed.create({ data })).id;
  });
  return { token: made };
}

/** Voids a person's calendar; refuses (`not-found`) where there is none. */
export async function revokeCalendar(actor: Actor, clock: Clock = systemClock): Promise<void> {
  await change(actor, "revoke-calendar", clock(), async (tx, now) => {
    const feed = await tx.calendarFeed.findFirst({ where: { userId: actor.userId, revokedAt: null } });
    if (!feed) throw new Refusal("not-found");
    await tx.calendarFeed.update({ where: { id: feed.id }, data: { revokedAt: now } });
    return feed.id;
  });
}

/** Makes the address of a person's calendar void. */
export async function endCalendarsOf(tx: Transaction, userId: string, now: Date): Promise<void> {
  await tx.calendarFeed.updateMany({ where: { userId, revokedAt: null }, data: { revokedAt: now } });
}

/** When the calendar that a person uses was made; null where they use none. */
export async function calendarOf(actor: Actor): Promise<{ createdAt: Date } | null> {
  return db().calendarFeed.findFirst({
    where: { userId: actor.userId, revokedAt: null },
    select: { createdAt: true },
  });
}

/**
 * The deadlines that a calendar shows today: due dates and planned releases of the open rounds of the person's
 * organisations, and late permits on sheets of their sections. Null for a token that is unknown or void, and for a
 * person who was disabled. The token is the leave: takes no actor.
 */
export async function deadlinesOf(given: string, clock: Clock = systemClock): Promise<Deadline[] | null> {
  if (!token.safeParse(given).success) return null;
  const feed = await db().calendarFeed.findUnique({ where: { tokenHash: hashOfText(given) } });
  const actor = feed && feed.revokedAt === null ? await actorOf(feed.userId, clock) : null;
  if (!actor) return null;
  const organizationId = { in: actor.memberships.map((membership) => membership.organizationId) };
  const rounds = await db().round.findMany({
    where: { closedAt: null, policy: { organizationId } },
    include: { policy: policyColumns },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
  });
  const ofRounds = rounds.flatMap(({ id, dueOn, plannedReleaseOn, phase, policy: { organization, ...year } }) => {
    const round = { policy: { ...year, ...organization }, phase, target: null };
    return [
      { id: `${id}-due`, kind: "due" as const, on: fromDatabaseDate(dueOn), ...round },
      { id: `${id}-planned`, kind: "planned" as const, on: fromDatabaseDate(plannedReleaseOn), ...round },
    ];
  });
  return [...ofRounds, ...(await permitsFor(actor, organizationId))];
}

const item = { select: { code: true, title: true, sectionId: true } } as const;

async function permitsFor(actor: Actor, organizationId: { in: string[] }): Promise<Deadline[]> {
  const permits = await db().latePermit.findMany({
    where: { submission: { policy: { organizationId }, state: { in: ["DRAFT", "RETURNED"] } } },
    include: {
      submission: {
        include: {
          policy: { select: { ...policyColumns.select, organizationId: true } },
          issue: item,
          strategy: item,
          initiative: item,
          reformItem: item,
        },
      },
    },
    orderBy: [{ untilOn: "asc" }, { id: "asc" }],
  });
  return permits.flatMap(({ id, untilOn, submission }) => {
    const { policy, phase, issue, strategy, initiative, reformItem } = submission;
    const sectionId = (issue ?? strategy ?? initiative ?? reformItem)?.sectionId ?? null;
    if (!holdsRole(actor, "STAFF", policy.organizationId, sectionId)) return [];
    const { organization, organizationId: _organizationId, ...year } = policy;
    return [
      {
        id: `${id}-permit`,
        kind: "permit" as const,
        on: fromDatabaseDate(untilOn),
        policy: { ...year, ...organization },
        phase,
        target: targetLine(submission),
      },
    ];
  });
}

async function change(
  actor: Actor,
  kind: string,
  now: Date,
  work: (tx: Transaction, now: Date) => Promise<string>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const head = await lockChain(tx, null);
    const calendar = await work(tx, now);
    const about = { subjectType: "user" as const, subjectId: actor.userId, detail: { calendar } };
    await appendEvents(tx, head, [{ kind, actorId: actor.userId, membershipId: null, ...about, occurredAt: now }]);
  });
}
