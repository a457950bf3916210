import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Part } from "../domain/edition.ts";
import { initiativesOf } from "../domain/edition.ts";
import { type Figured, gradesByIssue, sheetMatrix } from "../domain/figures.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase, db } from "./db.ts";
import { approve, discard, recall, returnToAuthors, revoke, saveSheet, submit } from "./moves.ts";
import { readManifest } from "./parts.ts";
import { currentPolicy } from "./published.ts";
import { partsOf, readEdition } from "./reach.ts";
import { previewRelease, release } from "./releases.ts";
import { saveRevision } from "./revising.ts";
import { openRound, reopen, startRevision } from "./starts.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  beforeRound,
  chosen,
  counts,
  currentPlan,
  everythingOf,
  filled,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
  withGoal,
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(async () => {
  expect(await verifyArchive()).toMatchObject({ broken: null });
  await closeDatabase();
});

/** What the public reads, as JSON: equal texts, equal pages. */
const published = async (ward: Ward) =>
  (await currentPolicy(ward.slug, 2021)) ?? Promise.reject(new Error("no policy"));
const publicText = async (ward: Ward) => JSON.stringify(await currentPolicy(ward.slug, 2021));
const publicSheet = async (ward: Ward, code: string) => {
  const policy = await currentPolicy(ward.slug, 2021);
  return policy && initiativesOf(policy.content).find((initiative) => initiative.code === code)?.sheets.MID_YEAR_REVIEW;
};
const partsOfVersion = async (hash: string | null): Promise<Part[]> => {
  const version = await db().version.findUniqueOrThrow({ where: { hash: hash ?? "" } });
  return [...(await readManifest(partsOf(version))).values()];
};
const detailOf = (event: { detail: string } | undefined) => JSON.parse(event?.detail ?? "null") as unknown;

/** Tries something that is refused, and asserts that nothing whatever was written. */
async function refused(work: () => Promise<unknown>) {
  const before = await counts();
  const code = await heard(work());
  expect(await counts()).toEqual(before);
  return code;
}

