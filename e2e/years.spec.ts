import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addYearsWard, ask, ready, signedIn, type YearsWard } from "./ward.ts";

// A ward of their own: one year released, one to be begun, one that is over and approved.
const name = `years-${randomUUID().slice(0, 8)}`;
let ward: YearsWard;
test.beforeAll(async () => {
  ward = await addYearsWard(name);
});

const main = (page: Page) => page.getByRole("main");

/** The running year of the sample ward, which continues the one before. */
async function sampleYear(): Promise<number> {
  const [row] = await ask(
    `SELECT max(p."fiscalYear") AS year FROM "Policy" p JOIN "Organization" o ON o.id = p."organizationId"
      WHERE o.slug = 'mihon'`,
  );
  return Number(row?.year);
}

test("next year's policy begins with what goes on of this year's, and leads into the editor @no-script", async ({
  browser,
}) => {
  const page = await signedIn(browser, `${name}-coordinator`);
  await page.goto(`/ja/policies/${ward.next}/revisions`);
  await page.getByRole("link", { name: "前年度の方針をもとに始める" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "前年度から写す" })).toBeVisible();
  await ready(page);
  await page.getByRole("checkbox", { name: /具体的取組 1-1-2/ }).uncheck();
  await page.getByRole("checkbox", { name: /取組項目 1/ }).uncheck();
  await page.getByRole("button", { name: "選んだ項目で始める" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "計画の編集" })).toBeVisible();
  const outline = page.getByRole("navigation", { name: "計画の目次" });
  await expect(outline.getByRole("link", { name: /^1-1-1 / })).toBeVisible();
  await expect(outline.getByRole("link", { name: /^1-1-2 / })).toHaveCount(0);
  await outline.getByRole("link", { name: /^1-1-1 / }).click();
  await expect(page.getByLabel("前年度予算額")).toHaveValue("1000");
  await expect(page.getByLabel("当年度予算額")).toHaveValue("");
  const title = page.getByText(/^前年度\(.*\)のこの項目$/);
  await title.click();
  const beside = page.locator("details").filter({ has: title });
  await expect(beside).toContainText("1,000千円");
  await beside.getByRole("link", { name: "公開ページで全文を読む" }).click();
  await expect(page).toHaveURL(new RegExp(`/${ward.slug}/2021/initiatives/1-1-1$`));
});

test("a year that is over is entered as of the day on which it was public, and says so @no-script", async ({
  browser,
}) => {
  const page = await signedIn(browser, `${name}-coordinator`);
  await page.goto(`/ja/releases/${ward.past}`);
  const preview = page.getByRole("button", { name: "公開後のページを確かめる" });
  if (await preview.isVisible()) {
    await preview.click();
    await ready(page);
    await page.getByText("遡って登録する(実際に公開された日を付ける)").click();
    const day = page.getByRole("group", { name: /実際に公開された日/ });
    const fill = async (year: string, month: string, date: string) => {
      await day.getByLabel("年", { exact: true }).fill(year);
      await day.getByLabel("月", { exact: true }).fill(month);
      await day.getByLabel("日", { exact: true }).fill(date);
      await page.getByRole("button", { name: "この日に公開されたものとして登録する" }).click();
    };
    await fill("2099", "4", "1");
    await expect(page.getByText("公開された日の順序が合いません")).toBeVisible();
    await fill("2020", "4", "1");
    await expect(page.getByText("第1版を公開しました。")).toBeVisible();
  }
  const path = `/ja/${ward.slug}/2020`;
  await page.goto(path);
  await expect(main(page).getByText("遡って登録").first()).toBeVisible();
  await expect(main(page)).toContainText("令和2年4月1日(2020年)");
  await page.goto(`${path}/revisions`);
  await expect(page.locator("#edition-1").getByText("遡って登録")).toBeVisible();
  await page.goto(`${path}/editions/1`);
  await expect(main(page).getByText("遡って登録").first()).toBeVisible();
  await page.goto(`${path}/revisions?on=2020-03-31`);
  await expect(main(page)).toContainText("まだ公開されていませんでした");
  await page.goto(`${path}/revisions?on=2020-12-31`);
  await expect(page).toHaveURL(`${path}/editions/1?on=2020-12-31`);
});

test("a policy is read beside the year before, and each item through its years @no-script-only", async ({ page }) => {
  const year = await sampleYear();
  await page.goto(`/ja/mihon/${year}`);
  await page.getByRole("link", { name: /^前年度\(.*\)と比べる$/ }).click();
  await expect(page).toHaveURL(`/ja/mihon/${year}/years`);
  await expect(page.getByRole("heading", { level: 1, name: "前年度との比較" })).toBeVisible();
  await expect(main(page).getByText("継続").first()).toBeVisible();
  // Nothing stands before the sample ward's first year.
  expect((await page.goto(`/ja/mihon/${year - 2}/years`))?.status()).toBe(404);
  await page.goto(`/ja/mihon/${year}/initiatives/2-1-3`);
  const years = page.locator("#years");
  await expect(years.getByRole("table")).toBeVisible();
  await expect(years.getByRole("listitem").filter({ hasText: "この年度" })).toBeVisible();
});

test("the pages about years can be used by everybody at either width", async ({ browser, page }) => {
  test.setTimeout(180_000);
  const year = await sampleYear();
  await expectAccess(page, `/ja/mihon/${year}/years`, [375]);
  await expectAccess(page, `/ja/mihon/${year}/initiatives/2-1-3`);
  const coordinator = await signedIn(browser, `${name}-coordinator`);
  await expectAccess(coordinator, `/ja/policies/${ward.next}/copy`);
  const [revision] = await ask(`SELECT "id" FROM "Submission" WHERE "policyId" = $1 AND phase = 'PLAN'`, ward.next);
  await expectAccess(coordinator, `/ja/submissions/${revision?.id}/plan`);
});
