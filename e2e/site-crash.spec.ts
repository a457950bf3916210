import { setMaxListeners } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { get, type IncomingMessage } from "node:http";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "@playwright/test";
import { scriptlessPage } from "../lib/documents/scriptless-page.ts";
import { readManifest } from "../lib/site/site-manifest.ts";
import { runCommand } from "../scripts/command.ts";
import { dataFolder, root } from "../scripts/folders.ts";
import { waitUntil } from "../scripts/processes.ts";
import { randomFrom } from "../scripts/random.ts";
import { at } from "../scripts/timings.ts";
import { Additions } from "./additions.ts";
import { Chronicle, ms } from "./chronicle.ts";
import { type Installation, PARTS, type Part, startInstallation } from "./installation.ts";
import { type Answer, addressesOf, read, readOn } from "./readers.ts";

// HOSHIN_RELEASES and HOSHIN_READERS make it shorter; HOSHIN_SEED, which is printed, makes the same blows again.
const RELEASES = Number(process.env.HOSHIN_RELEASES ?? 500);
const READERS = Number(process.env.HOSHIN_READERS ?? 200);
const SEED = Number(process.env.HOSHIN_SEED ?? Date.now() % 2 ** 31);
/** So many that none comes to more Editions in a year than a city would have in ten. */
const WARDS = Array.from({ length: 12 }, (_, n) => `ward-${n + 1}`);
/** How long a reader looks at a page on average, and how long the site is left alone between two kills. */
const PAUSE_MS = 5_000;
const LEFT_ALONE_MS = 20_000;

/** What goes down together. */
const BLOWS: readonly (readonly Part[])[] = [
  ...[["worker"], ["worker"], ["first app"], ["second app"], ["database"], ["database"]],
  ...[["first app", "second app"], ["worker", "database"], PARTS],
] as readonly (readonly Part[])[];

test.describe.configure({ timeout: 600_000 + RELEASES * 4_000 });

// Not at the end of the test: one that ran out of time would leave everything running.
let end = async () => {};
test.afterEach(() => end());

test(`@long @alone ${RELEASES} releases under ${READERS} readers while everything is killed: nothing mixed, nothing stale, no error page`, async () => {
  console.log(`HOSHIN_SEED=${SEED}`);
  const random = randomFrom(SEED);
  const folder = path.join(dataFolder, `test/site-crash-${process.pid}`);
  const site = await startInstallation(folder);
  const additions = new Additions(site.databaseUrl);
  const over = new AbortController();
  const chronicle = new Chronicle();
  const counts = { answers: 0, maintenance: 0, file: 0, app: 0, cut: 0, broken: 0, stale: 0, mixed: 0 };
  const wrongs: string[] = [];
  const took: number[] = [];
  let good = false;
  let struck = Promise.resolve();
  end = async () => {
    over.abort();
    await struck.catch(() => {});
    additions.end();
    await site.stop();
    if (good) await rm(folder, { recursive: true, force: true });
  };
  const slugs = new Map<string, string>();
  let number = 0;
  for (const ward of WARDS) slugs.set(ward, await additions.add("numbered-ward", ward));
  const release = async (ward: string) => {
    number += 1;
    // One that was cut short is asked for again, until it is known to be there.
    const done = await waitUntil(
      () =>
        additions.add("release-numbered", ward, number).then(
          () => true,
          () => false,
        ),
      180_000,
    );
    if (!done) throw new Error(`release ${number} could not be made`);
    chronicle.released(slugs.get(ward) ?? "", number);
  };
  for (const ward of WARDS) await release(ward);
  await site.up(true);
  await caughtUp(site, 600_000);
  const addresses = addressesOf([...slugs.values()]);
  for (const address of addresses) {
    const { wrong, shows } = await read(site.edge, address);
    expect.soft(wrong, address.path).toBeUndefined();
    const newest = address.kind === "edition" ? 2 : 1 + [...slugs.values()].indexOf(address.ward ?? "");
    if (address.ward !== undefined) expect.soft(shows, address.path).toBe(newest);
  }
  expect(test.info().errors).toEqual([]);

  const onAnswer = (answer: Answer) => {
    counts.answers += 1;
    if (answer.maintenance) counts.maintenance += 1;
    else counts[answer.from] += 1;
    // What an app was sending at the moment at which it was killed has no end, and no edge could give it one.
    if (answer.cut && chronicle.wasStruck(answer)) {
      counts.cut += 1;
      return;
    }
    took.push(answer.answered - answer.asked);
    const stale = chronicle.heard(answer);
    const wrong = answer.wrong ?? stale ?? chronicle.needless(answer);
    if (!wrong) return;
    counts[stale === wrong ? "stale" : wrong.startsWith("mixed") ? "mixed" : "broken"] += 1;
    wrongs.push(`${new Date().toISOString()} ${answer.address.path}: ${wrong}`);
    if (wrongs.length <= 30) console.log(wrongs.at(-1));
  };
  setMaxListeners(0, over.signal);
  chronicle.begin();
  const reading = readOn(site.edge, addresses, READERS, {
    ...{ random: randomFrom(SEED + 1), pauseMs: PAUSE_MS, signal: over.signal, onAnswer },
  });
  struck = strike(site, chronicle, randomFrom(SEED + 2), over.signal);
  // A blow that cannot be recovered from ends all of it.
  const failed = struck.then(() => new Promise<never>(() => {}));
  const releasing = async () => {
    while (number < RELEASES + WARDS.length) {
      await release(WARDS[Math.floor(random() * WARDS.length)] ?? "");
      // Now and then the site is let become whole again; else the next one comes while it is being remade.
      if (random() < 0.06) await caughtUp(site, 15_000);
      else await sleep(random() * 1_000);
      if (number % 50 === 0) console.log(`${number} released; ${JSON.stringify(counts)}; ${chronicle.summary()}`);
    }
  };
  await Promise.race([releasing(), failed]);
  over.abort();
  await struck;
  await reading;

  const seen = chronicle.timesToBeSeen();
  const times = (values: number[]) =>
    `p50 ${ms(at(values, 0.5))}, p99 ${ms(at(values, 0.99))}, longest ${ms(at(values, 1))}`;
  const { file, app, maintenance, cut, stale, mixed, broken } = counts;
  console.log(
    [
      `releases ${number}, answers ${counts.answers}: ${file} from files, ${app} from the app, ${maintenance} maintenance pages`,
      `${cut} cut short by a kill; answered in: ${times(took)}`,
      `killed: ${chronicle.summary()}`,
      `release to first seen with all up (${seen.length}): ${times(seen)}`,
      `an old text was shown for at most ${ms(chronicle.oldest)} with all up`,
      `stale ${stale}, mixed ${mixed}, other errors ${broken}`,
    ].join("\n"),
  );
  expect.soft(wrongs.slice(0, 30), `HOSHIN_SEED=${SEED}`).toEqual([]);
  expect(counts.answers).toBeGreaterThan(RELEASES);
  expect(counts.file, "answers from files").toBeGreaterThan(RELEASES);

  await site.up(false);
  expect(await caughtUp(site, 600_000), "the site is whole again").toBe(true);
  await everyFileIsRight(site);
  const verified = await runCommand(["npm", "run", "verify"], { env: { DATABASE_URL: site.databaseUrl } });
  expect(verified.output).toContain("the archive is as it was written");
  good = wrongs.length === 0;
});

