import { type Browser, expect, type Page, test } from "@playwright/test";
import fc from "fast-check";
import { accountOf, signInOn, WARD } from "./ward.ts";

/** Generated bodies in all; the long run takes ten times as many and another seed each time. */
const BODIES = process.env.HOSHIN_LONG ? 20_000 : 2_000;
const SEED = process.env.HOSHIN_LONG ? Date.now() % 2 ** 31 : 20_201_002;
/** Which part of them goes to forms, and again to addresses. */
const PAGES = process.env.HOSHIN_LONG ? 0.2 : 0.1;
const AT_ONCE = 4;
/** How many pages each person looks at for forms. */
const LOOKED_AT = process.env.HOSHIN_LONG ? 40 : 15;

/** What people and programs send: all of it must be answered, none of it by a fault. */
const NASTY: readonly string[] = [
  "",
  " ",
  "あ".repeat(33_000),
  "x".repeat(100_000),
  "👩‍👩‍👧‍👦👍🏽",
  "ﾊﾝｶｸｶﾀｶﾅ",
  "⽅針と方針",
  "前\u0000後",
  "\u202eRTL\u2066",
  "<script>alert(1)</script><img src=x onerror=alert(1)>",
  "-1",
  "1e400",
  "３，０００",
  "9".repeat(400),
  "NaN",
  "null",
  "true",
  "[]",
  '{"__proto__":{"polluted":true}}',
  "__proto__",
  "constructor",
  "../../../../etc/passwd",
  "%00%ff%fe",
  "' OR 1=1; --",
  "2020-02-30",
  "0000-00-00",
  "99999-12-31",
  "00000000-0000-0000-0000-000000000000",
  "6f0a1f0e-0000-4000-8000-000000000000",
  "\r\n\r\nSet-Cookie: a=b",
  "=HYPERLINK(1)",
];

const nasty = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...NASTY) }, fc.string({ unit: "binary" }));

interface Form {
  readonly path: string;
  readonly fields: readonly (readonly [string, string])[];
}

/** One generated body: which form, and what becomes of each of its fields. */
const body = fc.record({
  form: fc.nat(),
  fates: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constant({ kind: "keep" as const }) },
      { weight: 3, arbitrary: nasty.map((value) => ({ kind: "nasty" as const, value })) },
      { weight: 1, arbitrary: fc.constant({ kind: "drop" as const }) },
      { weight: 1, arbitrary: nasty.map((value) => ({ kind: "twice" as const, value })) },
    ),
    { minLength: 12, maxLength: 40 },
  ),
  more: fc.array(fc.tuple(nasty, nasty), { maxLength: 2 }),
});

const json = fc.oneof(
  fc.json({ maxDepth: 3 }),
  nasty,
  fc
    .record(
      {
        submissionId: nasty,
        writingId: nasty,
        sequence: fc.oneof(fc.integer(), nasty),
        typed: fc.dictionary(nasty, nasty),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
);

/** A page of its own without script, so that its forms are the plain ones that the server wrote. */
async function plainPage(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/ja/sign-in");
  await signInOn(page, email);
  await expect(page).toHaveURL(/\/desk/);
  return page;
}

const cookieOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");

/** The status of an answer, read to its end. Sent from here: what the browser's runner notes of each costs more than it. */
async function answerTo(url: URL, init: RequestInit, attempts = 3): Promise<number> {
  try {
    const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(60_000) });
    await answer.arrayBuffer();
    return answer.status;
  } catch (error) {
    // A server closes a connection that idles, and who writes at that moment is cut off: sent again, as browsers do.
    // One that has fallen over refuses the next connection, and that is not sent again.
    const { code = "" } = (error as { cause?: { code?: string } }).cause ?? {};
    if (attempts <= 1 || !["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"].includes(code)) throw error;
    return await answerTo(url, init, attempts - 1);
  }
}