describe("given a ward whose mid-year round is open", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard({ initiatives: 30 });
  });

  it("when a sheet goes from save to release, then Edition 2 holds exactly that sheet, and nothing showed before", async () => {
    const fresh = await makeWard();
    const before = await publicText(fresh);
    const editionOne = readEdition(await db().edition.findUniqueOrThrow({ where: { hash: fresh.first.hash } }));

    const sheet = await sheetOf(fresh, "1-1-1");
    const saved = await saveSheet(fresh.staff, { ...on(sheet), values: filled("前半の実績") }, now);
    expect(saved).toMatchObject({ state: "DRAFT", lockVersion: 1 });
    expect(await publicText(fresh)).toBe(before);
    const submitted = await submit(fresh.staff, on(saved), now);
    expect(submitted).toMatchObject({ state: "SUBMITTED", lockVersion: 2, versionHash: saved.versionHash });
    expect(await publicText(fresh)).toBe(before);
    const approved = await approve(
      fresh.manager,
      { ...shown(submitted), decision: { number: "総第12号", date: "2021-09-10" } },
      now,
    );
    expect(approved).toMatchObject({ state: "APPROVED", lockVersion: 3 });
    expect(await publicText(fresh)).toBe(before);

    const preview = await previewRelease(fresh.coordinator, fresh.policyId, [approved.submissionId], null);
    expect(preview.changes.map(({ kind, key }) => [kind, key.split(":")[0]])).toEqual([["added", "initiative"]]);
    const { formId, concluded } = await published(fresh);
    const drawn = (page: Figured) => [sheetMatrix(page), gradesByIssue(page, "MID_YEAR_REVIEW")];
    const previewed = drawn({ formId, concluded, content: preview.content, late: preview.late });
    expect(await publicText(fresh)).toBe(before);

    const released = await releaseNow(fresh, [approved]);
    expect(released.number).toBe(2);
    const editionTwo = readEdition(await db().edition.findUniqueOrThrow({ where: { id: released.editionId } }));
    const { [Object.keys(editionTwo.parts).find((key) => key.endsWith("/MID_YEAR_REVIEW")) ?? ""]: added, ...rest } =
      editionTwo.parts;
    expect(rest).toEqual(editionOne.parts);
    const version = await db().version.findUniqueOrThrow({ where: { hash: saved.versionHash ?? "" } });
    expect(Object.values(partsOf(version))).toEqual([added]);
    expect(editionTwo).toMatchObject({
      phases: ["MID_YEAR_REVIEW"],
      revisionKind: null,
      effectiveOn: "2021-09-10",
      previousHash: fresh.first.hash,
    });
    expect(await publicSheet(fresh, "1-1-1")).toEqual(filled("前半の実績"));
    // The figures that the coordinator saw are the public's.
    expect(drawn(await published(fresh))).toEqual(previewed);
    expect((await currentPolicy(fresh.slug, 2021))?.content).toEqual(preview.content);

    const { row, events } = await everythingOf(sheet.submissionId);
    expect(row).toMatchObject({ state: "RELEASED", releasedInId: released.editionId, lockVersion: 4 });
    expect(events.map((event) => event.kind)).toEqual(["start", "save", "submit", "approve", "release"]);
    expect(detailOf(events[4])).toEqual({
      from: "APPROVED",
      to: "RELEASED",
      edition: released.hash,
      version: saved.versionHash,
      comment: null,
    });
  });

  it("when a sheet is approved by the hash of another Version, then stale-version, and nothing is written", async () => {
    const sheet = await sheetOf(ward, "1-1-1");
    const first = await saveSheet(ward.staff, { ...on(sheet), values: filled("一") }, now);
    const second = await saveSheet(ward.staff, { ...on(first), values: filled("二") }, now);
    const submitted = await submit(ward.staff, on(second), now);
    const input = { ...on(submitted), versionHash: first.versionHash ?? "" };
    expect(await refused(() => approve(ward.manager, input, now))).toBe("stale-version");
    expect(await heard(approve(ward.manager, shown(submitted), now))).toBeNull();
  });

  it("when two people save over the same state, then the second hears stale-lock and nothing of theirs is written", async () => {
    const sheet = await sheetOf(ward, "1-1-2");
    await saveSheet(ward.staff, { ...on(sheet), values: filled("先の人") }, now);
    const late = () => saveSheet(ward.colleague, { ...on(sheet), values: filled("後の人") }, now);
    expect(await refused(late)).toBe("stale-lock");
    const { versions, contributors } = await everythingOf(sheet.submissionId);
    expect(versions).toHaveLength(1);
    expect(contributors.map(({ userId }) => userId)).toEqual([ward.staff.userId]);
  });

  it("when somebody guesses the lockVersion that a move under way will leave, then stale-lock all the same", async () => {
    const sheet = await sheetOf(ward, "1-1-3");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled() }, now);
    const reader = new pg.Client({ connectionString: process.env.DATABASE_URL });
    const watcher = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await Promise.all([reader.connect(), watcher.connect()]);
    try {
      // Given a save that has read the draft and is held up at its text, naming a number that is not there yet…
      await reader.query("BEGIN");
      await reader.query('LOCK TABLE "Part" IN ACCESS EXCLUSIVE MODE');
      const guessed = { submissionId: saved.submissionId, lockVersion: 2 };
      const outcome = heard(saveSheet(ward.staff, { ...on(guessed), values: filled("割り込み") }, now));
      const waiting =
        "SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
      const blocked = async () => (await watcher.query<{ n: number }>(waiting)).rows[0]?.n;
      await expect.poll(blocked, { timeout: 10_000 }).toBe(1);
      // … when the sheet is submitted meanwhile, which makes it that number…
      await watcher.query(
        `UPDATE "Submission" SET "state" = 'SUBMITTED', "submittedVersionId" = "headVersionId", "lockVersion" = 2 WHERE "id" = $1`,
        [sheet.submissionId],
      );
      await reader.query("COMMIT");
      // … then the save does not slip in behind the submit.
      expect(await outcome).toBe("stale-lock");
    } finally {
      await Promise.all([reader.end(), watcher.end()]);
    }
    // Put back what the raw update did, so that the archive verifies.
    await db().submission.update({ where: { id: sheet.submissionId }, data: { state: "DRAFT" } });
  });

  it("when an incomplete sheet is submitted, then incomplete; a sheet not begun is incomplete too", async () => {
    const sheet = await sheetOf(ward, "1-1-4");
    const { progress: _, ...without } = filled();
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: without }, now);
    expect(await refused(() => submit(ward.staff, on(saved), now))).toBe("incomplete");
    const missed = await saveSheet(ward.staff, { ...on(saved), values: { ...filled(), outlook: "2" } }, now);
    expect(await refused(() => submit(ward.staff, on(missed), now))).toBe("incomplete");
  });

  it.each<[string, Record<string, unknown>]>([
    ["an unknown field", { ...filled(), secret: "x" }],
    ["a choice that the form does not have", { ...filled(), outlook: "①" }],
    ["a blank text where one is required", { ...filled(), progress: " " }],
    ["half a surrogate pair", { ...filled(), progress: "\ud83d" }],
    ["NUL", { ...filled(), progress: "\u0000" }],
    ["a text that is too long", { ...filled(), progress: "方".repeat(4001) }],
  ])("when %s is saved, then invalid-draft", async (_name, values) => {
    const sheet = await sheetOf(ward, "1-1-5");
    expect(await refused(() => saveSheet(ward.staff, { ...on(sheet), values: values as never }, now))).toBe(
      "invalid-draft",
    );
  });

  it.each([
    "⽅針 方針",
    "👨‍👩‍👧‍👦 𠮷",
    "\u200fabc\u202e",
    "<script>alert(1)</script>",
    '\'; DROP TABLE "Part"; --',
    "か\u3099",
    "a\tb\nc",
  ])("when %j is saved, then exactly that is kept", async (text) => {
    const sheet = await sheetOf(ward, "1-1-5");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled(text) }, now);
    expect(await partsOfVersion(saved.versionHash)).toMatchObject([{ type: "sheet", values: filled(text) }]);
  });

  it("when the round is not open yet or was closed, then round-closed; past due is not closed", async () => {
    const fresh = await makeWard();
    const saved = await saveSheet(fresh.staff, { ...on(await sheetOf(fresh, "1-1-1")), values: filled() }, beforeRound);
    expect(await refused(() => submit(fresh.staff, on(saved), beforeRound))).toBe("round-closed");
    await db().round.update({ where: { id: fresh.roundId }, data: { closedAt: now() } });
    expect(await refused(() => submit(fresh.staff, on(saved), now))).toBe("round-closed");
    await db().round.update({ where: { id: fresh.roundId }, data: { closedAt: null } });
    expect(await heard(submit(fresh.staff, on(saved), at("2021-11-01T09:00:00+09:00")))).toBeNull();
  });

  it("when a sheet is returned with remarks, then they are kept, and it can be changed and submitted again", async () => {
    const sheet = await sheetOf(ward, "1-1-6");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled("数字なし") }, now);
    const submitted = await submit(ward.staff, on(saved), now);
    expect(await refused(() => returnToAuthors(ward.manager, { ...on(submitted), comment: " \u3000" }, now))).toBe(
      "comment-required",
    );
    const remarks = { progress: "回数を書いてください" };
    const returned = await returnToAuthors(ward.manager, { ...on(submitted), comment: "要修正", remarks }, now);
    expect(returned.state).toBe("RETURNED");
    const { events } = await everythingOf(sheet.submissionId);
    const said = detailOf(events.at(-1)) as { comment: string };
    const comment = await db().part.findUniqueOrThrow({ where: { hash: said.comment } });
    expect(JSON.parse(comment.payload ?? "")).toEqual({ type: "comment", comment: "要修正", remarks });
    // Free text is a Part, never the event itself: it could not be redacted there.
    expect(events.map((event) => event.detail).join()).not.toContain("要修正");

    const corrected = await saveSheet(ward.staff, { ...on(returned), values: filled("12回") }, now);
    expect(corrected.state).toBe("RETURNED");
    const again = await submit(ward.staff, on(corrected), now);
    expect(
      await refused(() => approve(ward.manager, { ...shown(again), versionHash: saved.versionHash ?? "" }, now)),
    ).toBe("stale-version");
    expect(await heard(approve(ward.manager, shown(again), now))).toBeNull();
  });

  it("when an approval is revoked, then the sheet is its authors' again and nobody is its approver", async () => {
    const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-7"));
    expect(await refused(() => revoke(ward.head, { ...on(approved), comment: "誤り" }, now))).toBe("not-allowed");
    const revoked = await revoke(ward.manager, { ...on(approved), comment: "誤り" }, now);
    expect(revoked.state).toBe("RETURNED");
    expect((await everythingOf(approved.submissionId)).row).toMatchObject({
      approvedById: null,
      approvedVersionId: null,
    });
    expect(await refused(() => releaseNow(ward, [{ ...approved, lockVersion: revoked.lockVersion }]))).toBe(
      "wrong-state",
    );
  });

  it("when a submitted sheet is recalled, then it is a draft that its manager can no longer decide", async () => {
    const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-8")), values: filled() }, now);
    const submitted = await submit(ward.staff, on(saved), now);
    const recalled = await recall(ward.staff, on(submitted), now);
    expect(recalled.state).toBe("DRAFT");
    expect(await refused(() => approve(ward.manager, shown(submitted), now))).toBe("wrong-state");
  });

  it("when a sheet is discarded, then it stays in the record and its target may be begun anew", async () => {
    const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-9")), values: filled() }, now);
    const gone = await discard(ward.staff, { ...on(saved), comment: "対象外になったため" }, now);
    expect(gone.state).toBe("DISCARDED");
    expect((await everythingOf(saved.submissionId)).versions).toHaveLength(1);
    expect(await refused(() => saveSheet(ward.staff, { ...on(gone), values: filled("x") }, now))).toBe("wrong-state");
  });

  it("when a released sheet is reopened, then the public reads on, and the draft begins with the released text", async () => {
    const fresh = await makeWard();
    const approved = await approvedSheet(fresh, await sheetOf(fresh, "1-1-1"), filled("公開した文"));
    await releaseNow(fresh, [approved]);
    const before = await publicText(fresh);
    const released = { ...approved, lockVersion: approved.lockVersion + 1 };
    expect(await refused(() => reopen(fresh.staff, { ...on(approved), comment: "訂正" }, now))).toBe("stale-lock");
    expect(await refused(() => reopen(fresh.staff, { ...on(released), comment: "" }, now))).toBe("comment-required");

    const draft = await reopen(fresh.staff, { ...on(released), comment: "誤字の訂正" }, now);
    expect(draft).toMatchObject({ state: "DRAFT", lockVersion: 1 });
    expect(await publicText(fresh)).toBe(before);
    const [version] = (await everythingOf(draft.submissionId)).versions;
    const approvedVersion = await db().version.findUniqueOrThrow({ where: { hash: approved.versionHash ?? "" } });
    // The very same Part: the text is shared, not copied.
    expect(partsOf(version ?? null)).toEqual(partsOf(approvedVersion));
    expect(await refused(() => reopen(fresh.coordinator, { ...on(released), comment: "もう一度" }, now))).toBe(
      "already-open",
    );

    const corrected = await approvedSheet(fresh, draft, filled("訂正した文"));
    expect(await publicText(fresh)).toBe(before);
    await releaseNow(fresh, [corrected]);
    expect(await publicSheet(fresh, "1-1-1")).toEqual(filled("訂正した文"));

    // The first submission is still RELEASED. Taken up again, it must begin with what is public now.
    const third = await reopen(fresh.staff, { ...on(released), comment: "また訂正" }, now);
    expect(await partsOfVersion(third.versionHash)).toMatchObject([{ values: filled("訂正した文") }]);
  });

  it("when two people reopen a released sheet at once, then one draft is made and the other hears already-open", async () => {
    const fresh = await makeWard();
    const approved = await approvedSheet(fresh, await sheetOf(fresh, "1-1-1"));
    await releaseNow(fresh, [approved]);
    const released = { ...approved, lockVersion: approved.lockVersion + 1 };
    const outcomes = await Promise.all(
      [fresh.staff, fresh.colleague, fresh.coordinator].map((actor) =>
        heard(reopen(actor, { ...on(released), comment: "訂正" }, now)),
      ),
    );
    expect(outcomes.sort()).toEqual(["already-open", "already-open", null]);
  });

  describe("nobody decides about their own work", () => {
    it("not who saved it, when they are a manager too", async () => {
      const saved = await saveSheet(ward.both, { ...on(await sheetOf(ward, "1-1-10")), values: filled() }, now);
      const submitted = await submit(ward.both, on(saved), now);
      expect(await refused(() => approve(ward.both, shown(submitted), now))).toBe("own-work");
      expect(await refused(() => returnToAuthors(ward.both, { ...on(submitted), comment: "x" }, now))).toBe("own-work");
      expect(await heard(approve(ward.manager, shown(submitted), now))).toBeNull();
    });

    it("not who changed one word of somebody else's", async () => {
      const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-11")), values: filled("一") }, now);
      const edited = await saveSheet(ward.both, { ...on(saved), values: filled("二") }, now);
      const submitted = await submit(ward.staff, on(edited), now);
      expect(await refused(() => approve(ward.both, shown(submitted), now))).toBe("own-work");
    });

    it("not who only submitted, once, before it was recalled and another submitted it", async () => {
      const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-12")), values: filled() }, now);
      // Only a contributor submits: this colleague saved an older Version, of which no word is left.
      const theirs = await saveSheet(ward.both, { ...on(saved), values: filled("消える文") }, now);
      const mine = await saveSheet(ward.staff, { ...on(theirs), values: filled() }, now);
      const first = await submit(ward.both, on(mine), now);
      const recalled = await recall(ward.staff, on(first), now);
      const second = await submit(ward.staff, on(recalled), now);
      expect(await refused(() => approve(ward.both, shown(second), now))).toBe("own-work");
    });

    it("not an approver who revoked and then edited", async () => {
      const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-13")), values: filled("一") }, now);
      const approved = await approve(ward.both, shown(await submit(ward.staff, on(saved), now)), now);
      const revoked = await revoke(ward.both, { ...on(approved), comment: "自分で直す" }, now);
      const edited = await saveSheet(ward.both, { ...on(revoked), values: filled("二") }, now);
      const submitted = await submit(ward.staff, on(edited), now);
      expect(await refused(() => approve(ward.both, shown(submitted), now))).toBe("own-work");
      expect(await heard(approve(ward.manager, shown(submitted), now))).toBeNull();
    });

    it("but a coordinator releases what they wrote, because another approved it", async () => {
      const saved = await saveSheet(ward.coordinator, { ...on(await sheetOf(ward, "1-1-14")), values: filled() }, now);
      const approved = await approve(ward.manager, shown(await submit(ward.coordinator, on(saved), now)), now);
      expect(await heard(releaseNow(ward, [approved]))).toBeNull();
    });
  });

  describe("a release is all or nothing", () => {
    it("when one of two sheets was revoked meanwhile, then neither is released", async () => {
      const good = await approvedSheet(ward, await sheetOf(ward, "1-1-15"));
      const bad = await approvedSheet(ward, await sheetOf(ward, "1-1-16"));
      await revoke(ward.manager, { ...on(bad), comment: "取消" }, now);
      const before = await publicText(ward);
      expect(await refused(() => releaseNow(ward, [good, bad]))).toBe("wrong-state");
      expect(await publicText(ward)).toBe(before);
      expect((await everythingOf(good.submissionId)).row.state).toBe("APPROVED");
    });

    it("when one of two was seen in another Version or state, then neither", async () => {
      const good = await approvedSheet(ward, await sheetOf(ward, "1-1-17"));
      const other = await approvedSheet(ward, await sheetOf(ward, "1-1-18"));
      expect(await refused(() => releaseNow(ward, [good, { ...other, versionHash: good.versionHash }]))).toBe(
        "stale-version",
      );
      expect(await refused(() => releaseNow(ward, [good, { ...other, lockVersion: 2 }]))).toBe("stale-lock");
      expect(await refused(() => releaseNow(ward, [good, { ...other, lockVersion: 4 }]))).toBe("stale-lock");
      expect(await refused(() => releaseNow(ward, [good, good]))).toBe("not-found");
      expect(await refused(() => releaseNow(ward, []))).toBe("nothing-chosen");
    });

    it("when another organisation's sheet is slipped in, then not-found", async () => {
      const elsewhere = await makeWard();
      const theirs = await approvedSheet(elsewhere, await sheetOf(elsewhere, "1-1-1"));
      const ours = await approvedSheet(ward, await sheetOf(ward, "1-1-19"));
      expect(await refused(() => releaseNow(ward, [ours, theirs]))).toBe("not-found");
    });

    it("when many coordinators press the button at once, then there is one Edition more", async () => {
      const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-20"));
      const before = await counts();
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => heard(releaseNow(ward, [approved]))));
      expect(outcomes.filter((code) => code === null)).toHaveLength(1);
      expect(new Set(outcomes.filter((code) => code !== null)).size).toBeGreaterThan(0);
      expect((await counts()).editions).toBe(before.editions + 1);
    });

    it("when a release adds a notice, then the public reads it last, with its date", async () => {
      const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-21"));
      const notice = {
        kind: "MID_YEAR_REVIEW_PUBLISHED" as const,
        text: "中間振り返りを公開しました。",
        date: "2021-10-08",
      };
      await release(
        ward.coordinator,
        { policyId: ward.policyId, chosen: [chosen(approved)], notice, key: newKey() },
        now,
      );
      const notices = (await currentPolicy(ward.slug, 2021))?.content.notices ?? [];
      expect(notices.map(({ text }) => text)).toEqual(["策定しました。", "中間振り返りを公開しました。"]);
      expect(notices[1]).toMatchObject({ ...notice, order: 1 });
    });
  });

  describe("saving what is there already", () => {
    it("writes nothing", async () => {
      const sheet = await sheetOf(ward, "1-1-22");
      const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled("同じ") }, now);
      const before = await everythingOf(sheet.submissionId);
      const again = await saveSheet(ward.colleague, { ...on(saved), values: filled("同じ") }, now);
      expect(again).toEqual({ ...saved });
      // Nor does it make a contributor of whoever looked in.
      expect(await everythingOf(sheet.submissionId)).toEqual(before);
    });

    it("an empty sheet does not begin a sheet that was never written", async () => {
      const sheet = await sheetOf(ward, "1-1-23");
      const saved = await saveSheet(ward.staff, { ...on(sheet), values: {} }, now);
      expect(saved).toMatchObject({ lockVersion: 0, versionHash: null });
      expect((await everythingOf(sheet.submissionId)).versions).toEqual([]);
    });

    it("but emptying a sheet is a change", async () => {
      const sheet = await sheetOf(ward, "1-1-24");
      const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled() }, now);
      const emptied = await saveSheet(ward.staff, { ...on(saved), values: {} }, now);
      expect(await partsOfVersion(emptied.versionHash)).toMatchObject([{ values: {} }]);
    });
  });

  describe("a key makes sending twice harmless", () => {
    it("when a move is sent again with its key, then it says the same and one event stands", async () => {
      const sheet = await sheetOf(ward, "1-1-25");
      const input = { ...on(sheet), values: filled() };
      const first = await saveSheet(ward.staff, input, now);
      const second = await saveSheet(ward.staff, input, now);
      expect(second).toEqual(first);
      const { events, versions } = await everythingOf(sheet.submissionId);
      expect([events.length, versions.length]).toEqual([2, 1]);
    });

    it("when the key comes back with another text, another move or another submission, then key-reused", async () => {
      const sheet = await sheetOf(ward, "1-1-26");
      const input = { ...on(sheet), values: filled("一") };
      const saved = await saveSheet(ward.staff, input, now);
      expect(await refused(() => saveSheet(ward.staff, { ...input, values: filled("二") }, now))).toBe("key-reused");
      expect(await refused(() => submit(ward.staff, { ...on(saved), key: input.key }, now))).toBe("key-reused");
      const other = await sheetOf(ward, "1-1-27");
      expect(await refused(() => saveSheet(ward.staff, { ...input, ...other, key: input.key }, now))).toBe(
        "key-reused",
      );
    });

    it("but it is the actor's own: another's same key is another key", async () => {
      const key = newKey();
      const sheet = await sheetOf(ward, "1-1-27");
      const saved = await saveSheet(ward.staff, { ...on(sheet), key, values: filled("一") }, now);
      expect(await heard(saveSheet(ward.colleague, { ...on(saved), key, values: filled("二") }, now))).toBeNull();
    });

    it("when a refused move is sent again with its key after the reason is gone, then it is made", async () => {
      const sheet = await sheetOf(ward, "1-1-28");
      const { progress: _, ...without } = filled();
      const saved = await saveSheet(ward.staff, { ...on(sheet), values: without }, now);
      const input = on(saved);
      expect(await heard(submit(ward.staff, input, now))).toBe("incomplete");
      const complete = await saveSheet(ward.staff, { ...on(saved), values: filled() }, now);
      expect(await heard(submit(ward.staff, { ...input, lockVersion: complete.lockVersion }, now))).toBeNull();
    });

    it("when it is sent twenty times at once, then all hear the same and one event stands", async () => {
      const sheet = await sheetOf(ward, "1-1-29");
      const input = { ...on(sheet), values: filled("同時") };
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => saveSheet(ward.staff, input, now)));
      for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
      const { events, versions } = await everythingOf(sheet.submissionId);
      expect([events.length, versions.length]).toEqual([2, 1]);
    });

    it("when a release is sent again with its key, then it answers with the same Edition", async () => {
      const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-30"));
      const input = { policyId: ward.policyId, chosen: [chosen(approved)], notice: null, key: newKey() };
      const first = await release(ward.coordinator, input, now);
      const before = await counts();
      expect(await release(ward.coordinator, input, now)).toEqual(first);
      expect(await counts()).toEqual(before);
    });
  });

  it("when somebody of another organisation names a submission, then there is none", async () => {
    const elsewhere = await makeWard();
    const sheet = await sheetOf(ward, "2-1-1");
    for (const stranger of [elsewhere.coordinator, elsewhere.head, ward.admin]) {
      expect(await refused(() => saveSheet(stranger, { ...on(sheet), values: filled() }, now))).toBe("not-found");
    }
    const nowhere = { submissionId: randomUUID(), lockVersion: 0 };
    expect(await refused(() => saveSheet(ward.staff, { ...on(nowhere), values: filled() }, now))).toBe("not-found");
    const nonsense = { submissionId: "' OR 1=1", lockVersion: 0 };
    expect(await refused(() => saveSheet(ward.staff, { ...on(nonsense), values: filled() }, now))).toBe("not-found");
  });
});

