import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { actorOf } from "./people.ts";

/** A session ends twelve hours after it began, or an hour after it was last used. */
export const SESSION_SECONDS = 12 * 60 * 60;
const IDLE_SECONDS = 60 * 60;
/** How stale the time of last use may be: a write at every request would cost more than it tells. */
const TOUCH_SECONDS = 60;

/** What signing in needs to know of an account; null where there is none. For lib/auth only. */
export async function findAccount(
  address: string,
): Promise<{ userId: string; passwordHash: string; disabled: boolean } | null> {
  const user = await db().user.findUnique({ where: { email: address } });
  return user && { userId: user.id, passwordHash: user.passwordHash, disabled: user.disabledAt !== null };
}

/** Begins a session of a user, as an event; returns its opaque id. */
export async function startSession(userId: string, clock: Clock = systemClock): Promise<string> {
  const now = clock();
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, null);
    const session = await tx.session.create({ data: { userId, startedAt: now, lastUsedAt: now } });
    await appendEvents(tx, head, [sessionEvent("sign-in", userId, session.id, now)]);
    return session.id;
  });
}

/** Ends a session; ending an ended one changes nothing. */
export async function endSession(sessionId: string, clock: Clock = systemClock): Promise<void> {
  const now = clock();
  await db().$transaction(async (tx) => {
    const session = await tx.session.findFirst({ where: { id: sessionId, endedAt: null } });
    if (!session) return;
    const head = await lockChain(tx, null);
    const { count } = await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data: { endedAt: now } });
    if (count === 1) await appendEvents(tx, head, [sessionEvent("sign-out", session.userId, sessionId, now)]);
  });
}

/** Ends every session of a user but one (null: but none), in somebody's transaction; returns how many that were. */
export async function endSessionsOf(tx: Transaction, userId: string, keep: string | null, now: Date): Promise<number> {
  const others = { userId, endedAt: null, ...(keep ? { id: { not: keep } } : {}) };
  return (await tx.session.updateMany({ where: others, data: { endedAt: now } })).count;
}

/** The sessions of the actor that may still hold, the last used first. */
export async function ownSessions(
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string; startedAt: Date; lastUsedAt: Date }[]> {
  const before = (seconds: number) => new Date(clock().getTime() - seconds * 1000);
  return db().session.findMany({
    where: {
      userId: actor.userId,
      endedAt: null,
      startedAt: { gt: before(SESSION_SECONDS) },
      lastUsedAt: { gt: before(IDLE_SECONDS) },
    },
    select: { id: true, startedAt: true, lastUsedAt: true },
    orderBy: { lastUsedAt: "desc" },
  });
}

/** The actor of a session that still holds; null once it ended, lapsed, or its user was disabled. Asked every request. */
export async function actorOfSession(sessionId: string, clock: Clock = systemClock): Promise<Actor | null> {
  if (!z.uuid().safeParse(sessionId).success) return null;
  const now = clock();
  const before = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const session = await db().session.findFirst({
    where: {
      id: sessionId,
      endedAt: null,
      startedAt: { gt: before(SESSION_SECONDS) },
      lastUsedAt: { gt: before(IDLE_SECONDS) },
    },
  });
  if (!session) return null;
  if (session.lastUsedAt < before(TOUCH_SECONDS)) {
    await db().session.updateMany({ where: { id: sessionId }, data: { lastUsedAt: now } });
  }
  return actorOf(session.userId, clock);
}

function sessionEvent(kind: "sign-in" | "sign-out", userId: string, sessionId: string, occurredAt: Date) {
  return {
    kind,
    actorId: userId,
    membershipId: null,
    subjectType: "user" as const,
    subjectId: userId,
    detail: { session: sessionId },
    occurredAt,
  };
}
