import type { Hash } from "../domain/canonical.ts";
import { assemble, type EditionContent, type EditionRecord, type RevisionPart } from "../domain/edition.ts";
import type { CalendarDate } from "../domain/fiscal-year.ts";
import type { Phase } from "../domain/forms/form.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { readManifest, readParts } from "./parts.ts";
import { partsOf, readEdition } from "./reach.ts";

/**
 * The only reader for the public. It takes no actor, and it reads Editions and what names them: there is no way from
 * here to a draft.
 */

export interface PublishedOrganization {
  readonly slug: string;
  readonly nameJa: string;
  readonly nameEn: string;
  readonly cityNameJa: string;
  readonly cityNameEn: string;
  /** Where the pages are not the organisation's own: what they are made from. */
  readonly sourceNote: string | null;
  readonly sourceUrl: string | null;
}

/** One line of the revision history, derived from the Editions. */
export interface EditionLine {
  readonly number: number;
  readonly phases: readonly Phase[];
  readonly revisionKind: RevisionPart["kind"] | null;
  readonly reason: string | null;
  readonly effectiveOn: CalendarDate;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly hash: Hash;
}

export interface PublishedPolicy {
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly edition: EditionRecord;
  readonly hash: Hash;
  readonly content: EditionContent;
  /** Every Edition so far, newest first. */
  readonly history: readonly EditionLine[];
}

const publicColumns = {
  slug: true,
  nameJa: true,
  nameEn: true,
  cityNameJa: true,
  cityNameEn: true,
  sourceNote: true,
  sourceUrl: true,
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
  };
}

/** Every organisation with a released policy, and the fiscal years of those, newest first. */
export async function publishedPolicies(): Promise<
  { organization: PublishedOrganization; policies: { fiscalYear: number; occurredAt: Date; number: number }[] }[]
> {
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
    };
  });
}
