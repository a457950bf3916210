import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { Actor } from "../domain/actor.ts";
import { RESERVED_SLUGS } from "../domain/slugs.ts";
import { closeDatabase, db } from "./db.ts";
import { findOrganization, findPerson, listPeople } from "./directory.ts";
import { disableUser, enableUser } from "./disabling.ts";
import { handoverOn, leavingOf } from "./handover.ts";
import { addMembership, endMembership } from "./memberships.ts";
import { createOrganization, type NewOrganization, newOrganization, setOrganizationDisabled } from "./organizations.ts";
import { actorOf, changeUser, createFirstAdministrator, createUser, email, setAdministrator } from "./people.ts";
import { currentPolicy } from "./published.ts";
import { changeSection, createSection, setSectionDisabled } from "./sections.ts";
import { actorOfSession, startSession } from "./sessions.ts";
import { addPerson, at, counts, heard, makeWard, now, type Ward } from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ round: false });
});
afterAll(async () => {
  expect(await verifyArchive()).toMatchObject({ broken: null });
  await closeDatabase();
});

const organization: NewOrganization = {
  slug: "abeno",
  nameJa: "阿倍野区",
  nameEn: "Abeno Ward",
  cityNameJa: "大阪市",
  cityNameEn: "Osaka City",
  municipalCode: "271195",
  sourceNote: null,
  sourceUrl: null,
};
const user = () => ({ email: `${randomUUID()}@test.example`, name: "新人", passwordHash: "x" });

describe("administration", () => {
  it("is for administrators: nobody else adds an organisation, a section, a person or a post, or disables anyone", async () => {
    const { organizationId, sections } = ward;
    for (const actor of [ward.staff, ward.head, ward.coordinator]) {
      const post = {
        userId: actor.userId,
        organizationId,
        sectionId: null,
        role: "COORDINATOR" as const,
        postTitle: "区長",
        startsOn: "2021-04-01",
        endsOn: null,
      };
      const before = await counts();
      expect(await heard(createOrganization(actor, organization))).toBe("not-allowed");
      expect(await heard(createSection(actor, { organizationId, nameJa: "新課", nameEn: "New", order: 9 }))).toBe(
        "not-allowed",
      );
      expect(await heard(createUser(actor, { ...user(), administrator: true }))).toBe("not-allowed");
      expect(await heard(addMembership(actor, { ...post, sectionId: sections.here }))).toBe("not-allowed");
      expect(await heard(disableUser(actor, ward.admin.userId))).toBe("not-allowed");
      expect(await counts()).toEqual(before);
    }
  });

  it("leaves an event on the chain that belongs to no organisation, and none on the ward's", async () => {
    const chains = await db().chain.findMany({ orderBy: { id: "asc" } });
    const { id } = await createUser(ward.admin, user(), now);
    const after = await db().chain.findMany({ orderBy: { id: "asc" } });
    const grown = after.filter((chain, index) => chain.length !== chains[index]?.length);
    expect(grown.map((chain) => chain.organizationId)).toEqual([null]);
    const events = await db().event.findMany({ where: { subjectId: id } });
    expect(events).toMatchObject([
      { kind: "create", actorId: ward.admin.userId, subjectType: "user", detail: '{"administrator":false}' },
    ]);
  });

  it("tells nobody's name or address in an event", async () => {
    const input = { ...user(), name: "個人情報 太郎" };
    await createUser(ward.admin, input, now);
    const all = JSON.stringify(await db().event.findMany());
    expect(all).not.toContain(input.name);
    expect(all).not.toContain(input.email);
  });

  it("makes the first administrator once", async () => {
    expect(await heard(createFirstAdministrator({ ...user() }))).toBe("already-exists");
  });

  it("gives a new organisation a chain of its own", async () => {
    const { id } = await createOrganization(ward.admin, organization, now);
    expect(await db().chain.findUniqueOrThrow({ where: { organizationId: id } })).toMatchObject({
      length: 0,
      headHash: null,
    });
  });

  it("gives no post in another organisation's section", async () => {
    const other = await makeWard({ round: false });
    const post = {
      userId: ward.staff.userId,
      organizationId: ward.organizationId,
      sectionId: other.sections.here,
      role: "MANAGER" as const,
      postTitle: "課長",
      startsOn: "2021-04-01",
      endsOn: null,
    };
    const before = await counts();
    expect(await heard(addMembership(ward.admin, post, now))).toBe("not-found");
    await expect(addMembership(ward.admin, { ...post, sectionId: null, startsOn: "2021-02-30" }, now)).rejects.toThrow(
      ZodError,
    );
    expect(await counts()).toEqual(before);
  });
});

