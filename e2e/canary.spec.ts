import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { THEMES } from "../lib/domain/themes.ts";
import { Additions } from "./additions.ts";
import { kindOf, listed } from "./crawl.ts";
import type { Canaries } from "./support/add-canaries.ts";

const LONG = Boolean(process.env.HOSHIN_LONG);
const AT_ONCE = 4;
/** What every text says that is public before the release, and what every one says after it. */
const [OLD, NEXT] = ["〔印0〕", "〔印1〕"] as const;
const markOf = (n: number) => `〔印${n}〕`;
const marksIn = (text: string) => [...new Set(text.match(/〔印\d+〕/g) ?? [])];

const additions = new Additions();
let ward: Canaries;

test.describe.configure({ mode: "serial", timeout: LONG ? 1_200_000 : 120_000 });
test.beforeAll(async () => {
  ward = JSON.parse(await additions.add("canaries", { old: OLD, next: NEXT })) as Canaries;
});
test.afterAll(() => additions.end());

/** Everything that an answer says, in its headers and in its body; a hit of the search is marked in the midst of a word. */
async function said(response: APIResponse): Promise<string> {
  const body = (await response.body()).toString("utf8");
  return `${JSON.stringify(response.headers())}\n${body.replaceAll(/<\/?(?:mark|span)[^>]*>|<!-- -->/g, "")}`;
}

/** The words in a text that are in the archive only, or were; what is asked for, the stem alone, is none of them. */
function canariesIn(text: string): string[] {
  const words = text.match(new RegExp(`${ward.stem}[a-z]+`, "gi")) ?? [];
  return [...new Set([...words, ...ward.amounts.filter((amount) => text.includes(amount))])];
}

const pathsOfWard = (slug: string) => [`/ja/${slug}`, `/ja/${slug}/2021`, `/en/${slug}/2021`];

/** Where nobody is led, and what was not released would stand if it leaked. */
function triedAnyway({ slug, policyId, stem, ids }: Canaries): string[] {
  const policy = `/ja/${slug}/2021`;
  const data = `/api/v1/organizations/${slug}/policies`;
  const added = ["1-1-11", "1-1-12"].flatMap((code) => [
    ...[`${policy}/initiatives/${code}`, `${policy}/initiatives/${code}/feed.atom`, `${data}/2021/initiatives/${code}`],
    ...[`/ja/embed/${slug}/2021/initiatives/${code}`, `/ja/ask/${slug}/2021?about=initiative-${code}`],
  ]);
  const searches = ["ja", "en"].flatMap((lang) => [
    ...[`/${lang}/search?q=${stem}&superseded=1`, `/${lang}/search?q=項目&org=${slug}`, `/${lang}?text=${stem}`],
  ]);
  const year = [`/ja/${slug}/2022`, `/ja/${slug}/2022/feed.json`, `${data}/2022`, `/ja/${slug}/2022/revisions`];
  const past = [`${policy}/editions/2`, `${policy}/editions/3`, `${policy}/editions/4`, `${policy}/editions/4/plan`];
  const history = [`${policy}/revisions?on=2021-09-10`, `${policy}/revisions/compare?from=2&to=3`];
  const staff = [
    ...ids.submissions.map((id) => `/ja/submissions/${id}`),
    `/ja/submissions/${ids.submissions[0]}/plan`,
    ...[`/ja/releases/${policyId}`, `/ja/releases/${policyId}/preview`, `/ja/rounds/${ids.round}`, "/ja/desk"],
    ...[`/ja/rounds/${ids.round}/csv`, `/ja/policies/${ids.next}/revisions`, "/ja/questions", "/api/autosave"],
  ];
  const themed = THEMES.slice(0, LONG ? undefined : 1).map(({ code }) => `/ja/search?theme=${code}`);
  const site = ["/", "/ja", "/en", "/robots.txt", "/sitemap.xml", "/favicon.ico", "/api/health", "/api/v1", "/nowhere"];
  return [...site, ...pathsOfWard(slug), ...searches, ...themed, ...added, ...year, ...past, ...history, ...staff];
}

