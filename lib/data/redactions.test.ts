import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { editionJson } from "../documents/edition-json.ts";
import type { Part } from "../domain/edition.ts";
import { fold } from "../domain/search-text.ts";
import { keepBuffer } from "./buffers.ts";
import { closeDatabase, db } from "./db.ts";
import { returnToAuthors, saveSheet, submit } from "./moves.ts";
import { currentPolicy, publishedEdition } from "./published.ts";
import { revisionHistory } from "./published-editions.ts";
import { policyFeed } from "./published-feeds.ts";
import { confirmRedaction, declineRedaction, requestRedaction } from "./redactions.ts";
import { grantPermit } from "./rounds.ts";
import { scheduleRelease } from "./scheduled.ts";
import { requestTakedown } from "./takedowns.ts";
import { takingBackOf } from "./taking-back.ts";
import {
  addPerson,
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  chosen,
  currentPlan,
  filled,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  type Ward,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

/** A person whose name got into the records; nobody with an account is called so. */
const CANARY = "鴨野川 カナリ子";
/** The same, as a source with half-width kana wrote it. */
const HALF_WIDTH = "鴨野川 \uFF76\uFF85\uFF98子";

let ward: Ward;
let client: pg.Client;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 6 });
  // In a title and a plan text, with the reason of the Revision; released in one Edition and carried along in the next.
  const plan = (await currentPlan(ward.policyId)).map((node) => {
    if (node.type === "initiative" && node.code === "1-1-1") return { ...node, title: `${CANARY}さんの講座` };
    if (node.type === "initiative" && node.code === "1-1-2") {
      return { ...node, plan: { ...node.plan, description: `連絡先は${CANARY}(06-0000-1234)。` } };
    }
    return node;
  });
  await releaseNow(ward, [await approvedRevision(ward, plan, amendment(`${CANARY}氏の申し出による`))]);
  // A released sheet, in two Editions.
  const sheet = await approvedSheet(ward, await sheetOf(ward, "1-1-1"), filled(`${HALF_WIDTH}が登壇した。`));
  await releaseNow(ward, [sheet]);
  await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-2"))]);
  // A sheet in a draft Version, the comment of a return with a remark, a permit's reason.
  const draft = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-3")), values: filled(CANARY) }, now);
  const submitted = await submit(ward.staff, on(draft), now);
  const returned = { ...on(submitted), comment: `${CANARY}は消すこと`, remarks: { progress: `${CANARY}?` } };
  await returnToAuthors(ward.manager, returned, now);
  // What somebody typed and did not save.
  await keepBuffer(ward.staff, {
    submissionId: (await sheetOf(ward, "1-1-4")).submissionId,
    writingId: crypto.randomUUID(),
    sequence: 1,
    baseVersionHash: null,
    typed: { progress: `${CANARY}と相談`, outlook: "1" },
  });
  const late = await sheetOf(ward, "1-1-5");
  const permit = { submissionId: late.submissionId, untilOn: "2021-12-01", reason: `${CANARY}の入院`, key: newKey() };
  await grantPermit(ward.coordinator, permit, now);
  // A notice of a release that waits for its time.
  await scheduleRelease(
    ward.coordinator,
    {
      policyId: ward.policyId,
      chosen: [chosen(await approvedSheet(ward, await sheetOf(ward, "1-1-6")))],
      notice: { kind: "OTHER", text: `${CANARY}の件を公開しました。`, date: null },
      decision: { number: `${CANARY}第1号`, date: null },
      key: newKey(),
      releaseAt: new Date("2021-11-01T09:00:00+09:00"),
    },
    now,
  );
  // What the public was to be told of a takedown.
  const targetId = itemOf(await currentPlan(ward.policyId), "initiative", "1-1-6").id;
  const down = {
    policyId: ward.policyId,
    targetId,
    reason: "RIGHTS" as const,
    wording: `${CANARY}の申し出`,
    key: newKey(),
  };
  await requestTakedown(ward.staff, down, now);
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
}, 120_000);
afterAll(async () => {
  await client.end();
  await closeDatabase();
});

