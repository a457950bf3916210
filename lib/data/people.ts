import { z } from "zod";
import type { Actor, Role } from "../domain/actor.ts";
import { type CalendarDate, calendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { RESERVED_SLUGS } from "../domain/slugs.ts";
import { textUpTo } from "../domain/text.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";

/** An address as accounts are found by it: lower case, as the database insists. */
export const email = z
  .email()
  .max(254)
  .transform((address) => address.toLowerCase());

export const newOrganization = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,40}$/)
    .refine((slug) => !RESERVED_SLUGS.includes(slug)),
  nameJa: textUpTo(100),
  nameEn: textUpTo(100),
  cityNameJa: textUpTo(100),
  cityNameEn: textUpTo(100),
  municipalCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  sourceNote: textUpTo(400).nullable(),
  sourceUrl: z.url({ protocol: /^https$/ }).nullable(),
});
export type NewOrganization = z.infer<typeof newOrganization>;

/** Adds an organisation with its own chain of events. Administrators only. */
export async function createOrganization(
  actor: Actor,
  input: NewOrganization,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, clock, async (tx) => {
    const data = newOrganization.parse(input);
    const organization = await tx.organization.create({ data: { ...data, chain: { create: {} } } });
    return {
      result: { id: organization.id },
      event: {
        kind: "create",
        subjectType: "organization" as const,
        subjectId: organization.id,
        detail: { slug: data.slug },
      },
    };
  });
}

/** Adds a section to an organisation. Administrators only. */
export async function createSection(
  actor: Actor,
  input: { organizationId: string; nameJa: string; nameEn: string; order: number },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, clock, async (tx) => {
    const section = await tx.section.create({ data: input });
    return {
      result: { id: section.id },
      event: {
        kind: "add-section",
        subjectType: "organization" as const,
        subjectId: input.organizationId,
        detail: { section: section.id },
      },
    };
  });
}

/** Adds a person who can sign in. `passwordHash` is argon2id's. Administrators only. */
export async function createUser(
  actor: Actor,
  input: { email: string; name: string; passwordHash: string; administrator?: boolean },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, clock, (tx) => addUser(tx, input));
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
    const { result, event } = await addUser(tx, { ...input, administrator: true });
    await appendEvents(tx, head, [{ ...event, actorId: null, membershipId: null, occurredAt: clock() }]);
    return result;
  });
}

async function addUser(
  tx: Transaction,
  input: { email: string; name: string; passwordHash: string; administrator?: boolean },
) {
  const user = await tx.user.create({
    data: {
      email: email.parse(input.email),
      name: textUpTo(100).parse(input.name),
      passwordHash: input.passwordHash,
      administrator: input.administrator ?? false,
    },
  });
  return {
    result: { id: user.id },
    event: {
      kind: "create",
      subjectType: "user" as const,
      subjectId: user.id,
      detail: { administrator: user.administrator },
    },
  };
}

/** Gives a person a role in an organisation from a day on, for a section or (null) for the whole of it. */
export async function addMembership(
  actor: Actor,
  input: {
    userId: string;
    organizationId: string;
    sectionId: string | null;
    role: Role;
    postTitle: string;
    startsOn: CalendarDate;
    endsOn: CalendarDate | null;
  },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  return administer(actor, clock, async (tx) => {
    const startsOn = toDatabaseDate(calendarDate.parse(input.startsOn));
    const endsOn = input.endsOn === null ? null : toDatabaseDate(calendarDate.parse(input.endsOn));
    if (input.sectionId !== null) {
      const own = { id: input.sectionId, organizationId: input.organizationId };
      if ((await tx.section.count({ where: own })) !== 1) throw new Refusal("not-found");
    }
    const membership = await tx.membership.create({ data: { ...input, startsOn, endsOn } });
    return {
      result: { id: membership.id },
      event: {
        kind: "add-membership",
        subjectType: "user" as const,
        subjectId: input.userId,
        detail: { membership: membership.id, role: input.role, organization: input.organizationId },
      },
    };
  });
}

/** Disables a person: every session ends with it, at the next request. Administrators only. */
export async function disableUser(actor: Actor, userId: string, clock: Clock = systemClock): Promise<void> {
  await administer(actor, clock, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, disabledAt: null },
      data: { disabledAt: clock() },
    });
    if (count !== 1) throw new Refusal("not-found");
    return { result: null, event: { kind: "disable", subjectType: "user" as const, subjectId: userId, detail: {} } };
  });
}

/**
 * The actor that a user is today, with the memberships that hold on that day; null for absent and disabled ones. This
 * is how the seed and the scripts get an actor; people get theirs from lib/auth.
 */
export async function actorOf(userId: string, clock: Clock = systemClock): Promise<Actor | null> {
  const today = toDatabaseDate(tokyoDate(clock()));
  const user = await db().user.findFirst({
    where: { id: userId, disabledAt: null },
    include: {
      memberships: {
        where: { startsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!user) return null;
  return {
    userId: user.id,
    name: user.name,
    administrator: user.administrator,
    memberships: user.memberships.map(({ id, organizationId, sectionId, role, postTitle }) => ({
      id,
      organizationId,
      sectionId,
      role,
      postTitle,
    })),
  };
}

/** What administration does: a change and the event that tells of it, on the chain that belongs to no organisation. */
async function administer<Result>(
  actor: Actor,
  clock: Clock,
  work: (tx: Transaction) => Promise<{
    result: Result;
    event: Pick<Parameters<typeof appendEvents>[2][number], "kind" | "subjectType" | "subjectId" | "detail">;
  }>,
): Promise<Result> {
  if (!actor.administrator) throw new Refusal("not-allowed");
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, null);
    const { result, event } = await work(tx);
    await appendEvents(tx, head, [{ ...event, actorId: actor.userId, membershipId: null, occurredAt: clock() }]);
    return result;
  });
}
