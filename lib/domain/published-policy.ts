import type { Hash } from "./canonical.ts";
import type { EditionContent, EditionRecord, FormulationStep, RevisionPart } from "./edition.ts";
import type { EditionChanges } from "./edition-changes.ts";
import type { LateItems } from "./edition-times.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { EvaluationPhase, Phase, TargetType } from "./forms/form.ts";
import type { RedactionNote } from "./taking-back.ts";

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
  /** The phases of which it brought a sheet that the Edition before did not have as it is here. */
  readonly brought: readonly EvaluationPhase[];
  readonly revisionKind: RevisionPart["kind"] | null;
  readonly reason: string | null;
  /** The step of its formulation that the plan stands at; null where it was formulated in one step. */
  readonly step: FormulationStep | null;
  /** The number of the Edition whose error it corrects. */
  readonly corrects: number | null;
  readonly effectiveOn: CalendarDate;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly hash: Hash;
  /** The rounds that ended with it. */
  readonly concludes: readonly EvaluationPhase[];
  /** When and why something in it was blacked out afterwards, the latest first. */
  readonly redactions: readonly RedactionNote[];
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
  /** The items that joined the policy when a round had ended: there is no sheet for them, and none is missing. */
  readonly late: LateItems;
  /** When each of its notices was first published, by the notice's id; absent where that was recorded after the fact. */
  readonly noticesSince: ReadonlyMap<string, Date>;
}

/** A policy as one of its Editions has it, and what came after that. */
export interface PublishedEdition {
  readonly policy: PublishedPolicy;
  /** The Edition that replaced it; null while it is current. */
  readonly next: EditionLine | null;
  readonly newest: number;
}

/** A post that approved what an Edition brought; never a person. */
export interface Approval {
  readonly postTitle: string;
  /** Somebody decided in the holder's place (代決). */
  readonly deputy: boolean;
}

/** One entry of the revision history: an Edition and what it changed. */
export interface HistoryEntry {
  readonly line: EditionLine;
  /** Against the Edition before; of the first one only the sheets, because all of its plan is new. */
  readonly changes: EditionChanges;
  /** How many items the first Edition set; null for later ones. */
  readonly set: Readonly<Record<Exclude<TargetType, "policy">, number>> | null;
  readonly approvals: readonly Approval[];
}

/** An Edition as those are told who follow it: whose it is, and what it changed. */
export interface FeedEdition {
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  /** The policy's title. */
  readonly title: string;
  readonly line: EditionLine;
  /** Against the Edition before; of the first one everything is new. */
  readonly changes: EditionChanges;
  /** How many items the first Edition set; null for later ones. */
  readonly set: HistoryEntry["set"];
}

/** What was released lately, newest first. */
export interface EditionFeed {
  readonly entries: readonly FeedEdition[];
  /** When anything that it says last changed. */
  readonly changedAt: Date;
}

/** What every page about a policy's history says of the policy. */
export interface HistoryHead {
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly title: string;
  /** Newest first. */
  readonly lines: readonly EditionLine[];
}

/** The whole revision history, newest first. */
export interface RevisionHistory extends HistoryHead {
  readonly entries: readonly HistoryEntry[];
}

/** Two Editions side by side; `changes` is null where the two are not both there, or are the same. */
export interface EditionComparison extends HistoryHead {
  readonly changes: EditionChanges | null;
}

/** An Edition that changed one item: its plan, or sheets of these phases. */
export interface ItemEdition {
  readonly line: EditionLine;
  readonly plan: "added" | "changed" | "removed" | null;
  readonly sheets: readonly EvaluationPhase[];
}

/** An item whose code the current Edition no longer has. */
export interface FormerItem {
  readonly type: Exclude<TargetType, "policy">;
  readonly title: string;
  /** The last Edition that shows it under that code, and the one from which on it does not. */
  readonly last: EditionLine;
  readonly since: EditionLine;
  /** Its code today; null where it was removed. */
  readonly codeNow: string | null;
}

/** What the list of all policies says of one. */
export interface PolicyLine {
  readonly fiscalYear: number;
  readonly number: number;
  readonly occurredAt: Date;
}

/** A year's policy as the lists of organisations and of years tell it. */
export type YearPolicy = Pick<PublishedPolicy, "fiscalYear" | "formId" | "edition" | "content" | "concluded" | "late">;

/** An organisation with all its released years, newest first, each with how often its plan was revised since it was final. */
export interface OrganizationYears {
  readonly organization: PublishedOrganization;
  readonly years: readonly (YearPolicy & { readonly revisions: number })[];
}

/** One of the latest Editions of all organisations. */
export interface LatestEdition {
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly line: EditionLine;
}

/** The name that a section has now. */
export interface SectionName {
  readonly nameJa: string;
  readonly nameEn: string;
}
