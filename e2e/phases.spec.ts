import { type APIRequestContext, expect, test } from "@playwright/test";
import { expectAccess } from "./access.ts";
import { addRevisedWard, finishedYear } from "./ward.ts";

const PAGES = { PLAN: "plan", MID_YEAR_REVIEW: "mid-year-review", SELF_EVALUATION: "self-evaluation" } as const;
type Phase = keyof typeof PAGES;

interface Said {
  readonly plan: object;
  readonly sheets: Partial<Record<Phase, object>>;
}

/** Every text in some data that was written in Japanese. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /[\p{scx=Hira}\p{scx=Han}]/u.test(value) ? [value] : [];
  return value && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

/** Whatever in some data says something of a target: the policy itself and its items, wherever they stand. */
function saidIn(value: unknown): Said[] {
  if (!value || typeof value !== "object") return [];
  return [...("plan" in value && "sheets" in value ? [value as Said] : []), ...Object.values(value).flatMap(saidIn)];
}

const withoutSpace = (text: string) => text.replace(/\s/g, "");

async function textOf(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const html = (await answer.text()).replace(/<script.*?<\/script>/gs, "").replace(/<[^>]*>/g, "");
  return withoutSpace(html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));
}

test("each phase stands whole on a page: every text that was released in it, in both languages", async ({
  request,
}) => {
  const year = await finishedYear();
  const said = saidIn(await (await request.get(`/api/v1/organizations/mihon/policies/${year}`)).json());
  expect(said.length).toBeGreaterThan(40);
  for (const phase of Object.keys(PAGES) as Phase[]) {
    const texts = said.flatMap(({ plan, sheets }) => textsIn(phase === "PLAN" ? plan : sheets[phase]));
    expect(texts.length, phase).toBeGreaterThan(30);
    for (const lang of ["ja", "en"]) {
      const page = await textOf(request, `/${lang}/mihon/${year}/${PAGES[phase]}`);
      const missing = texts.filter((text) => !page.includes(withoutSpace(text)));
      expect(missing, `${lang} ${phase}`).toEqual([]);
    }
  }
});

test("the policy's page leads to each item's place in a phase, and from there to the item @no-script-only", async ({
  page,
}) => {
  const of = `/ja/mihon/${await finishedYear()}`;
  await page.goto(of);
  const card = page.locator("#initiative-1-1-3");
  await expect(card).toContainText("撤退・再構築基準未達成");
  await card.getByRole("link", { name: "自己評価 【具体的取組1-1-3】" }).click();
  await expect(page).toHaveURL(`${of}/self-evaluation#initiative-1-1-3`);
  await expect(page.locator("#initiative-1-1-3")).toBeInViewport();
  await expect(page.locator("#initiative-1-1-3")).toContainText("取組実績");
  await page.getByRole("link", { name: "計画の全文" }).click();
  await expect(page).toHaveURL(`${of}/plan`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("計画");
  await page.locator("#initiative-1-1-3").getByRole("link").click();
  await expect(page).toHaveURL(`${of}/initiatives/1-1-3`);
});

test("an Edition has the phases that had come by then, and leads back to itself @no-script-only", async ({
  page,
  request,
}) => {
  const of = `/ja/${await addRevisedWard()}/2021`;
  const known = async (path: string) => (await request.get(`${of}${path}`)).status();
  expect(await known("/editions/1/plan")).toBe(200);
  expect(await known("/editions/1/mid-year-review")).toBe(404);
  expect(await known("/self-evaluation")).toBe(404);
  await page.goto(`${of}/editions/4`);
  await page.getByRole("link", { name: "中間振り返りの全文" }).click();
  await expect(page).toHaveURL(`${of}/editions/4/mid-year-review`);
  await expect(page.getByRole("main")).toContainText("第5版");
  await page.locator("#initiative-1-1-2").getByRole("link").click();
  await expect(page).toHaveURL(`${of}/editions/4#initiative-1-1-2`);
});

test("a phase's page can be used by everybody", async ({ page }) => {
  const of = `/ja/mihon/${await finishedYear()}`;
  await expectAccess(page, `${of}/self-evaluation`);
  await expectAccess(page, `${of}/plan`, [375]);
});
