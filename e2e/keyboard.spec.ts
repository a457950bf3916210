import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { accountOf, addPerson, addWard, finishedYear, PASSWORD, POLICY, WARD } from "./ward.ts";

/** What has the focus, in the words that stand at it; and whether its ring is drawn, somewhere in view. */
const focusOf = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    const legend = element.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
    // What a sign in it says.
    const signs = [...element.querySelectorAll("[aria-label]")].map((sign) => sign.getAttribute("aria-label") ?? "");
    const ringed = element.closest(".focus-within-ring") ?? element;
    const { outlineStyle, outlineWidth } = getComputedStyle(ringed);
    const { top, bottom, width, height } = ringed.getBoundingClientRect();
    return {
      words: [legend, ...labels.map((label) => label.textContent ?? ""), element.textContent ?? "", ...signs].join(" "),
      name: element.getAttribute("aria-label") ?? "",
      shown: outlineStyle === "solid" && outlineWidth === "4px" && width > 1 && height > 1,
      inView: bottom > 0 && top < innerHeight,
    };
  });

/**
 * Presses Tab until the focus is on what is meant, as a person without a mouse does; never more than a page's worth.
 * Every stop on the way shows that it is one.
 */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  // A page that is still coming would take the focus away again.
  await page.waitForLoadState("networkidle");
  for (let press = 0; press < 120; press += 1) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    if (!focus) continue;
    if (!focus.shown || !focus.inView) throw new Error(`nobody sees the focus on ${focus.name || focus.words}`);
    if (name.test(focus.words) || name.test(focus.name)) return;
  }
  throw new Error(`no focus on ${name}`);
}

async function pressOn(page: Page, name: RegExp, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

async function typeInto(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

/** Goes down a list of options, as far as the one that is meant. */
async function chooseIn(page: Page, name: RegExp, option: RegExp): Promise<void> {
  await tabTo(page, name);
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press("ArrowDown");
    const chosen = await page.locator(":focus option:checked").textContent();
    if (option.test(chosen ?? "")) return;
  }
  throw new Error(`no option ${option}`);
}

/** What answered the last press has the focus, so that one goes on from there. */
async function expectFocusOn(page: Page, words: string): Promise<void> {
  await expect(page.locator(":focus")).toContainText(words);
  expect(await focusOf(page)).toMatchObject({ shown: true, inView: true });
}

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name });

const SIGN_IN = {
  ja: { email: /メールアドレス/, password: /パスワード/, desk: "作業一覧" },
  en: { email: /E-mail address/, password: /Password/, desk: "Desk" },
} as const;

async function signInByKeyboard(page: Page, email: string, lang: keyof typeof SIGN_IN = "ja"): Promise<void> {
  const words = SIGN_IN[lang];
  await page.goto(`/${lang}/sign-in`);
  await typeInto(page, words.email, email);
  await typeInto(page, words.password, PASSWORD);
  await page.keyboard.press("Enter");
  await expect(heading(page, words.desk)).toBeVisible();
}

/** Somebody at their desk in English, who from here on has a keyboard and nothing else. */
async function inEnglish(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signInByKeyboard(page, email, "en");
  return page;
}

