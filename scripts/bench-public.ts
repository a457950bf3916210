import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Additions } from "../e2e/additions.ts";
import { kindOf } from "../e2e/crawl.ts";
import { pageSource } from "../e2e/page-source.ts";
import { startAppOn } from "./app-on-database.ts";
import { seed } from "./demo-database.ts";
import { startEdge } from "./edge.ts";
import { dataFolder } from "./folders.ts";
import { requireBuild } from "./next-build.ts";
import { waitUntil } from "./processes.ts";
import { main, say, secondsSince, Trouble } from "./say.ts";
import { makeThrowawayDatabase } from "./throwaway-database.ts";
import { at } from "./timings.ts";
import { untilStopped } from "./until-stopped.ts";
import { startWorker } from "./worker-process.ts";

// What public pages cost at the edge: the compiled page against a plain file of the same bytes, turn by turn, by wrk; the
// same page through the second's cache and from the app; what a first visit loads; how long a release takes to be seen.
// First line: the ratio compiled / plain, of a plain nginx as it comes. Arguments: how many turns (15), how many releases (50). Needs nginx and wrk.
const turns = Number(process.argv[2] ?? 15);
const releases = Number(process.argv[3] ?? 50);
const SECONDS = 2;
const PAGE = "/ja/higashisumiyoshi/2020/initiatives/1-1-2";

/** Requests a second that wrk gets answered; every answer must be a good one. */
function rateOf(url: string, connections = 50): number {
  const given = ["-t1", `-c${connections}`, `-d${SECONDS}s`, "-H", "Accept-Encoding: gzip", url];
  const { stdout, error } = spawnSync("wrk", given, { encoding: "utf8" });
  if (error) throw new Trouble("wrk がありません(apt-get install wrk)。", "There is no wrk: apt-get install wrk.");
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(stdout) ?? [];
  if (!rate || /Non-2xx/.test(stdout)) throw new Error(stdout);
  return Number(rate);
}

const size = (file: string) => statSync(file).size;
const median = (values: readonly number[]) => at([...values], 0.5);

await main(() =>
  untilStopped(async (running) => {
    requireBuild();
    const { atEnd, signal } = running;
    const folder = path.join(dataFolder, "bench-public");
    rmSync(folder, { recursive: true, force: true });
    const site = path.join(folder, "site");
    const database = await makeThrowawayDatabase();
    atEnd(database.drop);
    await seed(database.url, signal, true);
    const additions = new Additions(database.url);
    atEnd(async () => additions.end());
    await additions.add("ward", "bench", 0, { initiatives: 2, round: false });
    // The first line of what is printed is the ratio.
    const quiet = { worker: false, output: process.stderr.fd };
    const one = await startAppOn(database.url, running, quiet);
    const two = await startAppOn(database.url, running, quiet);
    const began = performance.now();
    const worker = startWorker({ ...one.env, HOSHIN_SITE: site });
    atEnd(worker.stop);
    const state = async () => {
      const answer = await fetch(`${one.baseURL}/api/health`);
      return ((await answer.json()) as { site?: { ready: number; waiting: number } }).site;
    };
    const caughtUp = () =>
      waitUntil(async () => {
        const now = await state();
        return now !== undefined && now.ready > 0 && now.waiting === 0;
      }, 900_000);
    await caughtUp();
    const compiled = `compiled ${(await state())?.ready} addresses in ${secondsSince(began)}`;

    const plainSite = path.join(folder, "plain");
    cpSync(path.join(site, `served${PAGE}`), path.join(plainSite, `served${PAGE}`), { recursive: true });
    const startCompiled = () =>
      startEdge({ apps: [one.port, two.port], site, folder: path.join(folder, "edge"), unlimited: true });
    const startPlain = (plain: "as it comes" | "with open files") => () =>
      startEdge({ apps: [], site: plainSite, folder: path.join(folder, "plain-edge"), plain });
    const rates = { compiled: [] as number[], plain: [] as number[], open: [] as number[] };
    // Started anew for each turn: of two that do the same one may be a tenth slower for as long as it lives.
    const measure = async (start: typeof startCompiled, page: string, into: number[]) => {
      const server = await start();
      try {
        into.push(rateOf(server.baseURL + page));
      } finally {
        await server.stop();
      }
    };
    const measured = [
      () => measure(startPlain("as it comes"), `${PAGE}/index.html`, rates.plain),
      () => measure(startPlain("with open files"), `${PAGE}/index.html`, rates.open),
      () => measure(startCompiled, PAGE, rates.compiled),
    ];
    for (let turn = 0; turn < turns; turn += 1) {
      signal.throwIfAborted();
      for (const one of measured) await one();
      // Each is the first in every other turn.
      measured.reverse();
    }
    // Turn by turn, because a machine that others use too is twice as fast in one minute as in the next.
    const ratio = (plain: readonly number[]) =>
      median(rates.compiled.map((rate, turn) => rate / (plain[turn] ?? 0))).toFixed(2);
    say(`ratio ${ratio(rates.plain)}`);
    say(`${ratio(rates.open)} to a plain file that nginx keeps open for a second, as it does those of the edge`);
    say(`plain file ${Math.round(median(rates.plain))}/s, compiled page ${Math.round(median(rates.compiled))}/s`);
    const edge = await startCompiled();
    atEnd(edge.stop);
    say(`through the second's cache ${Math.round(rateOf(`${edge.baseURL}${PAGE}?from=1`))}/s`);
    say(`from the app ${rateOf(`${one.baseURL}${PAGE}`, 4).toFixed(1)}/s`);
    say(compiled);
    firstLoads(path.join(site, "served"));
    say(await timesOfReleases({ databaseUrl: database.url, additions, edge: edge.baseURL, caughtUp, signal }));
    return 0;
  }),
);

