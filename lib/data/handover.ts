import { type Actor, belongsTo } from "../domain/actor.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { type Gap, gapsLeftBy, gapsOn } from "../domain/handover.ts";
import { laterDay, type Named } from "../domain/people-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { named } from "./post-view.ts";
import { staffingOf } from "./staffing.ts";

/** What has nobody in one organisation. */
export interface OrganizationGaps {
  readonly organization: Named;
  readonly gaps: readonly Gap[];
  /** Whether the reader belongs there, and so may open what is on its way. */
  readonly own: boolean;
}

/**
 * What is, or on a day would be, without anybody: administrators see every organisation's, managers and coordinators
 * their own. Refuses others (`not-allowed`).
 */
export async function handoverOn(
  actor: Actor,
  on: CalendarDate,
  clock: Clock = systemClock,
): Promise<OrganizationGaps[]> {
  const own = actor.memberships
    .filter(({ role, deputyFor }) => role !== "STAFF" && deputyFor === null)
    .map(({ organizationId }) => organizationId);
  if (!actor.administrator && own.length === 0) throw new Refusal("not-allowed");
  const organizations = await db().organization.findMany({
    where: { disabledAt: null, ...(actor.administrator ? {} : { id: { in: own } }) },
    select: named,
    orderBy: { slug: "asc" },
  });
  const today = tokyoDate(clock());
  const all: OrganizationGaps[] = [];
  for (const organization of organizations) {
    const facts = await staffingOf(db(), organization.id, today);
    all.push({ organization, gaps: gapsOn(facts, on), own: belongsTo(actor, organization.id) });
  }
  return all;
}

/** What a person would leave to nobody if they were gone today, post by post and all at once. Administrators only. */
export async function leavingOf(
  actor: Actor,
  userId: string,
  clock: Clock = systemClock,
): Promise<{ byPost: ReadonlyMap<string, readonly Gap[]>; all: readonly Gap[] }> {
  if (!actor.administrator) throw new Refusal("not-allowed");
  const today = tokyoDate(clock());
  const places = await db().membership.findMany({
    where: { userId: knownId(userId) },
    select: { organizationId: true },
    distinct: ["organizationId"],
  });
  const byPost = new Map<string, readonly Gap[]>();
  const all: Gap[] = [];
  for (const { organizationId } of places) {
    const facts = await staffingOf(db(), organizationId, today);
    for (const post of facts.posts.filter((held) => held.userId === userId)) {
      const rest = facts.posts.filter(({ id }) => id !== post.id);
      // A post that has not begun is missed from its first day on.
      byPost.set(post.id, gapsLeftBy(facts, rest, laterDay(post.startsOn, today)));
    }
    const others = facts.posts.filter((post) => post.userId !== userId);
    all.push(...gapsLeftBy(facts, others, today));
  }
  return { byPost, all };
}
