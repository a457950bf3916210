import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";

export const PASSWORD = "hoshin-demo-password";
export const WARD = "higashisumiyoshi";
export const POLICY = `/ja/${WARD}/2020`;

export type Role = "staff" | "manager" | "head" | "coordinator";

/** The demo's account of a role. */
export const accountOf = (role: Role) => `${role}@${WARD}.example`;

/** Fills and sends the sign-in form that is on the page. */
export async function signInOn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
}

/** A page of its own, signed in as one of the demo's people, at their desk. */
export async function signedIn(browser: Browser, role: Role): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto("/ja/sign-in");
  await signInOn(page, accountOf(role));
  await expect(page.getByRole("heading", { level: 1, name: "作業一覧" })).toBeVisible();
  return page;
}

/** Opens a submission from the desk by its target: "具体的取組 1-2-2". */
export async function openFromDesk(page: Page, target: string): Promise<void> {
  await page.goto("/ja/desk");
  await page.getByRole("row").filter({ hasText: target }).getByRole("link").click();
  await expect(page).toHaveURL(/\/submissions\//);
}

/** Fills the mid-year review of an initiative; `progress` is its text. */
export async function fillMidYear(page: Page, progress: string): Promise<void> {
  await page.getByLabel("取組の進捗状況").fill(progress);
  await page.getByRole("radio", { name: /目標達成見込み/ }).check();
  await page.getByRole("radio", { name: /取組は予定どおり実施\(/ }).check();
  await page.getByRole("radio", { name: /有効であり/ }).check();
}

/** Every public address that could give a draft away, in each shape in which it is served. */
export async function publicTexts(request: APIRequestContext, code: string): Promise<string> {
  const pages = ["/ja", "/en", POLICY, `/en/${WARD}/2020`, `${POLICY}/initiatives/${code}`];
  const texts = await Promise.all([
    ...pages.map(async (path) => (await request.get(path)).text()),
    ...pages.map(async (path) => (await request.get(path, { headers: { RSC: "1" } })).text()),
    (await request.get(`/api/v1/organizations/${WARD}/policies/2020`)).text(),
    (await request.get("/api/health")).text(),
  ]);
  return texts.join("\n");
}

/** A text with all white space removed. */
export const squeezed = (text: string) => text.replaceAll(/\s/g, "");
