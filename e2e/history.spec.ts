import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addRevisedWard, ask, POLICY, WARD } from "./ward.ts";

/** A ward whose policy was revised several times; what each Edition of it changed stands where it is made. */
let revised = "";
test.beforeAll(async () => {
  revised = `/ja/${await addRevisedWard()}/2021`;
});

const main = (page: Page) => page.getByRole("main");
const entry = (page: Page, number: number) => page.locator(`#edition-${number}`);

test("the history says of each Edition what changed, before and after, why, and which post approved it @no-script-only", async ({
  page,
}) => {
  await page.goto(revised);
  await page.getByRole("link", { name: /改定履歴の全体/ }).click();
  await expect(page).toHaveURL(`${revised}/revisions`);
  const headings = await main(page).getByRole("heading", { level: 2, name: /^第/ }).allInnerTexts();
  expect(headings).toEqual([
    "第5版 改定",
    "第4版 改定・中間振り返りの公開を終了",
    "第3版 中間振り返りを反映",
    "第2版 中間振り返りを反映",
    "第1版 策定",
  ]);
  const fourth = entry(page, 4);
  await expect(fourth.getByText("目標の見直し")).toBeVisible();
  await expect(fourth.getByText("令和3年10月8日(2021年)")).toBeVisible();
  await expect(fourth.getByText("MANAGER職")).toBeVisible();
  await expect(fourth.locator("del").first()).toBeVisible();
  await expect(fourth.locator("ins").first()).toBeVisible();
  await expect(fourth.getByText("遡って登録")).toBeVisible();
  await expect(entry(page, 3).getByText("差替え")).toBeVisible();
  await expect(entry(page, 3).locator("del")).toHaveText("(削除)12");
  await expect(entry(page, 3).locator("ins")).toHaveText("(追加)14");
  await expect(
    entry(page, 1).getByText("経営課題2件、戦略2件、具体的取組4件、取組項目1件を定めました。"),
  ).toBeVisible();
  await entry(page, 1).getByRole("link", { name: "第1版を読む" }).click();
  await expect(page).toHaveURL(`${revised}/editions/1`);
});

test("a past Edition stands as it was published, says what replaced it, and is not indexed @no-script-only", async ({
  page,
}) => {
  await page.goto(`${revised}/editions/1`);
  await expect(page.getByText("この版は第2版に置き換えられました")).toBeVisible();
  await expect(page.locator("#goal")).toContainText("目標");
  await expect(page.locator("#goal")).not.toContainText("新しい目標");
  await expect(main(page)).not.toContainText("未評価");
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${revised}/editions/1$`));
  await page.getByRole("link", { name: "現在の運営方針を読む" }).click();
  await expect(page).toHaveURL(revised);
  await expect(page.locator("#goal")).toContainText("新しい目標");
  await page.goto(`${revised}/editions/5`);
  await expect(page.getByText("現行版(第5版)です")).toBeVisible();
});

test("a day leads to the Edition that was public then, or to word that there was none @no-script-only", async ({
  page,
}) => {
  await page.goto(`${revised}/revisions`);
  await page.locator("#find summary").click();
  await page.getByLabel("年(西暦)").fill("2021");
  await page.getByLabel("月", { exact: true }).fill("10");
  await page.getByLabel("日", { exact: true }).fill("7");
  await page.getByRole("button", { name: "その日の版を開く" }).click();
  await expect(page).toHaveURL(`${revised}/editions/3?on=2021-10-07`);
  await expect(page.getByText("令和3年10月7日(2021年)に公開されていた版です。")).toBeVisible();
  for (const [day, said] of [
    ["2021-03-31", "まだ公開されていませんでした"],
    ["0020-10-05", "まだ公開されていませんでした"],
    ["2021-02-30", "実在する日付を"],
  ]) {
    const response = await page.goto(`${revised}/revisions?on=${day}`);
    expect(response?.status(), day).toBe(200);
    await expect(main(page)).toContainText(`${said}`);
  }
});

test("any two Editions are compared, and what cannot be compared is said @no-script-only", async ({ page }) => {
  await page.goto(`${revised}/revisions/compare`);
  await page.getByLabel("変更前の版").selectOption("1");
  await page.getByLabel("変更後の版").selectOption("5");
  await page.getByRole("button", { name: "比べる" }).click();
  await expect(page).toHaveURL(`${revised}/revisions/compare?from=1&to=5`);
  await expect(page.getByRole("heading", { level: 2, name: "第1版から第5版への変更" })).toBeVisible();
  await expect(main(page).getByText("番号を「1-1-3」から「1-1-7」に変更")).toBeVisible();
  for (const [query, said] of [
    ["from=2&to=2", "どちらも第2版です"],
    ["from=1&to=99", "指定された版はありません"],
    ["from=x&to=-1", "指定された版はありません"],
    ["from=1&from=2&to=3", "指定された版はありません"],
  ]) {
    const response = await page.goto(`${revised}/revisions/compare?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(main(page)).toContainText(`${said}`);
  }
});

