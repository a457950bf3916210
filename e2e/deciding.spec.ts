import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { addWard, approveButton, ask, fillInitiative, signedIn, submitButton } from "./ward.ts";

// A ward of their own, so that no other journey is in the way.
const ward = `deciding-${randomUUID().slice(0, 8)}`;
const as = (browser: Browser, role: "staff" | "colleague" | "manager" | "coordinator") =>
  signedIn(browser, `${ward}-${role}`);

test.beforeAll(() => addWard(ward));

const row = (page: Page, code: string) =>
  page.getByRole("listitem").filter({ has: page.getByText(`具体的取組 ${code}`, { exact: true }) });

/** Opens a sheet from a list: the desk's, or the queue of what waits for a decision. */
async function open(page: Page, list: "/ja/desk" | "/ja/desk/deciding", code: string): Promise<void> {
  await page.goto(list);
  await page.goto((await row(page, code).getByRole("link").getAttribute("href")) ?? "");
}

async function submit(staff: Page, code: string, progress: string): Promise<void> {
  await open(staff, "/ja/desk", code);
  await fillInitiative(staff, progress);
  await submitButton(staff).click();
  await expect(staff.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
}

async function remark(page: Page, field: string, text: string): Promise<void> {
  await page.getByText(`この項目に指摘を書く(${field})`).click();
  await page.getByLabel(`「${field}」への指摘`).fill(text);
}

test("two remarks reach their fields, and what was changed for them is shown to the manager @no-script-long", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  const manager = await as(browser, "manager");

  await test.step("given: a sheet is returned with a comment and two remarks in one press", async () => {
    await submit(staff, "1-1-1", "健診を12回実施した。");
    await open(manager, "/ja/desk/deciding", "1-1-1");
    await expect(manager.getByText("初めての提出です。")).toBeVisible();
    await remark(manager, "取組の進捗状況", "受診者数も書いてください。");
    await remark(manager, "戦略に対する取組の有効性", "根拠を確かめてください。");
    await manager.getByLabel("差戻しの理由").fill("二点お願いします。");
    await manager.getByRole("button", { name: "差し戻す" }).click();
    await expect(manager.getByText("差し戻しました。")).toBeVisible();
    // They stay in the history under the names of their fields.
    const history = manager.getByRole("listitem").filter({ hasText: "二点お願いします。" });
    await expect(history.getByText("受診者数も書いてください。")).toBeVisible();
    await expect(history.getByText("戦略に対する取組の有効性")).toBeVisible();
  });

  await test.step("when: the writer finds each beside its field, mends one, and submits again", async () => {
    await open(staff, "/ja/desk", "1-1-1");
    await expect(staff.getByLabel("取組の進捗状況")).toHaveAccessibleDescription(/受診者数も書いてください。/);
    await expect(staff.getByRole("radiogroup", { name: /有効性/ })).toHaveAccessibleDescription(/根拠を確かめて/);
    await staff.getByLabel("取組の進捗状況").fill("健診を12回実施し、340人が受診した。");
    await submitButton(staff).click();
    await expect(staff.getByText("提出しました。")).toBeVisible();
  });

  await test.step("then: the manager sees what changed since, and which remark was not met", async () => {
    await manager.goto("/ja/desk/deciding");
    await expect(row(manager, "1-1-1").getByText("再提出(前回から1項目変更)")).toBeVisible();
    await expect(row(manager, "1-1-1").getByText("指摘後に変わっていない項目 1件")).toBeVisible();
    await expect(row(manager, "1-1-1").getByText("未読")).toBeVisible();
    await open(manager, "/ja/desk/deciding", "1-1-1");
    await expect(manager.getByText("1項目が変わりました: 取組の進捗状況")).toBeVisible();
    await expect(manager.locator("ins").filter({ hasText: "340" }).first()).toBeVisible();
    await expect(manager.getByText("その後変わった")).toBeVisible();
    await expect(manager.getByText("変わっていない", { exact: true })).toBeVisible();
    await approveButton(manager).click();
    await expect(manager.getByText("承認しました。取りまとめ担当が公開します。")).toBeVisible();
  });
});

