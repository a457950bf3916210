import { type CalendarDate, fiscalYearOf } from "../domain/fiscal-year.ts";
import type { OpenWork, StaffedItem, StaffedPost, StaffingFacts } from "../domain/handover.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { itemOf, reachable, sectionIdsOf, targetOf } from "./reach.ts";

/** What an organisation's work hangs on. Read by administration; whoever asks was authorised before. */

/**
 * The policies of an organisation that still make work: its newest, those of this fiscal year and the last (whose
 * self-evaluation comes after it), and any with a round that is not closed.
 */
export async function currentPolicyIds(
  tx: Transaction,
  organizationId: string,
  today: CalendarDate,
): Promise<string[]> {
  const policies = await tx.policy.findMany({
    where: { organizationId },
    select: { id: true, fiscalYear: true, rounds: { where: { closedAt: null }, select: { id: true } } },
    orderBy: { fiscalYear: "desc" },
  });
  const lastYear = fiscalYearOf(today) - 1;
  return policies
    .filter(({ fiscalYear, rounds }, index) => index === 0 || fiscalYear >= lastYear || rounds.length > 0)
    .map(({ id }) => id);
}

/** Everything that handing over is judged by. `today` decides which policies still make work. */
export async function staffingOf(tx: Transaction, organizationId: string, today: CalendarDate): Promise<StaffingFacts> {
  const items = await itemsOf(tx, await currentPolicyIds(tx, organizationId, today));
  const sections = await tx.section.findMany({
    where: { organizationId, disabledAt: null },
    select: { id: true, nameJa: true, nameEn: true },
    orderBy: [{ order: "asc" }, { id: "asc" }],
  });
  const delegations = await tx.delegation.findMany({
    where: { membership: { organizationId }, revokedAt: null, endsOn: { gte: toDatabaseDate(today) } },
    include: { deputy: { select: { name: true } } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  return {
    sections: sections.map((section) => ({
      ...section,
      items: items.filter(({ sectionId }) => sectionId === section.id).length,
    })),
    posts: await postsOf(tx, organizationId),
    unassigned: items.filter(({ sectionId }) => sectionId === null).map(({ item }) => item),
    open: await openWorkOf(tx, organizationId),
    delegations: delegations.map(({ id, membershipId, deputyId, deputy, startsOn, endsOn }) => ({
      id,
      membershipId,
      deputyId,
      deputy: deputy.name,
      startsOn: fromDatabaseDate(startsOn),
      endsOn: fromDatabaseDate(endsOn),
    })),
  };
}

async function itemsOf(tx: Transaction, policyIds: readonly string[]) {
  const rows = {
    where: { policyId: { in: [...policyIds] }, removedInId: null },
    select: { id: true, code: true, title: true, sectionId: true, policy: { select: { fiscalYear: true } } },
    orderBy: [{ policyId: "asc" as const }, { order: "asc" as const }],
  };
  const found = {
    issue: await tx.issue.findMany(rows),
    strategy: await tx.strategy.findMany(rows),
    initiative: await tx.initiative.findMany(rows),
    reformItem: await tx.reformItem.findMany(rows),
  };
  return (["issue", "strategy", "initiative", "reformItem"] as const).flatMap((type) =>
    found[type].map(({ sectionId, policy, ...row }) => {
      const item: StaffedItem = { ...row, type, fiscalYear: policy.fiscalYear };
      return { sectionId, item };
    }),
  );
}

async function postsOf(tx: Transaction, organizationId: string): Promise<StaffedPost[]> {
  const rows = await tx.membership.findMany({
    where: { organizationId },
    include: { user: { select: { disabledAt: true } } },
    orderBy: { id: "asc" },
  });
  return rows.map(({ id, userId, role, sectionId, startsOn, endsOn, user }) => ({
    id,
    userId,
    role,
    sectionId,
    startsOn: fromDatabaseDate(startsOn),
    endsOn: endsOn && fromDatabaseDate(endsOn),
    disabled: user.disabledAt !== null,
  }));
}

async function openWorkOf(tx: Transaction, organizationId: string): Promise<OpenWork[]> {
  const rows = await tx.submission.findMany({
    where: {
      policy: { organizationId },
      state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] },
      contributors: { some: {} },
    },
    include: reachable,
    orderBy: { id: "asc" },
  });
  const all: OpenWork[] = [];
  for (const row of rows) {
    const { type, id } = targetOf(row);
    const item = itemOf(row);
    all.push({
      id: row.id,
      state: row.state,
      phase: row.phase,
      target: { id, type, code: item?.code ?? null, title: item?.title ?? null, fiscalYear: row.policy.fiscalYear },
      sectionIds: await sectionIdsOf(tx, row),
      contributorIds: row.contributors.map(({ userId }) => userId),
    });
  }
  return all;
}
