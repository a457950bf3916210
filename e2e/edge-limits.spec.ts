import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import { addBuildFiles, fileOf, putFile, removeFile } from "../lib/site/site-folder.ts";
import { startEdge } from "../scripts/edge.ts";
import { dataFolder, root } from "../scripts/folders.ts";
import { freePort } from "../scripts/ports.ts";
import { waitUntil } from "../scripts/processes.ts";
import { everythingIn, rawRequest } from "./raw-request.ts";

// What the edge lets through to an app, what it keeps of its answers, and how much it takes. Behind it stands a server
// that tells what it was asked; the edge with apps is tried in edge.spec.ts.

const folder = path.join(dataFolder, `test/edge-limits-${process.pid}`);
const site = path.join(folder, "site");
const PAGE = "/ja/ward/2021";

let upstream: Server;
let edge: Awaited<ReturnType<typeof startEdge>>;
/** What came to the app, in its order. */
let came: IncomingMessage[] = [];
/** Answers are held until this says so. */
let held: Promise<unknown> = Promise.resolve();

const behind = () => ({ apps: [(upstream.address() as AddressInfo).port], site });
const ask = (address: string, asked?: Parameters<typeof rawRequest>[1]) =>
  rawRequest(`${edge.baseURL}${address}`, asked);
const kept = () => everythingIn(path.join(folder, "edge/cache"));
const cameFor = (address: string) => came.filter(({ url }) => url === address);

// A busy computer draws slowly; what has to happen within seconds says so itself.
test.describe.configure({ mode: "serial", timeout: 180_000 });

