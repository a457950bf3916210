import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EventFilter, eventFilter } from "../domain/event-log.ts";
import { closeDatabase, db } from "./db.ts";
import { EVENTS_A_PAGE, eventChoices, listEvents, verifyNow } from "./event-log.ts";
import { approvedSheet, heard, makeWard, releaseNow, sheetOf, type Ward } from "./testing/ward.ts";

let ward: Ward;
const nothing = eventFilter.parse({});
const list = (filter: Partial<EventFilter> = {}) => listEvents(ward.admin, { ...nothing, ...filter });
const all = async (filter: Partial<EventFilter> = {}) => {
  const { pages } = await list(filter);
  const each = await Promise.all(Array.from({ length: pages }, (_, index) => list({ ...filter, page: index + 1 })));
  return each.flatMap(({ lines }) => lines);
};

beforeAll(async () => {
  ward = await makeWard({ initiatives: 25 });
  await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-1"))]);
}, 60_000);
afterAll(closeDatabase);

it("is for administrators; for anybody else it is not there", async () => {
  for (const actor of [ward.coordinator, ward.head, ward.staff]) {
    expect(await heard(listEvents(actor, nothing))).toBe("not-found");
    expect(await heard(eventChoices(actor))).toBe("not-found");
    expect(await heard(verifyNow(actor))).toBe("not-found");
  }
});

it("holds every event of every chain once, the newest first, page by page", async () => {
  const lines = await all();
  expect(lines).toHaveLength(await db().event.count());
  expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  const times = lines.map(({ recordedAt }) => recordedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => b - a));
  const { pages, count, lines: first } = await list();
  expect([count, first.length]).toEqual([lines.length, EVENTS_A_PAGE]);
  expect(pages).toBe(Math.ceil(lines.length / EVENTS_A_PAGE));
  expect((await list({ page: 9999 })).page).toBe(pages);
});

it("says who, as which post, and shows of hashes and texts no more than it must", async () => {
  const [line] = await all({ kind: "approve" });
  expect(line).toMatchObject({
    kind: "approve",
    postTitle: "MANAGER職",
    subjectType: "submission",
    organization: { nameJa: "試験区" },
  });
  const lines = await all();
  expect(lines.every(({ detail }) => detail.every(({ value }) => !/^[0-9a-f]{64}$/.test(value)))).toBe(true);
  expect(JSON.stringify(lines)).not.toContain("乳幼児健診");
});

describe("narrowed down", () => {
  it("to a chain, a kind, a subject", async () => {
    const own = await all({ chain: ward.organizationId });
    expect(own.length).toBe(await db().event.count({ where: { chain: { organizationId: ward.organizationId } } }));
    const administration = await all({ chain: "administration" });
    expect(administration.every(({ organization }) => organization === null)).toBe(true);
    expect(own.length + administration.length).toBe((await all()).length);
    expect((await all({ kind: "edition" })).map(({ kind }) => kind)).toEqual(["edition", "edition"]);
    expect((await all({ subject: ward.policyId, kind: "edition" })).length).toBe(2);
  });
  it("to people by name or post", async () => {
    const managers = await all({ person: "manager職" });
    expect(managers.length).toBeGreaterThan(0);
    expect(managers.every(({ postTitle }) => postTitle === "MANAGER職")).toBe(true);
    expect((await all({ person: "管理者" })).every(({ actor }) => actor === "管理者")).toBe(true);
  });
  it("to days in Japan, both included", async () => {
    // The ward began on 1 April at 9 in the morning, its round was opened on 1 August.
    const opened = await all({ chain: ward.organizationId, from: "2021-08-01", to: "2021-08-01" });
    expect(opened.map(({ kind }) => kind)).toContain("open");
    expect(opened.every(({ occurredAt }) => occurredAt.toISOString().startsWith("2021-08-01"))).toBe(true);
    expect(await all({ from: "2021-08-02", to: "2021-08-01" })).toEqual([]);
  });
  it("what cannot be understood asks for nothing", () => {
    const odd = { chain: "x", kind: "A B", person: ["a"], subject: "1", from: "2021-02-30", to: "soon", page: "-1" };
    expect(eventFilter.parse(odd)).toEqual(nothing);
  });
});

it("verifies on demand", async () => {
  const verdict = await verifyNow(ward.admin);
  expect(verdict.broken).toBeNull();
  expect(verdict.checked.events).toBe(await db().event.count());
});

it("offers the chains and kinds that there are", async () => {
  const { organizations, kinds } = await eventChoices(ward.admin);
  expect(organizations.map(({ id }) => id)).toContain(ward.organizationId);
  expect(kinds).toEqual(expect.arrayContaining(["approve", "edition", "open", "start"]));
});
