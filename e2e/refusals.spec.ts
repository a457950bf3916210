import { expect, type Page, test } from "@playwright/test";
import {
  accountOf,
  addPerson,
  approveButton,
  ask,
  fillInitiative,
  fillStrategy,
  openFromDesk,
  saveButton,
  signedIn,
  submitButton,
} from "./ward.ts";

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

test("an incomplete sheet is saved, not submitted, and every missing field is linked @no-script", async ({
  browser,
}, testInfo) => {
  await addPerson("clerk", { section: "総務課", role: "STAFF" });
  const page = await signedIn(browser, "clerk");
  await openFromDesk(page, testInfo.project.name === "no-script" ? "具体的取組 4-1-1" : "具体的取組 5-1-1");
  await page.getByLabel("取組の進捗状況").fill("半分だけ書いた。");
  await page.getByRole("radio", { name: /達成できない見込み/ }).check();
  await submitButton(page).click();

  const summary = page.getByRole("alert").filter({ hasText: "下書きは保存しました" });
  await expect(summary.getByRole("link")).toHaveText([
    "「取組の実施状況」を選んでください。",
    "「戦略に対する取組の有効性」を選んでください。",
    "「課題と改善策」を入力してください。",
  ]);
  for (const link of await summary.getByRole("link").all()) {
    await expect(page.locator((await link.getAttribute("href")) ?? "none")).toBeVisible();
  }
  await expect(page.getByLabel("取組の進捗状況")).toHaveValue("半分だけ書いた。");
  await page.reload();
  await expect(page.getByLabel("取組の進捗状況")).toHaveValue("半分だけ書いた。");
  expect(await ask(`SELECT "state" FROM "Submission" WHERE "id" = $1`, idOf(page))).toEqual([{ state: "DRAFT" }]);
});

test("who saves second keeps what they typed, beside what was saved first", async ({ browser }) => {
  await addPerson("clerk", { section: "総務課", role: "STAFF" });
  await addPerson("clerk2", { section: "総務課", role: "STAFF" });
  const first = await signedIn(browser, "clerk");
  const second = await signedIn(browser, "clerk2");
  await openFromDesk(first, "戦略 4-1");
  await openFromDesk(second, "戦略 4-1");

  await fillStrategy(first, "先に保存した課題");
  await saveButton(first).click();
  await expect(first.getByText("下書きを保存しました。")).toBeVisible();

  await fillStrategy(second, "後から保存しようとした課題");
  await saveButton(second).click();
  await expect(second.getByRole("alert").filter({ hasText: "何も上書きしていません" })).toBeVisible();
  await expect(second.getByLabel("課題", { exact: false }).first()).toHaveValue("後から保存しようとした課題");
  await expect(second.getByRole("region", { name: "「課題" })).toContainText("先に保存した課題");

  // Having seen both, they save theirs over it; the first stays in the record as a Version of its own.
  await saveButton(second).click();
  await expect(second.getByText("下書きを保存しました。")).toBeVisible();
  const versions = await ask(`SELECT "number" FROM "Version" WHERE "submissionId" = $1`, idOf(second));
  expect(versions).toHaveLength(2);
});

test("a manager cannot approve a Version other than the one they were shown", async ({ browser }) => {
  const staff = await signedIn(browser, "staff");
  const manager = await signedIn(browser, "manager");
  await openFromDesk(staff, "戦略 2-4");
  await fillStrategy(staff, "最初に提出した課題");
  await submitButton(staff).click();
  await expect(staff.getByText("提出しました。")).toBeVisible();
  await openFromDesk(manager, "戦略 2-4");

  await staff.getByRole("button", { name: "引き戻す" }).click();
  await fillStrategy(staff, "差し替えた課題");
  await submitButton(staff).click();
  await expect(staff.getByText("提出しました。")).toBeVisible();

  await approveButton(manager).click();
  await expect(manager.getByRole("alert").filter({ hasText: "いま提出されている版ではありません" })).toBeVisible();
  await expect(manager.getByText("差し替えた課題").first()).toBeVisible();
  expect(await ask(`SELECT "state" FROM "Submission" WHERE "id" = $1`, idOf(staff))).toEqual([{ state: "SUBMITTED" }]);
});

test("nobody approves what they worked on, whatever else they are", async ({ browser }) => {
  await addPerson("both", { section: "地域課", role: "STAFF" }, { section: "地域課", role: "MANAGER" });
  await addPerson("local", { section: "地域課", role: "STAFF" });
  const local = await signedIn(browser, "local");
  const both = await signedIn(browser, "both");
  await openFromDesk(local, "具体的取組 2-1-2");
  await fillInitiative(local, "訓練を3回実施した。");
  await submitButton(local).click();
  await expect(local.getByText("提出しました。")).toBeVisible();

  // The page with the approval button was opened while they had not yet written anything.
  await openFromDesk(both, "具体的取組 2-1-2");
  await expect(approveButton(both)).toBeVisible();
  await local.getByRole("button", { name: "引き戻す" }).click();
  await expect(local.getByText("引き戻しました。")).toBeVisible();
  const other = await both.context().newPage();
  await other.goto(both.url());
  await expect(other.getByText("あなたは承認できなくなり")).toBeVisible();
  await fillInitiative(other, "訓練を4回実施した。");
  await submitButton(other).click();
  await expect(other.getByText("提出しました。")).toBeVisible();
  await expect(other.getByText("承認も差戻しもできません")).toBeVisible();
  await expect(approveButton(other)).toHaveCount(0);

  await approveButton(both).click();
  await expect(both.getByRole("alert").filter({ hasText: "自分が関わったものは承認・差戻しできません" })).toBeVisible();
});