/** Every text of every table in which a text stands, as table.column: how many rows. */
async function foundIn(text: string): Promise<Record<string, number>> {
  const { rows: columns } = await client.query<{ table_name: string; column_name: string }>(
    `SELECT table_name, column_name FROM information_schema.columns
     WHERE table_schema = 'public' AND (data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'ARRAY', 'USER-DEFINED'))`,
  );
  const found: Record<string, number> = {};
  for (const { table_name, column_name } of columns) {
    const { rows } = await client.query<{ count: string }>(
      `SELECT count(*) FROM "${table_name}" WHERE position($1 in normalize("${column_name}"::text, NFKC)) > 0`,
      [text.normalize("NFKC")],
    );
    if (Number(rows[0]?.count) > 0) found[`${table_name}.${column_name}`] = Number(rows[0]?.count);
  }
  return found;
}

const ask = (text: string, key = newKey()) =>
  requestRedaction(ward.staff, { policyId: ward.policyId, text, reason: "PERSONAL_DATA", key }, now);
const decision = (requestId: string) => ({ requestId, key: newKey() });
const later = at("2021-10-20T09:00:00+09:00");

it("a text that stands nowhere, or is one character, is not asked for", async () => {
  expect(await heard(ask("どこにもない人"))).toBe("nothing-found");
  expect(await heard(ask("子"))).toBe("invalid-draft");
  expect(await heard(ask("  "))).toBe("invalid-draft");
  expect(await heard(ask("あ".repeat(201)))).toBe("invalid-draft");
  // These stand in ids, codes, keys and dates, and nowhere in what people wrote.
  for (const coded of ["initiative", "1-1-1", "MID_YEAR", "2021-10-01", "outlook", ward.policyId]) {
    const said = await heard(ask(coded));
    // A code may well be part of a sentence (取組1-1-1); then that sentence is what is found.
    if (coded !== "1-1-1") expect(said, coded).toBe("nothing-found");
  }
});

