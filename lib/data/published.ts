import type { Prisma } from "../../prisma/client/client.ts";
import { assemble, type Part, type RevisionPart } from "../domain/edition.ts";
import { lateItems } from "../domain/edition-times.ts";
import { isBackdated } from "../domain/fiscal-year.ts";
import { EVALUATIONS, type EvaluationPhase, type Manifest, type Phase } from "../domain/forms/form.ts";
import type {
  EditionLine,
  PolicyLine,
  PublishedEdition,
  PublishedOrganization,
  PublishedPolicy,
  YearPolicy,
} from "../domain/published-policy.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { readPublicManifest, readPublicParts } from "./public-parts.ts";
import { isKeepingKnown, readCity, readOnce, readPolicy } from "./published-reads.ts";
import { concludesOf, partsOf, readEdition, stepOf } from "./reach.ts";
import { redactionsIn } from "./redacted.ts";

/**
 * The only reader for the public. It takes no actor, and it reads Editions and what names them: there is no way from
 * here to a draft. Whatever it reads of them comes through public-parts.ts, which withholds what was taken down.
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
  const row = await releasedPolicy(slug, fiscalYear);
  const current = row?.editions.find(({ id }) => id === row.currentEditionId);
  return row && current ? policyIn(row, current.number) : null;
}

/**
 * The policy as an Edition of that number had it: what was written, what had been released and which rounds had ended
 * by then. Null where there is no such Edition.
 */
export async function publishedEdition(
  slug: string,
  fiscalYear: number,
  number: number,
): Promise<PublishedEdition | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  const policy = row && (await policyIn(row, number));
  if (!policy) return null;
  const later = await historyOf(row.editions.filter((edition) => edition.number <= number + 1));
  const [following] = later;
  return {
    policy,
    next: following && following.number > number ? following : null,
    newest: row.editions[0]?.number ?? number,
  };
}

/** A policy that was released, with its Editions, newest first. */
export type ReleasedRow = NonNullable<Awaited<ReturnType<typeof releasedPolicy>>>;

/** The record of a released policy and of every one of its Editions; null where nothing was released. */
export async function releasedPolicy(slug: string, fiscalYear: number) {
  readPolicy(slug, fiscalYear);
  if (!Number.isSafeInteger(fiscalYear) || Math.abs(fiscalYear) > 9999) return null;
  const where = { organization: { slug }, fiscalYear, currentEditionId: { not: null } };
  const read = () =>
    db().policy.findFirst({
      where,
      select: {
        organization: { select: publicColumns },
        organizationId: true,
        fiscalYear: true,
        formId: true,
        currentEditionId: true,
        editions: { orderBy: { number: "desc" } },
      },
    });
  // Its Editions' manifests are long: where they are kept in mind, it is enough to know which is the newest.
  if (!isKeepingKnown()) return read();
  const newest = await db().policy.findFirst({ where, select: { currentEdition: { select: { hash: true } } } });
  return readOnce(`policy ${slug} ${fiscalYear} ${newest?.currentEdition?.hash}`, read);
}

async function policyIn(row: ReleasedRow, number: number): Promise<PublishedPolicy | null> {
  const until = row.editions.filter((edition) => edition.number <= number);
  const [record] = until;
  if (record?.number !== number) return null;
  return readOnce(`edition ${record.hash}`, () => editionIn(row, record, until));
}

async function editionIn(
  row: ReleasedRow,
  record: ReleasedRow["editions"][number],
  until: ReleasedRow["editions"],
): Promise<PublishedPolicy> {
  const edition = readEdition(record);
  const parts = await readPublicManifest(edition.parts);
  return {
    organization: row.organization,
    fiscalYear: row.fiscalYear,
    formId: row.formId,
    edition,
    hash: record.hash,
    content: assemble([...parts.values()]),
    history: await historyOf(until),
    concluded: concludedBy(until),
    late: lateIn(until),
    noticesSince: noticesSince(until),
  };
}

/**
 * When each notice first stood in an Edition, by its id. `editions` newest first, so an earlier one overwrites a later. Of
 * an Edition that was recorded after the fact nobody knows since when readers could see it, so nothing is said.
 */
function noticesSince(
  editions: readonly { manifest: string; occurredAt: Date; recordedAt: Date }[],
): ReadonlyMap<string, Date> {
  const first = new Map(
    editions.flatMap((row) =>
      Object.keys(partsOf(row)).flatMap((key): [string, typeof row][] =>
        key.startsWith("notice:") ? [[key.slice("notice:".length), row]] : [],
      ),
    ),
  );
  return new Map([...first].flatMap(([id, row]) => (isBackdated(row) ? [] : [[id, row.occurredAt] as const])));
}

