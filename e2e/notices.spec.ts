import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { addWard, ask, signedIn } from "./ward.ts";

// A ward of its own, with two sheets that wait for release.
const ward = `notices-${randomUUID().slice(0, 8)}`;

test.beforeAll(() => addWard(ward, 2));

/** Fills in a moment of Japan's time at which a release is to happen. */
async function fillTime(page: Page, moment: Date): Promise<void> {
  const tokyo = new Date(moment.getTime() + 9 * 3_600_000).toISOString();
  const date = page.getByRole("group", { name: "公開する日" });
  await date.getByLabel("年").fill(tokyo.slice(0, 4));
  await date.getByLabel("月").fill(tokyo.slice(5, 7));
  await date.getByLabel("日", { exact: true }).fill(tokyo.slice(8, 10));
  const time = page.getByRole("group", { name: /時刻/ });
  await time.getByLabel("時", { exact: true }).fill(tokyo.slice(11, 13));
  await time.getByLabel("分", { exact: true }).fill(tokyo.slice(14, 16));
}

/** The page before releasing, with one initiative chosen and the boxes for the time open. */
async function preview(page: Page, code: string): Promise<void> {
  await page.goto("/ja/releases");
  await page.getByRole("link", { name: /令和3年度/ }).click();
  for (const box of await page.getByRole("checkbox", { name: /具体的取組/ }).all()) await box.uncheck();
  await page.getByRole("checkbox", { name: new RegExp(`具体的取組 ${code}`) }).check();
  await page.getByRole("button", { name: "公開後のページを確かめる" }).click();
  await page.getByText("時刻を決めて公開する", { exact: true }).click();
}

const schedule = (page: Page) => page.getByRole("button", { name: "この日時に公開するよう予約する" });

test("@long a release happens by itself at the time that was set for it", async ({ browser }) => {
  test.setTimeout(180_000);
  const coordinator = await signedIn(browser, `${ward}-coordinator`);

  await test.step("given: a time that has passed is sent back with what was typed", async () => {
    await preview(coordinator, "1-1-1");
    await fillTime(coordinator, new Date(Date.now() - 3_600_000));
    await schedule(coordinator).click();
    await expect(coordinator.getByText(/いまより先の日時にしてください/).first()).toBeVisible();
  });

  await test.step("and: one release is scheduled for tomorrow and taken back", async () => {
    await fillTime(coordinator, new Date(Date.now() + 24 * 3_600_000));
    await schedule(coordinator).click();
    await expect(coordinator.getByText("公開を予約しました")).toBeVisible();
    await expect(coordinator.getByText("予約中", { exact: true })).toBeVisible();
    await coordinator.getByRole("button", { name: "予約を取りやめる" }).click();
    await expect(coordinator.getByText("予約を取りやめました")).toBeVisible();
  });

  await test.step("when: another is scheduled, with the city's decision number", async () => {
    await preview(coordinator, "1-1-1");
    await coordinator.getByText("決裁番号・決裁日を書く").click();
    await coordinator.getByLabel("決裁番号").fill("試総第45号");
    await fillTime(coordinator, new Date(Date.now() + 600_000));
    await schedule(coordinator).click();
    await expect(coordinator.getByText("公開を予約しました")).toBeVisible();
    // Ten minutes later: the time that was set comes to the clock instead of the clock to the time.
    await ask(
      `UPDATE "Release" r SET "releaseAt" = now() FROM "User" u WHERE r."scheduledById" = u."id" AND r."state" = 'SCHEDULED' AND u."email" = $1`,
      `${ward}-coordinator@higashisumiyoshi.example`,
    );
  });

  await test.step("then: nobody presses anything, and it is public", async () => {
    const policy = `SELECT "slug" FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o."id"
      JOIN "User" u ON u."id" = m."userId" WHERE u."email" = $1`;
    const [row] = await ask(policy, `${ward}-coordinator@higashisumiyoshi.example`);
    const address = `/ja/${row?.slug}/2021/initiatives/1-1-1`;
    // The worker looks every half minute.
    await expect
      .poll(async () => (await coordinator.request.get(address)).text(), { timeout: 60_000, intervals: [1_000] })
      .toContain("乳幼児健診を12回実施した。");
    await coordinator.goto("/ja/releases");
    await coordinator.getByRole("link", { name: /令和3年度/ }).click();
    await expect(coordinator.getByText("第2版を公開しました。")).toBeVisible();
  });

  await test.step("and: whoever wrote it reads so on their desk", async () => {
    const staff = await signedIn(browser, `${ward}-staff`);
    await expect(staff.getByRole("link", { name: /第2版を公開しました\(1件\)/ })).toBeVisible();
  });
});

test("a calendar of due dates is private, and can be taken back @no-script", async ({ browser, request }) => {
  const staff = await signedIn(browser, `${ward}-staff`);
  await staff.goto("/ja/account");
  await staff.getByRole("button", { name: "アドレスを作る" }).click();
  const address = await staff.getByLabel("カレンダーのアドレス").inputValue();
  expect(address).toMatch(/\/api\/calendar\/[A-Za-z0-9_-]{43}\.ics$/);

  // No cookie, no sign-in: the address is the leave.
  const calendar = await request.get(address);
  expect(calendar.status()).toBe(200);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  const text = await calendar.text();
  expect(text).toContain("DTSTART;VALUE=DATE:20210930");
  expect(text).toContain("締切 試験区");
  expect((await request.get(address.replace(/[^/]{43}\.ics$/, `${"a".repeat(43)}.ics`))).status()).toBe(404);

  // It is shown once.
  await staff.reload();
  await staff.goto("/ja/account");
  await expect(staff.getByLabel("カレンダーのアドレス")).toHaveCount(0);
  await staff.getByRole("button", { name: "使うのをやめる" }).click();
  await expect(staff.getByText("使うのをやめました。")).toBeVisible();
  expect((await request.get(address)).status()).toBe(404);
});