test("the whole road by keyboard alone", async ({ browser }) => {
  test.setTimeout(180_000);
  const page = await (await browser.newContext()).newPage();
  await signInByKeyboard(page, accountOf("staff"));
  await tabTo(page, /中学生海外派遣の推進/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/submissions\//);
  await tabTo(page, /取組の進捗状況/);
  await page.keyboard.type("キーボードだけで書いた進捗");
  await tabTo(page, /達成見込み/);
  await page.keyboard.press("Space");
  await tabTo(page, /取組の実施状況/);
  await page.keyboard.press("Space");
  await tabTo(page, /有効性/);
  await page.keyboard.press("Space");
  await tabTo(page, /^\s*提出する/);
  await page.keyboard.press("Enter");
  await expect(page.getByText("提出しました。")).toBeVisible();

  const manager = await (await browser.newContext()).newPage();
  await signInByKeyboard(manager, accountOf("manager"));
  await tabTo(manager, /中学生海外派遣の推進/);
  await manager.keyboard.press("Enter");
  await expect(manager).toHaveURL(/\/submissions\//);
  await tabTo(manager, /この内容を承認する/);
  await manager.keyboard.press("Enter");
  await expect(manager.getByText("承認しました。")).toBeVisible();

  const coordinator = await (await browser.newContext()).newPage();
  await signInByKeyboard(coordinator, accountOf("coordinator"));
  await tabTo(coordinator, /公開の準備へ/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開" })).toBeVisible();
  await tabTo(coordinator, /令和2年度/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開するもの" })).toBeVisible();
  await tabTo(coordinator, /公開後のページを確かめる/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByRole("heading", { level: 1, name: "公開前の確認" })).toBeVisible();
  await tabTo(coordinator, /版として公開する/);
  await coordinator.keyboard.press("Enter");
  await expect(coordinator.getByText(/第\d+版を公開しました。/)).toBeVisible();

  const reader = await (await browser.newContext()).newPage();
  await reader.goto(`${POLICY}/initiatives/1-1-2`);
  await expect(reader.getByText("キーボードだけで書いた進捗")).toBeVisible();
});

test("what has the focus shows it, and the first Tab leads over the header", async ({ page }) => {
  await page.goto(POLICY);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "本文へ移動" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
  await page.keyboard.press("Tab");
  const outline = await page.evaluate(() => {
    const style = getComputedStyle(document.activeElement ?? document.body);
    return { width: style.outlineWidth, style: style.outlineStyle };
  });
  expect(outline).toEqual({ width: "4px", style: "solid" });
});

/** How many stops Tab makes from the top of a page to its end: each shows its ring, in view, and none holds one back. */
async function stopsOf(page: Page): Promise<number> {
  for (let stops = 0; stops < 600; stops += 1) {
    await page.keyboard.press("Tab");
    const focus = await focusOf(page);
    const again = stops > 0 && (focus === null || focus.words.trim() === SKIP);
    if (again) return stops;
    if (stops === 0) expect(focus?.words.trim(), "what is first leads over the header").toBe(SKIP);
    if (!focus?.shown || !focus.inView) throw new Error(`nobody sees the focus on ${focus?.name || focus?.words}`);
  }
  throw new Error("Tab never comes to the end of the page");
}
const SKIP = "本文へ移動";

/** How many stops there should be: whatever on the page can be used, of boxes to choose one from only one. */
const usable = (page: Page) =>
  page.evaluate(() => {
    const elements = document.querySelectorAll<HTMLElement>(
      "a[href], button:not(:disabled), input:not([type=hidden]), select, textarea, summary, [tabindex='0']",
    );
    return [...elements].filter((element) => element.tabIndex >= 0 && element.checkVisibility()).length;
  });

const LONG = Boolean(process.env.HOSHIN_LONG);
/** What readers use most, and in the long run the pages with the most to press. */
const WALKED = LONG
  ? ["/ja", `/ja/${WARD}`, POLICY, `${POLICY}/initiatives/1-2-2`, "/ja/search?q=防災", `${POLICY}/revisions`]
  : [`${POLICY}/initiatives/1-2-2`];

test("Tab goes through a public page from end to end, and stops at all that can be used", async ({ page }) => {
  test.setTimeout(LONG ? 600_000 : 60_000);
  for (const path of [...WALKED, ...(LONG ? [`/ja/ask/${WARD}/2020`, "/ja/about/accessibility/results"] : [])]) {
    for (const width of LONG ? [1280, 375] : [375]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(path);
      const expected = await usable(page);
      expect.soft(await stopsOf(page), `${path} at ${width} px`).toBe(expected);
    }
  }
});

test("@long a reader with a keyboard goes from the city to an initiative, searches and asks", async ({ page }) => {
  test.setTimeout(300_000);
  const arrive = async (name: string | RegExp) => {
    await expect(heading(page, name)).toBeVisible({ timeout: 30_000 });
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: SKIP })).toBeFocused();
  };
  await test.step("given: the front page, from which one goes down item by item", async () => {
    await page.goto("/ja");
    await arrive(/区の一年の方針/);
    await pressOn(page, /^\s*みほん区$/);
    await arrive("みほん区");
    await pressOn(page, new RegExp(`\\(${await finishedYear()}年度\\)$`));
    await arrive(/みほん区運営方針$/);
    await pressOn(page, /^\s*こどもが健やかに育ち、子育てを楽しめるまち$/);
    await arrive("こどもが健やかに育ち、子育てを楽しめるまち");
    await pressOn(page, /子育てひろばの充実/);
    await arrive("子育てひろばの充実");
  });
  await test.step("when: the page is shared, its address and the card to embed can be selected", async () => {
    await tabTo(page, /このページのアドレス/);
    await page.keyboard.press("ControlOrMeta+a");
    const selected = await page.locator(":focus").evaluate((box: HTMLInputElement) => {
      return box.value.slice(box.selectionStart ?? 0, box.selectionEnd ?? 0);
    });
    expect(new URL(selected).pathname).toBe(new URL(page.url()).pathname);
    await tabTo(page, /LINEで共有/);
    await pressOn(page, /ほかのサイトに埋め込む/);
    await tabTo(page, /埋め込み用のHTML/);
  });
  await test.step("and something is searched for and narrowed down", async () => {
    await page.goto("/ja");
    await typeInto(page, /運営方針を検索/, "防災");
    await page.keyboard.press("Enter");
    await arrive(/「防災」の検索結果/);
    await pressOn(page, /防災・減災/, "Space");
    await pressOn(page, /この条件で検索/);
    await expect(page).toHaveURL(/theme=disaster/);
    await arrive(/「防災」の検索結果/);
    await pressOn(page, /防災・減災.*を外す/);
    await expect(page).not.toHaveURL(/theme=/);
    await arrive(/「防災」の検索結果/);
    await pressOn(page, /1-1-1/);
    await arrive(/地区防災計画の見直し支援/);
  });
  await test.step("then: a question is asked, first without words, which is told where it is", async () => {
    await pressOn(page, /この項目について質問する/);
    await arrive("質問する");
    await pressOn(page, /^\s*送る/);
    await expectFocusOn(page, "文を書いてください");
    await page.waitForTimeout(2_200);
    await typeInto(page, /^\s*質問/, "訓練の日はいつですか。");
    await pressOn(page, /^\s*送る/);
    await expect(heading(page, "質問を受け付けました")).toBeVisible();
    await pressOn(page, /もとのページに戻る/);
    await arrive(/地区防災計画の見直し支援/);
  });
});

test("without any style the text stands in an order that makes sense, the one in which it is seen on a phone", async ({
  page,
}) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const parts = "h1, h2, h3, h4, header, nav, main, aside, footer, figure, table, form";
  for (const path of [POLICY, ...(LONG ? WALKED : [])]) {
    await page.goto(path);
    // What is not drawn, or drawn out of sight for those who hear the page, has no place to be seen in.
    const seen = await page.evaluate((wanted) => {
      const found = [...document.querySelectorAll<HTMLElement>(wanted)].filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return element.checkVisibility() && width > 1 && height > 1;
      });
      const named = (element: HTMLElement) => `${element.localName} ${element.textContent?.trim().slice(0, 20)}`;
      const place = (element: HTMLElement) => element.getBoundingClientRect().top;
      const written = found.map(named);
      return { written, drawn: [...found].sort((a, b) => place(a) - place(b)).map(named) };
    }, parts);
    expect.soft(seen.drawn, path).toEqual(seen.written);
    expect(seen.written.length).toBeGreaterThan(4);
  }
  await page.goto(POLICY);
  await page.evaluate(() => {
    for (const sheet of document.querySelectorAll("link[rel=stylesheet], style")) sheet.remove();
  });
  const text = await page.locator("body").innerText();
  const order = [
    ...[SKIP, "公式のページではありません", "運営方針一覧", "令和2年度東住吉区運営方針", "公開日", "このページの内容"],
    ...[
      "いまの状況",
      "主な経営課題と予算額",
      "前文",
      "区の目標(何をめざすのか)",
      "重点的に取り組む主な経営課題",
      "改定履歴",
    ],
    ...[
      "このページの作成者・問合せ先",
      "データと利用条件",
      "共有・引用・更新の通知",
      "この情報は役に立ちましたか",
      "アクセシビリティ方針",
    ],
  ];
  // Each is looked for after the one before: the outline names what comes later as well.
  let from = 0;
  for (const words of order) {
    const place = text.indexOf(words, from);
    expect.soft(place, words).toBeGreaterThanOrEqual(from);
    if (place >= 0) from = place + 1;
  }
});

