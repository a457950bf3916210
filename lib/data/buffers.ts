import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import type { Typed } from "../domain/forms/sheet.ts";
import { whyNot } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import type { BufferView } from "../domain/submission-view.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { type Reached, reachSubmission } from "./reach.ts";

const typedText = z.record(z.string(), z.string());

/** What stands in a form at one moment, numbered within the page it is written on. */
export interface BufferInput {
  readonly submissionId: string;
  /** The page it is written on; another page's numbers begin anew. */
  readonly writingId: string;
  readonly sequence: number;
  /** The Version that the form was drawn from; null where nothing was saved yet. */
  readonly baseVersionHash: Hash | null;
  readonly typed: Typed;
}

/** When something was kept, or that something newer of the same page is kept already. */
export type Kept = { readonly savedAt: Date; readonly superseded: boolean };

/**
 * Keeps what an actor is typing, for this actor only, in place of what was kept before. It is no Version: it leaves no
 * Event and makes nobody a contributor. A number that is not higher than the last of the same page is ignored. Refuses
 * whoever may not save the submission now, and (`invalid-draft`) a base that is none of its Versions.
 */
export async function keepBuffer(actor: Actor, input: BufferInput, clock: Clock = systemClock): Promise<Kept> {
  const { row, relation } = await reachSubmission(actor, input.submissionId);
  const holds = { "draft-valid": true, "own-items": true };
  const reason = whyNot("save", { phase: row.phase, state: row.state, relation, holds });
  if (reason) throw new Refusal(reason);
  if (row.phase === "PLAN") throw new Refusal("evaluation-only");
  const own = { submissionId: row.id, userId: actor.userId };
  const { writingId, sequence } = input;
  const savedAt = clock();
  const content = {
    writingId,
    sequence,
    baseVersionId: await baseVersion(row.id, input.baseVersionHash),
    typed: JSON.stringify(input.typed),
    savedAt,
  };
  // Compared inside the UPDATE: of two requests that overtake each other the higher number stays.
  const replace = () =>
    db().draftBuffer.updateMany({
      where: { ...own, OR: [{ writingId: { not: writingId } }, { sequence: { lt: sequence } }] },
      data: content,
    });
  const create = () => db().draftBuffer.createMany({ data: [{ ...own, ...content }], skipDuplicates: true });
  // Again at the end: another request may have written the first row in between, with a lower number.
  for (const attempt of [replace, create, replace]) {
    if ((await attempt()).count === 1) return { savedAt, superseded: false };
  }
  return { savedAt, superseded: true };
}

/** Throws away what an actor typed and did not save. The saved text stands as it was. */
export async function forgetBuffer(actor: Actor, submissionId: string): Promise<void> {
  const { row } = await reachSubmission(actor, submissionId);
  await db().draftBuffer.deleteMany({ where: { submissionId: row.id, userId: actor.userId } });
}

/** Inside the transaction that saves it: what was kept of these pages is a Version now. Other pages' text stays. */
export async function dropSavedBuffer(
  tx: Transaction,
  actor: Actor,
  submissionId: string,
  writings: readonly string[],
): Promise<void> {
  if (writings.length === 0) return;
  await tx.draftBuffer.deleteMany({
    where: { submissionId, userId: actor.userId, writingId: { in: [...writings] } },
  });
}

/** What an actor typed into a submission and did not save; null where there is nothing. */
export async function bufferOf(actor: Actor, { row }: Reached): Promise<BufferView | null> {
  const kept = await db().draftBuffer.findUnique({
    where: { submissionId_userId: { submissionId: row.id, userId: actor.userId } },
    include: { baseVersion: { select: { hash: true } } },
  });
  if (!kept) return null;
  return {
    typed: typedText.parse(JSON.parse(kept.typed)),
    savedAt: kept.savedAt,
    baseHash: kept.baseVersion?.hash ?? null,
    writingId: kept.writingId,
  };
}

async function baseVersion(submissionId: string, hash: Hash | null): Promise<string | null> {
  if (hash === null) return null;
  const version = await db().version.findFirst({ where: { submissionId, hash }, select: { id: true } });
  if (!version) throw new Refusal("invalid-draft");
  return version.id;
}
