import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, expect, test } from "@playwright/test";
import { DOMParser } from "@xmldom/xmldom";
import decode from "qr/decode.js";
import { crawl, kindOf, listed } from "./crawl.ts";
import { accountOf, addRevisedWard, addWard, ask, POLICY, releaseMeanwhile, WARD } from "./ward.ts";

test.describe.configure({ timeout: 240_000 });

const LONG = Boolean(process.env.HOSHIN_LONG);

/** Read by an XML parser for which the slightest fault is an error. */
function xml(file: string) {
  const fail = (_level: string, message: string) => {
    throw new Error(message);
  };
  const root = new DOMParser({ onError: fail }).parseFromString(file, "text/xml").documentElement;
  if (!root) throw new Error("no root");
  return {
    name: root.localName,
    texts: (name: string) => [...root.getElementsByTagName(name)].map(({ textContent }) => textContent ?? ""),
  };
}

test("what can be followed stands in feeds, in both formats and languages", async ({ request }) => {
  const revised = await addRevisedWard();
  const places = ["", `/${revised}`, `/${revised}/2021`, `/${revised}/2021/initiatives/1-1-1`];
  for (const place of places) {
    for (const lang of LONG ? ["ja", "en"] : ["ja"]) {
      const atom = await request.get(`/${lang}${place}/feed.atom`);
      expect(atom.headers()["content-type"]).toContain("application/atom+xml");
      const feed = xml(await atom.text());
      const json = await request.get(`/${lang}${place}/feed.json`);
      expect(json.headers()["content-type"]).toContain("application/feed+json");
      const { version, items, language } = await json.json();
      expect([version, language]).toEqual(["https://jsonfeed.org/version/1.1", lang]);
      // The first id is the feed's own.
      expect(feed.texts("id").slice(1)).toEqual(items.map(({ id }: { id: string }) => id));
    }
  }
  const policy = await (await request.get(`/ja/${revised}/2021/feed.json`)).json();
  expect(policy.items.map(({ title }: { title: string }) => title)).toEqual([
    expect.stringContaining("第5版 改定"),
    expect.stringContaining("第4版 改定"),
    expect.stringContaining("第3版"),
    expect.stringContaining("第2版 中間振り返りを反映"),
    expect.stringContaining("第1版 策定"),
  ]);
  const initiative = await (await request.get(`/ja/${revised}/2021/initiatives/1-1-1/feed.json`)).json();
  expect(initiative.items).toHaveLength(4);
  // An entry leads to its place in the history.
  const [first] = policy.items;
  const page = new URL(first.url);
  expect(await (await request.get(page.pathname)).text()).toContain(`id="${page.hash.slice(1)}"`);
  for (const path of [
    "/fr/feed.atom",
    "/ja/nowhere/feed.atom",
    "/ja/a%00b/feed.json",
    `/ja/${WARD}/1999/feed.json`,
    `${POLICY}/initiatives/9-9-9/feed.atom`,
  ]) {
    expect.soft((await request.get(path)).status(), path).toBe(404);
  }
});

