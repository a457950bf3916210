import { startAppOn } from "./app-on-database.ts";
import { seed } from "./demo-database.ts";
import { requireBuild } from "./next-build.ts";
import { main, say } from "./say.ts";
import { copyDatabase, makeThrowawayDatabase } from "./throwaway-database.ts";
import { untilStopped } from "./until-stopped.ts";

// The built app with the demo's records in a database of its own, for the journeys of e2e: as many of them as the first
// argument says (1), each with its own copy of the records (HOSHIN_EMPTY=1: with none). Says their addresses in one line of JSON and lives until its
// standard input is closed, so that it never outlives a test run that was killed.
await main(() =>
  untilStopped(async (running) => {
    requireBuild();
    const { signal, atEnd } = running;
    const database = await makeThrowawayDatabase();
    atEnd(database.drop);
    if (process.env.HOSHIN_EMPTY !== "1") await seed(database.url, signal, true);
    const name = new URL(database.url).pathname.slice(1);
    const urls = [database.url];
    for (let copy = 1; copy < Number(process.argv[2] ?? 1); copy += 1) {
      urls.push(await copyDatabase(database.url, `${name}_app${copy}`));
    }
    const apps = await Promise.all(urls.map((url) => startAppOn(url, running)));
    say(JSON.stringify(apps.map(({ baseURL, databaseUrl }) => ({ baseURL, databaseUrl }))));
    const closed = new Promise<number>((resolve) => process.stdin.on("end", () => resolve(0)).resume());
    const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
    return await Promise.race([closed, stopped, ...apps.map(({ server }) => server.over)]);
  }),
);