describe("names", () => {
  it.each(RESERVED_SLUGS)("%s is a page, not an organisation", (slug) => {
    expect(newOrganization.safeParse({ ...organization, slug }).success).toBe(false);
  });
  it.each(["", "a", "Abeno", "1st", "-a", "a/b", "a b", "阿倍野", "..", "a".repeat(42)])("nor is %j one", (slug) => {
    expect(newOrganization.safeParse({ ...organization, slug }).success).toBe(false);
  });
  it.each(["http://example.com", "javascript:alert(1)", "example.com"])("%s is no source", (sourceUrl) => {
    expect(newOrganization.safeParse({ ...organization, sourceUrl }).success).toBe(false);
  });
  it("an address is found in lower case, however it is written", async () => {
    expect(email.parse("Hanako@Example.JP")).toBe("hanako@example.jp");
    const { id } = await createUser(ward.admin, { ...user(), email: "Hanako@Example.JP" }, now);
    expect((await db().user.findUniqueOrThrow({ where: { id } })).email).toBe("hanako@example.jp");
  });
});

describe("who somebody is today", () => {
  let person: Actor;
  beforeAll(async () => {
    person = await addPerson(ward.admin, ward.organizationId, []);
    const common = { userId: person.userId, organizationId: ward.organizationId, postTitle: "主事" };
    const { here, there } = ward.sections;
    const add = (role: "STAFF" | "MANAGER", sectionId: string, startsOn: string, endsOn: string | null) =>
      addMembership(ward.admin, { ...common, role, sectionId, startsOn, endsOn }, now);
    await add("STAFF", here, "2021-04-01", "2022-03-31");
    await add("MANAGER", there, "2022-04-01", null);
  });

  it.each([
    ["before the first day", "2021-03-31T14:59:59.999Z", []],
    ["at midnight in Japan of the first day", "2021-03-31T15:00:00.000Z", ["STAFF"]],
    ["on the last evening", "2022-03-31T14:59:59.999Z", ["STAFF"]],
    ["at midnight of 1 April, 人事異動", "2022-03-31T15:00:00.000Z", ["MANAGER"]],
    ["years later", "2030-01-01T00:00:00.000Z", ["MANAGER"]],
  ])("%s", async (_name, instant, roles) => {
    const actor = await actorOf(person.userId, at(instant));
    expect(actor?.memberships.map(({ role }) => role)).toEqual(roles);
  });

  it("once disabled, nobody, and disabled once only", async () => {
    const { userId } = await addPerson(ward.admin, ward.organizationId, [["STAFF", null]]);
    await disableUser(ward.admin, userId, now);
    expect(await actorOf(userId, now)).toBeNull();
    expect(await heard(disableUser(ward.admin, userId, now))).toBe("not-found");
    expect(await heard(disableUser(ward.admin, randomUUID(), now))).toBe("not-found");
    expect(await db().event.count({ where: { subjectId: userId, kind: "disable" } })).toBe(1);
  });

  it("nobody at all", async () => {
    expect(await actorOf(randomUUID())).toBeNull();
  });
});

