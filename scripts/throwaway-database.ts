import { randomBytes } from "node:crypto";
import path from "node:path";
import pg from "pg";
import { dataFolder, requireWritableFolder } from "./folders.ts";
import { applyMigrations } from "./migrations.ts";
import { type RunningDatabase, startDatabase, withDatabase } from "./postgres.ts";
import { isAlive } from "./processes.ts";

export interface ThrowawayDatabase {
  url: string;
  /** Drops it with every copy that was made of it, and lets go of the server. */
  drop(): Promise<void>;
}

/**
 * A migrated, empty database for tests, on a server of their own: never the demo's and never DATABASE_URL.
 * Databases are named after the process that made them, so that two test runs of one clone do not meet.
 */
export async function makeThrowawayDatabase(): Promise<ThrowawayDatabase> {
  const server = await testServer();
  const name = `run_${process.pid}_${randomBytes(3).toString("hex")}`;
  await dropDatabases(server.url, (found) => !isAlive(Number(found.split("_")[1])));
  await onServer(server.url, (client) => client.query(`CREATE DATABASE ${name}`));
  const url = withDatabase(server.url, name);
  await applyMigrations(url);
  return {
    url,
    drop: async () => {
      await dropDatabases(server.url, (found) => found.startsWith(name));
      await server.stop();
    },
  };
}

/** Keeps the tests' server running from one suite to the next; returns what lets go of it. */
export async function holdTestServer(): Promise<() => Promise<void>> {
  return (await testServer()).stop;
}

function testServer(): Promise<RunningDatabase> {
  requireWritableFolder();
  const directory = path.join(dataFolder, "test/postgres");
  return startDatabase({ directory, database: "postgres", throwaway: true });
}

/** Copies a database that nobody is connected to. */
export async function copyDatabase(url: string, copy: string): Promise<string> {
  const template = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  await onServer(withDatabase(url, "postgres"), (client) =>
    client.query(`CREATE DATABASE ${pg.escapeIdentifier(copy)} TEMPLATE ${template}`),
  );
  return withDatabase(url, copy);
}

async function dropDatabases(url: string, isOver: (name: string) => boolean): Promise<void> {
  await onServer(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE datname ~ '^run_[0-9]'",
    );
    for (const { datname } of rows) {
      if (!isOver(datname)) continue;
      await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(datname)} WITH (FORCE)`);
    }
  });
}

async function onServer(url: string, action: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await action(client);
  } finally {
    await client.end();
  }
}
