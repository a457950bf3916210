import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "../domain/actor.ts";
import { changePassword, endOtherSessions, ownAccount } from "./account.ts";
import { deadlinesOf, makeCalendar } from "./calendar.ts";
import { closeDatabase, db } from "./db.ts";
import { disableUser } from "./disabling.ts";
import {
  findPasswordLink,
  makePasswordLink,
  newPasswordLink,
  passwordLinkToken,
  setPasswordByLink,
} from "./password-links.ts";
import { changeUser } from "./people.ts";
import { actorOfSession, startSession } from "./sessions.ts";
import { addPerson, at, heard, makeWard, newKey, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

let ward: Ward;
beforeAll(async () => {
  vi.stubEnv("NEXTAUTH_SECRET", "only for this test");
  ward = await makeWard({ round: false });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  expect(await verifyArchive()).toMatchObject({ broken: null });
  await closeDatabase();
});

const NINE = new Date("2026-11-22T09:00:00+09:00").getTime();
const hours = (count: number) => () => new Date(NINE + count * 3_600_000);

async function link(clock = hours(0)): Promise<{ person: Actor; id: string; token: string }> {
  const person = await addPerson(ward.admin, ward.organizationId, [["STAFF", ward.sections.here]]);
  const { id } = await makePasswordLink(ward.admin, { userId: person.userId, key: newKey() }, clock);
  return { person, id, token: passwordLinkToken(id) };
}
const passwordOf = async (userId: string) =>
  (await db().user.findUniqueOrThrow({ where: { id: userId } })).passwordHash;

describe("a link to set a password", () => {
  it("says whose it is, and looking uses nothing up", async () => {
    const { person, token } = await link();
    for (let look = 0; look < 3; look += 1) {
      expect(await findPasswordLink(token, hours(1))).toMatchObject({ name: person.name });
    }
    expect(await findPasswordLink("A".repeat(43), hours(1))).toBeNull();
    expect(await findPasswordLink("short", hours(1))).toBeNull();
  });

  it("sets a password once, tells of it without the password, and every session ends", async () => {
    const { person, token, id } = await link();
    const session = await startSession(person.userId, hours(1));
    expect(await setPasswordByLink(token, "new hash", hours(1))).toMatchObject({ userId: person.userId });
    expect(await passwordOf(person.userId)).toBe("new hash");
    expect(await actorOfSession(session, hours(1))).toBeNull();
    expect(await heard(setPasswordByLink(token, "another", hours(1)))).toBe("link-unusable");
    expect(await passwordOf(person.userId)).toBe("new hash");
    expect(await db().event.findMany({ where: { subjectId: person.userId, kind: "set-password" } })).toMatchObject([
      { actorId: person.userId, detail: `{"link":"${id}","sessions":1}` },
    ]);
    expect(JSON.stringify(await db().event.findMany())).not.toContain(token);
  });

  it("holds for 72 hours to the moment", async () => {
    const { token } = await link();
    expect(await findPasswordLink(token, at("2026-11-25T08:59:59.999+09:00"))).not.toBeNull();
    expect(await findPasswordLink(token, hours(72))).toBeNull();
    expect(await heard(setPasswordByLink(token, "late", hours(72)))).toBe("link-unusable");
  });

  it("is void once there is a newer one", async () => {
    const { person, token } = await link();
    const { id } = await makePasswordLink(ward.admin, { userId: person.userId, key: newKey() }, hours(1));
    expect(await heard(setPasswordByLink(token, "old link", hours(2)))).toBe("link-unusable");
    await setPasswordByLink(passwordLinkToken(id), "new link", hours(2));
    expect(await passwordOf(person.userId)).toBe("new link");
  });

  it("is void once the person has another address, and not where only the name is another", async () => {
    const { person, token } = await link();
    const { email } = await db().user.findUniqueOrThrow({ where: { id: person.userId } });
    const change = (changed: string) =>
      changeUser(ward.admin, { userId: person.userId, name: "別の名", email: changed, key: newKey() }, hours(1));
    await change(email);
    expect(await findPasswordLink(token, hours(1))).not.toBeNull();
    await change(`other-${email}`);
    expect(await findPasswordLink(token, hours(1))).toBeNull();
    expect(await heard(setPasswordByLink(token, "new hash", hours(1)))).toBe("link-unusable");
  });

  it("is void for a disabled person, who gets no new one either", async () => {
    const { person, token } = await link();
    await disableUser(ward.admin, person.userId, hours(1));
    expect(await findPasswordLink(token, hours(1))).toBeNull();
    expect(await heard(setPasswordByLink(token, "no", hours(1)))).toBe("link-unusable");
    expect(await heard(makePasswordLink(ward.admin, { userId: person.userId }, hours(1)))).toBe("not-found");
  });

  it("used by two at once, serves one", async () => {
    const { token, person } = await link();
    const answers = await Promise.all(
      ["one", "two", "three"].map((hash) => heard(setPasswordByLink(token, hash, hours(1)))),
    );
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(answers.filter((answer) => answer === "link-unusable")).toHaveLength(2);
    expect(await db().event.count({ where: { subjectId: person.userId, kind: "set-password" } })).toBe(1);
  });

  it("is made by administrators only, once a press, and is nowhere in the database", async () => {
    const { person } = await link();
    expect(await heard(makePasswordLink(ward.coordinator, { userId: person.userId }))).toBe("not-allowed");
    const key = newKey();
    const [one, two] = await Promise.all([
      makePasswordLink(ward.admin, { userId: person.userId, key }, hours(1)),
      makePasswordLink(ward.admin, { userId: person.userId, key }, hours(1)),
    ]);
    expect(one).toEqual(two);
    const row = await db().passwordLink.findUniqueOrThrow({ where: { id: one.id } });
    expect(JSON.stringify(row)).not.toContain(passwordLinkToken(one.id));
  });

  it("can be read off the page for ten minutes, by administrators", async () => {
    const { person, token } = await link();
    expect(await newPasswordLink(ward.admin, person.userId, hours(0.1))).toMatchObject({ token });
    expect(await newPasswordLink(ward.admin, person.userId, hours(0.2))).toBeNull();
    expect(await heard(newPasswordLink(ward.coordinator, person.userId, hours(0.1)))).toBe("not-allowed");
  });

  it("is told by mail where there is mail, and not otherwise", async () => {
    const told = (userId: string) => db().outbox.findMany({ where: { userId, kind: "password-link" } });
    expect(await told((await link()).person.userId)).toEqual([]);
    vi.stubEnv("SMTP_URL", "smtp://mail.example");
    const { person, id, token } = await link();
    vi.stubEnv("SMTP_URL", "");
    const [notice, ...more] = await told(person.userId);
    expect(more).toEqual([]);
    expect(notice).toMatchObject({ urgent: true, detail: `{"link":"${id}"}` });
    expect(JSON.stringify(notice)).not.toContain(token);
  });
});

describe("one's own account", () => {
  it("gets a new password; other sessions end, and so does the address of the calendar", async () => {
    const { person, token } = await link();
    const [here, there] = [await startSession(person.userId, hours(1)), await startSession(person.userId, hours(1))];
    expect((await ownAccount(person, here, hours(1))).sessions.map(({ current }) => current).sort()).toEqual([
      false,
      true,
    ]);
    const calendar = await makeCalendar(person, hours(1));
    await changePassword(person, { passwordHash: "own", sessionId: here, key: randomUUID() }, hours(1));
    expect(await deadlinesOf(calendar.token, hours(1))).toBeNull();
    expect(await passwordOf(person.userId)).toBe("own");
    expect(await actorOfSession(here, hours(1))).not.toBeNull();
    expect(await actorOfSession(there, hours(1))).toBeNull();
    expect(await heard(setPasswordByLink(token, "by the old link", hours(1)))).toBe("link-unusable");
  });

  it("signs out everywhere else, as an event", async () => {
    const { person } = await link();
    const [here, there] = [await startSession(person.userId, hours(1)), await startSession(person.userId, hours(1))];
    await endOtherSessions(person, { sessionId: here, key: randomUUID() }, hours(1));
    expect(await actorOfSession(here, hours(1))).not.toBeNull();
    expect(await actorOfSession(there, hours(1))).toBeNull();
    const events = await db().event.findMany({ where: { subjectId: person.userId, kind: "sign-out-elsewhere" } });
    expect(events).toMatchObject([{ detail: '{"sessions":1}' }]);
  });
});
