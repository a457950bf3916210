import { z } from "zod";
import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor, Membership } from "../domain/actor.ts";
import { answerPart, commentPart } from "../domain/edition.ts";
import {
  LONGEST_ANSWER,
  LONGEST_PUBLIC_QUESTION,
  LONGEST_REASON,
  mayReadQuestion,
  postForMove,
  QUESTION_CLOSINGS,
  QUESTION_MOVE_NAMES,
  QUESTION_MOVES,
  type QuestionMove,
  type QuestionState,
  type QuestionSubject,
  whyNotQuestion,
} from "../domain/question.ts";
import { Refusal } from "../domain/refusal.ts";
import { textUpTo } from "../domain/text.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { writeParts } from "./parts.ts";
import { tellOfAnswer } from "./question-notices.ts";
import { itemOfPolicy } from "./takedowns.ts";

/** Answering what readers ask: each step by one person, each publication and each withdrawal by two. */

/** What of a question every step and every page of staff needs. */
export const reachable = {
  policy: {
    select: { id: true, fiscalYear: true, organization: { select: { slug: true, nameJa: true, nameEn: true } } },
  },
  answers: { orderBy: { number: "desc" } },
} satisfies Prisma.QuestionInclude;

type QuestionRow = Prisma.QuestionGetPayload<{ include: typeof reachable }>;

/** What decides who may do what with a question; `sectionId` is the section that answers for its item. */
export function subjectOf(row: QuestionRow, sectionId: string | null): QuestionSubject {
  return {
    organizationId: row.organizationId,
    sectionId,
    state: row.state,
    authorIds: row.answers.map(({ proposedById }) => proposedById),
    withdrawalAskedById: row.answers.find(({ state }) => state === "PUBLISHED")?.withdrawalAskedById ?? null,
  };
}

/** One question through the actor's reach, with its item; refuses with `not-found`. */
export async function reachQuestion(actor: Actor, id: string, tx: Transaction = db()) {
  const organizationId = { in: actor.memberships.map((membership) => membership.organizationId) };
  const known = z.uuid().safeParse(id).success;
  const row = known ? await tx.question.findFirst({ where: { id, organizationId }, include: reachable }) : null;
  if (!row) throw new Refusal("not-found");
  const item = row.targetId === null ? null : await itemOfPolicy(tx, row.policyId, row.targetId);
  const subject = subjectOf(row, item?.sectionId ?? null);
  if (!mayReadQuestion(actor, subject)) throw new Refusal("not-found");
  return { row, item, subject };
}

/** What a step says besides which it is. */
const said = z.object({
  /** Of an answer: how the question is published, without anybody's personal data, and what is answered. */
  question: textUpTo(LONGEST_PUBLIC_QUESTION).optional(),
  answer: textUpTo(LONGEST_ANSWER).optional(),
  /** Of a return and of asking for a withdrawal: why. */
  comment: textUpTo(LONGEST_REASON).optional(),
  /** Of closing: why nothing is published. */
  closing: z.enum(QUESTION_CLOSINGS).optional(),
  /** Of a decision: the answer that whoever decides was shown. */
  shown: z.string().optional(),
});

const asked = said.extend({ questionId: z.string(), move: z.enum(QUESTION_MOVE_NAMES as [QuestionMove]) });
type Asked = z.infer<typeof asked>;

/**
 * Makes one step with a question. Refuses (`not-found`) what is not the actor's, (`own-work`) deciding on what one wrote or
 * asked for, (`wrong-state`) what another person did meanwhile, (`stale-version`) a decision on another answer than was
 * shown, (`comment-required`) a return or a withdrawal without its reason, (`invalid-draft`) an answer without text.
 * Closing as spam destroys what the reader wrote, and is possible only before anybody answered.
 */
