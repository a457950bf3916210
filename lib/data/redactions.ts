import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor, Membership } from "../domain/actor.ts";
import { type Hash, hashOf } from "../domain/canonical.ts";
import { blackout, LONGEST_REDACTION, SHORTEST_REDACTION } from "../domain/redact.ts";
import { Refusal } from "../domain/refusal.ts";
import { confirmingPost, mayAskRedaction, TAKING_BACK_REASONS, type TakingBackReason } from "../domain/taking-back.ts";
import { lengthOf, textUpTo } from "../domain/text.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { writeParts } from "./parts.ts";
import { reachPolicy } from "./reach.ts";
import { countOf, findPlaces, type Places } from "./redaction-places.ts";
import { rebuildSearchEntries } from "./search-entries.ts";

/** Blacking out a text in an organisation's records (墨消し): one person asks, another sees every place and confirms. */

const asked = z.object({
  text: textUpTo(LONGEST_REDACTION).refine((text) => lengthOf(text.trim()) >= SHORTEST_REDACTION),
  reason: z.enum(TAKING_BACK_REASONS),
});

/**
 * Asks for a text to be blacked out everywhere in the records of a policy's organisation. Whoever works there may; refuses
 * (`invalid-draft`) a text of fewer than two characters and (`nothing-found`) one that stands nowhere in free text. What
 * makes sending it twice harmless does not keep the text, not even hashed.
 */
export async function requestRedaction(
  actor: Actor,
  input: {
    readonly policyId: string;
    readonly text: string;
    readonly reason: TakingBackReason;
    readonly key: string;
  },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const { key, policyId, ...request } = input;
  return once(actor, key, { move: "request-redaction", policyId, reason: input.reason }, async (tx) => {
    const now = clock();
    const { organizationId } = await reachPolicy(actor, policyId, tx);
    if (!mayAskRedaction(actor, organizationId)) throw new Refusal("not-allowed");
    const read = asked.safeParse(request);
    if (!read.success) throw new Refusal("invalid-draft");
    const text = read.data.text.trim();
    const { reason } = read.data;
    if (countOf(await findPlaces(tx, organizationId, blackout(text))) === 0) throw new Refusal("nothing-found");
    const chain = await lockChain(tx, organizationId);
    const id = randomUUID();
    const by = { requestedById: actor.userId, requestedAt: now };
    await tx.redactionRequest.create({ data: { id, organizationId, text, reason, ...by } });
    const detail = { redaction: id, from: null, to: "REQUESTED", reason };
    await appendEvents(tx, chain, [eventOf("request-redaction", actor, null, organizationId, detail, now)]);
    return { outcome: { id }, submissionId: null };
  });
}

interface Decision {
  readonly requestId: string;
  readonly key: string;
}

/** Refuses a redaction; its text is forgotten. Deciders of the organisation, never whoever asked (`own-work`). */
export async function declineRedaction(
  actor: Actor,
  { requestId, key }: Decision,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return once(actor, key, { move: "decline-redaction", requestId }, async (tx) => {
    const now = clock();
    const { row, post } = await decidable(tx, actor, requestId);
    const chain = await lockChain(tx, row.organizationId);
    await decide(tx, actor, row.id, "DECLINED", now);
    const detail = { redaction: row.id, from: "REQUESTED", to: "DECLINED", reason: row.reason };
    await appendEvents(tx, chain, [eventOf("decline-redaction", actor, post, row.organizationId, detail, now)]);
    return { outcome: { id: row.id }, submissionId: null };
  });
}

/** What a redaction changed: in how many Parts, titles, kept texts and scheduled releases. */
export interface Redacted {
  readonly id: string;
  readonly parts: number;
}

/**
 * Blacks a requested text out: searches all records of the organisation again, puts a replacement in place of each Part,
 * destroys the old content, and changes titles, kept texts and scheduled releases. One transaction; afterwards the text is
 * nowhere, the request itself included. Drafts that hold it count as changed by somebody, so that a saving that is under
 * way is refused instead of bringing it back.
 */
export async function confirmRedaction(
  actor: Actor,
  { requestId, key }: Decision,
  clock: Clock = systemClock,
): Promise<Redacted> {
  return once(actor, key, { move: "redact", requestId }, async (tx) => {
    const now = clock();
    const { row, post } = await decidable(tx, actor, requestId);
    const { organizationId, reason } = row;
    const change = blackout(row.text ?? "");
    // Submissions are locked before the chain, in the order of their ids; what came meanwhile is found by looking again.
    const drafts = (await findPlaces(tx, organizationId, change)).drafts;
    await touch(tx, drafts);
    const chain = await lockChain(tx, organizationId);
    const places = await findPlaces(tx, organizationId, change);
    if (countOf(places) === 0) throw new Refusal("nothing-found");
    await touch(
      tx,
      places.drafts.filter((id) => !drafts.includes(id)),
    );
    await decide(tx, actor, row.id, "DONE", now);
    const pairs = await replaceParts(tx, row.id, places);
    await replaceRows(tx, places);
    await replaceSearchEntries(tx, organizationId, change);
    await forgetRequests(tx, organizationId, chain.recordedAt);
    const detail = { redaction: row.id, from: "REQUESTED", to: "DONE", reason, parts: pairs.length };
    await appendEvents(tx, chain, [
      eventOf("redact", actor, post, organizationId, { ...detail, replaced: digestOf(pairs) }, now),
    ]);
    return { outcome: { id: row.id, parts: pairs.length }, submissionId: null };
  });
}

