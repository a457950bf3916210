import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { hash } from "../domain/canonical.ts";
import type { CommentPart } from "../domain/edition.ts";
import { Refusal, type RefusalCode } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { approve } from "./moves.ts";
import { reachSubmission } from "./reach.ts";

/** Deciding several at once, each on its own, and only what the decider really opened. */

/**
 * Remembers that a decider was shown the Version that is submitted now; showing it again changes nothing, and showing
 * it to anybody else, or what is not submitted, is not remembered. Refuses with `not-found`.
 */
export async function markOpened(actor: Actor, submissionId: string, clock: Clock = systemClock): Promise<void> {
  const { row, relation } = await reachSubmission(actor, submissionId);
  if (row.state !== "SUBMITTED" || !row.submittedVersionId || !relation.decider || relation.contributor) return;
  await db().opening.createMany({
    data: [{ versionId: row.submittedVersionId, userId: actor.userId, openedAt: clock() }],
    skipDuplicates: true,
  });
}

/** One submission as the decider saw it in the list. */
export const chosenSheet = z.strictObject({
  submissionId: z.uuid(),
  lockVersion: z.int().min(0).max(2_147_483_647),
  versionHash: hash,
});
export type ChosenSheet = z.infer<typeof chosenSheet>;

/**
 * Approves several submissions, each decided separately: what is refused stops no other. Returns for each, in the order
 * given, why it was refused or null where it is approved. Beside everything that `approve` refuses, refuses
 * (`not-opened`) a Version that the actor did not open. The same key again approves nothing twice.
 */
export async function approveMany(
  actor: Actor,
  input: {
    readonly chosen: readonly ChosenSheet[];
    readonly key: string;
    readonly decision?: CommentPart["decision"];
  },
  clock: Clock = systemClock,
): Promise<{ submissionId: string; refusal: RefusalCode | null }[]> {
  const results: { submissionId: string; refusal: RefusalCode | null }[] = [];
  for (const chosen of input.chosen) {
    const { submissionId, versionHash } = chosen;
    try {
      const opened = { userId: actor.userId, version: { hash: versionHash, submissionId } };
      if ((await db().opening.count({ where: opened })) === 0) throw new Refusal("not-opened");
      const decision = input.decision ? { decision: input.decision } : {};
      await approve(actor, { ...chosen, key: `${input.key}-${submissionId}`, ...decision }, clock);
      results.push({ submissionId, refusal: null });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      results.push({ submissionId, refusal: error.code });
    }
  }
  return results;
}
