import { type Actor, countsFor, holdsRoleAnywhere, type Membership, managingPosts, membershipFor } from "./actor.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { TargetType } from "./forms/form.ts";
import type { RefusalCode } from "./refusal.ts";

/** Taking back what was published: who may ask for it, who may decide, from which state to which. */

export const TAKING_BACK_REASONS = ["PERSONAL_DATA", "RIGHTS", "LEGAL", "FACTUAL_ERROR", "OTHER"] as const;
export type TakingBackReason = (typeof TAKING_BACK_REASONS)[number];

export const TAKEDOWN_STATES = ["REQUESTED", "DECLINED", "IN_FORCE", "LIFT_REQUESTED", "LIFTED"] as const;
export type TakedownState = (typeof TAKEDOWN_STATES)[number];

/** The states in which the public does not see the item. */
export const WITHHOLDING: readonly TakedownState[] = ["IN_FORCE", "LIFT_REQUESTED"];

export type TakedownTarget = Exclude<TargetType, "policy">;

/** What can be done with a takedown once it was asked for: each from one state to one other. */
export const TAKEDOWN_MOVES = {
  confirm: { from: "REQUESTED", to: "IN_FORCE", decides: true },
  decline: { from: "REQUESTED", to: "DECLINED", decides: true },
  "ask-lift": { from: "IN_FORCE", to: "LIFT_REQUESTED", decides: false },
  lift: { from: "LIFT_REQUESTED", to: "LIFTED", decides: true },
  "keep-down": { from: "LIFT_REQUESTED", to: "IN_FORCE", decides: true },
} as const satisfies Record<string, { from: TakedownState; to: TakedownState; decides: boolean }>;
export type TakedownMove = keyof typeof TAKEDOWN_MOVES;

/** The post as which somebody asks for something to be taken back; null where they may not. */
export function askingPost(actor: Actor, organizationId: string, sectionId: string | null): Membership | null {
  const post = membershipFor(actor, organizationId, [sectionId], ["STAFF", "COORDINATOR", "MANAGER"]);
  if (post?.role !== "STAFF") return post;
  // Another section's staff may not ask, unless they coordinate or manage besides.
  if (post.sectionId === null || post.sectionId === sectionId) return post;
  return membershipFor(actor, organizationId, [sectionId], ["COORDINATOR", "MANAGER"]);
}

/**
 * The post as which somebody decides on what another person asked for: a manager of the section (null: of the whole
 * organisation) or the deputy whose turn it is, or a coordinator. null where they may not; nobody decides on their own
 * asking, whatever posts they hold.
 */
export function confirmingPost(
  actor: Actor,
  organizationId: string,
  sectionId: string | null,
  askedById: string,
): Membership | null {
  if (actor.userId === askedById) return null;
  const managing = managingPosts(actor, organizationId, sectionId).find((post) => countsFor(post, [askedById]));
  return managing ?? membershipFor(actor, organizationId, [sectionId], ["COORDINATOR"]);
}

/** What an actor may do with a takedown now. */
export function takedownMovesFor(
  actor: Actor,
  takedown: {
    readonly organizationId: string;
    readonly sectionId: string | null;
    readonly state: TakedownState;
    readonly requestedById: string;
    readonly liftAskedById: string | null;
  },
): TakedownMove[] {
  return (Object.keys(TAKEDOWN_MOVES) as TakedownMove[]).filter(
    (move) => whyNotTakedown(actor, move, takedown) === null,
  );
}

/** Why a takedown cannot be moved so by this actor, or null if it can. */
export function whyNotTakedown(
  actor: Actor,
  move: TakedownMove,
  takedown: Parameters<typeof takedownMovesFor>[1],
): RefusalCode | null {
  const { organizationId, sectionId, state } = takedown;
  const { from, decides } = TAKEDOWN_MOVES[move];
  const lifting = move === "lift" || move === "keep-down";
  const askedById = (lifting ? takedown.liftAskedById : takedown.requestedById) ?? "";
  if (decides && askedById === actor.userId) return "own-work";
  const post = decides
    ? confirmingPost(actor, organizationId, sectionId, askedById)
    : askingPost(actor, organizationId, sectionId);
  if (!post) return "not-allowed";
  return state === from ? null : "wrong-state";
}

