import type { Route } from "next";
import type { Phase } from "../domain/forms/form.ts";
import type { Language } from "../words/languages.ts";

/** Every address of the site, made here and nowhere else. Codes and slugs are escaped; ids are as they are. */

const at = (...parts: (string | number)[]): Route =>
  `/${parts.map((part) => encodeURIComponent(part)).join("/")}` as Route;

type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

const withQuery = (path: Route, query: Query): Route => {
  const asked = Object.entries(query).flatMap(([name, value]) =>
    (typeof value === "string" ? [value] : (value ?? [])).flatMap((one) => (one ? [[name, one]] : [])),
  );
  return asked.length > 0 ? (`${path}?${new URLSearchParams(asked)}` as Route) : path;
};

/** Every organisation; the query narrows the list down. */
export const homePath = (lang: Language, query: Query = {}): Route => withQuery(at(lang), query);

/** An organisation as readers see it: its years and its vision. */
export const publicOrganizationPath = (lang: Language, org: string): Route => at(lang, org);

/** What is searched for among everything public stands in the query. */
export const searchPath = (lang: Language, query: Query = {}): Route => withQuery(at(lang, "search"), query);

export const policyPath = (lang: Language, org: string, year: number): Route => at(lang, org, year);

/** The kinds of items as they are called in addresses. */
export const ITEM_FOLDERS = {
  issue: "issues",
  strategy: "strategies",
  initiative: "initiatives",
  reformItem: "reform",
} as const;
type ItemType = keyof typeof ITEM_FOLDERS;

/** The kind of item that a part of an address names; undefined where it names none. */
export const itemTypeOf = (folder: string): ItemType | undefined =>
  (Object.keys(ITEM_FOLDERS) as ItemType[]).find((type) => ITEM_FOLDERS[type] === folder);

/** The one address of an item of a policy. */
export const itemPath = (
  lang: Language,
  org: string,
  year: number,
  item: { readonly type: ItemType; readonly code: string },
): Route => at(lang, org, year, ITEM_FOLDERS[item.type], item.code);

export const initiativePath = (lang: Language, org: string, year: number, code: string): Route =>
  itemPath(lang, org, year, { type: "initiative", code });

/** The phases as they are called in addresses. */
const PHASE_FOLDERS = {
  PLAN: "plan",
  MID_YEAR_REVIEW: "mid-year-review",
  SELF_EVALUATION: "self-evaluation",
} as const;

/**
 * All that a policy says in one phase, as it is public now or as an Edition of that number has it; what it says of an item is
 * at `#` and itemAnchor.
 */
export const phasePath = (lang: Language, org: string, year: number, phase: Phase, edition?: number): Route =>
  at(lang, org, year, ...(edition === undefined ? [] : ["editions", edition]), PHASE_FOLDERS[phase]);

/** A policy beside that of the year before. */
export const yearsPath = (lang: Language, org: string, year: number): Route => at(lang, org, year, "years");

/** The history of a policy's Editions; `query` asks for the one of a day. An entry of it is at `#edition-3`. */
export const revisionsPath = (lang: Language, org: string, year: number, query: Query = {}): Route =>
  withQuery(at(lang, org, year, "revisions"), query);

/** What one Edition changed, in that history. */
export const revisionEntryPath = (lang: Language, org: string, year: number, number: number): Route =>
  `${revisionsPath(lang, org, year)}#edition-${number}` as Route;

/** The steps in which a policy was formulated, and the opinions on it. */
export const formulationPath = (lang: Language, org: string, year: number): Route => at(lang, org, year, "formulation");

/** The aims of the vision that a policy serves, each with the items that serve it. */
export const visionPath = (lang: Language, org: string, year: number): Route => at(lang, org, year, "vision");

/** What readers asked about a policy and was answered in public. */
export const answersPath = (lang: Language, org: string, year: number): Route => at(lang, org, year, "questions");

/** Where readers ask about a policy; the query's `about` names an item of it, `kind` what is asked, `done` what just was. */
export const askPath = (lang: Language, org: string, year: number, query: Query = {}): Route =>
  withQuery(at(lang, "ask", org, year), query);

/** Where the yes and no of a page are sent. */
export const helpfulPath = (lang: Language, org: string, year: number): Route => at(lang, "ask", org, year, "helpful");

