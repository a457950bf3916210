import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { FILES_AT_ONCE, workThrough, workThroughFiles } from "./work-through.ts";

/**
 * The folder that a web server serves: a file for each address, beside it the same compressed. A file is whole or not
 * there: it is written beside its place and put there by rename.
 */

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/**
 * How hard brotli tries. For a page a twentieth of drawing it: 9 would be a third of it, for files that are less than a
 * hundredth smaller. What a build needs is compressed once, and sent with every page.
 */
export const BROTLI_QUALITY = { page: 7, buildFile: constants.BROTLI_MAX_QUALITY };
/** Where the files of builds lie. */
const BUILD_FILES = "_next";
const COMPRESSED = [".gz", ".br"];

/** Where a web server looks for what it serves. */
export const servedFolder = (site: string): string => path.join(site, "served");

/**
 * The file of an address: a page is the index of its folder, anything else is as it is called. Null where the address
 * cannot be a file's name on every system; the app goes on answering for it.
 */
export function fileOf(site: string, address: string, isPage: boolean): string | null {
  const parts = address.split("/").slice(1).map(decodeURIComponent);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file is called so.
  const unfit = parts.some((part) => /^\.|[\\/:*?"<>|\u0000-\u001f]/.test(part) || Buffer.byteLength(part) > 200);
  if (unfit || parts.includes("")) return null;
  return path.join(servedFolder(site), ...parts, ...(isPage ? ["index.html"] : []));
}

/** The page that a web server shows for an address that has none. */
export const notFoundFile = (site: string): string => path.join(servedFolder(site), "404.html");

/** What a web server sends instead of a file to whoever reads it. */
export async function compress(
  bytes: Buffer,
  quality = BROTLI_QUALITY.page,
): Promise<{ gzip: Buffer; brotli: Buffer }> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
  const [gz, br] = await Promise.all([gzipped(bytes, { level: 9 }), brotlied(bytes, { params })]);
  return { gzip: gz, brotli: br };
}

/**
 * Puts a file and its compressed forms in their place, and says which time it bears. Where that fails nothing of it is
 * there.
 */
export async function putFile(file: string, bytes: Buffer, quality = BROTLI_QUALITY.page): Promise<number> {
  await mkdir(path.dirname(file), { recursive: true });
  const { gzip: gz, brotli: br } = await compress(bytes, quality);
  const time = timeOf(bytes);
  const forms = [[file, bytes] as const, [`${file}.gz`, gz] as const, [`${file}.br`, br] as const];
  try {
    await workThroughFiles(forms, ([form, content]) => writeBeside(form, content, time));
    // The plain one last: as long as it is not there, whoever starts takes the others away.
    for (const [form] of forms.toReversed()) await rename(beside(form), form);
  } catch (error) {
    await removeFile(file).finally(() => workThroughFiles(forms, ([form]) => rm(beside(form), { force: true })));
    throw error;
  }
  return time;
}

const beside = (file: string) => path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);

async function writeBeside(file: string, bytes: Buffer, time: number): Promise<void> {
  // A power cut leaves of a file that was renamed before it reached the disk its name and nothing in it.
  await writeFile(beside(file), bytes, { flush: true });
  await utimes(beside(file), time, time);
}

/**
 * The time that a file bears, in seconds: its content's, not the clock's. A web server tells two states of a file apart by
 * length and time (ETag), and of two pages made within one second a reader would otherwise go on being shown the first.
 */
function timeOf(bytes: Buffer): number {
  // Between the years 2001 and 2023.
  return 1_000_000_000 + (createHash("sha256").update(bytes).digest().readUInt32BE() % 700_000_000);
}

/**
 * Takes a file away in all of its forms. A web server that finds a compressed one does not ask for the plain one, which is
 * therefore last: of what was not taken away whole it is still known what it was.
 */
export async function removeFile(file: string): Promise<void> {
  await workThroughFiles(COMPRESSED, (form) => rm(`${file}${form}`, { force: true }));
  await rm(file, { force: true });
}

/**
 * Takes away every page and feed that is not as it is named: by its path below the site's folder and the time that it
 * bears, which is its content's. What builds need stays. Says which of the named are there, and why anything else still is.
 */
export async function keepOnly(
  site: string,
  named: ReadonlyMap<string, number>,
): Promise<{ there: Set<string>; stayed: string[] }> {
  const entries = await readdir(servedFolder(site), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const names = files
    .filter((file) => !path.relative(servedFolder(site), file).startsWith(BUILD_FILES))
    .map((file) => path.relative(site, file));
  const there = new Set<string>();
  await workThroughFiles(
    names.filter((name) => named.has(name)),
    async (name) => {
      // Somebody may take away what is out of date meanwhile.
      const found = await stat(path.join(site, name)).catch(() => null);
      if (found?.mtimeMs === (named.get(name) ?? 0) * 1000) there.add(name);
    },
  );
  const removed = await workThrough(
    names.filter((name) => !there.has(name.replace(/\.(?:gz|br)$/, ""))),
    FILES_AT_ONCE,
    (name) => rm(path.join(site, name), { force: true }),
  );
  return {
    there,
    stayed: [...removed.values()].flatMap((result) => (result instanceof Error ? [result.message] : [])),
  };
}

/**
 * Adds the files of a build that pages need, under the addresses that they have in the app. Nothing is ever taken away:
 * a page that was made by an earlier build needs the files of that build. Those that it has, by their paths below the
 * site's folder, with the time that each bears.
 */
export async function addBuildFiles(site: string, root: string): Promise<Map<string, number>> {
  const from = path.join(root, ".next/static");
  const styles = (await readdir(from, { recursive: true })).filter((name) => /\.(css|woff2|svg|png)$/.test(name));
  const needed = [
    ...styles.map((name) => ({ from: path.join(from, name), to: path.join(BUILD_FILES, "static", name) })),
    ...(await readdir(path.join(root, "public"))).map((name) => ({ from: path.join(root, "public", name), to: name })),
  ];
  const files = new Map<string, number>();
  for (const { from: source, to } of needed) {
    const file = path.join(servedFolder(site), to);
    const bytes = await readFile(source);
    const time = timeOf(bytes);
    const there = await stat(file).catch(() => null);
    if (there?.size !== bytes.length || there.mtimeMs !== time * 1000) {
      await putFile(file, bytes, BROTLI_QUALITY.buildFile);
    }
    files.set(path.relative(site, file), time);
  }
  return files;
}
