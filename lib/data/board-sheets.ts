import type { Prisma } from "../../prisma/client/client.ts";
import type { Role } from "../domain/actor.ts";
import type { CalendarDate } from "../domain/fiscal-year.ts";
import { type BoardSheet, type Holder, type Standing, standingOf } from "../domain/round-view.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";

/** What the board says of one sheet, without reading any text. */

const item = { select: { code: true, title: true, sectionId: true, order: true } } as const;

/** What the board reads of a sheet: no manifest, so that a round of any size stays light. */
export const seen = {
  id: true,
  state: true,
  roundId: true,
  headVersionId: true,
  startedFromId: true,
  targetPolicyId: true,
  issueId: true,
  strategyId: true,
  initiativeId: true,
  reformItemId: true,
} as const satisfies Prisma.SubmissionSelect;

export const shown = {
  ...seen,
  issue: item,
  strategy: item,
  initiative: item,
  reformItem: item,
  headVersion: { select: { occurredAt: true, author: { select: { name: true } } } },
  permits: { select: { untilOn: true } },
} as const satisfies Prisma.SubmissionSelect;

export type Seen = Prisma.SubmissionGetPayload<{ select: typeof seen }>;
type Shown = Prisma.SubmissionGetPayload<{ select: typeof shown }>;

/** The target that a sheet is written for. */
export const targetIdOf = (row: Seen): string =>
  row.issueId ?? row.strategyId ?? row.initiativeId ?? row.reformItemId ?? row.targetPolicyId ?? "";

/**
 * One row for each target: the submission that is under way, else the one that was released. What was given up is no
 * sheet of the round any more.
 */
export function currentRows<Row extends Seen>(rows: readonly Row[]): { row: Row; standing: Standing }[] {
  const byTarget = new Map<string, { row: Row; standing: Standing }>();
  for (const row of rows) {
    const standing = standingOf(row.state, row.headVersionId !== null);
    if (!standing) continue;
    const known = byTarget.get(targetIdOf(row));
    if (!known || known.standing === "RELEASED") byTarget.set(targetIdOf(row), { row, standing });
  }
  return [...byTarget.values()];
}

interface Person {
  readonly role: Role;
  readonly sectionId: string | null;
  readonly name: string;
}

/** Everyone who holds a post of the organisation on a day. */
export async function peopleOf(organizationId: string, today: CalendarDate): Promise<Person[]> {
  const day = toDatabaseDate(today);
  const rows = await db().membership.findMany({
    where: {
      organizationId,
      startsOn: { lte: day },
      OR: [{ endsOn: null }, { endsOn: { gte: day } }],
      user: { disabledAt: null },
    },
    select: { role: true, sectionId: true, user: { select: { name: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return rows.map(({ role, sectionId, user }) => ({ role, sectionId, name: user.name }));
}

/** One sheet of the board, with whom it lies with today. */
export function sheetOf(row: Shown, standing: Standing, people: readonly Person[], today: CalendarDate): BoardSheet {
  const target = row.issue ?? row.strategy ?? row.initiative ?? row.reformItem;
  const sectionId = target?.sectionId ?? null;
  const written = row.headVersion ? { by: row.headVersion.author.name, at: row.headVersion.occurredAt } : null;
  const permits = row.permits.map(({ untilOn }) => fromDatabaseDate(untilOn)).sort();
  const until = permits.at(-1);
  return {
    submissionId: row.id,
    type: typeOf(row),
    code: target?.code ?? null,
    title: target?.title ?? null,
    sectionId,
    standing,
    reopened: row.startedFromId !== null && standing !== "RELEASED",
    written,
    holder: holderOf(standing, sectionId, written?.by ?? null, people),
    permitUntil: until && until >= today ? until : null,
  };
}

function typeOf(row: Shown): BoardSheet["type"] {
  if (row.issueId) return "issue";
  if (row.strategyId) return "strategy";
  if (row.initiativeId) return "initiative";
  return row.reformItemId ? "reformItem" : "policy";
}

/** Whom a sheet lies with: whoever writes it, else those who should; those who decide; those who release. */
function holderOf(
  standing: Standing,
  sectionId: string | null,
  writer: string | null,
  people: readonly Person[],
): Holder | null {
  if (standing === "RELEASED") return null;
  const role = standing === "SUBMITTED" ? "MANAGER" : standing === "APPROVED" ? "COORDINATOR" : "STAFF";
  if (role === "STAFF" && writer) return { role, names: [writer] };
  const held = people.filter((person) => person.role === role);
  if (role === "COORDINATOR") return { role, names: namesOf(held) };
  const own = held.filter((person) => person.sectionId !== null && person.sectionId === sectionId);
  return { role, names: namesOf(own.length > 0 ? own : held.filter((person) => person.sectionId === null)) };
}

const namesOf = (people: readonly Person[]) => [...new Set(people.map(({ name }) => name))];
