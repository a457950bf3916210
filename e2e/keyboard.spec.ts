import { expect, type Page, test } from "@playwright/test";
import { accountOf, PASSWORD, POLICY } from "./ward.ts";

/** Presses Tab until the focus is on what is meant, as a person without a mouse does; never more than a page's worth. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  // A page that is still coming would take the focus away again.
  await page.waitForLoadState("networkidle");
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return "";
      const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
      const legend = element.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
      return [legend, ...labels.map((label) => label.textContent ?? ""), element.textContent ?? ""].join(" ");
    });
    if (name.test(focused)) return;
  }
  throw new Error(`no focus on ${name}`);
}

async function signInByKeyboard(page: Page, role: string): Promise<void> {
  await page.goto("/ja/sign-in");
  await tabTo(page, /メールアドレス/);
  await page.keyboard.type(accountOf(role));
  await tabTo(page, /パスワード/);
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
}

test("the whole road by keyboard alone", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext()).newPage();
  await signInByKeyboard(page, "staff");
  await tabTo(page, /中学生海外派遣の推進/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/submissions\//);
  await tabTo(page, /取組の進捗状況/);
  await page.keyboard.type("キーボードだけで書いた進捗");
  await tabTo(page, /達成見込み/);
  await page.keyboard.press("Space");
  await tabTo(page, /取組の実施状況/);
  await page.keyboard.press("Space");
  await tabTo(page, /有効性/);
  await page.keyboard.press("Space");
  await tabTo(page, /^\s*提出する/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("提出しました。")).toBeVisible();

  const manager = await (await browser.newContext()).newPage();
  await signInByKeyboard(manager, "manager");
  await tabTo(manager, /中学生海外派遣の推進/);
  await manager.keyboard.press("Enter");
  await expect(manager).toHaveURL(/\/submissions\//);
  await tabTo(manager, /この内容を承認する/);
  await manager.keyboard.press("Enter");
  await expect(manager.getByText("承認しました。")).toBeVisible();

  const coordinator = await (await browser.newContext()).newPage();
  await signInByKeyboard(coordinator, "coordinator");
  await tabTo(coordinator, /公開の準備へ/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開" })).toBeVisible();
  await tabTo(coordinator, /令和2年度/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開するもの" })).toBeVisible();
  await tabTo(coordinator, /公開後のページを確かめる/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開前の確認" })).toBeVisible();
  await tabTo(coordinator, /版として公開する/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByText(/第\d+版を公開しました。/)).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${POLICY}/initiatives/1-1-2`);
  await expect(reader.getByText("キーボードだけで書いた進捗")).toBeVisible();
});

test("what has the focus shows it, and the first Tab leads over the header", async ({ page }) => {
  await page.goto(POLICY);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ移動" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return { width: style.outlineWidth, style: style.outlineStyle };
  });
  expect(outline).toEqual({ width: "4px", style: "solid" });
});
