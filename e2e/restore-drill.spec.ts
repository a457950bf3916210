import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@playwright/test";
import pg from "pg";
import { runCommand } from "../scripts/command.ts";
import { seed } from "../scripts/demo-database.ts";
import { dataFolder, root } from "../scripts/folders.ts";
import { installedPostgres } from "../scripts/installed-postgres.ts";
import { startDatabase } from "../scripts/postgres.ts";
import { removeServer } from "../scripts/postgres-cluster.ts";
import { secondsSince } from "../scripts/say.ts";
import { localSecrets } from "../scripts/secrets.ts";
import { Additions } from "./additions.ts";

/** A name that got into the records and was blacked out of them. */
const NAME = "鴨野川 カナリ子";

/** The lines that whoever restores types, as a section of docs/backing-up.md has them. */
function commandsIn(section: string): string[] {
  const text = readFileSync(path.join(root, "docs/backing-up.md"), "utf8")
    .split(`\n## ${section}\n`)[1]
    ?.split("\n## ")[0];
  const blocks = [...(text ?? "").matchAll(/^```\n([\s\S]*?)^```$/gm)];
  return blocks.flatMap(([, lines = ""]) => lines.trim().split("\n"));
}

/** Every file that is served, with what is in it. */
function served(site: string): Map<string, string> {
  const folder = path.join(site, "served");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
  const hashOf = (name: string) =>
    createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex");
  return new Map(names.map((name) => [name, hashOf(name)]));
}

/** A PostgreSQL server of its own in a folder, with an empty database that belongs to a role which may nothing else. */
async function newServer(directory: string) {
  mkdirSync(directory, { recursive: true });
  const { program } = installedPostgres();
  const server = await startDatabase({ directory, database: "postgres", throwaway: true, program });
  const asSuperuser = async (database: string, ...statements: string[]) => {
    const url = new URL(server.url);
    url.pathname = database;
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  };
  await asSuperuser(
    "postgres",
    `CREATE ROLE keeper LOGIN PASSWORD 'of-the-drill'`,
    `CREATE DATABASE kept OWNER keeper ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`,
  );
  const url = new URL(server.url);
  Object.assign(url, { username: "keeper", password: "of-the-drill", pathname: "kept" });
  return {
    url: url.href,
    asSuperuser: (...statements: string[]) => asSuperuser("kept", ...statements),
    stop: server.stop,
    /** Takes the server's files away, wherever they lie. */
    lose: async () => {
      await server.stop();
      removeServer(directory);
    },
  };
}

