import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { POLICY, squeezed, WARD } from "./ward.ts";

// What the ward's page says of itself (chrome, page number, raw forms of what stands elsewhere) is not the policy.
const LEFT_OUT = new Set(
  `_meta derived pageChrome page pdfNotice headingRaw label raw unitRaw dateRaw phoneFaxRaw addressRaw formsMentioned
   fieldMentioned eraLabel`.split(/\s+/),
);

interface Seed {
  issues: { title: string; strategies: { initiatives: { budget: { amountRaw: string } }[] }[] }[];
}

const seed = JSON.parse(readFileSync("prisma/seed/higashisumiyoshi-2020.json", "utf8")) as Seed;

function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([key, inner]) => (LEFT_OUT.has(key) ? [] : stringsOf(inner)));
}

test("the page holds every string of the ward's own page, the issues in order and each budget @no-script-only", async ({
  page,
}) => {
  await page.goto(POLICY);
  const text = squeezed(await page.locator("body").innerText());
  const strings = stringsOf(seed);
  expect(strings.length).toBeGreaterThan(90);
  expect(strings.filter((string) => !text.includes(squeezed(string)))).toEqual([]);

  const main = squeezed(await page.locator("main").innerText());
  const places = seed.issues.map((issue) => main.indexOf(squeezed(issue.title)));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));

  const budgets = seed.issues.flatMap((issue) =>
    issue.strategies.flatMap((strategy) => strategy.initiatives.map((initiative) => initiative.budget.amountRaw)),
  );
  expect(budgets).toHaveLength(8);
  for (const budget of budgets) expect(main).toContain(`${budget}千円`);
});

test("each page says that it is not the official one, and what it does not contain @no-script-only", async ({
  page,
}) => {
  for (const path of [POLICY, `${POLICY}/initiatives/1-1-2`]) {
    await page.goto(path);
    const text = await page.locator("body").innerText();
    expect(text).toContain("公式のページではありません");
    expect(text).toContain("CC BY 4.0");
    expect(text).toContain("2021-06-04");
    expect(text).toContain("未公開");
    expect(text).toContain("様式2・3");
  }
});

test("the policy's own text is marked as Japanese on the English page", async ({ page }) => {
  await page.goto(`/en/${WARD}/2020`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  for (const title of seed.issues.map((issue) => issue.title)) {
    const marked = page.locator(`[lang="ja"]`).filter({ hasText: title }).first();
    await expect(marked).toBeAttached();
  }
});

test("what does not exist is a true 404 at the first request", async ({ request }) => {
  for (const path of [
    "/ja/nowhere/2020",
    `/ja/${WARD}/2019`,
    `/ja/${WARD}/20200`,
    `/ja/${WARD}/abcd`,
    `${POLICY}/initiatives/9-9-9`,
    "/fr",
    "/ja/nothing-here",
    "/api/v1/organizations/nowhere/policies/2020",
    `/api/v1/organizations/${WARD}/policies/1999`,
  ]) {
    expect.soft((await request.get(path)).status(), path).toBe(404);
  }
});

test("the current Edition is data, with an ETag that answers 304", async ({ request }) => {
  const address = `/api/v1/organizations/${WARD}/policies/2020`;
  const response = await request.get(address);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-type"]).toContain("application/json");
  const etag = response.headers().etag ?? "";
  const { edition } = await response.json();
  expect(etag).toBe(`"${edition.hash}"`);
  expect((await request.get(address, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  expect((await request.get(address, { headers: { "If-None-Match": '"another"' } })).status()).toBe(200);
});

test("the health check tells of the database", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: "ok", database: "ok" });
});
