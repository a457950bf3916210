import { availableParallelism } from "node:os";
import { root } from "./folders.ts";
import { say, secondsSince, Trouble } from "./say.ts";
import { hearChanges } from "./site-bell.ts";
import { lockSite } from "./site-lock.ts";
import type { Running } from "./until-stopped.ts";

/**
 * Compiles the archive that this process points at into a folder until nothing waits, and says how far it is, how fast and
 * with how much memory. How many addresses could not be made.
 */
export async function compileSite(site: string, { signal, atEnd }: Running): Promise<number> {
  const { closeDatabase } = await import("../lib/data/db.ts");
  atEnd(closeDatabase);
  const { pageRenderers } = await import("../lib/site/page-renderers.ts");
  const { openCompiler } = await import("../lib/site/site-compiler.ts");
  if (!(await lockSite(site, atEnd))) {
    throw new Trouble(
      `${site} は別のプロセス(npm run worker など)が作っています。`,
      `Another process looks after ${site}: npm run worker does so by itself.`,
    );
  }
  const compiler = await openCompiler(
    site,
    root,
    pageRenderers(root, Math.min(availableParallelism(), THREADS), atEnd),
  );
  const began = performance.now();
  let [made, removed, said, atSaid] = [0, 0, began, 0];
  const look = async (): Promise<number> => {
    const taken = await compiler.look();
    removed += taken;
    return taken;
  };
  let heard: Promise<unknown> = Promise.resolve();
  const stop = new AbortController();
  const hearing = hearChanges(
    process.env.DATABASE_URL ?? "",
    AbortSignal.any([signal, stop.signal]),
    // What goes wrong meets the look at the end as well.
    () => {
      heard = look().catch(() => {});
    },
    (error) => say(`✗ ${error instanceof Error ? error.message : error}`),
  );
  atEnd(async () => {
    stop.abort();
    await hearing;
    await heard;
  });
  let looks = true;
  for (;;) {
    await heard;
    const taken: number = looks ? await look() : 0;
    const progress = await compiler.make(MAKE_MS, signal);
    signal.throwIfAborted();
    made += progress.made;
    const { ready, waiting, failing } = progress;
    const nothing = progress.made + taken === 0 && waiting <= failing.length;
    // Nobody says that it is over who has not just looked.
    const over = nothing && looks;
    looks = nothing;
    const now = performance.now();
    if (over || now - said > SAY_MS) {
      const rate = (((made - atSaid) / (now - said)) * 1000).toFixed(1);
      const memory = Math.round(process.memoryUsage().rss / 1e6);
      say(`  ${ready} 件できました・残り ${waiting} · ${ready} ready, ${waiting} to go (${rate}/s, ${memory} MB)`);
      [said, atSaid] = [now, made];
    }
    if (!over) continue;
    for (const what of failing) say(`✗ ${what}`);
    const rate = ((made / (now - began)) * 1000).toFixed(1);
    say(`✓ ${site}: ${made} made, ${removed} removed (${secondsSince(began)}, ${rate}/s)`);
    return failing.length;
  }
}

const SAY_MS = 5_000;
/** Every step ends with waiting for its last page, while other processors have nothing to do: few long ones. */
const MAKE_MS = 5_000;
/** However many processors there are, because each takes some hundred megabytes. */
const THREADS = 4;
