import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Read } from "../data/published-reads.ts";
import type { SiteAddress } from "./public-pages.ts";

/**
 * What the compiled site was made of, outside the folder that is served: one file for each organisation's year, so that a
 * release writes one of them anew.
 */

const page = z.object({
  /** The file, below the site's folder; null where the app answered that there is nothing, or it cannot be a file. */
  file: z.string().nullable(),
  /** Which time the file bears. */
  time: z.number(),
  /** What was read for it. */
  reads: z.array(z.string()),
  /** How that stood. */
  key: z.string(),
  /** By which build, for which address of the site. */
  build: z.string(),
});
const pages = z.record(z.string(), page);

/** One address as it was made last. */
export type Made = Omit<z.infer<typeof page>, "reads"> & { readonly reads: readonly Read[] };
export type Manifest = Map<string, Made>;

const manifestFolder = (site: string) => path.join(site, "manifest");

/** The name of the manifest file in which a group of addresses stands. */
export const manifestName = ({ org, year }: SiteAddress["group"]): string =>
  `${["site", org, year].filter((part) => part !== undefined).join(".")}.json`;

/** Everything that was made so far. A manifest that cannot be read counts for nothing: its pages are made again. */
export async function readManifest(site: string): Promise<Manifest> {
  const folder = manifestFolder(site);
  await mkdir(folder, { recursive: true });
  const made: Manifest = new Map();
  for (const name of await readdir(folder)) {
    if (!name.endsWith(".json")) continue;
    for (const [address, entry] of Object.entries(await readPages(path.join(folder, name)))) {
      made.set(address, { ...(entry as Made), reads: oneOf(entry.reads as Read[]) });
    }
  }
  return made;
}

async function readPages(file: string): Promise<z.infer<typeof pages>> {
  try {
    return pages.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return {};
  }
}

const known = new Map<string, readonly Read[]>();

/** The same list of reads for everybody who read the same, so that many thousand pages share a few. */
export function oneOf(reads: readonly Read[]): readonly Read[] {
  const name = reads.join("\n");
  const list = known.get(name) ?? reads;
  known.set(name, list);
  return list;
}

/** Keeps what was made of some groups. */
export async function keepManifest(
  site: string,
  groups: readonly (readonly [string, readonly (readonly [string, Made])[]])[],
): Promise<void> {
  await mkdir(manifestFolder(site), { recursive: true });
  for (const [name, entries] of groups) {
    const file = path.join(manifestFolder(site), name);
    await writeFile(`${file}.new`, JSON.stringify(Object.fromEntries(entries)), { flush: true });
    await rename(`${file}.new`, file);
  }
}
