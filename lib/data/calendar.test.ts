import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { calendarOf, deadlinesOf, makeCalendar, revokeCalendar } from "./calendar.ts";
import { closeDatabase, db } from "./db.ts";
import { disableUser } from "./disabling.ts";
import { addPerson, heard, makeWard, now, sheetOf, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ initiatives: 2 });
});

describe("a person's calendar", () => {
  it("shows the open rounds of their organisation, and of no other", async () => {
    await makeWard({ initiatives: 1 });
    const { token } = await makeCalendar(ward.staff, now);
    const deadlines = await deadlinesOf(token, now);
    expect(deadlines?.map(({ kind, on, policy }) => [kind, on, policy.slug])).toEqual([
      ["due", "2021-09-30", ward.slug],
      ["planned", "2021-10-08", ward.slug],
    ]);
    expect(await calendarOf(ward.staff)).toEqual({ createdAt: now() });
  });

  it("shows late permits to the staff of the section only", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-1");
    const untilOn = new Date("2021-10-15T00:00:00Z");
    await db().latePermit.create({
      data: {
        submissionId,
        untilOn,
        reasonHash: "0".repeat(64),
        grantedById: ward.coordinator.userId,
        grantedAt: now(),
      },
    });
    const permits = async (who: Ward["staff"]) =>
      (await deadlinesOf((await makeCalendar(who, now)).token, now))?.filter(({ kind }) => kind === "permit");
    expect(await permits(ward.staff)).toMatchObject([{ on: "2021-10-15", target: { code: "1-1-1" } }]);
    expect(await permits(ward.staffThere)).toEqual([]);
  });

  it("opens to nothing but the newest address, while that person is there", async () => {
    const first = await makeCalendar(ward.manager, now);
    const second = await makeCalendar(ward.manager, now);
    expect(second.token).not.toBe(first.token);
    expect(second.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(await deadlinesOf(first.token, now)).toBeNull();
    expect(await deadlinesOf(second.token, now)).not.toBeNull();
    await revokeCalendar(ward.manager, now);
    expect(await deadlinesOf(second.token, now)).toBeNull();
    expect(await calendarOf(ward.manager)).toBeNull();
    expect(await heard(revokeCalendar(ward.manager, now))).toBe("not-found");
    for (const guess of ["", "x", `${second.token}=`, "a".repeat(43), "\0"])
      expect(await deadlinesOf(guess, now)).toBeNull();

    const leaver = await addPerson(ward.admin, ward.organizationId, [["STAFF", ward.sections.here]]);
    const { token } = await makeCalendar(leaver, now);
    await disableUser(ward.admin, leaver.userId, now);
    expect(await deadlinesOf(token, now)).toBeNull();
  });

  it("keeps the address's hash only, and an event for each change", async () => {
    const { token } = await makeCalendar(ward.head, now);
    expect(JSON.stringify(await db().calendarFeed.findMany())).not.toContain(token);
    const events = await db().event.findMany({ where: { subjectId: ward.head.userId, kind: "make-calendar" } });
    expect(events).toHaveLength(1);
    expect(events[0]?.detail).not.toContain(token);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });
});