test("an initiative tells its own history, also one that came late, was renumbered or removed @no-script-only", async ({
  page,
}) => {
  await page.goto(`${revised}/initiatives/1-1-1`);
  await expect(page.locator("#history").getByRole("link")).toHaveCount(4);
  await page.goto(`${revised}/initiatives/1-1-9`);
  await expect(page.getByText("途中で追加されたため、中間振り返りはありません。")).toBeVisible();
  await expect(page.locator("#evaluations")).not.toContainText("未評価");
  await page.goto(`${revised}/initiatives/1-1-2`);
  await expect(page.getByRole("heading", { name: "この項目は第5版で削除されました" })).toBeVisible();
  await page.getByRole("link", { name: "第4版でこの項目を読む" }).click();
  await expect(page.locator("#initiative-1-1-2")).toBeVisible();
  await page.goto(`${revised}/initiatives/1-1-3`);
  await page.getByRole("link", { name: "具体的取組1-1-7を読む" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "項目1-1-3" })).toBeVisible();
});

test("no draft is in the history, and what does not exist is a true 404", async ({ request }) => {
  const paths = [
    "/revisions",
    "/revisions?on=2021-12-31",
    "/revisions/compare?from=1&to=5",
    "/editions/5",
    "/formulation",
    "/vision",
  ];
  for (const path of [...paths, "/editions/1", "/initiatives/1-1-1", "/initiatives/1-1-2"]) {
    for (const headers of [{}, { RSC: "1" }]) {
      const text = await (await request.get(`${revised}${path}`, { headers })).text();
      expect.soft(text, path).not.toContain("公開前の下書き");
    }
  }
  for (const path of [
    ...["/editions/0", "/editions/99", "/editions/01", "/editions/x", "/editions"].map((path) => `${revised}${path}`),
    ...[`${revised}/initiatives/9-9-9`, `${revised}/revisions/other`, `/ja/${WARD}/2019/revisions`],
    ...["/ja/nowhere/2021/revisions", "/ja/nowhere/2021/revisions/compare?from=1&to=2", "/ja/nowhere/2021/editions/1"],
  ]) {
    expect.soft((await request.get(path)).status(), path).toBe(404);
  }
});

test("the new pages are accessible on a phone and on a desk", async ({ page }) => {
  const [finished] = await ask(
    `SELECT min(p."fiscalYear") AS year FROM "Policy" p JOIN "Organization" o ON o.id = p."organizationId"
      WHERE o.slug = 'mihon'`,
  );
  const sample = `/ja/mihon/${finished?.year}`;
  await expectAccess(page, `${POLICY}/revisions`, [375]);
  await expectAccess(page, `${sample}/revisions`, [1280]);
  const compared = `${revised}/revisions/compare?from=1&to=5`;
  await expectAccess(page, compared, [375]);
  await expectAccess(page, compared.replace("/ja/", "/en/"), [1280]);
  await expectAccess(page, `${revised}/editions/1`);
});
