import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import {
  addWard,
  approveButton,
  ask,
  fillInitiative,
  openFromDesk,
  saveButton,
  signedIn,
  submitButton,
} from "./ward.ts";

// A ward of their own: what its round's end makes public would be in the way of every other journey.
const ward = `rounds-${randomUUID().slice(0, 8)}`;
const as = (browser: Browser, role: "staff" | "manager" | "coordinator") => signedIn(browser, `${ward}-${role}`);

test.beforeAll(() => addWard(ward));

/** Where the public reads this ward's policy. */
async function publicPath(): Promise<string> {
  const [row] = await ask(
    `SELECT o.slug FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o.id
     JOIN "User" u ON u.id = m."userId" WHERE u.email LIKE $1 LIMIT 1`,
    `${ward}-%`,
  );
  return `${row?.slug}/2021`;
}

async function openBoard(page: Page): Promise<void> {
  await page.goto("/ja/rounds");
  await page.getByRole("link", { name: "中間振り返り", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "中間振り返りの進み具合" })).toBeVisible();
}

/** Opens what is folded on the page; its summary is pressed, as a person would. */
const unfold = (page: Page, name: string) => page.locator("summary").filter({ hasText: name }).click();

async function fillDate(page: Page, group: string, [year, month, day]: readonly [string, string, string]) {
  const boxes = page.getByRole("group", { name: group });
  await boxes.getByLabel("年").fill(year);
  await boxes.getByLabel("月").fill(month);
  await boxes.getByLabel("日", { exact: true }).fill(day);
}

