import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Read } from "../data/published-reads.ts";
import { publishedState } from "../data/published-state.ts";
import { scriptlessPage } from "../documents/scriptless-page.ts";
import type { Hash } from "../domain/canonical.ts";
import type { PageRenderer } from "./page-renderer.ts";
import { type SiteAddress, siteAddresses } from "./public-pages.ts";
import { addBuildFiles, fileOf, keepOnly, notFoundFile, putFile, removeFile, servedFolder } from "./site-folder.ts";
import { keepManifest, type Made, type Manifest, manifestName, oneOf, readManifest } from "./site-manifest.ts";

/**
 * Publishing is compiling: the public pages as files. A file is there only while everything that it was made of stands as
 * it did: what no longer does is first removed, so that readers reach the app, and then made again.
 */

/** Pages made before it is asked again whether something changed: what is out of date stays no longer than these take. */
const AT_ONCE = 2;
const BATCH_MS = 400;
/** How long something that could not be made is left alone. */
const TRIED_AGAIN_MS = 30_000;

type State = ReadonlyMap<Read, Hash>;

/** How a compiled site stands after a step. */
export interface SiteProgress {
  /** Files that are there. */
  readonly ready: number;
  /** Addresses that wait to be made. */
  readonly waiting: number;
  /** How many were made, and how many taken away, in this step. */
  readonly made: number;
  readonly removed: number;
  /** What could not be made, and why; tried again in a while. */
  readonly failing: readonly string[];
}

export interface SiteCompiler {
  /**
   * Removes what is out of date, then makes some of what is missing. What was made while something changed is out of date
   * at the next step, so a site is up to date when a step had nothing to make and nothing to remove.
   */
  step(signal?: AbortSignal): Promise<SiteProgress>;
}

/** How everything stood that a page read; changes whenever the page could. */
function keyOf(reads: readonly Read[], state: State): string {
  const hash = createHash("sha256");
  for (const read of reads) hash.update(`${read} ${state.get(read) ?? "nothing"}\n`);
  return hash.digest("hex");
}

/** The same for many pages, most of which read the same: thousands of pages of one organisation have a few keys. */
function keysOf(state: State): (reads: readonly Read[]) => string {
  const keys = new Map<readonly Read[], string>();
  return (reads) => {
    const key = keys.get(reads) ?? keyOf(reads, state);
    keys.set(reads, key);
    return key;
  };
}

const isSame = (a: State, b: State) => a.size === b.size && [...a].every(([read, hash]) => b.get(read) === hash);

type Done = Pick<Made, "file" | "reads">;

/** The addresses as they are listed now, and those of each file of the manifest. */
interface Listed {
  readonly addresses: readonly SiteAddress[];
  readonly groups: ReadonlyMap<string, readonly SiteAddress[]>;
}

async function list(): Promise<Listed> {
  const addresses = await siteAddresses();
  const groups = new Map<string, SiteAddress[]>();
  for (const address of addresses) {
    const name = manifestName(address.group);
    const group = groups.get(name);
    if (group) group.push(address);
    else groups.set(name, [address]);
  }
  return { addresses, groups };
}

/**
 * A compiler for the site in a folder. Reads what is there already, and trusts no file that its manifest does not name.
 * The app that draws the pages is opened when the first has to be drawn: what is out of date is gone before that.
 */