test("@long three are approved at once, of which one was recalled meanwhile: each result is said", async ({
  browser,
}) => {
  const staff = await as(browser, "staff");
  const manager = await as(browser, "manager");
  const codes = ["1-1-2", "1-1-3", "1-1-4"];
  for (const code of codes) await submit(staff, code, `${code}を予定どおり進めた。`);

  // What was not opened cannot be picked; opening is what makes it possible.
  await manager.goto("/ja/desk/deciding");
  await expect(manager.getByRole("checkbox")).toHaveCount(0);
  await expect(row(manager, "1-1-2").getByText("開いて確かめてください。")).toBeVisible();
  await open(manager, "/ja/desk/deciding", "1-1-2");
  for (const code of codes.slice(1)) {
    await manager.getByRole("link", { name: `次へ: 具体的取組 ${code}` }).click();
    await expect(manager.getByText(`${code}を予定どおり進めた。`)).toBeVisible();
  }
  await manager.goto("/ja/desk/deciding");
  for (const code of codes) await row(manager, code).getByRole("checkbox").check();

  await open(staff, "/ja/desk", "1-1-3");
  await staff.getByRole("button", { name: "引き戻す" }).click();
  await expect(staff.getByText("引き戻しました。")).toBeVisible();

  await manager.getByText("決裁番号・決裁日を書く").click();
  await manager.getByLabel("決裁番号").fill("試験第5号");
  await manager.getByRole("button", { name: "選んだものを承認する" }).click();
  await expect(manager.getByText("3件のうち2件を承認しました。")).toBeVisible();
  const result = (code: string) =>
    manager.getByRole("listitem").filter({ has: manager.getByRole("link", { name: new RegExp(`取組 ${code} `) }) });
  for (const code of ["1-1-2", "1-1-4"]) await expect(result(code).getByText("承認済")).toBeVisible();
  await expect(result("1-1-3").getByText("承認していません")).toBeVisible();
  await expect(result("1-1-3").getByText("いまの状態ではできません")).toBeVisible();

  await result("1-1-4").getByRole("link").click();
  await expect(manager.getByText("決裁番号 試験第5号")).toBeVisible();
});

test("@long a deputy decides in the manager's place, marked so, and the manager looks later", async ({ browser }) => {
  const manager = await as(browser, "manager");
  const staff = await as(browser, "staff");

  await test.step("given: the manager names a deputy for these days", async () => {
    await manager.goto("/ja/account");
    await manager.getByText("代決者を加える").click();
    const form = manager.locator("form").filter({ has: manager.getByRole("button", { name: "代決者に定める" }) });
    await form.getByLabel("代決者").selectOption({ label: "試験 coordinator (COORDINATOR職)" });
    const dates = { 開始日: new Date(), 終了日: new Date(Date.now() + 5 * 86_400_000) };
    for (const [name, date] of Object.entries(dates)) {
      const box = form.getByRole("group", { name });
      const [year = "", month = "", day = ""] = date.toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }).split("-");
      await box.getByLabel("年", { exact: true }).fill(year);
      await box.getByLabel("月", { exact: true }).fill(month);
      await box.getByLabel("日", { exact: true }).fill(day);
    }
    await form.getByRole("button", { name: "代決者に定める" }).click();
    await expect(manager.getByText("代決中")).toBeVisible();
  });

  await test.step("when: the deputy approves a sheet", async () => {
    await submit(staff, "1-1-5", "代決の間に提出した。");
    const deputy = await as(browser, "coordinator");
    await open(deputy, "/ja/desk/deciding", "1-1-5");
    await expect(deputy.getByText("試験 managerさんの代わりに判断します(代決)。")).toBeVisible();
    await approveButton(deputy).click();
    await expect(deputy.getByText("承認しました。")).toBeVisible();
    const entry = deputy.getByRole("listitem").filter({ has: deputy.getByText("承認", { exact: true }) });
    await expect(entry.getByText("代決", { exact: true })).toBeVisible();
    await expect(entry.getByText("試験 coordinator")).toBeVisible();
  });

  await test.step("then: it waits on the manager's desk until they say that they looked", async () => {
    await manager.goto("/ja/desk");
    const task = manager.getByRole("region", { name: /後閲するもの/ });
    await expect(task.getByText("試験 coordinatorさんが承認を代決")).toBeVisible();
    await task.getByRole("link").click();
    await manager.getByRole("button", { name: "後閲した" }).click();
    await expect(manager.getByText("後閲したことを記録しました。")).toBeVisible();
    await expect(manager.getByRole("button", { name: "後閲した" })).toHaveCount(0);
    await manager.goto("/ja/desk");
    await expect(manager.getByRole("region", { name: /後閲するもの/ })).toHaveCount(0);
    const looks = await ask(
      `SELECT count(*)::int AS "open" FROM "LaterLook" l JOIN "Membership" m ON m."id" = l."membershipId"
       JOIN "User" u ON u."id" = m."userId" WHERE u."email" LIKE $1 AND l."lookedAt" IS NULL`,
      `${ward}-%`,
    );
    expect(looks).toEqual([{ open: 0 }]);
  });
});
