import type { LatestEdition, OrganizationYears, SectionName } from "../domain/published-policy.ts";
import { db } from "./db.ts";
import { historyOf, publicColumns, yearColumns, yearPolicies } from "./published.ts";
import { readCity, readOrganization } from "./published-reads.ts";

/**
 * What the public reads of an organisation beside one policy of it: its years, what changed lately anywhere, which section
 * answers for an item. Like published.ts it takes no actor and reads only what was released.
 */

/** An organisation with every year that it has released; null where there is no such organisation or nothing of it. */
export async function organizationYears(slug: string): Promise<OrganizationYears | null> {
  readOrganization(slug);
  const found = await db().organization.findUnique({
    where: { slug },
    select: {
      ...publicColumns,
      policies: {
        where: { currentEditionId: { not: null } },
        orderBy: { fiscalYear: "desc" },
        select: yearColumns,
      },
    },
  });
  if (!found || found.policies.length === 0) return null;
  const { policies, ...organization } = found;
  const years = await yearPolicies(policies);
  return {
    organization,
    years: years.map(({ row: { editions }, policy }) => ({
      ...policy,
      revisions: editions.filter(({ revisionKind }) => revisionKind !== null && revisionKind !== "FORMULATION").length,
    })),
  };
}

/** The latest Editions of all organisations, the newest first by when they were released. */
export async function latestEditions(count: number): Promise<LatestEdition[]> {
  readCity();
  const latest = await db().edition.findMany({
    where: { policy: { currentEditionId: { not: null } } },
    orderBy: [{ occurredAt: "desc" }, { recordedAt: "desc" }, { number: "desc" }],
    take: count,
    include: { policy: { select: { fiscalYear: true, organization: { select: publicColumns } } } },
  });
  // What an Edition brought is told by the one before it.
  const before = await db().edition.findMany({
    where: { OR: latest.map(({ policyId, number }) => ({ policyId, number: number - 1 })) },
  });
  return Promise.all(
    latest.map(async ({ policy, ...edition }) => {
      const former = before.filter((one) => one.policyId === edition.policyId && one.number === edition.number - 1);
      const [line] = await historyOf([edition, ...former]);
      if (!line) throw new Error("an edition without a line");
      return { organization: policy.organization, fiscalYear: policy.fiscalYear, line };
    }),
  );
}

/**
 * What the section is called now that an Edition names for an item; null where it names none. Of a section only its names
 * are public, and those of an organisation's own ones only.
 */
export async function sectionName(slug: string, sectionId: string | null): Promise<SectionName | null> {
  if (sectionId === null) return null;
  readOrganization(slug);
  return db().section.findFirst({
    where: { id: sectionId, organization: { slug } },
    select: { nameJa: true, nameEn: true },
  });
}
