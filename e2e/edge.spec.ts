import { readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import pg from "pg";
import { startAppOn } from "../scripts/app-on-database.ts";
import { startEdge } from "../scripts/edge.ts";
import { dataFolder } from "../scripts/folders.ts";
import { applyMigrations } from "../scripts/migrations.ts";
import { startNext, waitForHealth } from "../scripts/next-server.ts";
import { freePort } from "../scripts/ports.ts";
import { type RunningDatabase, startDatabase } from "../scripts/postgres.ts";
import { waitUntil } from "../scripts/processes.ts";
import { startWorker } from "../scripts/worker-process.ts";
import { Additions } from "./additions.ts";
import { kindOf } from "./crawl.ts";
import { everythingIn, type RawAnswer, rawRequest } from "./raw-request.ts";
import { accountOf, signInOn } from "./ward.ts";

// The edge with two apps and a worker behind it, in front of a small ward. What it lets through and how much it takes is
// tried in edge-limits.spec.ts.

const folder = path.join(dataFolder, `test/edge-${process.pid}`);
const site = path.join(folder, "site");
const served = path.join(site, "served");
const cache = path.join(folder, "edge/cache");
const cleanups: (() => Promise<unknown>)[] = [];
const running = {
  signal: new AbortController().signal,
  atEnd: (cleanup: () => Promise<void>) => cleanups.push(cleanup),
};

/** What stands in the item that is taken down, and in the one whose text is blacked out. */
const TAKEN = "くじらの骨格を数える";
const SECRET = "山田花子 090-0000-0000";
const POLICY_OF = (frames: string) =>
  `default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ${frames}`;

let database: RunningDatabase;
let additions: Additions;
let apps: Awaited<ReturnType<typeof startAppOn>>[] = [];
let edge = "";
let slug = "";
/** The ward's policy, and the same as data. */
let policy = "";
let data = "";
/** Where somebody is signed in. */
let staff: Page | undefined;

const ask = (address: string, asked?: Parameters<typeof rawRequest>[1]) => rawRequest(`${edge}${address}`, asked);
const startDown = () => startDatabase({ directory: path.join(folder, "postgres"), database: "edge", throwaway: true });

/** Waits until every page is compiled. */
async function compiled(): Promise<void> {
  const ready = async () => {
    const { site: state } = JSON.parse((await ask("/api/health")).text) as {
      site?: { ready: number; waiting: number; status: string };
    };
    return state?.status === "ready" && state.ready > 0 && state.waiting === 0;
  };
  // Said after the last look: it may still be what was said before something changed.
  let times = 0;
  const stays = async () => {
    times = (await ready()) ? times + 1 : 0;
    return times >= 5;
  };
  expect(await waitUntil(stays, 120_000)).toBe(true);
}

// A busy computer draws slowly; what has to happen within seconds says so itself.
test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  database = await startDown();
  await applyMigrations(database.url);
  additions = new Additions(database.url);
  // Two sheets are approved and not released.
  await additions.add("ward", "edge", 2, { initiatives: 3, round: true });
  await additions.add("release", "edge", "1-1-2", TAKEN);
  await additions.add("release", "edge", "1-1-3", `担当は${SECRET}です`);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  slug = String((await client.query(`SELECT "slug" FROM "Organization"`)).rows[0]?.slug);
  await client.end();
  [policy, data] = [`/ja/${slug}/2021`, `/api/v1/organizations/${slug}/policies/2021`];

  const port = await freePort();
  const given = { NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: "one for both of them, for both of them" };
  apps = [];
  for (let n = 0; n < 2; n += 1) apps.push(await startAppOn(database.url, running, { worker: false, env: given }));
  const worker = startWorker({ ...apps[0]?.env, HOSHIN_SITE: site } as NodeJS.ProcessEnv);
  cleanups.push(worker.stop);
  const started = await startEdge({ apps: apps.map((app) => app.port), site, folder: path.join(folder, "edge"), port });
  cleanups.push(started.stop);
  edge = started.baseURL;
  await compiled();
});
test.afterAll(async () => {
  additions?.end();
  for (const cleanup of cleanups.reverse()) await cleanup();
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("@long what is compiled says that it runs no script, and what is not says its own", async () => {
  const card = `/ja/embed/${slug}/2021`;
  for (const [address, frames] of [
    ["/ja", "'none'"],
    ["/en", "'none'"],
    [policy, "'none'"],
    [`${policy}/initiatives/1-1-1`, "'none'"],
    [`${policy}/feed.atom`, "'none'"],
    [`/ja/feed.json`, "'none'"],
    ["/robots.txt", "'none'"],
    [card, "*"],
    [`${card}/initiatives/1-1-1`, "*"],
  ] as const) {
    const answer = await ask(address);
    expect(answer.status, address).toBe(200);
    expect(answer.all("content-security-policy"), address).toEqual([POLICY_OF(frames)]);
    expect(answer.all("x-frame-options"), address).toEqual(frames === "*" ? [] : ["DENY"]);
    expect(answer.all("x-content-type-options"), address).toEqual(["nosniff"]);
    expect(answer.all("referrer-policy"), address).toEqual(["same-origin"]);
    expect(answer.all("cache-control"), address).toEqual(["no-cache"]);
    expect(answer.all("access-control-allow-origin"), address).toEqual(address.includes("/feed.") ? ["*"] : []);
    expect(answer.text, address).not.toContain("<script");
    expect(answer.all("strict-transport-security"), address).toEqual([]);
    expect(answer.headers.server).toBe("nginx");
    const behindTls = await ask(address, { headers: { "x-forwarded-proto": "https" } });
    expect(behindTls.all("strict-transport-security"), address).toEqual(["max-age=31536000"]);
    const again = await ask(address, { headers: { "if-none-match": answer.headers.etag ?? "none" } });
    expect(again.status, address).toBe(304);
  }
  const [, style = ""] = /href="(\/_next\/static\/[^"]+\.css)"/.exec((await ask(policy)).text) ?? [];
  expect((await ask(style)).headers["cache-control"]).toBe("public, max-age=31536000, immutable");

  for (const address of [`${policy}?from=mail`, "/ja/search?q=x", "/ja/sign-in", "/no-such-room"]) {
    const answer = await ask(address);
    const [said = "", ...more] = answer.all("content-security-policy");
    expect(said, address).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(more, address).toEqual([]);
    for (const name of ["cache-control", "x-content-type-options", "x-frame-options", "referrer-policy"]) {
      expect(answer.all(name), `${address} ${name}`).toHaveLength(1);
    }
    expect(answer.headers["cache-control"], address).toContain("no-store");
    expect(answer.all("strict-transport-security"), address).toEqual([]);
    const behindTls = await ask(address, { headers: { "x-forwarded-proto": "https" } });
    expect(behindTls.all("strict-transport-security"), address).toEqual(["max-age=31536000"]);
  }
});

