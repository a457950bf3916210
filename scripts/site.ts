import path from "node:path";
import { openArchive } from "./archive.ts";
import { compileSite } from "./compile-site.ts";
import { dataFolder } from "./folders.ts";
import { requireBuild } from "./next-build.ts";
import { main } from "./say.ts";
import { requiredAddress } from "./settings.ts";
import { untilStopped } from "./until-stopped.ts";

// Makes the public pages into files that a web server serves (deploy/nginx.conf): into the folder that HOSHIN_SITE names,
// else into .data/site. Only what is missing or out of date is made, so it goes on where it was stopped. The worker does
// the same by itself after each release; this is for the first time, and for a folder that is carried elsewhere.
await main(() =>
  untilStopped(async (running) => {
    requireBuild();
    // Without a database of one's own it is the demo's that is compiled.
    const demo = process.env.DATABASE_URL ? {} : { HOSHIN_DEMO: "1" };
    Object.assign(process.env, { ...demo, NODE_ENV: "production" });
    await openArchive(running);
    requiredAddress();
    return (await compileSite(process.env.HOSHIN_SITE || path.join(dataFolder, "site"), running)) === 0 ? 0 : 1;
  }),
);
