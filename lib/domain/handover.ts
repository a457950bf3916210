import type { Role } from "./actor.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { Phase, TargetType } from "./forms/form.ts";
import type { SubmissionState } from "./lifecycle.ts";

/** What an organisation's work hangs on, as it is known today: read once, asked of any day. */
export interface StaffingFacts {
  readonly sections: readonly StaffedSection[];
  readonly posts: readonly StaffedPost[];
  /** Items of current plans that no section answers for. */
  readonly unassigned: readonly StaffedItem[];
  readonly open: readonly OpenWork[];
  /** Delegations that were not revoked. */
  readonly delegations: readonly StaffedDelegation[];
}

export interface StaffedSection {
  readonly id: string;
  readonly nameJa: string;
  readonly nameEn: string;
  /** Items of current plans that it answers for. */
  readonly items: number;
}

export interface StaffedPost {
  readonly id: string;
  readonly userId: string;
  readonly role: Role;
  readonly sectionId: string | null;
  readonly startsOn: CalendarDate;
  /** The last day; null where none is set. */
  readonly endsOn: CalendarDate | null;
  /** Whether the holder's account is disabled, so that nobody is there. */
  readonly disabled: boolean;
}

export interface StaffedItem {
  readonly id: string;
  readonly type: TargetType;
  /** null for a policy as a whole. */
  readonly code: string | null;
  readonly title: string | null;
  readonly fiscalYear: number;
}

/** A submission on its way. */
export interface OpenWork {
  readonly id: string;
  readonly state: SubmissionState;
  readonly phase: Phase;
  readonly target: StaffedItem;
  readonly sectionIds: readonly (string | null)[];
  readonly contributorIds: readonly string[];
}

export interface StaffedDelegation {
  readonly id: string;
  readonly membershipId: string;
  readonly deputyId: string;
  readonly deputy: string;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Something that is, or would be, without anybody to do it. */
export type Gap =
  | { readonly kind: "no-coordinator" }
  | { readonly kind: "no-staff" | "no-manager"; readonly section: StaffedSection }
  | { readonly kind: "no-section"; readonly item: StaffedItem }
  | { readonly kind: "undecidable" | "orphaned"; readonly work: OpenWork }
  | { readonly kind: "no-deputy"; readonly delegation: StaffedDelegation };

export const GAP_KINDS = [
  "no-coordinator",
  "no-manager",
  "no-staff",
  "undecidable",
  "orphaned",
  "no-deputy",
  "no-section",
] as const satisfies readonly Gap["kind"][];

/** Tells one gap from another. */
export function gapKey(gap: Gap): string {
  if ("section" in gap) return `${gap.kind} ${gap.section.id}`;
  if ("item" in gap) return `${gap.kind} ${gap.item.id}`;
  if ("work" in gap) return `${gap.kind} ${gap.work.id}`;
  if ("delegation" in gap) return `${gap.kind} ${gap.delegation.id}`;
  return gap.kind;
}

/** Everything that has nobody on a day, the most pressing first. */
export function gapsOn(facts: StaffingFacts, day: CalendarDate): Gap[] {
  const held = facts.posts.filter((post) => holds(post, day));
  const has = (role: Role, sectionId: string) =>
    held.some((post) => post.role === role && (post.sectionId === null || post.sectionId === sectionId));
  const present = new Set(held.map((post) => post.userId));
  const atWork = facts.sections.filter((section) => section.items > 0);
  const gaps: Gap[] = [
    ...(held.some((post) => post.role === "COORDINATOR") ? [] : [{ kind: "no-coordinator" as const }]),
    ...atWork.filter(({ id }) => !has("MANAGER", id)).map((section) => ({ kind: "no-manager" as const, section })),
    ...atWork.filter(({ id }) => !has("STAFF", id)).map((section) => ({ kind: "no-staff" as const, section })),
    ...facts.open
      .filter((work) => work.state === "SUBMITTED" && deciders(facts, held, work, day).length === 0)
      .map((work) => ({ kind: "undecidable" as const, work })),
    ...facts.open
      .filter(({ state, contributorIds }) => {
        const begun = (state === "DRAFT" || state === "RETURNED") && contributorIds.length > 0;
        return begun && !contributorIds.some((id) => present.has(id));
      })
      .map((work) => ({ kind: "orphaned" as const, work })),
    ...facts.delegations
      .filter(({ endsOn, deputyId }) => endsOn >= day && !present.has(deputyId))
      .map((delegation) => ({ kind: "no-deputy" as const, delegation })),
    ...facts.unassigned.map((item) => ({ kind: "no-section" as const, item })),
  ];
  return gaps;
}

/** What would newly be without anybody on a day if the posts were these instead. */
export function gapsLeftBy(facts: StaffingFacts, posts: readonly StaffedPost[], day: CalendarDate): Gap[] {
  const before = new Set(gapsOn(facts, day).map(gapKey));
  return gapsOn({ ...facts, posts }, day).filter((gap) => !before.has(gapKey(gap)));
}

const holds = (post: StaffedPost, day: CalendarDate): boolean =>
  !post.disabled && post.startsOn <= day && (post.endsOn === null || post.endsOn >= day);

/** Who may decide on a submission that day: managers of its one section or of all, and those named to stand in for them. */
function deciders(
  facts: StaffingFacts,
  held: readonly StaffedPost[],
  work: OpenWork,
  day: CalendarDate,
): readonly string[] {
  const [section] = work.sectionIds;
  const own = work.sectionIds.length === 1 ? section : null;
  const managers = held.filter(
    ({ role, sectionId }) => role === "MANAGER" && (sectionId === null || (own != null && sectionId === own)),
  );
  const posts = new Set(managers.map(({ id }) => id));
  const deputies = facts.delegations
    .filter(({ membershipId, startsOn, endsOn }) => posts.has(membershipId) && startsOn <= day && endsOn >= day)
    .map(({ deputyId }) => deputyId)
    .filter((id) => held.some(({ userId }) => userId === id));
  return [...managers.map(({ userId }) => userId), ...deputies].filter((id) => !work.contributorIds.includes(id));
}
