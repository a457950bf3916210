import { randomUUID } from "node:crypto";
import type { Prisma } from "../../prisma/client/client.ts";
import { type Actor, type Membership, membershipFor, type Role } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { type CommentPart, type Part, sealed } from "../domain/edition.ts";
import type { Manifest } from "../domain/forms/form.ts";
import { decidingPost, type Guard, LIFECYCLE, type Move, type SubmissionState, whyNot } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Clock } from "./clock.ts";
import type { Transaction } from "./db.ts";
import { appendEvents, type ChainHead, type EventInput, lockChain } from "./events.ts";
import { leaveLaterLook } from "./later-looks.ts";
import { tellOfMove } from "./notices.ts";
import { once } from "./once.ts";
import { writeManifest, writeParts } from "./parts.ts";
import { type Reached, reachSubmission } from "./reach.ts";

/** What every move names: the submission as the actor saw it, and the key that makes sending it twice harmless. */
export interface MoveInput {
  readonly submissionId: string;
  readonly lockVersion: number;
  readonly key: string;
}

/** Where a move left the submission. */
export interface Moved {
  readonly submissionId: string;
  readonly state: SubmissionState;
  readonly lockVersion: number;
  /** The latest Version's hash; null while nothing was written. */
  readonly versionHash: Hash | null;
}

/** What a move found out about its input before the table is asked, and what it will write if it may. */
export interface Prepared {
  readonly holds?: Partial<Record<Guard, boolean>>;
  /** The contents of a new Version. Absent: no new Version. */
  readonly contents?: ReadonlyMap<string, Part> | undefined;
  /** Parts that the new Version may share. */
  readonly known?: Manifest;
  readonly comment?: CommentPart | undefined;
  /** Columns that change together with the state. */
  readonly columns?: Prisma.SubmissionUncheckedUpdateManyInput;
  /** Nothing would change: answer with where things stand, write nothing. */
  readonly unchanged?: boolean;
  /** Whether whoever does this has worked on the submission from now on. */
  readonly contributes?: boolean;
}

/** The roles as which each move is made, the likeliest first: what the record names as the acting post. */
const ACTING_AS: Record<Move, readonly Role[]> = {
  start: ["COORDINATOR", "STAFF"],
  save: ["STAFF", "COORDINATOR"],
  submit: ["STAFF", "COORDINATOR", "MANAGER"],
  recall: ["STAFF", "COORDINATOR", "MANAGER"],
  return: ["MANAGER"],
  approve: ["MANAGER"],
  revoke: ["MANAGER", "COORDINATOR"],
  release: ["COORDINATOR"],
  reopen: ["STAFF", "COORDINATOR"],
  discard: ["STAFF", "COORDINATOR", "MANAGER"],
};

/** The event that a move leaves on its submission. */
export function moveEvent(
  actor: Actor,
  move: Move,
  reached: Pick<Reached, "sectionIds"> & { row: { id: string; policy: { organizationId: string } } },
  now: Date,
  detail: EventInput["detail"],
): EventInput {
  const membership = membershipFor(actor, reached.row.policy.organizationId, reached.sectionIds, ACTING_AS[move]);
  return {
    kind: move,
    actorId: actor.userId,
    membershipId: membership?.id ?? null,
    subjectType: "submission",
    subjectId: reached.row.id,
    detail,
    occurredAt: now,
  };
}

/** A decision names the post that gave the power to decide, which may be another person's. */
const decidedAs = (event: EventInput, post: Membership): EventInput => ({
  ...event,
  membershipId: post.id,
  detail: post.deputyFor ? { ...event.detail, deputy: true } : event.detail,
});

/** Seals and writes a submission's next Version. */
export async function writeVersion(
  tx: Transaction,
  chain: ChainHead,
  of: { submissionId: string; number: number; authorId: string; occurredAt: Date },
  contents: ReadonlyMap<string, Part>,
  known: Manifest,
): Promise<{ id: string; hash: Hash }> {
  const record = {
    id: randomUUID(),
    submissionId: of.submissionId,
    number: of.number,
    authorId: of.authorId,
    occurredAt: of.occurredAt.toISOString(),
    recordedAt: chain.recordedAt.toISOString(),
    parts: await writeManifest(tx, contents, known),
  };
  const { text, hash } = sealed(record);
  const { parts: _parts, ...columns } = record;
  await tx.version.create({ data: { ...columns, manifest: text, hash } });
  return { id: record.id, hash };
}

/**
 * One move, one transaction: reach → table → compare-and-set inside the UPDATE → what changed → event → key. Whatever
 * is refused on the way leaves nothing behind.
 */
export async function carryOut(
  actor: Actor,
  move: Exclude<Move, "start" | "release" | "reopen">,
  input: MoveInput,
  clock: Clock,
  prepare: (tx: Transaction, reached: Reached, now: Date) => Promise<Prepared>,
): Promise<Moved> {
  const { key, ...request } = input;
  return once(actor, key, { move, ...request }, async (tx) => {
    const now = clock();
    const reached = await reachSubmission(actor, input.submissionId, tx);
    const { row, relation } = reached;
    const prepared = await prepare(tx, reached, now);
    const reason = whyNot(move, { phase: row.phase, state: row.state, relation, holds: prepared.holds ?? {} });
    if (reason) throw new Refusal(reason);
    // What was read above must be what the UPDATE below changes, even for who guesses the number of a move under way.
    if (row.lockVersion !== input.lockVersion) throw new Refusal("stale-lock");

    const to = LIFECYCLE[move].to;
    const state = to === "same" ? row.state : to;
    const step = prepared.unchanged ? 0 : 1;
    const { count } = await tx.submission.updateMany({
      where: { id: row.id, lockVersion: input.lockVersion },
      data: { ...prepared.columns, state, lockVersion: { increment: step } },
    });
    if (count !== 1) throw new Refusal("stale-lock");
    const outcome = (versionHash: Hash | null) => ({
      outcome: { submissionId: row.id, state, lockVersion: input.lockVersion + step, versionHash },
      submissionId: row.id,
    });
    if (prepared.unchanged) return outcome(row.headVersion?.hash ?? null);

    const chain = await lockChain(tx, row.policy.organizationId);
    let versionHash = row.headVersion?.hash ?? null;
    if (prepared.contents) {
      const version = await writeVersion(
        tx,
        chain,
        {
          submissionId: row.id,
          number: (row.headVersion?.number ?? 0) + 1,
          authorId: actor.userId,
          occurredAt: now,
        },
        prepared.contents,
        prepared.known ?? {},
      );
      await tx.submission.update({ where: { id: row.id }, data: { headVersionId: version.id } });
      versionHash = version.hash;
    }
    if (prepared.contributes) {
      await tx.contributor.createMany({
        data: [{ submissionId: row.id, userId: actor.userId }],
        skipDuplicates: true,
      });
    }
    const [comment = null] = prepared.comment ? await writeParts(tx, [prepared.comment]) : [];
    const detail = { from: row.state, to: state, version: versionHash, comment };
    const decided = move === "approve" || move === "return" ? decidingPost(actor, reached.subject) : null;
    const event = moveEvent(actor, move, reached, now, detail);
    await appendEvents(tx, chain, [decided ? decidedAs(event, decided) : event]);
    if (decided) await leaveLaterLook(tx, reached, actor, decided, move, now);
    await tellOfMove(tx, move, reached, actor, chain, now);
    return outcome(versionHash);
  });
}