/** Whether an actor may ask for a redaction in an organisation: whoever works there. */
export function mayAskRedaction(actor: Actor, organizationId: string): boolean {
  return (["STAFF", "COORDINATOR", "MANAGER"] as const).some((role) => holdsRoleAnywhere(actor, role, organizationId));
}

/** A person as staff see them in the record of a taking back. */
export interface Hand {
  readonly name: string;
  readonly at: Date;
}

/** One takedown as staff see it. */
export interface TakedownView {
  readonly id: string;
  readonly policyId: string;
  readonly target: { readonly type: TakedownTarget; readonly code: string; readonly title: string };
  readonly reason: TakingBackReason;
  readonly wording: string;
  readonly state: TakedownState;
  readonly requested: Hand;
  readonly decided: Hand | null;
  readonly liftAsked: Hand | null;
  readonly liftDecided: Hand | null;
  readonly moves: readonly TakedownMove[];
}

/** One place where a text that is to be blacked out stands. */
export interface Occurrence {
  readonly key: string;
  readonly kind:
    | "item"
    | "sheet"
    | "revision"
    | "comment"
    | "notice"
    | "aim"
    | "opinion"
    | "answer"
    | "question"
    | "buffer"
    | "release";
  readonly fiscalYear: number | null;
  /** Of an item: its kind and code. */
  readonly target: { readonly type: TargetType; readonly code: string | null } | null;
  /** The numbers of the Editions that show it; none where it was never published. */
  readonly editions: readonly number[];
  /** What stands there now and what will; null where it is another person's unsaved text, which is not shown. */
  readonly texts: readonly { readonly before: string; readonly after: string }[] | null;
}

/** One redaction as staff see it; the text is there for whoever decides, until they did. */
export interface RedactionView {
  readonly id: string;
  readonly reason: TakingBackReason;
  readonly state: "REQUESTED" | "DONE" | "DECLINED";
  readonly requested: Hand;
  readonly decided: Hand | null;
  /** How many Parts were blacked out. */
  readonly parts: number;
  readonly mayDecide: boolean;
  /** Whether the reader asked for it. */
  readonly own: boolean;
  readonly text: string | null;
  /** Every place where the text stands, for whoever may decide; null for others and afterwards. */
  readonly occurrences: readonly Occurrence[] | null;
}

/** Everything that was taken back of a policy, or is asked to be, and what can be asked for. */
export interface TakingBackView {
  readonly policyId: string;
  readonly organization: { readonly slug: string; readonly nameJa: string; readonly nameEn: string };
  readonly fiscalYear: number;
  readonly released: boolean;
  readonly takedowns: readonly TakedownView[];
  readonly redactions: readonly RedactionView[];
  /** The items that the reader may ask to be taken down. */
  readonly items: readonly {
    readonly type: TakedownTarget;
    readonly id: string;
    readonly code: string;
    readonly title: string;
  }[];
}

/** Something that waits for a person's decision. */
export interface TakingBackLine {
  readonly kind: "takedown" | "lift" | "redaction";
  readonly id: string;
  readonly policyId: string;
  readonly organization: { readonly nameJa: string; readonly nameEn: string };
  readonly fiscalYear: number;
  readonly target: { readonly type: TakedownTarget; readonly code: string } | null;
  readonly requested: Hand;
}

/** A redaction as the public is told of it: when and why, never what. */
export interface RedactionNote {
  readonly on: CalendarDate;
  readonly reason: TakingBackReason;
}

/** What the public is told in place of an item that was taken down. */
export interface Withheld {
  readonly reason: TakingBackReason;
  /** The ward's own words. */
  readonly wording: string;
  /** The day from which it is withheld. */
  readonly since: CalendarDate;
}

/** An item whose text is withheld; on other items nothing of it is there. */
export interface MaybeWithheld {
  readonly withheld?: Withheld;
}
