import { randomUUID } from "node:crypto";
import { toDatabaseDate } from "../../lib/data/dates.ts";
import { db, type Transaction } from "../../lib/data/db.ts";
import { appendEvents, lockChain } from "../../lib/data/events.ts";
import { createOrganization } from "../../lib/data/organizations.ts";
import { writeManifest } from "../../lib/data/parts.ts";
import { rowsOf } from "../../lib/data/plan-rows.ts";
import { writeSearchEntries } from "../../lib/data/search-entries.ts";
import { createSection } from "../../lib/data/sections.ts";
import type { Actor } from "../../lib/domain/actor.ts";
import type { Hash } from "../../lib/domain/canonical.ts";
import { type EditionRecord, type Part, type RevisionPart, sealed } from "../../lib/domain/edition.ts";
import { sheetKey } from "../../lib/domain/forms/form.ts";
import { isItem, nodeKey, type PlanNode, plan } from "../../lib/domain/policy.ts";
import { administrator } from "./administrator.ts";
import { amended, evaluationsOf, planOfYear, reviewsOf } from "./large/plan.ts";
import { dice } from "./large/texts.ts";
import { WARDS } from "./large/words.ts";

/**
 * A large city: 24 made-up wards, ten fiscal years, sixty initiatives each. What is public is written as a release writes
 * it (Parts, sealed Editions, rows, the chain, the search), but without the submissions that lead there, and in bulk.
 */

const FIRST_YEAR = 2017;
const YEARS = 10;
const SECTIONS = ["総務課", "地域課", "保健福祉課", "窓口サービス課"] as const;
const CITY = { cityNameJa: "みほん市", cityNameEn: "Mihon City" };

/** Fills an empty archive; refuses one that has records. `wards` and `years` may be fewer, for tests. */
export async function seedLarge({
  log,
  wards = WARDS.length,
  years = YEARS,
}: {
  readonly log: (line: string) => void;
  readonly wards?: number;
  readonly years?: number;
}): Promise<void> {
  if (!(await isEmpty())) throw new Error("the database has records: the large city wants an empty one");
  const admin = await administrator(beforeTheYears);
  const waiting = [...WARDS.slice(0, wards).entries()];
  // Two at a time: while the database writes the one, the other's texts are made.
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      await writeWard(admin, { ward: next[0], names: next[1], years });
      log(`${next[1].nameJa} (${next[0] + 1}/${wards})`);
    }
  };
  await Promise.all([lane(), lane()]);
}

const beforeTheYears = () => new Date(`${FIRST_YEAR}-03-01T09:00:00+09:00`);

async function writeWard(
  admin: Actor,
  { ward, names, years }: { ward: number; names: (typeof WARDS)[number]; years: number },
): Promise<void> {
  const input = { ...names, ...CITY, municipalCode: null, sourceNote: null, sourceUrl: null, sample: true };
  const { id: organizationId } = await createOrganization(admin, input, beforeTheYears);
  const sectionIds: string[] = [];
  for (const [order, nameJa] of SECTIONS.entries()) {
    const section = await createSection(admin, { organizationId, nameJa, nameEn: nameJa, order }, beforeTheYears);
    sectionIds.push(section.id);
  }
  let before: ReadonlyMap<string, string> = new Map();
  for (let year = FIRST_YEAR + YEARS - years; year < FIRST_YEAR + YEARS; year += 1) {
    const of = { ward, year, sectionIds, before };
    const place = { slug: names.slug, organizationId };
    before = await db().$transaction((tx) => writeYear(tx, place, of), { timeout: 120_000 });
  }
}

/** Whether nothing was ever written. */
async function isEmpty(): Promise<boolean> {
  return (await db().user.count()) + (await db().organization.count()) === 0;
}

type Organization = { readonly slug: string; readonly organizationId: string };