/** What a first visit of each kind of page of the real ward loads, as it is sent. */
function firstLoads(served: string): void {
  const pages = readdirSync(path.join(served, "ja"), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "index.html")
    .map((file) => path.join("ja", path.dirname(file)))
    .filter((page) => !/^ja\/(?:embed\/)?(?!about|embed|higashisumiyoshi)./.test(page))
    .sort();
  const kinds = new Map(pages.map((page) => [kindOf(`/${page}`), page]));
  for (const page of kinds.values()) {
    const html = readFileSync(path.join(served, page, "index.html"), "utf8");
    const parts = pageSource(html).loads.map((file) => path.join(served, file));
    const bytes = (form: string) =>
      [path.join(served, page, "index.html"), ...parts].reduce((sum, file) => sum + size(`${file}${form}`), 0);
    say(`first load /${page}: ${bytes(".gz")} B gzip, ${bytes(".br")} B brotli, ${parts.length + 1} requests`);
  }
}

/** From the end of a release to the first answer of the edge that shows it. */
async function timesOfReleases({
  databaseUrl,
  additions,
  edge,
  caughtUp,
  signal,
}: {
  readonly databaseUrl: string;
  readonly additions: Additions;
  readonly edge: string;
  readonly caughtUp: () => Promise<boolean>;
  readonly signal: AbortSignal;
}): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ slug: string }>(`SELECT "slug" FROM "Organization" WHERE "slug" LIKE 'ward-%'`);
  await client.end();
  const page = `${edge}/ja/${rows[0]?.slug}/2021`;
  const times: number[] = [];
  for (let n = 1; n <= releases; n += 1) {
    signal.throwIfAborted();
    const mark = `公開の印${n}番`;
    await additions.add("release", "bench", "1-1-1", mark);
    const released = performance.now();
    while (!(await (await fetch(page)).text()).includes(mark)) {
      if (performance.now() - released > 60_000) throw new Error(`release ${n} is not seen`);
      await sleep(10);
    }
    times.push(performance.now() - released);
    // Most of them meet a site that is still being made again.
    if (n % 8 === 0) await caughtUp();
  }
  const ms = (share: number) => `${Math.round(at(times, share))} ms`;
  return `release to visible, ${releases} releases: p50 ${ms(0.5)}, p99 ${ms(0.99)}, longest ${ms(1)}`;
}
