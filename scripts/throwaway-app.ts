import { randomBytes } from "node:crypto";
import { seed } from "./demo-database.ts";
import { isBuilt } from "./next-build.ts";
import { startNext, waitForHealth } from "./next-server.ts";
import { freePort } from "./ports.ts";
import { main, say, Trouble } from "./say.ts";
import { localSecrets } from "./secrets.ts";
import { makeThrowawayDatabase } from "./throwaway-database.ts";
import { untilStopped } from "./until-stopped.ts";

// The built app with the demo's records in a database of its own, for the journeys of e2e. Says its addresses in one
// line of JSON and lives until its standard input is closed, so that it never outlives a test run that was killed.
await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    if (!isBuilt()) {
      throw new Trouble(
        "組み立てが古いか、ありません。npm run build を実行してください。",
        "There is no build of these sources: run npm run build.",
      );
    }
    const database = await makeThrowawayDatabase();
    atEnd(database.drop);
    await seed(database.url, signal, true);
    const address = { host: "127.0.0.1", port: await freePort() };
    const baseURL = `http://localhost:${address.port}`;
    const server = startNext("start", address, {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database.url,
      HOSHIN_DEMO: "1",
      NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
      NEXTAUTH_URL: baseURL,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: localSecrets().serverActions,
    });
    atEnd(server.stop);
    await waitForHealth(server, address, signal);
    say(JSON.stringify({ baseURL, databaseUrl: database.url }));
    const closed = new Promise<number>((resolve) => process.stdin.on("end", () => resolve(0)).resume());
    const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
    return await Promise.race([closed, stopped, server.over]);
  }),
);
