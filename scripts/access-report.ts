import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import axe from "axe-core";
import type { Tried } from "../e2e/access.ts";
import { type AccessReport, accessReport } from "../lib/access/report.ts";
import { RESERVED_SLUGS } from "../lib/domain/slugs.ts";
import { requireBrowser } from "./browser.ts";
import { packageCommand, runCommand } from "./command.ts";
import { root } from "./folders.ts";
import { main, say, Trouble } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// Tries every kind of public page in a browser and writes what was tried, and what was found, to lib/access/tried.json,
// from which the site's page of test results is drawn. Needs a build. The file is committed: it says what was true then.
const PUBLIC: readonly string[] = ["about", "ask", "embed", "search"];

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    const folder = mkdtempSync(path.join(tmpdir(), "hoshin-access-"));
    atEnd(async () => rmSync(folder, { recursive: true, force: true }));
    const log = path.join(folder, "tried.jsonl");
    const browser = await requireBrowser(signal);
    const command = packageCommand(
      "@playwright/test/cli.js",
      "test",
      "e2e/public-access.spec.ts",
      "--project=chromium",
      "--reporter=list",
    );
    const env = { HOSHIN_LONG: "1", HOSHIN_ACCESS_LOG: log, CHROMIUM_PATH: browser };
    const run = await runCommand(command, { env, signal, onOutput: (text) => process.stdout.write(text) });
    const lines = readFileSync(log, "utf8").trim().split("\n");
    const tried = lines.map((line) => JSON.parse(line) as Tried).filter((one) => isPublic(one.path));
    if (tried.length === 0) throw new Trouble("試した記録がありません。", "Nothing was tried.");
    const version = await runCommand([browser, "--version"], { signal });
    const report = reportOf(tried, /[\d.]+/.exec(version.output)?.[0] ?? "");
    const file = path.join(root, "lib/access/tried.json");
    writeFileSync(file, `${JSON.stringify(accessReport.parse(report), null, 2)}\n`);
    say(`✓ ${path.relative(root, file)}: ${tried.length} · ${report.findings.length}`);
    return run.code;
  }),
);

function isPublic(address: string): boolean {
  const [, , place = ""] = address.split("/");
  return PUBLIC.includes(place) || !RESERVED_SLUGS.includes(place);
}

function reportOf(tried: readonly Tried[], chromium: string): AccessReport {
  // The two languages of a page are one page.
  const placeOf = (one: Tried) => one.path.replace(/^\/[a-z]{2}(?=\/|$)/, "") || "/";
  const places = new Map(tried.map((one) => [placeOf(one), tried.filter((other) => placeOf(other) === placeOf(one))]));
  const rules = new Map(tried.flatMap((one) => one.rules.map(({ id, tags }) => [id, [...tags].sort()] as const)));
  return {
    on: new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date()),
    tool: { version: axe.version },
    browser: `Chromium ${chromium}`,
    pages: [...places].map(([place, runs]) => ({
      path: place,
      languages: [...new Set(runs.map(({ lang }) => lang))].sort(),
      widths: [...new Set(runs.map(({ width }) => width))].sort((a, b) => a - b),
      runs: runs.length,
    })),
    rules: [...rules].map(([id, tags]) => ({ id, tags })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    findings: tried.flatMap((one) =>
      one.findings.map(({ rule, what }) => ({ path: one.path, width: one.width, rule, what: what.slice(0, 400) })),
    ),
  };
}
