import { z } from "zod";
import { type Actor, belongsTo, holdsRoleAnywhere, membershipFor } from "../domain/actor.ts";
import { evaluationPhase } from "../domain/edition.ts";
import { Refusal } from "../domain/refusal.ts";
import type { RoundEventKind } from "../domain/round-view.ts";
import type { Clock } from "./clock.ts";
import type { Transaction } from "./db.ts";
import { appendEvents, type ChainHead, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";

/** What every change of a round has in common. */

/** What every one of these names: the round, and the key that makes sending it twice harmless. */
export interface RoundInput {
  readonly roundId: string;
  readonly key: string;
}

/** One round through the actor's reach; refuses with `not-found`. */
export async function reachRound(actor: Actor, id: string, tx: Transaction) {
  const round = z.uuid().safeParse(id).success
    ? await tx.round.findUnique({ where: { id }, include: { policy: { include: { organization: true } } } })
    : null;
  if (!round || !belongsTo(actor, round.policy.organizationId)) throw new Refusal("not-found");
  return { ...round, phase: evaluationPhase.parse(round.phase) };
}

export type ReachedRound = Awaited<ReturnType<typeof reachRound>>;

/** The event that something done to a round leaves on it. */
export function roundEvent(
  actor: Actor,
  kind: RoundEventKind,
  of: { readonly organizationId: string; readonly roundId: string },
  detail: EventInput["detail"],
  now: Date,
): EventInput {
  return {
    kind,
    actorId: actor.userId,
    membershipId: membershipFor(actor, of.organizationId, [null], ["COORDINATOR"])?.id ?? null,
    subjectType: "round",
    subjectId: of.roundId,
    detail,
    occurredAt: now,
  };
}

/** One change of a round in one transaction: reach → role → chain → the change → its event. */
export async function changeRound(
  actor: Actor,
  kind: RoundEventKind,
  input: RoundInput,
  clock: Clock,
  work: (at: {
    readonly tx: Transaction;
    readonly round: ReachedRound;
    readonly chain: ChainHead;
    readonly now: Date;
  }) => Promise<{ readonly detail: EventInput["detail"]; readonly before?: readonly EventInput[] }>,
): Promise<{ roundId: string }> {
  const { key, ...request } = input;
  return once(actor, key, { move: kind, ...request }, async (tx) => {
    const now = clock();
    const { policy } = await reachRound(actor, input.roundId, tx);
    if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
    const chain = await lockChain(tx, policy.organizationId);
    // Read under the lock, so that of two who change it at once the second sees what the first did.
    const round = await reachRound(actor, input.roundId, tx);
    const { detail, before = [] } = await work({ tx, round, chain, now });
    const of = { organizationId: policy.organizationId, roundId: round.id };
    await appendEvents(tx, chain, [...before, roundEvent(actor, kind, of, detail, now)]);
    return { outcome: { roundId: round.id }, submissionId: null };
  });
}