test("@long an address that no page has is the compiled page that says so", async () => {
  const notFound = readFileSync(path.join(served, "404.html"), "utf8");
  for (const address of [
    `${policy}x`,
    `/ja/${slug}/1999`,
    `${policy}/initiatives/9-9-9?x=1`,
    "/ja/nobody",
    "/_next/none",
  ]) {
    const answer = await ask(address);
    expect(answer.status, address).toBe(404);
    expect(answer.text, address).toBe(notFound);
    expect(answer.all("content-security-policy"), address).toEqual([POLICY_OF("'none'")]);
    expect(answer.all("cache-control"), address).toEqual(["no-cache"]);
  }
  for (const inner of ["/404.html", "/maintenance.html", "/too-many.html", "/ja/../manifest/site.json"]) {
    expect((await ask(inner)).status, inner).toBe(404);
  }
});

test("@long each reader gets the smallest form that they can read", async () => {
  for (const [address, file, type] of [
    [policy, `${policy}/index.html`, "text/html; charset=utf-8"],
    [`${policy}/feed.atom`, `${policy}/feed.atom`, "application/atom+xml; charset=utf-8"],
    [`${policy}/feed.json`, `${policy}/feed.json`, "application/feed+json; charset=utf-8"],
    ["/sitemap.xml", "/sitemap.xml", "text/xml; charset=utf-8"],
    ["/robots.txt", "/robots.txt", "text/plain; charset=utf-8"],
  ] as const) {
    const plain = readFileSync(path.join(served, file));
    for (const [accepted, encoding, form] of [
      ["gzip, deflate, br, zstd", "br", ".br"],
      ["gzip", "gzip", ".gz"],
      ["identity", undefined, ""],
    ] as const) {
      const answer = await ask(address, { headers: { "accept-encoding": accepted } });
      const which = `${address} ${accepted}`;
      expect(answer.headers["content-encoding"], which).toBe(encoding);
      expect(answer.bytes.equals(readFileSync(path.join(served, `${file}${form}`))), which).toBe(true);
      expect(answer.text, which).toBe(plain.toString("utf8"));
      expect(answer.headers["content-type"], which).toBe(type);
      expect(answer.headers.vary, which).toContain("Accept-Encoding");
    }
  }
  // What the app answers has the same words, packed or not.
  const packed = await ask(`${policy}?form=1`, { headers: { "accept-encoding": "gzip, br" } });
  const plain = await ask(`${policy}?form=1`, { headers: { "accept-encoding": "identity" } });
  expect(packed.headers["content-encoding"]).toBe("gzip");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.text).toContain(TAKEN);
  expect(packed.text.includes(TAKEN) && packed.bytes.length < plain.bytes.length / 3).toBe(true);
});

