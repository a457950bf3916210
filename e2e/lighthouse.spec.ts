import { execFile } from "node:child_process";
import { rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { findChromium } from "../scripts/browser.ts";
import { runCommand, scriptCommand } from "../scripts/command.ts";
import { startEdge } from "../scripts/edge.ts";
import { dataFolder } from "../scripts/folders.ts";
import { appOfWorker } from "../scripts/playwright-app.ts";
import { freePort } from "../scripts/ports.ts";
import { POLICY } from "./ward.ts";

/** Not installed with the other packages, of which it would be the heaviest by far: fetched by the long tests alone. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["accessibility", "best-practices", "seo"] as const;
const RUNS = 3;
/** One of each kind of page that most readers come to. */
const PAGES = ["/ja", POLICY, `${POLICY}/initiatives/1-2-2`, `${POLICY}/revisions`];

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
}

/** What Lighthouse says of an address as a phone meets it; the report's scores go from 0 to 1. */
async function lighthouse(url: string, categories: readonly string[]): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    "npm",
    [
      ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", url],
      ...["--quiet", "--output=json", "--output-path=stdout", "--no-enable-error-reporting"],
      `--only-categories=${categories.join(",")}`,
      "--chrome-flags=--headless --no-sandbox --disable-dev-shm-usage",
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() ?? "" }, maxBuffer: 64 * 2 ** 20 },
  );
  return JSON.parse(stdout) as Report;
}

/** The audits that cost a category its points. */
const lostIn = ({ categories, audits }: Report, category: string) =>
  (categories[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
    const audit = audits[id];
    return weight > 0 && audit && audit.score !== null && audit.score < 1 ? [`${category}: ${id} ${audit.title}`] : [];
  });

/** Expects the best in every category of every page, in the median of three. */
async function expectBest(site: string, categories: readonly string[]): Promise<void> {
  for (const page of PAGES) {
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run += 1) reports.push(await lighthouse(`${site}${page}`, categories));
    for (const category of categories) {
      const scores = reports.map((report) => report.categories[category]?.score ?? 0).sort((a, b) => a - b);
      console.log(page, category, scores.map((score) => Math.round(score * 100)).join(" "));
      const lost = new Set(reports.flatMap((report) => lostIn(report, category)));
      expect.soft(scores[Math.floor(RUNS / 2)], `${page} ${[...lost].join("\n")}`).toBe(1);
    }
  }
}

test("@long the app's public pages have 100 in accessibility, best practices and SEO, in the median of three", async ({
  baseURL,
}) => {
  test.setTimeout(20 * 60_000);
  await expectBest(baseURL ?? "", CATEGORIES);
});

test("@long @alone through the edge public pages have 100 in all four categories, in the median of three", async ({
  baseURL,
}) => {
  test.setTimeout(30 * 60_000);
  const folder = path.join(dataFolder, `test/lighthouse-${process.pid}`);
  const site = path.join(folder, "site");
  const port = await freePort();
  const compiled = await runCommand(scriptCommand("site.ts"), {
    env: {
      ...{ HOSHIN_SITE: site, HOSHIN_DEMO: "1", DATABASE_URL: appOfWorker()?.databaseUrl },
      ...{ NEXTAUTH_URL: `http://localhost:${port}`, NEXTAUTH_SECRET: "to compile with, nobody signs in here" },
    },
  });
  expect(compiled.code, compiled.output).toBe(0);
  const apps = [Number(new URL(baseURL ?? "").port)];
  const edge = await startEdge({ apps, site, folder: path.join(folder, "edge"), port });
  try {
    await expectBest(edge.baseURL, ["performance", ...CATEGORIES]);
  } finally {
    await edge.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
