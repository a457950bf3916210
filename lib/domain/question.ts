import { type Actor, countsFor, holdsRole, holdsRoleAnywhere, type Membership, managingPosts } from "./actor.ts";
import type { RefusalCode } from "./refusal.ts";

/** Answering what readers ask: who may write, who may decide, from which state to which. Nobody publishes alone. */

export const QUESTION_STATES = [
  "OPEN",
  "PROPOSED",
  "RETURNED",
  "ANSWERED",
  "CORRECTION_PROPOSED",
  "WITHDRAWAL_ASKED",
  "WITHDRAWN",
  "CLOSED",
] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

/** The states in which readers see an answer. */
export const PUBLIC_STATES: readonly QuestionState[] = ["ANSWERED", "CORRECTION_PROPOSED", "WITHDRAWAL_ASKED"];

export const QUESTION_CLOSINGS = ["NOT_ANSWERED", "SPAM"] as const;
export type QuestionClosing = (typeof QUESTION_CLOSINGS)[number];

/** The most characters of a question's public wording, of its answer, and of a reason. */
export const LONGEST_PUBLIC_QUESTION = 1000;
export const LONGEST_ANSWER = 4000;
export const LONGEST_REASON = 1000;

interface Rule {
  readonly from: readonly QuestionState[];
  readonly to: QuestionState;
  /** Any one of these suffices. */
  readonly who: readonly ("writer" | "decider" | "coordinator")[];
  /** Whose own work it may not be: the answer's, or the asking for its withdrawal. */
  readonly notOwn?: "answer" | "withdrawal";
}

/** What can be done with a question: the one table that decides and draws the forms. */
export const QUESTION_MOVES = {
  propose: { from: ["OPEN", "RETURNED", "WITHDRAWN"], to: "PROPOSED", who: ["writer"] },
  publish: { from: ["PROPOSED"], to: "ANSWERED", who: ["decider"], notOwn: "answer" },
  return: { from: ["PROPOSED"], to: "RETURNED", who: ["decider"], notOwn: "answer" },
  close: { from: ["OPEN", "RETURNED"], to: "CLOSED", who: ["decider", "coordinator"], notOwn: "answer" },
  correct: { from: ["ANSWERED"], to: "CORRECTION_PROPOSED", who: ["writer"] },
  "publish-correction": { from: ["CORRECTION_PROPOSED"], to: "ANSWERED", who: ["decider"], notOwn: "answer" },
  "return-correction": { from: ["CORRECTION_PROPOSED"], to: "ANSWERED", who: ["decider"], notOwn: "answer" },
  "ask-withdrawal": { from: ["ANSWERED"], to: "WITHDRAWAL_ASKED", who: ["writer"] },
  withdraw: { from: ["WITHDRAWAL_ASKED"], to: "WITHDRAWN", who: ["decider"], notOwn: "withdrawal" },
  "keep-public": { from: ["WITHDRAWAL_ASKED"], to: "ANSWERED", who: ["decider"], notOwn: "withdrawal" },
} as const satisfies Record<string, Rule>;
export type QuestionMove = keyof typeof QUESTION_MOVES;
export const QUESTION_MOVE_NAMES = Object.keys(QUESTION_MOVES) as QuestionMove[];

/** What of a question decides who may do what with it. */
export interface QuestionSubject {
  readonly organizationId: string;
  /** The section that answers for the item; null where none does. */
  readonly sectionId: string | null;
  readonly state: QuestionState;
  /** Everybody who wrote one of its answers. */
  readonly authorIds: readonly string[];
  /** Who asked for the public answer to be withdrawn. */
  readonly withdrawalAskedById: string | null;
}

/** The post by which somebody decides on what these people wrote; null where they may not, or wrote it themselves. */
export function decidingQuestionPost(
  actor: Actor,
  { organizationId, sectionId }: Pick<QuestionSubject, "organizationId" | "sectionId">,
  authorIds: readonly string[],
): Membership | null {
  if (authorIds.includes(actor.userId)) return null;
  return managingPosts(actor, organizationId, sectionId).find((post) => countsFor(post, authorIds)) ?? null;
}

