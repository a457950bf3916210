import { type Browser, expect, type Page, test } from "@playwright/test";
import { addPerson, ask, openFromDesk, PASSWORD, ready, saveButton, signedIn, signInOn, submitButton } from "./ward.ts";

const idOf = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const challenge = (page: Page) => page.locator("textarea[name=challenge]");
const direction = (page: Page) => page.getByLabel("今後の対応方向(改善策)");
const kept = (page: Page) => page.getByText("書きかけを自動保存しました");
const versions = (page: Page) =>
  ask(`SELECT "number" FROM "Version" WHERE "submissionId" = $1 ORDER BY "number"`, idOf(page));

/** Types as people do, key by key, behind what is there. */
async function type(page: Page, text: string): Promise<void> {
  await challenge(page).focus();
  await page.keyboard.press("Control+End");
  await challenge(page).pressSequentially(text, { delay: 20 });
}

/** What the server keeps of a page that is being written. */
async function keptText(page: Page): Promise<string> {
  const [row] = await ask(`SELECT "typed" FROM "DraftBuffer" WHERE "submissionId" = $1`, idOf(page));
  return String(row?.typed ?? "");
}

async function writerOn(browser: Browser, name: string, target: string): Promise<Page> {
  await addPerson(name, { section: "地域課", role: "STAFF" });
  const page = await signedIn(browser, name);
  await openFromDesk(page, target);
  return page;
}

const endSessions = (email: string) =>
  ask(
    `UPDATE "Session" SET "endedAt" = now() FROM "User" u WHERE u."id" = "userId" AND u."email" = $1 AND "endedAt" IS NULL`,
    email,
  );

test("@long two people write different fields: both are saved @no-script", async ({ browser }, testInfo) => {
  const first = await writerOn(browser, "writer1", "戦略 3-1");
  const second = await writerOn(browser, "writer2", "戦略 3-1");
  const run = testInfo.project.name;
  await challenge(first).fill(`${run} 一人目が書いた課題`);
  await direction(second).fill(`${run} 二人目が書いた方向`);

  await saveButton(first).click();
  await expect(first.getByText("下書きを保存しました。")).toBeVisible();
  await saveButton(second).click();

  const said = second.getByRole("status").filter({ hasText: "変更を取り込みました" });
  await expect(said).toContainText("試験 writer1さん");
  await expect(challenge(second)).toHaveValue(`${run} 一人目が書いた課題`);
  await expect(direction(second)).toHaveValue(`${run} 二人目が書いた方向`);
  await second.reload();
  await expect(challenge(second)).toHaveValue(`${run} 一人目が書いた課題`);
  await expect(direction(second)).toHaveValue(`${run} 二人目が書いた方向`);
});

test("two people write the same field: both texts are shown, and whoever saves second decides", async ({ browser }) => {
  const first = await writerOn(browser, "writer1", "戦略 3-2");
  await challenge(first).fill("元の課題。");
  await saveButton(first).click();
  await expect(first.getByText("下書きを保存しました。")).toBeVisible();
  const second = await writerOn(browser, "writer2", "戦略 3-2");
  await challenge(first).fill("一人目の課題。");
  await saveButton(first).click();
  await expect.poll(() => versions(first)).toHaveLength(2);

  await challenge(second).fill("二人目の課題。");
  await submitButton(second).click();
  await expect(second.getByRole("alert").filter({ hasText: "何も上書きしていません" })).toBeVisible();
  await expect(challenge(second)).toHaveValue("二人目の課題。");
  const compared = second.getByRole("region", { name: "「課題" });
  await expect(compared).toContainText("元の課題。");
  expect(await versions(second)).toHaveLength(2);

  await compared.getByRole("button", { name: "相手の内容にする" }).click();
  await expect(challenge(second)).toHaveValue("一人目の課題。");
  await compared.getByRole("button", { name: "両方をつなげる" }).click();
  await expect(challenge(second)).toHaveValue("二人目の課題。\n一人目の課題。");
  await saveButton(second).click();
  await expect(second.getByText("下書きを保存しました。")).toBeVisible();
  await expect(challenge(second)).toHaveValue("二人目の課題。\n一人目の課題。");
  expect(await versions(second)).toHaveLength(3);
});

test("the network goes while typing and comes back: nothing is lost, and nothing is saved unasked", async ({
  browser,
}) => {
  const page = await writerOn(browser, "writer3", "戦略 2-1");
  await type(page, "つながっている間、");
  await expect(kept(page)).toBeVisible();
  await page.context().setOffline(true);
  await type(page, "切れている間、");
  await expect(page.getByText("通信できません")).toBeVisible();
  await expect(page.getByText("この端末に控えています")).toBeVisible();
  await saveButton(page).click();
  await expect(page.getByText("まだ保存していません。")).toBeVisible();
  await expect(challenge(page)).toHaveValue("つながっている間、切れている間、");

  await page.context().setOffline(false);
  await type(page, "戻ってから。");
  // The line that says so may still speak of what was kept before these words.
  await expect.poll(() => keptText(page)).toContain("戻ってから。");
  await expect(kept(page)).toBeVisible();
  expect(await versions(page)).toHaveLength(0);
  await page.reload();
  await expect(page.getByText("自動保存された書きかけを表示しています")).toBeVisible();
  await expect(challenge(page)).toHaveValue("つながっている間、切れている間、戻ってから。");
  await page.getByRole("button", { name: "書きかけを捨てて" }).click();
  await expect(challenge(page)).toHaveValue("");
  await page.reload();
  await expect(challenge(page)).toHaveValue("");
});

