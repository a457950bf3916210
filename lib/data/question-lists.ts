import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../domain/actor.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import {
  mayReadQuestion,
  QUESTION_MOVES,
  QUESTION_STATES,
  type QuestionState,
  questionMovesFor,
} from "../domain/question.ts";
import type { AnswerView, QuestionFigures, QuestionLine, QuestionView } from "../domain/question-view.ts";
import type { Hand, TakedownTarget } from "../domain/taking-back.ts";
import { db } from "./db.ts";
import { readParts } from "./parts.ts";
import { reachable, reachQuestion, subjectOf } from "./questions.ts";

/** What readers asked, as the people see it who answer; how much of it there is, for those who coordinate. */

/** The most questions in one list; the newest are shown. */
const MOST = 300;

/** How many are looked through for that. */
const READ_AT_MOST = 20 * MOST;

/** The states in which something is to be done. */
const WAITING: readonly QuestionState[] = ["OPEN", "RETURNED", "PROPOSED", "CORRECTION_PROPOSED", "WITHDRAWAL_ASKED"];

/** The questions that an actor may read, in some states (none: in all), the newest first. */
export async function questionsOf(
  actor: Actor,
  states: readonly QuestionState[] = [],
  order: "newest" | "oldest" = "newest",
): Promise<QuestionLine[]> {
  const lines: QuestionLine[] = [];
  // Whatever many others are asked does not push out of the list what this actor is.
  for (let skip = 0; lines.length < MOST && skip < READ_AT_MOST; skip += MOST) {
    const rows = await db().question.findMany({
      where: {
        organizationId: { in: actor.memberships.map((membership) => membership.organizationId) },
        state: { in: [...(states.length > 0 ? states : QUESTION_STATES)] },
      },
      include: reachable,
      orderBy: [{ askedAt: order === "newest" ? "desc" : "asc" }, { id: "asc" }],
      ...{ skip, take: MOST },
    });
    lines.push(...(await linesOf(actor, rows)));
    if (rows.length < MOST) break;
  }
  // One that came meanwhile moves the others, and the last of a round is the first of the next.
  return [...new Map(lines.map((line) => [line.id, line])).values()].slice(0, MOST);
}

type Row = Prisma.QuestionGetPayload<{ include: typeof reachable }>;

/** Those of some questions that an actor may read. */
async function linesOf(actor: Actor, rows: readonly Row[]): Promise<QuestionLine[]> {
  const items = await itemsOf(rows.flatMap(({ targetId }) => targetId ?? []));
  return rows.flatMap((row): QuestionLine[] => {
    const item = items.get(row.targetId ?? "") ?? null;
    const subject = subjectOf(row, item?.sectionId ?? null);
    if (!mayReadQuestion(actor, subject)) return [];
    const { id, policy, kind, text, state, askedAt } = row;
    const shown = item && { type: item.type, id: item.id, code: item.code, title: item.title };
    return [{ id, policy, item: shown, kind, text, state, askedAt, moves: questionMovesFor(actor, subject) }];
  });
}

/**
 * The questions that wait for an actor, those that wait longest first: to be answered by those who write, to be decided on
 * by another person.
 */
export async function questionsWaiting(actor: Actor): Promise<QuestionLine[]> {
  const lines = await questionsOf(actor, WAITING, "oldest");
  return lines.filter(({ moves }) => moves.some((move) => move === "propose" || decides(move)));
}

const decides = (move: keyof typeof QUESTION_MOVES) => move !== "close" && "notOwn" in QUESTION_MOVES[move];

/** One question with all that became of it; refuses with `not-found`. */
export async function questionOf(actor: Actor, id: string): Promise<QuestionView> {
  const { row, item, subject } = await reachQuestion(actor, id);
  const answers = await db().answer.findMany({
    where: { questionId: row.id },
    include: { proposedBy: person, decidedBy: person, withdrawalAskedBy: person, withdrawnBy: person },
    orderBy: { number: "desc" },
  });
  const texts = await readParts(
    answers.flatMap(({ contentHash, commentHash, withdrawalHash }) =>
      [contentHash, commentHash, withdrawalHash].filter((hash) => hash !== null),
    ),
  );
  const comment = (hash: string | null) => {
    const said = texts.get(hash ?? "");
    return said?.type === "comment" ? (said.comment ?? null) : null;
  };
  const section = subject.sectionId
    ? await db().section.findUnique({ where: { id: subject.sectionId }, select: { nameJa: true, nameEn: true } })
    : null;
  const closedBy = row.closedById ? await db().user.findUnique({ where: { id: row.closedById }, ...person }) : null;
  return {
    ...{ id: row.id, policy: row.policy, kind: row.kind, text: row.text, state: row.state, askedAt: row.askedAt },
    item: item && { type: item.type, id: item.id, code: item.code, title: item.title },
    moves: questionMovesFor(actor, subject),
    section,
    closing: row.closing,
    closed: hand(closedBy, row.closedAt),
    answers: answers.map((answer): AnswerView => {
      const content = texts.get(answer.contentHash);
      return {
        ...{ id: answer.id, number: answer.number, hash: answer.contentHash, state: answer.state },
        question: content?.type === "answer" ? content.question : "",
        answer: content?.type === "answer" ? content.answer : "",
        proposed: { name: answer.proposedBy.name, at: answer.proposedAt },
        decided: hand(answer.decidedBy, answer.decidedAt),
        comment: comment(answer.commentHash),
        withdrawalAsked: hand(answer.withdrawalAskedBy, answer.withdrawalAskedAt),
        withdrawalReason: comment(answer.withdrawalHash),
        withdrawn: hand(answer.withdrawnBy, answer.withdrawnAt),
      };
    }),
  };
}

