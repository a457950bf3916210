import { z } from "zod";
import { type Actor, ROLES, type Role } from "../domain/actor.ts";
import { daysLater } from "../domain/business-days.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { gapsLeftBy } from "../domain/handover.ts";
import { dayOfPost, laterDay } from "../domain/people-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { textUpTo } from "../domain/text.ts";
import { type AdministrationEvent, administer, knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { staffingOf } from "./staffing.ts";

export const newMembership = z
  .strictObject({
    userId: z.uuid(),
    organizationId: z.uuid(),
    /** null: for the whole organisation. */
    sectionId: z.uuid().nullable(),
    role: z.enum(ROLES),
    postTitle: textUpTo(100),
    startsOn: dayOfPost,
    /** The last day; null where none is set. */
    endsOn: dayOfPost.nullable(),
  })
  .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn);
export type NewMembership = z.infer<typeof newMembership> & { readonly role: Role };

/**
 * Gives a person a role in an organisation from a day on, for a section or (null) for the whole of it. Administrators
 * only. Refuses (`not-found`) a person, organisation or section that is not there or is disabled, and
 * (`already-exists`) what the person holds already on one of these days.
 */
export async function addMembership(
  actor: Actor,
  { key, ...input }: NewMembership & { readonly key?: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, { kind: "add-membership", key, ...input }, clock, async (tx) => {
    const membership = newMembership.parse(input);
    if ((await overlapping(tx, membership)) > 0) throw new Refusal("already-exists");
    const { id, event } = await give(tx, membership);
    return { result: { id }, events: [event] };
  });
}

/** Who comes after somebody, and whether it was said that nobody may. */
export interface Succession {
  /** Whoever gets the same posts; null for nobody. */
  readonly successorId: string | null;
  /** Said explicitly: what would then have nobody may stay so. */
  readonly leave: boolean;
}

/**
 * Ends a post after a day; a successor holds the same one from the next day on, as long as it was given for.
 * Administrators only. Refuses (`nobody-left`) without a successor what would leave work to nobody unless told to, a
 * post that has ended by then (`wrong-state`) and a day before it begins (`invalid-draft`).
 */
export async function endMembership(
  actor: Actor,
  {
    key,
    ...input
  }: Succession & { readonly membershipId: string; readonly endsOn: CalendarDate; readonly key?: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(input.membershipId);
  return administer(actor, { kind: "end-membership", key, ...input }, clock, async (tx, now) => {
    const endsOn = dayOfPost.parse(input.endsOn);
    const post = await tx.membership.findUnique({ where: { id } });
    if (!post) throw new Refusal("not-found");
    const until = post.endsOn && fromDatabaseDate(post.endsOn);
    if (until !== null && until <= endsOn) throw new Refusal("wrong-state");
    if (endsOn < fromDatabaseDate(post.startsOn)) throw new Refusal("invalid-draft");
    const startsOn = daysLater(endsOn, 1);
    if (!input.successorId && !input.leave) {
      await refuseLeaving(tx, [post.id], post.organizationId, startsOn, tokyoDate(now));
    }
    await tx.membership.update({ where: { id }, data: { endsOn: toDatabaseDate(endsOn) } });
    const events: AdministrationEvent[] = [
      {
        kind: "end-membership",
        subjectType: "user",
        subjectId: post.userId,
        detail: { membership: id, until: endsOn, successor: input.successorId },
      },
    ];
    if (input.successorId) {
      const { organizationId, sectionId, role, postTitle } = post;
      const same = { userId: knownId(input.successorId), organizationId, sectionId, role, postTitle };
      events.push(...(await handOver(tx, { ...same, startsOn, endsOn: until }, post.userId)));
    }
    return { result: { id }, events };
  });
}

/** Gives a successor a post, unless they hold it on one of these days already. Refuses the holder (`invalid-draft`). */
export async function handOver(
  tx: Transaction,
  membership: NewMembership,
  holderId: string,
): Promise<AdministrationEvent[]> {
  if (membership.userId === holderId) throw new Refusal("invalid-draft");
  if ((await overlapping(tx, membership)) > 0) return [];
  return [(await give(tx, membership)).event];
}

/**
 * Refuses (`nobody-left`) if without these posts something would have nobody on a day (or today, where that day is
 * over) that has somebody with them.
 */
export async function refuseLeaving(
  tx: Transaction,
  postIds: readonly string[],
  organizationId: string,
  day: CalendarDate,
  today: CalendarDate,
): Promise<void> {
  const facts = await staffingOf(tx, organizationId, today);
  const rest = facts.posts.filter(({ id }) => !postIds.includes(id));
  if (gapsLeftBy(facts, rest, laterDay(day, today)).length > 0) throw new Refusal("nobody-left");
}

async function give(tx: Transaction, membership: NewMembership): Promise<{ id: string; event: AdministrationEvent }> {
  const { userId, organizationId, sectionId, role } = membership;
  const section = { id: sectionId ?? "", organizationId, disabledAt: null };
  const there =
    (await tx.user.count({ where: { id: userId, disabledAt: null } })) === 1 &&
    (await tx.organization.count({ where: { id: organizationId, disabledAt: null } })) === 1 &&
    (sectionId === null || (await tx.section.count({ where: section })) === 1);
  if (!there) throw new Refusal("not-found");
  const { id } = await tx.membership.create({
    data: {
      ...membership,
      startsOn: toDatabaseDate(membership.startsOn),
      endsOn: membership.endsOn === null ? null : toDatabaseDate(membership.endsOn),
    },
  });
  const detail = { membership: id, role, organization: organizationId };
  return { id, event: { kind: "add-membership", subjectType: "user", subjectId: userId, detail } };
}

/** How many posts of the same role for the same section the person holds on one of the days. */
async function overlapping(tx: Transaction, membership: NewMembership): Promise<number> {
  const { userId, organizationId, sectionId, role, startsOn, endsOn } = membership;
  return tx.membership.count({
    where: {
      ...{ userId, organizationId, sectionId, role },
      ...(endsOn === null ? {} : { startsOn: { lte: toDatabaseDate(endsOn) } }),
      OR: [{ endsOn: null }, { endsOn: { gte: toDatabaseDate(startsOn) } }],
    },
  });
}
