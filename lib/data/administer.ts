import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";

/** An event on the chain that belongs to no organisation. */
export type AdministrationEvent = Pick<EventInput, "kind" | "subjectType" | "subjectId" | "detail">;

/** What is asked of administration. With a key, sending the same twice does it once. */
interface Request {
  readonly kind: string;
  readonly key?: string | undefined;
  readonly [asked: string]: unknown;
}

/**
 * What administration does: a change and the events that tell of it, on the chain that belongs to no organisation. Its
 * lock is taken first, so that whatever is looked up in `work` stays true until it is written. Administrators only.
 */
export async function administer<Result extends object>(
  actor: Actor,
  { key, ...request }: Request,
  clock: Clock,
  work: (tx: Transaction, now: Date) => Promise<{ result: Result; events: readonly AdministrationEvent[] }>,
): Promise<Result> {
  if (!actor.administrator) throw new Refusal("not-allowed");
  const change = async (tx: Transaction) => {
    const head = await lockChain(tx, null);
    const now = clock();
    const { result, events } = await work(tx, now);
    const by = { actorId: actor.userId, membershipId: null, occurredAt: now };
    await appendEvents(
      tx,
      head,
      events.map((event) => ({ ...event, ...by })),
    );
    return { outcome: result, submissionId: null };
  };
  if (key !== undefined) return once(actor, key, request, change);
  return (await db().$transaction(change)).outcome;
}

const JUST_NOW_MS = 10 * 60 * 1000;

/** Whether what a form with this key asked for was done just now, so that a page may say so. */
export async function wasDone(actor: Actor, key: string | undefined, clock: Clock = systemClock): Promise<boolean> {
  if (!z.uuid().safeParse(key).success || key === undefined) return false;
  const createdAt = { gt: new Date(clock().getTime() - JUST_NOW_MS) };
  return (await db().idempotencyKey.count({ where: { userId: actor.userId, key, createdAt } })) === 1;
}

/** Refuses (`not-found`) an id that is none. */
export function knownId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new Refusal("not-found");
  return id;
}
