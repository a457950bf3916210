import { randomUUID } from "node:crypto";
import { z } from "zod";
import {
  type AskedItem,
  folded,
  keyedHash,
  LONGEST_QUESTION,
  QUESTION_KINDS,
  QUESTIONS_A_DAY,
  type QuestionKind,
  stampAt,
  VOTES_A_DAY,
  whyNotStamp,
} from "../domain/asking.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { type TakedownTarget, WITHHOLDING } from "../domain/taking-back.ts";
import { textUpTo } from "../domain/text.ts";
import { countReader } from "./attempts.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { tellOfQuestion } from "./question-notices.ts";
import { serverSecret } from "./server-secret.ts";

/**
 * What readers send, who have no account: the only writing in lib/data that takes no actor. It makes records that nobody
 * reads but those who answer (questions.ts); nothing of it is public.
 */

/** What of which policy a reader speaks of, and from which address they do. */
export interface Reader {
  readonly slug: string;
  readonly fiscalYear: number;
  readonly item: AskedItem | null;
  /** The network address; it is counted by a keyed hash and not kept. */
  readonly address: string;
}

const question = z.object({ kind: z.enum(QUESTION_KINDS), text: textUpTo(LONGEST_QUESTION) });

/** The stamp for a form about something that is drawn now. */
export function askStamp(about: string, clock: Clock = systemClock): string {
  return stampAt(serverSecret(), about, clock());
}

/** Why a form with that stamp is not taken now, or null if it is. */
export function whyNotAsk(about: string, stamp: string, clock: Clock = systemClock): "too-quick" | "too-old" | null {
  return whyNotStamp(serverSecret(), about, stamp, clock());
}

/**
 * Takes a reader's question for whoever answers for the item. Refuses (`not-found`) what is not public, (`invalid-draft`)
 * an empty or too long text, (`too-many-attempts`) an address with too many, (`already-exists`) a text that came today
 * already and (`too-many-today`) what is over the day's measure of the organisation. Whatever else goes wrong is told
 * without what the database says of it, which may be the text.
 */
export async function askQuestion(
  input: Reader & { readonly kind: QuestionKind; readonly text: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return withoutText(async () => {
    const now = clock();
    const read = question.safeParse(input);
    if (!read.success) throw new Refusal("invalid-draft");
    const { kind, text } = read.data;
    await countReader("ask", input.address);
    return db().$transaction(async (tx) => {
      const { policy, item } = await placeOf(tx, input);
      const { organizationId } = policy;
      // Locked before counting, so that of many who ask at once none is beyond the measure.
      const chain = await lockChain(tx, organizationId);
      const today = tokyoDate(now);
      const askedOn = toDatabaseDate(today);
      if ((await tx.question.count({ where: { organizationId, askedOn } })) >= QUESTIONS_A_DAY) {
        throw new Refusal("too-many-today");
      }
      const fingerprint = keyedHash(serverSecret(), `question:${organizationId}`, folded(text));
      const id = randomUUID();
      const target = { targetType: item?.type ?? null, targetId: item?.id ?? null };
      const row = {
        id,
        organizationId,
        policyId: policy.id,
        ...target,
        kind,
        text,
        fingerprint,
        askedOn,
        askedAt: now,
      };
      const { count } = await tx.question.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) throw new Refusal("already-exists");
      await tellOfQuestion(tx, { organizationId, policyId: policy.id, sectionId: item?.sectionId ?? null }, now);
      await appendEvents(tx, chain, [
        {
          ...{ kind: "ask-question", actorId: null, membershipId: null, subjectType: "policy", subjectId: policy.id },
          detail: { question: id, item: item?.id ?? null, kind, from: null, to: "OPEN" },
          occurredAt: now,
        },
      ]);
      return { id };
    });
  });
}

/**
 * Takes down whether a page helped its reader: a yes or a no, on which day, about what. Refuses (`not-found`),
 * (`too-many-attempts`) and (`too-many-today`) as a question is refused.
 */
export async function voteHelpful(
  input: Reader & { readonly helpful: boolean },
  clock: Clock = systemClock,
): Promise<void> {
  await withoutText(async () => {
    const votedOn = toDatabaseDate(tokyoDate(clock()));
    await countReader("vote", input.address);
    const { policy, item } = await placeOf(db(), input);
    if ((await db().helpfulVote.count({ where: { policyId: policy.id, votedOn } })) >= VOTES_A_DAY) {
      throw new Refusal("too-many-today");
    }
    const target = { targetType: item?.type ?? null, targetId: item?.id ?? null };
    await db().helpfulVote.create({ data: { policyId: policy.id, ...target, helpful: input.helpful, votedOn } });
  });
}

/** A policy that is public, and an item that is in it and not taken down; refuses with `not-found`. */
async function placeOf(tx: Transaction, { slug, fiscalYear, item }: Reader) {
  const policy = await tx.policy.findFirst({
    where: { organization: { slug, disabledAt: null }, fiscalYear, currentEditionId: { not: null } },
    select: { id: true, organizationId: true },
  });
  if (!policy) throw new Refusal("not-found");
  return { policy, item: item && (await shownItem(tx, policy.id, item)) };
}

async function shownItem(tx: Transaction, policyId: string, { type, code }: AskedItem) {
  const query = {
    where: { policyId, code, removedInId: null },
    select: { id: true, sectionId: true },
  } as const;
  const find: Record<TakedownTarget, () => Promise<{ id: string; sectionId: string | null } | null>> = {
    issue: () => tx.issue.findFirst(query),
    strategy: () => tx.strategy.findFirst(query),
    initiative: () => tx.initiative.findFirst(query),
    reformItem: () => tx.reformItem.findFirst(query),
  };
  const found = await find[type]();
  if (!found) throw new Refusal("not-found");
  const withheld = { targetId: found.id, state: { in: [...WITHHOLDING] } };
  if ((await tx.takedown.count({ where: withheld })) > 0) throw new Refusal("not-found");
  return { type, ...found };
}

/** Lets refusals through. Any other fault is told by its code alone: a driver's words may quote what somebody wrote. */
async function withoutText<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new Error(`what a reader sent could not be kept (${/^\w{1,40}$/.test(code) ? code : "unknown"})`);
  }
}
