import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor, Membership } from "../domain/actor.ts";
import { commentPart } from "../domain/edition.ts";
import { Refusal } from "../domain/refusal.ts";
import {
  askingPost,
  confirmingPost,
  TAKEDOWN_MOVES,
  TAKING_BACK_REASONS,
  type TakedownMove,
  type TakedownState,
  type TakedownTarget,
  type TakingBackReason,
  WITHHOLDING,
  whyNotTakedown,
} from "../domain/taking-back.ts";
import { textUpTo } from "../domain/text.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Transaction } from "./db.ts";
import { appendEvents, type EventInput, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { writeParts } from "./parts.ts";
import { reachPolicy } from "./reach.ts";

/** Taking an item down from the public pages (公開停止) and putting it back: each step by one person, each effect by two. */

/** The item of a policy with that id, whether it is in the plan still or in past Editions only; null where there is none. */
export async function itemOfPolicy(tx: Transaction, policyId: string, id: string) {
  const where = { where: { policyId, id }, select: { id: true, code: true, title: true, sectionId: true } };
  const found = {
    issue: await tx.issue.findFirst(where),
    strategy: await tx.strategy.findFirst(where),
    initiative: await tx.initiative.findFirst(where),
    reformItem: await tx.reformItem.findFirst(where),
  } satisfies Record<TakedownTarget, unknown>;
  const types = Object.keys(found) as TakedownTarget[];
  return types.flatMap((type) => (found[type] ? [{ type, ...found[type] }] : []))[0] ?? null;
}

/** The most characters of what the public is told. */
export const LONGEST_WORDING = 400;

const asked = z.object({
  policyId: z.uuid(),
  targetId: z.uuid(),
  reason: z.enum(TAKING_BACK_REASONS),
  wording: textUpTo(LONGEST_WORDING),
});

/**
 * Asks for an item to be taken down; nothing changes for the public until another person confirms. Staff of its section,
 * managers and coordinators; refuses (`not-found`) an item that the policy never had and (`already-open`) one that is
 * taken down or asked to be.
 */
export async function requestTakedown(
  actor: Actor,
  input: {
    readonly policyId: string;
    readonly targetId: string;
    readonly reason: TakingBackReason;
    /** What the public is told. */
    readonly wording: string;
    readonly key: string;
  },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "request-takedown", ...request }, async (tx) => {
    const now = clock();
    const policy = await reachPolicy(actor, input.policyId, tx);
    const read = asked.safeParse(request);
    if (!read.success) throw new Refusal("invalid-draft");
    const { targetId, reason, wording } = read.data;
    const item = await itemOfPolicy(tx, policy.id, targetId);
    if (!item) throw new Refusal("not-found");
    const post = askingPost(actor, policy.organizationId, item.sectionId);
    if (!post) throw new Refusal("not-allowed");
    // Locked before looking, so that of two who ask at once the second sees the first's.
    const chain = await lockChain(tx, policy.organizationId);
    const open = { targetId, state: { in: ["REQUESTED" as const, ...WITHHOLDING] } };
    if ((await tx.takedown.count({ where: open })) > 0) throw new Refusal("already-open");
    const [wordingHash = ""] = await writeParts(tx, [commentPart.parse({ type: "comment", comment: wording })]);
    const id = randomUUID();
    await tx.takedown.create({
      data: {
        ...{ id, policyId: policy.id, targetType: item.type, targetId, reason, wordingHash },
        ...{ requestedById: actor.userId, requestedAt: now },
      },
    });
    const detail = { takedown: id, item: targetId, from: null, to: "REQUESTED", reason, comment: wordingHash };
    await appendEvents(tx, chain, [eventOf("request-takedown", actor, post, policy.id, detail, now)]);
    return { outcome: { id }, submissionId: null };
  });
}

/** What each step writes besides the state. */
const COLUMNS = {
  confirm: (userId: string, now: Date) => ({ decidedById: userId, decidedAt: now }),
  decline: (userId: string, now: Date) => ({ decidedById: userId, decidedAt: now }),
  "ask-lift": (userId: string, now: Date) => ({ liftAskedById: userId, liftAskedAt: now }),
  lift: (userId: string, now: Date) => ({ liftDecidedById: userId, liftDecidedAt: now }),
  "keep-down": () => ({ liftAskedById: null, liftAskedAt: null }),
} as const satisfies Record<TakedownMove, (userId: string, now: Date) => object>;

const EVENTS = {
  confirm: "confirm-takedown",
  decline: "decline-takedown",
  "ask-lift": "request-lift",
  lift: "confirm-lift",
  "keep-down": "decline-lift",
} as const satisfies Record<TakedownMove, string>;

/** The events that tell how a takedown came to stand where it does. */
export const TAKEDOWN_EVENTS: readonly string[] = ["request-takedown", ...Object.values(EVENTS)];

/**
 * Confirms or declines a takedown, asks for it to be lifted, lifts it or leaves it. Whoever asked does not decide
 * (`own-work`); refuses (`wrong-state`) what another person decided meanwhile.
 */
export async function moveTakedown(
  actor: Actor,
  input: { readonly takedownId: string; readonly move: TakedownMove; readonly key: string },
  clock: Clock = systemClock,
): Promise<{ id: string; state: TakedownState }> {
  const { key, ...request } = input;
  return once(actor, key, { kind: "takedown", ...request }, async (tx) => {
    const now = clock();
    const id = z.uuid().safeParse(input.takedownId);
    const row = id.success ? await tx.takedown.findUnique({ where: { id: id.data } }) : null;
    if (!row) throw new Refusal("not-found");
    const { organizationId } = await reachPolicy(actor, row.policyId, tx);
    const sectionId = (await itemOfPolicy(tx, row.policyId, row.targetId))?.sectionId ?? null;
    const reason = whyNotTakedown(actor, input.move, { ...row, organizationId, sectionId });
    if (reason) throw new Refusal(reason);
    const { from, to, decides } = TAKEDOWN_MOVES[input.move];
    const chain = await lockChain(tx, organizationId);
    const { count } = await tx.takedown.updateMany({
      where: { id: row.id, state: from },
      data: { state: to, ...COLUMNS[input.move](actor.userId, now) },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    const askedById = input.move === "lift" || input.move === "keep-down" ? row.liftAskedById : row.requestedById;
    const post = decides
      ? confirmingPost(actor, organizationId, sectionId, askedById ?? "")
      : askingPost(actor, organizationId, sectionId);
    const detail = { takedown: row.id, item: row.targetId, from, to, reason: row.reason };
    const deputy = post?.deputyFor ? { deputy: true } : {};
    await appendEvents(tx, chain, [
      eventOf(EVENTS[input.move], actor, post, row.policyId, { ...detail, ...deputy }, now),
    ]);
    return { outcome: { id: row.id, state: to }, submissionId: null };
  });
}

function eventOf(
  kind: string,
  actor: Actor,
  post: Membership | null,
  policyId: string,
  detail: EventInput["detail"],
  now: Date,
): EventInput {
  const by = { actorId: actor.userId, membershipId: post?.id ?? null, occurredAt: now };
  return { kind, ...by, subjectType: "policy", subjectId: policyId, detail };
}
