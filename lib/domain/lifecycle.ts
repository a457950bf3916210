import type { Actor, Membership } from "./actor.ts";
import { countsFor, holdsRole, holdsRoleAnywhere, managingPosts } from "./actor.ts";
import type { Phase } from "./forms/form.ts";
import type { RefusalCode } from "./refusal.ts";

export const STATES = ["DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "RELEASED", "DISCARDED"] as const;
export type SubmissionState = (typeof STATES)[number];

export const MOVES = [
  "start",
  "save",
  "submit",
  "recall",
  "return",
  "approve",
  "revoke",
  "release",
  "reopen",
  "discard",
] as const;
export type Move = (typeof MOVES)[number];

/** How an actor stands to a submission. All are facts; none is a permission by itself. */
export interface Relation {
  /** STAFF of the target's section, or organisation-wide. For a Revision: STAFF anywhere in the organisation. */
  readonly sectionStaff: boolean;
  readonly coordinator: boolean;
  /** MANAGER of the one section concerned, or organisation-wide; or the deputy of one whose turn it is. */
  readonly decider: boolean;
  /** Decides, but in a holder's place only (代決). */
  readonly deputy: boolean;
  /** Named as a deputy, but another one comes first: does not decide. */
  readonly waitingDeputy: boolean;
  /** MANAGER somewhere in the organisation: only to tell "another section's" from "not a manager's". */
  readonly manager: boolean;
  /** Wrote a Version, submitted, or did so to an unreleased submission that this one was started from. */
  readonly contributor: boolean;
  /** Approved the Version that is approved now. */
  readonly approver: boolean;
}

type Who = "sectionStaff" | "coordinator" | "decider" | "contributor" | "approver";

/** What else must hold. A *standing* guard can be known before anything is typed; the others judge the input. */
export const GUARDS = {
  "draft-valid": { refusal: "invalid-draft", standing: false },
  "own-items": { refusal: "outside-own-items", standing: false },
  complete: { refusal: "incomplete", standing: false },
  "round-open": { refusal: "round-closed", standing: true },
  described: { refusal: "revision-undescribed", standing: false },
  comment: { refusal: "comment-required", standing: false },
  "version-shown": { refusal: "stale-version", standing: false },
  "base-current": { refusal: "stale-base", standing: true },
  "one-revision": { refusal: "two-revisions", standing: false },
  evaluation: { refusal: "evaluation-only", standing: true },
  "none-open": { refusal: "already-open", standing: true },
} as const satisfies Record<string, { refusal: RefusalCode; standing: boolean }>;
export type Guard = keyof typeof GUARDS;

interface Rule {
  /** The states that it starts from; empty where there is no submission yet. */
  readonly from: readonly SubmissionState[];
  readonly to: SubmissionState | "same";
  /** Any one of these suffices. */
  readonly who: readonly Who[];
  /** Where a Revision differs from an evaluation in who. */
  readonly whoForRevision?: readonly Who[];
  /** Whoever worked on it may not do this, whatever else they are. */
  readonly notContributor?: true;
  readonly guards: readonly Guard[];
}

/** The procedure, whole. It decides, draws the buttons, prints docs/lifecycle.md and feeds the tests. */
export const LIFECYCLE = {
  start: {
    from: [],
    to: "DRAFT",
    who: ["coordinator"],
    whoForRevision: ["sectionStaff", "coordinator"],
    guards: ["none-open"],
  },
  save: {
    from: ["DRAFT", "RETURNED"],
    to: "same",
    who: ["sectionStaff", "coordinator"],
    guards: ["draft-valid", "own-items"],
  },
  submit: {
    from: ["DRAFT", "RETURNED"],
    to: "SUBMITTED",
    who: ["contributor"],
    guards: ["round-open", "complete", "described"],
  },
  recall: { from: ["SUBMITTED"], to: "DRAFT", who: ["contributor"], guards: [] },
  return: { from: ["SUBMITTED"], to: "RETURNED", who: ["decider"], notContributor: true, guards: ["comment"] },
  approve: { from: ["SUBMITTED"], to: "APPROVED", who: ["decider"], notContributor: true, guards: ["version-shown"] },
  revoke: { from: ["APPROVED"], to: "RETURNED", who: ["approver", "coordinator"], guards: ["comment"] },
  release: {
    from: ["APPROVED"],
    to: "RELEASED",
    who: ["coordinator"],
    guards: ["one-revision", "base-current", "described"],
  },
  reopen: {
    from: ["RELEASED"],
    to: "DRAFT",
    who: ["sectionStaff", "coordinator"],
    guards: ["evaluation", "none-open", "comment"],
  },
  discard: { from: ["DRAFT", "RETURNED"], to: "DISCARDED", who: ["contributor", "coordinator"], guards: ["comment"] },
} as const satisfies Record<Move, Rule>;

/** What the table is asked about: where a submission stands, how the actor stands to it, which guards hold. */
export interface Situation {
  readonly phase: Phase;
  /** null before there is a submission. */
  readonly state: SubmissionState | null;
  readonly relation: Relation;
  /** A guard that is not named here does not hold. */
  readonly holds: Partial<Record<Guard, boolean>>;
}

/**
 * Why a move is refused, or null if it may be made. Asked first is who (one's own work before a missing role, so that
 * an approver who wrote hears the true reason), then the state, then the guards in the rule's order.
 */
export function whyNot(move: Move, situation: Situation): RefusalCode | null {
  const reason = whyNotWho(move, situation) ?? whyNotState(move, situation);
  if (reason) return reason;
  const rule: Rule = LIFECYCLE[move];
  const failing = rule.guards.find((guard) => situation.holds[guard] !== true);
  return failing ? GUARDS[failing].refusal : null;
}

/** The moves that can be offered now: who, state and standing guards agree. What is typed is judged when it comes. */
export function movesFor(situation: Situation): Move[] {
  return MOVES.filter((move) => {
    const rule: Rule = LIFECYCLE[move];
    return (
      whyNotWho(move, situation) === null &&
      whyNotState(move, situation) === null &&
      rule.guards.every((guard) => !GUARDS[guard].standing || situation.holds[guard] === true)
    );
  });
}

function whyNotWho(move: Move, { phase, relation }: Situation): RefusalCode | null {
  const rule: Rule = LIFECYCLE[move];
  if (rule.notContributor && relation.contributor) return "own-work";
  const who = phase === "PLAN" ? (rule.whoForRevision ?? rule.who) : rule.who;
  if (who.some((kind) => relation[kind])) return null;
  if (!who.includes("decider")) return "not-allowed";
  if (relation.waitingDeputy) return "deputy-waits";
  return relation.manager ? "other-section" : "not-allowed";
}

function whyNotState(move: Move, { state }: Situation): RefusalCode | null {
  const from: readonly SubmissionState[] = LIFECYCLE[move].from;
  const right = state === null ? from.length === 0 : from.includes(state);
  return right ? null : "wrong-state";
}

/** What of a submission decides who stands how to it. */
export interface Subject {
  readonly organizationId: string;
  readonly phase: Phase;
  /** The responsible section of each item concerned; null for one without. Never empty. */
  readonly sectionIds: readonly (string | null)[];
  readonly contributorIds: readonly string[];
  readonly approverId: string | null;
}

/** Who answers for a submission alone; null where nobody's section does, or several do. */
function onlySectionOf({ sectionIds }: Subject): string | null {
  const [only = null] = sectionIds;
  return sectionIds.length === 1 ? only : null;
}

/** The post by which an actor decides on a submission, one's own before a holder's; null where they do not decide. */
export function decidingPost(actor: Actor, subject: Subject): Membership | null {
  const posts = managingPosts(actor, subject.organizationId, onlySectionOf(subject));
  return posts.find((post) => countsFor(post, subject.contributorIds)) ?? null;
}

/** How an actor stands to a submission. */
export function relationOf(actor: Actor, subject: Subject): Relation {
  const { organizationId, phase } = subject;
  const section = onlySectionOf(subject);
  const post = decidingPost(actor, subject);
  return {
    sectionStaff:
      phase === "PLAN"
        ? holdsRoleAnywhere(actor, "STAFF", organizationId)
        : holdsRole(actor, "STAFF", organizationId, section),
    // A coordinator sits in one section and coordinates them all.
    coordinator: holdsRoleAnywhere(actor, "COORDINATOR", organizationId),
    decider: post !== null,
    deputy: post?.deputyFor != null,
    waitingDeputy: post === null && managingPosts(actor, organizationId, section).length > 0,
    manager: holdsRoleAnywhere(actor, "MANAGER", organizationId),
    contributor: subject.contributorIds.includes(actor.userId),
    approver: subject.approverId === actor.userId,
  };
}