test("@long nothing that staff alone see is kept", async ({ browser }) => {
  const page = await (await browser.newContext({ baseURL: edge })).newPage();
  await page.goto("/ja/sign-in");
  await signInOn(page, accountOf("edge-coordinator"));
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  const seen: string[] = [];
  for (const room of ["/ja/desk", `/ja/account`, `${policy}?by=staff`, "/ja/search?q=staff"]) {
    seen.push(await (await page.request.get(room)).text());
    expect(everythingIn(cache)).not.toMatch(/試験 coordinator|by=staff|q=staff|\/desk|\/account/);
  }
  expect(seen.join()).toContain("試験 coordinator");
  // The same look finds what a reader asked for.
  await ask(`${policy}?by=reader`);
  expect(everythingIn(cache)).toContain("by=reader");
  expect(everythingIn(cache)).toContain(TAKEN);
  staff = page;
});

/** Answers that say that a page cannot be had for the moment: a sentence for a person, in both languages. */
function expectMaintenance(answer: RawAnswer, address: string): void {
  expect(answer.status, address).toBe(503);
  expect(answer.text, address).toContain("ただいまこのページを表示できません");
  expect(answer.text, address).toContain("This page is unavailable for the moment");
  expect(answer.headers["retry-after"], address).toBe("30");
  expect(answer.headers["cache-control"], address).toBe("no-store");
  expect(answer.all("content-security-policy"), address).toEqual([POLICY_OF("'none'")]);
}

/** Every address that is compiled. */
const compiledAddresses = () =>
  readdirSync(served, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    if (name.endsWith("/index.html")) return [`/${path.dirname(name)}`];
    return /\.(?:atom|json|xml|txt)$/.test(name) ? [`/${name}`] : [];
  });

/** Addresses for which the app is asked. */
const ofTheApp = () => [
  `${policy}?x=1`,
  "/ja/search?q=x",
  "/ja/desk",
  "/ja/sign-in",
  data,
  "/ja/nobody",
  "/no-such-room",
];

