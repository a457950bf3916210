import { setTimeout as sleep } from "node:timers/promises";
import { answered } from "../lib/data/db.ts";
import { reportSite, siteStatus } from "../lib/data/site-status.ts";
import { siteStanding } from "../lib/domain/site-standing.ts";
import type { PageRenderers } from "../lib/site/page-renderers.ts";
import { openCompiler, type SiteCompiler, type SiteProgress } from "../lib/site/site-compiler.ts";
import { root } from "./folders.ts";
import { hearChanges } from "./site-bell.ts";
import { lockSite } from "./site-lock.ts";

/** How often it looks even if it hears nothing, and says that it is there. */
const LOOK_MS = 30_000;
const SAID_MS = 2_000;
/** How often the log says that it is behind or failing, for as long as it is. */
const WARNED_MS = 60_000;
/** How much of what is failing the log names at a time. */
const LOGGED = 20;
/** For no longer, because what was released meanwhile comes first in the next step. */
const MAKE_MS = 400;
/** After something went wrong. */
const AGAIN_MS = 1_000;
const END_MS = 10_000;

interface Keeper {
  /** The folder of the compiled site. */
  readonly site: string;
  readonly databaseUrl: string;
  /** What draws the pages; outlives whoever keeps them, because the app can be loaded only once in a process. */
  readonly renderers: PageRenderers;
  readonly signal: AbortSignal;
  readonly log: (event: string, more?: object) => void;
  readonly logFault: (during: string, error: unknown) => void;
}

/**
 * Keeps the compiled site as the archive is, until it is stopped: after each release what is out of date is removed, then
 * made again. What goes wrong is logged, and tried again in a moment.
 */
export async function keepSite(keeper: Keeper): Promise<void> {
  const { site, renderers, signal, logFault } = keeper;
  while (!signal.aborted) {
    const cleanups: (() => Promise<void>)[] = [];
    const atEnd = (cleanup: () => Promise<void>) => cleanups.push(cleanup);
    try {
      if (!(await lockSite(site, atEnd))) throw new Error(`another process compiles into ${site}`);
      const before = await answered(siteStatus());
      await keep(keeper, await openCompiler(site, root, renderers, before?.behindSince));
    } catch (error) {
      logFault("opening the site", error);
    } finally {
      for (const cleanup of cleanups.reverse())
        await cleanup().catch((error: unknown) => logFault("closing the site", error));
    }
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => {});
  }
}

async function keep({ databaseUrl, signal, log, logFault }: Keeper, compiler: SiteCompiler): Promise<void> {
  let [said, warned, looked, made, removed] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0];
  let rung = new AbortController();
  const look = async () => {
    looked = performance.now();
    const taken = await compiler.look();
    removed += taken;
  };
  let heard = Promise.resolve();
  // At once, whatever is being made; what goes wrong meets the next step as well, which waits for it.
  const ring = () => {
    rung.abort();
    heard = look().catch(() => {
      looked = Number.NEGATIVE_INFINITY;
    });
  };
  signal.addEventListener("abort", () => rung.abort());
  const hearing = hearChanges(databaseUrl, signal, ring, (error) => logFault("listening", error));
  const pause = (ms: number) => sleep(ms, undefined, { signal: rung.signal }).catch(() => {});
  const report = async (progress: SiteProgress) => {
    const status = await answered(reportSite(progress));
    said = performance.now();
    const { standing, behindSeconds } = siteStanding(status, status.at);
    if (standing === "ready" || said - warned < WARNED_MS) return;
    warned = said;
    const { ready, waiting, failing } = progress;
    log("site", {
      standing,
      ready,
      waiting,
      behindSeconds,
      ...(failing.length > 0 && { failing: failing.slice(0, LOGGED) }),
    });
  };
  const step = async () => {
    rung = new AbortController();
    await heard;
    if (performance.now() - looked > LOOK_MS) await look();
    const progress = await compiler.make(MAKE_MS, signal);
    made += progress.made;
    if (progress.idle || performance.now() - said > SAID_MS) await report(progress);
    if (!progress.idle) return;
    if (made + removed > 0) {
      const { ready, waiting } = progress;
      log("site", { ready, made, removed, waiting });
      [made, removed] = [0, 0];
    }
    await pause(LOOK_MS);
  };
  while (!signal.aborted) {
    await step().catch(async (error: unknown) => {
      looked = Number.NEGATIVE_INFINITY;
      logFault("keeping the site", error);
      await pause(AGAIN_MS);
    });
  }
  // What is being taken away is gone whole before this process ends, as far as the database answers.
  await hearing;
  await Promise.race([heard, sleep(END_MS, undefined, { ref: false })]);
}
