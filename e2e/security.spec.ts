import { expect, test } from "@playwright/test";
import { addPerson, ask, PASSWORD, POLICY, signedIn, signInOn } from "./ward.ts";

test("pages carry a policy that runs no script but the app's own", async ({ request }) => {
  for (const path of ["/ja", POLICY, "/ja/sign-in"]) {
    const { "content-security-policy": policy = "", ...headers } = (await request.get(path)).headers();
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("unsafe-eval");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
  }
});

test("two requests never share a nonce", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/ja")).headers()["content-security-policy"]),
  );
  expect(policies[0]).not.toBe(policies[1]);
});

test("signing in leads nowhere but into this site", async ({ browser }) => {
  for (const next of [
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/ja/../..//evil.example",
    "javascript:alert(1)",
  ]) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`/ja/sign-in?next=${encodeURIComponent(next)}`);
    await signInOn(page, "staff@higashisumiyoshi.example");
    await expect(page, next).toHaveURL(/\/ja\/desk$/);
    await page.context().close();
  }
});

test("an unknown account and a wrong password look the same", async ({ page }) => {
  const answers: string[] = [];
  for (const email of ["nobody@higashisumiyoshi.example", "head@higashisumiyoshi.example"]) {
    await page.goto("/ja/sign-in");
    await signInOn(page, email, "not-the-password");
    const alert = page.getByRole("alert").filter({ hasText: "サインインできません" });
    await expect(alert).toBeVisible();
    answers.push(await alert.innerText());
  }
  expect(answers[0]).toBe(answers[1]);
});

test("guessing an account's password is stopped, even with the right one at last", async ({ page }) => {
  const email = await addPerson("guessed", { section: null, role: "STAFF" });
  for (let guess = 0; guess < 10; guess += 1) {
    await page.goto("/ja/sign-in");
    await signInOn(page, email, `guess-${guess}`);
    await expect(page.getByRole("alert").filter({ hasText: "サインインできません" })).toBeVisible();
  }
  await page.goto("/ja/sign-in");
  await signInOn(page, email, PASSWORD);
  await expect(page.getByRole("alert").filter({ hasText: "試行が多すぎます" })).toBeVisible();
});

test("disabling a person ends their session at once", async ({ browser }) => {
  const email = await addPerson("leaver", { section: "総務課", role: "STAFF" });
  const page = await signedIn(browser, "leaver");
  await ask(`UPDATE "User" SET "disabledAt" = now() WHERE "email" = $1`, email);
  await page.goto("/ja/desk");
  await expect(page).toHaveURL(/\/ja\/sign-in/);
});

test("a request that no page of this site made is refused", async ({ browser, playwright, baseURL }) => {
  const page = await signedIn(browser, "staff");
  // As it comes from the server: script takes the names of the actions out of the forms.
  const html = await (await page.request.get("/ja/desk")).text();
  const action = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(html)?.[1];
  expect(action, "the sign-out form names its action").toBeTruthy();
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const send = async (headers: Record<string, string>) => {
    const client = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
    await client.post("/ja/desk", {
      headers: { ...headers, Cookie: cookies },
      multipart: { [action ?? ""]: "", _lang: "ja" },
      maxRedirects: 0,
      failOnStatusCode: false,
    });
    await client.dispose();
  };
  for (const headers of [{}, { Origin: "null" }, { "Sec-Fetch-Site": "cross-site" }]) {
    await send(headers);
    await page.goto("/ja/desk");
    await expect(page, JSON.stringify(headers)).toHaveURL(/\/ja\/desk$/);
  }
  // The same post, said to come from a page of this site, does sign out.
  await send({ Origin: baseURL ?? "", "Sec-Fetch-Site": "same-origin" });
  await page.goto("/ja/desk");
  await expect(page).toHaveURL(/\/ja\/sign-in/);
});

test("a draft cannot be reached without signing in, and says nothing of whether it exists", async ({
  browser,
  request,
}) => {
  const page = await signedIn(browser, "staff");
  const path = await page
    .getByRole("region", { name: /書くもの/ })
    .getByRole("link")
    .first()
    .getAttribute("href");
  const strip = (html: string) => html.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "").replaceAll(/nonce="[^"]*"/g, "");
  const real = strip(await (await request.get(path ?? "")).text());
  const absent = await request.get("/ja/submissions/00000000-0000-4000-8000-000000000000");
  expect(absent.status()).toBe(200);
  expect(real).toContain("サインインが必要です");
  expect(strip(await absent.text()).length).toBe(real.length);
});
