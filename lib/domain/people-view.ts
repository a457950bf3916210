import type { Role } from "./actor.ts";
import { type CalendarDate, calendarDate } from "./fiscal-year.ts";

/** What the screens of administration and of one's own account are given. */

/** A day on which somebody can hold a post: what lies outside is a slip of the hand. */
export const dayOfPost = calendarDate.refine((day) => day >= "1950-01-01" && day <= "2199-12-31");

/** The later of two days. */
export const laterDay = (one: CalendarDate, other: CalendarDate): CalendarDate => [one, other].sort()[1] ?? one;

export interface Named {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
}

/** A post that somebody holds, held or will hold. */
export interface PostView {
  readonly id: string;
  readonly organization: Named;
  /** null: the whole organisation. */
  readonly section: Named | null;
  readonly role: Role;
  readonly postTitle: string;
  readonly startsOn: CalendarDate;
  /** The last day; null where none is set. */
  readonly endsOn: CalendarDate | null;
}

/** Whether a post is held on a day, was before, or will be. */
export function timeOf(post: Pick<PostView, "startsOn" | "endsOn">, today: CalendarDate): "now" | "past" | "future" {
  if (post.startsOn > today) return "future";
  return post.endsOn !== null && post.endsOn < today ? "past" : "now";
}

export interface AccountView {
  readonly name: string;
  readonly email: string;
  readonly posts: readonly PostView[];
  readonly sessions: readonly { readonly startedAt: Date; readonly lastUsedAt: Date; readonly current: boolean }[];
}

export interface PersonLine {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly administrator: boolean;
  readonly disabled: boolean;
  /** Posts held now or later. */
  readonly posts: readonly PostView[];
}

export interface PersonView extends PersonLine {
  /** All posts, the newest first. */
  readonly allPosts: readonly PostView[];
  readonly disabledAt: Date | null;
  readonly lastSignIn: Date | null;
  /** The newest link to set a password; null where none was made. */
  readonly link: {
    readonly createdAt: Date;
    readonly expiresAt: Date;
    readonly state: "open" | "used" | "void";
  } | null;
}

/** Which people to list. */
export const PERSON_STATES = ["active", "disabled", "administrator", "without-post"] as const;
export type PersonState = (typeof PERSON_STATES)[number];

export interface OrganizationLine extends Named {
  readonly slug: string;
  readonly cityNameJa: string;
  readonly cityNameEn: string;
  readonly disabled: boolean;
  readonly sample: boolean;
  /** Sections that are not disabled. */
  readonly sections: number;
  /** People with a post today. */
  readonly people: number;
  readonly policies: number;
}

export interface SectionLine extends Named {
  readonly order: number;
  readonly disabled: boolean;
  /** What hangs on it, so that it cannot be disabled. */
  readonly items: number;
  readonly sheets: number;
  readonly posts: number;
}

export interface OrganizationView extends OrganizationLine {
  readonly municipalCode: string | null;
  readonly sourceNote: string | null;
  readonly sourceUrl: string | null;
  readonly sectionLines: readonly SectionLine[];
}