/** Every organisation with a released policy, and the fiscal years of those, newest first. */
export async function publishedPolicies(): Promise<{ organization: PublishedOrganization; policies: PolicyLine[] }[]> {
  readCity();
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

/** What the front page says of an organisation: one of its policies whole. */
export interface OrganizationLine {
  readonly organization: PublishedOrganization;
  readonly newest: YearPolicy;
}

/** The columns of a policy's record that yearPolicies reads; Editions newest first. */
export const yearColumns = {
  fiscalYear: true,
  formId: true,
  currentEdition: true,
  editions: { select: { manifest: true, revisionKind: true }, orderBy: { number: "desc" } },
} as const satisfies Prisma.PolicySelect;

/** Released policies as their current Editions have them, all of them read together. */
export async function yearPolicies<Row extends Prisma.PolicyGetPayload<{ select: typeof yearColumns }>>(
  rows: readonly Row[],
): Promise<{ row: Row; policy: YearPolicy }[]> {
  const released = rows.flatMap((row) =>
    row.currentEdition ? [{ row, edition: readEdition(row.currentEdition) }] : [],
  );
  const parts = await readPublicParts(released.flatMap(({ edition }) => Object.values(edition.parts)));
  return released.map(({ row, edition }) => ({
    row,
    policy: {
      ...{ fiscalYear: row.fiscalYear, formId: row.formId, edition },
      content: assemble(Object.values(edition.parts).flatMap((hash) => parts.get(hash) ?? [])),
      concluded: concludedBy(row.editions),
      late: lateIn(row.editions),
    },
  }));
}

/**
 * Every organisation with a released policy, or with one of a fiscal year where one is asked for: that one then stands in
 * place of the newest. A few queries, however many organisations there are, and of other years no more than their numbers.
 */
export async function newestPolicies(asked: number | null = null): Promise<OrganizationLine[]> {
  const lines = await publishedPolicies();
  const chosen = lines.flatMap(({ organization: { slug }, policies }) => {
    const of = asked === null ? policies[0] : policies.find(({ fiscalYear }) => fiscalYear === asked);
    return of ? [{ organization: { slug }, fiscalYear: of.fiscalYear }] : [];
  });
  const rows = await db().policy.findMany({
    where: { OR: chosen },
    select: { ...yearColumns, organization: { select: { slug: true } } },
  });
  const found = await yearPolicies(rows);
  return lines.flatMap(({ organization }) => {
    const one = found.find(({ row }) => row.organization.slug === organization.slug);
    return one ? [{ organization, newest: one.policy }] : [];
  });
}

/** The lines of a history, of all Editions up to one, newest first; each with the reason that it brought itself. */
export async function historyOf(
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
  const known = rows.map(({ hash }) => hash);
  return readOnce(`history ${known.join(" ")}`, () => linesOf(rows));
}

async function linesOf(rows: Parameters<typeof historyOf>[0]): Promise<EditionLine[]> {
  const revisionOf = (row: { manifest: string }) => partsOf(row).revision;
  const revisions = await readPublicParts(rows.flatMap((row) => revisionOf(row) ?? []));
  const redactions = await redactionsIn(rows);
  return rows.map((row, index) => {
    const revision = row.revisionKind === null ? undefined : revisions.get(revisionOf(row) ?? "");
    return {
      number: row.number,
      phases: row.phases,
      brought: broughtBy(partsOf(row), partsOf(rows[index + 1] ?? null)),
      revisionKind: row.revisionKind,
      ...saidBy(revision),
      step: stepOf(row),
      effectiveOn: fromDatabaseDate(row.effectiveOn),
      occurredAt: row.occurredAt,
      recordedAt: row.recordedAt,
      hash: row.hash,
      concludes: concludesOf(row),
      redactions: redactions(row),
    };
  });
}

const saidBy = (part: Part | undefined) =>
  part?.type === "revision"
    ? { reason: part.reason, corrects: part.corrects ?? null }
    : { reason: null, corrects: null };

const broughtBy = (parts: Manifest, before: Manifest): EvaluationPhase[] =>
  EVALUATIONS.filter((phase) =>
    Object.entries(parts).some(([key, hash]) => key.endsWith(`/${phase}`) && before[key] !== hash),
  );

/** The phases whose rounds have ended. Sorted by name, they stand as they come in the year. */
export const concludedBy = (editions: readonly { manifest: string }[]) =>
  [...new Set(editions.flatMap(concludesOf))].sort();

/** The items that came too late for an evaluation; `editions` newest first. */
export const lateIn = (editions: readonly { manifest: string }[]) =>
  lateItems([...editions].reverse().map((row) => ({ parts: partsOf(row), concludes: concludesOf(row) })));