/** One hash for which Parts stand in place of which. */
export function digestOf(pairs: readonly { readonly hash: Hash; readonly replacementHash: Hash }[]): Hash {
  const named = pairs.map(({ hash, replacementHash }) => [hash, replacementHash] as const);
  return hashOf(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function replaceParts(tx: Transaction, requestId: string, { parts }: Places) {
  const replacements = await writeParts(
    tx,
    parts.map(({ changed }) => changed),
  );
  const pairs = parts.map(({ hash }, index) => ({ hash, replacementHash: replacements[index] ?? "" }));
  await tx.redaction.createMany({ data: pairs.map((pair) => ({ ...pair, requestId })) });
  await tx.part.updateMany({
    where: { hash: { in: pairs.map(({ hash }) => hash) } },
    data: { salt: null, payload: null },
  });
  return pairs;
}

async function replaceRows(tx: Transaction, { rows, buffers, releases, questions }: Places): Promise<void> {
  for (const { type, id, title } of rows) {
    const change = { where: { id }, data: { title } };
    if (type === "issue") await tx.issue.update(change);
    else if (type === "strategy") await tx.strategy.update(change);
    else if (type === "initiative") await tx.initiative.update(change);
    else await tx.reformItem.update(change);
  }
  for (const { submissionId, userId, typed } of buffers) {
    await tx.draftBuffer.updateMany({ where: { submissionId, userId }, data: { typed } });
  }
  for (const { id, request } of releases) await tx.release.updateMany({ where: { id }, data: { request } });
  // The hash by which an equal text is known would tell of the text that went.
  for (const { id, after } of questions) {
    await tx.question.updateMany({ where: { id }, data: { text: after, fingerprint: null } });
  }
}

/** Makes the search's entries again of every policy in one of whose entries the text stands. */
async function replaceSearchEntries(tx: Transaction, organizationId: string, change: (text: string) => string) {
  const entries = await tx.searchEntry.findMany({
    where: { organizationId },
    select: { policyId: true, title: true, text: true },
  });
  const holds = (text: string | null) => text !== null && change(text) !== text;
  const ids = new Set(entries.filter(({ title, text }) => holds(title) || holds(text)).map(({ policyId }) => policyId));
  for (const policy of await tx.policy.findMany({ where: { id: { in: [...ids] } } })) {
    await rebuildSearchEntries(tx, policy);
  }
}

async function touch(tx: Transaction, ids: readonly string[]): Promise<void> {
  for (const id of [...ids].sort()) {
    await tx.submission.update({ where: { id }, data: { lockVersion: { increment: 1 } } });
  }
}

// What was sent just now may be sent again; a page says for so long that it was done.
const JUST_NOW_MS = 10 * 60 * 1000;

/** Forgets the hashes of what people of the organisation sent: a short text could be guessed back from one. */
async function forgetRequests(tx: Transaction, organizationId: string, now: Date): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - JUST_NOW_MS) };
  await tx.idempotencyKey.deleteMany({ where: { createdAt, user: { memberships: { some: { organizationId } } } } });
}

/** A request that this actor may decide on, with the post as which they do. */
async function decidable(tx: Transaction, actor: Actor, requestId: string) {
  const row = await reachRedaction(tx, actor, requestId);
  if (row.requestedById === actor.userId) throw new Refusal("own-work");
  const post = confirmingPost(actor, row.organizationId, null, row.requestedById);
  if (!post) throw new Refusal("not-allowed");
  if (row.state !== "REQUESTED") throw new Refusal("wrong-state");
  return { row, post };
}

async function reachRedaction(tx: Transaction, actor: Actor, requestId: string) {
  const id = z.uuid().safeParse(requestId);
  const organizationId = { in: actor.memberships.map((membership) => membership.organizationId) };
  const row = id.success ? await tx.redactionRequest.findFirst({ where: { id: id.data, organizationId } }) : null;
  if (!row) throw new Refusal("not-found");
  return row;
}

async function decide(tx: Transaction, actor: Actor, id: string, state: "DONE" | "DECLINED", now: Date): Promise<void> {
  const { count } = await tx.redactionRequest.updateMany({
    where: { id, state: "REQUESTED" },
    data: { state, text: null, decidedById: actor.userId, decidedAt: now },
  });
  if (count !== 1) throw new Refusal("wrong-state");
}

function eventOf(
  kind: string,
  actor: Actor,
  post: Membership | null,
  organizationId: string,
  detail: EventInput["detail"],
  now: Date,
): EventInput {
  const own = actor.memberships.find((one) => one.organizationId === organizationId && one.deputyFor === null);
  const deputy = post?.deputyFor ? { deputy: true } : {};
  return {
    kind,
    actorId: actor.userId,
    membershipId: (post ?? own)?.id ?? null,
    subjectType: "organization",
    subjectId: organizationId,
    detail: { ...detail, ...deputy },
    occurredAt: now,
  };
}

/** The places where a requested text stands, for whoever may decide on it; null for anybody else and afterwards. */
export async function placesToDecide(
  actor: Actor,
  row: { readonly organizationId: string; readonly requestedById: string; readonly text: string | null },
): Promise<Places | null> {
  if (row.text === null || !confirmingPost(actor, row.organizationId, null, row.requestedById)) return null;
  return findPlaces(db(), row.organizationId, blackout(row.text));
}
