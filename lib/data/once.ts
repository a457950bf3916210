import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { canonicalText, hashOf } from "../domain/canonical.ts";
import { Refusal } from "../domain/refusal.ts";
import { db, type Transaction } from "./db.ts";

/** The key that a form carries so that sending it twice does it once. */
export const idempotencyKey = z.string().min(8).max(100);

/**
 * Runs `work` in one transaction, once for a key of this actor: a second call with the same key and request returns
 * what the first returned. Refuses a key that came with another request (`key-reused`). A refusal inside `work`
 * leaves nothing behind, the key included, so the same form can be sent again.
 */
export async function once<Outcome extends object>(
  actor: Actor,
  key: string,
  request: unknown,
  work: (tx: Transaction) => Promise<{ outcome: Outcome; submissionId: string | null }>,
): Promise<Outcome> {
  const requestHash = hashOf(request);
  const where = { userId_key: { userId: actor.userId, key: idempotencyKey.parse(key) } };
  return db().$transaction(async (tx) => {
    // The insert waits for a twin that is still under way, and then finds its row.
    const { count } = await tx.idempotencyKey.createMany({
      data: [{ ...where.userId_key, requestHash }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const kept = await tx.idempotencyKey.findUniqueOrThrow({ where });
      if (kept.requestHash !== requestHash || kept.outcome === null) throw new Refusal("key-reused");
      return JSON.parse(kept.outcome) as Outcome;
    }
    const { outcome, submissionId } = await work(tx);
    await tx.idempotencyKey.update({ where, data: { outcome: canonicalText(outcome), submissionId } });
    return outcome;
  });
}
