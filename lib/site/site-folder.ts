import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/**
 * The folder that a web server serves: a file for each address, beside it the same compressed. A file is whole or not
 * there: it is written beside its place and put there by rename.
 */

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** The best that does not take longer than drawing the page. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
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

/** Puts a file and its compressed forms in their place. */
export async function putFile(file: string, bytes: Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const [gz, br] = await Promise.all([gzipped(bytes, { level: 9 }), brotlied(bytes, BROTLI)]);
  // The plain one last: a web server asks for it before it serves a compressed one.
  const forms = [[`${file}.gz`, gz] as const, [`${file}.br`, br] as const, [file, bytes] as const];
  await Promise.all(forms.map(([form, content]) => writeBeside(form, content)));
  for (const [form] of forms) await rename(beside(form), form);
}

const beside = (file: string) => path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}`);

async function writeBeside(file: string, bytes: Buffer): Promise<void> {
  // A power cut leaves of a file that was renamed before it reached the disk its name and nothing in it.
  await writeFile(beside(file), bytes, { flush: true });
  const time = timeOf(bytes);
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

/** Takes a file away, the plain one first, so that a web server serves none of its forms from then on. */
export async function removeFile(file: string): Promise<void> {
  for (const form of ["", ...COMPRESSED]) await rm(`${file}${form}`, { force: true });
}

/**
 * Takes away every page and feed that is not named, by its path below the site's folder; what builds need stays. Those
 * that are there, of the named.
 */
export async function keepOnly(site: string, named: ReadonlySet<string>): Promise<Set<string>> {
  const there = new Set<string>();
  for (const entry of await readdir(servedFolder(site), { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const isForPages = path.relative(servedFolder(site), file).startsWith(BUILD_FILES);
    if (!entry.isFile() || isForPages) continue;
    const name = path.relative(site, file);
    if (!named.has(name.replace(/\.(?:gz|br)$/, ""))) await rm(file, { force: true });
    else if (named.has(name)) there.add(name);
  }
  return there;
}

/**
 * Adds the files of a build that pages need, under the addresses that they have in the app. Nothing is ever taken away:
 * a page that was made by an earlier build needs the files of that build. Those that it has, by their paths below the
 * site's folder.
 */
export async function addBuildFiles(site: string, root: string): Promise<string[]> {
  const from = path.join(root, ".next/static");
  const styles = (await readdir(from, { recursive: true })).filter((name) => /\.(css|woff2|svg|png)$/.test(name));
  const needed = [
    ...styles.map((name) => ({ from: path.join(from, name), to: path.join(BUILD_FILES, "static", name) })),
    ...(await readdir(path.join(root, "public"))).map((name) => ({ from: path.join(root, "public", name), to: name })),
  ];
  for (const { from: source, to } of needed) {
    const file = path.join(servedFolder(site), to);
    const bytes = await readFile(source);
    const there = await readFile(file).catch(() => null);
    if (there?.equals(bytes)) continue;
    await putFile(file, bytes);
  }
  return needed.map(({ to }) => path.relative(site, path.join(servedFolder(site), to)));
}
