import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, db } from "../data/db.ts";
import { tellOfDueDates } from "../data/due-notices.ts";
import { composeMails } from "../data/mails.ts";
import { returnToAuthors, saveSheet, submit } from "../data/moves.ts";
import { noticesOf, undeliveredTo } from "../data/notice-lines.ts";
import { approvedSheet, at, filled, makeWard, on, releaseNow, sheetOf, type Ward } from "../data/testing/ward.ts";
import type { Actor } from "../domain/actor.ts";
import { deliverMails } from "./deliver.ts";
import { mailSettings, openPostman, type Postman } from "./outgoing.ts";
import { type MailStore, startMailStore } from "./testing/mail-store.ts";

const SITE = "https://hoshin.example";
const FROM = "運営方針 <hoshin@city.example>";

let store: MailStore;
let postman: Postman;
let ward: Ward;

afterAll(closeDatabase);

beforeEach(async () => {
  await db().outbox.deleteMany();
  await db().mail.deleteMany();
  ward = await makeWard({ initiatives: 3 });
  await db().outbox.deleteMany();
  store = await startMailStore();
  postman = openPostman({ url: store.url, from: FROM, site: SITE });
});
afterEach(async () => {
  postman.close();
  await store.close();
});

const friday = at("2021-09-10T13:00:00+09:00");
const monday = at("2021-09-13T08:30:00+09:00");

async function sweep(clock = monday, by = postman) {
  const composed = await composeMails(clock);
  return { composed, ...(await deliverMails(by, SITE, () => true, clock)) };
}

async function addressOf({ userId }: Actor): Promise<string> {
  return (await db().user.findUniqueOrThrow({ where: { id: userId } })).email;
}

async function mailsTo(actor: Actor) {
  const address = await addressOf(actor);
  return [...store.mails.values()].filter(({ to }) => !Array.isArray(to) && to?.value[0]?.address === address);
}

async function submitted(code: string, progress?: string) {
  const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, code)), values: filled(progress) }, friday);
  return submit(ward.staff, on(saved), friday);
}

describe("the day's digest", () => {
  it("given what happened on Friday, then each person concerned gets one mail on Monday at half past eight", async () => {
    await submitted("1-1-1", "秘密の進捗");
    await submitted("1-1-2");
    expect(await sweep(at("2021-09-10T13:05:00+09:00"))).toMatchObject({ composed: 0 });
    expect(await sweep(at("2021-09-11T09:00:00+09:00"))).toMatchObject({ composed: 0 });
    expect(await sweep(at("2021-09-13T08:29:59+09:00"))).toMatchObject({ composed: 0 });
    expect(await sweep()).toEqual({ composed: 2, sent: 2, failed: 0, givenUp: 0 });

    const [mail, ...others] = await mailsTo(ward.manager);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe("[Hoshin] お知らせ 2件 / 2 notices");
    expect(mail?.from?.text).toContain("hoshin@city.example");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    const text = mail?.text ?? "";
    expect(text).toContain("具体的取組 1-1-1「項目1-1-1」が提出されました");
    expect(text).toContain("was submitted and waits for approval");
    expect(text.indexOf("提出されました")).toBeLessThan(text.indexOf("was submitted"));
    const { submissionId } = await sheetOf(ward, "1-1-1");
    expect(text).toContain(`${SITE}/ja/submissions/${submissionId}`);
    // What people wrote stays in the application.
    expect(text).not.toContain("秘密の進捗");
    expect(mail?.html).toBe(false);
    // Nobody is told of what they did themselves.
    expect(await mailsTo(ward.staff)).toEqual([]);
  });

  it("given a digest that was sent, when more happens that day, then it waits for the next one", async () => {
    await submitted("1-1-1");
    await sweep();
    expect(await sweep()).toEqual({ composed: 0, sent: 0, failed: 0, givenUp: 0 });
    const later = at("2021-09-13T10:00:00+09:00");
    const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-3")), values: filled() }, later);
    await submit(ward.staff, on(saved), later);
    expect((await sweep(at("2021-09-13T18:00:00+09:00"))).composed).toBe(0);
    expect((await sweep(at("2021-09-14T08:31:00+09:00"))).sent).toBe(2);
    expect(await mailsTo(ward.manager)).toHaveLength(2);
    expect(store.deliveries()).toBe(store.mails.size);
  });

  it("given Silver Week 2026, then the mail comes on the first day after it", async () => {
    const before = at("2026-09-18T18:00:00+09:00");
    const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-1")), values: filled() }, before);
    await submit(ward.staff, on(saved), before);
    for (const day of ["19", "20", "21", "22", "23"]) {
      expect((await sweep(at(`2026-09-${day}T09:00:00+09:00`))).composed).toBe(0);
    }
    expect((await sweep(at("2026-09-24T08:30:00+09:00"))).sent).toBe(2);
  });

  it("given due dates of that day, then they are in that day's mail whenever the worker came to them", async () => {
    const day = at("2021-09-21T14:00:00+09:00");
    await tellOfDueDates(day);
    await sweep(day);
    const [mail] = await mailsTo(ward.staff);
    expect(mail?.text).toContain("あと7営業日以内です(締切 令和3年9月30日(2021年))");
    expect(mail?.text).toContain("Due within seven business days");
  });

  it("given what is older than a fortnight, then it is not mailed any more", async () => {
    await submitted("1-1-1");
    expect(await sweep(at("2021-10-04T09:00:00+09:00"))).toMatchObject({ composed: 0 });
  });
});

