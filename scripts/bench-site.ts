import { rmSync } from "node:fs";
import path from "node:path";
import { compileSite } from "./compile-site.ts";
import { dataFolder } from "./folders.ts";
import { openLargeCity } from "./large-city.ts";
import { requireBuild } from "./next-build.ts";
import { main } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// A full compile of the large city: how long it takes, how many pages a second and with how much memory from beginning to
// end. npm run seed:large comes before it. It takes an hour; with the argument "on" it goes on where it was stopped.
await main(() =>
  untilStopped(async (running) => {
    requireBuild();
    const demo = { HOSHIN_DEMO: "1", NEXTAUTH_URL: "http://localhost:3000", NEXTAUTH_SECRET: "x".repeat(32) };
    Object.assign(process.env, { ...demo, NODE_ENV: "production" });
    await openLargeCity(running);
    const site = path.join(dataFolder, "large-site");
    if (process.argv[2] !== "on") rmSync(site, { recursive: true, force: true });
    return (await compileSite(site, running)) === 0 ? 0 : 1;
  }),
);
