import { type PublishedPlace, publishedPlaces } from "../data/published-addresses.ts";
import type { SitemapPage } from "../documents/sitemap.ts";
import {
  aboutPath,
  answersPath,
  editionPath,
  embedPath,
  FEED_FORMATS,
  type FeedOf,
  feedPath,
  formulationPath,
  homePath,
  itemPath,
  phasePath,
  policyPath,
  publicOrganizationPath,
  revisionsPath,
  SITEMAP_PATH,
  sitemapPartPath,
  visionPath,
  yearsPath,
} from "../web/paths.ts";
import { absolute } from "../web/site-address.ts";
import { LANGUAGES, type Language } from "../words/languages.ts";

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
  ({ org, year, phases }) => phases.map((phase) => (lang) => phasePath(lang, org, year, phase)),
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

/** A public address as the compiled site keeps it; those of one group change together, most of the time. */
export interface SiteAddress {
  readonly path: string;
  /** Which organisation's, of which year; the site's own have neither. */
  readonly group: { readonly org?: string; readonly year?: number };
  /** The one file that is no page of its own: what a web server shows where there is none. */
  readonly notFound?: true;
}

/** An address that no page has, whatever people call their organisations: it is deeper than any. */
const NO_PAGE = "/no/page/has/this/address/ever";

/**
 * Every public address that asks for nothing in a query, in the order in which it should be there again after a release:
 * the policies' own pages, what leads to them, their parts, then feeds, cards and what was before.
 */
export async function siteAddresses(): Promise<SiteAddress[]> {
  const places = await publishedPlaces();
  const orgs = organizations(places);
  const inBoth = (path: Path, group: SiteAddress["group"] = {}) =>
    LANGUAGES.map((lang): SiteAddress => ({ path: path(lang), group }));
  const feeds = (of: FeedOf, group: SiteAddress["group"] = {}) =>
    FEED_FORMATS.flatMap((format) => inBoth((lang) => feedPath(lang, format, of), group));
  const [policy, ...parts] = OF_POLICY;
  const pagesOf = (kinds: typeof OF_POLICY) =>
    places.flatMap((place) =>
      kinds.flatMap((kind) => kind(place).flatMap((path) => inBoth(path, { org: place.org, year: place.year }))),
    );
  const sitemaps = [SITEMAP_PATH, ...(await sitemapParts()).map((_pages, index) => sitemapPartPath(index + 1))];
  return [
    ...pagesOf(policy ? [policy] : []),
    ...orgs.flatMap(({ org }) => inBoth((lang) => publicOrganizationPath(lang, org), { org })),
    ...SITE.flatMap((path) => inBoth(path)),
    { path: NO_PAGE, group: {}, notFound: true },
    ...["/robots.txt", ...sitemaps].map((path) => ({ path, group: {} })),
    ...pagesOf(parts),
    ...feeds({}),
    ...orgs.flatMap(({ org }) => feeds({ org }, { org })),
    ...places.flatMap(({ org, year, initiatives, editions }) => [
      ...feeds({ org, year }, { org, year }),
      ...initiatives.flatMap((code) => feeds({ org, year, code }, { org, year })),
      ...inBoth((lang) => embedPath(lang, org, year), { org, year }),
      ...initiatives.flatMap((code) => inBoth((lang) => embedPath(lang, org, year, code), { org, year })),
      ...editions.flatMap(({ number, phases }) => [
        ...inBoth((lang) => editionPath(lang, org, year, number), { org, year }),
        ...phases.flatMap((phase) => inBoth((lang) => phasePath(lang, org, year, phase, number), { org, year })),
      ]),
    ]),
  ];
}

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
