import { mkdirSync, openSync, realpathSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { startEdge } from "../scripts/edge.ts";
import { applyMigrations } from "../scripts/migrations.ts";
import { type NextServer, startNext, waitForHealth } from "../scripts/next-server.ts";
import { freePort } from "../scripts/ports.ts";
import { type RunningDatabase, startDatabase } from "../scripts/postgres.ts";
import { removeServer } from "../scripts/postgres-cluster.ts";
import { postmaster } from "../scripts/postgres-running.ts";
import { isAlive, waitUntil } from "../scripts/processes.ts";
import { localSecrets } from "../scripts/secrets.ts";
import { startWorker, type WorkerProcess } from "../scripts/worker-process.ts";

/** What of an installation can be killed. */
export const PARTS = ["first app", "second app", "worker", "database"] as const;
export type Part = (typeof PARTS)[number];

/** Longer than anything takes to come back. */
const PATIENCE_MS = 120_000;

export interface Installation {
  /** Where readers come in. */
  readonly edge: string;
  readonly apps: readonly string[];
  readonly site: string;
  readonly databaseUrl: string;
  /** Kills it outright and resolves when nothing of it runs any more. */
  kill(part: Part): Promise<void>;
  start(part: Part): Promise<void>;
  /**
   * Waits until everything is up: both apps say that they are well, and, where the worker or the database was away, the worker
   * has said since then how the site stands.
   */
  up(looksAnew: boolean): Promise<void>;
  /** What the worker said last of the site, and when. */
  status(): Promise<{ at: Date; ready: number; waiting: number; failing: string | null } | undefined>;
  stop(): Promise<void>;
}

/**
 * Two apps and a worker that compiles behind an edge, on a database server of their own with everything that makes a commit
 * last, in one folder. What they print is in the folder too.
 */
export async function startInstallation(folder: string): Promise<Installation> {
  const directory = path.join(folder, "postgres");
  const site = path.join(folder, "site");
  mkdirSync(folder, { recursive: true });
  const output = (name: string) => openSync(path.join(folder, `${name}.log`), "a");
  const holds: RunningDatabase[] = [];
  const serve = async () => {
    const database = await startDatabase({ directory, database: "hoshin" });
    holds.push(database);
    return database.url;
  };
  const databaseUrl = await serve();
  await applyMigrations(databaseUrl);
  const addresses = [
    { host: "127.0.0.1", port: await freePort() },
    { host: "127.0.0.1", port: await freePort() },
  ] as const;
  const edge = await startEdge({
    apps: addresses.map(({ port }) => port),
    site,
    folder: path.join(folder, "edge"),
    unlimited: true,
  });
  const secrets = localSecrets();
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    HOSHIN_DEMO: "1",
    HOSHIN_SITE: site,
    NEXTAUTH_URL: edge.baseURL,
    NEXTAUTH_SECRET: secrets.session,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActions,
  } as const;

  const apps: NextServer[] = [];
  const startApp = (n: 0 | 1) => {
    apps[n] = startNext("start", addresses[n], env, output(`app-${n}`));
  };
  let worker: WorkerProcess | undefined;
  const startKeeper = () => {
    worker = startWorker(env, output("worker"));
  };
  const kill = async (pid: number | undefined, over: Promise<unknown> | undefined) => {
    if (pid === undefined) throw new Error("what should be killed is not there");
    process.kill(pid, "SIGKILL");
    await over;
  };
  const killDatabase = async () => {
    const cluster = realpathSync(path.join(directory, "cluster"));
    const running = postmaster(cluster);
    await kill(running?.pid, undefined);
    await waitUntil(() => !isAlive(running?.pid ?? 0), PATIENCE_MS);
  };
  const startAgain = async () => {
    // What the killed server started lives on for a moment, and no other one starts on its files until then.
    const started = await waitUntil(
      () =>
        serve().then(
          () => true,
          () => false,
        ),
      PATIENCE_MS,
    );
    if (!started) throw new Error("the database did not start again");
  };

  const status = async () => {
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on("error", () => {});
    try {
      await client.connect();
      const { rows } = await client.query(`SELECT "at", "ready", "waiting", "failing" FROM "SiteStatus"`);
      return rows[0];
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => {});
    }
  };

  startApp(0);
  startApp(1);
  startKeeper();
  return {
    edge: edge.baseURL,
    apps: addresses.map(({ port }) => `http://127.0.0.1:${port}`),
    ...{ site, databaseUrl, status },
    kill: async (part) => {
      if (part === "database") await killDatabase();
      else if (part === "worker") await kill(worker?.pid, worker?.over);
      else {
        const app = apps[part === "first app" ? 0 : 1];
        await kill(app?.pid, app?.over);
      }
    },
    start: async (part) => {
      if (part === "database") await startAgain();
      else if (part === "worker") startKeeper();
      else startApp(part === "first app" ? 0 : 1);
    },
    up: async (looksAnew) => {
      const since = Date.now();
      await Promise.all(
        addresses.map(async (address, n) => {
          const app = apps[n];
          if (app) await waitForHealth(app, address);
        }),
      );
      if (!looksAnew) return;
      const looked = await waitUntil(async () => ((await status())?.at.getTime() ?? 0) >= since, PATIENCE_MS);
      if (!looked) throw new Error("the worker has not said how the site stands");
    },
    stop: async () => {
      await worker?.stop();
      await Promise.all(apps.map((app) => app.stop()));
      await edge.stop();
      // Each start holds the server; it stops when the last hold is let go.
      for (const hold of holds) await hold.stop();
      removeServer(directory);
    },
  };
}
