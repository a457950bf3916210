import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { brotliDecompressSync } from "node:zlib";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { scriptlessPage } from "../lib/documents/scriptless-page.ts";
import { startAppOn } from "../scripts/app-on-database.ts";
import { dataFolder } from "../scripts/folders.ts";
import { waitUntil } from "../scripts/processes.ts";
import { makeThrowawayDatabase } from "../scripts/throwaway-database.ts";
import { startWorker } from "../scripts/worker-process.ts";
import { Additions } from "./additions.ts";

/** What is served at an address at this moment; undefined where there is no file. */
function servedPage(site: string, address: string): string | undefined {
  try {
    return readFileSync(path.join(site, "served", address, "index.html"), "utf8");
  } catch {
    return undefined;
  }
}

/** Every page that is served, by its address. */
function servedPages(site: string): Map<string, string> {
  const files = readdirSync(path.join(site, "served"), { recursive: true, encoding: "utf8" });
  const addresses = files.filter((name) => name.endsWith("/index.html")).map((name) => `/${path.dirname(name)}`);
  return new Map(addresses.map((address) => [address, servedPage(site, address) ?? ""]));
}

const LONG = Boolean(process.env.HOSHIN_LONG);

test("what is compiled is what the app says, without a script, and is never older than a release", async () => {
  test.setTimeout(240_000);
  const cleanups: (() => Promise<unknown>)[] = [];
  const running = {
    signal: new AbortController().signal,
    atEnd: (cleanup: () => Promise<void>) => cleanups.push(cleanup),
  };
  const site = path.join(dataFolder, `test/site-${process.pid}`);
  const database = await makeThrowawayDatabase();
  const additions = new Additions(database.url);
  try {
    await additions.add("ward", "edge", 0, { initiatives: LONG ? 4 : 1, round: false });
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    cleanups.push(() => client.end());
    const { rows } = await client.query<{ slug: string }>(`SELECT "slug" FROM "Organization"`);
    const policy = `/ja/${rows[0]?.slug}/2021`;
    const { baseURL, env } = await startAppOn(database.url, running, { worker: false });
    const asked = async (address: string) => await (await fetch(`${baseURL}${address}`)).text();
    const health = async () =>
      (await (await fetch(`${baseURL}/api/health`)).json()) as {
        site?: { ready: number; waiting: number; status: string };
      };
    const isReady = () =>
      waitUntil(async () => {
        const { site: state } = await health();
        return state?.status === "ready" && state.waiting === 0 && servedPage(site, policy) !== undefined;
      }, 90_000);

    expect((await health()).site, "nothing is said of a site that nobody compiles").toBeUndefined();
    let worker = startWorker({ ...env, HOSHIN_SITE: site });
    cleanups.push(() => worker.stop());
    expect(await isReady()).toBe(true);
    const pages = servedPages(site);
    for (const kind of [
      "",
      "/plan",
      "/revisions",
      "/vision",
      "/issues/1",
      "/initiatives/1-1-1",
      "/editions/1",
      "/editions/1/plan",
    ]) {
      expect([...pages.keys()]).toContain(policy + kind);
    }
    for (const [address, page] of pages) {
      expect(page, address).not.toMatch(/<script|nonce=|style=/);
      expect(page, address).toBe(scriptlessPage(await asked(address)));
      for (const [, file = ""] of page.matchAll(/(?:href|src)="(\/_next\/[^"]+|\/[a-z]+\.(?:svg|png|ico))"/g)) {
        expect(existsSync(path.join(site, "served", file)), file).toBe(true);
      }
    }
    const notFound = readFileSync(path.join(site, "served/404.html"), "utf8");
    expect(notFound).not.toContain("<script");
    expect(notFound).toContain("<h1");

    await test.step("a release: what says otherwise is gone within two seconds, then there again, the policy first", async () => {
      const watched = [policy, `${policy}/initiatives/1-1-1`, `${policy}/strategies/1-1`, `${policy}/editions/1`];
      const [gone, back] = [new Map<string, number>(), [] as string[]];
      let released = Number.POSITIVE_INFINITY;
      const releasing = additions.add("release", "edge", "1-1-1", "公開で変わった説明").then(() => {
        released = performance.now();
      });
      const began = performance.now();
      while (back.length < watched.length && performance.now() - began < 60_000) {
        // The policy last, so that it is not the first because it was looked at first.
        for (const address of watched.toReversed().filter((one) => !back.includes(one))) {
          const isThere = existsSync(path.join(site, "served", address, "index.html"));
          if (!isThere && !gone.has(address)) gone.set(address, performance.now());
          if (isThere && gone.has(address)) back.push(address);
        }
        await sleep(2);
      }
      await releasing;
      expect(back[0]).toBe(policy);
      expect(back.toSorted()).toEqual(watched.toSorted());
      for (const [address, moment] of gone) expect(moment - released, address).toBeLessThan(2_000);
      expect(await isReady()).toBe(true);
      expect(servedPage(site, policy)).toContain("公開で変わった説明");
    });

    // Takes all of it once more.
    if (!LONG) return;
    const expectAllAsAsked = async (except?: string) => {
      for (const [address, page] of servedPages(site)) {
        if (address === except) continue;
        expect(page, address).toBe(scriptlessPage(await asked(address)));
        const compressed = readFileSync(path.join(site, "served", address, "index.html.br"));
        expect(brotliDecompressSync(compressed).toString(), address).toBe(page);
      }
    };
    await test.step("a release and a new build while nobody looks after it: caught up with at the next start", async () => {
      await worker.stop();
      const manifests = readdirSync(path.join(site, "manifest")).map((name) => path.join(site, "manifest", name));
      for (const file of manifests) {
        writeFileSync(file, readFileSync(file, "utf8").replaceAll(/"build":"[^"]*"/g, '"build":"earlier"'));
      }
      // What one leaves who is ended while a file is put in its place.
      const left = path.join(site, "served", policy, "left.html.br");
      writeFileSync(left, "x");
      await additions.add("release", "edge", "1-1-1", "その間に変わった説明");
      worker = startWorker({ ...env, HOSHIN_SITE: site });
      expect(
        await waitUntil(async () => servedPage(site, policy)?.includes("その間に変わった説明") ?? false, 60_000),
      ).toBe(true);
      const isOfThisBuild = () => !manifests.some((file) => readFileSync(file, "utf8").includes('"earlier"'));
      expect(await waitUntil(async () => isOfThisBuild(), 90_000)).toBe(true);
      expect(await isReady()).toBe(true);
      expect(existsSync(left)).toBe(false);
      await expectAllAsAsked();
    });

    await test.step("a file that cannot be taken away: said, nothing else is out of date, made once it can", async () => {
      // Not even root takes away a folder as if it were a file.
      const stuck = path.join(site, "served", policy, "vision/index.html.gz");
      rmSync(stuck);
      mkdirSync(stuck);
      await additions.add("release", "edge", "1-1-1", "詰まった間に変わった説明");
      const isAlone = async () => {
        const { site: state } = await health();
        return state?.status === "failing" && state.waiting === 1;
      };
      expect(await waitUntil(isAlone, 60_000), "everything else is made").toBe(true);
      expect(servedPage(site, policy)).toContain("詰まった間に変わった説明");
      await expectAllAsAsked(`${policy}/vision`);
      rmdirSync(stuck);
      expect(await isReady()).toBe(true);
      await expectAllAsAsked();
    });
  } finally {
    additions.end();
    for (const cleanup of cleanups.reverse()) await cleanup();
    await database.drop();
    await rm(site, { recursive: true, force: true });
  }
});