test("@long a round is watched, chased, closed, opened for one that is late, and ends with its release @no-script-long", async ({
  browser,
  request,
}) => {
  test.slow();
  const coordinator = await as(browser, "coordinator");

  await test.step("given: the board shows every sheet, by section", async () => {
    await openBoard(coordinator);
    await expect(coordinator.getByText("10件中0件を提出")).toBeVisible();
    await coordinator.getByLabel("対象の種類").selectOption("strategy");
    await coordinator.getByRole("button", { name: "表示する" }).click();
    await expect(coordinator.getByText("10件中2件を表示")).toBeVisible();
    await expect(coordinator).toHaveURL(/type=strategy/);
  });

  await test.step("when: a section is reminded, once a day", async () => {
    await openBoard(coordinator);
    await coordinator.getByRole("button", { name: "保健福祉課を催促" }).click();
    await expect(coordinator.getByText("催促しました。")).toBeVisible();
    await coordinator.getByRole("button", { name: "保健福祉課を催促" }).click();
    await expect(coordinator.getByText("今日はもう催促しました")).toBeVisible();
  });

  await test.step("and dates out of order come back as typed, with the reason beside them", async () => {
    await openBoard(coordinator);
    await unfold(coordinator, "日程を変える");
    await fillDate(coordinator, "締切日", ["２０２１", "8", "31"]);
    await coordinator.getByRole("button", { name: "日程を変更する" }).click();
    const group = coordinator.getByRole("group", { name: "締切日" });
    await expect(group.getByText("「締切日」は、その前の日付と同じ日か、それより後にしてください。")).toBeVisible();
    await expect(group.getByLabel("年")).toHaveValue("２０２１");
    await fillDate(coordinator, "締切日", ["２０２１", "9", "24"]);
    await coordinator.getByRole("button", { name: "日程を変更する" }).click();
    await expect(coordinator.getByText("日程を変更しました。")).toBeVisible();
    await expect(coordinator.getByText("令和3年9月24日(2021年)")).toBeVisible();
  });

  await test.step("and the round is closed: what is not submitted cannot be any more", async () => {
    await unfold(coordinator, "期間を締め切る");
    await coordinator.getByRole("button", { name: "締め切る", exact: true }).click();
    await expect(coordinator.getByText("期間を締め切りました。")).toBeVisible();
    const staff = await as(browser, "staff");
    await openFromDesk(staff, "具体的取組 1-1-1");
    await fillInitiative(staff, "遅れて書いた進捗");
    await expect(submitButton(staff)).toHaveCount(0);
    await saveButton(staff).click();
    await expect(staff.getByText("下書きを保存しました。")).toBeVisible();
  });

  await test.step("and one sheet gets a late permit with a reason", async () => {
    await openBoard(coordinator);
    await coordinator.getByRole("link", { name: "許可を与える: 具体的取組 1-1-1" }).click();
    await coordinator.getByRole("button", { name: "遅延許可を与える" }).click();
    await expect(coordinator.getByText("次の2件を直してください")).toBeVisible();
    await fillDate(coordinator, "許可の期限", ["2099", "3", "31"]);
    await coordinator.getByLabel("理由").fill("担当者の入院のため");
    await coordinator.getByRole("button", { name: "遅延許可を与える" }).click();
    await expect(coordinator.getByText("遅延許可を与えました。")).toBeVisible();
    await expect(coordinator.getByText("令和81年3月31日(2099年)まで")).toBeVisible();
  });

  await test.step("and is submitted and approved", async () => {
    const staff = await as(browser, "staff");
    await openFromDesk(staff, "具体的取組 1-1-1");
    await expect(staff.getByText("令和81年3月31日(2099年)まで")).toBeVisible();
    await submitButton(staff).click();
    await expect(staff.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
    const manager = await as(browser, "manager");
    await openFromDesk(manager, "具体的取組 1-1-1");
    await approveButton(manager).click();
    await expect(manager.getByText("承認しました。")).toBeVisible();
  });

  const path = await publicPath();
  await test.step("and before the release nothing of all this is public", async () => {
    const text = await (await request.get(`/ja/${path}`)).text();
    expect(text).toContain("未公開");
    expect(text).not.toContain("未評価");
    expect(text).not.toContain("遅れて書いた進捗");
  });

  await test.step("and a release ends the round", async () => {
    await coordinator.goto("/ja/releases");
    await coordinator.getByRole("link", { name: /令和3年度/ }).click();
    const ends = coordinator.getByRole("checkbox", { name: /この公開で中間振り返りの公開を終える/ });
    await expect(ends).not.toBeChecked();
    await ends.check();
    await coordinator.getByRole("button", { name: "公開後のページを確かめる" }).click();
    await expect(coordinator.getByText("この公開で中間振り返りの公開を終えます。")).toBeVisible();
    await expect(coordinator.getByText("中間振り返り: 未評価。").first()).toBeVisible();
    await coordinator.getByRole("button", { name: "第2版として公開する" }).click();
    await expect(coordinator.getByText("第2版を公開しました。")).toBeVisible();
  });

  await test.step("then: the public reads the sheet, and 未評価 where there is none", async () => {
    const text = await (await request.get(`/ja/${path}`)).text();
    expect(text).toContain("遅れて書いた進捗");
    expect(text).toContain("中間振り返り: 未評価。");
    expect(text).not.toContain("中間振り返り: 未公開。");
    expect(text).toContain("自己評価");
    const [org, year] = path.split("/");
    const data = await (await request.get(`/api/v1/organizations/${org}/policies/${year}`)).json();
    expect(data.concluded).toEqual(["MID_YEAR_REVIEW"]);
  });

  await test.step("and the round can be handed round as a list and a table", async () => {
    await openBoard(coordinator);
    await expect(coordinator.getByText("公開終了")).toBeVisible();
    const address = coordinator.url();
    await coordinator.getByRole("link", { name: "印刷用の一覧" }).click();
    await expect(coordinator.getByRole("table", { name: /保健福祉課/ })).toContainText("項目1-1-1");
    const csv = await coordinator.request.get(address.replace(/\?.*/, "").replace(/$/, "/csv"));
    expect(csv.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    const lines = (await csv.body()).toString("utf8").split("\r\n");
    expect(lines[0]).toMatch(/^\uFEFForganization,fiscal_year,phase,/);
    expect(lines).toHaveLength(12);
    expect((await request.get(address.replace(/\?.*/, "").replace(/$/, "/csv"), { maxRedirects: 0 })).status()).toBe(
      303,
    );
  });
});

test("sections are assigned in bulk by a Revision, which shows what it changes @no-script", async ({ browser }) => {
  const coordinator = await as(browser, "coordinator");
  await coordinator.goto("/ja/rounds");
  await coordinator.getByRole("link", { name: "担当課の割り当て" }).click();
  await coordinator.getByRole("link", { name: /令和3年度/ }).click();
  await coordinator.getByRole("button", { name: "改定の下書きを作る" }).click();
  await expect(coordinator.getByText("「項目」を選んでください。").first()).toBeVisible();
  await coordinator.getByRole("checkbox", { name: /取組項目 1/ }).check();
  await coordinator.getByRole("checkbox", { name: "戦略 1-1とその下のすべて" }).check();
  await coordinator.getByLabel("選んだ項目の担当課").selectOption({ label: "総務課" });
  await coordinator.getByLabel("改定の理由").fill("機構改革による");
  await coordinator.getByRole("button", { name: "改定の下書きを作る" }).click();
  await expect(coordinator).toHaveURL(/\/submissions\//);
  await expect(coordinator.getByText("改定: 機構改革による")).toBeVisible();
  const change = coordinator.getByRole("listitem").filter({ hasText: "取組項目 1" });
  await expect(change.getByText("地域課")).toBeVisible();
  await expect(change.getByText("総務課")).toBeVisible();
  await submitButton(coordinator).click();
  await expect(coordinator.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
});
