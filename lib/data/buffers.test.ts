import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetBuffer, keepBuffer } from "./buffers.ts";
import { closeDatabase, db } from "./db.ts";
import { saveSheet, submit } from "./moves.ts";
import { findSubmission } from "./submissions.ts";
import { counts, everythingOf, filled, heard, makeWard, now, on, sheetOf, type Ward } from "./testing/ward.ts";
import { versionValues } from "./version-values.ts";

const PAGE = "00000000-0000-4000-8000-000000000001";
const OTHER_PAGE = "00000000-0000-4000-8000-000000000002";

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ initiatives: 6 });
});
afterAll(closeDatabase);

const input = (submissionId: string, progress: string, sequence: number, writingId = PAGE) => ({
  submissionId,
  writingId,
  sequence,
  baseVersionHash: null,
  typed: { progress },
});
const keptOf = async (actor: Ward["staff"], submissionId: string) =>
  (await findSubmission(actor, submissionId, now)).buffer?.typed.progress ?? null;

describe("keepBuffer", () => {
  it("keeps what is typed for its writer alone, and leaves the record as it was", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-1");
    const [before, all] = [await everythingOf(submissionId), await counts()];
    const kept = await keepBuffer(ward.staff, input(submissionId, "書きかけ", 1), now);
    expect(kept).toEqual({ savedAt: now(), superseded: false });
    expect([await everythingOf(submissionId), await counts()]).toEqual([before, all]);
    expect(await keptOf(ward.staff, submissionId)).toBe("書きかけ");
    expect(await keptOf(ward.colleague, submissionId)).toBeNull();
    expect(await keptOf(ward.manager, submissionId)).toBeNull();
    expect((await findSubmission(ward.colleague, submissionId, now)).values).toEqual({});
  });

  it("ignores what was overtaken, and takes a new page's text from its first number", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-2");
    await keepBuffer(ward.staff, input(submissionId, "三", 3), now);
    expect((await keepBuffer(ward.staff, input(submissionId, "二", 2), now)).superseded).toBe(true);
    expect((await keepBuffer(ward.staff, input(submissionId, "三の二", 3), now)).superseded).toBe(true);
    expect(await keptOf(ward.staff, submissionId)).toBe("三");
    await keepBuffer(ward.staff, input(submissionId, "別の画面", 1, OTHER_PAGE), now);
    expect(await keptOf(ward.staff, submissionId)).toBe("別の画面");
  });

  it("ends with the highest number, in whatever order they arrive", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-3");
    const numbers = [4, 9, 1, 12, 7, 3, 11, 2, 10, 5, 8, 6];
    await Promise.all(numbers.map((n) => keepBuffer(ward.staff, input(submissionId, `${n}`, n), now)));
    expect(await keptOf(ward.staff, submissionId)).toBe("12");
  });

  it("refuses whoever may not save now, and a base that is none of the submission's Versions", async () => {
    const sheet = await sheetOf(ward, "1-1-4");
    const attempt = (actor: Ward["staff"]) => heard(keepBuffer(actor, input(sheet.submissionId, "x", 1), now));
    expect(await attempt(ward.staffThere)).toBe("not-allowed");
    expect(await attempt(ward.manager)).not.toBeNull();
    expect(await attempt(ward.admin)).toBe("not-found");
    const foreign = { ...input(sheet.submissionId, "x", 1), baseVersionHash: "0".repeat(64) };
    expect(await heard(keepBuffer(ward.staff, foreign, now))).toBe("invalid-draft");
    const saved = await saveSheet(ward.staff, { ...on(sheet), values: filled() }, now);
    await submit(ward.staff, on(saved), now);
    expect(await attempt(ward.staff)).toBe("wrong-state");
    expect(await db().draftBuffer.count({ where: { submissionId: sheet.submissionId } })).toBe(0);
  });
});

describe("a kept text ends", () => {
  it("with the save that contains it, and not with one that is refused or another page's", async () => {
    const sheet = await sheetOf(ward, "1-1-5");
    const { submissionId } = sheet;
    await keepBuffer(ward.staff, input(submissionId, "書きかけ", 1), now);
    await keepBuffer(ward.colleague, input(submissionId, "同僚の書きかけ", 1), now);
    const stale = { ...on(sheet), lockVersion: 7, values: filled(), writings: [PAGE] };
    expect(await heard(saveSheet(ward.staff, stale, now))).toBe("stale-lock");
    const first = await saveSheet(ward.staff, { ...on(sheet), values: filled("一"), writings: [OTHER_PAGE] }, now);
    expect(await keptOf(ward.staff, submissionId)).toBe("書きかけ");
    await saveSheet(ward.staff, { ...on(first), values: filled("書きかけ"), writings: [PAGE] }, now);
    expect(await keptOf(ward.staff, submissionId)).toBeNull();
    expect(await keptOf(ward.colleague, submissionId)).toBe("同僚の書きかけ");
  });

  it("when its writer throws it away, and nobody else's with it", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-6");
    await keepBuffer(ward.staff, input(submissionId, "捨てる", 1), now);
    await keepBuffer(ward.colleague, input(submissionId, "残す", 1), now);
    await forgetBuffer(ward.staff, submissionId);
    expect(await keptOf(ward.staff, submissionId)).toBeNull();
    expect(await keptOf(ward.colleague, submissionId)).toBe("残す");
    expect(await heard(forgetBuffer(ward.admin, submissionId))).toBe("not-found");
  });
});

describe("versionValues", () => {
  it("says what a Version said and who saved since, and knows only the submission's own", async () => {
    const sheet = await sheetOf(ward, "1-1-6");
    const first = await saveSheet(ward.staff, { ...on(sheet), values: filled("一") }, now);
    const second = await saveSheet(ward.colleague, { ...on(first), values: filled("二") }, now);
    const { submissionId } = sheet;
    expect(await versionValues(ward.staff, submissionId, null)).toEqual({
      values: {},
      authorsSince: [...new Set([ward.staff.name, ward.colleague.name])],
    });
    expect(await versionValues(ward.staff, submissionId, first.versionHash)).toEqual({
      values: filled("一"),
      authorsSince: [ward.colleague.name],
    });
    expect((await versionValues(ward.staff, submissionId, second.versionHash)).authorsSince).toEqual([]);
    expect(await heard(versionValues(ward.staff, submissionId, "0".repeat(64)))).toBe("invalid-draft");
    expect(await heard(versionValues(ward.admin, submissionId, null))).toBe("not-found");
  });
});