/** Every address of the site that an answer names: a link, a picture, a form, a feed, the frame of a card to be copied. */
function namedIn(text: string, from: string, site: string): string[] {
  const plain = text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&").replaceAll("\\/", "/");
  const attributes = [...plain.matchAll(/\b(?:href|src|action)="([^"]+)"/g)].map(([, value = ""]) => value);
  const whole = [...plain.matchAll(new RegExp(`${site}[^\\s"'<>\\\\]*`, "g"))].map(([address]) => address);
  return [...attributes, ...whole].flatMap((address) => {
    const to = URL.canParse(address, new URL(from, site)) ? new URL(address, new URL(from, site)) : null;
    if (to?.origin !== new URL(site).origin || to.pathname.startsWith("/_next/")) return [];
    return [`${to.pathname}${to.search}`];
  });
}

/** What kind of address it is: of each one is asked for, in one language; in the long run, every one. */
function kind(address: string): string {
  const { pathname, searchParams } = new URL(address, "http://localhost");
  return LONG ? address : `${kindOf(pathname).replace(/^\/en/, "/ja")}?${[...searchParams.keys()].sort()}`;
}

/** The ways in which something can be asked for, each of which is answered by another part of the server. */
const SHAPES: readonly Record<string, string>[] = [
  {},
  { RSC: "1" },
  ...(LONG ? [{ RSC: "1", "Next-Router-Prefetch": "1" }, { Accept: "application/json" }] : []),
];

/**
 * Follows whatever the site offers of the ward and of itself, from page to page, in every shape; what it finds there that
 * is not allowed to be, and what every address said, by its address.
 */
async function sweep(request: APIRequestContext, site: string, allowed: readonly string[]) {
  const map = await listed(request);
  const others = new Set(map.map((path) => path.split("/")[2] ?? "").filter((name) => name && name !== ward.slug));
  others.delete("about");
  const ours = (address: string) => !address.split(/[/?=&]/).some((part) => others.has(part));
  const texts = new Map<string, string>();
  const statuses = new Map<string, number>();
  const found: string[] = [];
  const seen = new Set<string>();
  const queue: string[] = [];
  const offer = (addresses: readonly string[], always = false) => {
    for (const address of addresses) {
      const name = always ? address : kind(address);
      if (seen.has(name) || !ours(address)) continue;
      seen.add(name);
      queue.push(address);
    }
  };
  const judge = (address: string, how: string, text: string, status: number) => {
    const wrong = canariesIn(text).filter((word) => !allowed.includes(word));
    if (wrong.length > 0) found.push(`${address} ${how}: ${wrong.join(" ")}`);
    if (status >= 500) found.push(`${address} ${how}: ${status}`);
  };
  const read = async (address: string) => {
    for (const headers of SHAPES) {
      // Only pages have another shape; what answered with a file does so whatever it is asked.
      if (headers.RSC && !LONG && !texts.get(address)?.includes("text/html")) continue;
      const response = await request.get(address, { headers });
      const text = await said(response);
      judge(address, JSON.stringify(headers), text, response.status());
      if (Object.keys(headers).length > 0) continue;
      texts.set(address, text);
      statuses.set(address, response.status());
      offer(namedIn(text, address, site));
      const isPage = response.headers()["content-type"]?.includes("text/html");
      if (!LONG && isPage && !pathsOfWard(ward.slug).includes(address)) continue;
      const head = await request.head(address);
      judge(address, "HEAD", await said(head), head.status());
      const { etag, "last-modified": since } = response.headers();
      if (!etag && !since) continue;
      const known = { ...(etag && { "If-None-Match": etag }), ...(since && { "If-Modified-Since": since }) };
      const again = await request.get(address, { headers: known });
      judge(address, "conditional", await said(again), again.status());
    }
  };
  offer(triedAnyway(ward), true);
  offer(map);
  const work = async () => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) await read(address);
  };
  // A worker that finds the queue empty ends; what the others find meanwhile they read themselves.
  while (queue.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { texts, statuses, found };
}

