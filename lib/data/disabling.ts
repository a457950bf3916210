import type { Actor } from "../domain/actor.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { laterDay } from "../domain/people-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { type AdministrationEvent, administer, knownId } from "./administer.ts";
import { endCalendarsOf } from "./calendar.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import { handOver, refuseLeaving, type Succession } from "./memberships.ts";
import { refuseLastAdministrator, userEvent, voidPasswordLinksOf } from "./people.ts";
import { endSessionsOf } from "./sessions.ts";

/**
 * Disables a person: their sessions end, links to set a password are void, and a successor has their posts from today
 * on. Administrators only. Refuses the last administrator, what would leave work to nobody unless told to
 * (`nobody-left`), and whoever is disabled already (`not-found`).
 */
export async function disableUser(
  actor: Actor,
  userId: string,
  clock: Clock = systemClock,
  { key, ...succession }: Succession & { readonly key?: string } = { successorId: null, leave: true },
): Promise<void> {
  const id = knownId(userId);
  await administer(actor, { kind: "disable-user", key, id, ...succession }, clock, async (tx, now) => {
    await refuseLastAdministrator(tx, id);
    const today = tokyoDate(now);
    const posts = await tx.membership.findMany({
      where: { userId: id, OR: [{ endsOn: null }, { endsOn: { gte: toDatabaseDate(today) } }] },
      orderBy: { id: "asc" },
    });
    const events: AdministrationEvent[] = [];
    if (!succession.successorId && !succession.leave) {
      const ids = posts.map((post) => post.id);
      for (const organizationId of new Set(posts.map((post) => post.organizationId))) {
        await refuseLeaving(tx, ids, organizationId, today, today);
      }
    }
    const where = { id, disabledAt: null };
    const { count } = await tx.user.updateMany({ where, data: { disabledAt: now } });
    if (count !== 1) throw new Refusal("not-found");
    await endSessionsOf(tx, id, null, now);
    await endCalendarsOf(tx, id, now);
    await voidPasswordLinksOf(tx, id, now);
    if (succession.successorId) {
      for (const { organizationId, sectionId, role, postTitle, ...dates } of posts) {
        const begins = fromDatabaseDate(dates.startsOn);
        const startsOn = laterDay(begins, today);
        const endsOn = dates.endsOn && fromDatabaseDate(dates.endsOn);
        const same = { userId: knownId(succession.successorId), organizationId, sectionId, role, postTitle };
        events.push(...(await handOver(tx, { ...same, startsOn, endsOn }, id)));
      }
    }
    events.unshift(userEvent("disable", id, succession.successorId ? { successor: succession.successorId } : {}));
    return { result: {}, events };
  });
}

/** Lets a disabled person in again, with the posts that they still hold. Administrators only. */
export async function enableUser(
  actor: Actor,
  { key, userId }: { userId: string; key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(userId);
  return administer(actor, { kind: "enable-user", key, id }, clock, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    return { result: { id }, events: [userEvent("enable", id)] };
  });
}