test("@long a page is the same to the eye, compiled and from the app", async ({ browser }) => {
  test.setTimeout(600_000);
  // With evaluations on them.
  const editions = () => compiledAddresses().filter((address) => /^\/ja\/.*\/editions\/\d+$/.test(address)).length;
  const before = editions();
  await additions.add("release-sheets", "edge");
  expect(await waitUntil(async () => editions() > before, 60_000)).toBe(true);
  await compiled();
  const pages = compiledAddresses().filter((address) => !/\.\w+$/.test(address));
  // One of each kind, in each language.
  const kinds = new Map(pages.map((address) => [kindOf(address), address]));
  console.log([...kinds.keys()].join(" "));
  expect(kinds.size).toBeGreaterThanOrEqual(40);
  const blank = await browser.newPage();
  const looked = { pictures: 0, without: 0, with: 0 };
  for (const width of [1280, 375]) {
    const size = { viewport: { width, height: 900 } };
    const reader = await (await browser.newContext({ ...size, baseURL: edge })).newPage();
    const withScript = await (await browser.newContext({ ...size, baseURL: apps[0]?.baseURL ?? "" })).newPage();
    const without = await (
      await browser.newContext({ ...size, baseURL: apps[0]?.baseURL ?? "", javaScriptEnabled: false })
    ).newPage();
    const pictureOf = async (page: Page, address: string) => {
      expect((await page.goto(address, { waitUntil: "networkidle" }))?.status(), address).toBe(200);
      return page.screenshot({ fullPage: true, animations: "disabled" });
    };
    for (const [kind, address] of kinds) {
      const compiledPage = await pictureOf(reader, address);
      for (const [how, page] of Object.entries({ without, with: withScript })) {
        const pixels = await differingPixels(blank, compiledPage, await pictureOf(page, address));
        if (pixels !== 0) console.log(`${kind} at ${width} ${how} script: ${pixels} pixels`);
        if (how === "without") expect.soft(pixels, `${address} at ${width}`).toBe(0);
        if (pixels === 0) looked[how as "with" | "without"] += 1;
      }
      looked.pictures += 1;
    }
    for (const page of [reader, withScript, without]) await page.context().close();
  }
  console.log(`${looked.pictures} looks: ${looked.without} the same without script, ${looked.with} with`);
});

test("@long @alone an item that is taken down is gone everywhere within two seconds", async () => {
  const search = `/ja/search?q=${encodeURIComponent(TAKEN)}`;
  const item = `${policy}/initiatives/1-1-2`;
  const card = `/ja/embed/${slug}/2021/initiatives/1-1-2`;
  const [one, two] = apps;
  const places = [
    ...[policy, item, card, `${policy}/plan`, `${policy}/revisions`].map((address) => `${edge}${address}`),
    ...[`${policy}/editions/2`, `${policy}/editions/2/plan`].map((address) => `${edge}${address}`),
    ...["feed.atom", "feed.json", "initiatives/1-1-2/feed.atom"].map((feed) => `${edge}${policy}/${feed}`),
    ...[`/ja/${slug}/feed.atom`, "/ja/feed.json", "/en/feed.atom"].map((feed) => `${edge}${feed}`),
    ...[`${policy}?x=1`, search, data, `${data}/initiatives/1-1-2`].map((address) => `${edge}${address}`),
    ...[policy, item, search, `${data}/initiatives/1-1-2`].flatMap((address) => [
      `${one?.baseURL}${address}`,
      `${two?.baseURL}${address}`,
    ]),
  ];
  // Its title stands wherever it is told of; a search says what was looked for, too.
  const shows = async (url: string) => {
    const { text } = await rawRequest(url);
    return url.includes("/search?") ? !text.includes("(0件)") : /項目1-1-2|くじら/.test(text);
  };
  for (const url of places) expect(await shows(url), url).toBe(true);
  await additions.add("takedown", "edge", "1-1-2", "権利者の申し出により確認しています。");
  const taken = performance.now();
  // How long after it somebody could ask and still be shown it; how long an answer takes is another matter.
  const times = await Promise.all(
    places.map(async (url) => {
      let last = 0;
      for (let asked = 0; asked < 3_000; await sleep(50)) {
        asked = Math.round(performance.now() - taken);
        if (await shows(url)) last = asked;
      }
      return [url, last] as const;
    }),
  );
  for (const [url, ms] of times) console.log(`${ms} ms ${url}`);
  for (const [url, ms] of times) expect.soft(ms, url).toBeLessThanOrEqual(2_000);
  await compiled();
  for (const url of places) expect(await shows(url), url).toBe(false);
  expect((await ask(item)).text).toContain("権利者の申し出により確認しています。");
});

