import { randomUUID } from "node:crypto";
import type { Actor, Membership } from "../domain/actor.ts";
import type { LaterLookLine } from "../domain/deciding-view.ts";
import type { Move } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { notify } from "./outbox.ts";
import { itemOf, type Reached, reachSubmission, reachSubmissions } from "./reach.ts";

/** What a deputy decided (代決) is looked at afterwards by whoever they stood in for (後閲). */

/** Leaves a later look to the holder of a post in whose place somebody decided; nothing for one's own post. */
export async function leaveLaterLook(
  tx: Transaction,
  { row, target }: Reached,
  by: Pick<Actor, "userId">,
  post: Membership,
  move: Move,
  now: Date,
): Promise<void> {
  if (!post.deputyFor || !row.submittedVersionId) return;
  const id = randomUUID();
  const { deputyFor, id: membershipId } = post;
  const decided = { move, membershipId, deputyId: by.userId, decidedAt: now };
  await tx.laterLook.create({
    data: { id, submissionId: row.id, versionId: row.submittedVersionId, ...decided },
  });
  await notify(tx, [
    {
      key: `later-look:${id}`,
      userId: deputyFor.userId,
      kind: "later-look",
      subjectType: "submission",
      subjectId: row.id,
      detail: { phase: row.phase, target: target.type, code: itemOf(row)?.code ?? null },
      urgent: false,
      createdAt: now,
    },
  ]);
}

/** What was decided in the actor's place and not looked at yet, the oldest first; of one submission where it is named. */
export async function laterLooksOf(actor: Actor, submissionId?: string): Promise<LaterLookLine[]> {
  const rows = await db().laterLook.findMany({
    where: { lookedAt: null, membership: { userId: actor.userId }, ...(submissionId ? { submissionId } : {}) },
    include: { deputy: { select: { name: true } }, membership: { select: { postTitle: true } } },
    orderBy: { decidedAt: "asc" },
  });
  if (rows.length === 0) return [];
  const reached = await reachSubmissions(actor, { id: { in: rows.map((row) => row.submissionId) } });
  return rows.flatMap((row) => {
    const found = reached.find((candidate) => candidate.row.id === row.submissionId);
    if (!found) return [];
    const item = itemOf(found.row);
    return [
      {
        id: row.id,
        submissionId: row.submissionId,
        move: row.move === "return" ? ("return" as const) : ("approve" as const),
        deputy: row.deputy.name,
        postTitle: row.membership.postTitle,
        decidedAt: row.decidedAt,
        phase: found.row.phase,
        target: { type: found.target.type, code: item?.code ?? null, title: item?.title ?? null },
        organization: found.row.policy.organization,
      },
    ];
  });
}

/**
 * Says that the holder looked at everything that was decided in their place on a submission. Refuses (`not-found`) where
 * there is nothing of theirs to look at.
 */
export async function lookLater(
  actor: Actor,
  input: { readonly submissionId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ looked: number }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "later-look", ...request }, async (tx) => {
    const now = clock();
    const { row } = await reachSubmission(actor, input.submissionId, tx);
    const chain = await lockChain(tx, row.policy.organizationId);
    const open = await tx.laterLook.findMany({
      where: { submissionId: row.id, lookedAt: null, membership: { userId: actor.userId } },
      include: { version: { select: { hash: true } } },
      orderBy: { decidedAt: "asc" },
    });
    if (open.length === 0) throw new Refusal("not-found");
    await tx.laterLook.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { lookedAt: now } });
    await appendEvents(
      tx,
      chain,
      open.map(({ move, membershipId, version }) => ({
        kind: "later-look",
        actorId: actor.userId,
        membershipId,
        subjectType: "submission" as const,
        subjectId: row.id,
        detail: { decision: move, version: version.hash },
        occurredAt: now,
      })),
    );
    return { outcome: { looked: open.length }, submissionId: row.id };
  });
}
