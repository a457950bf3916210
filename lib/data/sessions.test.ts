import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "./db.ts";
import { disableUser } from "./disabling.ts";
import { addMembership } from "./memberships.ts";
import { actorOfSession, endSession, findAccount, SESSION_SECONDS, startSession } from "./sessions.ts";
import { addPerson, at, makeWard, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ round: false });
});
afterAll(async () => {
  expect(await verifyArchive()).toMatchObject({ broken: null });
  await closeDatabase();
});

const NINE = new Date("2026-11-24T09:00:00+09:00").getTime();
/** So many seconds after nine o'clock. */
const later = (seconds: number) => () => new Date(NINE + seconds * 1000);
const HOUR = 3600;

describe("a session begun at nine", () => {
  it("is its user's, as of the day on which it is asked", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    expect(await actorOfSession(id, later(1))).toEqual(ward.staff);
  });

  it("lapses an hour after it was last used", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    expect(await actorOfSession(id, later(HOUR - 1))).not.toBeNull();
    // That was a use: another hour from there.
    expect(await actorOfSession(id, later(2 * HOUR - 2))).not.toBeNull();
    expect(await actorOfSession(id, later(3 * HOUR - 2))).toBeNull();
    // And it does not come back by being asked again, at an earlier clock or a later one.
    expect(await actorOfSession(id, later(3 * HOUR - 1))).toBeNull();
  });

  it("lapses at exactly an hour without use", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    expect(await actorOfSession(id, later(HOUR))).toBeNull();
  });

  it("ends after twelve hours, however busily it is used", async () => {
    expect(SESSION_SECONDS).toBe(12 * HOUR);
    const id = await startSession(ward.staff.userId, later(0));
    for (let used = 1800; used < 12 * HOUR; used += 1800) {
      expect(await actorOfSession(id, later(used))).not.toBeNull();
    }
    expect(await actorOfSession(id, later(12 * HOUR - 1))).not.toBeNull();
    expect(await actorOfSession(id, later(12 * HOUR))).toBeNull();
  });

  it("writes the time of use no more than once a minute", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    const lastUsedAt = async () => (await db().session.findUniqueOrThrow({ where: { id } })).lastUsedAt.getTime();
    await actorOfSession(id, later(60));
    expect(await lastUsedAt()).toBe(NINE);
    await actorOfSession(id, later(61));
    expect(await lastUsedAt()).toBe(NINE + 61_000);
  });

  it("ends when its user signs out, once", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    const other = await startSession(ward.staff.userId, later(0));
    await endSession(id, later(10));
    await endSession(id, later(20));
    expect(await actorOfSession(id, later(11))).toBeNull();
    expect(await actorOfSession(other, later(11))).not.toBeNull();
    const row = await db().session.findUniqueOrThrow({ where: { id } });
    expect(row.endedAt).toEqual(later(10)());
    const events = await db().event.findMany({ where: { detail: { contains: id } }, orderBy: { number: "asc" } });
    expect(events.map(({ kind }) => kind)).toEqual(["sign-in", "sign-out"]);
  });

  it("signed out of twice at once leaves one event", async () => {
    const id = await startSession(ward.staff.userId, later(0));
    await Promise.all(Array.from({ length: 8 }, () => endSession(id, later(5))));
    expect(await db().event.count({ where: { kind: "sign-out", detail: { contains: id } } })).toBe(1);
  });

  it("ends at once when its user is disabled", async () => {
    const person = await addPerson(ward.admin, ward.organizationId, [["STAFF", null]]);
    const ids = [await startSession(person.userId, later(0)), await startSession(person.userId, later(0))];
    await disableUser(ward.admin, person.userId, later(30));
    for (const id of ids) expect(await actorOfSession(id, later(31))).toBeNull();
  });

  it("has the posts of the day: one that ended at midnight is gone, one that began is there", async () => {
    const person = await addPerson(ward.admin, ward.organizationId, []);
    const common = { userId: person.userId, organizationId: ward.organizationId, sectionId: null, postTitle: "主事" };
    await addMembership(ward.admin, { ...common, role: "STAFF", startsOn: "2026-04-01", endsOn: "2026-11-24" });
    await addMembership(ward.admin, { ...common, role: "MANAGER", startsOn: "2026-11-25", endsOn: null });
    const evening = new Date("2026-11-24T23:50:00+09:00").getTime();
    const id = await startSession(person.userId, () => new Date(evening));
    const roles = async (instant: string) =>
      (await actorOfSession(id, at(instant)))?.memberships.map(({ role }) => role);
    expect(await roles("2026-11-24T23:59:59+09:00")).toEqual(["STAFF"]);
    expect(await roles("2026-11-25T00:00:00+09:00")).toEqual(["MANAGER"]);
  });
});

it.each(["", "x", "' OR 1=1 --", "00000000-0000-0000-0000-00000000000", randomUUID()])(
  "%j is no session",
  async (id) => {
    expect(await actorOfSession(id)).toBeNull();
  },
);

it("an account is found by its address, disabled or not", async () => {
  const { email } = await db().user.findUniqueOrThrow({ where: { id: ward.staff.userId } });
  expect(await findAccount(email)).toEqual({ userId: ward.staff.userId, passwordHash: "x", disabled: false });
  expect(await findAccount("nobody@test.example")).toBeNull();
  const gone = await addPerson(ward.admin, ward.organizationId, []);
  await disableUser(ward.admin, gone.userId);
  const { email: address } = await db().user.findUniqueOrThrow({ where: { id: gone.userId } });
  expect(await findAccount(address)).toMatchObject({ disabled: true });
});