/**
 * The post by which somebody writes: a post of their own in the section, or for the whole organisation, or as a
 * coordinator. Standing in for a manager is for deciding only. null where they may not.
 */
export function writingPost(
  actor: Actor,
  { organizationId, sectionId }: Pick<QuestionSubject, "organizationId" | "sectionId">,
): Membership | null {
  const own = actor.memberships.filter((post) => post.organizationId === organizationId && post.deputyFor === null);
  const of = (post: Membership) => post.sectionId === null || post.sectionId === sectionId;
  return (
    own.find((post) => post.role !== "COORDINATOR" && of(post)) ??
    own.find(({ role }) => role === "COORDINATOR") ??
    null
  );
}

/**
 * Whether an actor may read what readers wrote: it may hold what is not everybody's to know, so only those who can do
 * something about it do. For anybody else it does not exist.
 */
export function mayReadQuestion(actor: Actor, subject: Pick<QuestionSubject, "organizationId" | "sectionId">): boolean {
  const { organizationId, sectionId } = subject;
  return (
    holdsRole(actor, "STAFF", organizationId, sectionId) ||
    managingPosts(actor, organizationId, sectionId).length > 0 ||
    holdsRoleAnywhere(actor, "COORDINATOR", organizationId)
  );
}

/** The post as which an actor makes a move, if who they are lets them; null where it does not. */
export function postForMove(actor: Actor, move: QuestionMove, subject: QuestionSubject): Membership | null {
  const rule: Rule = QUESTION_MOVES[move];
  if (ownWork(actor, move, subject)) return null;
  const decider = rule.who.includes("decider") ? decidingQuestionPost(actor, subject, decidedOn(move, subject)) : null;
  if (decider) return decider;
  const writer = rule.who.includes("writer") ? writingPost(actor, subject) : null;
  if (writer) return writer;
  if (!rule.who.includes("coordinator")) return null;
  return (
    actor.memberships.find((post) => post.role === "COORDINATOR" && post.organizationId === subject.organizationId) ??
    null
  );
}

/** Why a question cannot be moved so by this actor, or null if it can. Asked first is whose work it is, then who, then the state. */
export function whyNotQuestion(actor: Actor, move: QuestionMove, subject: QuestionSubject): RefusalCode | null {
  const from: readonly QuestionState[] = QUESTION_MOVES[move].from;
  if (ownWork(actor, move, subject)) return "own-work";
  if (!postForMove(actor, move, subject)) return waitsForAnother(actor, move, subject) ? "deputy-waits" : "not-allowed";
  return from.includes(subject.state) ? null : "wrong-state";
}

/** What an actor may do with a question now. */
export function questionMovesFor(actor: Actor, subject: QuestionSubject): QuestionMove[] {
  return QUESTION_MOVE_NAMES.filter((move) => whyNotQuestion(actor, move, subject) === null);
}

/** Whose work a decision is about. */
function decidedOn(move: QuestionMove, { authorIds, withdrawalAskedById }: QuestionSubject): readonly string[] {
  const rule: Rule = QUESTION_MOVES[move];
  if (rule.notOwn === "withdrawal") return withdrawalAskedById === null ? [] : [withdrawalAskedById];
  return authorIds;
}

function ownWork(actor: Actor, move: QuestionMove, subject: QuestionSubject): boolean {
  const rule: Rule = QUESTION_MOVES[move];
  return rule.notOwn !== undefined && decidedOn(move, subject).includes(actor.userId);
}

function waitsForAnother(actor: Actor, move: QuestionMove, { organizationId, sectionId }: QuestionSubject): boolean {
  const rule: Rule = QUESTION_MOVES[move];
  return rule.who.includes("decider") && managingPosts(actor, organizationId, sectionId).length > 0;
}
