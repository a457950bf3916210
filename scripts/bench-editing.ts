import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds from the request to the whole answer. */
export type Timing = number;

/** One who writes, what they are known to have written, and where. */
export interface Editor {
  readonly email: string;
  readonly userId: string;
  readonly submissionId: string;
  /** The text field that this one writes. */
  readonly field: string;
  cookie: string;
  /** The last text that autosave took and no Version holds; null where there is none. */
  keptText: string | null;
  /** Each text of which a Version was made, in order. */
  readonly saved: string[];
}

export interface Editing {
  readonly autosave: Timing[];
  readonly save: Timing[];
  readonly health: Timing[];
  /** Answers that nobody should get, with how often. */
  readonly unexpected: Map<string, number>;
}

/** The password of every editor; bench-people.ts sets it. */
export const BENCH_PASSWORD = "hoshin-bench-password";
/** Every so many autosaves, a Version. */
const AUTOSAVES_TO_A_SAVE = 15;

/** Everybody signs in, and then writes until the time is over. */
export async function editTogether(
  baseURL: string,
  editors: readonly Editor[],
  seconds: number,
  signal: AbortSignal,
): Promise<Editing> {
  const result: Editing = { autosave: [], save: [], health: [], unexpected: new Map() };
  for (const [index, editor] of editors.entries()) editor.cookie = await signIn(baseURL, editor.email, index);
  const end = Date.now() + seconds * 1000;
  const over = () => Date.now() > end || signal.aborted;
  await Promise.all([
    ...editors.map((editor, index) => edit(baseURL, editor, index, over, result)),
    (async () => {
      while (!over()) {
        await timed(result.health, () => fetch(`${baseURL}/api/health`));
        await wait(250);
      }
    })(),
  ]);
  return result;
}

async function signIn(baseURL: string, email: string, index: number): Promise<string> {
  // Each from an address of its own, as in a ward without one shared way out.
  const headers = { Origin: baseURL, "X-Forwarded-For": `10.0.${index >> 8}.${index & 255}` };
  const first = await fetch(`${baseURL}/api/auth/csrf`, { headers });
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const answer = await fetch(`${baseURL}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { ...headers, Cookie: cookiesOf(first) },
    body: new URLSearchParams({ csrfToken, email, password: BENCH_PASSWORD }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes("hoshin.session=")) throw new Error(`${email} cannot sign in: ${answer.status}`);
  return cookie;
}

async function edit(
  baseURL: string,
  editor: Editor,
  index: number,
  over: () => boolean,
  result: Editing,
): Promise<void> {
  await wait((index * 37) % 1000);
  let [writingId, sequence] = [randomUUID() as string, 0];
  let page = await openPage(baseURL, editor, result);
  for (let turn = 1; !over() && page; turn += 1) {
    const text = `${editor.email} ${turn} ${"あ".repeat(turn % 200)}`;
    sequence += 1;
    const typed = { ...page.typed, [editor.field]: text };
    const content = {
      writer: editor.userId,
      submissionId: editor.submissionId,
      writingId,
      sequence,
      baseVersionHash: page.envelope._base || null,
      typed,
    };
    const answer = await timed(result.autosave, () =>
      fetch(`${baseURL}/api/autosave`, {
        method: "POST",
        headers: { Origin: baseURL, Cookie: editor.cookie, "Content-Type": "application/json" },
        body: JSON.stringify(content),
      }),
    );
    if (answer.response.status === 200) editor.keptText = text;
    else count(result, `autosave ${answer.response.status} ${answer.text.slice(0, 100)}`);
    if ((turn + index) % AUTOSAVES_TO_A_SAVE === 0) {
      await save(baseURL, editor, page, { text, typed, writingId }, result);
      [writingId, sequence] = [randomUUID(), 0];
      page = await openPage(baseURL, editor, result);
    }
    await wait(1000);
  }
}

interface OpenPage {
  readonly envelope: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** Posts the form as a browser without script does: what another editor saved meanwhile is merged by the server. */
async function save(
  baseURL: string,
  editor: Editor,
  page: OpenPage,
  { text, typed, writingId }: { text: string; typed: Readonly<Record<string, string>>; writingId: string },
  result: Editing,
): Promise<void> {
  const body = new FormData();
  const envelope = {
    ...page.envelope,
    _writings: `${page.envelope._writings ?? ""} ${writingId}`.trim(),
    _intent: "save",
  };
  for (const [name, value] of Object.entries({ ...envelope, ...typed })) body.append(name, value);
  const { response, text: html } = await timed(result.save, () =>
    fetch(`${baseURL}/ja/submissions/${editor.submissionId}`, {
      method: "POST",
      redirect: "manual",
      headers: { Origin: baseURL, Cookie: editor.cookie },
      body,
    }),
  );
  const merged = response.status === 200 && html.includes("変更を取り込みました");
  if (response.status === 303 || merged) {
    editor.saved.push(text);
    editor.keptText = null;
  } else count(result, `save ${response.status}`);
}

/** The sheet's form as the server draws it. */
async function openPage(baseURL: string, editor: Editor, result: Editing): Promise<OpenPage | null> {
  const address = `${baseURL}/ja/submissions/${editor.submissionId}`;
  const response = await fetch(address, { headers: { Cookie: editor.cookie } });
  const html = await response.text();
  const form = html.match(/<form[^>]*>(?:(?!<\/form>)[\s\S])*name="_form"[\s\S]*?<\/form>/)?.[0];
  if (response.status !== 200 || !form) {
    count(result, `page ${response.status}`);
    return null;
  }
  const all: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const box = attribute(tag, "type");
    if ((box === "radio" || box === "checkbox") && !/ checked=/.test(tag)) continue;
    const name = attribute(tag, "name");
    if (name) all[name] = attribute(tag, "value") ?? "";
  }
  for (const [, tag = "", text = ""] of form.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(tag, "name");
    // A browser takes the first line end of a text area's content for none of it.
    if (name) all[name] = plain(text.replace(/^\n/, ""));
  }
  const own = (wanted: boolean) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => /^[_$]/.test(name) === wanted));
  return { envelope: own(true), typed: own(false) };
}

async function timed(
  timings: Timing[],
  request: () => Promise<Response>,
): Promise<{ response: Response; text: string }> {
  const began = performance.now();
  const response = await request();
  const text = await response.text();
  timings.push(performance.now() - began);
  return { response, text };
}

function count(result: Editing, what: string): void {
  result.unexpected.set(what, (result.unexpected.get(what) ?? 0) + 1);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

function attribute(tag: string, name: string): string | undefined {
  const found = tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1];
  return found === undefined ? undefined : plain(found);
}

function plain(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
