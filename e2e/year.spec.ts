import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { approveButton, ask, PASSWORD, signInOn, submitButton } from "./ward.ts";

// A ward's year with both rounds, by those who run it, on the sample ward.
const SLUG = "mihon";
/** Sheets of one section that nobody has begun: a strategy, an initiative, a reform item. */
const THREE = ["戦略 3-1", "具体的取組 3-1-1", "取組項目 4"] as const;
const LATE = "具体的取組 3-2-3";

const pages = new Map<string, Page>();

/** Somebody of the sample ward at their desk; one page a person. */
async function as(browser: Browser, name: "staff" | "manager" | "coordinator"): Promise<Page> {
  const known = pages.get(name);
  if (known) return known;
  const page = await (await browser.newContext()).newPage();
  await page.goto("/ja/sign-in");
  await signInOn(page, `${name}@${SLUG}.example`, PASSWORD);
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  pages.set(name, page);
  return page;
}

async function open(page: Page, target: string, list = "/ja/desk"): Promise<void> {
  await page.goto(list);
  const row = page.getByRole("listitem").filter({ has: page.getByText(target, { exact: true }) });
  await row.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/submissions\//);
}

/** Fills every field of a sheet: texts with `text`, of each choice the first, figures, amounts in full width. */
async function fillAll(page: Page, text: string): Promise<void> {
  const form = page.locator('form[aria-labelledby="write-heading"]');
  for (const group of await form.getByRole("radiogroup").all()) await group.getByRole("radio").first().check();
  for (const figure of await form.locator('input[name*="Actuals."]').all()) await figure.fill("１");
  for (const amount of await form.locator('input[name$="ThousandYen"]').all()) await amount.fill("３，０００");
  for (const box of await form
    .getByRole("textbox")
    .filter({ hasNot: page.locator("input") })
    .all()) {
    if ((await box.evaluate((element) => element.tagName)) === "TEXTAREA") await box.fill(text);
  }
}