// The journeys below are on the sample ward, on sheets that no other journey there touches.

test("@long a coordinator reads the board, filters it, reminds a section and permits one that is late", async ({
  browser,
}) => {
  const page = await inEnglish(browser, "coordinator@mihon.example");
  await test.step("given: the board of the open round", async () => {
    await pressOn(page, /^\s*Rounds/);
    await expect(heading(page, "Evaluation rounds")).toBeVisible();
    await pressOn(page, /Mid-year review/);
    await expect(heading(page, "Progress: Mid-year review")).toBeVisible();
  });

  await test.step("when: a section is reminded, the answer has the focus, once more when it is pressed again", async () => {
    await pressOn(page, /^Remind Civic Partnership Section/);
    await expectFocusOn(page, "Reminded.");
    await expect(page.getByText(/Reminded \d+ (person|people) on/)).toBeVisible();
    await pressOn(page, /^Remind Civic Partnership Section/);
    await expectFocusOn(page, "Already reminded today");
  });

  await test.step("and the list is narrowed to what one section has not begun", async () => {
    await chooseIn(page, /^\s*Section/, /Child-rearing/);
    await chooseIn(page, /^\s*State/, /not begun/);
    await pressOn(page, /^\s*Show\s*$/);
    await expect(page).toHaveURL(/section=.*state=NOT_BEGUN/);
    await expect(page.getByRole("table")).toHaveCount(1);
    await expect(page.getByRole("table", { name: /Child-rearing Support Section/ })).toBeVisible();
  });

  await test.step("and one of it gets a permit; what was missing is one press from what says so", async () => {
    await pressOn(page, /^Permit: Initiative 2-2-3/);
    await expect(heading(page, "Late permit")).toBeVisible();
    await pressOn(page, /Grant the late permit/);
    await expectFocusOn(page, "Please mend 2 things");
    await pressOn(page, /Permitted until/);
    await expect(page.getByLabel("year")).toBeFocused();
    await page.keyboard.type("2099");
    await typeInto(page, /month/, "3");
    await typeInto(page, /day/, "31");
    await typeInto(page, /^\s*Reason/, "担当者の入院のため");
    await pressOn(page, /Grant the late permit/);
  });

  await test.step("then: the board says so, and the sheet's line has the day", async () => {
    await expectFocusOn(page, "The late permit is granted.");
    const line = page.getByRole("row").filter({ has: page.getByRole("link", { name: "Permit: Initiative 2-2-3" }) });
    await expect(line).toContainText(/until .*2099/);
  });
});