describe("rounds", () => {
  it("when a round is opened twice at once, then there is one, and the other hears already-exists", async () => {
    const ward = await makeWard({ round: false });
    const dates = { opensOn: "2021-09-01", dueOn: "2021-09-30", plannedReleaseOn: "2021-10-08" };
    const open = () =>
      heard(
        openRound(
          ward.coordinator,
          { policyId: ward.policyId, phase: "MID_YEAR_REVIEW", ...dates, key: newKey() },
          now,
        ),
      );
    const outcomes = await Promise.all([open(), open(), open()]);
    expect(outcomes.sort()).toEqual(["already-exists", "already-exists", null]);
    // A sheet for 2 strategies, 3 initiatives and the reform item; none for the policy and its issues at mid-year.
    expect(await db().submission.count({ where: { policyId: ward.policyId, phase: "MID_YEAR_REVIEW" } })).toBe(6);
  });

  it("when a policy was never released, then no round is opened", async () => {
    const ward = await makeWard({ round: false });
    const { createPolicy } = await import("./policies.ts");
    const { organizationId } = ward;
    const empty = await createPolicy(ward.coordinator, { organizationId, fiscalYear: 2020, formId: "osaka-2013" }, now);
    const dates = { opensOn: "2021-09-01", dueOn: "2021-09-30", plannedReleaseOn: "2021-10-08" };
    const input = { policyId: empty.id, phase: "SELF_EVALUATION" as const, ...dates, key: newKey() };
    expect(await refused(() => openRound(ward.coordinator, input, now))).toBe("wrong-state");
    const again = () => createPolicy(ward.coordinator, { organizationId, fiscalYear: 2020, formId: "osaka-2013" }, now);
    expect(await refused(again)).toBe("already-exists");
  });
});