/** Two Editions side by side. */
export const comparePath = (lang: Language, org: string, year: number, query: Query = {}): Route =>
  withQuery(at(lang, org, year, "revisions", "compare"), query);

/** A policy as an Edition of that number has it; `on` is the day for which it was asked. */
export const editionPath = (lang: Language, org: string, year: number, number: number, query: Query = {}): Route =>
  withQuery(at(lang, org, year, "editions", number), query);

/** The data of a policy's current Edition. */
export const policyDataPath = (org: string, year: number): Route =>
  at("api", "v1", "organizations", org, "policies", year);

/** The data of one item of it. */
export const itemDataPath = (
  org: string,
  year: number,
  item: { readonly type: ItemType; readonly code: string },
): Route => at("api", "v1", "organizations", org, "policies", year, ITEM_FOLDERS[item.type], item.code);

/** What can be followed: the city, an organisation, a policy or one of its initiatives. */
export interface FeedOf {
  readonly org?: string | undefined;
  readonly year?: number | undefined;
  readonly code?: string | undefined;
}
export const FEED_FORMATS = ["atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

/** The address of a feed, below that of the page which it follows. */
export const feedPath = (lang: Language, format: FeedFormat, { org, year, code }: FeedOf = {}): Route =>
  at(
    lang,
    ...(org === undefined ? [] : [org]),
    ...(year === undefined ? [] : [year]),
    ...(code === undefined ? [] : ["initiatives", code]),
    `feed.${format}`,
  );

/** A policy, or one of its initiatives, as a card for the pages of others. */
export const embedPath = (lang: Language, org: string, year: number, code?: string): Route =>
  at(lang, "embed", org, year, ...(code === undefined ? [] : ["initiatives", code]));

/** What the site says of itself. */
export const aboutPath = (lang: Language, ...page: readonly AboutPage[]): Route =>
  at(lang, "about", ...page.flatMap((name) => name.split("/")));
export type AboutPage = "figures" | "licence" | "privacy" | "accessibility" | "accessibility/results";

/** The list of all public addresses, for search engines; a long one lies in parts. */
export const SITEMAP_PATH: Route = at("sitemap.xml");
export const sitemapPartPath = (part: number): Route => at("sitemaps", `${part}.xml`);

/** What was answered in public about a policy, as data. */
export const answersDataPath = (org: string, year: number): Route =>
  at("api", "v1", "organizations", org, "policies", year, "answers");

/** Where people sign in; `next` is where they wanted to go. */
export function signInPath(lang: Language, next?: string): Route {
  const path = at(lang, "sign-in");
  return next ? (`${path}?next=${encodeURIComponent(next)}` as Route) : path;
}

export const deskPath = (lang: Language): Route => at(lang, "desk");

/** A submission's page; `done` names the move that was just made, so that the page can say so. */
export function submissionPath(lang: Language, id: string, done?: string): Route {
  const path = at(lang, "submissions", id);
  return done ? (`${path}?done=${encodeURIComponent(done)}` as Route) : path;
}

/**
 * A Revision's plan, to be edited. The query names what of it: `item` a node's key, `revision` (what it says of itself) or
 * `rebase`; `add` a kind of item and, after a colon, the id of what it stands below.
 */
export const planPath = (lang: Language, id: string, query: Query = {}): Route =>
  withQuery(at(lang, "submissions", id, "plan"), query);

export const releasesPath = (lang: Language): Route => at(lang, "releases");

export const releasePath = (lang: Language, policyId: string): Route => at(lang, "releases", policyId);

export const releasePreviewPath = (lang: Language, policyId: string): Route =>
  at(lang, "releases", policyId, "preview");

/** The rounds that a coordinator runs. */
export const roundsPath = (lang: Language): Route => at(lang, "rounds");

/** One round's progress board; the query names what is shown of it, and in `done` what was just done to it. */
export function roundPath(
  lang: Language,
  roundId: string,
  query: Readonly<Record<string, string | undefined>> = {},
): Route {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const path = at(lang, "rounds", roundId);
  return asked.length > 0 ? (`${path}?${new URLSearchParams(asked)}` as Route) : path;
}

/** Where a round of a policy is opened. */
export const newRoundPath = (lang: Language, policyId: string, phase: string): Route =>
  at(lang, "policies", policyId, "rounds", phase);

/** Where a sheet of a round is given a late permit. */
export const permitPath = (lang: Language, roundId: string, submissionId: string): Route =>
  at(lang, "rounds", roundId, "permits", submissionId);

/** A round whole, for paper. */
export const roundListPath = (lang: Language, roundId: string): Route => at(lang, "rounds", roundId, "list");

/** A round whole, as a table for a spreadsheet. */
export const roundTablePath = (lang: Language, roundId: string): Route => at(lang, "rounds", roundId, "csv");

/** The policies that a coordinator runs. */
export const policiesPath = (lang: Language): Route => at(lang, "policies");

/** Where a coordinator makes the place for a year's policy. */
export const newPolicyPath = (lang: Language): Route => at(lang, "policies", "new");

/** A policy's open Revisions, and where another one is begun. */
export const openRevisionsPath = (lang: Language, policyId: string): Route =>
  at(lang, "policies", policyId, "revisions");

/** Where a policy is begun as a copy of the year before. */
export const copyPath = (lang: Language, policyId: string): Route => at(lang, "policies", policyId, "copy");
/** What was taken back of a policy, or is asked to be; the query's `done` and `at` say what was just done by which form. */
export const takingBackPath = (lang: Language, policyId: string, query: Query = {}): Route =>
  withQuery(at(lang, "policies", policyId, "taking-back"), query);

/** Who answers for which item of a policy. */
export const sectionsPath = (lang: Language, policyId: string): Route => at(lang, "policies", policyId, "sections");

/** What readers asked, for those who answer; the query narrows it down. */
export const questionsPath = (lang: Language, query: Query = {}): Route => withQuery(at(lang, "questions"), query);

/** One question; the query's `done` and `at` say what was just done by which form. */
export const questionPath = (lang: Language, id: string, query: Query = {}): Route =>
  withQuery(at(lang, "questions", id), query);

/** Everything that waits for a manager's decision, each as it will be published. */
export const decidingPath = (lang: Language): Route => at(lang, "desk", "deciding");

/** A person's own page: password, calendar, deputies. */
export const accountPath = (lang: Language, query: Query = {}): Route => withQuery(at(lang, "account"), query);

/** Everybody who has an account; the query narrows the list down. */
export const peoplePath = (lang: Language, query: Query = {}): Route => withQuery(at(lang, "people"), query);

/** One person; the query's `done` and `at` say what was just done and by which form. */
export const personPath = (lang: Language, userId: string, query: Query = {}): Route =>
  withQuery(at(lang, "people", userId), query);

/** What is, or on a day would be, without anybody to do it. */
export const handoverPath = (lang: Language, query: Query = {}): Route =>
  withQuery(at(lang, "people", "handover"), query);

export const organisationsPath = (lang: Language): Route => at(lang, "organisations");

/** One organisation; the query's `done` and `at` say what was just done and by which form. */
export const organisationPath = (lang: Language, organizationId: string, query: Query = {}): Route =>
  withQuery(at(lang, "organisations", organizationId), query);

/** Everything that happened, for administrators; the query narrows it down and names the page. */
export const eventsPath = (lang: Language, query: Query = {}): Route => withQuery(at(lang, "events"), query);

/** Where a person sets a password with a one-time link. */
export const passwordLinkPath = (lang: Language, token: string): Route => at(lang, "sign-in", "link", token);

/** A person's private calendar of deadlines. */
export const calendarPath = (token: string): Route => at("api", "calendar", `${token}.ics`);

/** Where what is being written is kept while it is being written. */
export const AUTOSAVE_PATH: Route = at("api", "autosave");

/**
 * Where to go after signing in: `next` if it is a page of this site in a language that it has, else null. Only a path
 * passes, so that no link can send a person who has just signed in to another host.
 */
export function safeNext(next: unknown): Route | null {
  if (typeof next !== "string" || next.length > 500) return null;
  return /^\/(ja|en)(\/[A-Za-z0-9._~%-]+)*(\?[A-Za-z0-9._~%=&-]*)?$/.test(next) ? (next as Route) : null;
}
