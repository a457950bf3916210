import { expect, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { kindOf, listed } from "./crawl.ts";
import { WARD } from "./ward.ts";

const LONG = Boolean(process.env.HOSHIN_LONG);
const WIDTHS = LONG ? [1280, 768, 375, 320] : [375];

/** What the sitemap does not list, because no search engine is to lead there: readers come all the same. */
const NOT_LISTED = [
  ...[
    "/search?q=防災",
    "/mihon/2024/editions/1",
    "/mihon/2024/editions/1/plan",
    "/mihon/2024/revisions/compare?from=1&to=2",
    "/nowhere/2020",
  ],
  ...[`/embed/${WARD}/2020`, `/embed/${WARD}/2020/initiatives/1-2-2`, `/ask/${WARD}/2020`],
];
/** What no other journey looks at, which does so for the other kinds in every run. */
const FEW = ["/about", "/about/figures", "/about/accessibility", "/about/accessibility/results", `/embed/${WARD}/2020`];

for (const lang of LONG ? ["ja", "en"] : ["ja"]) {
  for (const forcedColors of LONG ? (["none", "active"] as const) : (["none"] as const)) {
    // scripts/access-report.ts runs these, and keeps what was tried for the site's page of test results.
    test(`every kind of public page is usable by everybody, in ${lang}, forced colours: ${forcedColors}`, async ({
      browser,
      request,
    }) => {
      test.setTimeout(LONG ? 1_800_000 : 120_000);
      const mapped = (await listed(request)).filter((path) => path.startsWith(`/${lang}`));
      const kinds = new Map(mapped.map((path) => [kindOf(path), path]));
      // City, organisation, policy, four kinds of items, history, formulation, vision, years, questions, statements.
      expect(kinds.size).toBeGreaterThan(17);
      const paths = LONG
        ? [...kinds.values(), ...NOT_LISTED.map((path) => `/${lang}${path}`)]
        : FEW.map((path) => `/${lang}${path}`);
      const page = await (await browser.newContext({ forcedColors })).newPage();
      for (const path of paths) await expectAccess(page, path, WIDTHS);
    });
  }
}
