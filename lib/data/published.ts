import { assemble, type RevisionPart } from "../domain/edition.ts";
import type { Phase } from "../domain/forms/form.ts";
import type { EditionLine, PolicyLine, PublishedOrganization, PublishedPolicy } from "../domain/published-policy.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { readManifest, readParts } from "./parts.ts";
import { concludesOf, concluding, partsOf, readEdition } from "./reach.ts";

/**
 * The only reader for the public. It takes no actor, and it reads Editions and what names them: there is no way from
 * here to a draft.
 */

/** The columns of an organisation that anyone may read. */
export const publicColumns = {
  slug: true,
  nameJa: true,
  nameEn: true,
  cityNameJa: true,
  cityNameEn: true,
  sourceNote: true,
  sourceUrl: true,
  sample: true,
} as const;

/** The current Edition of an organisation's policy of a fiscal year; null where nothing was released. */
export async function currentPolicy(slug: string, fiscalYear: number): Promise<PublishedPolicy | null> {
  if (!Number.isSafeInteger(fiscalYear) || Math.abs(fiscalYear) > 9999) return null;
  const row = await db().policy.findFirst({
    where: { organization: { slug }, fiscalYear, currentEditionId: { not: null } },
    include: {
      organization: { select: publicColumns },
      currentEdition: true,
      editions: { orderBy: { number: "desc" } },
    },
  });
  if (!row?.currentEdition) return null;
  const edition = readEdition(row.currentEdition);
  const parts = await readManifest(edition.parts);
  return {
    organization: row.organization,
    fiscalYear: row.fiscalYear,
    formId: row.formId,
    edition,
    hash: row.currentEdition.hash,
    content: assemble([...parts.values()]),
    history: await historyOf(row.editions),
    concluded: concludedBy(row.editions),
  };
}

/** Every organisation with a released policy, and the fiscal years of those, newest first. */
export async function publishedPolicies(): Promise<{ organization: PublishedOrganization; policies: PolicyLine[] }[]> {
  const organizations = await db().organization.findMany({
    where: { policies: { some: { currentEditionId: { not: null } } } },
    select: {
      ...publicColumns,
      policies: {
        where: { currentEditionId: { not: null } },
        orderBy: { fiscalYear: "desc" },
        select: { fiscalYear: true, currentEdition: { select: { occurredAt: true, number: true } } },
      },
    },
    orderBy: [{ municipalCode: "asc" }, { slug: "asc" }],
  });
  return organizations.map(({ policies, ...organization }) => ({
    organization,
    policies: policies.flatMap(({ fiscalYear, currentEdition }) =>
      currentEdition ? [{ fiscalYear, occurredAt: currentEdition.occurredAt, number: currentEdition.number }] : [],
    ),
  }));
}

/** What the front page says of an organisation: its newest policy whole, and all its fiscal years, newest first. */
export interface OrganizationLine {
  readonly organization: PublishedOrganization;
  readonly newest: Pick<PublishedPolicy, "fiscalYear" | "formId" | "edition" | "content" | "concluded">;
  readonly policies: readonly PolicyLine[];
}

/** Every organisation with a released policy. A few queries, however many organisations there are. */
export async function newestPolicies(): Promise<OrganizationLine[]> {
  const organizations = await db().organization.findMany({
    where: { policies: { some: { currentEditionId: { not: null } } } },
    select: {
      ...publicColumns,
      policies: {
        where: { currentEditionId: { not: null } },
        orderBy: { fiscalYear: "desc" },
        select: {
          fiscalYear: true,
          formId: true,
          currentEdition: true,
          editions: { where: concluding, select: { manifest: true } },
        },
      },
    },
    orderBy: [{ municipalCode: "asc" }, { slug: "asc" }],
  });
  const lines = organizations.flatMap(({ policies, ...organization }) => {
    const [newest] = policies;
    if (!newest?.currentEdition) return [];
    const { fiscalYear, formId } = newest;
    const years = policies.flatMap(({ fiscalYear: year, currentEdition: edition }) =>
      edition ? [{ fiscalYear: year, occurredAt: edition.occurredAt, number: edition.number }] : [],
    );
    const concluded = concludedBy(newest.editions);
    return [{ organization, fiscalYear, formId, edition: readEdition(newest.currentEdition), concluded, years }];
  });
  const parts = await readParts(lines.flatMap(({ edition }) => Object.values(edition.parts)));
  return lines.map(({ organization, fiscalYear, formId, edition, concluded, years }) => {
    const content = assemble(Object.values(edition.parts).flatMap((hash) => parts.get(hash) ?? []));
    return { organization, newest: { fiscalYear, formId, edition, content, concluded }, policies: years };
  });
}

async function historyOf(
  rows: readonly {
    number: number;
    phases: Phase[];
    revisionKind: RevisionPart["kind"] | null;
    effectiveOn: Date;
    occurredAt: Date;
    recordedAt: Date;
    hash: string;
    manifest: string;
  }[],
): Promise<EditionLine[]> {
  const revisionOf = (row: { manifest: string }) => partsOf(row).revision;
  const revisions = await readParts(rows.flatMap((row) => revisionOf(row) ?? []));
  return rows.map((row) => {
    const revision = row.revisionKind === null ? undefined : revisions.get(revisionOf(row) ?? "");
    return {
      number: row.number,
      phases: row.phases,
      revisionKind: row.revisionKind,
      reason: revision?.type === "revision" ? revision.reason : null,
      effectiveOn: fromDatabaseDate(row.effectiveOn),
      occurredAt: row.occurredAt,
      recordedAt: row.recordedAt,
      hash: row.hash,
      concludes: concludesOf(row),
    };
  });
}

// Sorted by name, the phases stand as they come in the year.
const concludedBy = (editions: readonly { manifest: string }[]) => [...new Set(editions.flatMap(concludesOf))].sort();
