import { expect, test } from "@playwright/test";
import { scriptlessPage } from "../lib/documents/scriptless-page.ts";
import { BROTLI_QUALITY, compress } from "../lib/site/site-folder.ts";
import { kindOf, listed } from "./crawl.ts";
import { pageSource } from "./page-source.ts";
import { finishedYear, WARD } from "./ward.ts";

/**
 * What a first visit may load: the page, its styles and its pictures, as browsers take them over TLS (brotli), and as whoever
 * has no brotli does.
 */
const BUDGETS = { brotli: 30_000, gzip: 35_000 };

/** As the edge serves it. */
async function sizesOf(bytes: Buffer, quality: number) {
  const { gzip, brotli } = await compress(bytes, quality);
  return { gzip: gzip.length, brotli: brotli.length };
}

test("a first visit of any kind of page loads at most 30 kB, and no script", async ({ request }) => {
  test.setTimeout(120_000);
  // Other journeys add wards of their own.
  const ours = new RegExp(`^/..(?:$|/(?:about|(?:embed/)?(?:${WARD}|mihon))(?:/|$))`);
  const pages = (await listed(request)).filter((path) => ours.test(path));
  // Of each kind and organisation the first and the last.
  const kinds = [
    ...new Set(
      [pages, pages.toReversed()].flatMap((all) => [...new Map(all.map((path) => [kindOf(path), path])).values()]),
    ),
  ];
  const shapes = new Set(kinds.map((path) => kindOf(path).replace(`/${WARD}`, "/ward").replace("/mihon", "/ward")));
  expect(shapes.size, [...shapes].join(" ")).toBeGreaterThan(25);
  const parts = new Map<string, Awaited<ReturnType<typeof sizesOf>>>();
  const part = async (path: string) => {
    const known = parts.get(path);
    if (known !== undefined) return known;
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const sizes = await sizesOf(await answer.body(), BROTLI_QUALITY.buildFile);
    parts.set(path, sizes);
    return sizes;
  };
  const of = `/ja/embed/${WARD}/2020`;
  const whole = `/ja/mihon/${await finishedYear()}`;
  const phases = ["", "/plan", "/mid-year-review", "/self-evaluation"];
  const editions = [
    `${whole}/editions/1`,
    `${whole}/editions/1/plan`,
    ...phases.map((one) => `${whole}/editions/8${one}`),
  ];
  for (const path of [
    ...kinds,
    of,
    `${of}/initiatives/1-1-2`,
    `/ja/${WARD}/2020/editions/1`,
    ...phases.map((one) => whole + one),
    ...editions,
  ]) {
    // As the compiled page is, which the edge serves.
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    const html = scriptlessPage(await answer.text());
    const page = pageSource(html);
    expect(page.scripts, path).toBe(0);
    expect(
      page.loads.some((address) => address.endsWith(".css")),
      path,
    ).toBe(true);
    const loaded = await Promise.all([sizesOf(Buffer.from(html), BROTLI_QUALITY.page), ...page.loads.map(part)]);
    for (const how of ["brotli", "gzip"] as const) {
      const size = loaded.reduce((sum, sizes) => sum + sizes[how], 0);
      expect(size, `${path}: ${size} bytes with ${how}`).toBeLessThanOrEqual(BUDGETS[how]);
    }
  }
});