/** Waits until the worker says, from now on, that nothing waits to be made; false where that takes too long. */
async function caughtUp(site: Installation, patienceMs: number): Promise<boolean> {
  const since = Date.now();
  return waitUntil(async () => {
    const status = await site.status();
    return status !== undefined && status.at.getTime() > since && status.waiting === 0 && status.ready > 0;
  }, patienceMs);
}

/** Kills something over and over, and starts it again, sometimes before it has got up from the last blow. */
async function strike(site: Installation, chronicle: Chronicle, random: () => number, signal: AbortSignal) {
  const blow = () => BLOWS[Math.floor(random() * BLOWS.length)] ?? [];
  while (!signal.aborted) {
    await sleep(random() * 2 * LEFT_ALONE_MS, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const struck = new Set<Part>();
    const hit = async (parts: readonly Part[]) => {
      for (const part of parts) struck.add(part);
      await Promise.all(parts.map((part) => site.kill(part)));
      // As long as whoever looks after processes takes to notice.
      await sleep(random() * 2_000);
      for (const part of parts) await site.start(part);
    };
    const parts = blow();
    chronicle.down(parts.join(" + "));
    await hit(parts);
    if (random() < 0.25) {
      await sleep(random() * 4_000);
      await hit(["worker"]);
    }
    await site.up(struck.has("worker") || struck.has("database"));
    chronicle.up();
  }
}

/** Every file that is served is named by the manifest, and says what the app says now; and every one that is named is there. */
async function everyFileIsRight({ site, edge, apps }: Installation): Promise<void> {
  const manifest = await readManifest(site);
  const named = new Map([...manifest].flatMap(([address, { file }]) => (file ? [[file, address] as const] : [])));
  const files = readdirSync(path.join(site, "served"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)));
  const ofBuild = new Set(readdirSync(path.join(root, "public")).map((name) => `served/${name}`));
  const unnamed = files.filter((file) => {
    const plain = file.replace(/\.(?:gz|br)$/, "");
    return !named.has(plain) && !ofBuild.has(plain) && !file.startsWith("served/_next/");
  });
  expect(unnamed).toEqual([]);
  for (const file of named.keys()) for (const form of ["", ".gz", ".br"]) expect(files).toContain(`${file}${form}`);
  const queue = [...named].values();
  const differing: string[] = [];
  const compare = async () => {
    for (const [file, address] of queue) {
      if (file === "served/404.html") continue;
      const kept = readFileSync(path.join(site, file), "utf8");
      const said = await askedOf(apps[0] ?? "", address, new URL(edge).host);
      if (kept !== (file.endsWith(".html") ? scriptlessPage(said) : said)) differing.push(address);
    }
  };
  await Promise.all([compare(), compare(), compare()]);
  expect(differing).toEqual([]);
  expect(existsSync(path.join(site, "served/404.html"))).toBe(true);
  console.log(`${named.size} files say what the app says`);
}

/** What an app answers to the edge. */
async function askedOf(app: string, address: string, host: string): Promise<string> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${app}${address}`, { headers: { host } }, resolve).on("error", reject);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