/** Every form that somebody meets on their way through the staff pages, but for the one that signs them out. */
async function formsFrom(page: Page, start: readonly string[], pages: number): Promise<Form[]> {
  const waiting = [...start];
  const seen = new Set<string>();
  const kinds = new Set<string>();
  const forms: Form[] = [];
  for (let path = waiting.shift(); path && seen.size < pages; path = waiting.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    await page.goto(path);
    const found = await page.evaluate(() => ({
      links: [...document.querySelectorAll<HTMLAnchorElement>("main a[href], header a[href]")].map(
        (link) => new URL(link.href).pathname + new URL(link.href).search,
      ),
      forms: [...document.forms]
        .filter((form) => form.method === "post")
        .map((form) => [...new FormData(form)].filter(([, value]) => typeof value === "string") as [string, string][]),
    }));
    for (const fields of found.forms) {
      const names = fields.map(([name]) => name.replace(/[0-9a-f-]{36}/g, "*"));
      const kind = `${path.replace(/[0-9a-f-]{36}/g, "*")} ${names.sort().join(" ")}`;
      if (fields.length <= 3 || kinds.has(kind)) continue;
      kinds.add(kind);
      forms.push({ path, fields });
    }
    waiting.push(
      ...found.links.filter((link) => /^\/ja\//.test(link) && !link.includes(WARD) && !link.endsWith("/csv")),
    );
  }
  return forms;
}

test("whatever is sent to any address, the answer is never a fault", async ({ browser, baseURL, request }) => {
  test.setTimeout(120_000 + BODIES * 300);
  const origin = baseURL ?? "";
  const faults: string[] = [];
  const people = [
    { email: accountOf("staff"), start: ["/ja/desk", "/ja/account"] },
    { email: accountOf("manager"), start: ["/ja/desk", "/ja/desk/deciding"] },
    { email: accountOf("coordinator"), start: ["/ja/desk", "/ja/rounds", "/ja/releases", "/ja/policies"] },
    { email: "admin@hoshin.example", start: ["/ja/people", "/ja/organisations", "/ja/people/handover"] },
  ];
  const visits: { cookie: string; form: Form }[] = [];
  for (const { email, start } of people) {
    const page = await plainPage(browser, email);
    const cookie = await cookieOf(page);
    for (const form of await formsFrom(page, start, LOOKED_AT)) visits.push({ cookie, form });
  }
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const open = ["/ja/sign-in", `/ja/ask/${WARD}/2020`, `/ja/${WARD}/2020/questions`];
  for (const form of await formsFrom(visitor, open, open.length)) {
    visits.push({ cookie: await cookieOf(visitor), form });
  }
  const helpful = [["about", "initiative-1-1-2"] as const, ["helpful", "yes"] as const];
  visits.push({ cookie: "", form: { path: `/ja/ask/${WARD}/2020/helpful`, fields: helpful } });
  expect(visits.length).toBeGreaterThan(8);

  const seen = async (method: string, path: string, cookie: string, body?: FormData | string) => {
    const status = await answerTo(new URL(path, origin), {
      method,
      headers: {
        origin,
        cookie,
        "sec-fetch-site": "same-origin",
        "accept-encoding": "identity",
        ...(typeof body === "string" && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body }),
    });
    if (status < 500) return;
    const sent = body instanceof FormData ? [...body] : body;
    faults.push(`${status} ${method} ${path} ${JSON.stringify(sent)}`.slice(0, 300));
  };
  // Forms and addresses draw a whole page in answer, so most of the bodies go to what answers quickly.
  const tasks: (() => Promise<void>)[] = [
    ...fc.sample(body, { numRuns: BODIES * PAGES, seed: SEED }).map(({ form: pick, fates, more }) => async () => {
      const visit = visits[pick % visits.length];
      if (!visit) return;
      const { cookie, form } = visit;
      const data = new FormData();
      form.fields.forEach(([name, value], index) => {
        // What belongs to the framework stays: it is not an input of ours.
        const fate = name.startsWith("$")
          ? { kind: "keep" as const }
          : (fates[index % fates.length] ?? { kind: "keep" });
        if (fate.kind === "drop") return;
        data.append(name, fate.kind === "nasty" ? fate.value : value);
        if (fate.kind === "twice") data.append(name, fate.value);
      });
      for (const [name, value] of more) data.append(name.slice(0, 100), value);
      await seen("POST", form.path, cookie, data);
    }),
    ...fc
      .sample(json, { numRuns: BODIES * (1 - 2 * PAGES), seed: SEED })
      .map((text) => () => seen("POST", "/api/autosave", visits[0]?.cookie ?? "", text)),
    ...fc
      .sample(fc.tuple(fc.nat(), nasty, nasty), { numRuns: BODIES * PAGES, seed: SEED })
      .map(([pick, a, b]) => () => {
        const [one, two] = [a, b].map((text) => encodeURIComponent(text.toWellFormed().slice(0, 1_000)) || "x");
        const paths = [
          `/ja/${one}/${two}`,
          `/en/${WARD}/${one}`,
          `/ja/${WARD}/2020/initiatives/${one}`,
          `/${one}`,
          `/ja/submissions/${one}?done=${two}`,
          `/ja/rounds/${one}?section=${two}`,
          `/ja/rounds/${one}/csv`,
          `/ja/releases/${one}/preview?include=${two}&notice=${one}&date.year=${two}`,
          `/ja/people/${one}`,
          `/ja/people/handover?on=${one}`,
          `/ja/ask/${WARD}/2020?about=${one}&kind=${two}`,
          `/ja/ask/${one}/${two}?done=${one}`,
          `/ja/questions/${one}?done=${two}`,
          `/ja/sign-in?next=${one}`,
          `/ja/sign-in/link/${one}`,
          `/ja/desk/deciding?section=${one}`,
          `/api/v1/organizations/${one}/policies/${two}`,
          `/api/calendar/${one}.ics`,
          `/api/auth/${one}?callbackUrl=${two}`,
        ];
        const path = paths[pick % paths.length] ?? "/";
        return seen("GET", path, visits[pick % visits.length]?.cookie ?? "");
      }),
  ];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let task = tasks.shift(); task; task = tasks.shift()) await task();
    }),
  );
  expect(faults).toEqual([]);
  // And it is still there for everybody.
  expect((await request.get("/api/health")).status()).toBe(200);
  const after = await plainPage(browser, accountOf("staff"));
  await expect(after.getByRole("heading", { level: 1 })).toBeVisible();
});
