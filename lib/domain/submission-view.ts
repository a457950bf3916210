import type { Hash } from "./canonical.ts";
import type { CommentPart } from "./edition.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { Phase, TargetType } from "./forms/form.ts";
import type { Problem, SheetValues } from "./forms/sheet.ts";
import type { Move, Relation, SubmissionState } from "./lifecycle.ts";
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

/** A Version as screens speak of it. */
export interface VersionLine {
  readonly hash: Hash;
  readonly number: number;
  readonly author: string;
  readonly occurredAt: Date;
}

/** One entry of a submission's history, read from its Events. */
export interface TimelineLine {
  readonly number: number;
  readonly move: Move;
  readonly actor: string;
  readonly postTitle: string | null;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly comment: CommentPart | null;
}

/** One submission as the actor who asked may see it. */
export interface SubmissionView extends SubmissionLine {
  readonly formId: string;
  readonly lockVersion: number;
  readonly relation: Relation;
  /** The moves that can be offered to this actor now. */
  readonly moves: readonly Move[];
  readonly roundIsOpen: boolean;
  /** The latest text; empty where nothing was written. */
  readonly values: SheetValues;
  readonly head: VersionLine | null;
  readonly submitted: VersionLine | null;
  /** What must still be filled before the latest text can be submitted. */
  readonly missing: readonly Problem[];
  /** The plan's text of the target, as it is public now. */
  readonly plan: SheetValues;
  /** What the current Edition publishes of this sheet. */
  readonly released: SheetValues | null;
  /** Why it came back, while it is with its authors. */
  readonly returned: CommentPart | null;
  readonly timeline: readonly TimelineLine[];
}
