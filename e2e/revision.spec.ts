import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addWard, approveButton, ask, ready, releaseMeanwhile, signedIn, squeezed } from "./ward.ts";

// A ward of their own: others read the demo's policy string by string.
const ward = `revision-${randomUUID().slice(0, 8)}`;

test.beforeAll(() => addWard(ward));

const outline = (page: Page) => page.getByRole("navigation", { name: "計画の目次" });
const done = (page: Page, text: string) => expect(page.getByText(text, { exact: true })).toBeVisible();

async function open(page: Page, item: RegExp): Promise<void> {
  await outline(page).getByRole("link", { name: item }).click();
  await expect(outline(page).getByRole("link", { name: item })).toHaveAttribute("aria-current", "page");
  await ready(page);
}

/** Checks boxes that are folded below a line. */
async function pick(page: Page, line: string, ...labels: string[]): Promise<void> {
  await ready(page);
  const folded = page.locator("details").filter({ has: page.locator("summary").filter({ hasText: line }) });
  await folded.locator("summary").click();
  for (const label of labels) await folded.getByLabel(label, { exact: true }).check();
}

async function begin(page: Page): Promise<void> {
  await page.goto("/ja/desk");
  await page.getByRole("link", { name: "試験区 令和3年度(2021年度)" }).click();
  await page.getByRole("button", { name: "改定を起案する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "計画の編集" })).toBeVisible();
  await ready(page);
}

test("a revision is written item by item, shows exactly what it changes, is approved, and becomes the next edition @no-script-long", async ({
  browser,
}, testInfo) => {
  test.setTimeout(120_000);
  const run = testInfo.project.name === "no-script" ? "無" : "有";
  const code = "1-1-9";
  const coordinator = await signedIn(browser, `${ward}-coordinator`);
  await begin(coordinator);

  await test.step("a text and an amount of an item", async () => {
    await open(coordinator, /^1-1-2 /);
    const description = coordinator.getByLabel("概要");
    await description.fill(`${await description.inputValue()}(${run})`);
    await coordinator.getByLabel("当年度予算額").fill("４，３２１");
    await coordinator.getByRole("button", { name: "この項目を保存" }).click();
    await done(coordinator, "保存しました。");
    await expect(coordinator.getByLabel("当年度予算額")).toHaveValue("4321");
  });

  await test.step("two themes and a goal, told by the lines that fold them", async () => {
    await pick(coordinator, "テーマ: なし", "防災・減災", "福祉");
    await pick(coordinator, "SDGsのゴール: なし", "11 住み続けられるまちづくりを");
    await coordinator.getByRole("button", { name: "この項目を保存" }).click();
    await done(coordinator, "保存しました。");
    for (const line of ["テーマ: 防災・減災、福祉", "SDGsのゴール: 11 住み続けられるまちづくりを"]) {
      await expect(coordinator.locator("summary").filter({ hasText: line })).toBeVisible();
    }
    await expect(outline(coordinator).getByRole("link", { name: /^1-1-2 .*変更/ })).toBeVisible();
  });

  await test.step("a code that another item has is refused beside its box, and nothing typed is lost", async () => {
    await coordinator.getByLabel("番号").fill("1-1-3");
    await coordinator.getByLabel("概要").fill("消えてはいけない文");
    await coordinator.getByRole("button", { name: "この項目を保存" }).click();
    await expect(coordinator.getByText("同じ種類のほかの項目が使っています").first()).toBeVisible();
    await expect(coordinator.getByLabel("概要")).toHaveValue("消えてはいけない文");
    await expect(coordinator.getByLabel("番号")).toHaveValue("1-1-3");
  });

  await test.step("a new item, below its strategy and before its neighbours", async () => {
    await open(coordinator, /^1-1 /);
    await coordinator.getByRole("link", { name: "この戦略に具体的取組を追加" }).click();
    await expect(coordinator.getByRole("heading", { level: 2, name: "新しい具体的取組" })).toBeVisible();
    await ready(coordinator);
    await coordinator.getByLabel("番号").fill(code);
    await coordinator.getByLabel("名称").first().fill(`中学生の夏期講座${run}`);
    await coordinator.getByLabel("概要").fill("夏休みに学習の場をひらく。");
    await coordinator.getByLabel("当年度予算額").fill("120");
    await coordinator.getByRole("button", { name: "追加して保存" }).click();
    await done(coordinator, "追加しました。");
    await coordinator.getByRole("button", { name: "上へ" }).click();
    await done(coordinator, "一つ上へ移しました。");
  });

  await test.step("a step is taken back", async () => {
    await coordinator.getByRole("button", { name: "下へ" }).click();
    await done(coordinator, "一つ下へ移しました。");
    await coordinator.getByRole("button", { name: "元に戻す" }).click();
    await done(coordinator, "直前の操作を取り消しました。");
  });

  await test.step("what the revision says of itself", async () => {
    await open(coordinator, /^この改定について/);
    await coordinator.getByLabel("理由").fill(`取組を一つ加え、予算額を改めるため(${run})`);
    await coordinator.getByRole("button", { name: "保存" }).click();
    await done(coordinator, "保存しました。");
    const summary = coordinator.locator("summary").filter({ hasText: "この改定で変わるところ" });
    await expect(summary).toContainText("2");
  });

  await coordinator.getByRole("link", { name: "提出・経過の画面へ" }).click();
  await expect(coordinator.getByRole("heading", { name: `具体的取組 ${code} 中学生の夏期講座${run}` })).toBeVisible();
  await coordinator.getByRole("button", { name: "提出する" }).click();
  await expect(coordinator.getByText("提出しました。")).toBeVisible();
  const address = coordinator.url();

  const manager = await signedIn(browser, `${ward}-manager`);
  await manager.goto(address);
  const changed = manager
    .getByRole("listitem")
    .filter({ has: manager.getByRole("heading", { name: /具体的取組 1-1-2/ }) });
  await expect(changed.locator("ins")).toContainText([`(${run})`]);
  await expect(changed).toContainText("4,321千円");
  for (const tag of ["防災・減災", "福祉", "11 住み続けられるまちづくりを"]) await expect(changed).toContainText(tag);
  await expect(manager.getByRole("heading", { level: 3 }).filter({ hasText: /具体的取組/ })).toHaveCount(2);
  await approveButton(manager).click();
  await expect(manager.getByText("承認しました。")).toBeVisible();

  const [row] = await ask(
    `SELECT o."slug" FROM "Organization" o JOIN "Policy" p ON p."organizationId" = o."id" JOIN "Submission" s ON s."policyId" = p."id" WHERE s."id" = $1`,
    new URL(address).pathname.split("/").at(-1),
  );
  const policy = `/ja/${row?.slug}/2021`;
  const before = squeezed(await (await coordinator.request.get(policy)).text());
  expect(before).not.toContain(`中学生の夏期講座${run}`);
  await coordinator.goto("/ja/releases");
  await coordinator.getByRole("link", { name: /令和3年度/ }).click();
  // Other journeys may have left sheets to be released: only the Revision goes.
  const id = new URL(address).pathname.split("/").at(-1) ?? "";
  for (const box of await coordinator.locator('input[name="include"]').all()) {
    if ((await box.getAttribute("value")) !== id) await box.uncheck();
  }
  await coordinator.getByRole("button", { name: "公開後のページを確かめる" }).click();
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開前の確認" })).toBeVisible();
  // The page as it will be, with its figures.
  await expect(coordinator.getByRole("figure").filter({ hasText: "中間振り返り: 未公開" })).toBeVisible();
  await expect(coordinator.getByRole("figure").filter({ hasText: "当年度予算額は、合わせて" })).toBeVisible();
  await coordinator.getByRole("button", { name: /版として公開する/ }).click();
  await expect(coordinator.getByText(/第\d+版を公開しました。/)).toBeVisible();
  const after = squeezed(await (await coordinator.request.get(policy)).text());
  expect(after).toContain(`中学生の夏期講座${run}`);
  await coordinator.goto(`${policy}/initiatives/1-1-2`);
  await expect(coordinator.getByRole("main").getByRole("link", { name: "福祉", exact: true })).toBeVisible();
  await coordinator.getByRole("main").getByRole("link", { name: "防災・減災", exact: true }).click();
  await expect(coordinator.getByRole("main").locator(`a[href="${policy}/initiatives/1-1-2"]`)).toBeVisible();
  const compared = await coordinator.request.get(`${policy}/revisions/compare?from=1&to=2`);
  expect(await compared.text()).toContain("11 住み続けられるまちづくりを");
});

test("the editor holds at 375 px, and passes axe on each of its forms", async ({ browser }) => {
  const page = await signedIn(browser, `${ward}-coordinator`);
  await begin(page);
  const address = page.url();
  const items = await outline(page)
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  // The policy, what the revision says of itself, a strategy, an initiative.
  for (const path of [address, items[0], items[3]]) await expectAccess(page, path ?? address, [375]);
  await expectAccess(page, items[4] ?? address);
});

test("a revision whose base was replaced is brought up to date, and what both changed is asked about @no-script-long", async ({
  browser,
}) => {
  const page = await signedIn(browser, `${ward}-coordinator`);
  await begin(page);
  await open(page, /^1-1-3 /);
  await page.getByLabel("概要").fill("わたしの案の概要。");
  await page.getByRole("button", { name: "この項目を保存" }).click();
  await done(page, "保存しました。");

  await releaseMeanwhile(ward, "1-1-3", "先に公開された概要。");
  await page.reload();
  await ready(page);
  await page.getByRole("link", { name: "現行の版に合わせる" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "現行の版に合わせる" })).toBeVisible();
  await ready(page);
  await expect(page.getByText("わたしの案の概要。", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("先に公開された概要。", { exact: true }).first()).toBeVisible();
  // Nothing is chosen for anybody.
  await page.getByRole("button", { name: "合わせて保存" }).click();
  await expect(page.locator("#error-summary")).toBeVisible();
  await page.getByRole("radio", { name: "この改定案" }).check();
  await page.getByRole("button", { name: "合わせて保存" }).click();
  await done(page, "現行の版にもとづく改定案に改めました。");
  await expect(page.getByRole("link", { name: "現行の版に合わせる" })).toHaveCount(0);
  await open(page, /^1-1-3 /);
  await expect(page.getByLabel("概要")).toHaveValue("わたしの案の概要。");
});
