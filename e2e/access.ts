import { appendFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

/** Where to keep what was tried, a line of JSON each; scripts/access-report.ts asks for it. */
const LOG = process.env.HOSHIN_ACCESS_LOG;

/** What was tried once: a page as it stood, every rule that could be asked, and what was found. */
export interface Tried {
  readonly path: string;
  readonly lang: string;
  readonly width: number;
  readonly rules: readonly { readonly id: string; readonly tags: readonly string[] }[];
  readonly findings: readonly { readonly rule: string; readonly what: string }[];
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** A desk and a phone. */
export const WIDTHS = [1280, 375] as const;

/**
 * What axe finds on the page as it stands, each with the elements that have it; `within` looks at a part of it only.
 * `colours` are asked about unless told otherwise.
 */
export async function foundOn(page: Page, { within, colours = true }: { within?: string; colours?: boolean } = {}) {
  // Half a megabyte of text, so given to a page once, and asked for what is wrong only: the rest is long too.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly: RULES,
    resultTypes: ["violations"],
    rules: { "color-contrast": { enabled: colours } },
  };
  const { findings, ...tried } = await page.evaluate(
    async ([part, asked, all]) => {
      const { axe: tool } = window as unknown as { axe: typeof axe };
      const { violations, passes, incomplete } = await tool.run(part ?? document, asked);
      return {
        path: location.pathname,
        lang: document.documentElement.lang,
        width: innerWidth,
        // What could not be decided was not tested; neither were rules for what the page does not have.
        rules: all
          ? [...violations, ...passes]
              .filter(({ id }) => !incomplete.some((open) => open.id === id))
              .map(({ id, tags }) => ({ id, tags }))
          : [],
        findings: violations.map(({ id, nodes }) => ({ rule: id, what: nodes.map((node) => node.html).join(" ") })),
      };
    },
    [within, options, LOG !== undefined] as const,
  );
  if (LOG) appendFileSync(LOG, `${JSON.stringify({ ...tried, findings } satisfies Tried)}\n`);
  return findings.map(({ rule, what }) => `${rule}: ${what}`);
}

/**
 * A page is usable by everybody: axe finds nothing at any of the widths, and at 320 px, which is also 1280 px at 400 %,
 * nothing needs to be scrolled sideways. Loaded once: what is drawn otherwise at another width is drawn by CSS alone.
 */
export async function expectAccess(page: Page, path: string, widths: readonly number[] = WIDTHS): Promise<void> {
  await page.setViewportSize({ width: widths[0] ?? 1280, height: 900 });
  await page.goto(path);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    // Colours are the same at each width, and asking about them takes the longest.
    const colours = width === widths[0] || Boolean(process.env.HOSHIN_LONG);
    expect.soft(await foundOn(page, { colours }), `${path} at ${width} px`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 800 });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wider, `${path} is wider than 320 px`).toBe(0);
}
