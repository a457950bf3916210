import pg from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { editionJson } from "../documents/edition-json.ts";
import type { Actor } from "../domain/actor.ts";
import { LONGEST_QUESTION, QUESTIONS_A_DAY } from "../domain/asking.ts";
import type { NoticeKind } from "../domain/notice-kind.ts";
import type { QuestionMove } from "../domain/question.ts";
import { askQuestion, askStamp, voteHelpful, whyNotAsk } from "./asking.ts";
import { forgetExpired } from "./attempts.ts";
import { closeDatabase, db } from "./db.ts";
import { noticesOf } from "./notice-lines.ts";
import { currentPolicy, newestPolicies, publishedEdition } from "./published.ts";
import { publishedAnswers, publishedAnswersOn } from "./published-answers.ts";
import { revisionHistory } from "./published-editions.ts";
import { questionFigures, questionOf, questionsOf, questionsWaiting } from "./question-lists.ts";
import { moveQuestion } from "./questions.ts";
import { confirmRedaction, requestRedaction } from "./redactions.ts";
import { moveTakedown, requestTakedown } from "./takedowns.ts";
import { addPerson, at, counts, currentPlan, heard, itemOf, makeWard, newKey, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

/** What a reader wrote, and what was not public yet: nowhere but with those who answer. */
const READER = "鷺ノ宮サギ子 090-0000-1111";
const DRAFTED = "まだ承認されていない回答";

let ward: Ward;
let client: pg.Client;
let itemId: string;

beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  ward = await makeWard({ round: false });
  itemId = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-1").id;
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
}, 60_000);
afterAll(async () => {
  await client.end();
  vi.unstubAllEnvs();
  await closeDatabase();
});

const today = at("2021-10-01T10:00:00+09:00");
const tomorrow = at("2021-10-02T10:00:00+09:00");
let visitors = 0;
const item = { type: "initiative", code: "1-1-1" } as const;
/** Asks from an address of its own unless told otherwise. */
const askAs = (text: string, more: Partial<Parameters<typeof askQuestion>[0]> = {}, clock = today) => {
  visitors += 1;
  const reader = { slug: ward.slug, fiscalYear: 2021, item, address: `2001:db8::${visitors.toString(16)}` };
  return askQuestion({ ...reader, kind: "QUESTION", text, ...more }, clock);
};
const move = (actor: Actor, questionId: string, step: QuestionMove, more = {}, key = newKey()) =>
  moveQuestion(actor, { questionId, move: step, ...more, key }, today);
const wording = { question: "健診はいつ受けられますか。", answer: "毎月第二水曜日です。" };
/** The hash of the answer that waits, as whoever decides is shown it. */
const shownOf = async (id: string) => {
  const { answers } = await questionOf(ward.manager, id);
  return { shown: answers.find(({ state }) => state === "PROPOSED")?.hash ?? "" };
};
const publish = async (id: string, more = {}) => {
  await move(ward.staff, id, "propose", { ...wording, ...more });
  return move(ward.manager, id, "publish", await shownOf(id));
};

/** Everything that anyone may read, as one text. */
async function everythingPublic(): Promise<string> {
  const policy = await currentPolicy(ward.slug, 2021);
  if (!policy) throw new Error("no policy");
  return JSON.stringify([
    policy,
    editionJson(policy),
    await publishedEdition(ward.slug, 2021, 1),
    await newestPolicies(),
    await revisionHistory(ward.slug, 2021),
    await publishedAnswers(ward.slug, 2021),
    await publishedAnswersOn(ward.slug, 2021, itemId),
  ]);
}

