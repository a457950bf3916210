import { randomBytes } from "node:crypto";
import { seed } from "./demo-database.ts";
import { isBuilt } from "./next-build.ts";
import { type NextServer, startNext, waitForHealth } from "./next-server.ts";
import { freePort } from "./ports.ts";
import { main, say, Trouble } from "./say.ts";
import { localSecrets } from "./secrets.ts";
import { copyDatabase, makeThrowawayDatabase } from "./throwaway-database.ts";
import { type Running, untilStopped } from "./until-stopped.ts";
import { startWorker } from "./worker-process.ts";

// The built app with the demo's records in a database of its own, for the journeys of e2e: as many of them as the first
// argument says (1), each with its own copy of the records (HOSHIN_EMPTY=1: with none). Says their addresses in one line of JSON and lives until its
// standard input is closed, so that it never outlives a test run that was killed.
await main(() =>
  untilStopped(async (running) => {
    if (!isBuilt()) {
      throw new Trouble(
        "組み立てが古いか、ありません。npm run build を実行してください。",
        "There is no build of these sources: run npm run build.",
      );
    }
    const { signal, atEnd } = running;
    const database = await makeThrowawayDatabase();
    atEnd(database.drop);
    if (process.env.HOSHIN_EMPTY !== "1") await seed(database.url, signal, true);
    const name = new URL(database.url).pathname.slice(1);
    const urls = [database.url];
    for (let copy = 1; copy < Number(process.argv[2] ?? 1); copy += 1) {
      urls.push(await copyDatabase(database.url, `${name}_app${copy}`));
    }
    const apps = await Promise.all(urls.map((url) => startApp(url, running)));
    say(JSON.stringify(apps.map(({ baseURL, databaseUrl }) => ({ baseURL, databaseUrl }))));
    const closed = new Promise<number>((resolve) => process.stdin.on("end", () => resolve(0)).resume());
    const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
    return await Promise.race([closed, stopped, ...apps.map(({ server }) => server.over)]);
  }),
);

/** One server on one database. */
async function startApp(
  databaseUrl: string,
  { signal, atEnd }: Running,
): Promise<{ baseURL: string; databaseUrl: string; server: NextServer }> {
  const address = { host: "127.0.0.1", port: await freePort() };
  const baseURL = `http://localhost:${address.port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    HOSHIN_DEMO: "1",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXTAUTH_URL: baseURL,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: localSecrets().serverActions,
  } as const;
  const server = startNext("start", address, env);
  atEnd(server.stop);
  await waitForHealth(server, address, signal);
  atEnd(startWorker({ ...env, HOSHIN_SWEEP_SECONDS: "4" }).stop);
  return { baseURL, databaseUrl, server };
}
