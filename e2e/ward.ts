import { type APIRequestContext, type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { Additions } from "./additions.ts";

const additions = new Additions();

export const PASSWORD = "hoshin-demo-password";
export const WARD = "higashisumiyoshi";
export const POLICY = `/ja/${WARD}/2020`;

/** The demo's account of a role. */
export const accountOf = (role: string) => `${role}@${WARD}.example`;

interface Post {
  readonly organization?: string;
  readonly section: string | null;
  readonly role: "STAFF" | "MANAGER" | "COORDINATOR";
}

/** Adds a person with posts to the app under test, unless they are there already; returns their e-mail address. */
export function addPerson(name: string, ...posts: Post[]): Promise<string> {
  return additions.add(
    "person",
    accountOf(name),
    posts.map((post) => ({ organization: WARD, ...post })),
  );
}

/**
 * Adds a small ward to the app under test, whose people are `NAME-staff`, `NAME-colleague`, `NAME-manager` and
 * `NAME-coordinator`; so many of its sheets are approved already. Six initiatives stand below 1-1, and the mid-year round
 * is open, unless told otherwise.
 */
export async function addWard(name: string, approved = 0, shape: { initiatives?: number; round?: boolean } = {}) {
  await additions.add("ward", name, approved, { initiatives: 6, ...shape });
}

/** Releases another description of one of such a ward's initiatives, as somebody else would meanwhile. */
export async function releaseMeanwhile(name: string, code: string, description: string): Promise<void> {
  await additions.add("release", name, code, description);
}

/** Adds a ward whose policy was revised several times; returns its name in addresses. */
export function addRevisedWard(): Promise<string> {
  return additions.add("revised-ward");
}

/** Adds a ward whose plan is being formulated; returns its name in addresses. */
export function addFormulatedWard(): Promise<string> {
  return additions.add("formulated-ward");
}

/** A ward of which one year is released, one is to be begun and one is over and approved, by the ids of the latter two. */
export interface YearsWard {
  readonly slug: string;
  readonly past: string;
  readonly next: string;
}

/** Adds such a ward, whose coordinator is `NAME-coordinator`. */
export async function addYearsWard(name: string): Promise<YearsWard> {
  return JSON.parse(await additions.add("years-ward", name)) as YearsWard;
}

/** Asks the database of the app under test. */
export async function ask(query: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(query, values)).rows;
  } finally {
    await client.end();
  }
}

/** The sample ward's finished year, whose self-evaluation is released. */
export async function finishedYear(): Promise<number> {
  const [row] = await ask(
    `SELECT max(p."fiscalYear") - 1 AS year FROM "Policy" p JOIN "Organization" o ON o.id = p."organizationId"
      WHERE o.slug = 'mihon'`,
  );
  return Number(row?.year);
}

/** Fills and sends the sign-in form that is on the page. */
export async function signInOn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByLabel("パスワード", { exact: true }).fill(password);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
}

/** The cookies of whoever signed in before, by e-mail address: signing in has journeys of its own and takes its time. */
const signedInBefore = new Map<string, Awaited<ReturnType<BrowserContext["cookies"]>>>();

/** A page of its own, signed in, at the person's desk. */
export async function signedIn(browser: Browser, role: string): Promise<Page> {
  const email = accountOf(role);
  const cookies = signedInBefore.get(email);
  const context = await browser.newContext(cookies && { storageState: { cookies, origins: [] } });
  const page = await context.newPage();
  const desk = page.getByRole("heading", { level: 1, name: "作業一覧" });
  if (cookies) {
    await page.goto("/ja/desk");
    if (await desk.isVisible()) return page;
  }
  await page.goto("/ja/sign-in");
  await signInOn(page, email);
  await expect(desk).toBeVisible();
  signedInBefore.set(email, await context.cookies());
  return page;
}

/** Waits until script, where it runs, has taken over the forms of the page: no person is as quick as a journey. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      matchMedia("(scripting: none)").matches ||
      [...document.forms].every((form) => Object.keys(form).some((key) => key.startsWith("__reactProps"))),
  );
}

/** Opens a submission from the desk by its target: "具体的取組 1-2-2". */
export async function openFromDesk(page: Page, target: string): Promise<void> {
  await page.goto("/ja/desk");
  await page
    .getByRole("listitem")
    .filter({ has: page.getByText(target, { exact: true }) })
    .getByRole("link")
    .click({ timeout: 10_000 });
  await expect(page).toHaveURL(/\/submissions\//);
  await ready(page);
}

/** Fills the mid-year review of an initiative; `progress` is its text. */
export async function fillInitiative(page: Page, progress: string): Promise<void> {
  await page.getByLabel("取組の進捗状況").fill(progress);
  await page.getByRole("radio", { name: /目標達成見込み/ }).check();
  await page.getByRole("radio", { name: /取組は予定どおり実施\(/ }).check();
  await page.getByRole("radio", { name: /有効であり/ }).check();
}

/** Fills the mid-year review of a strategy that is not on track, with its challenge as text. */
export async function fillStrategy(page: Page, challenge: string): Promise<void> {
  await page.getByRole("radio", { name: /順調でない/ }).check();
  await page.getByLabel("課題", { exact: false }).first().fill(challenge);
  await page.getByLabel("今後の対応方向(改善策)").fill("来年度に向けて見直す。");
}

export const saveButton = (page: Page) => page.getByRole("button", { name: "下書きを保存" });
export const submitButton = (page: Page) => page.getByRole("button", { name: "提出する" });
export const approveButton = (page: Page) => page.getByRole("button", { name: "この内容を承認する" });

/** Every public address that could give a draft away, in each shape in which it is served. */
export async function publicTexts(request: APIRequestContext, code: string): Promise<string> {
  const strategy = code.split("-").slice(0, 2).join("-");
  const pages = [
    ...["/ja", "/en", `/ja/${WARD}`, POLICY, `/en/${WARD}/2020`, `${POLICY}/initiatives/${code}`],
    ...[`${POLICY}/issues/${code.split("-")[0]}`, `${POLICY}/strategies/${strategy}`],
    ...["plan", "mid-year-review", "self-evaluation"].map((phase) => `${POLICY}/${phase}`),
  ];
  const texts = await Promise.all([
    ...pages.map(async (path) => (await request.get(path)).text()),
    ...pages.map(async (path) => (await request.get(path, { headers: { RSC: "1" } })).text()),
    (await request.get(`/api/v1/organizations/${WARD}/policies/2020`)).text(),
    (await request.get(`/api/v1/organizations/${WARD}/policies/2020/initiatives/${code}`)).text(),
    (await request.get("/api/health")).text(),
  ]);
  return texts.join("\n");
}

/** A text with all white space removed. */
export const squeezed = (text: string) => text.replaceAll(/\s/g, "");
