import { expect, type Page, test } from "@playwright/test";
import { expectAccess, foundOn, WIDTHS } from "./access.ts";
import {
  accountOf,
  addPerson,
  approveButton,
  ask,
  openFromDesk,
  POLICY,
  signedIn,
  signInOn,
  submitButton,
  WARD,
} from "./ward.ts";

/** English has the same pages in other words; the long tests look at them too. */
const LANGUAGES = process.env.HOSHIN_LONG ? (["ja", "en"] as const) : (["ja"] as const);

// Two widths and two languages of every page take their time on a small machine.
test.describe.configure({ timeout: 240_000 });

/** The same page in English differs in its words: their longest lines are tried where there is least room. */
const check = (page: Page, path: string) => expectAccess(page, path, path.startsWith("/en") ? [375] : WIDTHS);

for (const lang of LANGUAGES) {
  test(`public pages in ${lang}`, async ({ page }) => {
    for (const path of ["", `/${WARD}/2020`, `/${WARD}/2020/initiatives/1-2-2`, "/sign-in", "/nowhere/2020"]) {
      await check(page, `/${lang}${path}`);
    }
  });

  test(`staff pages in ${lang}`, async ({ browser }) => {
    const staff = await signedIn(browser, "staff");
    const sheet = await staff
      .getByRole("region", { name: /書くもの/ })
      .getByRole("link")
      .first()
      .getAttribute("href");
    await check(staff, `/${lang}/desk`);
    await check(staff, `${sheet}`.replace("/ja/", `/${lang}/`));
    await staff.getByRole("button", { name: lang === "ja" ? "提出する" : "Submit", exact: true }).click();
    await expect(staff.locator("#error-summary")).toBeVisible();
    // The page is drawn anew below the form that came back; its title comes with it.
    await expect(staff).toHaveTitle(/./);
    expect.soft(await foundOn(staff)).toEqual([]);

    const coordinator = await signedIn(browser, "coordinator");
    await check(coordinator, `/${lang}/desk`);
    await check(coordinator, `/${lang}/releases`);
    const release = await coordinator
      .getByRole("main")
      .getByRole("listitem")
      .getByRole("link")
      .first()
      .getAttribute("href");
    await check(coordinator, `${release}`);
    await check(coordinator, `${release}/preview`);
  });
}

test("the pages of those who run a ward", async ({ browser }) => {
  const [round] = await ask(`SELECT "id", "policyId" FROM "Round" ORDER BY "opensOn" LIMIT 1`);
  const [user] = await ask(`SELECT "id" FROM "User" WHERE "email" = $1`, accountOf("staff"));
  const [organization] = await ask(`SELECT "id" FROM "Organization" WHERE "slug" = $1`, WARD);
  const people = {
    coordinator: [
      ...["/rounds", `/rounds/${round?.id}`, `/rounds/${round?.id}/list`, "/policies", "/policies/new"],
      ...[`/policies/${round?.policyId}/sections`, `/policies/${round?.policyId}/rounds/SELF_EVALUATION`],
      `/policies/${round?.policyId}/taking-back`,
    ],
    manager: ["/desk/deciding", "/account"],
    admin: [
      ...["/people", `/people/${user?.id}`, "/people/handover?on=2027-04-01"],
      ...["/organisations", `/organisations/${organization?.id}`, "/events"],
    ],
  };
  for (const [role, paths] of Object.entries(people)) {
    const page = await (await browser.newContext()).newPage();
    await page.goto("/ja/sign-in");
    await signInOn(page, role === "admin" ? "admin@hoshin.example" : accountOf(role));
    await expect(page).toHaveURL(/\/desk/);
    for (const path of paths) for (const lang of LANGUAGES) await check(page, `/${lang}${path}`);
  }
});

test("nothing leaves for another host, and readers get no cookie", async ({ browser, baseURL }) => {
  const host = new URL(baseURL ?? "").host;
  const staff = await signedIn(browser, "staff");
  const elsewhere: string[] = [];
  staff.on("request", (request) => {
    if (new URL(request.url()).host !== host) elsewhere.push(request.url());
  });
  const reader = await (await browser.newContext()).newPage();
  reader.on("request", (request) => {
    if (new URL(request.url()).host !== host) elsewhere.push(request.url());
  });
  for (const path of ["/ja", POLICY, `${POLICY}/initiatives/1-2-2`])
    await reader.goto(path, { waitUntil: "networkidle" });
  await staff.goto("/ja/desk", { waitUntil: "networkidle" });
  await staff
    .getByRole("region", { name: /書くもの/ })
    .getByRole("link")
    .first()
    .click();
  await staff.waitForLoadState("networkidle");
  expect(elsewhere).toEqual([]);
  expect(await reader.context().cookies()).toEqual([]);
});

test("what is decided and what is about to be released", async ({ browser }) => {
  await addPerson("clerk", { section: "総務課", role: "STAFF" });
  const clerk = await signedIn(browser, "clerk");
  await openFromDesk(clerk, "取組項目 3");
  await clerk.getByRole("radio", { name: /目標達成見込み/ }).check();
  await clerk.getByRole("radio", { name: /取組は予定どおり実施\(/ }).check();
  await submitButton(clerk).click();
  await expect(clerk.getByText("提出しました。")).toBeVisible();
  const { pathname } = new URL(clerk.url());

  const head = await signedIn(browser, "head");
  for (const lang of LANGUAGES) await check(head, pathname.replace("/ja/", `/${lang}/`));
  await head.goto(pathname);
  await approveButton(head).click();
  await expect(head.getByText("承認しました。")).toBeVisible();

  const coordinator = await signedIn(browser, "coordinator");
  await coordinator.goto("/ja/releases");
  await coordinator.getByRole("link", { name: /令和2年度/ }).click();
  await coordinator.getByRole("button", { name: "公開後のページを確かめる" }).click();
  await expect(coordinator.getByRole("heading", { name: "公開後のページ" })).toBeVisible();
  const preview = new URL(coordinator.url());
  for (const lang of LANGUAGES) {
    await check(coordinator, `${preview.pathname}${preview.search}`.replace("/ja/", `/${lang}/`));
  }
});
