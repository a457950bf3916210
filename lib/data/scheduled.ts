import { randomUUID } from "node:crypto";
import { z } from "zod";
import { type Actor, holdsRoleAnywhere, membershipFor } from "../domain/actor.ts";
import { canonicalText, hash } from "../domain/canonical.ts";
import { commentPart, evaluationPhase } from "../domain/edition.ts";
import { calendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal, type RefusalCode } from "../domain/refusal.ts";
import type { ScheduledRelease } from "../domain/scheduled-release.ts";
import { textUpTo } from "../domain/text.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { holdersOf } from "./notices.ts";
import { once } from "./once.ts";
import { notify } from "./outbox.ts";
import { actorOf } from "./people.ts";
import { reachPolicy } from "./reach.ts";
import { choose } from "./release-contents.ts";
import { type ReleaseInput, releaseTogether } from "./releases.ts";

/** What a scheduled release keeps until its time: exactly what the coordinator saw in the preview. */
export const scheduledRequest = z.strictObject({
  policyId: z.uuid(),
  chosen: z.array(z.strictObject({ submissionId: z.uuid(), lockVersion: z.int().min(0), versionHash: hash })),
  notice: z.strictObject({ kind: z.enum(["OTHER"]), text: textUpTo(2000), date: calendarDate.nullable() }).nullable(),
  concludes: z.array(evaluationPhase).optional(),
  decision: commentPart.shape.decision,
});

/** A fault is tried again for so long; then the coordinator hears that it did not work. */
const FAULT_MS = 15 * 60_000;

/**
 * Sets a time at which a release happens by itself, as whoever scheduled it. Asks every guard now, and again when the
 * time has come. Coordinators only; refuses (`past-time`) a time that is not ahead.
 */
export async function scheduleRelease(
  actor: Actor,
  input: ReleaseInput & { readonly releaseAt: Date },
  clock: Clock = systemClock,
): Promise<{ releaseId: string }> {
  const { key, releaseAt, ...rest } = input;
  const read = scheduledRequest.safeParse(rest);
  if (!read.success || Number.isNaN(releaseAt.getTime())) throw new Refusal("invalid-draft");
  const asked = read.data;
  return once(actor, key, { move: "schedule", ...asked, releaseAt: releaseAt.toISOString() }, async (tx) => {
    const now = clock();
    const policy = await coordinated(tx, actor, input.policyId);
    if (asked.chosen.length + (asked.concludes ?? []).length === 0) throw new Refusal("nothing-chosen");
    await choose(tx, actor, policy.id, asked.chosen);
    if (releaseAt <= now) throw new Refusal("past-time");
    const chain = await lockChain(tx, policy.organizationId);
    const id = randomUUID();
    const row = { id, policyId: policy.id, scheduledById: actor.userId, scheduledAt: now, releaseAt };
    await tx.release.create({ data: { ...row, request: canonicalText(asked) } });
    const detail = { release: id, releaseAt: releaseAt.toISOString(), count: asked.chosen.length };
    await appendEvents(tx, chain, [told(actor, policy, "schedule", detail, now)]);
    return { outcome: { releaseId: id }, submissionId: null };
  });
}

