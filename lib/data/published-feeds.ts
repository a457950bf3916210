import { editionChanges, itemCounts } from "../domain/edition-changes.ts";
import { isNode } from "../domain/policy.ts";
import type { EditionFeed, FeedEdition, PublishedOrganization } from "../domain/published-policy.ts";
import { WITHHOLDING } from "../domain/taking-back.ts";
import { db } from "./db.ts";
import { publicColumns, type ReleasedRow, releasedPolicy } from "./published.ts";
import { laidOut } from "./published-editions.ts";
import { readCity, readOnce, readOrganization } from "./published-reads.ts";

/**
 * What was released lately, for those who follow the city, an organisation, a policy or an initiative: like published.ts
 * it takes no actor and reads only what was released. An entry's content is that of the revision history.
 */

/** How many Editions a feed has at most. */
const NEWEST = 30;

/** The newest Editions of all organisations. */
export async function cityFeed(): Promise<EditionFeed> {
  readCity();
  return newestOf({});
}

/** The newest Editions of one organisation; null where it has released nothing. */
export async function organizationFeed(
  slug: string,
): Promise<(EditionFeed & { readonly organization: PublishedOrganization }) | null> {
  readOrganization(slug);
  const where = { slug, policies: { some: { currentEditionId: { not: null } } } };
  const organization = await db().organization.findFirst({ where, select: publicColumns });
  return organization && { ...(await newestOf({ organization: { slug } })), organization };
}

/** The newest Editions of a policy; null where nothing of it was released. */
export async function policyFeed(slug: string, fiscalYear: number): Promise<EditionFeed | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return null;
  return { entries: (await entriesOf(row)).slice(0, NEWEST), changedAt: await changedAt([row]) };
}

/**
 * The Editions that touched the initiative which a policy shows, or once showed, under a code; null where there was none.
 * What an entry tells is what happened to it.
 */
export async function initiativeFeed(
  slug: string,
  fiscalYear: number,
  code: string,
): Promise<(EditionFeed & { readonly title: string; readonly id: string }) | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return null;
  // As it is called now under this code, else as it was last.
  const { contents } = await laidOut(row, (key) => /^initiative:[^/]+$/.test(key));
  const initiatives = contents.flatMap((parts) => [...parts.values()].filter((part) => part.type === "initiative"));
  const item = initiatives.find((one) => one.code === code);
  if (!item) return null;
  const entries = (await entriesOf(row)).flatMap((edition): FeedEdition[] => {
    const nodes = edition.changes.nodes.filter((change) => (change.after ?? change.before)?.id === item.id);
    const sheets = edition.changes.sheets.filter(({ target }) => target.type === "initiative" && target.id === item.id);
    return nodes.length + sheets.length > 0 ? [{ ...edition, changes: { nodes, sheets }, set: null }] : [];
  });
  return { title: item.title, id: item.id, entries: entries.slice(0, NEWEST), changedAt: await changedAt([row]) };
}

async function newestOf(where: { organization?: { slug: string } }): Promise<EditionFeed> {
  const policy = { ...where, currentEditionId: { not: null } };
  const newest = await db().edition.findMany({
    where: { policy },
    select: { number: true, policy: { select: { fiscalYear: true, organization: { select: { slug: true } } } } },
    orderBy: [{ occurredAt: "desc" }, { policyId: "asc" }, { number: "desc" }],
    take: NEWEST,
  });
  const asked = new Map<string, { slug: string; year: number; numbers: number[] }>();
  for (const { number, policy: of } of newest) {
    const key = `${of.organization.slug} ${of.fiscalYear}`;
    const known = asked.get(key) ?? { slug: of.organization.slug, year: of.fiscalYear, numbers: [] };
    asked.set(key, { ...known, numbers: [...known.numbers, number] });
  }
  const rows: ReleasedRow[] = [];
  const entries: FeedEdition[] = [];
  for (const { slug, year, numbers } of asked.values()) {
    const row = await releasedPolicy(slug, year);
    if (!row) continue;
    rows.push(row);
    entries.push(...(await entriesOf(row, numbers)));
  }
  const at = ({ line }: FeedEdition) => line.occurredAt.getTime();
  return { entries: entries.sort((a, b) => at(b) - at(a)).slice(0, NEWEST), changedAt: await changedAt(rows) };
}

/** What a policy's Editions of these numbers changed, newest first; of all its Editions where none are named. */
function entriesOf(row: ReleasedRow, numbers?: readonly number[]): Promise<FeedEdition[]> {
  return readOnce(`entries ${row.editions[0]?.hash} ${numbers ?? "all"}`, () => tell(row, numbers));
}

async function tell(row: ReleasedRow, numbers?: readonly number[]): Promise<FeedEdition[]> {
  const asked = (number: number) => numbers === undefined || numbers.includes(number);
  // An Edition is told by what it changed, so the one before it is needed too.
  const { lines, contents } = await laidOut(row, (_key, number) => asked(number) || asked(number + 1));
  return lines.flatMap((line, index): FeedEdition[] => {
    const [after, before] = [contents[index], contents[index + 1]];
    if (!asked(line.number) || !after) return [];
    const policy = [...after.values()].find((part) => isNode(part) && part.type === "policy");
    const { organization, fiscalYear, formId } = row;
    return [
      {
        ...{ organization, fiscalYear, formId, line },
        title: policy?.type === "policy" ? policy.title : "",
        changes: editionChanges(before ?? new Map(), after),
        set: before ? null : itemCounts(after),
      },
    ];
  });
}

/** When what these policies' feeds say last changed: a release, or something of them was taken back or put back. */
function changedAt(rows: readonly ReleasedRow[]): Promise<Date> {
  const newest = rows.map(({ editions }) => editions[0]?.hash);
  return readOnce(`changed ${newest.join(" ")}`, () => lastMoment(rows));
}

async function lastMoment(rows: readonly ReleasedRow[]): Promise<Date> {
  const ids = rows.map(({ organizationId }) => organizationId);
  const policies = rows.map(({ organizationId, fiscalYear }) => ({ organizationId, fiscalYear }));
  const { _max: takedown } = await db().takedown.aggregate({
    // Only what readers could see: that one was asked for and declined is nobody's business.
    where: { policy: { OR: policies }, state: { in: [...WITHHOLDING, "LIFTED"] } },
    _max: { decidedAt: true, liftDecidedAt: true },
  });
  const { _max: redaction } = await db().redactionRequest.aggregate({
    where: { organizationId: { in: ids }, state: "DONE" },
    _max: { decidedAt: true },
  });
  const moments = [
    ...rows.flatMap(({ editions }) => editions.map(({ recordedAt }) => recordedAt)),
    ...[takedown.decidedAt, takedown.liftDecidedAt, redaction.decidedAt].filter((moment) => moment !== null),
  ];
  return new Date(Math.max(0, ...moments.map((moment) => moment.getTime())));
}
