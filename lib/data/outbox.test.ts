import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../domain/actor.ts";
import { closeDatabase, db } from "./db.ts";
import { disableUser } from "./disabling.ts";
import { tellOfDueDates } from "./due-notices.ts";
import { approve, returnToAuthors, revoke, saveSheet, submit } from "./moves.ts";
import { noticesOf } from "./notice-lines.ts";
import { notify } from "./outbox.ts";
import {
  addPerson,
  approvedSheet,
  at,
  filled,
  heard,
  makeWard,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
} from "./testing/ward.ts";

afterAll(closeDatabase);

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ initiatives: 6 });
});

/** Who was told what of a submission (or of a policy), by kind. */
async function told(subjectId: string, kind: string): Promise<string[]> {
  const rows = await db().outbox.findMany({ where: { subjectId, kind }, select: { userId: true } });
  return rows.map(({ userId }) => userId).sort();
}
const ids = (...people: Actor[]) => people.map(({ userId }) => userId).sort();

async function submitted(code: string) {
  const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, code)), values: filled() }, now);
  return submit(ward.staff, on(saved), now);
}

describe("who is told of a move", () => {
  it("given a sheet with a section, when it is submitted, then that section's managers hear of it and nobody else", async () => {
    const sheet = await submitted("1-1-1");
    expect(await told(sheet.submissionId, "submitted")).toEqual(ids(ward.manager, ward.both));
  });

  it("given a manager who wrote part of it, when it is submitted, then they do not hear that it waits for them", async () => {
    const first = await saveSheet(ward.both, { ...on(await sheetOf(ward, "1-1-2")), values: filled("一") }, now);
    const second = await saveSheet(ward.staff, { ...on(first), values: filled("二") }, now);
    const sheet = await submit(ward.staff, on(second), now);
    expect(await told(sheet.submissionId, "submitted")).toEqual(ids(ward.manager));
  });

  it("given a target without a section, when it is submitted, then the whole ward's managers hear of it", async () => {
    const { id } = await db().submission.findFirstOrThrow({
      where: { policyId: ward.policyId, targetPolicyId: { not: null }, phase: "PLAN" },
    });
    expect(await told(id, "submitted")).toEqual(ids(ward.head, ward.deputy));
  });

  it("given a submitted sheet, when it is returned, then its authors hear of it at once", async () => {
    const sheet = await submitted("1-1-3");
    await returnToAuthors(ward.manager, { ...on(sheet), comment: "数字を添えて" }, now);
    expect(await told(sheet.submissionId, "returned")).toEqual(ids(ward.staff));
    const [row] = await db().outbox.findMany({ where: { subjectId: sheet.submissionId, kind: "returned" } });
    expect(row?.urgent).toBe(true);
  });

  it("given a submitted sheet, when it is approved and that is taken back, then authors and coordinators hear of it", async () => {
    const approved = await approve(ward.manager, shown(await submitted("1-1-4")), now);
    expect(await told(approved.submissionId, "approved")).toEqual(ids(ward.staff, ward.coordinator));
    await revoke(ward.coordinator, { ...on(approved), comment: "取り消します" }, now);
    expect(await told(approved.submissionId, "revoked")).toEqual(ids(ward.staff));
  });

  it("given an approved sheet, when it is released, then authors and managers hear once of the Edition", async () => {
    const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-5"));
    const { number } = await releaseNow(ward, [approved]);
    const rows = await db().outbox.findMany({ where: { subjectId: ward.policyId, kind: "released" } });
    const those = rows.filter(({ detail }) => JSON.parse(detail).edition === number);
    expect(those.map(({ userId }) => userId).sort()).toEqual(
      ids(ward.staff, ward.manager, ward.both, ward.head, ward.deputy),
    );
  });

  it("given a refused move, then nobody hears of anything", async () => {
    const sheet = await sheetOf(ward, "1-1-6");
    expect(await heard(submit(ward.staff, on(sheet), now))).not.toBeNull();
    expect(await db().outbox.count({ where: { subjectId: sheet.submissionId } })).toBe(0);
  });

  it("given an author who was disabled since, when it is returned, then they are not told", async () => {
    const other = await addPerson(ward.admin, ward.organizationId, [["STAFF", ward.sections.here]]);
    const saved = await saveSheet(other, { ...on(await sheetOf(ward, "1-1-6")), values: filled() }, now);
    const sheet = await submit(other, on(saved), now);
    await disableUser(ward.admin, other.userId, now);
    await returnToAuthors(ward.manager, { ...on(sheet), comment: "直してください" }, now);
    expect(await told(sheet.submissionId, "returned")).toEqual([]);
  });

  it("given what a person was told, then it says what it is about, the newest first, and nobody else's", async () => {
    const lines = await noticesOf(ward.manager, 20, now);
    expect(lines.length).toBeGreaterThan(3);
    const line = lines.find(({ kind, target }) => kind === "submitted" && target?.code === "1-1-1");
    expect(line).toMatchObject({
      phase: "MID_YEAR_REVIEW",
      target: { type: "initiative", title: "項目1-1-1" },
      policy: { slug: ward.slug, fiscalYear: 2021 },
    });
    expect(lines.some(({ kind }) => kind === "returned")).toBe(false);
  });
});

