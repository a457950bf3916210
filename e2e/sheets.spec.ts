import { expect, type Page, test } from "@playwright/test";
import { foundOn } from "./access.ts";
import { ask, PASSWORD, saveButton, signInOn } from "./ward.ts";

/** The released self-evaluation of an initiative in the sample ward's finished year. */
async function releasedSheet(code: string): Promise<string> {
  const [row] = await ask(
    `SELECT s."id" FROM "Submission" s
       JOIN "Initiative" i ON i."id" = s."initiativeId"
       JOIN "Policy" p ON p."id" = s."policyId"
       JOIN "Organization" o ON o."id" = p."organizationId"
      WHERE o."slug" = 'mihon' AND i."code" = $1 AND s."phase" = 'SELF_EVALUATION' AND s."state" = 'RELEASED'
      ORDER BY p."fiscalYear" LIMIT 1`,
    code,
  );
  return String(row?.id);
}

/** Signs in as the section's staff and takes the sheet up again as a draft. */
async function reopened(page: Page, code: string): Promise<void> {
  const id = await releasedSheet(code);
  await page.goto("/ja/sign-in");
  await signInOn(page, "staff@mihon.example", PASSWORD);
  await expect(page).toHaveURL(/\/desk/);
  await page.goto(`/ja/submissions/${id}`);
  await page.locator("summary").filter({ hasText: "修正に着手する" }).click();
  await page.getByLabel("修正の理由").fill("実績を確かめ直す");
  await page.getByRole("button", { name: "修正に着手する" }).click();
  await expect(page).toHaveURL(/done=reopen/);
}

async function discard(page: Page): Promise<void> {
  await page.locator("summary").filter({ hasText: "廃案にする" }).click();
  await page.getByLabel("廃案の理由").fill("確かめが済んだ");
  await page.getByRole("button", { name: "廃案にする" }).click();
  await expect(page.getByText("廃案にしました。")).toBeVisible();
}

const boxes = (page: Page) => page.locator('input[name^="processActuals."]');
const suggestion = (page: Page) => page.getByRole("radiogroup", { name: /プロセス指標の達成状況/ });
const reason = (page: Page) => page.getByLabel("指標から見た評価と異なる評価とした理由");

test("given a self-evaluation, when figures are typed, then grade, warnings and marks follow, and texts are copied in", async ({
  page,
}) => {
  await reopened(page, "3-2-3");

  await test.step("a figure below its target suggests ②, and ① asks for a reason", async () => {
    const figure = boxes(page).first();
    await figure.fill("１");
    await suggestion(page).getByRole("radio", { name: /^① / }).check();
    await expect(suggestion(page)).toContainText("② 目標未達成");
    await expect(page.getByRole("status").filter({ hasText: "達成の評価が選ばれています" })).toBeVisible();
    await expect(reason(page)).toHaveAttribute("aria-required", "true");
  });

  await test.step("one press takes the suggested grade, and the reason is no longer asked for", async () => {
    await page.getByRole("button", { name: "指標から見た評価(②)を選ぶ" }).click();
    await expect(suggestion(page).getByRole("radio", { name: /^② / })).toBeChecked();
    await expect(reason(page)).not.toHaveAttribute("aria-required", "true");
    await expect(page.getByLabel("課題と改善策")).toHaveAttribute("aria-required", "true");
  });

  await test.step("what the plan says is one press away, and goes behind what is written already", async () => {
    const results = page.getByRole("textbox", { name: /^取組実績/ });
    await results.fill("ここまで書いた。");
    await page.locator("summary").filter({ hasText: "参考にする(計画" }).first().click();
    await page.getByRole("button", { name: /この欄に写す\s*:\s*計画\(公開中\)「当年度の取組内容」/ }).click();
    await expect(results).toHaveValue(/^ここまで書いた。\n./);
  });

  await test.step("a text beyond its limit says by how much, before anything is sent", async () => {
    await reason(page).fill("字".repeat(2001));
    await expect(page.getByText("1字超えています。2,000字以内にしてください。")).toBeVisible();
    await reason(page).fill("");
  });

  await test.step("the screen holds at 375 px and passes axe", async () => {
    await page.setViewportSize({ width: 375, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    expect(await foundOn(page, { within: "form" })).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  await test.step("on paper a text stands whole, and its box to type in does not", async () => {
    const long = "紙に出る文。\n".repeat(60).trim();
    const results = page.getByRole("textbox", { name: /^取組実績/ });
    await results.fill(long);
    await page.emulateMedia({ media: "print" });
    await expect(results).toBeHidden();
    const paper = page.locator("#field-results + p");
    await expect(paper).toHaveText(long);
    expect(await paper.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThanOrEqual(0);
    await page.emulateMedia({ media: null });
  });

  await test.step("saved, the figure is stored as a number", async () => {
    await saveButton(page).click();
    await expect(page).toHaveURL(/done=save/);
    await expect(boxes(page).first()).toHaveValue("1");
  });
  await discard(page);
});

test("without script every figure is typed, judged when it is saved, and refused beside its box @no-script-only", async ({
  page,
}) => {
  await reopened(page, "3-3-1");
  const figure = boxes(page).first();
  await figure.fill("たくさん");
  await page.getByRole("textbox", { name: /^決算額/ }).fill("−5");
  await saveButton(page).click();
  const summary = page.getByRole("alert").filter({ hasText: "まだ保存していません" });
  await expect(summary.getByRole("link")).toHaveCount(2);
  for (const link of await summary.getByRole("link").all()) {
    await expect(page.locator(`[id="${(await link.getAttribute("href"))?.slice(1)}"]`)).toHaveAttribute(
      "aria-invalid",
      "true",
    );
  }
  await expect(figure).toHaveValue("たくさん");

  await figure.fill("０");
  await page.getByRole("textbox", { name: /^決算額/ }).fill("１，２３４千円");
  await saveButton(page).click();
  await expect(page).toHaveURL(/done=save/);
  await expect(figure).toHaveValue("0");
  await expect(page.getByRole("textbox", { name: /^決算額/ })).toHaveValue("1234");
  await expect(page.getByText(/執行率 [\d.]+%/).first()).toBeVisible();
  await expect(suggestion(page)).toContainText("指標から見た評価");
  await discard(page);
});

test("a reader sees target, figure and verdict of an indicator, drawn without script @no-script-only", async ({
  page,
}) => {
  const [row] = await ask(
    `SELECT min(p."fiscalYear") AS year FROM "Policy" p
       JOIN "Organization" o ON o."id" = p."organizationId" WHERE o."slug" = 'mihon'`,
  );
  await page.goto(`/ja/mihon/${row?.year}/initiatives/1-1-1`);
  const evaluation = page.getByRole("region", { name: "自己評価" });
  await expect(evaluation.getByText("目標達成", { exact: true }).first()).toBeVisible();
  await expect(evaluation.getByText("高いほどよい").first()).toBeVisible();
  await expect(evaluation.locator("svg rect").first()).toBeVisible();
  await expect(page.getByText(/執行率/).first()).toBeVisible();
});
