import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { ended, runCommand, scriptCommand } from "../scripts/command.ts";
import { root } from "../scripts/folders.ts";
import type { JourneyApp } from "../scripts/playwright-app.ts";
import { accountOf, signedIn, signInOn } from "./ward.ts";

const OWN = "自分で決めた長いパスワード";

/** Opens a folded form and says where it is. */
async function unfold(page: Page, words: string, nth = 0): Promise<Locator> {
  const folded = page
    .locator("details")
    .filter({ has: page.locator("summary").getByText(words, { exact: true }) })
    .nth(nth);
  await folded.locator("summary").click();
  return folded;
}

async function addPerson(page: Page, name: string, email: string): Promise<string> {
  await page.goto("/ja/people");
  const form = await unfold(page, "新しい利用者を登録する");
  await form.getByLabel("氏名").fill(name);
  await form.getByLabel("メールアドレス").fill(email);
  await form.getByRole("button", { name: "利用者を登録する" }).click();
  await expect(page.getByText("利用者を登録しました。")).toBeVisible();
  return (await page.locator("[data-password-link]").textContent()) ?? "";
}

async function addPost(page: Page, place: string, role: string, title: string): Promise<void> {
  const form = await unfold(page, "在籍を加える");
  await form.getByLabel("所属・課").selectOption({ label: place });
  await form.getByRole("radio", { name: role }).check();
  await form.getByLabel("職名").fill(title);
  await form.getByRole("button", { name: "在籍を加える" }).click();
  await expect(page.getByText("在籍を加えました。")).toBeVisible();
}

