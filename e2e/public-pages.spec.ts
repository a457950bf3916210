import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addRevisedWard, finishedYear, POLICY, WARD } from "./ward.ts";

const main = (page: Page) => page.getByRole("main");
const crumbs = (page: Page) => page.getByRole("navigation", { name: "現在位置" });

test("a reader goes from the city down to an initiative, and back by the breadcrumbs @no-script-only", async ({
  page,
}) => {
  const year = await finishedYear();
  await page.goto("/ja");
  await page
    .getByRole("article", { name: /^みほん区/ })
    .getByRole("link", { name: "みほん区" })
    .click();
  await expect(page).toHaveURL("/ja/mihon");
  await expect(main(page).getByRole("article")).toHaveCount(3);
  await main(page)
    .getByRole("link", { name: new RegExp(`\\(${year}年度\\)$`) })
    .click();
  await expect(page).toHaveURL(`/ja/mihon/${year}`);
  await expect(main(page)).toContainText(/自己評価では、具体的取組\d+件のうち目標達成\d+件/);
  await page.locator("#issue-2-heading").getByRole("link").click();
  await expect(page).toHaveURL(`/ja/mihon/${year}/issues/2`);
  await page.locator("#below").getByRole("link", { name: "妊娠期からの切れ目のない支援" }).click();
  await expect(page).toHaveURL(`/ja/mihon/${year}/strategies/2-1`);
  await page.locator("#below").getByRole("link", { name: "子育てひろばの充実" }).click();
  await expect(page).toHaveURL(`/ja/mihon/${year}/initiatives/2-1-3`);
  await expect(page.getByRole("heading", { level: 1, name: "子育てひろばの充実" })).toBeVisible();

  const facts = page.getByRole("region", { name: "この項目について" });
  await expect(facts).toContainText("子育て支援課");
  await expect(page.locator("#evaluations").getByRole("region")).toHaveCount(3);
  await expect(page.locator("#indicators").getByRole("figure")).toHaveCount(2);
  await expect(page.locator("#indicators").getByRole("table").first()).toContainText("目標未達成");

  for (const [name, path] of [
    ["戦略2-1", `/ja/mihon/${year}/strategies/2-1`],
    ["経営課題2", `/ja/mihon/${year}/issues/2`],
    [/みほん区運営方針$/, `/ja/mihon/${year}`],
    ["みほん区", "/ja/mihon"],
    ["運営方針一覧", "/ja"],
  ] as const) {
    await crumbs(page).getByRole("link", { name, exact: true }).click();
    await expect(page).toHaveURL(path);
  }
});

test("a reform item has its page, and the language switch keeps it @no-script-only", async ({ page }) => {
  const year = await finishedYear();
  await page.goto(`/ja/mihon/${year}`);
  await page.locator("#reform-item-1-heading").getByRole("link").click();
  await expect(page).toHaveURL(`/ja/mihon/${year}/reform/1`);
  await expect(page.locator("#evaluations").getByRole("region")).toHaveCount(3);
  await page.getByRole("navigation", { name: "言語" }).getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(`/en/mihon/${year}/reform/1`);
  await expect(page.getByRole("heading", { level: 2, name: "Plan, mid-year review, self-evaluation" })).toBeVisible();
});

test("the list of organisations is narrowed down, and says what it does not understand @no-script-only", async ({
  page,
}) => {
  await page.goto("/ja");
  await page.getByLabel("組織名・題名に含まれる文字").fill("みほん");
  await page.getByRole("button", { name: "しぼる" }).click();
  await expect(page.getByRole("article")).toHaveCount(1);
  await page.getByRole("link", { name: "条件をはずす" }).click();
  await page.getByLabel("年度", { exact: true }).selectOption("2020");
  await page.getByRole("button", { name: "しぼる" }).click();
  await expect(page.getByRole("article", { name: "東住吉区" })).toBeVisible();
  await expect(page.getByRole("article", { name: /^みほん区/ })).toHaveCount(0);
  const response = await page.goto("/ja?year=1789&stage=nothing&text=%E3%81%AA%E3%81%84%E5%8C%BA");
  expect(response?.status()).toBe(200);
  await expect(main(page)).toContainText("年度の値「1789」は、この一覧にはありません。");
  await expect(main(page)).toContainText("条件に合う組織はありません");
  await expect(page.getByLabel("組織名・題名に含まれる文字")).toHaveValue("ない区");
});

test("of the ward without evaluations the figures say that there are none @no-script-only", async ({ page }) => {
  await page.goto(`${POLICY}/issues/1`);
  await expect(main(page)).toContainText("未公開");
  await expect(main(page)).toContainText("様式2・3の原本は、このデータに含まれていません。");
  await expect(page.locator("#budgets")).toContainText("決算額は自己評価とともに公開されます。");
});

test("what is not there is a true 404, and an item's data is at its page's address", async ({ request }) => {
  // The first to ask for a ward waits for it.
  test.setTimeout(120_000);
  const revised = await addRevisedWard();
  const data = `/api/v1/organizations/${WARD}/policies/2020`;
  for (const path of [
    ...["/ja/nowhere", `/ja/${WARD}x`, `${POLICY}/issues/9`, `${POLICY}/strategies/1-9`, `${POLICY}/reform/99`],
    ...[`${POLICY}/issues/1-1`, `/ja/${WARD}/2019/issues/1`, `/ja/${revised}/2021/strategies/1-1-2`],
    ...[`${data}/issues/9`, `${data}/nothing/1`, `${data}/initiatives/%00`, `${data}/reformItem/1`],
  ]) {
    expect.soft((await request.get(path)).status(), path).toBe(404);
  }
  for (const [path, type] of [
    ["issues/1", "issue"],
    ["initiatives/1-2-2", "initiative"],
    ["reform/1", "reformItem"],
  ]) {
    const response = await request.get(`${data}/${path}`);
    const answer = await response.json();
    expect([answer.type, answer.item.code]).toEqual([type, `${path}`.split("/")[1]]);
    expect(answer.item).not.toHaveProperty("sectionId");
    const etag = response.headers().etag ?? "";
    expect((await request.get(`${data}/${path}`, { headers: { "If-None-Match": etag } })).status()).toBe(304);
  }
});

test("each kind of page can be used by everybody", async ({ page }) => {
  test.setTimeout(180_000);
  const year = await finishedYear();
  await expectAccess(page, "/ja/mihon");
  await expectAccess(page, `/ja/mihon/${year}/issues/2`);
  await expectAccess(page, `/ja/mihon/${year}/strategies/2-1`, [375]);
  await expectAccess(page, `/ja/mihon/${year}/reform/1`, [375]);
});