/** What of the ward says how things stand now, rather than how they came to: there one mark stands, and never two. */
const isHistory = (address: string) => /\/revisions|\/feed\.|\/formulation/.test(address);

/**
 * Asks for the addresses over and over while something is released. Each answer must be whole: as before, or as after,
 * and as after if it was asked for later.
 */
async function watched(
  request: APIRequestContext,
  addresses: readonly string[],
  marks: { readonly before: string; readonly after: string; readonly edition: number },
  release: () => Promise<unknown>,
): Promise<{ before: number; after: number; astride: number }> {
  const counted = { before: 0, after: 0, astride: 0 };
  const broken: string[] = [];
  let releasing = false;
  let over = false;
  let stopped = false;
  const poll = async (from: number) => {
    for (let n = from; !stopped; n += 1) {
      const address = addresses[n % addresses.length] ?? "";
      const late = over;
      const early = !releasing;
      const response = await request.get(address);
      const text = await said(response);
      const there = marksIn(text).filter((mark) => mark === marks.before || mark === marks.after);
      const reason = text.includes(`${ward.stem}reason`);
      const isNew = there.includes(marks.after);
      // A history has both texts as soon as it tells of the release; what a long one no longer lists is asked of no later.
      const tells = reason || marks.after !== NEXT;
      const whole = isHistory(address)
        ? there.length < 2 || (isNew && tells)
        : there.length === 1 && marksIn(text).length === 1;
      // What the release brings besides stands there with the new text, and never beside the old one.
      const hears = marks.after === NEXT && canariesIn(text).length > 0;
      const told = address.includes(ward.slug) && text.includes(`第${marks.edition}版`);
      const mixed = !isNew && there.length > 0 && (hears || told);
      if (response.status() !== 200 || !whole || mixed || (late && !isNew)) {
        broken.push(
          `${address}: ${response.status()} ${there} ${canariesIn(text)}${late ? ", asked for afterwards" : ""}`,
        );
      }
      counted[isNew ? "after" : "before"] += 1;
      if ((early || !late) && releasing) counted.astride += 1;
    }
  };
  const polling = Array.from({ length: AT_ONCE }, (_, n) => poll(Math.floor((n * addresses.length) / AT_ONCE)));
  await expect.poll(() => counted.before).toBeGreaterThan(AT_ONCE);
  releasing = true;
  await release();
  over = true;
  const then = counted.after;
  // Once round for everybody.
  await expect.poll(() => counted.after, { timeout: 60_000 }).toBeGreaterThan(then + addresses.length + AT_ONCE);
  stopped = true;
  await Promise.all(polling);
  expect(broken).toEqual([]);
  return counted;
}

/** What shows past Editions as well, or pages of a long list, between which texts move. */
const PAST_TOO = /\/editions\/|\/compare|[?&](on|about|theme|superseded|page)=/;

/** The addresses that say how the ward stands, and say it in words that the release changes. */
let telling: string[] = [];

