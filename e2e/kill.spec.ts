import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { type NextServer, startNext, waitForHealth } from "../scripts/next-server.ts";
import { freePort } from "../scripts/ports.ts";
import { localSecrets } from "../scripts/secrets.ts";
import { hiddenFields } from "./plain-form.ts";
import { accountOf, addPerson, ask, openFromDesk, signInOn } from "./ward.ts";

const KILLS = 100;

const versionsWith = (text: string) =>
  ask(
    `SELECT v."id" FROM "Version" v JOIN "Part" p ON strpos(v."manifest", p."hash") > 0 WHERE strpos(p."payload", $1) > 0`,
    text,
  );

test(`@long a server killed ${KILLS} times between commit and response loses and doubles nothing`, async ({
  browser,
}) => {
  test.setTimeout(60_000 + KILLS * 15_000);
  await addPerson("clerk", { section: "総務課", role: "STAFF" });
  const address = { host: "127.0.0.1", port: await freePort() };
  const baseURL = `http://localhost:${address.port}`;
  const secrets = localSecrets();
  const start = async (): Promise<NextServer> => {
    const server = startNext("start", address, {
      ...process.env,
      NODE_ENV: "production",
      HOSHIN_DEMO: "1",
      NEXTAUTH_URL: baseURL,
      NEXTAUTH_SECRET: secrets.session,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActions,
    });
    await waitForHealth(server, address);
    return server;
  };
  let server = await start();
  try {
    const page = await (await browser.newContext({ baseURL })).newPage();
    await page.goto("/ja/sign-in");
    await signInOn(page, accountOf("clerk"));
    await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
    await openFromDesk(page, "戦略 5-1");
    const path = new URL(page.url()).pathname;
    const request: APIRequestContext = page.context().request;

    for (let kill = 0; kill < KILLS; kill += 1) {
      const text = `${kill}回目に止められた保存 ${crypto.randomUUID()}`;
      const fields = hiddenFields(await (await request.get(path)).text(), "_form");
      expect(fields._key, "the form carries its key").toBeTruthy();
      const multipart = { ...fields, progressStatus: "b", challenge: text, improvement: "見直す。", _intent: "save" };
      const headers = { Origin: baseURL };
      const sent = request.post(path, { multipart, headers, maxRedirects: 0 }).catch(() => null);
      // Half of the kills come as soon as the commit can be seen, half at any moment around it.
      if (kill % 2 === 0) while ((await versionsWith(text)).length === 0) await sleep(1);
      else await sleep(Math.random() * 80);
      process.kill(server.pid, "SIGKILL");
      await server.over;
      await sent;

      server = await start();
      const again = await request.post(path, { multipart, headers, maxRedirects: 0 });
      expect(again.status(), "the same form sent again leads on").toBe(303);
      expect(await versionsWith(text), "its text is in exactly one Version").toHaveLength(1);
    }
    const id = path.split("/").at(-1);
    const [counted] = await ask(
      `SELECT (SELECT count(*)::int FROM "Version" WHERE "submissionId" = $1) AS versions,
              (SELECT count(*)::int FROM "Event" WHERE "subjectId" = $1 AND "kind" = 'save') AS saves`,
      id,
    );
    expect(counted).toEqual({ versions: KILLS, saves: KILLS });
    const verified = spawnSync("npm", ["run", "verify"], { encoding: "utf8" });
    expect(verified.stdout + verified.stderr).toContain("the archive is as it was written");
  } finally {
    await server.stop();
  }
});
