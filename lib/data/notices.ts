import type { Role } from "../domain/actor.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import type { Move } from "../domain/lifecycle.ts";
import type { NoticeKind } from "../domain/notice-kind.ts";
import { toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { holdsOn } from "./deputies.ts";
import type { ChainHead } from "./events.ts";
import { type NewOutboxNotice, notify } from "./outbox.ts";
import { itemOf, type Reached } from "./reach.ts";

/** Who is told of what, in the transaction of the move that they are told of. */

/** What is told of each move; moves that are not here concern nobody but who makes them. */
const TOLD_AS: Partial<Record<Move, NoticeKind>> = {
  submit: "submitted",
  return: "returned",
  approve: "approved",
  revoke: "revoked",
};

/** What somebody wrote came back to them: they are told at once, not with the day's digest. */
const URGENT: readonly NoticeKind[] = [
  "returned",
  "revoked",
  "remind",
  "release-failed",
  "password-link",
  "answer-returned",
];

export const isUrgent = (kind: NoticeKind): boolean => URGENT.includes(kind);

/** A person who can be told something: not disabled, and holding a post of the organisation on the day. */
const inForce = (organizationId: string, today: CalendarDate) => {
  const day = toDatabaseDate(today);
  return {
    organizationId,
    ...holdsOn(day),
    user: { disabledAt: null },
    organization: { disabledAt: null },
  };
};

/** Everyone who holds a role in the organisation today, with the section for which they do. */
export async function holdersOf(
  tx: Transaction,
  organizationId: string,
  role: Role,
  today: CalendarDate,
): Promise<{ id: string; userId: string; sectionId: string | null }[]> {
  return tx.membership.findMany({
    where: { ...inForce(organizationId, today), role },
    select: { id: true, userId: true, sectionId: true },
    orderBy: { id: "asc" },
  });
}

/**
 * Who decides on what concerns one section: its managers, and where it has none (or several sections or no section are
 * concerned) those of the whole organisation; with whoever stands in for each of them today.
 */
export async function decidersOf(
  tx: Transaction,
  organizationId: string,
  sectionIds: readonly (string | null)[],
  today: CalendarDate,
  except: readonly string[] = [],
): Promise<string[]> {
  const managers = (await holdersOf(tx, organizationId, "MANAGER", today)).filter(
    ({ userId }) => !except.includes(userId),
  );
  const [section] = sectionIds;
  const own = managers.filter(
    ({ sectionId }) => sectionIds.length === 1 && sectionId !== null && sectionId === section,
  );
  const deciders = own.length > 0 ? own : managers.filter(({ sectionId }) => sectionId === null);
  const day = toDatabaseDate(today);
  const inTurn = { startsOn: { lte: day }, endsOn: { gte: day }, revokedAt: null };
  const away = { ...holdsOn(day), delegations: { some: inTurn } };
  const delegations = await tx.delegation.findMany({
    where: {
      membershipId: { in: deciders.map(({ id }) => id) },
      ...inTurn,
      deputyId: { notIn: [...except] },
      // Whoever has somebody stand in for themselves that day is not there to stand in for others.
      deputy: {
        disabledAt: null,
        AND: [{ memberships: { some: { organizationId, ...holdsOn(day) } } }, { memberships: { none: away } }],
      },
    },
    orderBy: { rank: "asc" },
  });
  // Of each post's deputies the first in the order is told: the others may not decide before that one.
  const deputies = deciders.flatMap(
    ({ id }) => delegations.find(({ membershipId }) => membershipId === id)?.deputyId ?? [],
  );
  return [...new Set([...deciders.map(({ userId }) => userId), ...deputies])];
}

/** Of these people, those who belong to the organisation today. */
async function present(
  tx: Transaction,
  organizationId: string,
  userIds: readonly string[],
  today: CalendarDate,
): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { ...inForce(organizationId, today), userId: { in: [...userIds] } },
    select: { userId: true },
    distinct: ["userId"],
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId }) => userId);
}

/** Tells of the move whose event comes next on the chain. Nobody is told of what they did themselves. */
export async function tellOfMove(
  tx: Transaction,
  move: Move,
  { row, target, sectionIds }: Reached,
  by: { readonly userId: string },
  chain: ChainHead,
  now: Date,
): Promise<void> {
  const kind = TOLD_AS[move];
  if (!kind) return;
  const { organizationId } = row.policy;
  const today = tokyoDate(now);
  const contributors = row.contributors.map(({ userId }) => userId);
  const coordinators = async () =>
    (await holdersOf(tx, organizationId, "COORDINATOR", today)).map(({ userId }) => userId);
  const people =
    kind === "submitted"
      ? await decidersOf(tx, organizationId, sectionIds, today, [...contributors, by.userId])
      : await present(tx, organizationId, contributors, today);
  if (kind === "approved") people.push(...(await coordinators()));
  await notify(
    tx,
    without(by.userId, people).map((userId) => ({
      ...ofEvent(chain, chain.length + 1, userId),
      kind,
      subjectType: "submission",
      subjectId: row.id,
      detail: { phase: row.phase, target: target.type, code: itemOf(row)?.code ?? null },
      urgent: isUrgent(kind),
      createdAt: now,
    })),
  );
}

/** Tells those who wrote what was released, and the managers of their sections, once for the whole Edition. */
export async function tellOfRelease(
  tx: Transaction,
  edition: { readonly policyId: string; readonly organizationId: string; readonly number: number },
  bundle: readonly Reached[],
  by: { readonly userId: string },
  event: { readonly chain: ChainHead; readonly number: number },
  now: Date,
): Promise<void> {
  const today = tokyoDate(now);
  const authors = bundle.flatMap(({ row }) => row.contributors.map(({ userId }) => userId));
  const sections = bundle.flatMap(({ sectionIds }) => sectionIds);
  const managers = (await holdersOf(tx, edition.organizationId, "MANAGER", today))
    .filter(({ sectionId }) => sectionId === null || sections.includes(sectionId))
    .map(({ userId }) => userId);
  const people = [...(await present(tx, edition.organizationId, authors, today)), ...managers];
  await notify(
    tx,
    without(by.userId, people).map((userId) => ({
      ...ofEvent(event.chain, event.number, userId),
      kind: "released",
      subjectType: "policy",
      subjectId: edition.policyId,
      detail: { edition: edition.number, count: bundle.length },
      urgent: false,
      createdAt: now,
    })),
  );
}

/** These people once each, but for whoever did what they are told of. */
export const without = (userId: string, people: readonly string[]): string[] => [
  ...new Set(people.filter((person) => person !== userId)),
];

/** One event is told to one person once. */
export const ofEvent = (chain: ChainHead, number: number, userId: string): Pick<NewOutboxNotice, "key" | "userId"> => ({
  key: `event:${chain.chainId}:${number}:${userId}`,
  userId,
});