test("what is typed before script runs is kept when it does", async ({ browser }) => {
  const page = await writerOn(browser, "writer3", "戦略 2-1");
  await challenge(page).fill("サーバーが描いた課題。");
  await saveButton(page).click();
  await expect(page.getByText("下書きを保存しました。")).toBeVisible();
  let arrive = () => {};
  const slow = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await slow;
    await route.continue();
  });
  await page.reload({ waitUntil: "commit" });
  await challenge(page).fill("スクリプトより先に書いた課題。");
  arrive();
  await expect(kept(page)).toBeVisible();
  await expect(challenge(page)).toHaveValue("スクリプトより先に書いた課題。");
  await page.reload();
  await expect(challenge(page)).toHaveValue("スクリプトより先に書いた課題。");
  await challenge(page).fill("");
  await saveButton(page).click();
  await expect(page.getByText("下書きを保存しました。")).toBeVisible();
});

test("@long a tab that is killed loses at most the last two seconds", async ({ browser }) => {
  const page = await writerOn(browser, "writer3", "戦略 2-1");
  const address = page.url();
  // A sending that is under way when the tab dies is lost, so a machine that is slow loses that much more.
  const begun: number[] = [];
  let slowest = 0;
  page.on("request", (request) => request.url().endsWith("/api/autosave") && begun.push(Date.now()));
  page.on("response", (response) => {
    if (response.url().endsWith("/api/autosave"))
      slowest = Math.max(slowest, Date.now() - (begun.at(-1) ?? Date.now()));
  });
  await challenge(page).focus();
  // Never pausing, so that only the longest wait ends one sending and begins the next.
  const typed: { text: string; at: number }[] = [];
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.insertText(`${n}。`);
    typed.push({ text: await challenge(page).inputValue(), at: Date.now() });
    await page.waitForTimeout(120);
  }
  const killed = Date.now();
  const state = await page.context().storageState();
  await page.context().close();

  const context = await browser.newContext({ storageState: { ...state, origins: [] } });
  const again = await context.newPage();
  await again.goto(address);
  const found = await challenge(again).inputValue();
  slowest = Math.max(slowest, killed - (begun.at(-1) ?? killed));
  const lost = Math.max(2_000, Math.max(1_500, slowest) + slowest + 300);
  const due = typed.filter(({ at }) => at < killed - lost).at(-1)?.text ?? "";
  expect(due).not.toBe("");
  expect(found.startsWith(due)).toBe(true);
  // Without script too: the text is the server's.
  await expect(again.getByText("自動保存された書きかけを表示しています")).toBeVisible();
  await saveButton(again).click();
  await expect(again.getByText("下書きを保存しました。")).toBeVisible();
  await again.reload();
  await expect(again.getByText("自動保存された書きかけを表示しています")).toHaveCount(0);
  await expect(challenge(again)).toHaveValue(found);
});

test("a session that ends while typing is renewed in place", async ({ browser }) => {
  const email = await addPerson("writer4", { section: "地域課", role: "STAFF" });
  const page = await writerOn(browser, "writer4", "戦略 2-1");
  await challenge(page).fill("");
  await type(page, "期限が切れる前と、");
  await expect(kept(page)).toBeVisible();
  await endSessions(email);
  await type(page, "切れた後に書いた。");
  await expect(page.getByText("サインインの期限が切れました")).toBeVisible();
  // The fields are there, but typing goes on where it was.
  await expect(challenge(page)).toBeFocused();
  await type(page, "まだ書ける。");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(PASSWORD);
  await saveButton(page).click();
  await expect(page.getByText("下書きを保存しました。")).toBeVisible();
  await expect(challenge(page)).toHaveValue("期限が切れる前と、切れた後に書いた。まだ書ける。");
});

test("@long somebody else who signs in on the same browser does not inherit the text", async ({ browser }) => {
  const email = await addPerson("writer5", { section: "地域課", role: "STAFF" });
  const other = await addPerson("writer6", { section: "地域課", role: "STAFF" });
  const page = await writerOn(browser, "writer5", "戦略 2-1");
  const address = page.url();
  await challenge(page).fill("");
  await type(page, "サーバーに届いた書きかけ。");
  await expect(kept(page)).toBeVisible();
  await endSessions(email);
  await type(page, "この端末だけの書きかけ。");
  await expect(page.getByText("この端末に控えています")).toBeVisible();

  await page.goto("/ja/sign-in");
  await signInOn(page, other);
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  await page.goto(address);
  await ready(page);
  await challenge(page).fill("別の人の文章。");
  await expect(kept(page)).toBeVisible();
  expect(await page.content()).not.toContain("この端末だけの書きかけ");
  const buffers = await ask(
    `SELECT u."email", b."typed" FROM "DraftBuffer" b JOIN "User" u ON u."id" = b."userId" WHERE b."submissionId" = $1`,
    idOf(page),
  );
  const of = (who: string) => String(buffers.find((buffer) => buffer.email === who)?.typed ?? "");
  expect(of(other)).toContain("別の人の文章。");
  expect(of(other)).not.toContain("書きかけ");
  expect(of(email)).toContain("サーバーに届いた書きかけ。");

  // It still waits for the person who wrote it.
  await endSessions(other);
  await page.goto("/ja/sign-in");
  await signInOn(page, email);
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  await page.goto(address);
  await ready(page);
  await page.getByRole("button", { name: "書きかけに置き換える" }).click();
  await expect(challenge(page)).toHaveValue("サーバーに届いた書きかけ。この端末だけの書きかけ。");
  await expect(kept(page)).toBeVisible();
});
