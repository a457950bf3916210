import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../domain/actor.ts";
import type { EventChoices, EventFilter, EventLine, EventPage } from "../domain/event-log.ts";
import type { CalendarDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { db } from "./db.ts";
import { type Verdict, verifyArchive } from "./verify.ts";

/** The Events of all chains, for administrators and nobody else. Events hold no text, so this shows none. */

/** How many events a page shows. */
export const EVENTS_A_PAGE = 50;

/** One page of the events that match, the newest first. A page that is not there any more is the last one. */
export async function listEvents(actor: Actor, filter: EventFilter): Promise<EventPage> {
  administratorsOnly(actor);
  const where = await matching(filter);
  const count = await db().event.count({ where });
  const pages = Math.max(1, Math.ceil(count / EVENTS_A_PAGE));
  const page = Math.min(filter.page, pages);
  const rows = await db().event.findMany({
    where,
    include: { chain: { select: { organization: { select: { nameJa: true, nameEn: true } } } } },
    // What was recorded last stands first; within one moment a chain's own numbers say what came first.
    orderBy: [{ recordedAt: "desc" }, { chainId: "asc" }, { number: "desc" }],
    skip: (page - 1) * EVENTS_A_PAGE,
    take: EVENTS_A_PAGE,
  });
  const people = await db().user.findMany({
    where: { id: { in: rows.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true },
  });
  const posts = await db().membership.findMany({
    where: { id: { in: rows.flatMap(({ membershipId }) => membershipId ?? []) } },
    select: { id: true, postTitle: true },
  });
  const lines = rows.map(
    (row): EventLine => ({
      key: `${row.chainId} ${row.number}`,
      organization: row.chain.organization,
      number: row.number,
      kind: row.kind,
      actor: people.find(({ id }) => id === row.actorId)?.name ?? null,
      postTitle: posts.find(({ id }) => id === row.membershipId)?.postTitle ?? null,
      subjectType: row.subjectType,
      subjectId: row.subjectId,
      detail: detailOf(row.detail),
      occurredAt: row.occurredAt,
      recordedAt: row.recordedAt,
      hash: row.hash,
    }),
  );
  return { lines, count, page, pages };
}

/** The chains and the kinds of events that there are. */
export async function eventChoices(actor: Actor): Promise<EventChoices> {
  administratorsOnly(actor);
  const organizations = await db().organization.findMany({
    select: { id: true, nameJa: true, nameEn: true },
    orderBy: [{ municipalCode: "asc" }, { slug: "asc" }],
  });
  const kinds = await db().event.groupBy({ by: ["kind"], orderBy: { kind: "asc" } });
  return { organizations, kinds: kinds.map(({ kind }) => kind) };
}

/** Checks the whole archive now (verify.ts). */
export async function verifyNow(actor: Actor): Promise<Verdict> {
  administratorsOnly(actor);
  return verifyArchive();
}

function administratorsOnly(actor: Actor): void {
  if (!actor.administrator) throw new Refusal("not-found");
}

async function matching({ chain, kind, person, subject, from, to }: EventFilter): Promise<Prisma.EventWhereInput> {
  const conditions: Prisma.EventWhereInput[] = [
    ...(chain ? [{ chain: { organizationId: chain === "administration" ? null : chain } }] : []),
    ...(kind ? [{ kind }] : []),
    ...(subject ? [{ subjectId: subject }] : []),
    ...(from ? [{ occurredAt: { gte: startOf(from) } }] : []),
    ...(to ? [{ occurredAt: { lt: new Date(startOf(to).getTime() + DAY_MS) } }] : []),
    ...(person.trim() ? [await byPerson(person.trim())] : []),
  ];
  return { AND: conditions };
}

/** The moment at which a day begins in Japan, which keeps no summer time. */
const startOf = (day: CalendarDate): Date => new Date(`${day}T00:00:00+09:00`);
const DAY_MS = 24 * 60 * 60 * 1000;

async function byPerson(text: string): Promise<Prisma.EventWhereInput> {
  const contains = { contains: text, mode: "insensitive" as const };
  const people = await db().user.findMany({ where: { name: contains }, select: { id: true } });
  const posts = await db().membership.findMany({ where: { postTitle: contains }, select: { id: true } });
  return {
    OR: [{ actorId: { in: people.map(({ id }) => id) } }, { membershipId: { in: posts.map(({ id }) => id) } }],
  };
}

function detailOf(detail: string): EventLine["detail"] {
  return Object.entries(JSON.parse(detail) as Record<string, string | number | boolean | null>).flatMap(
    ([name, value]) => (value === null ? [] : [{ name, value: shortened(String(value)) }]),
  );
}

const HASH = /^[0-9a-f]{64}$/;

/** A hash by its beginning; ids stay whole, because one looks them up. */
const shortened = (value: string): string => (HASH.test(value) ? `${value.slice(0, 12)}…` : value);