export async function openCompiler(
  site: string,
  root: string,
  renderer: () => Promise<PageRenderer>,
): Promise<SiteCompiler> {
  await mkdir(servedFolder(site), { recursive: true });
  const build = (await readFile(path.join(root, ".next/BUILD_ID"), "utf8")).trim();
  const manifest = await readManifest(site);
  const forPages = await addBuildFiles(site, root);
  // What was made just before the last end stands in no manifest, and nobody knows how old it is.
  const files = await keepOnly(
    site,
    new Set([...forPages, ...[...manifest.values()].flatMap(({ file }) => file ?? [])]),
  );
  for (const [address, { file }] of manifest) if (file !== null && !files.has(file)) manifest.delete(address);

  const remove = async (address: string) => {
    const file = manifest.get(address)?.file;
    if (file) await removeFile(path.join(site, file));
    manifest.delete(address);
  };

  /** Asks the app for an address and puts what it answers in its place; no file where there is nothing to keep. */
  const make =
    ({ ask }: PageRenderer) =>
    async ({ path: address, notFound }: SiteAddress): Promise<Done> => {
      const { status, type, bytes, reads } = await ask(address);
      if (status >= 500) throw new Error(`${address}: ${status}`);
      const isPage = type.startsWith("text/html");
      const place = notFound ? notFoundFile(site) : fileOf(site, address, isPage);
      const file = status === (notFound ? 404 : 200) ? place : null;
      if (file) await putFile(file, isPage ? Buffer.from(scriptlessPage(bytes.toString("utf8"))) : bytes);
      return { file: file && path.relative(site, file), reads: oneOf(reads) };
    };

  let state: State = new Map();
  let listed: Listed = { addresses: [], groups: new Map() };
  let missing: readonly SiteAddress[] = [];
  const failed = new Map<string, { readonly until: number; readonly what: string }>();

  /** Takes away what is out of date, before anything else. How many files that were. */
  const removeStale = async (now: State) => {
    const key = keysOf(now);
    const stale = [...manifest].filter(([, made]) => made.key !== key(made.reads)).map(([address]) => address);
    await Promise.all(stale.map(remove));
    if (now.get("city") !== state.get("city")) {
      listed = await list();
      const known = new Set(listed.addresses.map(({ path: address }) => address));
      for (const address of [...manifest.keys()]) if (!known.has(address)) await remove(address);
      for (const address of [...failed.keys()]) if (!known.has(address)) failed.delete(address);
    }
    // What an earlier build made says the same: it is served until it was made again.
    missing = listed.addresses.filter(({ path: address }) => manifest.get(address)?.build !== build);
    state = now;
    return stale.length;
  };

  return {
    step: async (signal) => {
      const now = await publishedState();
      const removed = isSame(now, state) ? 0 : await removeStale(now);
      const began = performance.now();
      const due = missing.filter(({ path: address }) => (failed.get(address)?.until ?? 0) < began);
      // What draws takes seconds to open; as long as it does, what is out of date goes all the same.
      const opened = due.length > 0 ? await Promise.race([renderer(), sleep(BATCH_MS, null)]) : null;
      const tried = opened ? await inTime(due, make(opened), signal) : new Map<SiteAddress, Done | Error>();
      const key = keysOf(now);
      for (const [{ path: address }, done] of tried) {
        failed.delete(address);
        if (done instanceof Error) failed.set(address, { until: began + TRIED_AGAIN_MS, what: done.message });
        else manifest.set(address, { ...done, key: key(done.reads), build });
      }
      const names = new Set([...tried.keys()].map(({ group }) => manifestName(group)));
      await keepManifest(
        site,
        [...names].map((name) => [name, madeOf(listed.groups.get(name) ?? [], manifest)]),
      );
      missing = missing.filter((address) => !tried.has(address) || tried.get(address) instanceof Error);
      const failing = [...failed.values()].map(({ what }) => what);
      const made = [...tried.values()].filter((done) => !(done instanceof Error)).length;
      return { ready: manifest.size, waiting: missing.length, made, removed, failing };
    },
  };
}

/** Works through a list from its start, as much of it as fits into a batch's time; what went wrong stands for its result. */
async function inTime<One, Done>(list: readonly One[], work: (one: One) => Promise<Done>, signal?: AbortSignal) {
  const end = performance.now() + BATCH_MS;
  const done = new Map<One, Done | Error>();
  const waiting = list[Symbol.iterator]();
  const one = async () => {
    while (performance.now() < end && !signal?.aborted) {
      const { value, done: over } = waiting.next();
      if (over) return;
      done.set(
        value,
        await work(value).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error)))),
      );
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return done;
}

function madeOf(addresses: readonly SiteAddress[], manifest: Manifest) {
  return addresses.flatMap(({ path: address }): [string, Made][] => {
    const made = manifest.get(address);
    return made ? [[address, made]] : [];
  });
}
