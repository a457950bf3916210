import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addFormulatedWard, addWard, ready, signedIn } from "./ward.ts";

// Many steps, each a page: on a small shared machine they take their time.
test.describe.configure({ timeout: 180_000 });

const ward = `formulation-${randomUUID().slice(0, 8)}`;

/** A ward whose FY2022 plan is public as a proposal, and whose FY2021 plan was corrected. */
let formulated = "";
test.beforeAll(async () => {
  await addWard(ward);
  formulated = `/ja/${await addFormulatedWard()}`;
});

const main = (page: Page) => page.getByRole("main");
const outline = (page: Page) => page.getByRole("navigation", { name: "計画の目次" });
const done = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

async function begin(page: Page): Promise<void> {
  await page.goto("/ja/desk");
  await page.getByRole("link", { name: "試験区 令和3年度(2021年度)" }).click();
  await page.getByRole("button", { name: "改定を起案する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "計画の編集" })).toBeVisible();
  await ready(page);
}

async function open(page: Page, item: RegExp, heading: string | RegExp): Promise<void> {
  await outline(page).getByRole("link", { name: item }).click();
  await expect(page.getByRole("heading", { level: 2, name: heading })).toBeVisible();
  await ready(page);
}

const box = (page: Page, name: RegExp) => page.getByRole("textbox", { name });

async function day(page: Page, group: RegExp, ...date: string[]): Promise<void> {
  for (const [index, part] of ["年", "月", "日"].entries()) {
    await page
      .getByRole("group", { name: group })
      .getByLabel(part)
      .fill(date[index] ?? "");
  }
}

test("@long a coordinator writes a notice, an aim that a strategy serves, and an opinion; staff only read them @no-script", async ({
  browser,
}) => {
  const page = await signedIn(browser, `${ward}-coordinator`);
  await begin(page);

  await test.step("a notice: what is wrong stands beside its field, and nothing typed is lost", async () => {
    await open(page, /お知らせを追加/, "新しいお知らせ");
    await box(page, /^お知らせの文章/).fill("説明会を開きます。");
    await day(page, /お知らせの日付/, "2021", "13", "1");
    await page.getByRole("button", { name: "追加して保存" }).click();
    await expect(page.getByText("実在する日付にしてください").first()).toBeVisible();
    await expect(box(page, /^お知らせの文章/)).toHaveValue("説明会を開きます。");
    await day(page, /お知らせの日付/, "2021", "11", "1");
    await page.getByRole("button", { name: "追加して保存" }).click();
    await done(page, "追加しました。");
    await page.getByRole("button", { name: "上へ" }).click();
    await done(page, "一つ上へ移しました。");
  });

  await test.step("an aim, which a strategy then serves", async () => {
    await open(page, /目標を追加/, "新しい目標");
    await expect(box(page, /^目標の番号/)).toHaveValue("1");
    await box(page, /^目標の名称/).fill("子育てしやすいまち");
    await page.getByRole("button", { name: "追加して保存" }).click();
    await done(page, "追加しました。");
    await open(page, /^1-1 /, /1-1/);
    await page.locator("summary").filter({ hasText: "区将来ビジョンの目標" }).click();
    await page.getByRole("checkbox", { name: "1 子育てしやすいまち" }).check();
    await page.getByRole("button", { name: "この項目を保存" }).click();
    await done(page, "保存しました。");
  });

  await test.step("an opinion with its answer, changed once and taken back", async () => {
    await open(page, /意見を追加/, "新しい意見と回答");
    await page.getByRole("radio", { name: "区政会議" }).check();
    await day(page, /意見が出された日/, "2021", "10", "15");
    await box(page, /^意見※/).fill("健診に来ない家庭を訪ねてほしい。");
    await box(page, /^回答/).fill("案に反映します。");
    await page.getByRole("radio", { name: "反映した", exact: true }).check();
    await page.locator("summary").filter({ hasText: "関係する項目" }).click();
    await page.getByRole("checkbox", { name: /^1-1-1 / }).check();
    await page.getByRole("button", { name: "追加して保存" }).click();
    await done(page, "追加しました。");
    await box(page, /^回答/).fill("来年度から訪ねます。");
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await done(page, "保存しました。");
    await page.getByRole("button", { name: "元に戻す" }).click();
    await done(page, "直前の操作を取り消しました。");
    await expect(box(page, /^回答/)).toHaveValue("案に反映します。");
  });

  await test.step("a correction says what it corrects", async () => {
    await open(page, /^この改定について/, "この改定について");
    await page.getByRole("radio", { name: /訂正/ }).check();
    await box(page, /^理由/).fill("記載の誤りを正すため");
    await page.getByRole("button", { name: "保存" }).click();
    await expect(page.getByText("「訂正する版」を選んでください。").first()).toBeVisible();
    await page.getByLabel(/訂正する版/).selectOption("1");
    await page.getByRole("button", { name: "保存" }).click();
    await done(page, "保存しました。");
  });

  const address = page.url();
  const entry = await outline(page)
    .getByRole("link", { name: /健診に来ない家庭を訪ねてほしい/ })
    .getAttribute("href");
  await page.getByRole("link", { name: "提出・経過の画面へ" }).click();
  await expect(main(page)).toContainText("第1版の訂正");
  await expect(main(page).getByText("案に反映します。")).toBeVisible();

  const staff = await signedIn(browser, `${ward}-staff`);
  await staff.goto(entry ?? address);
  await expect(staff.getByText("取りまとめ担当だけが変えられます")).toBeVisible();
  await expect(staff.getByRole("button", { name: "保存", exact: true })).toHaveCount(0);
});

test("readers learn that a proposal is not final, how it came about, and which aims it serves @no-script-only", async ({
  page,
}) => {
  const mark = "これは案です。確定した運営方針ではありません";
  const policy = `${formulated}/2022`;
  const plans = [`${policy}/plan`, `${policy}/editions/2/plan`];
  for (const path of [policy, `${policy}/initiatives/1-1-1`, `${policy}/editions/2`, ...plans, "/ja"]) {
    await page.goto(path);
    await expect(page.getByText(mark).first(), path).toBeVisible();
  }
  await page.goto(`${policy}/editions/1`);
  await expect(page.getByText("これは素案です。確定した運営方針ではありません")).toBeVisible();

  await page.goto(policy);
  await expect(page.locator("#strategy-1-1")).toContainText("子育てしやすいまち");
  await page.getByRole("link", { name: "策定経過を見る" }).click();
  await expect(page).toHaveURL(`${policy}/formulation`);
  const steps = page.getByRole("list", { name: "公開した段階" }).getByRole("listitem");
  await expect(steps).toHaveText([/素案 第1版/, /案 第2版/]);
  await expect(page.getByRole("heading", { level: 3 })).toHaveText([
    /区政会議 令和3年12月10日/,
    /パブリック・コメント 令和4年1月14日/,
  ]);
  await expect(main(page).getByText("今後の参考とする")).toBeVisible();
  await expect(page.getByRole("link", { name: /具体的取組1-1-1/ })).toHaveAttribute(
    "href",
    `${policy}/initiatives/1-1-1`,
  );
  await page.getByRole("link", { name: /前の段階/ }).click();
  await expect(page).toHaveURL(`${policy}/revisions/compare?from=1&to=2`);
  await expect(main(page).getByText("健診に来ない家庭を訪ねてほしい。")).toBeVisible();

  await page.goto(`${policy}#vision`);
  await page.getByRole("link", { name: "目標ごとの経営課題・戦略を見る" }).click();
  await expect(page).toHaveURL(`${policy}/vision`);
  await expect(main(page)).toContainText("目標3件のうち、2件に取り組む経営課題・戦略があります。");
  await expect(page.locator("#aim-3")).toContainText("この年度に取組なし");
  await page.locator("#aim-1").getByRole("link").click();
  await expect(page).toHaveURL(`${policy}/strategies/1-1`);

  await page.goto(`${policy}/revisions`);
  await expect(page.getByRole("heading", { level: 2, name: "第2版 策定(案)" })).toBeVisible();
  await page.goto(`${formulated}/2021/revisions`);
  await expect(page.locator("#edition-2")).toContainText("第1版の誤りを正した版です。");
  await expect(page.locator("#edition-1").getByRole("link", { name: "第2版で訂正" })).toBeVisible();
});

test("the new pages and forms are accessible on a phone and on a desk", async ({ browser, page }) => {
  const policy = `${formulated}/2022`;
  await expectAccess(page, `${policy}/formulation`);
  await expectAccess(page, `${policy}/vision`);
  await expectAccess(page, `${policy}/vision`.replace("/ja/", "/en/"), [375]);
  // Of a year without steps and aims.
  await expectAccess(page, `${formulated}/2021/formulation`, [375]);
  await expectAccess(page, `${formulated}/2021/vision`, [375]);
  await expectAccess(page, policy, [375]);
  const editor = await signedIn(browser, `${ward}-coordinator`);
  await begin(editor);
  const address = new URL(editor.url()).pathname;
  for (const asked of ["add=notice", "add=aim", "item=revision"])
    await expectAccess(editor, `${address}?${asked}`, [375]);
  await expectAccess(editor, `${address}?add=opinion`);
});
