import path from "node:path";
import { expect, test } from "@playwright/test";
import { finishedYear, POLICY } from "./ward.ts";

/** Where the pictures go: no part of the repository. */
const FOLDER = "test-results/screenshots";
const WIDTHS = [375, 768, 1280];
/** Names of pages with commas between them, where somebody wants to look at a few only. */
const ONLY = process.env.HOSHIN_PICTURES?.split(",");

/** Every kind of public page, to be looked at. */
async function pages(): Promise<Record<string, string>> {
  const year = await finishedYear();
  const [policy, of] = [`/mihon/${year}`, `/ja/mihon/${year}`];
  return {
    ...{ city: "/ja", "city-en": "/en", "city-none": "/ja?text=x&year=1", organization: "/ja/mihon" },
    ...{ policy: of, "policy-en": `/en${policy}`, "policy-without-evaluations": POLICY },
    ...{ plan: `${of}/plan`, "mid-year-review": `${of}/mid-year-review`, "self-evaluation": `${of}/self-evaluation` },
    ...{ issue: `${of}/issues/2`, "issue-without-evaluations": `${POLICY}/issues/1` },
    ...{ strategy: `${of}/strategies/2-1`, initiative: `${of}/initiatives/2-1-3`, reform: `${of}/reform/1` },
    ...{ "initiative-en": `/en${policy}/initiatives/2-1-3`, years: `${of}/years`, vision: `${of}/vision` },
    ...{
      revisions: `${of}/revisions`,
      compare: `${of}/revisions/compare?from=1&to=2`,
      formulation: `${of}/formulation`,
    },
    ...{ edition: `${of}/editions/1`, "too-early": `${of}/revisions?on=2001-01-01` },
    ...{ search: "/ja/search?q=防災&kind=initiative", "search-en": "/en/search?theme=disaster&superseded=1" },
    ...{ "search-none": "/ja/search?q=潜水艦&theme=disaster", "search-wrong": "/ja/search?q=a b c d e f g h i&year=x" },
    ...{ ask: `/ja/ask${policy}?about=initiative-2-1-3`, "ask-en": `/en/ask${policy}` },
    ...{ sent: `/ja/ask${policy}?done=question`, questions: `${of}/questions` },
    ...{ about: "/ja/about", figures: "/ja/about/figures", licence: "/ja/about/licence", privacy: "/ja/about/privacy" },
    ...{ accessibility: "/ja/about/accessibility", results: "/ja/about/accessibility/results" },
    ...{ card: `/ja/embed${policy}`, "card-initiative": `/ja/embed${policy}/initiatives/2-1-3` },
    "not-found": "/ja/nowhere",
  };
}

test.describe.configure({ timeout: 600_000 });

test("pictures of each public page at three widths, in forced colours and on paper @long", async ({ page }) => {
  for (const [name, address] of Object.entries(await pages())) {
    if (ONLY && !ONLY.includes(name)) continue;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(address);
      await page.screenshot({ path: path.join(FOLDER, `${name}-${width}.png`), fullPage: true });
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wider, `${address} at ${width} px`).toBe(0);
    }
    await page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
    await page.screenshot({ path: path.join(FOLDER, `${name}-forced.png`), fullPage: true });
    await page.emulateMedia({ forcedColors: null, colorScheme: null, media: "print" });
    await page.pdf({ path: path.join(FOLDER, `${name}.pdf`), format: "A4" });
    await page.emulateMedia({ media: null });
  }
});
