import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { canonicalText } from "../domain/canonical.ts";
import { closeDatabase, db } from "./db.ts";
import { disableUser } from "./disabling.ts";
import { revoke } from "./moves.ts";
import { readParts } from "./parts.ts";
import { currentPolicy } from "./published.ts";
import { cancelRelease, nextReleaseAt, runDueReleases, scheduledReleases, scheduleRelease } from "./scheduled.ts";
import {
  addPerson,
  approvedSheet,
  at,
  chosen,
  heard,
  makeWard,
  newKey,
  now,
  on,
  sheetOf,
  type Ward,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

const releaseAt = new Date("2021-09-10T17:00:00+09:00");
const before = at("2021-09-10T16:59:59+09:00");
const then = at("2021-09-10T17:00:01+09:00");

let ward: Ward;
beforeEach(async () => {
  // Whatever another test left waiting is not this one's.
  await db().release.updateMany({
    where: { state: "SCHEDULED" },
    data: { state: "CANCELLED", finishedAt: now(), request: null },
  });
  ward = await makeWard({ initiatives: 3 });
});

async function scheduled(more: object = {}) {
  const one = await approvedSheet(ward, await sheetOf(ward, "1-1-1"));
  const two = await approvedSheet(ward, await sheetOf(ward, "1-1-2"));
  const input = { policyId: ward.policyId, chosen: [one, two].map(chosen), notice: null, releaseAt, key: newKey() };
  const { releaseId } = await scheduleRelease(ward.coordinator, { ...input, ...more }, now);
  return { releaseId, one, two, input };
}

const rowOf = (id: string) => db().release.findUniqueOrThrow({ where: { id } });
const failuresTold = () =>
  db().outbox.findMany({ where: { kind: "release-failed", subjectId: ward.policyId }, select: { userId: true } });

describe("a release at a set time", () => {
  it("given its time has not come, then nothing happens; when it comes, then it is released once, as who set it", async () => {
    const { releaseId } = await scheduled();
    expect(await runDueReleases(before)).toEqual([]);
    expect(await nextReleaseAt()).toEqual(releaseAt);
    expect((await currentPolicy(ward.slug, 2021))?.edition.number).toBe(1);

    expect(await runDueReleases(then)).toEqual([{ releaseId, failure: null }]);
    expect(await runDueReleases(then)).toEqual([]);
    expect(await rowOf(releaseId)).toMatchObject({ state: "DONE", request: null, failure: null });
    const published = await currentPolicy(ward.slug, 2021);
    expect(published?.edition.number).toBe(2);
    const edition = await db().edition.findFirstOrThrow({ where: { policyId: ward.policyId, number: 2 } });
    expect(edition.occurredAt).toEqual(then());
    const event = await db().event.findFirstOrThrow({
      where: { subjectId: ward.policyId, kind: "edition" },
      orderBy: { number: "desc" },
    });
    expect(event.actorId).toBe(ward.coordinator.userId);
    expect(await scheduledReleases(ward.coordinator, ward.policyId)).toMatchObject([{ state: "DONE", edition: 2 }]);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });

  it("given two workers at the same moment, then there is one Edition", async () => {
    const { releaseId } = await scheduled();
    const ran = await Promise.all([runDueReleases(then), runDueReleases(then), runDueReleases(then)]);
    expect(ran.flat().filter(({ failure }) => failure !== null)).toEqual([]);
    expect(await db().edition.count({ where: { policyId: ward.policyId } })).toBe(2);
    expect((await rowOf(releaseId)).state).toBe("DONE");
    expect(await failuresTold()).toEqual([]);
  });

  it("given one of the sheets was revoked since, then nothing of it is released and the coordinators are told at once", async () => {
    const { releaseId, two } = await scheduled();
    const second = await addPerson(ward.admin, ward.organizationId, [["COORDINATOR", null]]);
    await revoke(ward.manager, { ...on(two), comment: "数字が違っていました" }, now);
    expect(await runDueReleases(then)).toEqual([{ releaseId, failure: "wrong-state" }]);
    expect(await rowOf(releaseId)).toMatchObject({
      state: "FAILED",
      failure: "wrong-state",
      request: null,
      editionId: null,
    });
    expect(await db().edition.count({ where: { policyId: ward.policyId } })).toBe(1);
    const states = await db().submission.findMany({
      where: { policyId: ward.policyId, initiative: { code: "1-1-1" } },
    });
    expect(states.map(({ state }) => state)).toEqual(["APPROVED"]);
    const told = (await failuresTold()).map(({ userId }) => userId).sort();
    expect(told).toEqual([ward.coordinator.userId, second.userId].sort());
    const urgent = await db().outbox.count({ where: { kind: "release-failed", urgent: true, userId: second.userId } });
    expect(urgent).toBe(1);
    // Failing is told once, and the coordinator may go on.
    expect(await runDueReleases(then)).toEqual([]);
    expect(await failuresTold()).toHaveLength(2);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });

  it("given whoever set it was disabled or lost the post since, then nothing is released", async () => {
    const { releaseId } = await scheduled();
    await addPerson(ward.admin, ward.organizationId, [["COORDINATOR", null]]);
    await db().membership.updateMany({
      where: { userId: ward.coordinator.userId },
      data: { endsOn: new Date("2021-09-09T00:00:00Z") },
    });
    expect(await runDueReleases(then)).toEqual([{ releaseId, failure: "not-allowed" }]);

    ward = await makeWard({ initiatives: 3 });
    const other = await scheduled();
    await addPerson(ward.admin, ward.organizationId, [["COORDINATOR", null]]);
    await disableUser(ward.admin, ward.coordinator.userId, now);
    expect(await runDueReleases(then)).toEqual([{ releaseId: other.releaseId, failure: "not-allowed" }]);
    expect(await db().edition.count({ where: { policyId: ward.policyId } })).toBe(1);
  });

  it("given it was cancelled in time, then nothing happens; a second cancelling is refused", async () => {
    const { releaseId } = await scheduled();
    await cancelRelease(ward.coordinator, { releaseId, key: newKey() }, now);
    expect(await runDueReleases(then)).toEqual([]);
    expect(await rowOf(releaseId)).toMatchObject({ state: "CANCELLED", request: null });
    expect(await heard(cancelRelease(ward.coordinator, { releaseId, key: newKey() }, now))).toBe("wrong-state");
  });

  it("given the same press twice, then it is scheduled once", async () => {
    const { releaseId, input } = await scheduled();
    expect(await scheduleRelease(ward.coordinator, input, now)).toEqual({ releaseId });
    expect(await db().release.count({ where: { policyId: ward.policyId } })).toBe(1);
  });

  it("refuses a time that has passed, an empty choice, whoever coordinates nothing here, and what may not be released", async () => {
    const { input } = await scheduled();
    const again = (more: object) => heard(scheduleRelease(ward.coordinator, { ...input, key: newKey(), ...more }, now));
    expect(await again({ releaseAt: now() })).toBe("past-time");
    expect(await again({ chosen: [] })).toBe("nothing-chosen");
    const sheet = chosen(await sheetOf(ward, "1-1-3"));
    expect(await again({ chosen: [{ ...sheet, versionHash: "0".repeat(64) }] })).toBe("wrong-state");
    expect(await again({ chosen: [{ ...sheet, versionHash: "x" }] })).toBe("invalid-draft");
    const by = (who: Ward["staff"]) => heard(scheduleRelease(who, { ...input, key: newKey() }, now));
    expect(await by(ward.head)).toBe("not-allowed");
    const other = await makeWard({ initiatives: 1 });
    expect(await by(other.coordinator)).toBe("not-found");
    const [row] = await scheduledReleases(ward.coordinator, ward.policyId);
    expect(await heard(cancelRelease(ward.manager, { releaseId: row?.id ?? "", key: newKey() }, now))).toBe(
      "not-allowed",
    );
    expect(await heard(cancelRelease(other.coordinator, { releaseId: row?.id ?? "", key: newKey() }, now))).toBe(
      "not-found",
    );
    expect(await heard(scheduledReleases(ward.staff, ward.policyId))).toBe("not-allowed");
  });

  it("given the city's decision, then its number and date are kept with the events of the release", async () => {
    const { releaseId } = await scheduled({ decision: { number: "東住総第45号", date: "2021-09-09" } });
    await runDueReleases(then);
    const { editionId } = await rowOf(releaseId);
    expect(editionId).not.toBeNull();
    const events = await db().event.findMany({ where: { kind: { in: ["release", "edition"] }, occurredAt: then() } });
    const hashes = events
      .filter(({ detail }) => !detail.includes('"comment":null'))
      .map(({ detail }) => JSON.parse(detail).comment as string);
    expect(hashes).toHaveLength(3);
    const parts = await readParts(hashes);
    expect(parts.get(hashes[0] ?? "")).toEqual({
      type: "comment",
      decision: { number: "東住総第45号", date: "2021-09-09" },
    });
    expect(events.some(({ detail }) => detail.includes("東住総"))).toBe(false);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });

  it("given a request that no version of this program wrote, then it is a fault: tried again, and told in the end", async () => {
    const { releaseId } = await scheduled();
    await db().release.update({ where: { id: releaseId }, data: { request: canonicalText({ policyId: "x" }) } });
    await expect(runDueReleases(then)).rejects.toThrow();
    expect((await rowOf(releaseId)).state).toBe("SCHEDULED");
    expect(await runDueReleases(at("2021-09-10T17:20:00+09:00"))).toEqual([{ releaseId, failure: "fault" }]);
    expect(await failuresTold()).toHaveLength(1);
  });
});
