import { randomUUID } from "node:crypto";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { accountOf, addWard, ask, ready, signedIn, signInOn } from "./ward.ts";

// The journeys run twice, with script and without, each in a ward of its own.
const ward = `taking-${randomUUID().slice(0, 8)}`;
let policyId = "";
let policy = "";
let data = "";
test.beforeAll(async () => {
  await addWard(ward, 1);
  const [row] = await ask(
    `SELECT p."id", o."slug" FROM "Policy" p JOIN "Organization" o ON o."id" = p."organizationId"
     JOIN "Membership" m ON m."organizationId" = o."id" JOIN "User" u ON u."id" = m."userId" WHERE u."email" = $1`,
    accountOf(`${ward}-staff`),
  );
  policyId = String(row?.id);
  policy = `/ja/${row?.slug}/2021`;
  data = `/api/v1/organizations/${row?.slug}/policies/2021`;
});

/** Opens a folded form by its words. */
async function unfold(page: Page, words: string): Promise<Locator> {
  const folded = page.locator("details").filter({ has: page.locator("summary").getByText(words, { exact: true }) });
  await folded.locator("summary").click();
  return folded;
}

async function open(page: Page): Promise<void> {
  await page.goto(`/ja/policies/${policyId}/taking-back`);
  await ready(page);
}