describe("what is urgent", () => {
  it("given a returned sheet, then its author hears of it at once, on a Saturday too", async () => {
    const saturday = at("2021-09-11T22:00:00+09:00");
    const sheet = await submitted("1-1-1");
    await returnToAuthors(ward.manager, { ...on(sheet), comment: "内密の理由" }, saturday);
    expect(await sweep(saturday)).toMatchObject({ composed: 1, sent: 1 });
    const [mail] = await mailsTo(ward.staff);
    expect(mail?.subject).toBe("[Hoshin] 差戻し / Returned");
    expect(mail?.text).not.toContain("内密の理由");
    expect(await sweep(saturday)).toMatchObject({ composed: 0, sent: 0 });
  });
});

describe("a server that does not answer", () => {
  it("given it is down, when it comes back, then everything arrives once, and as the same mail", async () => {
    await submitted("1-1-1");
    const port = Number(new URL(store.url).port);
    await store.close();
    expect(await sweep()).toMatchObject({ composed: 2, sent: 0, failed: 1 });
    const minutes = (n: number) => at(new Date(monday().getTime() + n * 60_000).toISOString());
    expect(await sweep(minutes(0.1))).toMatchObject({ sent: 0, failed: 1 });
    expect(await sweep(minutes(0.2))).toMatchObject({ sent: 0, failed: 0 });
    store = await startMailStore(port);
    // Each is tried again after its own waiting time.
    expect(await sweep(minutes(2))).toMatchObject({ sent: 2 });
    expect(await sweep(minutes(60))).toMatchObject({ sent: 0 });
    expect(store.mails.size).toBe(2);
    expect(store.deliveries()).toBe(2);
    for (const { id } of await db().mail.findMany()) expect([...store.mails.keys()]).toContain(`<${id}@city.example>`);
  });

  it("given three days of failing, then the mail is given up, and the person sees so in the app", async () => {
    await submitted("1-1-1");
    await store.close();
    const hours = (n: number) => at(new Date(monday().getTime() + n * 3_600_000).toISOString());
    await composeMails(monday);
    let givenUp = 0;
    for (let hour = 0; hour <= 80; hour += 1) {
      // Each run stops at the first mail that finds no server.
      for (let n = 0; n < 2; n += 1) givenUp += (await deliverMails(postman, SITE, () => true, hours(hour))).givenUp;
    }
    expect(givenUp).toBe(2);
    expect(await undeliveredTo(ward.manager, hours(81))).toBe(1);
    expect((await noticesOf(ward.manager, 8, hours(81))).map(({ kind }) => kind)).toEqual(["submitted"]);
    store = await startMailStore();
  });
});

describe("a release", () => {
  it("given an Edition, then those who wrote it are told once for all of it", async () => {
    const sheets = [await sheetOf(ward, "1-1-1"), await sheetOf(ward, "1-1-2")];
    const approved = [];
    for (const sheet of sheets) approved.push(await approvedSheet(ward, sheet));
    await releaseNow(ward, approved, friday);
    await sweep();
    const [mail, ...others] = await mailsTo(ward.staff);
    expect(others).toEqual([]);
    expect(mail?.text).toContain("第2版を公開しました(2件)");
    expect(mail?.text).toContain(`${SITE}/ja/${ward.slug}/2021`);
  });
});

describe("the settings", () => {
  it("given no server, then there is no mail; given no sender, then the site is one", () => {
    const whole = { SMTP_URL: "smtp://x", MAIL_FROM: FROM, NEXTAUTH_URL: SITE };
    const from = (environment: Record<string, string>) => mailSettings(environment as never);
    expect(from(whole)).toEqual({ url: "smtp://x", from: FROM, site: SITE });
    expect(from({ ...whole, SMTP_URL: "" })).toBeNull();
    expect(from({ SMTP_URL: "smtp://x", NEXTAUTH_URL: SITE })?.from).toBe("Hoshin <hoshin@hoshin.example>");
    expect(from({ ...whole, NEXTAUTH_URL: "" })).toBeNull();
  });
});
