import { z } from "zod";
import { type CalendarDate, calendarDate } from "./fiscal-year.ts";
import { type EvaluationPhase, TARGET_TYPES, type TargetType } from "./forms/form.ts";
import type { SubmissionState } from "./lifecycle.ts";
import type { PublishedOrganization } from "./published-policy.ts";

/** The days of a round: from when sheets are taken, until when they are asked for, when they are to be public. */
export interface RoundDates {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly plannedReleaseOn: CalendarDate;
}

export const ROUND_DATES = ["opensOn", "dueOn", "plannedReleaseOn"] as const;

/** Whether a round's days exist and follow each other; the same day twice is in order. */
export function datesInOrder(dates: RoundDates): boolean {
  return (
    ROUND_DATES.every((name) => calendarDate.safeParse(dates[name]).success) &&
    dates.opensOn <= dates.dueOn &&
    dates.dueOn <= dates.plannedReleaseOn
  );
}

/** The days that a round usually has in a fiscal year. */
export function usualDates(phase: EvaluationPhase, fiscalYear: number): RoundDates {
  return phase === "MID_YEAR_REVIEW"
    ? { opensOn: `${fiscalYear}-09-01`, dueOn: `${fiscalYear}-09-25`, plannedReleaseOn: `${fiscalYear}-10-02` }
    : {
        opensOn: `${fiscalYear + 1}-03-01`,
        dueOn: `${fiscalYear + 1}-04-15`,
        plannedReleaseOn: `${fiscalYear + 1}-06-04`,
      };
}

/** Where a sheet stands on the board: a draft in which nothing was written is one of its own. From done to not begun. */
export const STANDINGS = ["RELEASED", "APPROVED", "SUBMITTED", "RETURNED", "DRAFT", "NOT_BEGUN"] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a submission of that state stands; null for a discarded one, which is no sheet of the round any more. */
export function standingOf(state: SubmissionState, begun: boolean): Standing | null {
  if (state === "DISCARDED") return null;
  return state === "DRAFT" && !begun ? "NOT_BEGUN" : state;
}

export type Counts = Readonly<Record<Standing, number>>;

/** How many sheets stand where. */
export function countsOf(sheets: readonly { readonly standing: Standing }[]): Counts {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>;
  for (const { standing } of sheets) counts[standing] += 1;
  return counts;
}

/** How many sheets still have to be submitted. */
export const unsubmitted = (counts: Counts): number => counts.NOT_BEGUN + counts.DRAFT + counts.RETURNED;

/** Whole days from one calendar date to another; negative where it lies before. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Who a sheet lies with now, by role, with the names that are known. No names: nobody holds that post. */
export interface Holder {
  readonly role: "STAFF" | "MANAGER" | "COORDINATOR";
  readonly names: readonly string[];
}

/** One sheet of a round as the board shows it. */
export interface BoardSheet {
  readonly submissionId: string;
  readonly type: TargetType;
  /** null for the policy as a whole, as is its title. */
  readonly code: string | null;
  readonly title: string | null;
  /** null where no section answers for it. */
  readonly sectionId: string | null;
  readonly standing: Standing;
  /** Public already, and taken up again. */
  readonly reopened: boolean;
  readonly written: { readonly by: string; readonly at: Date } | null;
  /** null where nothing is left to do. */
  readonly holder: Holder | null;
  /** Until when a late permit lets it be submitted, where one is in force. */
  readonly permitUntil: CalendarDate | null;
}

export interface BoardSection {
  /** null: the targets that no section answers for. */
  readonly id: string | null;
  readonly nameJa: string;
  readonly nameEn: string;
  /** When its people were last reminded, and how many of them. */
  readonly reminded: { readonly at: Date; readonly people: number } | null;
}

/** What a round is, for lists and headings. */
export interface RoundFacts extends RoundDates {
  readonly id: string;
  readonly policyId: string;
  readonly phase: EvaluationPhase;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly closedAt: Date | null;
  /** Its release said that it ends the round. */
  readonly concluded: boolean;
  /** Targets of the plan that have no sheet in it yet. */
  readonly withoutSheet: number;
  /** Whether the actor who asked runs it. */
  readonly mayRun: boolean;
}

export interface Board extends RoundFacts {
  /** The sections that have sheets, in the organisation's order; those without a section last. */
  readonly sections: readonly BoardSection[];
  /** In the order of the sections, then of the plan. */
  readonly sheets: readonly BoardSheet[];
  /** What was last done to the round, by the kind of its event. */
  readonly last: RoundEventKind | null;
}

export const ROUND_EVENTS = ["open", "dates", "close", "open-again", "add-sheets", "permit", "remind"] as const;
export type RoundEventKind = (typeof ROUND_EVENTS)[number];

/** A round that a release may still conclude. */
export interface UnconcludedRound {
  readonly roundId: string;
  readonly phase: EvaluationPhase;
  /** Sheets that are neither approved nor released. */
  readonly missing: number;
  readonly plannedReleaseOn: CalendarDate;
}

/** The rounds of one policy, and which may still be opened. */
export interface PolicyRounds {
  readonly policyId: string;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  /** Whether the plan is final: no round is opened before. */
  readonly final: boolean;
  readonly mayRun: boolean;
  readonly rounds: readonly (RoundFacts & { readonly counts: Counts })[];
  /** Phases that the form asks for and that have no round. */
  readonly openable: readonly EvaluationPhase[];
}

/** What the board shows of a round. Anything absent lets everything through; `section` "none" means no section. */
export const boardFilter = z.object({
  section: z
    .union([z.uuid(), z.literal("none")])
    .optional()
    .catch(undefined),
  state: z.enum(STANDINGS).optional().catch(undefined),
  type: z.enum(TARGET_TYPES).optional().catch(undefined),
});
export type BoardFilter = z.infer<typeof boardFilter>;

/** The sheets that pass a filter, in the order given. */
export function filterSheets(sheets: readonly BoardSheet[], { section, state, type }: BoardFilter): BoardSheet[] {
  return sheets.filter(
    (sheet) =>
      (section === undefined || (sheet.sectionId ?? "none") === section) &&
      (state === undefined || sheet.standing === state) &&
      (type === undefined || sheet.type === type),
  );
}
