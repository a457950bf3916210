import { createHash } from "node:crypto";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Read } from "../data/published-reads.ts";
import { publishedState } from "../data/published-state.ts";
import type { Hash } from "../domain/canonical.ts";
import { siteAddress } from "../web/site-address.ts";
import type { PageRenderers } from "./page-renderers.ts";
import { type SiteAddress, siteAddresses } from "./public-pages.ts";
import { addBuildFiles, fileOf, keepOnly, notFoundFile, putFile, removeFile, servedFolder } from "./site-folder.ts";
import { keepManifest, type Made, type Manifest, manifestName, oneOf, readManifest } from "./site-manifest.ts";
import { TRIED_AGAIN_MS, waitingPages } from "./waiting-pages.ts";
import { FILES_AT_ONCE, workThrough } from "./work-through.ts";

/**
 * Publishing is compiling: the public pages as files. A file is there only while everything that it was made of stands as
 * it did: what no longer does is first removed, so that readers reach the app, and then made again.
 */

type State = ReadonlyMap<Read, Hash>;

/** How a compiled site stands. */
export interface SiteProgress {
  /** Files that are there. */
  readonly ready: number;
  /** Addresses that wait to be made, and since when the one does that has waited longest. */
  readonly waiting: number;
  readonly waitingSince: Date | null;
  /** How many were made just now. */
  readonly made: number;
  /** What could not be made or taken away, and why; tried again in a while. */
  readonly failing: readonly string[];
  /** Whether there is nothing to do until something changes or what is failing is tried again. */
  readonly idle: boolean;
}

