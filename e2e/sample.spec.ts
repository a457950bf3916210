import { expect, test } from "@playwright/test";
import { ask, PASSWORD, signInOn } from "./ward.ts";

/** The sample ward's years are those of the day of its first seeding. */
async function years(): Promise<number[]> {
  const rows = await ask(
    `SELECT p."fiscalYear" FROM "Policy" p JOIN "Organization" o ON o.id = p."organizationId"
      WHERE o.slug = 'mihon' ORDER BY p."fiscalYear"`,
  );
  return rows.map((row) => Number(row.fiscalYear));
}

test("the front page names both wards, and marks the made-up one @no-script-only", async ({ page }) => {
  await page.goto("/ja");
  await expect(page.getByRole("article", { name: /^みほん区/ }).getByText("見本", { exact: true })).toBeVisible();
  const real = page.getByRole("article", { name: "東住吉区" });
  await expect(real).toBeVisible();
  await expect(real.getByText("見本", { exact: true })).toHaveCount(0);
});

test("every page of the sample ward says 見本 in its title, over it and in its data @no-script-only", async ({
  page,
  request,
}) => {
  const found = await years();
  expect(found).toHaveLength(3);
  for (const year of found) {
    for (const path of [`/ja/mihon/${year}`, `/ja/mihon/${year}/initiatives/5-1-1`, "/ja/mihon"]) {
      await page.goto(path);
      await expect(page).toHaveTitle(/^【見本】/);
      await expect(page.getByRole("complementary", { name: "見本であることについて" })).toContainText(
        "みほん区とその文章は架空のもの",
      );
    }
    await page.goto(`/en/mihon/${year}`);
    await expect(page).toHaveTitle(/^\[Sample\]/);
    const data = await (await request.get(`/api/v1/organizations/mihon/policies/${year}`)).json();
    expect(data.organization.sample).toBe(true);
  }
  await page.goto("/ja/higashisumiyoshi/2020");
  await expect(page).not.toHaveTitle(/見本/);
});

test("the finished year shows a missed target, the reason for another grade, and an unmeasured one @no-script-only", async ({
  page,
}) => {
  const [, finished] = await years();
  await page.goto(`/ja/mihon/${finished}/initiatives/2-1-3`);
  await expect(page.getByText("2月に施設の空調工事で1か所を12日間休んだことによる").first()).toBeVisible();
  await page.goto(`/ja/mihon/${finished}/initiatives/3-1-3`);
  await expect(page.getByRole("main").getByText("未測定", { exact: false }).first()).toBeVisible();
});

test("on the pages of its staff it is marked too, and their desk has sheets to write @no-script", async ({ page }) => {
  await page.goto("/ja/sign-in");
  await signInOn(page, "staff@mihon.example", PASSWORD);
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  const strip = page.getByRole("complementary", { name: "見本であることについて" });
  await expect(strip).toBeVisible();
  const links = page.getByRole("region", { name: /書くもの/ }).getByRole("link");
  for (const target of ["戦略 3-2", "具体的取組 3-1-2"]) {
    await expect(page.getByRole("main").getByText(target, { exact: true }).first()).toBeVisible();
  }
  await links.first().click();
  await expect(page).toHaveURL(/\/submissions\//);
  await expect(strip).toBeVisible();
});