export async function moveQuestion(
  actor: Actor,
  input: Asked & { readonly key: string },
  clock: Clock = systemClock,
): Promise<{ id: string; state: QuestionState }> {
  const { key, ...request } = input;
  return once(actor, key, { kind: "question", ...request }, async (tx) => {
    const now = clock();
    const read = asked.safeParse(request);
    if (!read.success) throw new Refusal("invalid-draft");
    const { move } = read.data;
    const { organizationId } = (await reachQuestion(actor, read.data.questionId, tx)).subject;
    // Judged once the organisation's chain is held: nobody moves it meanwhile.
    const chain = await lockChain(tx, organizationId);
    const reached = await reachQuestion(actor, read.data.questionId, tx);
    const { row, subject } = reached;
    const reason = whyNotQuestion(actor, move, subject) ?? whyNotSaid(read.data, row);
    if (reason) throw new Refusal(reason);
    const post = postForMove(actor, move, subject);
    if (!post) throw new Refusal("not-allowed");
    const { to } = QUESTION_MOVES[move];
    const { count } = await tx.question.updateMany({
      where: { id: row.id, state: row.state },
      data: { state: to, ...(move === "close" ? closingOf(read.data, actor, now) : {}) },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    const written = await write(tx, { asked: read.data, row, subject, actor, post, now });
    const detail = { question: row.id, item: row.targetId, from: row.state, to, ...written };
    const by = { actorId: actor.userId, membershipId: post.id, occurredAt: now };
    await tellOfAnswer(tx, move, { id: row.id, subject }, actor, chain, now);
    const deputy = post.deputyFor ? { deputy: true } : {};
    await appendEvents(tx, chain, [
      { kind: EVENTS[move], ...by, subjectType: "policy", subjectId: row.policyId, detail: { ...detail, ...deputy } },
    ]);
    return { outcome: { id: row.id, state: to }, submissionId: null };
  });
}

const EVENTS = {
  propose: "propose-answer",
  publish: "publish-answer",
  return: "return-answer",
  close: "close-question",
  correct: "propose-correction",
  "publish-correction": "publish-correction",
  "return-correction": "return-correction",
  "ask-withdrawal": "request-withdrawal",
  withdraw: "withdraw-answer",
  "keep-public": "decline-withdrawal",
} as const satisfies Record<QuestionMove, string>;

/** The events that tell how a question came to stand where it does. */
export const QUESTION_EVENTS: readonly string[] = ["ask-question", ...Object.values(EVENTS)];

/** What must be said with a step, and what its words may not be about. */
function whyNotSaid({ move, question, answer, comment, closing, shown }: Asked, row: QuestionRow) {
  const proposed = row.answers.find(({ state }) => state === "PROPOSED");
  switch (move) {
    case "propose":
    case "correct":
      return question && answer ? null : "invalid-draft";
    case "return":
    case "return-correction":
      if (shown !== proposed?.contentHash) return "stale-version";
      return comment ? null : "comment-required";
    case "publish":
    case "publish-correction":
      return shown === proposed?.contentHash ? null : "stale-version";
    case "ask-withdrawal":
      return comment ? null : "comment-required";
    case "close":
      if (!closing) return "invalid-draft";
      return closing === "SPAM" && row.state !== "OPEN" ? "wrong-state" : null;
    case "withdraw":
    case "keep-public":
      return null;
  }
}

const closingOf = ({ closing }: Asked, actor: Actor, now: Date) => ({
  closing: closing ?? null,
  closedById: actor.userId,
  closedAt: now,
  ...(closing === "SPAM" ? { text: null, fingerprint: null } : {}),
});

interface Step {
  readonly asked: Asked;
  readonly row: QuestionRow;
  readonly subject: QuestionSubject;
  readonly actor: Actor;
  readonly post: Membership;
  readonly now: Date;
}

/** Writes what a step changes in the answers; returns what its event names. */
async function write(tx: Transaction, step: Step): Promise<Readonly<Record<string, string | null>>> {
  const { asked, row, subject, actor, post, now } = step;
  const decided = { decidedById: actor.userId, decidedAsId: post.id, decidedAt: now };
  const of = (state: "PROPOSED" | "PUBLISHED") => ({ where: { questionId: row.id, state } });
  switch (asked.move) {
    case "propose":
    case "correct":
      return propose(tx, step);
    case "publish":
    case "publish-correction":
      // The old one first: of one question one answer is public.
      await tx.answer.updateMany({ ...of("PUBLISHED"), data: { state: "REPLACED" } });
      await tx.answer.updateMany({
        ...of("PROPOSED"),
        data: { state: "PUBLISHED", ...decided, sectionId: subject.sectionId },
      });
      return { content: asked.shown ?? null };
    case "return":
    case "return-correction": {
      const commentHash = await writeComment(tx, asked.comment);
      await tx.answer.updateMany({ ...of("PROPOSED"), data: { state: "RETURNED", ...decided, commentHash } });
      return { content: asked.shown ?? null, comment: commentHash };
    }
    case "ask-withdrawal": {
      const withdrawalHash = await writeComment(tx, asked.comment);
      const by = { withdrawalAskedById: actor.userId, withdrawalAskedAt: now };
      await tx.answer.updateMany({ ...of("PUBLISHED"), data: { ...by, withdrawalHash } });
      return { comment: withdrawalHash };
    }
    case "withdraw":
      await tx.answer.updateMany({
        ...of("PUBLISHED"),
        data: { state: "WITHDRAWN", withdrawnById: actor.userId, withdrawnAt: now },
      });
      return {};
    case "keep-public":
      await tx.answer.updateMany({
        ...of("PUBLISHED"),
        data: { withdrawalAskedById: null, withdrawalAskedAt: null, withdrawalHash: null },
      });
      return {};
    case "close":
      return { reason: asked.closing ?? null };
  }
}

async function propose(tx: Transaction, { asked, row, actor, now }: Step) {
  const content = { type: "answer", itemId: row.targetId, question: asked.question, answer: asked.answer };
  const [contentHash = ""] = await writeParts(tx, [answerPart.parse(content)]);
  const number = (row.answers[0]?.number ?? 0) + 1;
  const proposed = { proposedById: actor.userId, proposedAt: now };
  await tx.answer.create({ data: { questionId: row.id, number, contentHash, ...proposed } });
  return { content: contentHash };
}

async function writeComment(tx: Transaction, comment: string | undefined): Promise<string> {
  const [hash = ""] = await writeParts(tx, [commentPart.parse({ type: "comment", comment })]);
  return hash;
}
