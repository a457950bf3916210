import type { Prisma } from "../../prisma/client/client.ts";
import type { FilterName, SearchQuery } from "../domain/search-query.ts";
import type { FacetValue, SearchHit, SearchResult } from "../domain/search-result.ts";
import { gramsOfWord } from "../domain/search-text.ts";
import { db, searchDb } from "./db.ts";
import { withheldItems } from "./public-parts.ts";
import { publicColumns } from "./published.ts";
import { readCity } from "./published-reads.ts";

/**
 * Searches what is public, for the public: like published.ts it takes no actor. It reads the entries that releases write
 * from Editions; what was taken down is neither found nor counted.
 */

/** Texts on one page of results. */
const PAGE = 20;

/**
 * What a query finds. Texts whose code or title has every word come first, then the newest years. Each filter's counts are
 * those with everything else that is asked.
 */
export async function searchPublished(query: SearchQuery): Promise<SearchResult> {
  readCity();
  const organizations = await db().organization.findMany({
    where: { searchEntries: { some: {} } },
    select: { id: true, ...publicColumns },
    orderBy: [{ municipalCode: "asc" }, { slug: "asc" }],
  });
  const idOf = (slug: string) => organizations.find((one) => one.slug === slug)?.id;
  const conditions = conditionsOf(
    query,
    query.filters.org.flatMap((slug) => idOf(slug) ?? []),
    await withheldItems(),
  );
  const where = allBut(conditions);
  const named = query.words.length > 0 ? { AND: query.words.map((word) => contains("foldedName", word)) } : null;
  const [count, first, facets] = await Promise.all([
    searchDb().searchEntry.count({ where }),
    named ? searchDb().searchEntry.count({ where: { AND: [where, named] } }) : 0,
    facetsOf(conditions),
  ]);
  const pages = Math.ceil(count / PAGE);
  // Behind the last page stands the last page.
  const page = Math.max(1, Math.min(query.page, pages));
  const skip = (page - 1) * PAGE;
  const rows = named
    ? [
        ...(skip < first ? await rowsOf({ AND: [where, named] }, skip, PAGE) : []),
        ...(skip + PAGE > first
          ? await rowsOf(
              { AND: [where, { NOT: named }] },
              Math.max(0, skip - first),
              Math.min(PAGE, skip + PAGE - first),
            )
          : []),
      ]
    : await rowsOf(where, skip, PAGE);
  const slugs = new Map(organizations.map(({ id, slug }) => [id, slug]));
  return {
    query: { ...query, page },
    hits: rows.map((row) => readHit(row)),
    count,
    pages,
    facets: {
      ...facets,
      org: facets.org.flatMap(({ value, count: n }) => ({ value: slugs.get(value) ?? value, count: n })),
    },
    organizations: organizations.map(({ slug, nameJa, nameEn }) => ({ slug, nameJa, nameEn })),
  };
}

type Where = Prisma.SearchEntryWhereInput;

/** What is asked, filter by filter; `always` is what no count leaves out. */
type Conditions = Readonly<Record<FilterName | "always", Where>>;

function conditionsOf(query: SearchQuery, organizationIds: readonly string[], withheld: readonly string[]): Conditions {
  const { words, filters, from, to, superseded } = query;
  const any = (values: readonly string[]) => (values.length > 0 ? { hasSome: [...values] } : undefined);
  const one = (values: readonly string[]) => (values.length > 0 ? { in: [...values] } : undefined);
  const grams = [...new Set(words.flatMap(gramsOfWord))];
  const budget = { ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lte: to }) };
  return {
    always: {
      AND: [
        grams.length > 0 ? { grams: { hasEvery: grams } } : {},
        // A word of one or two characters is one of these runs; a longer one only has them all.
        ...words.filter((word) => [...word].length > 2).map((word) => contains("folded", word)),
        superseded ? {} : { OR: [{ toEdition: null }, { removedIn: { not: null } }] },
        from === null && to === null ? {} : { budgetThousandYen: budget },
        withheld.length > 0 ? { nodeId: { notIn: [...withheld] } } : {},
      ],
    },
    theme: defined({ themes: any(filters.theme) }),
    org: filters.org.length > 0 ? { organizationId: { in: [...organizationIds] } } : {},
    year: filters.year.length > 0 ? { fiscalYear: { in: filters.year.map(Number) } } : {},
    kind: defined({ kind: one(filters.kind) as { in: SearchHit["kind"][] } | undefined }),
    grade: defined({ grades: any(filters.grade) }),
    indicator: defined({ verdicts: any(filters.indicator) }),
    sdg: defined({ sdgs: any(filters.sdg) }),
  };
}