async function writeAndSubmit(staff: Page, target: string, text: string): Promise<void> {
  await open(staff, target);
  await fillAll(staff, text);
  await submitButton(staff).click();
  await expect(staff.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
}

/** Opens each of them as it was submitted, then approves all at once. */
async function approveTogether(manager: Page, targets: readonly string[]): Promise<void> {
  for (const target of targets) await open(manager, target, "/ja/desk/deciding");
  await manager.goto("/ja/desk/deciding");
  for (const target of targets) {
    const row = manager.getByRole("listitem").filter({ has: manager.getByText(target, { exact: true }) });
    await row.getByRole("checkbox").check();
  }
  await manager.getByRole("button", { name: "選んだものを承認する" }).click();
  await expect(manager.getByText(`${targets.length}件のうち${targets.length}件を承認しました。`)).toBeVisible();
}

/** Releases what is approved; `ends` is the round that the release ends. */
async function releaseAll(coordinator: Page, year: number, ends: string): Promise<void> {
  await coordinator.goto("/ja/releases");
  await coordinator.getByRole("link", { name: new RegExp(`${year}年度`) }).click();
  await coordinator.getByRole("checkbox", { name: new RegExp(`この公開で${ends}の公開を終える`) }).check();
  await coordinator.getByRole("button", { name: "公開後のページを確かめる" }).click();
  await coordinator.getByRole("button", { name: /第\d+版として公開する/ }).click();
  await expect(coordinator.getByText(/第\d+版を公開しました。/)).toBeVisible();
}

let year = 0;

/** What the public can read (of other years two initiatives), address by address, without what differs from one answer to the next by itself. */
async function publicTexts(request: APIRequestContext): Promise<Map<string, string>> {
  const rows = await ask(
    `SELECT o."slug", p."fiscalYear", i."code" FROM "Policy" p JOIN "Organization" o ON o."id" = p."organizationId"
       JOIN "Initiative" i ON i."policyId" = p."id" AND i."removedInId" IS NULL
      WHERE p."currentEditionId" IS NOT NULL AND o."slug" IN ('${SLUG}', 'higashisumiyoshi')
        AND (i."code" IN ('1-1-1', '3-1-1') OR (o."slug" = '${SLUG}' AND p."fiscalYear" = ${year}))
      ORDER BY o."slug", p."fiscalYear", i."code"`,
  );
  const policies = [...new Set(rows.map(({ slug, fiscalYear }) => `${slug}/${fiscalYear}`))];
  const paths = [
    ...policies.flatMap((policy) => [`/ja/${policy}`, `/en/${policy}`, `/ja/${policy}/mid-year-review`]),
    ...policies.map((policy) => `/api/v1/organizations/${policy.replace("/", "/policies/")}`),
    ...rows.map(({ slug, fiscalYear, code }) => `/ja/${slug}/${fiscalYear}/initiatives/${code}`),
  ];
  const texts = new Map<string, string>();
  for (const path of paths) {
    const text = await (await request.get(path)).text();
    // An item's years tell of every year that is public; they have journeys of their own.
    const ofOneYear = text.replace(/<section[^>]*id="years".*?(?=<section[^>]*id="history")/s, "");
    texts.set(path, ofOneYear.replace(/<script.*?<\/script>/gs, "").replace(/<link[^>]*>|<meta name="next[^>]*>/g, ""));
  }
  return texts;
}

/** What of an initiative's page says something of its evaluations. */
const evaluationsIn = (html: string) =>
  html.slice(html.indexOf('aria-label="中間振り返り"'), html.indexOf('aria-label="自己評価"'));

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

test.beforeAll(async () => {
  const [row] = await ask(
    `SELECT max(p."fiscalYear") AS year FROM "Policy" p JOIN "Organization" o ON o."id" = p."organizationId"
      WHERE o."slug" = $1`,
    SLUG,
  );
  year = Number(row?.year);
});

test("@long the mid-year round: three targets, two remarks, three approved at once, one late", async ({ browser }) => {
  const [staff, manager, coordinator] = [
    await as(browser, "staff"),
    await as(browser, "manager"),
    await as(browser, "coordinator"),
  ];
  await test.step("given: staff fill a strategy, an initiative and a reform item", async () => {
    for (const target of THREE) await writeAndSubmit(staff, target, `${target}の中間の記述。`);
  });

  await test.step("when: the manager returns one with two remarks, and it comes back mended", async () => {
    await open(manager, "具体的取組 3-1-1", "/ja/desk/deciding");
    for (const field of ["取組の進捗状況", "課題と改善策"]) {
      await manager.getByText(`この項目に指摘を書く(${field})`).click();
      await manager.getByLabel(`「${field}」への指摘`).fill(`${field}に数字を加えてください。`);
    }
    await manager.getByLabel("差戻しの理由").fill("二か所です。");
    await manager.getByRole("button", { name: "差し戻す" }).click();
    await expect(manager.getByText("差し戻しました。")).toBeVisible();
    await open(staff, "具体的取組 3-1-1");
    await expect(staff.getByText("取組の進捗状況に数字を加えてください。").first()).toBeVisible();
    await expect(staff.getByText("課題と改善策に数字を加えてください。").first()).toBeVisible();
    await staff.getByLabel("取組の進捗状況").fill("具体的取組 3-1-1の中間の記述。54会場で1,198人。");
    await submitButton(staff).click();
    await expect(staff.getByText("提出しました。")).toBeVisible();
  });

  await test.step("and approves three at once", () => approveTogether(manager, THREE));

  await test.step("and the coordinator reminds, closes, and permits one late", async () => {
    await coordinator.goto("/ja/rounds");
    await coordinator.getByRole("link", { name: "中間振り返り", exact: true }).first().click();
    await coordinator.getByRole("button", { name: "保健福祉課を催促" }).click();
    await expect(coordinator.getByText("催促しました。")).toBeVisible();
    await coordinator.locator("summary").filter({ hasText: "期間を締め切る" }).click();
    await coordinator.getByRole("button", { name: "締め切る", exact: true }).click();
    await expect(coordinator.getByText("期間を締め切りました。")).toBeVisible();
    await coordinator.getByRole("link", { name: `許可を与える: ${LATE}` }).click();
    const until = coordinator.getByRole("group", { name: "許可の期限" });
    await until.getByLabel("年").fill("2099");
    await until.getByLabel("月").fill("3");
    await until.getByLabel("日", { exact: true }).fill("31");
    await coordinator.getByLabel("理由").fill("担当者の入院のため");
    await coordinator.getByRole("button", { name: "遅延許可を与える" }).click();
    await expect(coordinator.getByText("遅延許可を与えました。")).toBeVisible();
  });

  await test.step("then: the late one is written and approved, another one cannot be submitted", async () => {
    await writeAndSubmit(staff, LATE, `${LATE}の遅れた記述。`);
    await open(manager, LATE, "/ja/desk/deciding");
    await approveButton(manager).click();
    await expect(manager.getByText("承認しました。")).toBeVisible();
    await open(staff, "具体的取組 3-1-2");
    await expect(submitButton(staff)).toHaveCount(0);
  });
});

test("@long its release changes the pages that it should, and no other", async ({ browser, request }) => {
  const coordinator = await as(browser, "coordinator");
  const before = await publicTexts(request);
  for (const text of before.values()) expect(text).not.toContain("中間の記述。");
  await releaseAll(coordinator, year, "中間振り返り");
  const after = await publicTexts(request);
  expect([...after.keys()]).toEqual([...before.keys()]);

  const ours = (path: string) => path.includes(`${SLUG}/${year}`) || path.includes(`${SLUG}/policies/${year}`);
  for (const [path, text] of after) {
    if (!ours(path)) expect(text === before.get(path), `${path} is as it was`).toBe(true);
    else expect(text === before.get(path), `${path} names the new edition`).toBe(false);
  }
  const page = (code: string) => `/ja/${SLUG}/${year}/initiatives/${code}`;
  expect(after.get(page("3-1-1"))).toContain("54会場で1,198人。");
  expect(after.get(page("3-2-3"))).toContain("の遅れた記述。");
  for (const target of ["戦略 3-1", "取組項目 4"])
    expect(after.get(`/ja/${SLUG}/${year}/mid-year-review`)).toContain(`${target}の中間の記述。`);
  // Released before: as it was. Not approved in time: 未評価, and not a word of its draft.
  expect(evaluationsIn(before.get(page("5-1-1")) ?? "")).toContain("進捗");
  expect(evaluationsIn(after.get(page("5-1-1")) ?? "")).toBe(evaluationsIn(before.get(page("5-1-1")) ?? ""));
  expect(after.get(page("3-1-2"))).toContain("未評価");
  expect(after.get(page("3-1-2"))).not.toContain("19会場");
});

test("@long the self-evaluation round: the same three, with figures and amounts, to the public page", async ({
  browser,
  request,
}) => {
  const [staff, manager, coordinator] = [
    await as(browser, "staff"),
    await as(browser, "manager"),
    await as(browser, "coordinator"),
  ];
  await test.step("given: the coordinator opens it, from today on", async () => {
    await coordinator.goto("/ja/rounds");
    await coordinator
      .getByRole("link", { name: /自己評価.*開く|自己評価の期間を開く/ })
      .first()
      .click();
    const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" }).split("-");
    for (const [name, [y = "", m = "", d = ""]] of Object.entries({
      開始日: today,
      締切日: ["2098", "4", "15"],
      公開予定日: ["2098", "6", "4"],
    })) {
      const boxes = coordinator.getByRole("group", { name });
      await boxes.getByLabel("年").fill(y);
      await boxes.getByLabel("月").fill(m);
      await boxes.getByLabel("日", { exact: true }).fill(d);
    }
    await coordinator
      .getByRole("button", { name: /開く|始める/ })
      .last()
      .click();
    await expect(coordinator.getByText("期間を開き、シートを作りました。")).toBeVisible();
  });

  await test.step("when: staff write, this year's mid-year text beside each field", async () => {
    for (const target of THREE) {
      await staff.goto("/ja/desk");
      const row = staff
        .getByRole("listitem")
        .filter({ has: staff.getByText(target, { exact: true }) })
        .filter({ hasText: "自己評価" });
      await row.getByRole("link").first().click();
      await expect(staff).toHaveURL(/\/submissions\//);
      if (target.startsWith("具体的取組")) await expect(staff.getByText("54会場で1,198人。").first()).toBeAttached();
      await fillAll(staff, `${target}の年度末の記述。`);
      await submitButton(staff).click();
      await expect(staff.getByText("提出しました。承認者の判断を待っています。")).toBeVisible();
    }
  });

  await test.step("and the manager approves, the coordinator releases", async () => {
    await approveTogether(manager, THREE);
    await releaseAll(coordinator, year, "自己評価");
  });

  await test.step("then: the public reads all three, with figures, amount and verdict", async () => {
    const whole = await (await request.get(`/ja/${SLUG}/${year}/self-evaluation`)).text();
    for (const target of THREE) expect(whole).toContain(`${target}の年度末の記述。`);
    const initiative = await (await request.get(`/ja/${SLUG}/${year}/initiatives/3-1-1`)).text();
    expect(initiative).toContain("3,000");
    expect(initiative).toContain("執行率");
    const data = await (await request.get(`/api/v1/organizations/${SLUG}/policies/${year}`)).json();
    expect(data.concluded).toEqual(["MID_YEAR_REVIEW", "SELF_EVALUATION"]);
  });
});
