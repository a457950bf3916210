import type { Hash } from "./canonical.ts";
import type { CommentPart, RevisionPart } from "./edition.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { Phase, TargetType } from "./forms/form.ts";
import type { Problem, SheetValues, Typed } from "./forms/sheet.ts";
import { MOVES, type Move, type Relation, type SubmissionState } from "./lifecycle.ts";
import type { PublishedOrganization } from "./published-policy.ts";

/** One line of a list of submissions. */
export interface SubmissionLine {
  readonly id: string;
  readonly policyId: string;
  readonly phase: Phase;
  readonly state: SubmissionState;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly target: { readonly type: TargetType; readonly code: string | null; readonly title: string | null };
  readonly section: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly dueOn: CalendarDate | null;
  /** Nothing was written yet. */
  readonly begun: boolean;
}

/** An approved submission as it is chosen for a release. */
export interface ReadyLine extends SubmissionLine {
  readonly lockVersion: number;
  readonly versionHash: Hash;
  /** What a Revision says of itself; null for an evaluation. */
  readonly described: RevisionPart | null;
}

/** A Version as screens speak of it. */
export interface VersionLine {
  readonly hash: Hash;
  readonly number: number;
  readonly author: string;
  readonly occurredAt: Date;
}

/** What a submission's history tells of: its moves, and the holder's later look at what a deputy decided. */
export const TIMELINE_KINDS = [...MOVES, "later-look"] as const;

/** One entry of a submission's history, read from its Events. */
export interface TimelineLine {
  readonly number: number;
  readonly move: (typeof TIMELINE_KINDS)[number];
  /** Decided in the place of whoever holds the post (代決). */
  readonly deputy: boolean;
  /** The Version that stood there when it was made. */
  readonly version: Hash | null;
  readonly actor: string;
  readonly postTitle: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly comment: CommentPart | null;
}

/** What is known of a submission's target elsewhere, to look up and to copy from while it is written. */
export interface SheetSources {
  /** This year's mid-year review, while the self-evaluation is written. */
  readonly midYear: SheetValues | null;
  /** Last year's self-evaluation of the item that this one continues, with the plan that it answered. */
  readonly lastYear: {
    readonly fiscalYear: number;
    readonly values: SheetValues;
    readonly plan: SheetValues;
  } | null;
}

/** What the asking actor typed into a sheet and did not save as a Version. */
export interface BufferView {
  readonly typed: Typed;
  readonly savedAt: Date;
  /** The Version that it was typed over; null where there was none. */
  readonly baseHash: Hash | null;
  /** The page that it was typed on. */
  readonly writingId: string;
}

/** A late permit as screens speak of it. */
export interface PermitLine {
  readonly untilOn: CalendarDate;
  readonly grantedBy: string;
  readonly grantedAt: Date;
  /** Whether it lets the sheet be submitted today. */
  readonly inForce: boolean;
}

/** One submission as the actor who asked may see it. */
export interface SubmissionView extends SubmissionLine {
  readonly formId: string;
  readonly lockVersion: number;
  readonly relation: Relation;
  /** The moves that can be offered to this actor now. */
  readonly moves: readonly Move[];
  readonly roundIsOpen: boolean;
  /** The round that it belongs to; null for a Revision. */
  readonly roundId: string | null;
  /** The late permits that it was given, the latest last. */
  readonly permits: readonly PermitLine[];
  /** The latest text; empty where nothing was written. */
  readonly values: SheetValues;
  readonly head: VersionLine | null;
  /** What this actor typed and did not save; nobody else is shown it. */
  readonly buffer: BufferView | null;
  readonly submitted: VersionLine | null;
  /** What must still be filled before the latest text can be submitted. */
  readonly missing: readonly Problem[];
  /** The plan's text of the target, as it is public now. */
  readonly plan: SheetValues;
  readonly sources: SheetSources;
  /** What the current Edition publishes of this sheet. */
  readonly released: SheetValues | null;
  /** Why it came back, while it is with its authors. */
  readonly returned: CommentPart | null;
  readonly timeline: readonly TimelineLine[];
}
