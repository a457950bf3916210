import { spawnSync } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIRequestContext, expect, test } from "@playwright/test";
import pg from "pg";
import { dataFolder } from "../scripts/folders.ts";
import { applyMigrations } from "../scripts/migrations.ts";
import { type NextServer, startNext, waitForHealth } from "../scripts/next-server.ts";
import { freePort } from "../scripts/ports.ts";
import { type RunningDatabase, startDatabase } from "../scripts/postgres.ts";
import { postmaster } from "../scripts/postgres-running.ts";
import { isAlive, waitUntil } from "../scripts/processes.ts";
import { localSecrets } from "../scripts/secrets.ts";
import { Additions } from "./additions.ts";
import { hiddenFields } from "./plain-form.ts";
import { signInOn } from "./ward.ts";

const CRASHES = process.env.HOSHIN_LONG ? 50 : 2;
/** What goes down in the midst of a release: the app killed, the database killed, the database told to stop at once. */
const DOWN = ["app", "database", "stopped"] as const;

const markOf = (n: number) => `〔印${n}〕`;
const marksIn = (text: string) => [...new Set(text.match(/〔印\d+〕/g) ?? [])];

/** Everything that the public reads of the policy as it is now. */
async function publicPages(request: APIRequestContext, slug: string): Promise<Map<string, string>> {
  const codes = ["1-1-1", "1-1-2", "1-1-3", "1-1-4", "1-1-5", "1-1-6", "2-1-1"];
  const paths = [
    ...["ja", "en"].map((lang) => `/${lang}/${slug}/2021`),
    ...codes.map((code) => `/ja/${slug}/2021/initiatives/${code}`),
    `/api/v1/organizations/${slug}/policies/2021`,
  ];
  const texts = new Map<string, string>();
  for (const address of paths) {
    const response = await request.get(address);
    expect(response.status(), address).toBe(200);
    // The initiative's own history names the reasons of earlier Editions too.
    texts.set(
      address,
      (await response.text())
        .replace(/<section[^>]*id="history"[\s\S]*$/, "")
        .replace(/<script[\s\S]*?<\/script>/g, ""),
    );
  }
  return texts;
}

test(`${CRASHES} crashes in the midst of a release leave the old edition or the new one, never a mixture`, async ({
  browser,
}) => {
  test.setTimeout(120_000 + CRASHES * 40_000);
  // A database server of its own, with everything that makes a commit last: it is killed.
  const directory = path.join(dataFolder, "test/crash");
  const holds: RunningDatabase[] = [];
  const serve = async () => {
    holds.push(await startDatabase({ directory, database: `crash_${process.pid}` }));
    return holds[0]?.url ?? "";
  };
  const url = await serve();
  await applyMigrations(url);
  const additions = new Additions(url);
  const email = "coordinator@crash.example";
  const [slug = "", policyId = ""] = (await additions.add("ward-to-mark", email)).split(" ");

  const address = { host: "127.0.0.1", port: await freePort() };
  const baseURL = `http://localhost:${address.port}`;
  const secrets = localSecrets();
  const start = async (): Promise<NextServer> => {
    const server = startNext("start", address, {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: url,
      NEXTAUTH_URL: baseURL,
      NEXTAUTH_SECRET: secrets.session,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActions,
    });
    await waitForHealth(server, address);
    return server;
  };
  const editions = async (): Promise<number> => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query(`SELECT count(*)::int AS n FROM "Edition"`);
      return rows[0].n;
    } catch {
      return -1;
    } finally {
      await client.end().catch(() => {});
    }
  };
  let server = await start();
  const committed = { before: 0, after: 0 };
  try {
    const page = await (await browser.newContext({ baseURL })).newPage();
    await page.goto("/ja/sign-in");
    await signInOn(page, email);
    await expect(page).toHaveURL(/\/desk/);
    const request = page.context().request;

    for (let n = 0; n < CRASHES; n += 1) {
      const down = DOWN[n % DOWN.length];
      const id = await additions.add("mark", markOf(n));
      const preview = `/ja/releases/${policyId}/preview?include=${id}`;
      const fields = hiddenFields(await (await request.get(preview)).text(), "_policy");
      expect(fields._key, "the form carries its key").toBeTruthy();
      const multipart = { ...fields, _intent: "release" };
      const sending = { multipart, headers: { Origin: baseURL }, maxRedirects: 0 };
      const before = await editions();
      const sent = request.post(preview, sending).catch(() => null);
      // Half of them as soon as the commit can be seen, half at any moment on the way.
      if (n % 4 === 1) await waitUntil(async () => (await editions()) !== before, 20_000);
      else await sleep(Math.random() * 250);
      if (down === "app") {
        process.kill(server.pid, "SIGKILL");
        await server.over;
        await sent;
        server = await start();
      } else {
        const running = postmaster(path.join(directory, "cluster"));
        if (!running) throw new Error("the database server is not there");
        process.kill(running.pid, down === "database" ? "SIGKILL" : "SIGQUIT");
        await waitUntil(
          () => postmaster(path.join(directory, "cluster"))?.pid !== running.pid || !isAlive(running.pid),
          20_000,
        );
        await sent;
        await serve();
        await waitForHealth(server, address);
      }

      const there = await editions();
      expect([before, before + 1]).toContain(there);
      committed[there === before ? "before" : "after"] += 1;
      const expected = there > before ? [markOf(n)] : n === 0 ? [] : [markOf(n - 1)];
      for (const [at, text] of await publicPages(request, slug)) expect(marksIn(text), at).toEqual(expected);

      const again = await request.post(preview, sending);
      expect(again.status(), "the same form sent again leads on").toBe(303);
      expect(await editions()).toBe(before + 1);
      const pages = await publicPages(request, slug);
      for (const [at, text] of pages) expect(marksIn(text), at).toEqual([markOf(n)]);
    }
    const verified = spawnSync("npm", ["run", "verify"], {
      encoding: "utf8",
      env: { ...process.env, DATABASE_URL: url },
    });
    expect(verified.stdout + verified.stderr).toContain("the archive is as it was written");
    console.log(`of ${CRASHES} crashes ${committed.before} left the old edition, ${committed.after} the new one`);
  } finally {
    additions.end();
    await server.stop();
    // Each start holds the server; it stops when the last hold is let go.
    for (const hold of holds) await hold.stop();
  }
});
