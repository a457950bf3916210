import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "./db.ts";
import { saveSheet } from "./moves.ts";
import { createPolicy } from "./policies.ts";
import { currentPolicy, publishedPolicies } from "./published.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  currentPlan,
  filled,
  makeWard,
  now,
  on,
  releaseNow,
  sheetOf,
  type Ward,
  withGoal,
} from "./testing/ward.ts";

let ward: Ward;
beforeAll(async () => {
  ward = await makeWard({ initiatives: 3 });
});
afterAll(closeDatabase);

describe("the current policy", () => {
  it.each<[string, string, number]>([
    ["an organisation that does not exist", "nowhere", 2021],
    ["an organisation in other letters", "WARD", 2021],
    ["a year without a policy", "", 2020],
    ["a year that is none", "", Number.NaN],
    ["half a year", "", 2021.5],
    ["a year beyond the database's numbers", "", 2 ** 31],
    ["a negative year beyond them", "", -(2 ** 40)],
  ])("of %s is none", async (_name, slug, year) => {
    expect(await currentPolicy(slug || ward.slug, year)).toBeNull();
  });

  it("of a year that was begun and never released is none", async () => {
    const { organizationId } = ward;
    await createPolicy(ward.coordinator, { organizationId, fiscalYear: 2019, formId: "osaka-2013" }, now);
    expect(await currentPolicy(ward.slug, 2019)).toBeNull();
    const [line] = (await publishedPolicies()).filter(({ organization }) => organization.slug === ward.slug);
    expect(line?.policies.map(({ fiscalYear }) => fiscalYear)).toEqual([2021]);
  });

  it("says nothing of drafts, of sections, of people or of how far staff are", async () => {
    const secret = "公開前の下書き";
    await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-1")), values: filled(secret) }, now);
    await approvedSheet(ward, await sheetOf(ward, "1-1-2"), filled(secret));
    await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), secret), amendment(secret));
    const text = JSON.stringify([await currentPolicy(ward.slug, 2021), await publishedPolicies()]);
    expect(text).not.toContain(secret);
    for (const person of [ward.staff, ward.manager, ward.head, ward.coordinator]) {
      expect(text).not.toContain(person.userId);
      expect(text).not.toContain(person.name);
    }
  });

  it("tells its history, newest first, each Edition with its own reason", async () => {
    const fresh = await makeWard();
    await releaseNow(fresh, [await approvedSheet(fresh, await sheetOf(fresh, "1-1-1"))]);
    const plan = withGoal(await currentPlan(fresh.policyId), "新しい目標");
    await releaseNow(fresh, [await approvedRevision(fresh, plan, amendment("目標の見直し"))]);
    const policy = await currentPolicy(fresh.slug, 2021);
    expect(
      policy?.history.map(({ number, phases, revisionKind, reason, effectiveOn }) => [
        number,
        phases,
        revisionKind,
        reason,
        effectiveOn,
      ]),
    ).toEqual([
      [3, ["PLAN"], "AMENDMENT", "目標の見直し", "2021-10-01"],
      // It carries the first Revision's Part along, but brought none itself.
      [2, ["MID_YEAR_REVIEW"], null, null, "2021-09-10"],
      [1, ["PLAN"], "FORMULATION", "策定", "2021-04-01"],
    ]);
    expect(policy?.hash).toBe(policy?.history[0]?.hash);
    expect(policy?.edition.previousHash).toBe(policy?.history[1]?.hash);
    expect(policy?.content.policy.plan.goal).toBe("新しい目標");
    // Said after the fact: what happened in 2021 was recorded now.
    expect(policy?.history[1]?.occurredAt).toEqual(now());
    expect(policy?.history[1]?.recordedAt.getTime()).toBeGreaterThan(now().getTime());
  });
});

describe("the list of policies", () => {
  it("has every organisation with something released, and no other", async () => {
    const silent = await makeWard({ round: false });
    await db().policy.updateMany({ where: { id: silent.policyId }, data: { currentEditionId: null } });
    const slugs = (await publishedPolicies()).map(({ organization }) => organization.slug);
    expect(slugs).toContain(ward.slug);
    expect(slugs).not.toContain(silent.slug);
    await db().policy.updateMany({
      where: { id: silent.policyId },
      data: { currentEditionId: silent.first.editionId },
    });
    expect((await publishedPolicies()).map(({ organization }) => organization.slug)).toContain(silent.slug);
  });

  it("says of an organisation only what is public", async () => {
    const [line] = (await publishedPolicies()).filter(({ organization }) => organization.slug === ward.slug);
    expect(line).toEqual({
      organization: {
        slug: ward.slug,
        nameJa: "試験区",
        nameEn: "Test Ward",
        cityNameJa: "試験市",
        cityNameEn: "Test City",
        sourceNote: null,
        sourceUrl: null,
        sample: false,
      },
      policies: [{ fiscalYear: 2021, number: 1, occurredAt: new Date("2021-04-01T00:00:00Z") }],
    });
  });
});