test("another section's manager is told so, and another organisation's finds nothing", async ({ browser }) => {
  await addPerson("chief", { section: "窓口サービス課", role: "MANAGER" });
  await addPerson("window", { section: "窓口サービス課", role: "STAFF" });
  await addPerson("neighbour", { organization: "tonari", section: null, role: "MANAGER" });
  const staff = await signedIn(browser, "window");
  await openFromDesk(staff, "取組項目 1");
  await staff.getByRole("radio", { name: /目標達成見込み/ }).check();
  await staff.getByRole("radio", { name: /取組は予定どおり実施\(/ }).check();
  await submitButton(staff).click();
  await expect(staff.getByText("提出しました。")).toBeVisible();
  const chief = await signedIn(browser, "chief");
  await openFromDesk(chief, "取組項目 1");

  // The form of their own sheet, sent for another section's: only the hidden number differs.
  const [foreign] = await ask(
    `SELECT s."id", s."lockVersion" FROM "Submission" s JOIN "Strategy" t ON t."id" = s."strategyId" WHERE t."code" = '2-4'`,
  );
  await chief.evaluate(
    ({ id, lockVersion }) => {
      for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_submission"]')) input.value = id;
      for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_lockVersion"]')) {
        input.value = lockVersion;
      }
    },
    { id: String(foreign?.id), lockVersion: String(foreign?.lockVersion) },
  );
  await approveButton(chief).click();
  await expect(chief.getByRole("alert").filter({ hasText: "ほかの課の提出物です" })).toBeVisible();

  const neighbour = await signedIn(browser, "neighbour");
  const response = await neighbour.goto(staff.url());
  expect(response?.status()).toBe(404);
});

test("a second click on a button does nothing a second time", async ({ browser }) => {
  const page = await signedIn(browser, "staff");
  await openFromDesk(page, "戦略 1-2");
  await fillStrategy(page, "二度押しの課題");
  await submitButton(page).dblclick();
  await expect(page.getByText("提出しました。")).toBeVisible();
  const events = await ask(
    `SELECT "kind" FROM "Event" WHERE "subjectId" = $1 AND "kind" IN ('save', 'submit') ORDER BY "number"`,
    idOf(page),
  );
  expect(events).toEqual([{ kind: "save" }, { kind: "submit" }]);
});

test("bad input is said beside its field, and nothing typed is lost @no-script", async ({ browser }) => {
  await addPerson("clerk", { section: "総務課", role: "STAFF" });
  const page = await signedIn(browser, "clerk");
  await openFromDesk(page, "具体的取組 5-1-1");
  const long = "あ".repeat(4001);
  await page.getByLabel("取組の進捗状況").fill(long);
  await page.getByRole("textbox", { name: /課題と改善策/ }).fill("<b>太字</b>\u202e 𠮷野家 ｶﾀｶﾅ");
  await saveButton(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "まだ保存していません" })).toBeVisible();
  await expect(page.getByText("「取組の進捗状況」は4000字以内にしてください。").first()).toBeVisible();
  await expect(page.getByLabel("取組の進捗状況")).toHaveValue(long);
  await expect(page.getByRole("textbox", { name: /課題と改善策/ })).toHaveValue("<b>太字</b>\u202e 𠮷野家 ｶﾀｶﾅ");
});

for (const [how, code] of [
  ["as the same person", "3-1-1"],
  ["as somebody else", "3-2-1"],
] as const) {
  test(`a session that ended while typing: signing in again ${how} @no-script`, async ({ browser }, testInfo) => {
    const email = await addPerson("local", { section: "地域課", role: "STAFF" });
    const page = await signedIn(browser, "local");
    await openFromDesk(page, `具体的取組 ${code}`);
    const text = `${testInfo.project.name} ${how} 期限切れの間に書いた文章`;
    await page.getByLabel("取組の進捗状況").fill(text);
    await ask(
      `UPDATE "Session" SET "endedAt" = now() FROM "User" u WHERE u."id" = "userId" AND u."email" = $1 AND "endedAt" IS NULL`,
      email,
    );
    await saveButton(page).click();

    await expect(page.getByText("もう一度サインインしてください")).toBeVisible();
    await expect(page.getByLabel("取組の進捗状況")).toHaveValue(text);
    const same = how === "as the same person";
    await page.getByLabel("メールアドレス").fill(same ? email : accountOf("staff"));
    await page.getByLabel("パスワード", { exact: true }).fill("hoshin-demo-password");
    await saveButton(page).click();
    if (same) {
      await expect(page.getByText("下書きを保存しました。")).toBeVisible();
      await expect(page.getByLabel("取組の進捗状況")).toHaveValue(text);
    } else {
      await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
      expect(await page.content()).not.toContain(text);
      const parts = await ask(`SELECT "hash" FROM "Part" WHERE strpos("payload", $1) > 0`, text);
      expect(parts).toEqual([]);
    }
  });
}
