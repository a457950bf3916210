import type { APIRequestContext } from "@playwright/test";
import { type PageSource, pageSource } from "./page-source.ts";

/** What was found out about the pages of the site, without a browser. */
export interface Crawled {
  /** Every page that was read whole, by its path. */
  readonly pages: ReadonlyMap<string, PageSource>;
  /** Pages that asked the reader to keep a cookie. */
  readonly cookies: readonly string[];
  /** Links of those pages that lead nowhere: from which page, to which address, and why. */
  readonly dead: readonly string[];
}

const AT_ONCE = 4;

/** The paths of every page that the sitemap lists, also where it lies in parts. */
export async function listed(request: APIRequestContext): Promise<string[]> {
  const addressesIn = async (path: string) => {
    const map = await (await request.get(path)).text();
    return [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => new URL(address).pathname);
  };
  const first = await addressesIn("/sitemap.xml");
  const parts = first.filter((path) => path.endsWith(".xml"));
  return parts.length > 0 ? (await Promise.all(parts.map(addressesIn))).flat() : first;
}

/** What kind of page an address is: the same in each year and of each item. */
export const kindOf = (path: string) =>
  path.replace(/\/\d{4}(?=\/|$)/, "/year").replace(/\/\d+(-\d+)*(?=\/|$)/, "/code");

/**
 * Reads the pages of a list of paths, and asks for every address of the site that they link to: that one must answer 200,
 * and have the place that a link names after #.
 */
export async function crawl(request: APIRequestContext, site: string, paths: readonly string[]): Promise<Crawled> {
  const pages = new Map<string, PageSource>();
  const answers = new Map<string, number>();
  const cookies: string[] = [];
  const read = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 5, timeout: 60_000 });
    answers.set(path, response.status());
    if (response.headers()["set-cookie"]) cookies.push(path);
    if (!response.headers()["content-type"]?.includes("text/html")) return;
    pages.set(path, pageSource(await response.text()));
  };
  await each([...paths], read);
  const listed = new Map(pages);
  const targets = [...listed].flatMap(([from, page]) =>
    page.links.flatMap(({ href }) => {
      const to = new URL(href, new URL(from, site));
      return to.origin === new URL(site).origin ? [{ from, path: `${to.pathname}${to.search}`, hash: to.hash }] : [];
    }),
  );
  await each(
    [...new Set(targets.map(({ path }) => path))].filter((path) => !answers.has(path)),
    read,
  );
  const dead = targets.flatMap(({ from, path, hash }) => {
    const status = answers.get(path);
    if (status !== 200) return [`${from} → ${path}: ${status}`];
    const place = decodeURIComponent(hash.slice(1));
    return place && !pages.get(path)?.ids.has(place) ? [`${from} → ${path}${hash}: no such place`] : [];
  });
  const silent = paths.filter((path) => answers.get(path) !== 200).map((path) => `${path}: ${answers.get(path)}`);
  return { pages: listed, cookies, dead: [...new Set([...silent, ...dead])] };
}

async function each(paths: string[], read: (path: string) => Promise<void>): Promise<void> {
  const queue = paths.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const path of queue) await read(path);
    }),
  );
}