const defined = (where: Readonly<Record<string, unknown>>): Where =>
  Object.values(where).every((value) => value === undefined) ? {} : where;

// LIKE's own signs are characters like any other.
const contains = (column: "folded" | "foldedName", word: string): Where => ({
  [column]: { contains: word.replace(/[\\%_]/g, "\\$&") },
});

const allBut = (conditions: Conditions, left?: FilterName): Where => ({
  AND: Object.entries(conditions).flatMap(([name, where]) => (name === left ? [] : [where])),
});

/** The column that a filter asks about. */
const COLUMN = {
  ...{ theme: "themes", org: "organizationId", year: "fiscalYear", kind: "kind" },
  ...{ grade: "grades", indicator: "verdicts", sdg: "sdgs" },
} as const satisfies Record<FilterName, Prisma.SearchEntryScalarFieldEnum>;

// Counted together, those of one group have few different combinations.
const TOGETHER: readonly (readonly FilterName[])[] = [
  ["year", "org", "kind"],
  ["theme", "grade", "indicator", "sdg"],
];

/**
 * How many texts each value of each filter has; the organisations by their ids. Filters in which nothing is chosen have
 * the same question to the database and are counted together.
 */
async function facetsOf(conditions: Conditions): Promise<Record<FilterName, FacetValue[]>> {
  const chosen = (name: FilterName) => Object.keys(conditions[name]).length > 0;
  const groups = TOGETHER.flatMap((names) => [
    names.filter((name) => !chosen(name)),
    ...names.filter(chosen).map((name) => [name]),
  ]).filter((names) => names.length > 0);
  const counted = await Promise.all(groups.map((names) => countsOf(names, conditions)));
  return Object.fromEntries(counted.flat()) as Record<FilterName, FacetValue[]>;
}

async function countsOf(names: readonly FilterName[], conditions: Conditions): Promise<[FilterName, FacetValue[]][]> {
  const groups = await searchDb().searchEntry.groupBy({
    by: names.map((name) => COLUMN[name]),
    where: allBut(conditions, names.length === 1 ? names[0] : undefined),
    _count: { _all: true },
  });
  return names.map((name) => {
    const counts = new Map<string, number>();
    for (const group of groups) {
      const value = group[COLUMN[name]];
      // A text of several themes counts for each of them.
      for (const single of Array.isArray(value) ? value : [value]) {
        counts.set(String(single), (counts.get(String(single)) ?? 0) + group._count._all);
      }
    }
    return [name, [...counts].map(([of, count]) => ({ value: of, count }))];
  });
}

const shown = {
  ...{ kind: true, nodeId: true, code: true, title: true, text: true, grades: true, budgetThousandYen: true },
  ...{ verdicts: true, themes: true, sdgs: true, fromEdition: true, toEdition: true, removedIn: true },
  ...{ fiscalYear: true, organization: { select: publicColumns } },
} as const satisfies Prisma.SearchEntrySelect;

const rowsOf = (where: Where, skip: number, take: number) =>
  searchDb().searchEntry.findMany({
    where,
    select: shown,
    orderBy: [
      ...([{ fiscalYear: "desc" }, { kind: "asc" }, { code: "asc" }, { organizationId: "asc" }] as const),
      ...([{ fromEdition: "desc" }, { nodeId: "asc" }] as const),
    ],
    skip,
    take,
  });

/** A row as it is shown: the verdicts are those that the entry was written with. */
const readHit = (row: Prisma.SearchEntryGetPayload<{ select: typeof shown }>): SearchHit => row as SearchHit;
