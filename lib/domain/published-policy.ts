import type { Hash } from "./canonical.ts";
import type { EditionContent, EditionRecord, RevisionPart } from "./edition.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { EvaluationPhase, Phase } from "./forms/form.ts";

/** What the public may know of an organisation. */
export interface PublishedOrganization {
  readonly slug: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly cityNameJa: string;
  readonly cityNameEn: string;
  /** Where the pages are not the organisation's own: what they are made from. */
  readonly sourceNote: string | null;
  readonly sourceUrl: string | null;
  /** A made-up organisation: every page that shows it says 見本. */
  readonly sample: boolean;
}

/** One line of the revision history, derived from the Editions. */
export interface EditionLine {
  readonly number: number;
  readonly phases: readonly Phase[];
  readonly revisionKind: RevisionPart["kind"] | null;
  readonly reason: string | null;
  readonly effectiveOn: CalendarDate;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly hash: Hash;
  /** The rounds that ended with it. */
  readonly concludes: readonly EvaluationPhase[];
}

/** A policy as it is public now: its current Edition, and every Edition so far, newest first. */
export interface PublishedPolicy {
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly edition: EditionRecord;
  readonly hash: Hash;
  readonly content: EditionContent;
  readonly history: readonly EditionLine[];
  /** The phases whose rounds have ended: a sheet that is absent there is 未評価, and 未公開 elsewhere. */
  readonly concluded: readonly EvaluationPhase[];
}

/** What the list of all policies says of one. */
export interface PolicyLine {
  readonly fiscalYear: number;
  readonly number: number;
  readonly occurredAt: Date;
}