test("@long what was backed up is restored on an empty server, verified, and compiled into the same files", async () => {
  test.setTimeout(1_800_000);
  const folder = path.join(dataFolder, `test/drill-${process.pid}`);
  const site = path.join(folder, "site");
  const { tools } = installedPostgres();
  const cleanups: (() => Promise<unknown>)[] = [];
  /** Types a line as whoever runs this would, and says how long it took. */
  const type = async (line: string, databaseUrl: string) => {
    const began = performance.now();
    const env = {
      DATABASE_URL: databaseUrl,
      HOSHIN_SITE: site,
      HOSHIN_DEMO: "1",
      NEXTAUTH_URL: "http://localhost:8080",
      NEXTAUTH_SECRET: localSecrets().session,
      PATH: `${tools}:${process.env.PATH}`,
    };
    const done = await runCommand(["sh", "-ec", line.replaceAll("/var/backups/hoshin", folder)], { env });
    console.log(`${line}: ${done.code} (${secondsSince(began)})`);
    return done;
  };
  const typed = async (line: string, databaseUrl: string) => {
    const { code, output } = await type(line, databaseUrl);
    expect(code, `${line}\n${output}`).toBe(0);
    return output;
  };
  /** The whole archive as statements; what differs from one time to the next is left out. */
  const asText = async (databaseUrl: string) =>
    (await typed(`pg_dump --no-owner "$DATABASE_URL"`, databaseUrl)).replace(/^\\(un)?restrict .*$/gm, "");
  const backingUp = commandsIn("Backing up");
  const restoring = commandsIn("Restoring");
  expect(backingUp.map((line) => line.split(" ")[0])).toEqual(["pg_dump", "mv"]);
  expect(restoring.map((line) => /^npm run \w+|^\w+/.exec(line)?.[0])).toEqual([
    ...["pg_restore", "npm run migrate", "npm run verify", "npm run site"],
  ]);
  try {
    const before = await newServer(path.join(folder, "before"));
    cleanups.push(before.stop);
    await typed("npm run migrate", before.url);
    await seed(before.url, undefined, true);
    const additions = new Additions(before.url);
    cleanups.push(async () => additions.end());
    await additions.add("ward", "drill", 1, { initiatives: 4 });
    await additions.add("release", "drill", "1-1-1", `連絡先は${NAME}です。`);
    await additions.add("release", "drill", "1-1-2", "二度目に公開した説明");
    await additions.add("redaction", "drill", NAME);
    await additions.add("takedown", "drill", "1-1-3", "内容を確かめています。");
    additions.end();
    await typed("npm run site", before.url);
    const pages = served(site);
    expect(pages.size).toBeGreaterThan(1000);
    const text = await asText(before.url);
    expect(text).toContain("■■■");
    expect(text).not.toContain(NAME);
    for (const line of [...backingUp, ...backingUp]) await typed(line, before.url);
    expect(readdirSync(folder), "the first dump is kept").toContain("hoshin.dump.~1~");

    await before.lose();
    rmSync(site, { recursive: true });

    const after = await newServer(path.join(folder, "after"));
    cleanups.push(after.lose);
    expect(after.url).not.toBe(before.url);
    const verify = restoring.indexOf("npm run verify");
    for (const line of restoring.slice(0, verify)) await typed(line, after.url);
    const lines = new Set(text.split("\n"));
    const restored = await asText(after.url);
    const others = restored.split("\n").filter((line) => !lines.has(line));
    expect(others.slice(0, 5), "every row and every guard is as it was").toEqual([]);
    expect(restored.length).toBe(text.length);
    const changed = (from: string, to: string) =>
      after.asSuperuser(
        `SET session_replication_role = replica`,
        `UPDATE "Edition" SET "manifest" = replace("manifest", '${from}', '${to}')
          WHERE "id" = (SELECT "id" FROM "Edition" ORDER BY "recordedAt" LIMIT 1)`,
      );
    await test.step("a restored archive of which one byte is not as it was is found out", async () => {
      await changed('"number":1', '"number":7');
      const { code, output } = await type("npm run verify", after.url);
      expect(code).not.toBe(0);
      expect(output).not.toContain("the archive is as it was written");
      await changed('"number":7', '"number":1');
    });
    for (const line of restoring.slice(verify)) {
      const output = await typed(line, after.url);
      if (line === "npm run verify") expect(output).toContain("the archive is as it was written");
    }
    expect([...served(site)]).toEqual([...pages]);

    await test.step("it is written on as before, and what was written stays as it is", async () => {
      const next = new Additions(after.url);
      cleanups.push(async () => next.end());
      await next.add("ward", "next", 1, { initiatives: 1 });
      await next.add("release", "next", "1-1-1", "復元の後に公開した説明");
      expect(await typed("npm run verify", after.url)).toContain("the archive is as it was written");
      const client = new pg.Client({ connectionString: after.url });
      await client.connect();
      cleanups.push(() => client.end());
      await expect(client.query(`UPDATE "Edition" SET "number" = 9`)).rejects.toThrow();
      await expect(client.query(`DELETE FROM "Event"`)).rejects.toThrow();
    });
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup().catch(() => {});
    rmSync(folder, { recursive: true, force: true });
  }
});