describe("what is changed of people", () => {
  const dates = { startsOn: "2021-04-01", endsOn: null };
  const nobody = { successorId: null, leave: false };

  it("an address is one person's, however two come at once, and twice the same press is one person", async () => {
    const { email: address } = user();
    const twins = await Promise.all(
      [1, 2].map(() => heard(createUser(ward.admin, { ...user(), email: address }, now))),
    );
    expect(twins.sort()).toEqual(["already-exists", null]);
    const other = await addPerson(ward.admin, ward.organizationId, []);
    const change = { userId: other.userId, name: "別名", email: address.toUpperCase(), key: randomUUID() };
    expect(await heard(changeUser(ward.admin, change, now))).toBe("already-exists");
    const again = { ...user(), key: randomUUID() };
    const [one, two] = await Promise.all([1, 2].map(() => createUser(ward.admin, again, now)));
    expect(one).toEqual(two);
  });

  it("the last administrator stays one, and stays", async () => {
    const { userId } = ward.admin;
    const unmake = { userId, administrator: false, key: randomUUID() };
    expect(await heard(setAdministrator(ward.admin, unmake, now))).toBe("last-administrator");
    expect(await heard(disableUser(ward.admin, userId, now))).toBe("last-administrator");
    const { id } = await createUser(ward.admin, user(), now);
    await setAdministrator(ward.admin, { userId: id, administrator: true, key: randomUUID() }, now);
    const second = await actorOf(id, now);
    await setAdministrator(second ?? ward.admin, unmake, now);
    expect((await actorOf(userId, now))?.administrator).toBe(false);
    await setAdministrator(second ?? ward.admin, { ...unmake, administrator: true, key: randomUUID() }, now);
    await setAdministrator(ward.admin, { userId: id, administrator: false, key: randomUUID() }, now);
  });

  it("nobody holds the same post twice on one day", async () => {
    const { userId } = await addPerson(ward.admin, ward.organizationId, []);
    const { organizationId, sections } = ward;
    const post = { userId, organizationId, sectionId: sections.here, role: "STAFF" as const, postTitle: "主事" };
    await addMembership(ward.admin, { ...post, startsOn: "2021-04-01", endsOn: "2022-03-31" }, now);
    const on = (startsOn: string, endsOn: string | null) =>
      heard(addMembership(ward.admin, { ...post, startsOn, endsOn }, now));
    expect(await on("2022-03-31", null)).toBe("already-exists");
    expect(await on("2020-04-01", "2021-04-01")).toBe("already-exists");
    expect(await on("2022-04-01", null)).toBeNull();
  });

  it("a post that ends goes to a successor the day after, and to nobody only when that is said", async () => {
    const own = await makeWard({ round: false });
    const [post] = own.coordinator.memberships;
    const membershipId = post?.id ?? "";
    const end = (more: object) =>
      endMembership(own.admin, { membershipId, endsOn: "2022-03-31", ...nobody, ...more }, now);
    expect(await heard(end({}))).toBe("nobody-left");
    const successor = await addPerson(own.admin, own.organizationId, []);
    await end({ successorId: successor.userId });
    const on = async (userId: string, day: string) =>
      (await actorOf(userId, at(`${day}T09:00:00+09:00`)))?.memberships.map(({ role, sectionId, postTitle }) => ({
        ...{ role, sectionId, postTitle },
      }));
    const held = { role: "COORDINATOR", sectionId: own.sections.elsewhere, postTitle: "COORDINATOR職" };
    expect(await on(own.coordinator.userId, "2022-03-31")).toEqual([held]);
    expect(await on(successor.userId, "2022-03-31")).toEqual([]);
    expect(await on(own.coordinator.userId, "2022-04-01")).toEqual([]);
    expect(await on(successor.userId, "2022-04-01")).toEqual([held]);
    expect(await heard(end({ leave: true }))).toBe("wrong-state");
    expect(await heard(end({ endsOn: "2021-03-31", leave: true }))).toBe("invalid-draft");
    expect(await heard(end({ endsOn: "2021-12-31", leave: true }))).toBeNull();
  });

  it("a disabled person's posts go on with a successor, and their sessions do not", async () => {
    const own = await makeWard({ round: false });
    const session = await startSession(own.coordinator.userId, now);
    expect(await heard(disableUser(own.admin, own.coordinator.userId, now, nobody))).toBe("nobody-left");
    const successor = await addPerson(own.admin, own.organizationId, []);
    await disableUser(own.admin, own.coordinator.userId, now, { ...nobody, successorId: successor.userId });
    expect((await actorOf(successor.userId, now))?.memberships.map(({ role }) => role)).toEqual(["COORDINATOR"]);
    await enableUser(own.admin, { userId: own.coordinator.userId, key: randomUUID() }, now);
    expect(await actorOfSession(session, now)).toBeNull();
  });

  it("a disabled organisation is hidden from its staff, and stays public", async () => {
    const own = await makeWard({ round: false });
    const set = (disabled: boolean) => ({ organizationId: own.organizationId, disabled, key: randomUUID() });
    await setOrganizationDisabled(own.admin, set(true), now);
    expect((await actorOf(own.staff.userId, now))?.memberships).toEqual([]);
    expect(await currentPolicy(own.slug, 2021)).not.toBeNull();
    expect(await heard(setOrganizationDisabled(own.admin, set(true), now))).toBe("wrong-state");
    await setOrganizationDisabled(own.admin, set(false), now);
    expect((await actorOf(own.staff.userId, now))?.memberships).toHaveLength(1);
  });

  it("a section is closed once nothing hangs on it; a name is one section's", async () => {
    const { organizationId, sections } = ward;
    const close = (sectionId: string) =>
      heard(setSectionDisabled(ward.admin, { sectionId, disabled: true, key: randomUUID() }, now));
    expect(await close(sections.here)).toBe("section-in-use");
    const input = { organizationId, nameJa: "新設課", nameEn: "New", order: 9 };
    const { id } = await createSection(ward.admin, input, now);
    expect(await heard(createSection(ward.admin, input, now))).toBe("already-exists");
    const rename = { ...input, sectionId: id, nameJa: "総務課", key: randomUUID() };
    const { organizationId: _, ...change } = rename;
    expect(await heard(changeSection(ward.admin, change, now))).toBe("already-exists");
    expect(await close(id)).toBeNull();
    const post = {
      userId: ward.staff.userId,
      organizationId,
      sectionId: id,
      role: "STAFF" as const,
      postTitle: "主事",
    };
    expect(await heard(addMembership(ward.admin, { ...post, ...dates }, now))).toBe("not-found");
  });

  it("what people would leave is known before they go, and what has nobody is for those who manage", async () => {
    const own = await makeWard({ round: false });
    const leaving = await leavingOf(own.admin, own.coordinator.userId, now);
    expect(leaving.all.map(({ kind }) => kind)).toEqual(["no-coordinator"]);
    expect([...leaving.byPost.values()].flat()).toHaveLength(1);
    expect((await leavingOf(own.admin, own.staff.userId, now)).all).toEqual([]);
    expect(await heard(handoverOn(own.staff, "2021-09-10", now))).toBe("not-allowed");
    const [seen, ...others] = await handoverOn(own.head, "2021-09-10", now);
    expect(others).toEqual([]);
    expect(seen).toMatchObject({ own: true, organization: { id: own.organizationId } });
    expect((await handoverOn(own.admin, "2021-09-10", now)).length).toBeGreaterThan(1);
    const before = await handoverOn(own.head, "2021-03-31", now);
    expect(before[0]?.gaps.map(({ kind }) => kind)).toContain("no-coordinator");
  });

  it("lists are for administrators, and find people by name, place and state", async () => {
    expect(await heard(listPeople(ward.coordinator, {}))).toBe("not-allowed");
    expect(await heard(findPerson(ward.coordinator, ward.staff.userId))).toBe("not-allowed");
    expect(await heard(findPerson(ward.admin, randomUUID()))).toBe("not-found");
    const { people } = await listPeople(ward.admin, { organizationId: ward.organizationId }, now);
    expect(people.map(({ id }) => id)).toContain(ward.staff.userId);
    const found = await findPerson(ward.admin, ward.staff.userId, now);
    expect((await listPeople(ward.admin, { text: found.email.toUpperCase() }, now)).people).toHaveLength(1);
    expect((await listPeople(ward.admin, { text: found.email, state: "disabled" }, now)).people).toEqual([]);
    expect(await findOrganization(ward.admin, ward.organizationId, now)).toMatchObject({ slug: ward.slug });
  });
});
