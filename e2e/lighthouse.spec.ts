import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "@playwright/test";
import { findChromium } from "../scripts/browser.ts";
import { POLICY } from "./ward.ts";

/** Not installed with the other packages, of which it would be the heaviest by far: fetched by the long tests alone. */
const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["accessibility", "best-practices", "seo"] as const;
const RUNS = 3;

interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; title: string }>;
}

/** What Lighthouse says of an address as a phone meets it; the report's scores go from 0 to 1. */
async function lighthouse(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    "npm",
    [
      ...["exec", "--yes", `--package=${LIGHTHOUSE}`, "--", "lighthouse", url],
      ...["--quiet", "--output=json", "--output-path=stdout", "--no-enable-error-reporting"],
      `--only-categories=${CATEGORIES.join(",")}`,
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

test("@long the public pages have 100 in accessibility, best practices and SEO, in the median of three", async ({
  baseURL,
}) => {
  test.setTimeout(20 * 60_000);
  for (const path of ["/ja", POLICY, `${POLICY}/initiatives/1-2-2`, `${POLICY}/revisions`]) {
    const reports: Report[] = [];
    for (let run = 0; run < RUNS; run += 1) reports.push(await lighthouse(`${baseURL}${path}`));
    for (const category of CATEGORIES) {
      const scores = reports.map((report) => report.categories[category]?.score ?? 0).sort((a, b) => a - b);
      console.log(path, category, scores.map((score) => Math.round(score * 100)).join(" "));
      const lost = new Set(reports.flatMap((report) => lostIn(report, category)));
      expect.soft(scores[Math.floor(RUNS / 2)], `${path} ${[...lost].join("\n")}`).toBe(1);
    }
  }
});
