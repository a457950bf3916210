import type { Hash } from "./canonical.ts";
import type { FieldChange } from "./diff.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { SheetValues } from "./forms/sheet.ts";
import type { PublishedOrganization } from "./published-policy.ts";
import type { SubmissionLine } from "./submission-view.ts";

/** A remark that came back with the sheet earlier, beside one field. */
export interface EarlierRemark {
  readonly field: string;
  readonly text: string;
  readonly by: string;
  readonly at: Date;
  /** Whether the field reads differently now. */
  readonly changedSince: boolean;
}

/** What a submitted sheet is compared with: the last submission before it, or else what is public now. */
export interface Comparison {
  readonly against: "submission" | "public";
  /** The number of the Version that was submitted before. */
  readonly number: number | null;
  readonly changes: readonly FieldChange[];
}

/** One sheet as it waits for a decision. */
export interface WaitingSheet {
  readonly line: SubmissionLine;
  readonly formId: string;
  readonly lockVersion: number;
  readonly versionHash: Hash;
  readonly versionNumber: number;
  /** As it was submitted, which is as it would be published. */
  readonly values: SheetValues;
  readonly plan: SheetValues;
  /** Everyone who worked on it. */
  readonly authors: readonly string[];
  readonly submittedBy: string;
  readonly submittedAt: Date;
  /** null where there is nothing to compare with: never submitted before, never public. */
  readonly comparison: Comparison | null;
  readonly remarks: readonly EarlierRemark[];
  /** Whether whoever asks opened the Version that is submitted now. */
  readonly opened: boolean;
  /** In whose place whoever asks would decide. */
  readonly deputyFor: string | null;
}

/** Where a sheet stands among those that wait for the same person. */
export interface PlaceInQueue {
  /** From 1; null where the sheet does not wait for them any more. */
  readonly number: number | null;
  readonly count: number;
  readonly previous: SubmissionLine | null;
  readonly next: SubmissionLine | null;
}

/** Something decided in a person's place that they have not looked at yet. */
export interface LaterLookLine extends Pick<SubmissionLine, "phase" | "target"> {
  readonly id: string;
  readonly submissionId: string;
  readonly move: "approve" | "return";
  readonly deputy: string;
  readonly postTitle: string;
  readonly decidedAt: Date;
  readonly organization: Pick<PublishedOrganization, "nameJa" | "nameEn">;
}

/** One deputy of a post, from a day to a day. */
export interface DelegationLine {
  readonly id: string;
  readonly deputy: string;
  readonly rank: number;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Whether it holds today. */
  readonly inForce: boolean;
}

/** A manager's post with its deputies, as whoever may name them sees it. */
export interface DeputisedPost {
  readonly membershipId: string;
  readonly postTitle: string;
  readonly holder: string;
  /** The reader's own post. */
  readonly own: boolean;
  readonly deputies: readonly DelegationLine[];
  readonly candidates: readonly { readonly userId: string; readonly name: string; readonly post: string }[];
}
