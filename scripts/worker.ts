import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { forgetExpired } from "../lib/data/attempts.ts";
import { closeDatabase } from "../lib/data/db.ts";
import { tellOfDueDates } from "../lib/data/due-notices.ts";
import { composeMails, resumeMails } from "../lib/data/mails.ts";
import { nextReleaseAt, runDueReleases } from "../lib/data/scheduled.ts";
import { deliverMails } from "../lib/mail/deliver.ts";
import { mailSettings, openPostman, type Postman } from "../lib/mail/outgoing.ts";
import { type PageRenderers, pageRenderers } from "../lib/site/page-renderers.ts";
import { root } from "./folders.ts";
import { main } from "./say.ts";
import { databaseSetting, requiredAddress } from "./settings.ts";
import { untilStopped } from "./until-stopped.ts";

// Does all that happens by itself: scheduled releases, notices of due dates, mail, and the compiled site where there is
// one. One works at a time, held by a lock of the database; any further one stands by and takes over when the first is
// gone. Says what it did in lines of JSON.

/** The lock's number: any, as long as nothing else in this database takes it. */
const LOCK = 20_130_401;
const STAND_BY_MS = 5_000;
const SWEEP_MS = Number(process.env.HOSHIN_SWEEP_SECONDS || 30) * 1000;

const log = (event: string, more: object = {}) =>
  console.log(JSON.stringify({ at: new Date().toISOString(), worker: event, ...more }));
const logFault = (during: string, error: unknown) =>
  console.error(
    JSON.stringify({
      at: new Date().toISOString(),
      worker: "fault",
      during,
      // A driver's message may name a host, never what people wrote.
      message: error instanceof Error ? (error.message.trim().split("\n").at(-1) ?? error.name) : String(error),
    }),
  );

const clock = () => new Date();

interface Turn {
  /** Whether this is still the one worker. */
  held(): Promise<boolean>;
  /** Aborts when the connection is lost, and the turn with it. */
  readonly lost: AbortSignal;
  end(): Promise<void>;
}

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    const url = databaseSetting();
    // Pages and mails name it.
    if (process.env.HOSHIN_SITE || process.env.SMTP_URL) requiredAddress();
    const settings = mailSettings();
    const postman = settings && openPostman(settings);
    atEnd(closeDatabase);
    // One thread: readers and staff come first.
    const renderers = pageRenderers(root, 1, atEnd);
    if (postman) atEnd(async () => postman.close());
    log("started", { mail: postman !== null, site: process.env.HOSHIN_SITE || null });
    while (!signal.aborted) {
      const turn = await takeTurn(url, signal);
      if (!turn) break;
      log("working");
      const turnOver = new AbortController();
      const keeping = keptSite(url, renderers, AbortSignal.any([signal, turnOver.signal]));
      try {
        await workThrough(turn, postman && { postman, site: settings?.site ?? "" }, signal);
      } finally {
        turnOver.abort();
        await keeping;
        await turn.end();
      }
    }
    log("stopped");
    return 0;
  }),
);

/** Keeps the compiled site in the folder that HOSHIN_SITE names, beside everything else; without one there is none. */
async function keptSite(databaseUrl: string, renderers: PageRenderers, signal: AbortSignal): Promise<void> {
  const site = process.env.HOSHIN_SITE;
  if (!site) return;
  // Next reads this where it is loaded.
  Object.assign(process.env, { NODE_ENV: "production" });
  const { keepSite } = await import("./site-keeper.ts");
  await keepSite({ site, databaseUrl, renderers, signal, log, logFault });
}

/** Waits until this is the one worker; null where it was asked to stop before. */
async function takeTurn(url: string, signal: AbortSignal): Promise<Turn | null> {
  let standingBy = false;
  while (!signal.aborted) {
    const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    const connection = new AbortController();
    const lost = () => connection.abort();
    // A connection without a listener takes Node down with it when the database stops.
    client.on("error", lost);
    client.on("end", lost);
    const end = () => client.end().catch(() => {});
    try {
      await client.connect();
      const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS held", [LOCK]);
      if (rows[0]?.held === true) {
        const held = async () =>
          !connection.signal.aborted &&
          (await client.query("SELECT 1").then(
            () => !connection.signal.aborted,
            () => false,
          ));
        return { held, lost: connection.signal, end };
      }
      if (!standingBy) log("standing-by");
      standingBy = true;
    } catch (error) {
      logFault("connecting", error);
    }
    await end();
    await pause(STAND_BY_MS, signal);
  }
  return null;
}

/** Sweeps every half minute, and at the moment for which a release is scheduled, until stopped or no longer the one. */
async function workThrough(
  turn: Turn,
  mail: { readonly postman: Postman; readonly site: string } | null,
  signal: AbortSignal,
): Promise<void> {
  await attempt("resuming", () => resumeMails(clock));
  while (!signal.aborted && (await turn.held())) {
    await sweep(mail, signal);
    const next = (await attempt("looking-ahead", nextReleaseAt)) ?? null;
    const untilNext = next ? next.getTime() - Date.now() : SWEEP_MS;
    // At least a moment, so that a release that cannot be carried out now does not keep the worker spinning.
    // Over at once where the turn is lost, so that the next one begins as soon as the database is back.
    await pause(Math.min(SWEEP_MS, Math.max(untilNext, 500)), AbortSignal.any([signal, turn.lost]));
  }
}

/** Everything there is to do now. One thing that fails keeps none of the others from being done. */
async function sweep(
  mail: { readonly postman: Postman; readonly site: string } | null,
  signal: AbortSignal,
): Promise<void> {
  for (const ran of (await attempt("releasing", () => runDueReleases(clock))) ?? []) log("release", ran);
  await attempt("due-dates", () => tellOfDueDates(clock));
  await attempt("forgetting", () => forgetExpired(clock));
  if (!mail) return;
  const composed = (await attempt("composing", () => composeMails(clock))) ?? 0;
  if (composed > 0) log("composed", { mails: composed });
  const goOn = () => !signal.aborted;
  const done = await attempt("sending", () => deliverMails(mail.postman, mail.site, goOn, clock));
  if (done && done.sent + done.failed + done.givenUp > 0) log("mail", done);
}

async function attempt<Result>(what: string, work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    logFault(what, error);
    return undefined;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return sleep(ms, undefined, { signal }).catch(() => {});
}
