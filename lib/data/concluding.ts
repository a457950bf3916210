import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { evaluationPhase } from "../domain/edition.ts";
import type { EvaluationPhase } from "../domain/forms/form.ts";
import { Refusal } from "../domain/refusal.ts";
import type { UnconcludedRound } from "../domain/round-view.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import type { EventInput } from "./events.ts";
import { concludesOf, concluding, reachPolicy } from "./reach.ts";
import { roundEvent } from "./round-change.ts";

/** A release may say that a round ends with it: a sheet that is still absent then reads 未評価 instead of 未公開. */

/**
 * The phases of `asked` that a release may conclude and that are not concluded yet. Refuses whoever is no coordinator
 * (`not-allowed`) and a phase whose round was never opened (`wrong-state`).
 */
export async function concludable(
  tx: Transaction,
  actor: Actor,
  policy: { readonly id: string; readonly organizationId: string },
  asked: readonly EvaluationPhase[],
): Promise<EvaluationPhase[]> {
  if (asked.length === 0) return [];
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  const phases = evaluationPhase.options.filter((phase) => asked.includes(phase));
  const rounds = await tx.round.findMany({ where: { policyId: policy.id, phase: { in: phases } } });
  if (rounds.length !== phases.length) throw new Refusal("wrong-state");
  const concluded = await concludedPhases(tx, policy.id);
  return phases.filter((phase) => !concluded.includes(phase));
}

/** Closes the rounds that a release concludes; returns the events that tell of those that were still open. */
export async function closeConcluded(
  tx: Transaction,
  of: {
    readonly actor: Actor;
    readonly policyId: string;
    /** The membership as which the release is made. */
    readonly post: string | null;
    readonly concludes: readonly EvaluationPhase[];
    readonly edition: Hash;
  },
  now: Date,
): Promise<EventInput[]> {
  const { actor, policyId, post, concludes, edition } = of;
  if (concludes.length === 0) return [];
  const open = await tx.round.findMany({
    where: { policyId, phase: { in: [...concludes] }, closedAt: null },
    select: { id: true, policy: { select: { organizationId: true } } },
    orderBy: { phase: "asc" },
  });
  await tx.round.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { closedAt: now } });
  return open.map(({ id: roundId, policy: { organizationId } }) => ({
    ...roundEvent(actor, "close", { organizationId, roundId }, { edition }, now),
    membershipId: post,
  }));
}

/** The phases whose rounds a policy's Editions have concluded. */
export async function concludedPhases(tx: Transaction, policyId: string): Promise<EvaluationPhase[]> {
  const editions = await tx.edition.findMany({ where: { policyId, ...concluding }, select: { manifest: true } });
  return [...new Set(editions.flatMap(concludesOf))];
}

/**
 * The rounds of a policy that a release may still conclude, for its coordinator: how many of their sheets have neither
 * been approved nor released, and when they were to be public.
 */
export async function unconcludedRounds(actor: Actor, policyId: string): Promise<UnconcludedRound[]> {
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  const concluded = await concludedPhases(db(), policyId);
  const rounds = await db().round.findMany({
    where: { policyId, phase: { notIn: [...concluded] } },
    include: { _count: { select: { submissions: { where: { state: { in: ["DRAFT", "SUBMITTED", "RETURNED"] } } } } } },
    orderBy: { opensOn: "asc" },
  });
  return rounds.map((round) => ({
    roundId: round.id,
    phase: evaluationPhase.parse(round.phase),
    missing: round._count.submissions,
    plannedReleaseOn: fromDatabaseDate(round.plannedReleaseOn),
  }));
}