describe("given Revisions of a plan", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard({ round: false });
  });
  const begin = (by = ward.staff) => startRevision(by, { policyId: ward.policyId, key: newKey() }, now);

  it("when staff change their own section's item, then it is saved; another's, the goal, a notice: outside-own-items", async () => {
    const plan = await currentPlan(ward.policyId);
    const started = await begin();
    const input = (changed: typeof plan) => ({ ...on(started), plan: changed, revision: amendment() });
    const theirs = withPlan(plan, "initiative", "2-1-1", { description: "よその課" });
    expect(await refused(() => saveRevision(ward.staff, input(theirs), now))).toBe("outside-own-items");
    expect(await refused(() => saveRevision(ward.staff, input(withGoal(plan, "別の目標")), now))).toBe(
      "outside-own-items",
    );
    const withoutNotice = plan.filter((node) => node.type !== "notice");
    expect(await refused(() => saveRevision(ward.staff, input(withoutNotice), now))).toBe("outside-own-items");
    const handedOver = plan.map((node) =>
      node.type === "initiative" && node.code === "1-1-1" ? { ...node, sectionId: ward.sections.there } : node,
    );
    expect(await refused(() => saveRevision(ward.staff, input(handedOver), now))).toBe("outside-own-items");
    const mine = withPlan(plan, "initiative", "1-1-1", { description: "わが課" });
    const saved = await saveRevision(ward.staff, input(mine), now);
    // The other section's staff go on with the same draft; what is not theirs is there already and not their change.
    const ours = withPlan(mine, "initiative", "2-1-1", { description: "地域課も" });
    const both = await saveRevision(ward.staffThere, { ...on(saved), plan: ours, revision: amendment() }, now);
    const submitted = await submit(ward.staffThere, on(both), now);
    expect(await refused(() => approve(ward.manager, shown(submitted), now))).toBe("other-section");
    expect(await heard(approve(ward.head, shown(submitted), now))).toBeNull();
  });

  it("when the form does not know a field, a section is another organisation's or a policy's id is wrong, then invalid-draft", async () => {
    const plan = await currentPlan(ward.policyId);
    const elsewhere = await makeWard({ round: false });
    const started = await begin(ward.coordinator);
    const save = (changed: typeof plan) =>
      saveRevision(ward.coordinator, { ...on(started), plan: changed, revision: amendment() }, now);
    expect(await refused(() => save(withPlan(plan, "issue", "1", { slogan: "x" })))).toBe("invalid-draft");
    const foreign = plan.map((node) =>
      node.type === "issue" ? { ...node, sectionId: elsewhere.sections.here } : node,
    );
    expect(await refused(() => save(foreign))).toBe("invalid-draft");
    const other = plan.map((node) => (node.type === "policy" ? { ...node, id: elsewhere.policyId } : node));
    expect(await refused(() => save(other))).toBe("invalid-draft");
    expect(await refused(() => save([]))).toBe("invalid-draft");
    // An item's id is its own for life: neither another policy's nor one of another kind can be taken over.
    const theirs = await currentPlan(elsewhere.policyId);
    const taken = itemOf(theirs, "initiative", "1-1-1").id;
    const strategy = itemOf(plan, "strategy", "1-1").id;
    const mine = itemOf(plan, "initiative", "1-1-1");
    for (const id of [taken, strategy]) {
      const swapped = plan.map((node) => (node === mine ? { ...mine, id } : node));
      expect(await refused(() => save(swapped))).toBe("invalid-draft");
    }
    expect(await refused(() => saveSheet(ward.coordinator, { ...on(started), values: filled() }, now))).toBe(
      "invalid-draft",
    );
  });

  it("when it says not why, or a required field is empty, then it cannot be submitted", async () => {
    const plan = withGoal(await currentPlan(ward.policyId), "説明のない改定");
    const saved = await saveRevision(
      ward.coordinator,
      { ...on(await begin(ward.coordinator)), plan, revision: null },
      now,
    );
    expect(await refused(() => submit(ward.coordinator, on(saved), now))).toBe("revision-undescribed");
    const emptied = plan.map((node) => (node.type === "issue" ? { ...node, plan: {} } : node));
    const empty = await saveRevision(ward.coordinator, { ...on(saved), plan: emptied, revision: amendment() }, now);
    expect(await refused(() => submit(ward.coordinator, on(empty), now))).toBe("incomplete");
  });

  it("when another Revision was released meanwhile, then stale-base; started anew it goes through", async () => {
    const plan = await currentPlan(ward.policyId);
    const first = await approvedRevision(ward, withPlan(plan, "initiative", "1-1-1", { budgetThousandYen: 5237 }));
    const second = await approvedRevision(ward, withGoal(plan, "古い版からの目標"));
    await releaseNow(ward, [first]);
    const before = await publicText(ward);
    expect(await refused(() => releaseNow(ward, [second]))).toBe("stale-base");
    expect(await publicText(ward)).toBe(before);
    const row = await db().initiative.findFirstOrThrow({ where: { policyId: ward.policyId, code: "1-1-1" } });
    expect(row.budgetThousandYen).toBe(5237);

    const anew = await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "新しい目標"));
    await releaseNow(ward, [anew]);
    const content = (await currentPolicy(ward.slug, 2021))?.content;
    expect(content?.policy.plan.goal).toBe("新しい目標");
    expect(content && initiativesOf(content)[0]?.plan.budgetThousandYen).toBe(5237);
  });

  it("when two Revisions are chosen, then two-revisions and neither is released", async () => {
    const plan = await currentPlan(ward.policyId);
    const bundle = [
      await approvedRevision(ward, withGoal(plan, "甲")),
      await approvedRevision(ward, withGoal(plan, "乙")),
    ];
    expect(await refused(() => releaseNow(ward, bundle))).toBe("two-revisions");
  });

  it("when an item changes, then every other Part is shared between the Versions and the Editions", async () => {
    const plan = await currentPlan(ward.policyId);
    const started = await begin(ward.coordinator);
    const { parts: before } = await counts();
    const changed = withPlan(plan, "initiative", "1-1-2", { description: "一か所だけ" });
    const saved = await saveRevision(
      ward.coordinator,
      { ...on(started), plan: changed, revision: amendment("共有") },
      now,
    );
    // The changed initiative and what the Revision says of itself.
    expect((await counts()).parts).toBe(before + 2);
    const again = withPlan(changed, "initiative", "1-1-2", { description: "もう一度" });
    const next = await saveRevision(ward.coordinator, { ...on(saved), plan: again, revision: amendment("共有") }, now);
    expect((await counts()).parts).toBe(before + 3);
    const approved = await approve(ward.head, shown(await submit(ward.coordinator, on(next), now)), now);
    await releaseNow(ward, [approved]);
    expect((await counts()).parts).toBe(before + 3);
  });

  it("when an item is removed, then its row stays and names the Edition that removed it, and the archive verifies", async () => {
    const plan = await currentPlan(ward.policyId);
    const gone = itemOf(plan, "initiative", "1-1-2");
    const approved = await approvedRevision(
      ward,
      plan.filter((node) => node !== gone),
      amendment("統合"),
    );
    const released = await releaseNow(ward, [approved]);
    const row = await db().initiative.findUniqueOrThrow({ where: { id: gone.id } });
    expect(row).toMatchObject({ removedInId: released.editionId, code: "1-1-2", title: gone.title });
    const content = (await currentPolicy(ward.slug, 2021))?.content;
    expect(content && initiativesOf(content).map(({ code }) => code)).toEqual(["1-1-1", "2-1-1"]);
    expect(await verifyArchive()).toMatchObject({ broken: null });
    const history = (await currentPolicy(ward.slug, 2021))?.history ?? [];
    expect(history[0]).toMatchObject({ number: released.number, revisionKind: "AMENDMENT", reason: "統合" });

    // No sheet is asked for what is no longer there.
    const { openMidYear } = await import("./testing/ward.ts");
    await openMidYear(ward);
    expect(await db().submission.count({ where: { initiativeId: gone.id } })).toBe(0);
  });

  it("when a sheet and a Revision are released together, then one Edition has both", async () => {
    const fresh = await makeWard();
    const sheet: Moved = await approvedSheet(fresh, await sheetOf(fresh, "1-1-1"), filled("同時公開"));
    const revision = await approvedRevision(fresh, withGoal(await currentPlan(fresh.policyId), "同時の目標"));
    const released = await releaseNow(fresh, [sheet, revision]);
    const edition = readEdition(await db().edition.findUniqueOrThrow({ where: { id: released.editionId } }));
    expect(edition).toMatchObject({
      number: 2,
      phases: ["MID_YEAR_REVIEW", "PLAN"],
      revisionKind: "AMENDMENT",
      effectiveOn: "2021-10-01",
    });
    expect(await publicSheet(fresh, "1-1-1")).toEqual(filled("同時公開"));
    // A later sheet's Edition brings no Revision of its own.
    const later = await releaseNow(fresh, [await approvedSheet(fresh, await sheetOf(fresh, "1-1-2"))]);
    expect(await db().edition.findUniqueOrThrow({ where: { id: later.editionId } })).toMatchObject({
      phases: ["MID_YEAR_REVIEW"],
      revisionKind: null,
    });
  });
});

it("archive is checked while people write: it never cries wolf", async () => {
  const ward = await makeWard({ initiatives: 12 });
  const writing = Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const approved = await approvedSheet(ward, await sheetOf(ward, `1-1-${n + 1}`));
      return approved;
    }),
  ).then(async (all) => {
    for (const approved of all) await releaseNow(ward, [approved]);
  });
  let over = false;
  const done = writing.finally(() => {
    over = true;
  });
  const verdicts: (string | null)[] = [];
  while (!over) verdicts.push((await verifyArchive()).broken);
  await done;
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter((broken) => broken !== null)).toEqual([]);
});