test.beforeAll(async () => {
  upstream = createServer(async (request, response) => {
    came.push(request);
    for await (const _chunk of request);
    await held;
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://app");
    const words = [`${request.method} ${request.url}`, request.headers.cookie ?? "", searchParams.get("say") ?? ""];
    if (searchParams.has("cookie")) response.setHeader("Set-Cookie", "hoshin.csrf=1");
    response.setHeader("Cache-Control", "private, no-cache, no-store, max-age=0, must-revalidate");
    response.setHeader("Vary", "rsc, next-router-state-tree, Accept-Encoding");
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Content-Encoding", "gzip");
    response.statusCode = pathname.includes("/none") ? 404 : Number(searchParams.get("status") ?? 200);
    response.end(gzipSync(words.join("\n")));
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  await addBuildFiles(site, root);
  await putFile(fileOf(site, PAGE, true) ?? "", Buffer.from("<!doctype html><title>組み立てたページ</title>"));
  edge = await startEdge({ ...behind(), folder: path.join(folder, "edge") });
});
test.afterAll(async () => {
  await edge?.stop();
  upstream?.closeAllConnections();
  await new Promise((resolve) => upstream?.close(resolve));
  await rm(folder, { recursive: true, force: true });
});
test.beforeEach(() => {
  came = [];
});

test("@long nothing by which somebody could steer the app comes to it", async () => {
  const headers = {
    ...{
      "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
      "x-middleware-prefetch": "1",
      "x-nextjs-data": "1",
      "x-matched-path": "/ja/desk",
      "x-now-route-matches": "1=ja",
      "x-prerender-revalidate": "x",
      "next-resume": "1",
      "content-security-policy": "script-src 'nonce-x'",
    },
    ...{ upgrade: "websocket", connection: "upgrade", forwarded: "for=192.0.2.1" },
    ...{ "x-forwarded-for": "192.0.2.1", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
    "accept-encoding": "br",
  };
  for (const address of ["/ja/ward/2021?x=1", "/ja/desk", "/api/health", "/_next/static/none.js"]) {
    await ask(address, { headers });
    const [request] = cameFor(address);
    const { host } = new URL(edge.baseURL);
    expect(request?.headers, address).toEqual({
      ...{ host, "x-forwarded-for": "127.0.0.1", "x-forwarded-host": host, "x-forwarded-proto": "http" },
      "accept-encoding": "gzip",
      "user-agent": "unknown",
    });
  }
  // Nor is it asked at all for what no build has.
  for (const address of ["/_next/static/2026", "/_next/static/2026/revisions", "/_next/data/x.json"]) {
    expect((await ask(address)).status, address).toBe(404);
    expect(cameFor(address), address).toHaveLength(0);
  }
});

test("@long what others add to a link to count its readers does not keep them from the file", async () => {
  for (const added of ["utm_source=x&utm_medium=social", "fbclid=abc", "fbclid=abc&utm_campaign=%E3%81%82"]) {
    const answer = await ask(`${PAGE}?${added}`);
    expect(answer.text, added).toContain("組み立てたページ");
  }
  expect(came).toHaveLength(0);
  for (const asked of ["fbclid=abc&x=1", "x=1&fbclid=abc", "utm_source", "on=2021-04-01"]) {
    expect((await ask(`${PAGE}?${asked}`)).text, asked).toContain(`GET ${PAGE}?${asked}`);
  }
});

test("@long a public address with a query is asked for once in a second, however many ask", async () => {
  const address = "/ja/search?q=once";
  held = sleep(200);
  const first = await Promise.all(Array.from({ length: 20 }, () => ask(address)));
  expect(new Set(first.map(({ status }) => status))).toEqual(new Set([200]));
  // The twenty may come at the turn of a second.
  expect(cameFor(address).length).toBeLessThanOrEqual(2);
  expect(kept()).toContain("GET /ja/search?q=once");
  // One after the other, for three seconds.
  const end = performance.now() + 3_000;
  let asked = 0;
  for (; performance.now() < end; asked += 1) {
    expect((await ask(address)).status).toBe(200);
    await sleep(30);
  }
  console.log(`${asked} asked within three seconds, the app ${cameFor(address).length}`);
  expect(cameFor(address).length).toBeLessThanOrEqual(6);
  // A missing page as well, and what it says is the compiled one's where there is one.
  const missing = await Promise.all(Array.from({ length: 20 }, () => ask("/ja/none")));
  expect(new Set(missing.map(({ status }) => status))).toEqual(new Set([404]));
  expect(cameFor("/ja/none").length).toBeLessThan(20);
});

test("@long what is kept is sent as each can read it", async () => {
  const address = "/ja/search?q=forms&say=圧縮";
  const cases: [Record<string, string>, string | undefined][] = [
    [{ "accept-encoding": "gzip, br" }, "gzip"],
    [{ "accept-encoding": "gzip", via: "1.1 office" }, "gzip"],
    [{ "accept-encoding": "identity" }, undefined],
    [{}, undefined],
  ];
  for (const [headers, packed] of cases) {
    const answer = await ask(encodeURI(address), { headers });
    expect(answer.headers["content-encoding"], JSON.stringify(headers)).toBe(packed);
    expect(answer.text).toContain("圧縮");
    expect(answer.headers.vary).toContain("Accept-Encoding");
  }
  expect(cameFor(encodeURI(address)).length).toBeLessThanOrEqual(2);
});

test("@long nothing private is kept: of who is signed in, of who is given a cookie, of what is sent, of staff's rooms", async () => {
  const cases: [string, Parameters<typeof rawRequest>[1]?][] = [
    ["/ja/ward/2021?say=secret-of-session", { headers: { cookie: "theme=dark; hoshin.session=abc" } }],
    ["/ja/ward/2021?say=secret-of-host-session", { headers: { cookie: "__Host-hoshin.session=abc" } }],
    ["/ja/ward/2021?say=secret-of-long-session", { headers: { cookie: "__Host-hoshin.session.0=abc" } }],
    ["/ja/ward/2021?say=secret-of-script", { headers: { rsc: "1" } }],
    ["/ja/ward/2021?say=secret-of-prefetch", { headers: { "next-router-prefetch": "1" } }],
    ["/ja/ward/2021?say=secret-given&cookie=1"],
    ["/ja/ward/2021?say=secret-sent", { method: "POST", body: "text" }],
    ...["desk", "account", "submissions/1", "policies/1", "people", "events", "sign-in/link/abc", "ask/ward/2021"].map(
      (room): [string] => [`/ja/${room}?say=secret-of-${room.split("/")[0]}`],
    ),
    ["/api/calendar/abc.ics?say=secret-of-calendar"],
    ["/api/v1/organizations/ward/policies/2021?say=secret-of-data"],
    ["/ja/x/..%2fdesk?say=secret-of-detour", { headers: { cookie: "hoshin.session=abc" } }],
  ];
  for (const [address, asked] of cases) {
    // Whoever is signed in is not shown what others were, either.
    for (let n = 0; n < 2; n += 1) expect((await ask(address, asked)).text, address).toContain("secret");
    expect(cameFor(address), address).toHaveLength(2);
    expect(kept(), address).not.toContain("secret");
  }
  // The same look finds what is kept.
  await ask("/ja/ward/2021?say=no-secret");
  expect(kept()).toContain("no-secret");
  // And soon that is gone too.
  expect(await waitUntil(() => !kept().includes("no-secret"), 20_000)).toBe(true);
});

test("@long more than four megabytes are not taken, and a person is told so", async () => {
  const fits = await ask("/ja/desk", { method: "POST", body: Buffer.alloc(4 * 2 ** 20) });
  expect(fits.status).toBe(200);
  for (const address of ["/ja/desk", "/ja/ward/2021", "/api/autosave"]) {
    const answer = await ask(address, { method: "POST", body: Buffer.alloc(4 * 2 ** 20 + 1) });
    expect(answer.status, address).toBe(413);
    expect(answer.text).toContain("大きすぎるため、受け取れませんでした");
    expect(answer.text).toContain("too large to be taken");
    expect(answer.headers["cache-control"]).toBe("no-store");
  }
  const long = await ask(`/ja/search?q=${"x".repeat(40_000)}`);
  expect(long.status).toBe(414);
  expect(long.text).toContain("大きすぎるため、受け取れませんでした");
});

test("@long what the app must work for is limited for each address, files are not, and a person is told so", async () => {
  const told = (answer: Awaited<ReturnType<typeof ask>>) => {
    expect(answer.status).toBe(429);
    expect(answer.text).toContain("ただいま受け付けられません");
    expect(answer.text).toContain("Too much was asked at once");
    expect(answer.headers["retry-after"]).toBe("5");
    expect(answer.headers["cache-control"]).toBe("no-store");
  };
  const statuses = (answers: Awaited<ReturnType<typeof ask>>[], status: number) =>
    answers.filter((answer) => answer.status === status);
  // At once: as many as may be under way.
  let goOn = () => {};
  held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const many = Array.from({ length: 130 }, (_, n) => ask(`/ja/desk?n=${n}`));
  expect(await waitUntil(() => came.length === 100, 5_000)).toBe(true);
  await sleep(300);
  expect(came).toHaveLength(100);
  // Files are served meanwhile.
  const files = await Promise.all(Array.from({ length: 600 }, () => ask(PAGE)));
  expect(statuses(files, 200)).toHaveLength(600);
  goOn();
  const answers = await Promise.all(many);
  expect(statuses(answers, 200)).toHaveLength(100);
  for (const answer of statuses(answers, 429)) told(answer);

  // One after the other, with a query each: a hundred, and then twenty a second.
  await sleep(4_500);
  const hasty: Awaited<ReturnType<typeof ask>>[] = [];
  for (let round = 0; round < 12; round += 1) {
    hasty.push(...(await Promise.all(Array.from({ length: 50 }, (_, n) => ask(`/ja/ward/2021?n=${round}-${n}`)))));
  }
  const refused = statuses(hasty, 429);
  expect(statuses(hasty, 200).length).toBeGreaterThanOrEqual(100);
  expect(refused.length).toBeGreaterThan(100);
  told(refused[0] as Awaited<ReturnType<typeof ask>>);

  // And what is sent, more narrowly.
  await sleep(5_000);
  const sent = await Promise.all(Array.from({ length: 60 }, () => ask("/ja/desk", { method: "POST", body: "x" })));
  expect(statuses(sent, 200).length).toBeLessThan(30);
  told(statuses(sent, 429)[0] as Awaited<ReturnType<typeof ask>>);
  await sleep(5_000);
});

test("@long a page that is taken away and put back while it is read is an answer all the time", async () => {
  const file = fileOf(site, "/ja/ward/2022", true) ?? "";
  const unlimited = await startEdge({ ...behind(), folder: path.join(folder, "unlimited"), unlimited: true });
  const statuses = new Map<number, number>();
  let over = false;
  const reader = async () => {
    while (!over) {
      const { status } = await rawRequest(`${unlimited.baseURL}/ja/ward/2022`);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  try {
    const readers = Promise.all([reader(), reader(), reader()]);
    for (const end = performance.now() + 5_000; performance.now() < end; ) {
      await putFile(file, Buffer.from("<!doctype html><title>あったりなかったり</title>"));
      await removeFile(file);
    }
    over = true;
    await readers;
  } finally {
    over = true;
    await unlimited.stop();
  }
  expect([...statuses.keys()]).toEqual([200]);
  console.log(`${statuses.get(200)} asked for it`);
});

test("@long before anything is compiled and while no app is there, a person is told so", async () => {
  const empty = path.join(folder, "empty");
  const alone = await startEdge({ apps: [await freePort()], site: empty, folder: path.join(empty, "edge") });
  try {
    for (const address of [
      PAGE,
      "/ja/ward/2021?x=1",
      "/ja/desk",
      "/ja/feed.atom",
      "/_next/static/a.css",
      "/favicon.svg",
    ]) {
      const answer = await rawRequest(`${alone.baseURL}${address}`);
      expect(answer.status, address).toBe(503);
      expect(answer.text, address).toContain("準備しています");
      expect(answer.text, address).toContain("This is being prepared");
      expect(answer.headers["content-type"], address).toBe("text/html; charset=utf-8");
      expect(answer.all("content-security-policy"), address).toHaveLength(1);
    }
  } finally {
    await alone.stop();
  }
});

test("@long two pages of the same length, made within one second, are told apart", async () => {
  const file = fileOf(site, "/ja/ward/2023", true) ?? "";
  await putFile(file, Buffer.from("<!doctype html><title>1</title>"));
  const first = await ask("/ja/ward/2023");
  expect((await ask("/ja/ward/2023", { headers: { "if-none-match": first.headers.etag ?? "" } })).status).toBe(304);
  await putFile(file, Buffer.from("<!doctype html><title>2</title>"));
  // An open file is kept until the end of its second.
  const again = () => ask("/ja/ward/2023", { headers: { "if-none-match": first.headers.etag ?? "" } });
  expect(await waitUntil(async () => (await again()).status === 200, 1_500)).toBe(true);
  const second = await again();
  expect(second.text).toContain("2");
  expect(second.headers["last-modified"]).toBeUndefined();
});

test("@long over TLS, here or in front, readers are told to stay with it", async () => {
  const [certificate, key] = [path.join(folder, "certificate.pem"), path.join(folder, "key.pem")];
  const made = spawnSync("openssl", [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"],
    ...["-out", certificate, "-keyout", key],
  ]);
  expect(made.status, String(made.stderr)).toBe(0);
  const secure = await startEdge({ ...behind(), folder: path.join(folder, "tls"), tls: { certificate, key } });
  try {
    for (const address of [PAGE, "/ja/ward/2021?x=tls", "/ja/desk"]) {
      const over = async (url: string, headers = {}) =>
        (await rawRequest(`${url}${address}`, { headers })).all("strict-transport-security");
      expect(await over(secure.baseURL), address).toEqual(["max-age=31536000"]);
      expect(await over(edge.baseURL, { "x-forwarded-proto": "https" }), address).toEqual(["max-age=31536000"]);
      expect(await over(edge.baseURL), address).toEqual([]);
    }
    expect(cameFor("/ja/desk")[0]?.headers["x-forwarded-proto"]).toBe("https");
  } finally {
    await secure.stop();
  }
});