test("before a release nothing of it is at any public address", async ({ request, baseURL }) => {
  const { texts, statuses, found } = await sweep(request, baseURL ?? "", []);
  expect(found).toEqual([]);
  // The site itself led to each kind of thing that it offers.
  const asked = [...statuses].flatMap(([address, status]) => (status === 200 ? [address] : []));
  for (const part of [
    ...[
      "/feed.atom",
      "/feed.json",
      "/api/v1/",
      "/embed/",
      "/og.png",
      "/sitemap.xml",
      "/robots.txt",
      "/search?",
      "/ask/",
    ],
    ...[
      "/2021/plan",
      "/2021/mid-year-review",
      "/revisions",
      "/compare?",
      "/editions/1",
      "/questions",
      "/formulation",
      "/vision",
      "/about/",
      "/strategies/",
    ],
  ]) {
    expect(asked.filter((address) => address.includes(part)).length, part).toBeGreaterThan(0);
  }
  for (const address of triedAnyway(ward)) {
    if (/1-1-1[12]|\/2022|editions\/[34]/.test(address)) expect.soft(statuses.get(address), address).toBe(404);
    if (/submissions|releases|rounds|policies\//.test(address))
      expect.soft(statuses.get(address), address).not.toBe(500);
    if (address.startsWith("/ja/search?q=kanaria")) expect.soft(texts.get(address), address).toContain("検索結果(0件)");
  }
  telling = asked.filter((address) => texts.get(address)?.includes(OLD) && !PAST_TOO.test(address));
  expect(telling.length).toBeGreaterThan(12);
  console.log(
    `${asked.length} of ${statuses.size} addresses answered, ${telling.length} of them with the ward's texts`,
  );
});

test("while it is released, every answer is wholly as before or wholly as after", async ({ request }) => {
  const marks = { before: OLD, after: NEXT, edition: 3 };
  const seen = await watched(request, telling, marks, () => additions.add("release-canaries"));
  console.log(`${seen.before} answers as before, ${seen.after} as after, ${seen.astride} while it was released`);

  // At the very next request it is wherever it belongs.
  const [policy, data] = [`/ja/${ward.slug}/2021`, `/api/v1/organizations/${ward.slug}/policies/2021`];
  for (const [address, word] of [
    ...[policy, `/en/${ward.slug}/2021`, data].map((path) => [path, "goal"]),
    ...[`${policy}/initiatives/1-1-2`, `${data}/initiatives/1-1-2`, policy].map((path) => [path, "text"]),
    ...[
      `${policy}/initiatives/1-1-11`,
      `${policy}/strategies/1-1`,
      `/ja/embed/${ward.slug}/2021/initiatives/1-1-11`,
    ].map((path) => [path, "title"]),
    ...[
      `${policy}/revisions`,
      `${policy}/feed.atom`,
      `${policy}/feed.json`,
      `/ja/${ward.slug}/feed.atom`,
      "/ja/feed.json",
    ].map((path) => [path, "reason"]),
    [`${policy}/initiatives/1-1-2/feed.atom`, "reason"],
    [`/ja/search?q=${ward.stem}&superseded=1`, "text"],
    [policy, "planned"],
  ] as const) {
    expect.soft(await said(await request.get(address ?? "")), address).toContain(`${ward.stem}${word}`);
  }
  expect(await listed(request)).toContain(`${policy}/initiatives/1-1-11`);

  for (let n = 2; LONG && n < 22; n += 1) {
    const { astride } = await watched(
      request,
      telling,
      { before: markOf(n - 1), after: markOf(n), edition: n + 2 },
      () => additions.add("release-mark", markOf(n)),
    );
    console.log(`release ${n}: ${astride} answers while it was released`);
  }
});

test("@long a release at a set time brings its own to light, and whatever was not released stays where it is", async ({
  request,
  baseURL,
}) => {
  const policy = `/ja/${ward.slug}/2021`;
  const [sheet, notice] = ward.scheduled;
  await additions.add("release-scheduled");
  expect(await said(await request.get(`${policy}/initiatives/1-1-6`))).toContain(sheet);
  expect(await said(await request.get(policy))).toContain(notice);
  const released = [...ward.revision, ...ward.scheduled];
  const { texts, found } = await sweep(request, baseURL ?? "", released);
  expect(found).toEqual([]);
  // Whatever was released is somewhere, and of the rest there is something to be kept.
  const everything = [...texts.values()].join("\n");
  expect(released.filter((word) => !everything.includes(word))).toEqual([]);
  expect(ward.words.length - released.length).toBeGreaterThan(25);
});