test("an item is taken down by two people, and readers meet a note in its place @no-script-long", async ({
  browser,
  page,
  request,
}) => {
  // Given an item that anyone can read
  await page.goto(`${policy}/initiatives/1-1-2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("項目1-1-2");

  // When its section's staff asks for it to be taken down, nothing changes for readers
  const staff = await signedIn(browser, `${ward}-staff`);
  await staff.getByRole("region", { name: "公開停止と墨消し" }).getByRole("link").click();
  await ready(staff);
  const form = await unfold(staff, "公開停止を依頼する");
  await form.getByRole("button", { name: "公開停止を依頼する" }).click();
  await expect(staff.locator("#error-summary")).toBeVisible();
  const again = staff.locator("details[open]");
  await again.getByLabel("項目").selectOption({ label: "具体的取組 1-1-2 項目1-1-2" });
  await again.getByRole("radio", { name: "権利の保護" }).check();
  await again.getByLabel("公開する説明").fill("権利者の申し出により確認しています。");
  await again.getByRole("button", { name: "公開停止を依頼する" }).click();
  await expect(staff.getByText("公開停止を依頼しました。")).toBeVisible();
  await expect(staff.getByText("公開を停止する", { exact: true })).toHaveCount(0);
  const before = await request.get(data);
  expect(await before.text()).toContain("取組1-1-2");

  // And the manager, at whose desk it waits, confirms
  const manager = await signedIn(browser, `${ward}-manager`);
  await manager.getByRole("link", { name: "具体的取組 1-1-2 の公開停止" }).click();
  await ready(manager);
  await (await unfold(manager, "公開を停止する")).getByRole("button", { name: "公開を停止する" }).click();
  await expect(manager.getByText("公開を停止しました。")).toBeVisible();

  // Then readers see its code, why and since when, and nothing of what it said
  await page.goto(`${policy}/initiatives/1-1-2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("公開停止中");
  await expect(page.getByText("権利者の申し出により確認しています。")).toBeVisible();
  for (const address of [policy, `${policy}/plan`, `${policy}/editions/1`, `${policy}/revisions`]) {
    expect((await page.goto(address))?.status(), address).toBe(200);
    expect(await page.content()).not.toContain("項目1-1-2");
  }
  await page.goto(policy);
  await expect(page.locator("#initiative-1-1-2")).toContainText("権利の保護");
  await expect(page.getByText("公開停止中の1件は、合計と件数に含みません。")).toBeVisible();
  const after = await request.get(data, { headers: { "If-None-Match": before.headers().etag ?? "" } });
  expect(after.status()).toBe(200);
  expect(await after.text()).not.toContain("取組1-1-2");
  expect((await after.json()).issues[0].strategies[0].initiatives[1].withheld.reason).toBe("RIGHTS");

  // And it comes back by two people too
  await open(staff);
  await (await unfold(staff, "解除を依頼する")).getByRole("button", { name: "解除を依頼する" }).click();
  await expect(staff.getByText("公開停止の解除を依頼しました。")).toBeVisible();
  await open(manager);
  await (await unfold(manager, "公開停止を解除する")).getByRole("button", { name: "公開停止を解除する" }).click();
  await expect(manager.getByText("公開停止を解除しました。")).toBeVisible();
  await page.goto(`${policy}/initiatives/1-1-2`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("項目1-1-2");
});

test("@long a text is blacked out after a second person has seen every place, and an administrator finds all in order", async ({
  browser,
  page,
  request,
}) => {
  // Given a text on the public page
  await page.goto(policy);
  await expect(page.getByText("考え方二")).toBeVisible();

  // When one person asks for it to be blacked out, after a text that stands nowhere
  const staff = await signedIn(browser, `${ward}-staff`);
  await open(staff);
  const form = await unfold(staff, "墨消しを依頼する");
  await form.getByLabel("消す文字").fill("どこにもない文字");
  await form.getByRole("radio", { name: "個人情報の保護" }).check();
  await form.getByRole("button", { name: "墨消しを依頼する" }).click();
  await expect(staff.getByText("見つかりません")).toBeVisible();
  const again = staff.locator("details[open]");
  await again.getByLabel("消す文字").fill("考え方二");
  await again.getByRole("button", { name: "墨消しを依頼する" }).click();
  await expect(staff.getByText("墨消しを依頼しました。")).toBeVisible();
  await expect(staff.getByText("消える箇所")).toHaveCount(0);

  // And a coordinator sees where it stands, before and after, and confirms
  const coordinator = await signedIn(browser, `${ward}-coordinator`);
  await coordinator.getByRole("link", { name: "墨消し", exact: true }).click();
  await ready(coordinator);
  await expect(coordinator.getByText("消える箇所 1件")).toBeVisible();
  await expect(coordinator.getByText("公開中: 第1版")).toBeVisible();
  await (await unfold(coordinator, "墨消しをする")).getByRole("button", { name: "墨消しをする" }).click();
  await expect(coordinator.getByText("墨消しをしました。")).toBeVisible();
  await expect(coordinator.getByRole("main")).not.toContainText("考え方二");

  // Then the mark stands in its place everywhere, with a line that says when and why
  for (const address of [policy, `${policy}/plan`, `${policy}/editions/1`, `${policy}/revisions`]) {
    await page.goto(address);
    expect(await page.content()).not.toContain("考え方二");
    await expect(page.getByText(/墨消ししました\(理由: 個人情報の保護\)/).first()).toBeVisible();
  }
  await page.goto(policy);
  await expect(page.getByText("■■■").first()).toBeVisible();
  expect(await (await request.get(data)).text()).not.toContain("考え方二");

  // And the administrator reads who did it, and has the record verified
  const admin = await (await browser.newContext()).newPage();
  await admin.goto("/ja/sign-in");
  await signInOn(admin, "admin@hoshin.example");
  await expect(admin).toHaveURL(/\/desk/);
  await admin.getByRole("link", { name: "出来事", exact: true }).click();
  await ready(admin);
  await admin.getByLabel("出来事", { exact: true }).selectOption({ label: "墨消し" });
  await admin.getByRole("button", { name: "絞り込む" }).click();
  await expect(admin).toHaveURL(/kind=redact/);
  await expect(admin.getByRole("row").filter({ hasText: "試験 coordinator" })).toBeVisible();
  await ready(admin);
  await admin.getByRole("button", { name: "今すぐ検証する" }).click();
  await expect(admin.getByText("記録はすべて書かれたときのままです。")).toBeVisible({ timeout: 60_000 });
  // Nobody else has that page.
  expect((await coordinator.goto("/ja/events"))?.status()).toBe(404);
});

test("the new pages are readable by everybody at both widths", async ({ browser }) => {
  test.setTimeout(120_000);
  const staff = await signedIn(browser, `${ward}-staff`);
  await open(staff);
  const form = await unfold(staff, "公開停止を依頼する");
  await form.getByLabel("項目").selectOption({ label: "具体的取組 1-1-3 項目1-1-3" });
  await form.getByRole("radio", { name: "事実の誤り" }).check();
  await form.getByLabel("公開する説明").fill("数値に誤りがあり、確認しています。");
  await form.getByRole("button", { name: "公開停止を依頼する" }).click();
  await expect(staff.getByText("公開停止を依頼しました。")).toBeVisible();
  const redaction = await unfold(staff, "墨消しを依頼する");
  await redaction.getByLabel("消す文字").fill("健診");
  await redaction.getByRole("radio", { name: "個人情報の保護" }).check();
  await redaction.getByRole("button", { name: "墨消しを依頼する" }).click();
  await expect(staff.getByText("墨消しを依頼しました。")).toBeVisible();
  const coordinator = await signedIn(browser, `${ward}-coordinator`);
  const admin = await (await browser.newContext()).newPage();
  await admin.goto("/ja/sign-in");
  await signInOn(admin, "admin@hoshin.example");
  await expect(admin).toHaveURL(/\/desk/);
  await expectAccess(coordinator, `/ja/policies/${policyId}/taking-back`);
  await expectAccess(coordinator, `/en/policies/${policyId}/taking-back`, [375]);
  await expectAccess(coordinator, "/ja/desk", [375]);
  await expectAccess(admin, "/ja/events");
  await coordinator.setViewportSize({ width: 1280, height: 900 });
  await open(coordinator);
  await (await unfold(coordinator, "公開を停止する")).getByRole("button", { name: "公開を停止する" }).click();
  await expect(coordinator.getByText("公開を停止しました。")).toBeVisible();
  await expectAccess(coordinator, `${policy}/initiatives/1-1-3`);
  for (const address of [policy, `${policy}/revisions`]) await expectAccess(coordinator, address, [375]);
});