/** The columns in which a text stands, as table.column. */
async function foundIn(text: string): Promise<string[]> {
  const { rows: columns } = await client.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'character', 'json', 'jsonb')`,
  );
  const found: string[] = [];
  for (const { table_name, column_name } of columns) {
    const { rows } = await client.query(
      `SELECT 1 FROM "${table_name}" WHERE position($1 in "${column_name}"::text) > 0 LIMIT 1`,
      [text],
    );
    if (rows.length > 0) found.push(`${table_name}.${column_name}`);
  }
  return found;
}

describe("what a reader asks", () => {
  it("reaches the section that answers for the item, and nobody else", async () => {
    const { id } = await askAs(`${READER}です。健診はいつですか。`);
    for (const actor of [ward.staff, ward.colleague, ward.manager, ward.head, ward.coordinator, ward.both]) {
      expect((await questionOf(actor, id)).text).toContain(READER);
      expect((await questionsOf(actor)).map((line) => line.id)).toContain(id);
    }
    const elsewhere = await makeWard({ round: false });
    for (const actor of [ward.staffThere, ward.managerThere, ward.admin, elsewhere.head, elsewhere.coordinator]) {
      expect(await heard(questionOf(actor, id))).toBe("not-found");
      expect(await heard(move(actor, id, "propose", wording))).toBe("not-found");
      expect((await questionsOf(actor)).map((line) => line.id)).not.toContain(id);
    }
    expect(await heard(questionOf(ward.staff, "nothing"))).toBe("not-found");
  });

  it("goes to the people of the whole organisation and the coordinators where no section answers", async () => {
    const { id } = await askAs("議事録が見つかりません。", { item: null, kind: "NOT_FOUND" });
    const readers = [ward.head, ward.deputy, ward.coordinator];
    for (const actor of readers) expect((await questionOf(actor, id)).kind).toBe("NOT_FOUND");
    for (const actor of [ward.staff, ward.manager, ward.staffThere]) {
      expect(await heard(questionOf(actor, id))).toBe("not-found");
    }
    expect((await questionsWaiting(ward.coordinator)).map((line) => line.id)).toContain(id);
  });

  it("is told to the section once a day, however much is asked", async () => {
    const told = async (actor: Actor) =>
      (await noticesOf(actor, 50, today)).filter(({ kind }) => kind === "asked").length;
    await askAs("もう一つ質問があります。");
    expect([await told(ward.staff), await told(ward.manager), await told(ward.staffThere)]).toEqual([1, 1, 0]);
    expect(await told(ward.coordinator)).toBe(1);
  });

  it("is not public, nor is an answer before another person approved it", async () => {
    const { id } = await askAs(`${READER}の件`);
    const before = await everythingPublic();
    expect(before).not.toContain(READER);
    await move(ward.staff, id, "propose", { question: DRAFTED, answer: DRAFTED });
    expect(await everythingPublic()).toBe(before);
    await move(ward.manager, id, "return", { comment: DRAFTED, ...(await shownOf(id)) });
    await move(ward.colleague, id, "propose", { question: DRAFTED, answer: DRAFTED });
    expect(await everythingPublic()).toBe(before);
    expect((await questionOf(ward.staff, id)).answers.map(({ comment }) => comment)).toEqual([null, DRAFTED]);
  });

  it("is refused about what is not public, and without a text of at most a thousand characters", async () => {
    expect(await heard(askAs("質問", { slug: "nowhere" }))).toBe("not-found");
    expect(await heard(askAs("質問", { fiscalYear: 2030 }))).toBe("not-found");
    expect(await heard(askAs("質問", { item: { type: "initiative", code: "9-9-9" } }))).toBe("not-found");
    for (const text of ["", "  \n", "前\0後", "あ".repeat(LONGEST_QUESTION + 1)]) {
      expect(await heard(askAs(text))).toBe("invalid-draft");
    }
    expect(await heard(askAs("𠮷".repeat(LONGEST_QUESTION)))).toBeNull();
  });
});

describe("an answer", () => {
  it("is public from a second person's approval on: wording, answer, section, no person", async () => {
    const { id } = await askAs(`${READER}。健診の日は?`);
    await publish(id);
    const [published] = await publishedAnswersOn(ward.slug, 2021, itemId);
    expect(published).toMatchObject({
      ...{ id, itemId, said: wording, on: "2021-10-01", corrects: null },
      section: { nameJa: "保健福祉課" },
      postTitle: "MANAGER職",
    });
    const all = await everythingPublic();
    for (const hidden of [READER, ward.staff.name, ward.manager.userId]) expect(all).not.toContain(hidden);
    expect(await publishedAnswers(ward.slug, 2021)).toMatchObject({ answered: 1 });
    expect(await publishedAnswers(ward.slug, 2030)).toBeNull();
  });

  it("is never approved by whoever wrote it, also after another wrote on", async () => {
    const { id } = await askAs("自分で承認できますか。");
    await move(ward.both, id, "propose", wording);
    const shown = await shownOf(id);
    expect(await heard(move(ward.both, id, "publish", shown))).toBe("own-work");
    expect(await heard(move(ward.staff, id, "publish", shown))).toBe("not-allowed");
    expect(await heard(move(ward.coordinator, id, "publish", shown))).toBe("not-allowed");
    await move(ward.manager, id, "return", { comment: "日付を足す", ...shown });
    await move(ward.staff, id, "propose", wording);
    expect(await heard(move(ward.both, id, "publish", await shownOf(id)))).toBe("own-work");
    expect((await questionsWaiting(ward.both)).map((line) => line.id)).not.toContain(id);
    expect((await questionsWaiting(ward.manager)).map((line) => line.id)).toContain(id);
  });

  it("is decided on as it was shown, with a reason where it goes back, and a refusal leaves nothing behind", async () => {
    const { id } = await askAs("見たものだけを承認しますか。");
    await move(ward.staff, id, "propose", wording);
    const before = await counts();
    expect(await heard(move(ward.manager, id, "publish", { shown: "0".repeat(64) }))).toBe("stale-version");
    expect(await heard(move(ward.manager, id, "publish"))).toBe("stale-version");
    expect(await heard(move(ward.manager, id, "return", await shownOf(id)))).toBe("comment-required");
    expect(await heard(move(ward.manager, id, "withdraw"))).toBe("wrong-state");
    expect(await heard(move(ward.staff, id, "propose", wording))).toBe("wrong-state");
    expect(await counts()).toEqual(before);
    const empty = await askAs("答えのない回答はありますか。");
    expect(await heard(move(ward.staff, empty.id, "propose", { question: "問" }))).toBe("invalid-draft");
    expect(await heard(move(ward.staff, empty.id, "propose", { question: " ", answer: "答" }))).toBe("invalid-draft");
  });

  it("asked for twice with one key is written once; of two people at once one is heard", async () => {
    const { id } = await askAs("二人同時ではどうなりますか。");
    const key = newKey();
    const twice = await Promise.all([1, 2].map(() => move(ward.staff, id, "propose", wording, key)));
    expect(twice[0]).toEqual(twice[1]);
    const shown = await shownOf(id);
    const outcomes = await Promise.all([
      heard(move(ward.manager, id, "publish", shown)),
      heard(move(ward.head, id, "return", { comment: "別の言い方に", ...shown })),
    ]);
    expect(outcomes.filter((code) => code === null)).toHaveLength(1);
    expect(outcomes.filter((code) => code !== null)).toEqual(["wrong-state"]);
    expect(await db().answer.count({ where: { questionId: id } })).toBe(1);
    const both = await askAs("二人が同時に書いたらどうなりますか。");
    const written = await Promise.all(
      [ward.staff, ward.colleague].map((a) => heard(move(a, both.id, "propose", wording))),
    );
    expect(written.sort()).toEqual([null, "wrong-state"].sort());
  });

  it("is corrected by another that says so, and the old one stays public until then", async () => {
    const { id } = await askAs("訂正はできますか。");
    await publish(id);
    const entry = async () => (await publishedAnswersOn(ward.slug, 2021, itemId)).find((answer) => answer.id === id);
    await move(ward.coordinator, id, "correct", { ...wording, answer: "毎月第三水曜日です。" });
    expect((await entry())?.said?.answer).toBe(wording.answer);
    await move(ward.manager, id, "return-correction", { comment: "確かめてください", ...(await shownOf(id)) });
    expect((await entry())?.said?.answer).toBe(wording.answer);
    await move(ward.coordinator, id, "correct", { ...wording, answer: "毎月第三水曜日です。" });
    await move(ward.head, id, "publish-correction", await shownOf(id));
    expect(await entry()).toMatchObject({ said: { answer: "毎月第三水曜日です。" }, corrects: "2021-10-01" });
  });

  it("is withdrawn by two people, leaves the day only, and can be written anew", async () => {
    const { id } = await askAs("取下げはできますか。");
    const secret = { question: "取り下げる問い", answer: "取り下げる答え" };
    await publish(id, secret);
    expect(await heard(move(ward.staff, id, "ask-withdrawal"))).toBe("comment-required");
    await move(ward.staff, id, "ask-withdrawal", { comment: "制度が変わった" });
    expect(await everythingPublic()).toContain(secret.answer);
    expect(await heard(move(ward.staff, id, "withdraw"))).toBe("own-work");
    await move(ward.head, id, "keep-public");
    await move(ward.manager, id, "ask-withdrawal", { comment: "制度が変わった" });
    expect(await heard(move(ward.manager, id, "withdraw"))).toBe("own-work");
    await move(ward.head, id, "withdraw");
    const all = await everythingPublic();
    for (const gone of [secret.question, secret.answer, "制度が変わった"]) expect(all).not.toContain(gone);
    const entry = (await publishedAnswersOn(ward.slug, 2021, itemId)).find((answer) => answer.id === id);
    expect(entry).toMatchObject({ said: null, on: "2021-10-01" });
    await publish(id);
    expect((await publishedAnswersOn(ward.slug, 2021, itemId)).find((answer) => answer.id === id)?.said).toEqual(
      wording,
    );
  });

  it("on an item that is taken down is withheld with it", async () => {
    const other = { type: "initiative", code: "1-1-2" } as const;
    const { id: targetId } = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-2");
    const { id } = await askAs("公開停止ではどうなりますか。", { item: other });
    await publish(id, { answer: "停止した項目への回答" });
    expect(await publishedAnswersOn(ward.slug, 2021, targetId)).toHaveLength(1);
    const down = { policyId: ward.policyId, targetId, reason: "RIGHTS" as const, wording: "確認中", key: newKey() };
    const takedown = await requestTakedown(ward.staff, down, today);
    await moveTakedown(ward.head, { takedownId: takedown.id, move: "confirm", key: newKey() }, today);
    expect(await publishedAnswersOn(ward.slug, 2021, targetId)).toEqual([]);
    expect(await everythingPublic()).not.toContain("停止した項目への回答");
    expect(await heard(askAs("停止中でも質問できますか。", { item: other }))).toBe("not-found");
    await moveTakedown(ward.staff, { takedownId: takedown.id, move: "ask-lift", key: newKey() }, today);
    await moveTakedown(ward.head, { takedownId: takedown.id, move: "lift", key: newKey() }, today);
    expect(await publishedAnswersOn(ward.slug, 2021, targetId)).toHaveLength(1);
  });
});

describe("who hears of an answer", () => {
  const told = async (questionId: string, kind: NoticeKind) => {
    const rows = await db().outbox.findMany({ where: { subjectId: questionId, kind }, select: { userId: true } });
    return rows.map(({ userId }) => userId).sort();
  };
  const ids = (...people: Actor[]) => people.map(({ userId }) => userId).sort();

  it("while it waits: the section's managers but for its authors, of every draft anew, and nobody elsewhere", async () => {
    const { id } = await askAs("承認する人に届きますか。");
    await move(ward.both, id, "propose", wording);
    expect(await told(id, "answer-proposed")).toEqual(ids(ward.manager));
    // With the day's digest, as a sheet that was submitted.
    const first = await db().outbox.findFirst({ where: { subjectId: id }, select: { urgent: true } });
    expect(first).toEqual({ urgent: false });
    await move(ward.manager, id, "return", { comment: "日付を足す", ...(await shownOf(id)) });
    const key = newKey();
    for (const _ of [1, 2]) await move(ward.staff, id, "propose", wording, key);
    // Whoever wrote an earlier draft still may not decide.
    expect(await told(id, "answer-proposed")).toEqual(ids(ward.manager, ward.manager));
    const line = (await noticesOf(ward.manager, 50, today)).find(({ questionId }) => questionId === id);
    expect(line).toMatchObject({
      ...{ kind: "answer-proposed", policy: { slug: ward.slug }, target: { type: "initiative", code: "1-1-1" } },
    });
  });

  it("while it waits: the whole organisation's managers where the section has nobody else, or none answers", async () => {
    const { id } = await askAs("課長が書いたらどうなりますか。", { item: { type: "reformItem", code: "1" } });
    await move(ward.managerThere, id, "propose", wording);
    expect(await told(id, "answer-proposed")).toEqual(ids(ward.head, ward.deputy));
    const whole = await askAs("全体についてはどうですか。", { item: null });
    await move(ward.head, whole.id, "propose", wording);
    expect(await told(whole.id, "answer-proposed")).toEqual(ids(ward.deputy));
  });

  it("once decided: those who wrote it and may still read it; at once where it came back", async () => {
    const { id } = await askAs("書いた人に届きますか。");
    const mover = await addPerson(ward.admin, ward.organizationId, [["STAFF", ward.sections.here]]);
    await move(mover, id, "propose", wording);
    await move(ward.manager, id, "return", { comment: "数字を添えて", ...(await shownOf(id)) });
    expect(await told(id, "answer-returned")).toEqual(ids(mover));
    expect(await db().outbox.findFirst({ where: { subjectId: id, kind: "answer-returned" } })).toMatchObject({
      urgent: true,
    });
    await db().membership.updateMany({ where: { userId: mover.userId }, data: { sectionId: ward.sections.there } });
    await publish(id);
    expect(await told(id, "answer-published")).toEqual(ids(ward.staff));
  });

  it("to be withdrawn: everybody who may decide but whoever asked, who hears what became of it", async () => {
    const { id } = await askAs("取下げは誰に届きますか。");
    await publish(id);
    await move(ward.manager, id, "ask-withdrawal", { comment: "制度が変わった" });
    expect(await told(id, "withdrawal-asked")).toEqual(ids(ward.both));
    await move(ward.both, id, "keep-public");
    expect(await told(id, "withdrawal-declined")).toEqual(ids(ward.manager));
    await move(ward.staff, id, "ask-withdrawal", { comment: "制度が変わった" });
    expect(await told(id, "withdrawal-asked")).toEqual(ids(ward.both, ward.both, ward.manager));
    await move(ward.manager, id, "withdraw");
    expect(await told(id, "answer-withdrawn")).toEqual(ids(ward.staff));
  });

  it("nobody, of a step that is refused", async () => {
    const { id } = await askAs("断られたら届きませんか。");
    expect(await heard(move(ward.staff, id, "propose", { question: "問" }))).toBe("invalid-draft");
    expect(await db().outbox.count({ where: { subjectId: id } })).toBe(0);
  });
});

describe("what must go is gone", () => {
  it("closing as spam destroys the text at once, and is for what nobody answered", async () => {
    const { id } = await askAs("安い時計 https://spam.example を今すぐ");
    expect(await foundIn("spam.example")).toEqual(["Question.text"]);
    expect(await heard(move(ward.staff, id, "close", { closing: "SPAM" }))).toBe("not-allowed");
    expect(await heard(move(ward.coordinator, id, "close"))).toBe("invalid-draft");
    await move(ward.coordinator, id, "close", { closing: "SPAM" });
    expect(await foundIn("spam.example")).toEqual([]);
    expect(await questionOf(ward.staff, id)).toMatchObject({ text: null, state: "CLOSED", closing: "SPAM", moves: [] });
    const answered = await askAs("回答案がある質問です。");
    await move(ward.staff, answered.id, "propose", wording);
    await move(ward.manager, answered.id, "return", { comment: "不要", ...(await shownOf(answered.id)) });
    expect(await heard(move(ward.manager, answered.id, "close", { closing: "SPAM" }))).toBe("wrong-state");
    await move(ward.manager, answered.id, "close", { closing: "NOT_ANSWERED" });
    expect((await questionOf(ward.staff, answered.id)).text).toBe("回答案がある質問です。");
  });

  it("a redaction finds what readers wrote, and what was published of it", async () => {
    const name = "墨染ノ森モリ男";
    const { id } = await askAs(`${name}さんの件です。`);
    await publish(id, { question: `${name}さんは誰ですか。`, answer: `${name}さんは職員です。` });
    expect((await foundIn(name)).sort()).toEqual(["Part.payload", "Question.text"]);
    const wanted = { policyId: ward.policyId, text: name, reason: "PERSONAL_DATA" as const, key: newKey() };
    const request = await requestRedaction(ward.staff, wanted, today);
    await confirmRedaction(ward.head, { requestId: request.id, key: newKey() }, today);
    expect(await foundIn(name)).toEqual([]);
    expect((await questionOf(ward.staff, id)).text).toBe("■■■さんの件です。");
    const entry = (await publishedAnswersOn(ward.slug, 2021, itemId)).find((answer) => answer.id === id);
    expect(entry?.said).toEqual({ question: "■■■さんは誰ですか。", answer: "■■■さんは職員です。" });
  });

  it("and everything verifies; events hold no text", async () => {
    expect((await verifyArchive()).broken).toBeNull();
    const events = JSON.stringify(await db().event.findMany());
    for (const text of [READER, DRAFTED, wording.answer]) expect(events).not.toContain(text);
  });
});

describe("a flood", () => {
  it("from one address is measured, and the address is kept as a keyed hash for its hour", async () => {
    const address = "198.51.100.77";
    const outcomes: (string | null)[] = [];
    for (let n = 0; n < 21; n += 1) outcomes.push(await heard(askAs(`続けて${n}`, { address }, tomorrow)));
    expect(outcomes).toEqual([...Array(20).fill(null), "too-many-attempts"]);
    const keys = (await db().rateLimiterFlexible.findMany()).map(({ key }) => key);
    expect(keys.every((key) => /^(ask|vote):[0-9a-f]{64}$/.test(key))).toBe(true);
    expect(await foundIn(address)).toEqual([]);
    await forgetExpired(() => new Date(Date.now() + 61 * 60_000));
    expect(await db().rateLimiterFlexible.count()).toBe(0);
  });

  it("of one text is refused on the same day, however it is spaced, also when sent at once", async () => {
    const sent = await Promise.all(["同じ文です ABC", "同じ文です　ａｂｃ"].map((text) => heard(askAs(text))));
    expect(sent.sort()).toEqual([null, "already-exists"].sort());
    expect(await heard(askAs("同じ文です ABC", { item: null }))).toBe("already-exists");
    expect(await heard(askAs("同じ文です ABC", {}, tomorrow))).toBeNull();
    const elsewhere = await makeWard({ round: false });
    expect(await heard(askAs("同じ文です ABC", { slug: elsewhere.slug }))).toBeNull();
  });

  it("ends at the day's measure of the organisation, and the next day begins anew", async () => {
    const there = await makeWard({ round: false });
    const row = { organizationId: there.organizationId, policyId: there.policyId, kind: "QUESTION" as const };
    await db().question.createMany({
      data: Array.from({ length: QUESTIONS_A_DAY - 1 }, (_, n) => ({
        ...{ ...row, text: `${n}`, askedOn: new Date("2021-10-01"), askedAt: today() },
      })),
    });
    const both = await Promise.all([1, 2].map((n) => heard(askAs(`最後の${n}`, { slug: there.slug }))));
    expect(both.sort()).toEqual([null, "too-many-today"].sort());
    expect(await heard(askAs("翌日", { slug: there.slug }, tomorrow))).toBeNull();
    // What was put there by hand has no event.
    expect((await verifyArchive()).broken).toMatch(/^Question .*: its state is not the one that its last event left$/);
  });

  it("by a program shows in its form: too quick, too old, not of this site", () => {
    const stamp = askStamp("here", today);
    const later = (ms: number) => () => new Date(today().getTime() + ms);
    expect(whyNotAsk("here", stamp, later(500))).toBe("too-quick");
    expect(whyNotAsk("here", stamp, later(30_000))).toBeNull();
    expect(whyNotAsk("here", stamp, later(25 * 3_600_000))).toBe("too-old");
    expect(whyNotAsk("here", "made up", later(30_000))).toBe("too-old");
  });
});

it("a fault does not repeat what a reader wrote", async () => {
  await client.query(`CREATE FUNCTION tell_all() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'cannot keep %', NEW."text"; END $$`);
  await client.query(`CREATE TRIGGER tells_all BEFORE INSERT ON "Question" FOR EACH ROW EXECUTE FUNCTION tell_all()`);
  try {
    const error = await askAs(`${READER}を残さない`).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    const told = error instanceof Error ? `${error.message} ${error.stack} ${JSON.stringify(error.cause)}` : "";
    expect(told).toContain("could not be kept");
    expect(told).not.toContain(READER);
  } finally {
    await client.query(`DROP TRIGGER tells_all ON "Question"`);
  }
});

describe("what a coordinator watches", () => {
  it("counts each policy: helpful, not found, waiting, answered, since when", async () => {
    const there = await makeWard({ round: false });
    const reader = { slug: there.slug, fiscalYear: 2021, item: null, address: "192.0.2.9" };
    for (const helpful of [true, true, false]) await voteHelpful({ ...reader, helpful }, today);
    expect(await heard(voteHelpful({ ...reader, slug: "nowhere", helpful: true }, today))).toBe("not-found");
    await askAs("見つからない", { slug: there.slug, kind: "NOT_FOUND", item: null });
    await askAs("翌日の質問", { slug: there.slug }, tomorrow);
    const spam = await askAs("迷惑", { slug: there.slug });
    await move(there.coordinator, spam.id, "close", { closing: "SPAM" });
    const figures = await questionFigures(there.coordinator);
    expect(figures).toHaveLength(1);
    expect(figures[0]).toMatchObject({
      ...{ helpful: 2, notHelpful: 1, asked: 2, notFound: 1, waiting: 2, answered: 0 },
      oldestWaiting: "2021-10-01",
    });
    expect(await questionFigures(there.staff)).toEqual([]);
    expect((await questionFigures(there.head)).length).toBe(1);
    const rows = await db().helpfulVote.findMany({ where: { policyId: there.policyId } });
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
      ["helpful", "id", "policyId", "targetId", "targetType", "votedOn"].sort(),
    );
  });
});
