import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { accountOf, addWard, ask, ready, signedIn } from "./ward.ts";

const ward = `asking-${randomUUID().slice(0, 8)}`;
let slug = "";
test.beforeAll(async () => {
  await addWard(ward, 0, { round: false });
  const [row] = await ask(
    `SELECT o."slug" FROM "Organization" o JOIN "Membership" m ON m."organizationId" = o."id"
     JOIN "User" u ON u."id" = m."userId" WHERE u."email" = $1`,
    accountOf(`${ward}-staff`),
  );
  slug = String(row?.slug);
});

/** What only the reader and those who answer know. */
const READER = "近所の鴨野川カモ子ですが";
const ITEM = "/2021/initiatives/1-1-2";

/** Waits as long as a person takes to write: whoever sends sooner is asked once more. */
const write = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label).fill(text);
  await page.waitForTimeout(2_200);
};
const send = (page: Page) => page.getByRole("button", { name: "送る" }).click();

/** Opens a folded form by its words, and presses its button. */
async function press(page: Page, fold: string, button = fold, fill = async () => {}): Promise<void> {
  await ready(page);
  const folded = page.locator("details").filter({ has: page.getByText(fold, { exact: true }) });
  await folded.locator("summary").click();
  await fill();
  await folded.getByRole("button", { name: button }).click();
}

test("a reader asks, the section answers, another person lets it out, and it stands beside the item @no-script-long", async ({
  browser,
  page,
}, { project }) => {
  // Each of the two runs asks in words of its own: the same text is not taken twice a day.
  const question = `${READER}、健診はいつですか(${project.name})。`;
  const [asked, answered] = [`健診の日を知りたい(${project.name})。`, `毎月第二水曜日です(${project.name})。`];

  // Given a reader at an item, without an account and without a cookie
  await page.goto(`/ja/${slug}${ITEM}`);
  await page.getByRole("link", { name: "この項目について質問する" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "質問する" })).toBeVisible();
  await expect(page.getByText("氏名・連絡先は書かないでください", { exact: false }).first()).toBeVisible();

  // When they send nothing, or at once, the form comes back and says so
  await ready(page);
  await send(page);
  await expect(page.locator("#error-summary")).toContainText("文を書いてください");
  await ready(page);
  await page.getByLabel("質問", { exact: true }).fill(question);
  await send(page);
  await expect(page.locator("#error-summary")).toContainText("送るのが早すぎました");
  await expect(page.getByLabel("質問", { exact: true })).toHaveValue(question);
  await page.waitForTimeout(2_200);
  await send(page);

  // Then they read what happens next, and their words stand in no address
  await expect(page.getByRole("heading", { level: 1, name: "質問を受け付けました" })).toBeVisible();
  await expect(page.getByText("担当する課に届きました")).toBeVisible();
  expect(decodeURIComponent(page.url())).not.toContain(READER);
  expect(await page.context().cookies()).toEqual([]);

  // When staff of the section finds it at the desk and words an answer
  const staff = await signedIn(browser, `${ward}-staff`);
  await staff.getByRole("link", { name: question }).click();
  await expect(staff.getByText(question)).toBeVisible();
  await press(staff, "回答案を書く", "承認を求める", async () => {
    await staff.getByLabel("公開する質問").fill(asked);
    await staff.getByRole("textbox", { name: /^回答/ }).fill(answered);
  });
  await expect(staff.getByText("承認を求めました。")).toBeVisible();
  await expect(staff.getByText("承認して公開する", { exact: true })).toHaveCount(0);
  for (const path of [ITEM, "/2021/questions", "/2021"]) {
    await page.goto(`/ja/${slug}${path}`);
    for (const hidden of [READER, answered]) expect(await page.content()).not.toContain(hidden);
  }

  // And the manager, who is told that it waits, approves it
  const manager = await signedIn(browser, `${ward}-manager`);
  await manager.getByRole("link", { name: /^具体的取組 1-1-2.*回答案ができました。承認を待っています。$/ }).click();
  await expect(manager.getByText(question)).toBeVisible();
  await press(manager, "承認して公開する");
  await expect(manager.getByText("回答を公開しました。")).toBeVisible();

  // Then who wrote it is told, and everybody reads it beside the item and in the policy's list, by section and not by person
  await staff.goto("/ja/desk");
  await expect(staff.getByRole("link", { name: /^具体的取組 1-1-2.*回答を公開しました。$/ })).toBeVisible();
  for (const path of [ITEM, "/2021/questions"]) {
    await page.goto(`/ja/${slug}${path}`);
    const entry = page.getByRole("main").getByRole("listitem").filter({ hasText: answered });
    await expect(entry).toContainText(asked);
    await expect(entry).toContainText("保健福祉課");
    expect(await page.content()).not.toContain(READER);
    await expect(entry).not.toContainText("試験");
  }
  const data = await page.request.get(`/api/v1/organizations/${slug}/policies/2021/answers`);
  expect(await data.text()).toContain(answered);
});