export interface SiteCompiler {
  /**
   * Takes away what is out of date, and says how many files that were. Never waits for pages that are being made: what
   * was drawn of how things stood before is not put in its place afterwards, or taken away at once. What cannot be taken
   * away is failing, and holds up nothing else.
   */
  look(): Promise<number>;
  /**
   * First of all takes away what no manifest names. Makes some of what is missing, begins no page after so many
   * milliseconds, and writes down what was made. A site is up to date when nothing waits after a look.
   */
  make(forMs: number, signal?: AbortSignal): Promise<SiteProgress>;
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
 * A compiler for the site in a folder. Reads which pages are there already, and trusts no file that is not written down.
 * The app that draws the pages is opened when the first has to be drawn: what is out of date is gone before that. What it
 * finds missing at its first look has been so since a moment that whoever looked after the site before can have said.
 */
export async function openCompiler(
  site: string,
  root: string,
  renderers: PageRenderers,
  waitingSince: Date | null = null,
): Promise<SiteCompiler> {
  await mkdir(servedFolder(site), { recursive: true });
  // Pages also name the address at which they are public.
  const build = `${(await readFile(path.join(root, ".next/BUILD_ID"), "utf8")).trim()} ${siteAddress().origin}`;
  const manifest = await readManifest(site);
  const forPages = await addBuildFiles(site, root);

  /** What could not be taken away, and why. */
  const stuck = new Map<string, string>();
  /**
   * Takes away what was made of an address. First out of the manifest: by the key that stands there, a look would take away
   * what is put in its place next. Where the file stays, the entry stands there again as something that nobody made, and the
   * next look looks through everything.
   */
  const remove = async (address: string) => {
    const made = manifest.get(address);
    manifest.delete(address);
    if (made?.file) {
      await removeFile(path.join(site, made.file)).catch((error: Error) => {
        manifest.set(address, { ...made, build: "" });
        stuck.set(address, error.message);
        isLookedThrough = false;
        throw error;
      });
    }
    stuck.delete(address);
  };
  /** How many of some addresses have nothing any more; the others are stuck. */
  const removeAll = async (addresses: readonly string[]) => {
    const removed = await workThrough(addresses, FILES_AT_ONCE, remove);
    return [...removed.values()].filter((result) => !(result instanceof Error)).length;
  };

  let state: State = new Map();
  let keyNow = keysOf(state);
  /** Whether everything was taken away that the state makes out of date, and the list is that of the state. */
  let isLookedThrough = false;
  let listed: Listed = { addresses: [], groups: new Map() };
  let listedAt: Hash | undefined;
  const waiting = waitingPages(waitingSince);
  /** Manifests that do not name all that was made: where one cannot be written, the pages are there, and it is tried again. */
  const unkept = new Set<string>();

  // What an earlier build made says the same: it is served until it was made again.
  const isMissing = ({ path: address }: SiteAddress) => manifest.get(address)?.build !== build;

  const lookThrough = async () => {
    const now = await publishedState();
    if (isLookedThrough && isSame(now, state)) return 0;
    // From here on what cannot be taken away says so, and is not overruled at the end.
    [state, keyNow, isLookedThrough] = [now, keysOf(now), true];
    // Nothing that was redacted is kept, and no page is made of what was before and what is now.
    renderers.forget();
    try {
      const stale = [...manifest].filter(([, made]) => made.key !== keyNow(made.reads)).map(([address]) => address);
      const removed = await removeAll(stale);
      if (listedAt !== now.get("city")) {
        listedAt = undefined;
        listed = await list();
        const known = new Set(listed.addresses.map(({ path: address }) => address));
        await removeAll([...manifest.keys()].filter((address) => !known.has(address)));
        if (isLookedThrough) listedAt = now.get("city");
      }
      waiting.renew(listed.addresses.filter(isMissing));
      return removed;
    } catch (error) {
      isLookedThrough = false;
      throw error;
    }
  };

  let looking: Promise<unknown> = Promise.resolve();
  let next: Promise<number> | null = null;
  // One look at a time; whoever asks during one gets the next, which has not read anything yet.
  const look = () => {
    next ??= looking.then(() => {
      next = null;
      const now = lookThrough();
      looking = now.catch(() => {});
      return now;
    });
    return next;
  };

  /**
   * Takes away what no manifest names: what was made just before the last end, of which nobody knows how old it is. Of a
   * hundred thousand files that takes a while, in which looks go on.
   */
  const sweep = async () => {
    const made = [...manifest.values()].flatMap(({ file, time }) => (file === null ? [] : [[file, time] as const]));
    const { there, stayed } = await keepOnly(site, new Map([...forPages, ...made]));
    for (const [address, { file }] of manifest) {
      if (file === null || there.has(file)) continue;
      manifest.delete(address);
      stuck.delete(address);
    }
    waiting.renew(listed.addresses.filter(isMissing));
    unnamed = stayed;
    sweepAt = stayed.length > 0 ? performance.now() + TRIED_AGAIN_MS : Number.POSITIVE_INFINITY;
  };
  /** Why something that no manifest names is still there. */
  let unnamed: readonly string[] = [];
  let sweepAt = 0;

  /**
   * Asks the app for an address and puts what it answers in its place; no file where there is nothing to keep. False where
   * something changed meanwhile that this says: then it is still missing.
   */
  const makeOne = async ({ path: address, group, notFound }: SiteAddress): Promise<boolean> => {
    const keyThen = keyNow;
    const { status, type, bytes, reads: drawnOf } = await renderers.ask(address, manifestName(group));
    const reads = oneOf(drawnOf);
    if (status !== 200 && status !== 404) throw new Error(`${address}: ${status}`);
    const isPage = type.startsWith("text/html");
    const place = notFound ? notFoundFile(site) : fileOf(site, address, isPage);
    const file = status === (notFound ? 404 : 200) ? place : null;
    const key = keyThen(reads);
    // What takes away and what puts in place never have the same file in hand.
    await looking;
    if (key !== keyNow(reads)) return false;
    const name = file && path.relative(site, file);
    // What an earlier build made is gone first, or whoever is ended in between would leave forms of both.
    await remove(address);
    const time = file ? await putFile(file, bytes) : 0;
    manifest.set(address, { file: name, time, reads, key, build });
    if (key === keyNow(reads)) {
      waiting.made(address);
      return true;
    }
    await remove(address);
    return false;
  };

  return {
    look,
    make: async (forMs, signal) => {
      if (performance.now() > sweepAt) await sweep();
      const due = waiting.due();
      // What draws takes seconds to open, and whoever waits for it says meanwhile that there is something to do.
      const isOpen = due.length > 0 && (await Promise.race([renderers.opened().then(() => true), sleep(forMs, false)]));
      const end = performance.now() + forMs;
      const mayGoOn = () => performance.now() < end && !signal?.aborted;
      const tried = await workThrough(isOpen ? due : [], renderers.atOnce, makeOne, mayGoOn);
      waiting.tried(tried, isMissing);
      for (const { group } of tried.keys()) unkept.add(manifestName(group));
      await keepManifest(
        site,
        [...unkept].map((name) => [name, madeOf(listed.groups.get(name) ?? [], manifest)]),
      );
      unkept.clear();
      if (waiting.count === 0) renderers.forget();
      const made = [...tried.values()].filter((done) => done === true).length;
      return {
        ...{ ready: manifest.size, made, waiting: waiting.count, waitingSince: waiting.since },
        failing: [...new Set([...waiting.failing, ...stuck.values(), ...unnamed])],
        idle: waiting.due().length === 0,
      };
    },
  };
}

function madeOf(addresses: readonly SiteAddress[], manifest: Manifest) {
  return addresses.flatMap(({ path: address }): [string, Made][] => {
    const made = manifest.get(address);
    return made ? [[address, made]] : [];
  });
}