test("@long a manager opens what waits, approves two at once and returns the third with a remark", async ({
  browser,
}) => {
  const page = await inEnglish(browser, "manager@mihon.example");
  const titles = [
    /ひとり暮らし高齢者の見守り/,
    /障がいのある人の活躍の場づくり/,
    /福祉ショップ「てとて」の開催/,
  ] as const;
  const queue = heading(page, "Waiting for your decision");
  await test.step("given: each is opened from the queue, and the way back leads there", async () => {
    await pressOn(page, /Open, check and approve together/);
    for (const title of titles) {
      await expect(queue).toBeVisible();
      await pressOn(page, title);
      await expect(heading(page, title)).toBeVisible();
      await pressOn(page, /\d+ of \d+ waiting/);
    }
    await expect(queue).toBeVisible();
  });

  await test.step("when: two are picked and approved; first without picking, which is told", async () => {
    await pressOn(page, /Approve those picked/);
    await expectFocusOn(page, "Nothing was picked to approve");
    for (const target of ["Initiative 3-2-1", "Strategy 3-3"]) {
      await pressOn(page, new RegExp(`Approve with the others.*${target}\\)`), "Space");
    }
    await pressOn(page, /Approve those picked/);
    await expectFocusOn(page, "2 of 2 approved.");
    for (const title of titles.slice(0, 2)) {
      const result = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: title }) });
      await expect(result.getByText("Approved", { exact: true })).toBeVisible();
    }
  });

  await test.step("and the third is returned; that the reason is missing leads to where it is written", async () => {
    await pressOn(page, titles[2]);
    await expect(heading(page, titles[2])).toBeVisible();
    await pressOn(page, /Write a remark on this field\(Progress\)/);
    await typeInto(page, /Remark on “Progress”/, "来場者数も書いてください。");
    await pressOn(page, /^\s*Return\s*$/);
    await expectFocusOn(page, "Please mend one thing");
    await pressOn(page, /Please give a reason/);
    await expect(page.getByLabel("Reason for returning")).toBeFocused();
    await page.keyboard.type("一点お願いします。");
    await pressOn(page, /^\s*Return\s*$/);
  });

  await test.step("then: the answer has the focus, and the history has the remark", async () => {
    await expectFocusOn(page, "Returned. Its authors will mend it and submit again.");
    await expect(page.getByRole("listitem").filter({ hasText: "来場者数も書いてください。" })).toBeVisible();
  });
});