const person = { select: { name: true } } as const;
const hand = (by: { name: string } | null, at: Date | null): Hand | null => (by && at ? { name: by.name, at } : null);

/**
 * How readers answered back, for each policy of the organisations that an actor coordinates or manages as a whole, the
 * newest year first. Policies without any of it are left out.
 */
export async function questionFigures(actor: Actor): Promise<QuestionFigures[]> {
  const watching = actor.memberships.filter(
    ({ role, sectionId }) => role === "COORDINATOR" || (role === "MANAGER" && sectionId === null),
  );
  const policies = await db().policy.findMany({
    where: { organizationId: { in: watching.map(({ organizationId }) => organizationId) } },
    select: {
      ...{ id: true, fiscalYear: true, organization: { select: { slug: true, nameJa: true, nameEn: true } } },
    },
    orderBy: [{ fiscalYear: "desc" }, { organizationId: "asc" }],
  });
  const policyId = { in: policies.map(({ id }) => id) };
  const votes = await db().helpfulVote.groupBy({ by: ["policyId", "helpful"], where: { policyId }, _count: true });
  const questions = await db().question.groupBy({
    by: ["policyId", "kind", "state"],
    // What has no reason for its closing is not closed.
    where: { policyId, OR: [{ closing: null }, { closing: "NOT_ANSWERED" }] },
    _count: true,
    _min: { askedAt: true },
  });
  return policies.flatMap((policy): QuestionFigures[] => {
    const asked = questions.filter((group) => group.policyId === policy.id);
    const sum = (counted: readonly { readonly _count: number }[]) =>
      counted.reduce((total, { _count }) => total + _count, 0);
    const voted = (helpful: boolean) => sum(votes.filter((g) => g.policyId === policy.id && g.helpful === helpful));
    const waiting = asked.filter(({ state }) => UNANSWERED.includes(state));
    const oldest = waiting.flatMap(({ _min }) => _min.askedAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
    const figures = {
      ...{ policy, helpful: voted(true), notHelpful: voted(false), asked: sum(asked) },
      notFound: sum(asked.filter(({ kind }) => kind === "NOT_FOUND")),
      waiting: sum(waiting),
      answered: sum(asked.filter(({ state }) => ANSWERED.includes(state))),
      oldestWaiting: oldest ? tokyoDate(oldest) : null,
    };
    return figures.asked + figures.helpful + figures.notHelpful > 0 ? [figures] : [];
  });
}

const UNANSWERED: readonly QuestionState[] = ["OPEN", "RETURNED", "PROPOSED"];
const ANSWERED: readonly QuestionState[] = ["ANSWERED", "CORRECTION_PROPOSED", "WITHDRAWAL_ASKED"];

interface NamedItem {
  readonly type: TakedownTarget;
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly sectionId: string | null;
}

/** Items by their ids, whichever policy's, removed ones too. */
export async function itemsOf(ids: readonly string[]): Promise<Map<string, NamedItem>> {
  // Every desk asks, and few have a notice about a question.
  if (ids.length === 0) return new Map();
  const query = {
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, code: true, title: true, sectionId: true } as const,
  };
  const found = {
    issue: await db().issue.findMany(query),
    strategy: await db().strategy.findMany(query),
    initiative: await db().initiative.findMany(query),
    reformItem: await db().reformItem.findMany(query),
  } satisfies Record<TakedownTarget, unknown>;
  const types = Object.keys(found) as TakedownTarget[];
  return new Map(types.flatMap((type) => found[type].map((item) => [item.id, { type, ...item }] as const)));
}
