import type { Actor } from "../domain/actor.ts";
import type { AccountView } from "../domain/people-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { endCalendarsOf } from "./calendar.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { userEvent, voidPasswordLinksOf } from "./people.ts";
import { postView, withPlaces } from "./post-view.ts";
import { endSessionsOf, ownSessions } from "./sessions.ts";

/** What people do with their own account. */

/** The actor's own account; `sessionId` is the session of this request. */
export async function ownAccount(
  actor: Actor,
  sessionId: string | null,
  clock: Clock = systemClock,
): Promise<AccountView> {
  const user = await db().user.findUnique({
    where: { id: actor.userId },
    select: { name: true, email: true, memberships: withPlaces },
  });
  if (!user) throw new Refusal("not-found");
  const sessions = await ownSessions(actor, clock);
  return {
    name: user.name,
    email: user.email,
    posts: user.memberships.map(postView),
    sessions: sessions.map(({ id, ...times }) => ({ ...times, current: id === sessionId })),
  };
}

/**
 * Gives the actor a new password; every other session of theirs ends, `sessionId` goes on; the address of their calendar
 * is void. `passwordHash` is argon2id's; that the old password was right is lib/auth's to see.
 */
export async function changePassword(
  actor: Actor,
  input: { readonly passwordHash: string; readonly sessionId: string | null; readonly key: string },
  clock: Clock = systemClock,
): Promise<void> {
  await forOneself(actor, { kind: "change-password", key: input.key }, clock, async (tx, now) => {
    await tx.user.update({ where: { id: actor.userId }, data: { passwordHash: input.passwordHash } });
    await voidPasswordLinksOf(tx, actor.userId, now);
    await endCalendarsOf(tx, actor.userId, now);
    return { sessions: await endSessionsOf(tx, actor.userId, input.sessionId, now) };
  });
}

/** Signs the actor out everywhere but in the session of this request. */
export async function endOtherSessions(
  actor: Actor,
  { sessionId, key }: { readonly sessionId: string | null; readonly key: string },
  clock: Clock = systemClock,
): Promise<void> {
  await forOneself(actor, { kind: "sign-out-elsewhere", key }, clock, async (tx, now) => ({
    sessions: await endSessionsOf(tx, actor.userId, sessionId, now),
  }));
}

async function forOneself(
  actor: Actor,
  { kind, key }: { readonly kind: string; readonly key: string },
  clock: Clock,
  work: (tx: Transaction, now: Date) => Promise<EventInput["detail"]>,
): Promise<void> {
  await once(actor, key, { kind }, async (tx) => {
    const head = await lockChain(tx, null);
    const now = clock();
    const event = userEvent(kind, actor.userId, await work(tx, now));
    await appendEvents(tx, head, [{ ...event, actorId: actor.userId, membershipId: null, occurredAt: now }]);
    return { outcome: {}, submissionId: null };
  });
}