/** Follows a link to set a password in a browser of one's own; ends at the desk. */
async function setPassword(browser: Browser, link: string, password = OWN): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: new URL(link).origin })).newPage();
  await page.goto(link);
  await page.getByLabel("新しいパスワード", { exact: false }).first().fill(password);
  await page.getByLabel("新しいパスワード(もう一度)").fill(password);
  await page.getByRole("button", { name: "このパスワードに決めてサインインする" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  return page;
}

test("a person is added, chooses a password by a link that works once, changes it, and is disabled", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  // Given the demo's administrator, who gives an address that is taken
  const admin = await (await browser.newContext()).newPage();
  await admin.goto("/ja/sign-in");
  await signInOn(admin, "admin@hoshin.example");
  await expect(admin.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  await admin.goto("/ja/people");
  const form = await unfold(admin, "新しい利用者を登録する");
  await form.getByLabel("氏名").fill("新任 五郎");
  await form.getByLabel("メールアドレス").fill(accountOf("staff"));
  await form.getByRole("button", { name: "利用者を登録する" }).click();
  await expect(admin.locator("#error-summary")).toContainText("ほかで使われています");
  await expect(form.getByLabel("氏名")).toHaveValue("新任 五郎");

  // When another is given, a link is there to hand over, and a post can be given
  const email = `new-${randomUUID().slice(0, 8)}@higashisumiyoshi.example`;
  const link = await addPerson(admin, "新任 五郎", email);
  expect(link).toMatch(/\/ja\/sign-in\/link\/[A-Za-z0-9_-]{43}$/);
  await addPost(admin, "東住吉区 総務課", "担当者", "総務課 係員");
  // And the link is not shown again.
  await expect(admin.locator("[data-password-link]")).toHaveCount(0);

  // Then looking uses nothing up, a short password and two different ones are told so, and a good one signs in
  const person = await (await browser.newContext()).newPage();
  for (let look = 0; look < 2; look += 1) {
    await person.goto(link);
    await expect(person.getByText("新任 五郎さんのパスワードを決めます。")).toBeVisible();
  }
  const fill = async (one: string, two: string) => {
    await person.locator('[name="_passwordNew"]').fill(one);
    await person.locator('[name="_passwordAgain"]').fill(two);
    await person.getByRole("button", { name: "このパスワードに決めてサインインする" }).click();
  };
  await fill("短い", "短い");
  await expect(person.locator("#error-summary")).toContainText("12字以上200字以内");
  await fill(OWN, `${OWN}。`);
  await expect(person.locator("#error-summary")).toContainText("違います");
  await fill(OWN, OWN);
  await expect(person.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  await person.goto(link);
  await expect(person.getByRole("heading", { level: 1, name: "このリンクは使えません" })).toBeVisible();

  // And on their own page they change it; the wrong old one is told so
  await person.goto("/ja/account");
  const change = async (old: string, next: string) => {
    await person.locator('[name="_passwordOld"]').fill(old);
    await person.locator('[name="_passwordNew"]').fill(next);
    await person.locator('[name="_passwordAgain"]').fill(next);
    await person.getByRole("button", { name: "パスワードを変える" }).click();
  };
  await change("まちがったパスワード", `${OWN}その二`);
  await expect(person.locator("#error-summary")).toContainText("「いまのパスワード」が違います");
  await change(OWN, `${OWN}その二`);
  await expect(person.getByText("パスワードを変えました。")).toBeVisible();

  // When the administrator disables them, their next step ends at the door
  const disable = await unfold(admin, "この人の利用を停止する");
  await disable.getByLabel("担当する人がいないままにする").check();
  await disable.getByRole("button", { name: "利用を停止する" }).click();
  await expect(admin.getByText("利用を停止しました。")).toBeVisible();
  await person.goto("/ja/desk");
  await expect(person).toHaveURL(/\/ja\/sign-in/);
});

test("what has nobody is for those who manage; the rest of administration for administrators", async ({ browser }) => {
  const head = await signedIn(browser, "head");
  await head.goto("/ja/people/handover?on=2027-04-01");
  await expect(head.getByRole("heading", { level: 1, name: "引継ぎの点検" })).toBeVisible();
  await expect(head.getByRole("heading", { level: 2, name: /東住吉区/ })).toBeVisible();
  await expect(head.getByRole("heading", { level: 2, name: /みほん区/ })).toHaveCount(0);
  const staff = await signedIn(browser, "staff");
  for (const path of ["/ja/people/handover", "/ja/people", "/ja/organisations"]) {
    await staff.goto(path);
    await expect(staff.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
  }
});

test.describe("an empty installation", () => {
  test.setTimeout(300_000);

  test("@long becomes a ward at work, all on screen", async ({ browser }) => {
    // Given an app without a single record, and its first administrator
    const [program = "", ...rest] = scriptCommand("throwaway-app.ts", "1");
    const env = { ...process.env, HOSHIN_EMPTY: "1" };
    const child = spawn(program, rest, { cwd: root, env, stdio: ["pipe", "pipe", "inherit"] });
    try {
      const line = await new Promise<string>((resolve, reject) => {
        createInterface(child.stdout).on("line", (text) => {
          if (text.startsWith("[")) resolve(text);
        });
        child.on("exit", () => reject(new Error("The empty app did not start.")));
      });
      const [app] = JSON.parse(line) as JourneyApp[];
      if (!app) throw new Error("no app");
      const { code, output } = await runCommand(scriptCommand("admin-create.ts"), {
        env: {
          DATABASE_URL: app.databaseUrl,
          ADMIN_EMAIL: "first@city.example",
          ADMIN_NAME: "初代 管理",
          ADMIN_PASSWORD: OWN,
        },
      });
      expect(output).toContain("first@city.example");
      expect(code).toBe(0);
      const admin = await (await browser.newContext({ baseURL: app.baseURL })).newPage();
      await admin.goto("/ja/sign-in");
      await signInOn(admin, "first@city.example", OWN);
      await expect(admin.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();

      // When the administrator adds a ward, its sections and its people
      await admin.getByRole("link", { name: "所属", exact: true }).click();
      const ward = await unfold(admin, "新しい所属を登録する");
      await ward.locator('[name="organisation.nameJa"]').fill("北区");
      await ward.locator('[name="organisation.nameEn"]').fill("Kita Ward");
      await ward.locator('[name="organisation.slug"]').fill("kita");
      await ward.locator('[name="organisation.cityNameJa"]').fill("試験市");
      await ward.locator('[name="organisation.cityNameEn"]').fill("Test City");
      await ward.getByRole("button", { name: "所属を登録する" }).click();
      await expect(admin.getByRole("heading", { level: 1, name: "北区" })).toBeVisible();
      for (const [section, english] of [
        ["総務課", "General Affairs"],
        ["保健福祉課", "Health and Welfare"],
      ] as const) {
        const form = await unfold(admin, "課を加える");
        await form.locator('[name="section.nameJa"]').fill(section);
        await form.locator('[name="section.nameEn"]').fill(english);
        await form.getByRole("button", { name: "課を加える" }).click();
        await expect(admin.getByText("課を加えました。")).toBeVisible();
        await expect(admin.getByRole("listitem").filter({ hasText: section })).toBeVisible();
        await admin.goto(admin.url().split("?")[0] ?? "");
      }
      const people = [
        ["担当 一", "staff@kita.example", "北区 保健福祉課", "担当者", "保健福祉課 係員"],
        ["課長 二", "manager@kita.example", "北区 保健福祉課", "承認者", "保健福祉課長"],
        ["調整 三", "coordinator@kita.example", "北区 総務課", "取りまとめ担当", "総務課 係長"],
      ] as const;
      const links: string[] = [];
      for (const [name, email, place, role, title] of people) {
        links.push(await addPerson(admin, name, email));
        await addPost(admin, place, role, title);
      }

      // Then each signs in by link, and the coordinator makes the policy's place
      const desks: Page[] = [];
      for (const link of links) desks.push(await setPassword(browser, link));
      const coordinator = desks[2];
      if (!coordinator) throw new Error("no coordinator");
      await coordinator.goto("/ja/policies/new");
      await coordinator.getByLabel("年度と様式").selectOption({ index: 1 });
      await coordinator.getByRole("button", { name: "この年度の運営方針を始める" }).click();
      await expect(coordinator).toHaveURL(/\/ja\/policies$/);
      await expect(coordinator.getByRole("main")).toContainText("北区");
    } finally {
      child.stdin.end();
      await ended(child);
    }
  });
});