test("a feed that did not change is not sent again, and a release is in it at once", async ({ request }) => {
  const ward = `follow-${Date.now() % 1e6}`;
  await addWard(ward, 0, { initiatives: 2 });
  const [row] = await ask(
    `SELECT o.slug FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o.id
      JOIN "User" u ON u.id = m."userId" WHERE u.email = $1`,
    accountOf(`${ward}-staff`),
  );
  const address = `/ja/${row?.slug}/2021/feed.atom`;
  const before = await request.get(address);
  const { etag = "", "last-modified": since = "" } = before.headers();
  expect((await request.get(address, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  expect((await request.get(address, { headers: { "If-Modified-Since": since } })).status()).toBe(304);
  const ids = xml(await before.text()).texts("id");
  await releaseMeanwhile(ward, "1-1-1", "新しい説明");
  const after = await request.get(address, { headers: { "If-None-Match": etag } });
  expect(after.status()).toBe(200);
  const now = xml(await after.text());
  // What was there keeps its name.
  expect(now.texts("id").slice(2)).toEqual(ids.slice(1));
  expect(now.texts("title")[1]).toContain("第2版 改定");
});

test("a page can be shared, cited, followed and put on paper without script @no-script-only", async ({
  page,
  browser,
}) => {
  await page.goto(POLICY);
  const share = page.getByRole("region", { name: "共有・引用・更新の通知" });
  const address = await share.getByLabel("このページのアドレス").inputValue();
  expect(new URL(address).pathname).toBe(POLICY);
  for (const [name, host] of [
    ["Facebookで共有(外部サイト)", "www.facebook.com"],
    ["Xで共有(外部サイト)", "x.com"],
    ["LINEで共有(外部サイト)", "social-plugins.line.me"],
  ] as const) {
    const link = share.getByRole("link", { name });
    const href = new URL((await link.getAttribute("href")) ?? "");
    expect([href.host, [...href.searchParams.values()].includes(address)]).toEqual([host, true]);
    expect(await link.getAttribute("rel")).toContain("noreferrer");
  }
  await expect(
    share.getByText(
      /大阪市東住吉区「令和2年度東住吉区運営方針」第\d+版、.+ハッシュ値 [0-9a-f]{12}、http.+\/editions\/\d+$/,
    ),
  ).toBeVisible();
  await expect(share.getByRole("link", { name: "この運営方針 Atom" })).toHaveAttribute("href", `${POLICY}/feed.atom`);
  await expect(
    page.locator(`link[rel="alternate"][type="application/atom+xml"][href$="${POLICY}/feed.atom"]`),
  ).toBeAttached();
  // On paper the address stands as a code too, which leads there.
  const code = share.getByRole("img", { name: "このページの二次元コード" });
  await expect(code).toBeHidden();
  await page.emulateMedia({ media: "print" });
  await expect(code).toBeVisible();
  expect(decode(await seen(browser, await code.screenshot()))).toBe(address);
});

/** The dots of a picture, as a camera sees them. */
async function seen(browser: Browser, png: Buffer) {
  const context = await browser.newContext({ javaScriptEnabled: true });
  const page = await context.newPage();
  const { width, height, data } = await page.evaluate(async (picture) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas.getContext("2d");
    drawing?.drawImage(image, 0, 0);
    const dots = drawing?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { width: image.width, height: image.height, data: Array.from(dots) };
  }, png.toString("base64"));
  await context.close();
  return { width, height, data: Uint8Array.from(data) };
}

test("a card stands in frames of other sites, fits its frame, sets no cookie; no other page may be framed", async ({
  page,
  request,
}) => {
  await page.goto(`${POLICY}/initiatives/1-2-2`);
  const html = await page.getByLabel("埋め込み用のHTML").inputValue();
  const [, height] = /height="(\d+)"/.exec(html) ?? [];
  const card = new URL(/src="([^"]+)"/.exec(html)?.[1] ?? "").pathname;
  for (const path of [card, `/en/embed/${WARD}/2020`]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(headers["x-frame-options"]).toBeUndefined();
    expect(headers["set-cookie"]).toBeUndefined();
    for (const width of [320, 800]) {
      await page.setViewportSize({ width, height: Number(height) });
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      expect.soft(over, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  for (const path of [POLICY, "/ja", "/ja/embed", "/ja/sign-in"]) {
    const headers = (await request.get(path)).headers();
    expect.soft(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect.soft(headers["x-frame-options"], path).toBe("DENY");
  }
  expect((await request.get(`/ja/embed/${WARD}/1999`)).status()).toBe(404);
  expect((await request.get(`/ja/embed/${WARD}/2020/initiatives/9-9-9`)).status()).toBe(404);
  // On another site, in whose page the card is drawn: another host and port are another origin.
  const elsewhere = createServer((_asked, answer) => answer.setHeader("Content-Type", "text/html").end(html));
  await new Promise<void>((listening) => elsewhere.listen(0, "127.0.0.1", listening));
  await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
  await expect(page.frameLocator("iframe").getByRole("heading", { level: 1 })).toContainText("1-2-2");
  elsewhere.close();
});

test("robots.txt names the sitemap, which lists every public page in both languages", async ({ request, baseURL }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  const paths = await listed(request);
  expect(paths).toContain("/en");
  expect(paths).toContain(POLICY);
  expect(paths).toContain(`/en/${WARD}/2020/initiatives/1-2-2`);
  expect(paths).toContain("/ja/about/accessibility/results");
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths.filter((path) => path.startsWith("/ja")).length).toBe(paths.length / 2);
  expect((await request.get("/sitemaps/1.xml")).status()).toBe(200);
  for (const part of ["0", "99", "x"]) expect((await request.get(`/sitemaps/${part}.xml`)).status()).toBe(404);
});

/** One page of each kind of the real ward; every page of every ward in both languages takes its time. */
for (const whole of [false, true]) {
  test(`no page of the sitemap lacks what it must have, and no link is dead${whole ? " @long" : ""}`, async ({
    request,
    baseURL,
  }) => {
    test.setTimeout(whole ? 1_200_000 : 240_000);
    const all = (await listed(request)).filter((path) => !/^\/..\/(follow|revised|ward|formulated)-/.test(path));
    const ours = all.filter(
      (path) =>
        path.startsWith(`/ja/${WARD}`) ||
        /^\/ja(?:\/about|$)|^\/ja\/mihon\/\d+(?:\/(?:plan|mid-year-review|self-evaluation))?$/.test(path),
    );
    const asked = whole ? all : [...new Map(ours.map((path) => [kindOf(path), path])).values()];
    expect(asked.length).toBeGreaterThan(14);
    const { pages, dead, cookies } = await crawl(request, baseURL ?? "", asked);
    expect(dead).toEqual([]);
    // The sign-in page is linked to from everywhere and is no reader's.
    expect(cookies.filter((path) => !path.includes("/sign-in"))).toEqual([]);
    expect([...pages.keys()].sort()).toEqual([...asked].sort());
    const titles = new Map<string, string>();
    for (const [path, page] of pages) {
      const faults = [
        page.h1.length === 1 && page.h1[0] ? "" : `${page.h1.length} h1`,
        page.title ? "" : "no title",
        page.description ? "" : "no description",
        page.lang === path.split("/")[1] ? "" : `lang ${page.lang}`,
        page.canonical === `${baseURL}${path}` ? "" : `canonical ${page.canonical}`,
        Object.keys(page.alternates).sort().join() === "en,ja,x-default" ? "" : "no hreflang",
        page.feeds.length >= 2 ? "" : "no feed",
        page.picture === `${baseURL}/og.png` ? "" : `picture ${page.picture}`,
        page.noindex ? "noindex" : "",
        page.styled === 0 ? "" : `${page.styled} styles written into it`,
        titles.has(page.title) ? `the title of ${titles.get(page.title)}` : "",
      ].filter(Boolean);
      expect.soft(faults, path).toEqual([]);
      titles.set(page.title, path);
    }
    expect((await request.get("/og.png")).headers()["content-type"]).toBe("image/png");
  });
}
