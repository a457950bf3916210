import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccess } from "./access.ts";

const EVERY_WIDTH = [320, 375, 768, 1280] as const;

/** What the sitemap does not list: nothing leads a search engine there, but readers come all the same. */
const NOT_LISTED = ["/mihon/2024/editions/1", "/mihon/2024/revisions/compare?from=1&to=2", "/search?q=防災"];

/** Every address that the sitemap lists, without the host. */
async function listed(request: APIRequestContext): Promise<string[]> {
  const addressesIn = async (path: string) => {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(200);
    return [...(await answer.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => {
      const { pathname, search } = new URL(address.replaceAll("&amp;", "&"));
      return `${pathname}${search}`;
    });
  };
  const first = await addressesIn("/sitemap.xml");
  const parts = first.filter((path) => path.endsWith(".xml"));
  return parts.length > 0 ? (await Promise.all(parts.map(addressesIn))).flat() : first;
}

/** What kind of page an address is: the same in each year and of each item. */
const kindOf = (path: string) => path.replace(/\/\d{4}(?=\/|$)/, "/year").replace(/\/(\d+(-\d+)*)$/, "/code");

for (const forcedColors of ["none", "active"] as const) {
  test(`@long every kind of public page, in both languages, at each width, forced colours: ${forcedColors}`, async ({
    browser,
    request,
  }) => {
    test.setTimeout(40 * 60_000);
    const kinds = new Map((await listed(request)).reverse().map((path) => [kindOf(path), path]));
    const paths = [...kinds.values(), ...NOT_LISTED.flatMap((path) => [`/ja${path}`, `/en${path}`])];
    // City, organisation, policy, four kinds of items, history, formulation, vision, years, search, statements.
    expect(paths.length).toBeGreaterThan(2 * 15);
    const page = await (await browser.newContext({ forcedColors })).newPage();
    for (const path of paths) await expectAccess(page, path, EVERY_WIDTH);
  });
}
