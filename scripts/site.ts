import path from "node:path";
import { openArchive } from "./archive.ts";
import { dataFolder, root } from "./folders.ts";
import { requireBuild } from "./next-build.ts";
import { main, say, secondsSince, Trouble } from "./say.ts";
import { lockSite } from "./site-lock.ts";
import { untilStopped } from "./until-stopped.ts";

// Makes the public pages into files that a web server serves (deploy/nginx.conf): into the folder that HOSHIN_SITE names,
// else into .data/site. Only what is missing or out of date is made, so it goes on where it was stopped. The worker does
// the same by itself after each release; this is for the first time, and for a folder that is carried elsewhere.
await main(() =>
  untilStopped(async (running) => {
    const { signal, atEnd } = running;
    requireBuild();
    // Without a database of one's own it is the demo's that is compiled.
    const demo = process.env.DATABASE_URL ? {} : { HOSHIN_DEMO: "1" };
    Object.assign(process.env, { ...demo, NODE_ENV: "production" });
    await openArchive(running);
    if (!process.env.NEXTAUTH_URL) {
      throw new Trouble(
        "環境変数 NEXTAUTH_URL がありません。ページには公開するアドレスが入ります。例: https://hoshin.example.lg.jp",
        "NEXTAUTH_URL is not set: pages name the address at which they are public. Example: https://hoshin.example.lg.jp",
      );
    }
    const { closeDatabase } = await import("../lib/data/db.ts");
    atEnd(closeDatabase);
    const { lazyRenderer } = await import("../lib/site/page-renderer.ts");
    const { openCompiler } = await import("../lib/site/site-compiler.ts");
    const renderer = lazyRenderer(root, atEnd);
    const site = process.env.HOSHIN_SITE || path.join(dataFolder, "site");
    if (!(await lockSite(site, atEnd))) {
      throw new Trouble(
        `${site} は別のプロセス(npm run worker など)が作っています。`,
        `Another process looks after ${site}: npm run worker does so by itself.`,
      );
    }
    const compiler = await openCompiler(site, root, renderer);
    const began = performance.now();
    let [made, removed, said] = [0, 0, began];
    for (;;) {
      const progress = await compiler.step(signal);
      signal.throwIfAborted();
      made += progress.made;
      removed += progress.removed;
      const { ready, waiting, failing } = progress;
      const over = progress.made + progress.removed === 0 && waiting === failing.length;
      if (over || performance.now() - said > 2_000) {
        said = performance.now();
        const memory = Math.round(process.memoryUsage().rss / 1e6);
        const rate = ((made / (said - began)) * 1000).toFixed(1);
        say(`  ${ready} 件できました・残り ${waiting} · ${ready} ready, ${waiting} to go (${rate}/s, ${memory} MB)`);
      }
      if (!over) continue;
      for (const what of failing) say(`✗ ${what}`);
      say(`✓ ${site}: ${made} made, ${removed} removed (${secondsSince(began)})`);
      return failing.length === 0 ? 0 : 1;
    }
  }),
);
