import { type PublishedPlace, publishedPlaces } from "@/lib/data/published-addresses.ts";
import type { SitemapPage } from "@/lib/documents/sitemap.ts";
import {
  aboutPath,
  answersPath,
  formulationPath,
  homePath,
  itemPath,
  policyPath,
  publicOrganizationPath,
  revisionsPath,
  visionPath,
  yearsPath,
} from "@/lib/web/paths.ts";
import { absolute } from "@/lib/web/site-address.ts";
import { LANGUAGES, type Language } from "@/lib/words/languages.ts";

type Path = (lang: Language) => string;

/** Pages of the site itself. */
const SITE: readonly Path[] = [
  homePath,
  (lang) => aboutPath(lang),
  (lang) => aboutPath(lang, "figures"),
  (lang) => aboutPath(lang, "licence"),
  (lang) => aboutPath(lang, "privacy"),
  (lang) => aboutPath(lang, "accessibility"),
  (lang) => aboutPath(lang, "accessibility/results"),
];

/**
 * Every kind of page that a policy has: a new kind is one line here. Past Editions, comparisons and cards are not indexed,
 * so they are not listed either; links lead to them.
 */
const OF_POLICY: readonly ((place: PublishedPlace) => readonly Path[])[] = [
  ({ org, year }) => [(lang) => policyPath(lang, org, year)],
  ({ org, year }) => [(lang) => revisionsPath(lang, org, year)],
  ({ org, year }) => [(lang) => formulationPath(lang, org, year)],
  ({ org, year }) => [(lang) => visionPath(lang, org, year)],
  ({ org, year }) => [(lang) => answersPath(lang, org, year)],
  ({ org, year, comparable }) => (comparable ? [(lang) => yearsPath(lang, org, year)] : []),
  ({ org, year, issues }) => issues.map((code) => (lang) => itemPath(lang, org, year, { type: "issue", code })),
  ({ org, year, strategies }) =>
    strategies.map((code) => (lang) => itemPath(lang, org, year, { type: "strategy", code })),
  ({ org, year, initiatives }) =>
    initiatives.map((code) => (lang) => itemPath(lang, org, year, { type: "initiative", code })),
  ({ org, year, reformItems }) =>
    reformItems.map((code) => (lang) => itemPath(lang, org, year, { type: "reformItem", code })),
];

/** Every organisation with when its newest Edition was released. */
const organizations = (places: readonly PublishedPlace[]) =>
  [...new Set(places.map(({ org }) => org))].map((org) => ({
    org,
    at: new Date(Math.max(...places.filter((place) => place.org === org).map(({ at }) => at.getTime()))),
  }));

/** How many pages one sitemap lists at most; each has an address in every language. */
const PAGES_OF_PART = 2500;

/** Every public page, cut into the parts that one sitemap each lists. */
export async function sitemapParts(): Promise<SitemapPage[][]> {
  const places = await publishedPlaces();
  const pageOf = (path: Path, at: Date | null): SitemapPage => ({
    addresses: LANGUAGES.map((lang) => ({ lang, href: absolute(path(lang)) })),
    at,
  });
  const pages = [
    ...SITE.map((path) => pageOf(path, null)),
    ...organizations(places).map(({ org, at }) => pageOf((lang) => publicOrganizationPath(lang, org), at)),
    ...places.flatMap((place) => OF_POLICY.flatMap((kind) => kind(place).map((path) => pageOf(path, place.at)))),
  ];
  return Array.from({ length: Math.ceil(pages.length / PAGES_OF_PART) }, (_, index) =>
    pages.slice(index * PAGES_OF_PART, (index + 1) * PAGES_OF_PART),
  );
}

/** When the newest of some pages was released. */
export function newestOf(pages: readonly SitemapPage[]): Date | null {
  const moments = pages.flatMap(({ at }) => (at ? [at.getTime()] : []));
  return moments.length > 0 ? new Date(Math.max(...moments)) : null;
}

/** How a sitemap is sent: kept by nobody without asking, because a release changes it. */
export const SITEMAP_HEADERS = { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "no-cache" };
