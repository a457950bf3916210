import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../domain/actor.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import type {
  Named,
  OrganizationLine,
  OrganizationView,
  PersonLine,
  PersonState,
  PersonView,
} from "../domain/people-view.ts";
import { Refusal } from "../domain/refusal.ts";
import { knownId } from "./administer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { named, postView, withPlaces } from "./post-view.ts";
import { sectionUse } from "./sections.ts";

/** What administrators look up: people and organisations. Nobody else. */

/** How many people a list shows; beyond that it is to be narrowed down. */
export const LIST_LENGTH = 200;

export interface PeopleFilter {
  /** Part of a name, an address or a post's title. */
  readonly text?: string;
  readonly organizationId?: string;
  readonly state?: PersonState;
}

/** The people who match, by name; `more` where there are more than the list shows. */
export async function listPeople(
  actor: Actor,
  filter: PeopleFilter,
  clock: Clock = systemClock,
): Promise<{ people: PersonLine[]; more: boolean }> {
  administratorsOnly(actor);
  const today = toDatabaseDate(tokyoDate(clock()));
  const held = { OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const text = filter.text?.trim() ?? "";
  const contains = { contains: text, mode: "insensitive" as const };
  const conditions: Prisma.UserWhereInput[] = [
    ...(text
      ? [{ OR: [{ name: contains }, { email: contains }, { memberships: { some: { postTitle: contains } } }] }]
      : []),
    ...(filter.organizationId
      ? [{ memberships: { some: { organizationId: knownId(filter.organizationId), ...held } } }]
      : []),
    ...(filter.state ? [CONDITIONS[filter.state](held)] : []),
  ];
  const rows = await db().user.findMany({
    where: { AND: conditions },
    include: { memberships: { ...withPlaces, where: held } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: LIST_LENGTH + 1,
  });
  return { people: rows.slice(0, LIST_LENGTH).map(personLine), more: rows.length > LIST_LENGTH };
}

const CONDITIONS: Record<PersonState, (held: Prisma.MembershipWhereInput) => Prisma.UserWhereInput> = {
  active: () => ({ disabledAt: null }),
  disabled: () => ({ disabledAt: { not: null } }),
  administrator: () => ({ administrator: true }),
  "without-post": (held) => ({ disabledAt: null, administrator: false, memberships: { none: held } }),
};

/** One person, whole; refuses with `not-found`. */
export async function findPerson(actor: Actor, id: string, clock: Clock = systemClock): Promise<PersonView> {
  administratorsOnly(actor);
  const now = clock();
  const user = await db().user.findUnique({
    where: { id: knownId(id) },
    include: {
      memberships: withPlaces,
      sessions: { orderBy: { startedAt: "desc" }, take: 1 },
      passwordLinks: { orderBy: { createdAt: "desc" }, take: 1 },
    },
  });
  if (!user) throw new Refusal("not-found");
  const [link] = user.passwordLinks;
  const today = toDatabaseDate(tokyoDate(now));
  return {
    ...personLine({ ...user, memberships: user.memberships.filter(({ endsOn }) => !endsOn || endsOn >= today) }),
    allPosts: user.memberships.map(postView),
    disabledAt: user.disabledAt,
    lastSignIn: user.sessions[0]?.startedAt ?? null,
    link: link
      ? {
          createdAt: link.createdAt,
          expiresAt: link.expiresAt,
          state: link.usedAt ? "used" : link.revokedAt || link.expiresAt <= now ? "void" : "open",
        }
      : null,
  };
}

/** People who can be given posts: everyone who is not disabled. */
export async function choosablePeople(actor: Actor): Promise<{ id: string; name: string; email: string }[]> {
  administratorsOnly(actor);
  return db().user.findMany({
    where: { disabledAt: null },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Organisations that posts can be in, each with its sections; disabled ones are left out. */
export async function choosablePlaces(actor: Actor): Promise<(Named & { sections: Named[] })[]> {
  administratorsOnly(actor);
  return db().organization.findMany({
    where: { disabledAt: null },
    select: {
      ...named,
      sections: { where: { disabledAt: null }, select: named, orderBy: [{ order: "asc" }, { id: "asc" }] },
    },
    orderBy: { slug: "asc" },
  });
}

/** Every organisation, by its name in addresses. */
export async function listOrganizations(actor: Actor, clock: Clock = systemClock): Promise<OrganizationLine[]> {
  administratorsOnly(actor);
  const rows = await db().organization.findMany({ include: counted(clock), orderBy: { slug: "asc" } });
  return rows.map(organizationLine);
}

/** One organisation with its sections and what hangs on each; refuses with `not-found`. */
export async function findOrganization(
  actor: Actor,
  id: string,
  clock: Clock = systemClock,
): Promise<OrganizationView> {
  administratorsOnly(actor);
  const row = await db().organization.findUnique({ where: { id: knownId(id) }, include: counted(clock) });
  if (!row) throw new Refusal("not-found");
  const sections = await db().section.findMany({
    where: { organizationId: id },
    orderBy: [{ order: "asc" }, { id: "asc" }],
  });
  const today = tokyoDate(clock());
  const { municipalCode, sourceNote, sourceUrl } = row;
  return {
    ...organizationLine(row),
    ...{ municipalCode, sourceNote, sourceUrl },
    sectionLines: await Promise.all(
      sections.map(async ({ id: sectionId, nameJa, nameEn, order, disabledAt }) => ({
        ...{ id: sectionId, nameJa, nameEn, order, disabled: disabledAt !== null },
        ...(await sectionUse(db(), id, sectionId, today)),
      })),
    ),
  };
}

function counted(clock: Clock) {
  const today = toDatabaseDate(tokyoDate(clock()));
  return {
    _count: { select: { policies: true, sections: { where: { disabledAt: null } } } },
    memberships: {
      where: {
        startsOn: { lte: today },
        OR: [{ endsOn: null }, { endsOn: { gte: today } }],
        user: { disabledAt: null },
      },
      select: { userId: true },
    },
  } satisfies Prisma.OrganizationInclude;
}

function organizationLine(
  row: Prisma.OrganizationGetPayload<{ include: ReturnType<typeof counted> }>,
): OrganizationLine {
  const { id, nameJa, nameEn, slug, cityNameJa, cityNameEn, sample } = row;
  return {
    ...{ id, nameJa, nameEn, slug, cityNameJa, cityNameEn, sample },
    disabled: row.disabledAt !== null,
    sections: row._count.sections,
    people: new Set(row.memberships.map(({ userId }) => userId)).size,
    policies: row._count.policies,
  };
}

function personLine(row: Prisma.UserGetPayload<{ include: { memberships: typeof withPlaces } }>): PersonLine {
  const { id, name, email, administrator, disabledAt, memberships } = row;
  return { id, name, email, administrator, disabled: disabledAt !== null, posts: memberships.map(postView) };
}

function administratorsOnly(actor: Actor): void {
  if (!actor.administrator) throw new Refusal("not-allowed");
}