describe("telling", () => {
  it("given a key that was used, when it is told again, then the first stays and nothing is doubled", async () => {
    const one = {
      key: `test:${randomUUID()}`,
      userId: ward.staff.userId,
      kind: "remind" as const,
      subjectType: "round",
      subjectId: ward.roundId,
      detail: { day: "2021-09-10" },
      urgent: true,
      createdAt: now(),
    };
    await db().$transaction((tx) => notify(tx, [one, { ...one, detail: { day: "other" } }]));
    await db().$transaction((tx) => notify(tx, [one]));
    const rows = await db().outbox.findMany({ where: { key: one.key } });
    expect(rows.map(({ detail }) => detail)).toEqual(['{"day":"2021-09-10"}']);
  });
});

describe("due dates", () => {
  it("given an open round, when its days pass, then each person with unfinished sheets hears each thing once", async () => {
    const fresh = await makeWard({ initiatives: 2 });
    const saved = await saveSheet(fresh.staff, { ...on(await sheetOf(fresh, "1-1-1")), values: filled() }, now);
    await submit(fresh.staff, on(saved), now);
    const days = ["16", "17", "18", "21", "22", "23", "24", "27", "28", "29", "30"].map((day) => `2021-09-${day}`);
    const said: string[] = [];
    for (const day of [...days, "2021-10-01", "2021-10-02", "2021-10-04"]) {
      for (const time of ["00:10", "12:00"]) await tellOfDueDates(at(`${day}T${time}:00+09:00`));
      const rows = await db().outbox.findMany({
        where: { subjectId: fresh.roundId, userId: fresh.staff.userId },
        orderBy: { createdAt: "asc" },
      });
      said.push(`${day} ${rows.map(({ kind }) => kind).join(" ")}`.trim());
    }
    // 20 and 23 September 2021 were holidays: seven business days before the 30th is the 17th.
    expect(said).toEqual([
      "2021-09-16",
      "2021-09-17 due-7",
      "2021-09-18 due-7",
      "2021-09-21 due-7",
      "2021-09-22 due-7",
      "2021-09-23 due-7",
      "2021-09-24 due-7",
      "2021-09-27 due-7",
      "2021-09-28 due-7",
      "2021-09-29 due-7 due-1",
      "2021-09-30 due-7 due-1",
      "2021-10-01 due-7 due-1 overdue",
      "2021-10-02 due-7 due-1 overdue",
      "2021-10-04 due-7 due-1 overdue",
    ]);
    const managers = await db().outbox.findMany({ where: { subjectId: fresh.roundId, userId: fresh.manager.userId } });
    expect(managers.map(({ detail }) => JSON.parse(detail).waiting)).toEqual([1, 1, 1]);
    // Section `there` has sheets to write and nothing to decide.
    expect(await db().outbox.count({ where: { subjectId: fresh.roundId, userId: fresh.managerThere.userId } })).toBe(0);
  });

  it("given a late permit, then its sheet is due on the permit's last day", async () => {
    const fresh = await makeWard({ initiatives: 1 });
    const { submissionId } = await sheetOf(fresh, "1-1-1");
    const reasonHash = "0".repeat(64);
    await db().latePermit.create({
      data: {
        submissionId,
        untilOn: new Date("2021-10-15T00:00:00Z"),
        reasonHash,
        grantedById: fresh.coordinator.userId,
        grantedAt: now(),
      },
    });
    await tellOfDueDates(at("2021-10-01T09:00:00+09:00"));
    const rows = await db().outbox.findMany({ where: { subjectId: fresh.roundId, userId: fresh.staff.userId } });
    const dues = rows.map(({ kind, detail }) => [kind, JSON.parse(detail).due, JSON.parse(detail).unsubmitted]);
    // Issue, strategy and initiative are section `here`'s; only the initiative has a permit.
    expect(dues).toContainEqual(["overdue", "2021-09-30", expect.any(Number)]);
    await tellOfDueDates(at("2021-10-14T09:00:00+09:00"));
    const later = await db().outbox.findMany({ where: { subjectId: fresh.roundId, userId: fresh.staff.userId } });
    expect(later.map(({ kind, detail }) => [kind, JSON.parse(detail).due])).toContainEqual(["due-1", "2021-10-15"]);
  });
});
