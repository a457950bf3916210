import type { EditionRecord, Part } from "../domain/edition.ts";
import { lateItems } from "../domain/edition-times.ts";
import { type TargetType, targetKey } from "../domain/forms/form.ts";
import {
  type ComparedYear,
  compareYears,
  continuationOf,
  type ItemYear,
  type ItemYears,
  itemsByCode,
  lineageOf,
  type YearsComparison,
} from "../domain/years.ts";
import { db } from "./db.ts";
import { readPublicParts } from "./public-parts.ts";
import { publicColumns } from "./published.ts";
import { isKeepingKnown, readOnce, readOrganization, readPolicy } from "./published-reads.ts";
import { concludesOf, partsOf } from "./reach.ts";

/**
 * What the released policies of an organisation say when their years are laid side by side, for the public: like
 * published.ts it takes no actor and reads current Editions only. Which item continues which is looked up in the rows
 * that releases write; what they say is read from the Editions.
 */

/**
 * An item of a year through all years that are public; null where nothing of that year was released. Of its own year a
 * page shows the Edition that it has read already: a release meanwhile does not stand beside it.
 */
export async function itemYears(
  slug: string,
  fiscalYear: number,
  { type, id }: { readonly type: Exclude<TargetType, "policy">; readonly id: string },
  shown?: EditionRecord,
): Promise<ItemYears | null> {
  readOrganization(slug);
  const newest = isKeepingKnown() ? await newestEditions(slug) : "";
  const rows = await readOnce(`items ${type} ${newest}`, () => rowsOf(slug, type));
  const lineage = lineageOf(id, rows);
  const policyIds = new Set(rows.filter((row) => lineage.has(row.id)).map(({ policyId }) => policyId));
  const story = new Set([...lineage].map((one) => targetKey({ type, id: one })));
  const ids = [...policyIds].sort();
  const records = await readOnce(`years ${ids.join(" ")} ${newest}`, () => yearRows(slug, { id: { in: ids } }));
  const policies = await releasedYears(records, {
    ...(shown && { shown: { fiscalYear, edition: shown } }),
    // Of other years only the story is told; of its own also what else there is.
    asked: (key, year) => {
      const [target = ""] = key.split("/");
      return story.has(target) || (year === fiscalYear && target === key && key.startsWith(`${type}:`));
    },
  });
  const own = policies.find((policy) => policy.fiscalYear === fiscalYear);
  const ofYear = own ? itemsByCode(own.parts) : [];
  const item = ofYear.find((one) => one.id === id);
  if (!item) return null;
  const years = policies.map(
    ({ parts, ...year }): ItemYear => ({
      fiscalYear: year.fiscalYear,
      formId: year.formId,
      concluded: year.concluded,
      late: year.late,
      items: itemsByCode(parts).filter((one) => lineage.has(one.id)),
    }),
  );
  const shares = (one: { readonly predecessorIds: readonly string[] }) =>
    one.predecessorIds.some((predecessor) => item.predecessorIds.includes(predecessor));
  return {
    slug,
    fiscalYear,
    id,
    years: years.filter(({ items }) => items.length > 0),
    came: continuationOf(item, ofYear),
    from: years.flatMap(({ items }) => items.filter((one) => item.predecessorIds.includes(one.id))),
    siblings: ofYear.filter((one) => one.id !== id && shares(one)),
  };
}

/** A year's policy beside that of the year before; null where either was never released. */
export async function comparedWithLastYear(slug: string, fiscalYear: number): Promise<YearsComparison | null> {
  for (const year of [fiscalYear - 1, fiscalYear]) readPolicy(slug, year);
  const policies = await releasedYears(await yearRows(slug, { fiscalYear: { in: [fiscalYear - 1, fiscalYear] } }));
  const [before, now] = [fiscalYear - 1, fiscalYear].map((year) => policies.find((one) => one.fiscalYear === year));
  const policy = [...(now?.parts.values() ?? [])].find((part) => part.type === "policy");
  if (!before || !now || !policy) return null;
  const yearOf = ({ fiscalYear: year, formId, concluded, late }: ComparedYear) => ({
    ...{ fiscalYear: year, formId, concluded, late },
  });
  return {
    organization: now.organization,
    title: policy.title,
    now: yearOf(now),
    before: yearOf(before),
    lines: compareYears(before.parts, now.parts),
  };
}

