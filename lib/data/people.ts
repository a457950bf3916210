import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { textUpTo } from "../domain/text.ts";
import { type AdministrationEvent, administer, knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { deputisedPosts } from "./deputies.ts";
import { appendEvents, lockChain } from "./events.ts";

/** An address as accounts are found by it: lower case, as the database insists. */
export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

/** A person's name as it is shown. */
export const personName = textUpTo(100);

/**
 * Adds a person who can sign in. `passwordHash` is argon2id's. Administrators only. Refuses an address that is taken
 * (`already-exists`).
 */
export async function createUser(
  actor: Actor,
  { key, ...input }: { email: string; name: string; passwordHash: string; administrator?: boolean; key?: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  // The hash has a salt of its own each time, so it is no part of what was asked.
  const { passwordHash: _, ...asked } = input;
  return administer(actor, { kind: "create-user", key, ...asked }, clock, (tx) => addUser(tx, input));
}

/**
 * The first administrator of an empty installation, who needs nobody's leave. Refuses (`already-exists`) once there is
 * any user.
 */
export async function createFirstAdministrator(
  input: { email: string; name: string; passwordHash: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, null);
    if ((await tx.user.count()) > 0) throw new Refusal("already-exists");
    const { result, events } = await addUser(tx, { ...input, administrator: true });
    const by = { actorId: null, membershipId: null, occurredAt: clock() };
    await appendEvents(
      tx,
      head,
      events.map((event) => ({ ...event, ...by })),
    );
    return result;
  });
}

async function addUser(
  tx: Transaction,
  input: { email: string; name: string; passwordHash: string; administrator?: boolean },
) {
  const { passwordHash, administrator = false } = input;
  const data = { email: email.parse(input.email), name: personName.parse(input.name), passwordHash, administrator };
  await refuseTaken(tx, data.email);
  const { id } = await tx.user.create({ data });
  return { result: { id }, events: [userEvent("create", id, { administrator })] };
}

/**
 * Changes a person's name and address. A link to set a password that was made for another address is void: who knows
 * whom it was mailed to. Administrators only. Refuses an address that is taken (`already-exists`).
 */
export async function changeUser(
  actor: Actor,
  { key, userId, ...input }: { userId: string; email: string; name: string; key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(userId);
  return administer(actor, { kind: "change-user", key, id, ...input }, clock, async (tx, now) => {
    const data = { email: email.parse(input.email), name: personName.parse(input.name) };
    await refuseTaken(tx, data.email, id);
    if (await tx.user.count({ where: { id, email: { not: data.email } } })) await voidPasswordLinksOf(tx, id, now);
    const { count } = await tx.user.updateMany({ where: { id }, data });
    if (count !== 1) throw new Refusal("not-found");
    return { result: { id }, events: [userEvent("change", id)] };
  });
}

/** Makes void every link to set a person's password that was not used yet. */
export async function voidPasswordLinksOf(tx: Transaction, userId: string, now: Date): Promise<void> {
  await tx.passwordLink.updateMany({ where: { userId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
}

/**
 * Makes a person an administrator, or no longer one. Administrators only. Refuses to leave none who can sign in
 * (`last-administrator`), and (`wrong-state`) where it is so already.
 */
export async function setAdministrator(
  actor: Actor,
  { key, userId, administrator }: { userId: string; administrator: boolean; key: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  const id = knownId(userId);
  const kind = administrator ? "make-administrator" : "unmake-administrator";
  return administer(actor, { kind, key, id }, clock, async (tx) => {
    if (!administrator) await refuseLastAdministrator(tx, id);
    const { count } = await tx.user.updateMany({
      where: { id, disabledAt: null, administrator: !administrator },
      data: { administrator },
    });
    if (count !== 1) throw new Refusal("wrong-state");
    return { result: { id }, events: [userEvent(kind, id)] };
  });
}

/**
 * The actor that a user is today, with the memberships that hold on that day in organisations that are not disabled,
 * their own and those of managers in whose place they decide; null for absent and disabled ones. This is how the seed and the scripts get an actor; people get
 * theirs from lib/auth.
 */
export async function actorOf(userId: string, clock: Clock = systemClock): Promise<Actor | null> {
  const today = toDatabaseDate(tokyoDate(clock()));
  const user = await db().user.findFirst({
    where: { id: userId, disabledAt: null },
    include: {
      memberships: {
        where: {
          startsOn: { lte: today },
          OR: [{ endsOn: null }, { endsOn: { gte: today } }],
          organization: { disabledAt: null },
        },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!user) return null;
  const own = user.memberships.map(({ id, organizationId, sectionId, role, postTitle }) => ({
    id,
    organizationId,
    sectionId,
    role,
    postTitle,
    deputyFor: null,
  }));
  const { id, name, administrator } = user;
  return { userId: id, name, administrator, memberships: [...own, ...(await deputisedPosts(id, own, today))] };
}

async function refuseTaken(tx: Transaction, address: string, except?: string): Promise<void> {
  const found = await tx.user.findUnique({ where: { email: address }, select: { id: true } });
  if (found && found.id !== except) throw new Refusal("already-exists");
}

/** Refuses if, without this person, nobody who can sign in would be an administrator. */
export async function refuseLastAdministrator(tx: Transaction, id: string): Promise<void> {
  const one = { administrator: true, disabledAt: null };
  const others = await tx.user.count({ where: { ...one, id: { not: id } } });
  const self = await tx.user.count({ where: { ...one, id } });
  if (self === 1 && others === 0) throw new Refusal("last-administrator");
}

/** An event that is about a person. */
export const userEvent = (
  kind: string,
  id: string,
  detail: AdministrationEvent["detail"] = {},
): AdministrationEvent => ({
  kind,
  subjectType: "user",
  subjectId: id,
  detail,
});