/** Takes a scheduled release back before its time. Coordinators only; refuses (`wrong-state`) one that is over. */
export async function cancelRelease(
  actor: Actor,
  input: { readonly releaseId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ releaseId: string }> {
  const { key, ...rest } = input;
  return once(actor, key, { move: "cancel-release", ...rest }, async (tx) => {
    const now = clock();
    if (!z.uuid().safeParse(input.releaseId).success) throw new Refusal("not-found");
    const row = await tx.release.findUnique({ where: { id: input.releaseId } });
    if (!row) throw new Refusal("not-found");
    const policy = await coordinated(tx, actor, row.policyId);
    const { count } = await tx.release.updateMany({
      where: { id: row.id, state: "SCHEDULED" },
      data: { state: "CANCELLED", finishedAt: now, request: null },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    const chain = await lockChain(tx, policy.organizationId);
    await appendEvents(tx, chain, [told(actor, policy, "cancel-release", { release: row.id }, now)]);
    return { outcome: { releaseId: row.id }, submissionId: null };
  });
}

/** The policy's scheduled releases that still wait, and how the latest ones ended, the newest first. */
export async function scheduledReleases(actor: Actor, policyId: string): Promise<ScheduledRelease[]> {
  const policy = await coordinated(db(), actor, policyId);
  const rows = await db().release.findMany({
    where: { policyId: policy.id },
    include: { scheduledBy: { select: { name: true } }, edition: { select: { number: true } } },
    orderBy: [{ scheduledAt: "desc" }, { id: "asc" }],
    take: 20,
  });
  return rows.map((row) => ({
    id: row.id,
    state: row.state,
    releaseAt: row.releaseAt,
    scheduledBy: row.scheduledBy.name,
    chosen:
      row.request === null ? [] : scheduledRequest.parse(JSON.parse(row.request)).chosen.map((one) => one.submissionId),
    failure: row.failure,
    edition: row.edition?.number ?? null,
    finishedAt: row.finishedAt,
  }));
}

/** How a release at its time ended. */
export interface Ran {
  readonly releaseId: string;
  readonly failure: string | null;
}

/**
 * Carries out every scheduled release whose time has come, each as whoever scheduled it is now, each once whatever dies
 * on the way: the Edition and the row that says so are one transaction. Done by the worker, which is nobody.
 */
export async function runDueReleases(clock: Clock = systemClock): Promise<Ran[]> {
  const due = await db().release.findMany({
    where: { state: "SCHEDULED", releaseAt: { lte: clock() } },
    orderBy: [{ releaseAt: "asc" }, { id: "asc" }],
  });
  const ran: Ran[] = [];
  for (const row of due) {
    const failure = await runOne(row, clock).catch((error: unknown) => {
      if (error instanceof Refusal) return error.code;
      // The database may be gone for a moment: the next sweep tries again.
      if (clock().getTime() - row.releaseAt.getTime() < FAULT_MS) throw error;
      return "fault" as const;
    });
    if (failure) await fail(row, failure, clock());
    ran.push({ releaseId: row.id, failure });
  }
  return ran;
}

/** When the next scheduled release is due; null where none is. */
export async function nextReleaseAt(): Promise<Date | null> {
  const next = await db().release.findFirst({ where: { state: "SCHEDULED" }, orderBy: { releaseAt: "asc" } });
  return next?.releaseAt ?? null;
}

async function runOne(row: { id: string; scheduledById: string }, clock: Clock): Promise<null> {
  const now = clock();
  const actor = await actorOf(row.scheduledById, clock);
  // Whoever was disabled or lost the post since then does not release any more.
  if (!actor?.memberships.some(({ role }) => role === "COORDINATOR")) throw new Refusal("not-allowed");
  return db().$transaction(async (tx) => {
    // Updating the row is what locks it: a second worker waits here, and then finds nothing to do.
    const waiting = { id: row.id, state: "SCHEDULED" as const };
    const { count } = await tx.release.updateMany({ where: waiting, data: { finishedAt: null } });
    if (count !== 1) return null;
    const kept = await tx.release.findUniqueOrThrow({ where: { id: row.id } });
    await coordinated(tx, actor, kept.policyId);
    const { editionId } = await releaseTogether(tx, actor, scheduledRequest.parse(JSON.parse(kept.request ?? "")), now);
    await tx.release.update({
      where: { id: row.id },
      data: { state: "DONE", editionId, finishedAt: now, request: null },
    });
    return null;
  });
}

/** Says that a release did not happen, and tells the coordinators at once. */
async function fail(row: { id: string; policyId: string }, failure: RefusalCode | "fault", now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.release.updateMany({
      where: { id: row.id, state: "SCHEDULED" },
      data: { state: "FAILED", failure, finishedAt: now, request: null },
    });
    if (count !== 1) return;
    const policy = await tx.policy.findUniqueOrThrow({ where: { id: row.policyId } });
    const chain = await lockChain(tx, policy.organizationId);
    await appendEvents(tx, chain, [told(null, policy, "release-failed", { release: row.id, reason: failure }, now)]);
    const coordinators = await holdersOf(tx, policy.organizationId, "COORDINATOR", tokyoDate(now));
    await notify(
      tx,
      [...new Set(coordinators.map(({ userId }) => userId))].map((userId) => ({
        key: `release:${row.id}:failed:${userId}`,
        userId,
        kind: "release-failed",
        subjectType: "policy",
        subjectId: policy.id,
        detail: { reason: failure, release: row.id },
        urgent: true,
        createdAt: now,
      })),
    );
  });
}

async function coordinated(tx: Transaction, actor: Actor, policyId: string) {
  const policy = await reachPolicy(actor, policyId, tx);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  return policy;
}

function told(
  actor: Actor | null,
  policy: { readonly id: string; readonly organizationId: string },
  kind: string,
  detail: Readonly<Record<string, string | number>>,
  now: Date,
) {
  const post = actor && membershipFor(actor, policy.organizationId, [null], ["COORDINATOR"]);
  return {
    kind,
    actorId: actor?.userId ?? null,
    membershipId: post?.id ?? null,
    subjectType: "policy" as const,
    subjectId: policy.id,
    detail,
    occurredAt: now,
  };
}