test("every page of a policy asks whether it helped, and cards do not @no-script-only", async ({ request }) => {
  const pages = [
    ...["", "/vision", "/questions", "/formulation", "/revisions", "/revisions/compare?from=1&to=1", "/editions/1"],
    ...["/issues/1", "/strategies/1-1", "/initiatives/1-1-1", "/reform/1"],
  ];
  for (const path of pages) {
    const answer = await request.get(`/ja/${slug}/2021${path}`);
    expect([path, answer.status()]).toEqual([path, 200]);
    const page = await answer.text();
    expect([path, page.split(`action="/ja/ask/${slug}/2021/helpful"`).length - 1]).toEqual([path, 1]);
    expect(page).toContain("探している情報が見つからない");
  }
  const card = await request.get(`/ja/embed/${slug}/2021`);
  expect([card.status(), (await card.text()).includes("/ja/ask/")]).toEqual([200, false]);
});

test("a yes or no is counted, what is missing can be said, and programs get no further @no-script-only", async ({
  page,
  request,
}) => {
  // Given the foot of the policy's page
  await page.goto(`/ja/${slug}/2021`);
  await page.getByRole("button", { name: "いいえ" }).click();
  await expect(page.getByText("「役に立たなかった」として数えました", { exact: false })).toBeVisible();
  // When the reader says what was missing, a filled trap gives the form back, with what was typed
  await page.locator("input[name=website]").evaluate((input: HTMLInputElement) => {
    input.value = "https://spam.example";
  });
  await write(page, "探していたもの", "議事録が見つかりません。");
  await send(page);
  await expect(page.locator("#error-summary")).toContainText("空のままにする欄");
  await expect(page.getByLabel("探していたもの")).toHaveValue("議事録が見つかりません。");
  await page.waitForTimeout(2_200);
  await send(page);
  await expect(page.getByRole("heading", { level: 1, name: "お知らせを受け付けました" })).toBeVisible();
  // Then it is there once, and one yes or no with it
  const [row] = await ask(
    `SELECT count(*)::int AS asked, (SELECT count(*)::int FROM "HelpfulVote" v JOIN "Policy" p ON p."id" = v."policyId"
       JOIN "Organization" o ON o."id" = p."organizationId" WHERE o."slug" = $1 AND NOT v."helpful") AS votes
     FROM "Question" q JOIN "Organization" o ON o."id" = q."organizationId" WHERE o."slug" = $1 AND q."kind" = 'NOT_FOUND'`,
    slug,
  );
  expect(row).toEqual({ asked: 1, votes: 1 });
  // And another site cannot press for its visitors
  const elsewhere = await request.post(`/ja/ask/${slug}/2021/helpful`, {
    form: { helpful: "yes" },
    headers: { origin: "https://elsewhere.example" },
    maxRedirects: 0,
  });
  expect([elsewhere.status(), elsewhere.headers().location]).toEqual([303, `/ja/ask/${slug}/2021?refused=bad-origin`]);
  for (const about of ["initiative-9-9-9", "nothing"]) {
    expect((await request.get(`/ja/ask/${slug}/2021?about=${about}`)).status()).toBe(404);
  }
});

test("the new pages are readable by everybody at both widths", async ({ browser }) => {
  test.setTimeout(120_000);
  const reader = await (await browser.newContext()).newPage();
  await expectAccess(reader, `/ja/ask/${slug}/2021?about=initiative-1-1-2`);
  await expectAccess(reader, `/en/ask/${slug}/2021?done=question`, [375]);
  await expectAccess(reader, `/ja/${slug}/2021/questions`);
  const coordinator = await signedIn(browser, `${ward}-coordinator`);
  await expectAccess(coordinator, "/ja/questions?state=every");
  const [row] = await ask(
    `SELECT q."id" FROM "Question" q JOIN "Organization" o ON o."id" = q."organizationId" WHERE o."slug" = $1 LIMIT 1`,
    slug,
  );
  await expectAccess(coordinator, `/ja/questions/${row?.id}`);
});
