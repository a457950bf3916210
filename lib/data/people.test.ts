import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ZodError } from "zod";
import type { Actor } from "../domain/actor.ts";
import { RESERVED_SLUGS } from "../domain/slugs.ts";
import { closeDatabase, db } from "./db.ts";
import {
  actorOf,
  addMembership,
  createFirstAdministrator,
  createOrganization,
  createSection,
  createUser,
  disableUser,
  email,
  type NewOrganization,
  newOrganization,
} from "./people.ts";
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