test("@long an administrator adds a person, takes their link along, and adds a section", async ({ browser }) => {
  const page = await inEnglish(browser, "admin@hoshin.example");
  await test.step("given: the form is unfolded, and what is missing is one press from what says so", async () => {
    await pressOn(page, /^\s*People/);
    await expect(heading(page, "People")).toBeVisible();
    await pressOn(page, /Add a new person/);
    await typeInto(page, /^\s*Name/, "鍵盤 四音");
    await pressOn(page, /Add the person/);
    await expectFocusOn(page, "Please mend one thing");
    await pressOn(page, /Please fill in “E-mail address”/);
    await expect(page.getByLabel("E-mail address")).toBeFocused();
  });

  await test.step("when: the person is added, the link that is shown once can be selected and copied", async () => {
    await page.keyboard.type(`keyboard-${randomUUID().slice(0, 8)}@mihon.example`);
    await pressOn(page, /Add the person/);
    await expectFocusOn(page, "The person was added.");
    await tabTo(page, /^Link to set a password/);
    await page.keyboard.press("ControlOrMeta+a");
    const selected = await page.locator(":focus").evaluate((box: HTMLTextAreaElement) => {
      return box.value.slice(box.selectionStart, box.selectionEnd);
    });
    expect(selected).toMatch(/\/en\/sign-in\/link\/[A-Za-z0-9_-]{43}$/);
  });

  await test.step("then: a section is added, too", async () => {
    await pressOn(page, /^\s*Organisations/);
    await expect(heading(page, "Organisations")).toBeVisible();
    await pressOn(page, /Mihon Ward/);
    await expect(heading(page, "Mihon Ward")).toBeVisible();
    await pressOn(page, /Add a section/);
    await typeInto(page, /Name \(Japanese\)/, "鍵盤課");
    await typeInto(page, /Name \(English\)/, "Keyboard Section");
    await pressOn(page, /Add the section/);
    await expectFocusOn(page, "The section was added.");
    await expect(page.getByRole("listitem").filter({ hasText: "Keyboard Section" })).toBeVisible();
  });
});

test("@long staff begin a sheet with what the plan says, choose by arrow keys, and save", async ({ browser }) => {
  // The ward's demo accounts write for one section, whose untouched sheets other journeys fill.
  const page = await inEnglish(
    browser,
    await addPerson("keyboard", { organization: "mihon", section: "子育て支援課", role: "STAFF" }),
  );
  const progress = page.getByLabel("Progress");
  const outlook = page.getByRole("radiogroup", { name: /Outlook for the process indicator/ });
  await test.step("given: the plan is looked up and copied in, which leads back to the field", async () => {
    await pressOn(page, /中学生の学習会「みほん塾」/);
    await expect(heading(page, /中学生の学習会「みほん塾」/)).toBeVisible();
    await expect(progress).toHaveValue("");
    await pressOn(page, /^\s*Look up \(plan/);
    await pressOn(page, /Copy into this field: Plan/);
    await expect(progress).toBeFocused();
    await expect(progress).toHaveValue(/会場を3か所から5か所に増やす。/);
  });

  await test.step("when: one of a few is chosen by arrow keys, and the sheet is saved", async () => {
    await tabTo(page, /Outlook for the process indicator/);
    await page.keyboard.press("ArrowDown");
    await expect(outlook.getByRole("radio").nth(1)).toBeFocused();
    await pressOn(page, /Save draft/);
  });

  await test.step("then: the answer has the focus, and the sheet is as it was written", async () => {
    await expectFocusOn(page, "The draft is saved.");
    await expect(progress).toHaveValue(/会場を3か所から5か所に増やす。/);
    await expect(outlook.getByRole("radio").nth(1)).toBeChecked();
  });
});

test("@long a plan of 200 initiatives is edited on a phone, by keyboard alone", async ({ browser }) => {
  const ward = `many-${randomUUID().slice(0, 8)}`;
  await addWard(ward, 0, { initiatives: 200, round: false });
  const page = await (await browser.newContext({ viewport: { width: 375, height: 800 } })).newPage();
  await signInByKeyboard(page, accountOf(`${ward}-coordinator`));
  await test.step("given: a revision is begun, and an item found in the outline", async () => {
    await pressOn(page, /試験区 令和3年度\(2021年度\)$/);
    await expect(heading(page, "計画の改定")).toBeVisible();
    await pressOn(page, /改定を起案する/);
    await expect(heading(page, "計画の編集")).toBeVisible();
    await pressOn(page, /計画の目次/);
    // Folded: one line for an issue, not two hundred.
    await pressOn(page, /項目1 202項目/);
    await pressOn(page, /1-1-4 項目1-1-4/);
    await expect(page.getByRole("heading", { level: 2, name: "1-1-4 項目1-1-4" })).toBeVisible();
  });
  await test.step("when its text is written and saved, then it is told as changed", async () => {
    await typeInto(page, /概要/, "とりくみ");
    await pressOn(page, /この項目を保存/);
    await expect(page.getByText("保存しました。", { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: "この項目の変更" })).toBeVisible();
  });
  await test.step("and it is moved down and back", async () => {
    await pressOn(page, /下へ/);
    await expect(page.getByText("一つ下へ移しました。")).toBeVisible();
    await pressOn(page, /元に戻す/);
    await expect(page.getByText("直前の操作を取り消しました。")).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  });
});