/** Whether the year before a policy's is released too, so that the two can be compared. */
export async function hasYearBefore(slug: string, fiscalYear: number): Promise<boolean> {
  readPolicy(slug, fiscalYear - 1);
  const where = { organization: { slug }, fiscalYear: fiscalYear - 1, currentEditionId: { not: null } };
  return (await db().policy.count({ where })) > 0;
}

/** The hashes of the current Editions of an organisation: what its years say is kept in mind by these. */
async function newestEditions(slug: string): Promise<string> {
  const rows = await db().edition.findMany({
    where: { currentOf: { organization: { slug } } },
    select: { hash: true },
    orderBy: { hash: "asc" },
  });
  return rows.map(({ hash }) => hash).join(" ");
}

/** The records of those released policies of an organisation that are asked for, the earliest year first. */
async function yearRows(slug: string, where: { id?: { in: string[] }; fiscalYear?: { in: number[] } }) {
  const rows = await db().policy.findMany({
    where: { ...where, organization: { slug }, currentEditionId: { not: null } },
    select: {
      organization: { select: publicColumns },
      fiscalYear: true,
      formId: true,
      currentEdition: { select: { manifest: true } },
      editions: { select: { manifest: true, number: true }, orderBy: { number: "asc" } },
    },
    orderBy: { fiscalYear: "asc" },
  });
  return rows.map(({ currentEdition, editions, ...policy }) => ({
    ...policy,
    current: partsOf(currentEdition),
    editions: editions.map((one) => ({ number: one.number, parts: partsOf(one), concludes: concludesOf(one) })),
  }));
}

/**
 * Released policies, each with its current Edition, or with the one that is shown of its year; of each no more than the
 * Parts that are asked for.
 */
async function releasedYears(
  rows: Awaited<ReturnType<typeof yearRows>>,
  {
    shown,
    asked = () => true,
  }: {
    readonly shown?: { readonly fiscalYear: number; readonly edition: EditionRecord };
    readonly asked?: (key: string, fiscalYear: number) => boolean;
  } = {},
) {
  const years = rows.map(({ current, editions, ...policy }) => {
    const edition = policy.fiscalYear === shown?.fiscalYear ? shown.edition : null;
    const until = editions.filter(({ number }) => edition === null || number <= edition.number);
    const whole = Object.entries(edition?.parts ?? current);
    const manifest = Object.fromEntries(whole.filter(([key]) => asked(key, policy.fiscalYear)));
    return { policy, manifest, editions: until };
  });
  const found = await readPublicParts(years.flatMap(({ manifest }) => Object.values(manifest)));
  return years.map(({ policy, manifest, editions }) => ({
    ...policy,
    concluded: [...new Set(editions.flatMap(({ concludes }) => concludes))].sort(),
    late: lateItems(editions),
    parts: new Map(
      Object.entries(manifest).flatMap(([key, hash]): [string, Part][] => {
        const part = found.get(hash);
        return part ? [[key, part]] : [];
      }),
    ),
  }));
}

/** Which items of a kind the released policies of an organisation show, and what each continues. */
async function rowsOf(slug: string, type: Exclude<TargetType, "policy">) {
  const where = { removedInId: null, policy: { organization: { slug }, currentEditionId: { not: null } } };
  const asked = { where, select: { id: true, policyId: true, predecessorIds: true } } as const;
  switch (type) {
    case "issue":
      return db().issue.findMany(asked);
    case "strategy":
      return db().strategy.findMany(asked);
    case "initiative":
      return db().initiative.findMany(asked);
    case "reformItem":
      return db().reformItem.findMany(asked);
  }
}