describe("a redaction", () => {
  let requestId: string;

  it("is asked for by one person and seen place by place by who decides, and by nobody else", async () => {
    expect(
      await heard(
        requestRedaction(ward.admin, { policyId: ward.policyId, text: CANARY, reason: "OTHER", key: newKey() }, now),
      ),
    ).toBe("not-found");
    requestId = (await ask(CANARY)).id;
    const own = (await takingBackOf(ward.staff, ward.policyId)).redactions.find(({ id }) => id === requestId);
    expect(own).toMatchObject({ own: true, mayDecide: false, occurrences: null });
    const seen = (await takingBackOf(ward.head, ward.policyId)).redactions.find(({ id }) => id === requestId);
    expect(seen).toMatchObject({ own: false, mayDecide: true, text: CANARY, state: "REQUESTED" });
    const kinds = seen?.occurrences?.map(({ kind }) => kind) ?? [];
    expect([...new Set(kinds)].sort()).toEqual(["buffer", "comment", "item", "release", "revision", "sheet"]);
    const texts = seen?.occurrences?.flatMap((place) => place.texts ?? []) ?? [];
    expect(texts).toContainEqual({ before: `${CANARY}さんの講座`, after: "■■■さんの講座" });
    expect(texts).toContainEqual({ before: `${HALF_WIDTH}が登壇した。`, after: "■■■が登壇した。" });
    // What somebody has not saved is theirs: that it is touched is said, what it says is not.
    expect(seen?.occurrences?.find(({ kind }) => kind === "buffer")?.texts).toBeNull();
    const sheet = seen?.occurrences?.find(({ kind, editions }) => kind === "sheet" && editions.length > 0);
    expect(sheet).toMatchObject({ target: { type: "initiative", code: "1-1-1" }, editions: [3, 4] });
  });

  it("is decided on by no one alone and by nobody without the post", async () => {
    const both = await addPerson(ward.admin, ward.organizationId, [
      ["COORDINATOR", null],
      ["MANAGER", null],
    ]);
    const other = await requestRedaction(
      both,
      { policyId: ward.policyId, text: CANARY, reason: "PERSONAL_DATA", key: newKey() },
      now,
    );
    expect(await heard(confirmRedaction(both, decision(other.id), later))).toBe("own-work");
    for (const actor of [ward.staff, ward.staffThere, ward.manager, ward.managerThere]) {
      expect(await heard(confirmRedaction(actor, decision(other.id), later))).toBe("not-allowed");
    }
    expect(await heard(confirmRedaction(ward.admin, decision(other.id), later))).toBe("not-found");
    await declineRedaction(ward.head, decision(other.id), later);
    expect(await db().redactionRequest.findUniqueOrThrow({ where: { id: other.id } })).toMatchObject({
      state: "DECLINED",
      text: null,
    });
    expect(await heard(confirmRedaction(ward.head, decision(other.id), later))).toBe("wrong-state");
  });

  it("takes the text out of every column of every table", async () => {
    const before = await foundIn(CANARY);
    expect(Object.keys(before).sort()).toEqual([
      "DraftBuffer.typed",
      "Initiative.title",
      "Part.payload",
      "RedactionRequest.text",
      "Release.request",
      "SearchEntry.text",
      "SearchEntry.title",
    ]);
    // A title, a plan text, a Revision's reason, two sheets, a return's comment, a permit's reason, a takedown's wording.
    expect(before["Part.payload"]).toBe(8);
    // As the search folds it.
    expect(Object.keys(await foundIn(fold(CANARY))).sort()).toEqual(["SearchEntry.folded", "SearchEntry.foldedName"]);
    const done = await confirmRedaction(ward.head, decision(requestId), later);
    expect(done.parts).toBe(before["Part.payload"]);
    expect(await foundIn(CANARY)).toEqual({});
    expect(await foundIn("カナリ子")).toEqual({});
    expect(await foundIn(fold("カナリ子"))).toEqual({});
    // What is beside it stays: the telephone number is another text.
    expect(Object.keys(await foundIn("06-0000-1234")).sort()).toEqual([
      "Part.payload",
      "SearchEntry.folded",
      "SearchEntry.text",
    ]);
  });

  it("leaves everything verifiable", async () => {
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("shows the mark in place to the public, in every Edition, and says when and why, never what", async () => {
    const policy = await currentPolicy(ward.slug, 2021);
    const initiatives = policy?.content.issues[0]?.strategies[0]?.initiatives ?? [];
    expect(initiatives[0]?.title).toBe("■■■さんの講座");
    expect(initiatives[0]?.sheets.MID_YEAR_REVIEW?.progress).toBe("■■■が登壇した。");
    expect(initiatives[1]?.plan.description).toBe("連絡先は■■■(06-0000-1234)。");
    for (const number of [2, 3, 4]) {
      const edition = await publishedEdition(ward.slug, 2021, number);
      expect(edition?.policy.history[0]).toMatchObject({
        number,
        redactions: [{ on: "2021-10-20", reason: "PERSONAL_DATA" }],
      });
    }
    const history = await revisionHistory(ward.slug, 2021);
    expect(history?.entries.map(({ line }) => line.redactions.length)).toEqual([1, 1, 1, 0]);
    expect(history?.entries.find(({ line }) => line.number === 2)?.line.reason).toBe("■■■氏の申し出による");
    if (!policy) throw new Error("no policy");
    const feed = await policyFeed(ward.slug, 2021);
    expect(feed?.entries).toHaveLength(4);
    expect(JSON.stringify([editionJson(policy), history, feed])).not.toContain("鴨野川");
  });

  it("keeps codes, choices and the rest of a draft, and refuses a saving that was under way", async () => {
    const sheet = await sheetOf(ward, "1-1-3");
    const { headVersion } = await db().submission.findUniqueOrThrow({
      where: { id: sheet.submissionId },
      include: { headVersion: true },
    });
    expect(headVersion).not.toBeNull();
    const stale = { ...on({ ...sheet, lockVersion: sheet.lockVersion - 1 }), values: filled(CANARY) };
    expect(await heard(saveSheet(ward.staff, stale, now))).toBe("stale-lock");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled("書き直した。") }, now);
    expect(saved.lockVersion).toBe(sheet.lockVersion + 1);
    const buffer = await db().draftBuffer.findFirstOrThrow({ where: { userId: ward.staff.userId } });
    expect(JSON.parse(buffer.typed)).toEqual({ progress: "■■■と相談", outlook: "1" });
  });

  it("lets what is carried along keep its old address, released again as before", async () => {
    const plan = await currentPlan(ward.policyId);
    const before = await db().redaction.findMany({ select: { hash: true } });
    await releaseNow(ward, [
      await approvedRevision(
        ward,
        plan.map((node) => (node.type === "policy" ? { ...node, plan: { ...node.plan, goal: "次の目標" } } : node)),
      ),
    ]);
    const { currentEdition } = await db().policy.findUniqueOrThrow({
      where: { id: ward.policyId },
      include: { currentEdition: true },
    });
    const named = before.filter(({ hash }) => currentEdition?.manifest.includes(hash));
    expect(named.length).toBeGreaterThanOrEqual(3);
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("can be followed by another one in the same Part", async () => {
    const { id } = await ask("06-0000-1234");
    await confirmRedaction(ward.coordinator, decision(id), later);
    const policy = await currentPolicy(ward.slug, 2021);
    expect(policy?.content.issues[0]?.strategies[0]?.initiatives[1]?.plan.description).toBe("連絡先は■■■(■■■)。");
    expect(await foundIn("06-0000-1234")).toEqual({});
    expect((await verifyArchive()).broken).toBeNull();
  });
});

describe("the database lets through no other UPDATE of a Part", () => {
  const RESTRICT = "23001";
  const said = async (...statements: string[]) => {
    await client.query("BEGIN");
    try {
      for (const statement of statements) await client.query(statement);
      return null;
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error;
      return error.constraint ?? error.code;
    } finally {
      await client.query("ROLLBACK");
    }
  };
  const request = (state: string, decider: string) =>
    `INSERT INTO "RedactionRequest" ("id", "organizationId", "text", "reason", "state", "requestedById", "requestedAt", "decidedById", "decidedAt")
     VALUES ('00000000-0000-4000-8000-00000000000a', '${ward.organizationId}', ${state === "REQUESTED" ? "'x'" : "NULL"}, 'OTHER', '${state}',
       '${ward.staff.userId}', now(), ${decider}, ${decider === "NULL" ? "NULL" : "now()"})`;
  const [wanted, instead] = [
    `(SELECT min("hash") FROM "Part" WHERE "payload" IS NOT NULL)`,
    `(SELECT max("hash") FROM "Part" WHERE "payload" IS NOT NULL AND "hash" NOT IN (SELECT "replacementHash" FROM "Redaction"))`,
  ];
  const redaction = `INSERT INTO "Redaction" VALUES (${wanted}, ${instead}, '00000000-0000-4000-8000-00000000000a')`;
  const blank = (set = `"salt" = NULL, "payload" = NULL`) =>
    `UPDATE "Part" SET ${set} WHERE "hash" = (SELECT min("hash") FROM "Redaction" WHERE "requestId" = '00000000-0000-4000-8000-00000000000a')`;

  it("but the one that a decided redaction names", async () => {
    const head = `'${ward.head.userId}'`;
    expect(await said(request("DONE", head), redaction, blank())).toBeNull();
    expect(await said(request("DONE", head), redaction, blank(`"payload" = NULL`))).toBe(RESTRICT);
    expect(await said(request("DONE", head), redaction, blank(`"payload" = '{}', "salt" = NULL`))).toBe(RESTRICT);
    expect(
      await said(request("DONE", head), redaction, blank(`"hash" = repeat('0', 64), "salt" = NULL, "payload" = NULL`)),
    ).toBe(RESTRICT);
    expect(await said(request("REQUESTED", "NULL"), redaction, blank())).toBe(RESTRICT);
    expect(await said(request("DECLINED", head), redaction, blank())).toBe(RESTRICT);
    expect(await said(`UPDATE "Part" SET "salt" = NULL, "payload" = NULL`)).toBe(RESTRICT);
    // What is gone cannot be put back either.
    expect(await said(`UPDATE "Part" SET "salt" = repeat('0', 32), "payload" = '{}' WHERE "payload" IS NULL`)).toBe(
      RESTRICT,
    );
  });
  it("and nobody decides on what they asked for", async () => {
    expect(await said(request("DONE", `'${ward.staff.userId}'`))).toBe("RedactionRequest_two_people");
  });
});

describe("verify finds", () => {
  /** What verify says after some statements of a database administrator, all undone afterwards. */
  const broken = async (damage: string, repair: string) => {
    await client.query("SET session_replication_role = replica");
    await client.query(damage);
    const { broken: found } = await verifyArchive();
    await client.query(repair);
    await client.query("SET session_replication_role = origin");
    return found;
  };
  it("a Part whose content is gone without a redaction", async () => {
    await client.query(
      `CREATE TEMP TABLE kept AS SELECT * FROM "Part" WHERE "payload" IS NOT NULL AND "hash" NOT IN (SELECT "replacementHash" FROM "Redaction") LIMIT 1`,
    );
    const found = await broken(
      `UPDATE "Part" SET "salt" = NULL, "payload" = NULL WHERE "hash" = (SELECT "hash" FROM kept)`,
      `UPDATE "Part" p SET "salt" = k."salt", "payload" = k."payload" FROM kept k WHERE p."hash" = k."hash"`,
    );
    expect(found).toMatch(/^Part [0-9a-f]{64}: its content is gone$/);
  });
  it("a Part that stands in place of a redacted one without the event of that decision knowing it", async () => {
    await client.query(`CREATE TEMP TABLE redaction AS SELECT * FROM "Redaction" LIMIT 1`);
    expect(
      await broken(
        `UPDATE "Redaction" SET "replacementHash" = (SELECT max("hash") FROM "Part" WHERE "hash" NOT IN (SELECT "replacementHash" FROM "Redaction")) WHERE "hash" = (SELECT "hash" FROM redaction)`,
        `UPDATE "Redaction" r SET "replacementHash" = k."replacementHash" FROM redaction k WHERE r."hash" = k."hash"`,
      ),
    ).toMatch(/^RedactionRequest .*: other Parts were redacted than its event says$/);
    expect((await verifyArchive()).broken).toBeNull();
  });
});

/** What a Part may be: each kind was looked at when the places of free text were written down (redact.ts). */
it("knows every kind of Part and every column with text", async () => {
  const kinds: Part["type"][] = [
    "policy",
    "issue",
    "strategy",
    "initiative",
    "reformItem",
    "notice",
    "aim",
    "opinion",
    "sheet",
    "revision",
    "comment",
    "answer",
  ];
  expect(kinds).toHaveLength(12);
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb') AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  const KNOWN = {
    "text that a redaction changes": [
      "DraftBuffer.typed",
      "Initiative.title",
      "Issue.title",
      "Part.payload",
      "Question.text",
      "RedactionRequest.text",
      "ReformItem.title",
      "Release.request",
      "SearchEntry.folded",
      "SearchEntry.foldedName",
      "SearchEntry.text",
      "SearchEntry.title",
      "Strategy.title",
    ],
    "names of accounts, posts, organisations and sections: their own pages change them": [
      "Membership.postTitle",
      "Organization.cityNameEn",
      "Organization.cityNameJa",
      "Organization.municipalCode",
      "Organization.nameEn",
      "Organization.nameJa",
      "Organization.slug",
      "Organization.sourceNote",
      "Organization.sourceUrl",
      "Section.nameEn",
      "Section.nameJa",
      "User.email",
      "User.name",
    ],
    "codes, ids, hashes, salts and counts": [
      "Edition.manifest",
      "Event.detail",
      "Event.kind",
      "Event.subjectType",
      "IdempotencyKey.key",
      "IdempotencyKey.outcome",
      "Initiative.code",
      "Issue.code",
      "LaterLook.move",
      "Mail.failure",
      "Outbox.detail",
      "Outbox.key",
      "Outbox.kind",
      "Outbox.subjectType",
      "Part.salt",
      "Policy.formId",
      "RateLimiterFlexible.key",
      "ReformItem.code",
      "Release.failure",
      "SearchEntry.code",
      "Strategy.code",
      "User.passwordHash",
      "Version.manifest",
      "SiteStatus.failing",
    ],
  };
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.values(KNOWN).flat().sort());
});
