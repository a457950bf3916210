import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { reportSite } from "../lib/data/site-status.ts";
import { pageRenderers } from "../lib/site/page-renderers.ts";
import { openCompiler } from "../lib/site/site-compiler.ts";
import { root } from "./folders.ts";
import { lockSite } from "./site-lock.ts";

/** How often it looks even if it hears nothing, and says that it is there. */
const LOOK_MS = 30_000;
const SAID_MS = 2_000;
/** For no longer, because what was released meanwhile comes first in the next step. */
const MAKE_MS = 400;

interface Keeper {
  /** The folder of the compiled site. */
  readonly site: string;
  readonly databaseUrl: string;
  readonly signal: AbortSignal;
  readonly log: (event: string, more?: object) => void;
  readonly logFault: (during: string, error: unknown) => void;
}

/**
 * Keeps the compiled site as the archive is, until it is stopped: after each release what is out of date is removed, then
 * made again. What goes wrong is logged, and tried again in a moment.
 */
export async function keepSite(keeper: Keeper): Promise<void> {
  const { signal, logFault } = keeper;
  while (!signal.aborted) {
    try {
      await keep(keeper);
    } catch (error) {
      logFault("keeping the site", error);
      await sleep(1_000, undefined, { signal }).catch(() => {});
    }
  }
}

async function keep({ site, databaseUrl, signal, log, logFault }: Keeper): Promise<void> {
  const cleanups: (() => Promise<void>)[] = [];
  if (!(await lockSite(site, (cleanup) => cleanups.push(cleanup))))
    throw new Error(`another process compiles into ${site}`);
  // Next reads this where it is loaded.
  Object.assign(process.env, { NODE_ENV: "production" });
  try {
    const compiler = await openCompiler(
      site,
      root,
      // One thread: readers and staff come first.
      pageRenderers(root, 1, (close) => cleanups.push(close)),
    );
    let [said, looked, made, removed] = [0, Number.NEGATIVE_INFINITY, 0, 0];
    const look = async () => {
      const taken = await compiler.look();
      removed += taken;
    };
    // At once, whatever is being made; what goes wrong meets the look below as well.
    const again = () => {
      looked = Number.NEGATIVE_INFINITY;
    };
    const bell = await listen(databaseUrl, signal, () => void look().catch(again));
    cleanups.push(bell.close);
    while (!signal.aborted && bell.hears()) {
      const rung = bell.rung();
      if (performance.now() - looked > LOOK_MS) {
        looked = performance.now();
        await look();
      }
      const progress = await compiler.make(MAKE_MS, signal);
      made += progress.made;
      // What could not be made waits for its time; anything else that waits will be made in the next step.
      const idle = progress.made === 0 && progress.waiting === progress.failing.length;
      if (idle || performance.now() - said > SAID_MS) {
        await reportSite(progress);
        said = performance.now();
      }
      if (!idle) continue;
      if (made + removed > 0) {
        const { ready, waiting, failing } = progress;
        log("site", { ready, made, removed, waiting, ...(failing.length > 0 && { failing }) });
        [made, removed] = [0, 0];
      }
      await Promise.race([rung, sleep(LOOK_MS, undefined, { signal }).catch(() => {})]);
      again();
    }
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup().catch((error: unknown) => logFault("closing", error));
  }
}

/** Hears that something public changed (see the triggers that NOTIFY). One that is lost is noticed, and opened anew. */
async function listen(url: string, signal: AbortSignal, heard: () => void) {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
  let hears = true;
  let ring = () => {};
  const lost = () => {
    hears = false;
    ring();
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", () => {
    heard();
    ring();
  });
  signal.addEventListener("abort", lost);
  await client.connect();
  await client.query("LISTEN published");
  return {
    hears: () => hears,
    /** Resolves at the next change from now on. */
    rung: () =>
      new Promise<void>((resolve) => {
        ring = resolve;
        if (!hears) resolve();
      }),
    close: async () => {
      signal.removeEventListener("abort", lost);
      await client.end().catch(() => {});
    },
  };
}
