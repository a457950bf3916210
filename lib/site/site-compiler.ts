import { createHash } from "node:crypto";
import { access, mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Read } from "../data/published-reads.ts";
import { publishedState } from "../data/published-state.ts";
import { scriptlessPage } from "../documents/scriptless-page.ts";
import type { Hash } from "../domain/canonical.ts";
import type { PageRenderer } from "./page-renderer.ts";
import { type SiteAddress, siteAddresses } from "./public-pages.ts";
import { addBuildFiles, fileOf, notFoundFile, putFile, removeAllBut, removeFile, servedFolder } from "./site-folder.ts";
import { keepManifest, type Made, type Manifest, manifestName, readManifest } from "./site-manifest.ts";

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

/** A compiler for the site in a folder. Reads what is there already, and trusts no file that its manifest does not name. */
export async function openCompiler(site: string, root: string, renderer: PageRenderer): Promise<SiteCompiler> {
  await mkdir(servedFolder(site), { recursive: true });
  const build = (await readFile(path.join(root, ".next/BUILD_ID"), "utf8")).trim();
  const manifest = await readManifest(site);
  for (const [address, { file }] of manifest) {
    if (file !== null && !(await isThere(path.join(site, file)))) manifest.delete(address);
  }
  // Made just before the last end, and of what nobody wrote down any more.
  await removeAllBut(site, new Set([...manifest.values()].flatMap(({ file }) => file ?? [])));
  await addBuildFiles(site, root);

  const remove = async (address: string) => {
    const file = manifest.get(address)?.file;
    if (file) await removeFile(path.join(site, file));
    manifest.delete(address);
  };

  /** Asks the app for an address and puts what it answers in its place; no file where there is nothing to keep. */
  const make = async ({ path: address, notFound }: SiteAddress): Promise<Pick<Made, "file" | "reads">> => {
    const { status, type, bytes, reads } = await renderer.ask(address);
    if (status >= 500) throw new Error(`${address}: ${status}`);
    const isPage = type.startsWith("text/html");
    const place = notFound ? notFoundFile(site) : fileOf(site, address, isPage);
    const file = status === (notFound ? 404 : 200) ? place : null;
    if (file) await putFile(file, isPage ? Buffer.from(scriptlessPage(bytes.toString("utf8"))) : bytes);
    return { file: file && path.relative(site, file), reads };
  };

  let addresses: SiteAddress[] = [];
  let listedAt: Hash | undefined;
  const failed = new Map<string, { readonly until: number; readonly what: string }>();

  return {
    step: async (signal) => {
      const state = await publishedState();
      const upToDate = ({ reads, key }: Made) => key === keyOf(reads, state);
      const stale = [...manifest].filter(([, made]) => !upToDate(made)).map(([address]) => address);
      await Promise.all(stale.map(remove));
      if (listedAt === undefined || listedAt !== state.get("city")) {
        addresses = await siteAddresses();
        listedAt = state.get("city");
        const known = new Set(addresses.map(({ path: address }) => address));
        for (const address of [...manifest.keys()]) if (!known.has(address)) await remove(address);
      }
      const now = performance.now();
      // What an earlier build made says the same: it is served until it was made again.
      const missing = addresses.filter(({ path: address }) => manifest.get(address)?.build !== build);
      const due = missing.filter(({ path: address }) => (failed.get(address)?.until ?? 0) < now);
      const tried = await inTime(due, make, signal);
      for (const [{ path: address }, done] of tried) {
        failed.delete(address);
        if (done instanceof Error) failed.set(address, { until: now + TRIED_AGAIN_MS, what: done.message });
        else manifest.set(address, { ...done, key: keyOf(done.reads, state), build });
      }
      const names = new Set([...tried.keys()].map(({ group }) => manifestName(group)));
      await keepManifest(site, groupsOf(addresses, names, manifest));
      const failing = [...failed.values()].map(({ what }) => what);
      const made = [...tried.values()].filter((done) => !(done instanceof Error)).length;
      return {
        ...{ ready: manifest.size, waiting: missing.length - made, made },
        ...{ removed: stale.length, failing },
      };
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

function groupsOf(addresses: readonly SiteAddress[], names: ReadonlySet<string>, manifest: Manifest) {
  const groups = new Map<string, [string, Made][]>();
  for (const { path: address, group } of addresses) {
    const name = manifestName(group);
    const made = manifest.get(address);
    if (!names.has(name) || !made) continue;
    groups.set(name, [...(groups.get(name) ?? []), [address, made]]);
  }
  return groups;
}

const isThere = (file: string) =>
  access(file).then(
    () => true,
    () => false,
  );
