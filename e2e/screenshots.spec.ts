import path from "node:path";
import { expect, test } from "@playwright/test";
import { ask, POLICY } from "./ward.ts";

/** Where the pictures go: no part of the repository. */
const FOLDER = "test-results/screenshots";
const WIDTHS = [375, 768, 1280];

/** Every kind of public page, to be looked at. */
async function pages(): Promise<Record<string, string>> {
  const [row] = await ask(
    `SELECT max(p."fiscalYear") - 1 AS year FROM "Policy" p JOIN "Organization" o ON o.id = p."organizationId"
      WHERE o.slug = 'mihon'`,
  );
  const sample = `/ja/mihon/${row?.year}`;
  return {
    ...{ city: "/ja", "city-en": "/en", "city-none": "/ja?text=x&year=1", organization: "/ja/mihon", policy: sample },
    ...{ "policy-without-evaluations": POLICY, "policy-en": sample.replace("/ja/", "/en/") },
    ...{ issue: `${sample}/issues/2`, "issue-without-evaluations": `${POLICY}/issues/1` },
    ...{
      strategy: `${sample}/strategies/2-1`,
      initiative: `${sample}/initiatives/2-1-3`,
      reform: `${sample}/reform/1`,
    },
    ...{ "initiative-en": `${sample.replace("/ja/", "/en/")}/initiatives/2-1-3`, years: `${sample}/years` },
    ...{ revisions: `${sample}/revisions`, edition: `${sample}/editions/1`, formulation: `${sample}/formulation` },
    ...{ vision: `${sample}/vision`, "not-found": "/ja/nowhere" },
  };
}

test.describe.configure({ timeout: 600_000 });

test("pictures of each public page at three widths, in forced colours and on paper @long", async ({ page }) => {
  for (const [name, address] of Object.entries(await pages())) {
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