/** Writes a year's policy with its Editions, and returns its items' ids for the next one. */
async function writeYear(
  tx: Transaction,
  { slug, organizationId }: Organization,
  of: { ward: number; year: number; sectionIds: readonly string[]; before: ReadonlyMap<string, string> },
): Promise<ReadonlyMap<string, string>> {
  const { year } = of;
  const place = { organizationId, fiscalYear: year, formId: "osaka-2013" };
  const policy = await tx.policy.create({ data: place });
  const first = plan.parse(planOfYear({ ...of, policyId: policy.id }));
  const chain = await lockChain(tx, organizationId);
  const events: Parameters<typeof appendEvents>[2][number][] = [];
  let known: Record<string, Hash> = {};
  let previous: { hash: Hash; number: number } | null = null;
  let contents = new Map<string, Part>();
  const editions: { readonly id: string; readonly contents: ReadonlyMap<string, Part> }[] = [];
  for (const { phases, revision, nodes, sheets, concludes, on } of editionsOf(of.ward, year, first)) {
    contents = new Map<string, Part>([
      ...nodes.map((node): [string, Part] => [nodeKey(node), node]),
      ["revision", revision],
      ...sheets.map((sheet): [string, Part] => [sheetKey(sheet.target, sheet.phase), sheet]),
    ]);
    known = await writeManifest(tx, contents, known);
    const record: EditionRecord = {
      ...{ id: randomUUID(), policyId: policy.id, organization: slug, fiscalYear: year, formId: policy.formId },
      ...{ number: (previous?.number ?? 0) + 1, phases, ...(concludes.length > 0 ? { concludes } : {}) },
      revisionKind: phases.includes("PLAN") ? revision.kind : null,
      ...{ effectiveOn: on, occurredAt: new Date(`${on}T09:00:00+09:00`).toISOString() },
      ...{ recordedAt: chain.recordedAt.toISOString(), previousHash: previous?.hash ?? null, parts: known },
    };
    const { text, hash } = sealed(record);
    const { organization: _o, fiscalYear: _y, formId: _f, parts: _p, concludes: _c, effectiveOn, ...columns } = record;
    const data = { ...columns, effectiveOn: toDatabaseDate(effectiveOn), manifest: text, hash };
    await tx.edition.create({ data });
    await writeSearchEntries(tx, policy, record.number, contents);
    editions.push({ id: record.id, contents });
    events.push({
      ...{ kind: "edition", actorId: null, membershipId: null, subjectType: "policy", subjectId: policy.id },
      detail: { edition: hash, number: record.number, comment: null },
      occurredAt: new Date(record.occurredAt),
    });
    previous = { hash, number: record.number };
  }
  const current = editions.at(-1)?.id ?? null;
  await tx.policy.update({ where: { id: policy.id }, data: { currentEditionId: current } });
  await writeRows(tx, policy.id, editions);
  await appendEvents(tx, chain, events);
  const items = [...contents.values()].filter((part): part is PlanNode => part.type in KINDS).filter(isItem);
  return new Map(items.map(({ type, code, id }) => [`${type} ${code}`, id]));
}

const KINDS = { issue: true, strategy: true, initiative: true, reformItem: true };

/** The rows that the last Edition implies, and those of items that one before it had and that are gone. */
async function writeRows(
  tx: Transaction,
  policyId: string,
  editions: readonly { readonly id: string; readonly contents: ReadonlyMap<string, Part> }[],
): Promise<void> {
  let gone: ReturnType<typeof rowsOf>["initiative"] = [];
  let rows = rowsOf(policyId, []);
  for (const { contents } of editions) {
    const next = rowsOf(policyId, contents.values());
    gone = [...gone, ...rows.initiative.filter(({ id }) => !next.initiative.some((row) => row.id === id))];
    rows = next;
  }
  await tx.issue.createMany({ data: rows.issue });
  await tx.strategy.createMany({ data: rows.strategy });
  await tx.initiative.createMany({ data: rows.initiative });
  await tx.reformItem.createMany({ data: rows.reformItem });
  // Only initiatives are dropped here, all by the Edition that amended the plan.
  const [, amendment] = editions;
  await tx.initiative.createMany({ data: gone.map((row) => ({ ...row, removedInId: amendment?.id ?? null })) });
}

interface NextEdition {
  readonly phases: EditionRecord["phases"];
  readonly revision: RevisionPart;
  readonly nodes: readonly PlanNode[];
  readonly sheets: readonly Extract<Part, { type: "sheet" }>[];
  readonly concludes: NonNullable<EditionRecord["concludes"]>;
  readonly on: string;
}

/**
 * The Editions of a year: its plan, in every third year an amendment, in the last years a mid-year review, and where the
 * year is over the self-evaluation with the round's end.
 */
function editionsOf(ward: number, year: number, first: readonly PlanNode[]): NextEdition[] {
  const roll = dice(ward * 7919 + year);
  const formulated: RevisionPart = {
    ...{ type: "revision", kind: "FORMULATION", reason: "年度の運営方針の策定", effectiveOn: `${year}-04-01` },
  };
  const amends = (ward + year) % 3 === 0;
  const nodes = amends ? amended(first, roll) : first;
  const revision: RevisionPart = amends
    ? { ...{ type: "revision", kind: "AMENDMENT", reason: "補正予算による見直し" }, effectiveOn: `${year}-07-01` }
    : formulated;
  // The wards took mid-year reviews up some years ago.
  const reviews = year >= FIRST_YEAR + YEARS - 3 ? reviewsOf(nodes, roll) : [];
  const reviewed = {
    ...{ phases: ["MID_YEAR_REVIEW" as const], revision, nodes, sheets: reviews },
    ...{ concludes: ["MID_YEAR_REVIEW" as const], on: `${year}-10-10` },
  };
  const evaluations = evaluationsOf(nodes, ward, roll);
  const evaluated = {
    ...{ phases: ["SELF_EVALUATION" as const], revision, nodes, sheets: [...reviews, ...evaluations] },
    ...{ concludes: ["SELF_EVALUATION" as const], on: `${year + 1}-06-05` },
  };
  const over = year < FIRST_YEAR + YEARS - 1;
  const none = { sheets: [], concludes: [] };
  return [
    { ...none, phases: ["PLAN"], revision: formulated, nodes: first, on: `${year}-04-01` },
    ...(amends ? [{ ...none, phases: ["PLAN" as const], revision, nodes, on: `${year}-07-01` }] : []),
    ...(reviews.length > 0 ? [reviewed] : []),
    ...(over ? [evaluated] : []),
  ];
}