test("@long a text that is blacked out is found in no byte of what is served", async () => {
  const everything = () => everythingIn(served) + everythingIn(cache);
  await ask(`${policy}?seen=before`);
  expect(everythingIn(served)).toContain(SECRET);
  expect(everythingIn(cache)).toContain(SECRET);
  await additions.add("redaction", "edge", SECRET);
  const blacked = performance.now();
  const ms = () => `${Math.round(performance.now() - blacked)} ms`;
  expect(await waitUntil(() => !everythingIn(served).includes(SECRET), 2_000), ms()).toBe(true);
  console.log(`${ms()} until it was gone from what is served`);
  // What the second's cache has of it ends with its second.
  const gone = async () => !(await ask(`${policy}?seen=before`)).text.includes(SECRET);
  expect(await waitUntil(gone, 2_000 - (performance.now() - blacked)), ms()).toBe(true);
  expect(await waitUntil(() => !everythingIn(cache).includes(SECRET), 20_000), ms()).toBe(true);
  console.log(`${ms()} until the cache had thrown it away`);
  await compiled();
  expect(everything()).not.toContain(SECRET);
  for (const part of ["山田花子", "090-0000-0000"]) expect(everything()).not.toContain(part);
  expect(everything()).toContain("■■■");
});

test("@long while the database is gone, files are read and all else is a page that says so", async () => {
  await database.stop();
  try {
    for (const address of compiledAddresses()) expect((await ask(address)).status, address).toBe(200);
    const asking = policy.replace("/ja/", "/ja/ask/");
    for (const address of [`${policy}?x=1`, "/ja/search?q=x", "/ja/nobody", asking, data]) {
      expectMaintenance(await ask(address), address);
    }
    // Staff are told by the app itself, and by which number their administrator finds what happened.
    expect((await staff?.goto("/ja/desk"))?.status()).toBe(500);
    await expect(staff?.getByText("管理者に知らせる番号") as Locator).toBeVisible();
    expect((await ask("/api/health")).status).toBe(503);
  } finally {
    database = await startDown();
  }
  expect(await waitUntil(async () => (await ask(`${policy}?x=1`)).status === 200, 5_000)).toBe(true);
});

test("@long when one app is down nobody notices; when both are, files are read and all else is a page that says so", async () => {
  const [one, two] = apps;
  await one?.server.stop();
  for (let n = 0; n < 40; n += 1) {
    const address = `${policy}?n=${n}`;
    expect((await ask(address)).status, address).toBe(200);
  }
  await two?.server.stop();
  const addresses = compiledAddresses();
  expect(addresses.length).toBeGreaterThan(80);
  for (const address of addresses) expect((await ask(address)).status, address).toBe(200);
  for (const address of ofTheApp()) expectMaintenance(await ask(address), address);
  expectMaintenance(await ask("/ja/sign-in", { method: "POST", body: "x" }), "POST");
  // Its own style is a file.
  for (const file of ["/maintenance.css", "/favicon.svg"]) expect((await ask(file)).status, file).toBe(200);
  // One is back, and is asked at once.
  const port = one?.port ?? 0;
  const server = startNext("start", { host: "127.0.0.1", port }, one?.env ?? process.env);
  cleanups.push(server.stop);
  await waitForHealth(server, { host: "127.0.0.1", port });
  const back = performance.now();
  expect(await waitUntil(async () => (await ask(`${policy}?x=back`)).status === 200, 5_000)).toBe(true);
  console.log(`${Math.round(performance.now() - back)} ms until the edge had an answer of it`);
});

/** How many pixels of two pictures differ; -1 where they have not the same size. */
async function differingPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  if (one.equals(other)) return 0;
  return page.evaluate(
    async (pictures) => {
      const [a, b] = await Promise.all(
        pictures.map(async (picture) => {
          const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
          canvas?.drawImage(bitmap, 0, 0);
          return canvas?.getImageData(0, 0, bitmap.width, bitmap.height);
        }),
      );
      if (!a || !b || a.width !== b.width || a.height !== b.height) return -1;
      const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
      return left.reduce((count, pixel, index) => count + (pixel === right[index] ? 0 : 1), 0);
    },
    [one.toString("base64"), other.toString("base64")],
  );
}
