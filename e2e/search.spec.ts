import { expect, test } from "@playwright/test";
import { expectAccess } from "./access.ts";

test("from the front page by a word to a theme, to an initiative, and by its theme back @no-script-only", async ({
  page,
}) => {
  await page.goto("/ja");
  await page.getByLabel("運営方針を検索").fill("防災　訓練");
  await page.getByRole("button", { name: "検索", exact: true }).click();
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/^「防災　訓練」の検索結果 \d+件$/);
  const count = async () => Number(/(\d+)件/.exec((await heading.textContent()) ?? "")?.[1]);
  const all = await count();
  expect(all).toBeGreaterThan(1);
  await expect(page).toHaveTitle(`「防災　訓練」の検索結果(${all}件) | Hoshin`);
  const main = page.getByRole("main");
  await expect(main.locator("mark").first()).toHaveText(/防災|訓練/);
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);

  // Narrowed down: the count beside the box is what is found then.
  const box = page.getByRole("checkbox", { name: /^防災・減災/ });
  const promised = Number(/(\d+)件/.exec((await page.locator("label", { has: box }).textContent()) ?? "")?.[1]);
  await box.check();
  await page.getByRole("button", { name: "この条件で検索" }).click();
  await expect(page).toHaveURL(/theme=disaster/);
  expect(await count()).toBe(promised);
  await page.getByRole("link", { name: /^防災・減災.*を外す/ }).click();
  expect(await count()).toBe(all);

  // To what was found, and from its theme to everything that is filed there.
  await page
    .getByRole("link", { name: /具体的取組 1-1-1/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/mihon\/\d{4}\/initiatives\/1-1-1$/);
  await page.getByRole("link", { name: "防災・減災" }).click();
  await expect(page.getByRole("checkbox", { name: /^防災・減災/ })).toBeChecked();
  expect(await count()).toBeGreaterThan(1);
});

test("what is nowhere, too long or nonsense is said to be, and what was typed stays @no-script-only", async ({
  page,
}) => {
  await page.goto("/ja/search?q=潜水艦&theme=disaster");
  await expect(page.getByRole("main")).toContainText("「潜水艦」に当てはまるものは見つかりませんでした");
  await expect(page.getByRole("link", { name: "条件を外して検索" })).toHaveAttribute("href", /^\/ja\/search\?q=[^&]+$/);
  const long = "長".repeat(101);
  for (const [query, said] of [
    [`q=${long}`, "100文字まで"],
    ["q=a b c d e f g h i&theme=disaster", "8語まで"],
    ["q=%00", "検索できない文字"],
    ["theme=nothing&year=20x0&from=abc&page=-1&org=%3Cb%3E&kind=%F0%9F%90%B1", "アドレスの一部を読み取れませんでした"],
    ["from=9&to=1", "下限が上限より大きい"],
    ["q[]=1&q=a&q=b&page=99999", "検索結果"],
  ]) {
    const response = await page.goto(`/ja/search?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(page.getByRole("main"), query).toContainText(said ?? "");
  }
  await page.goto("/ja/search?from=abc");
  await expect(page.getByLabel("下限")).toHaveAccessibleDescription(/千円単位の数字/);
  await page.goto(`/en/search?q=${long}`);
  await expect(page.getByLabel("Search the policies")).toHaveValue(long);
});

test("the search is usable by everybody", async ({ page }) => {
  await expectAccess(page, "/ja/search?q=防災&kind=initiative&superseded=1&from=1");
  await expectAccess(page, "/en/search?q=潜水艦&theme=nothing", [375]);
});
