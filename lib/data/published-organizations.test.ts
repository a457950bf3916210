import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { STAGES, stageOf } from "../domain/figures.ts";
import { closeDatabase, db } from "./db.ts";
import { createPolicy } from "./policies.ts";
import { newestPolicies } from "./published.ts";
import { formerItem, itemEditions } from "./published-editions.ts";
import { latestEditions, organizationYears, sectionName } from "./published-organizations.ts";
import { changeSection } from "./sections.ts";
import { DRAFTED, makeRevisedWard } from "./testing/revised-ward.ts";
import { currentPlan, itemOf, makeWard, newKey, now, type Ward } from "./testing/ward.ts";

let ward: Ward;
let other: Ward;
beforeAll(async () => {
  other = await makeWard({ round: false });
  ward = await makeRevisedWard();
  const { organizationId } = ward;
  await createPolicy(ward.coordinator, { organizationId, fiscalYear: 2019, formId: "osaka-2013" }, now);
});
afterAll(closeDatabase);

describe("an organisation's years", () => {
  it("are those that were released, each as its current Edition has it", async () => {
    const found = await organizationYears(ward.slug);
    expect(found?.organization.slug).toBe(ward.slug);
    expect(found?.years.map(({ fiscalYear, edition, revisions }) => [fiscalYear, edition.number, revisions])).toEqual([
      [2021, 5, 2],
    ]);
    const [year] = found?.years ?? [];
    expect(year?.content.policy.plan.goal).toBe("新しい目標");
    expect(year && STAGES.indexOf(stageOf(year))).toBe(STAGES.indexOf("reviewed"));
    expect(year?.concluded).toEqual(["MID_YEAR_REVIEW"]);
  });

  it("do not exist of an organisation that is not there, or has released nothing", async () => {
    expect(await organizationYears("nowhere")).toBeNull();
    expect(await organizationYears(ward.slug.toUpperCase())).toBeNull();
    await db().policy.updateMany({ where: { id: other.policyId }, data: { currentEditionId: null } });
    expect(await organizationYears(other.slug)).toBeNull();
    expect((await latestEditions(20)).map(({ organization }) => organization.slug)).not.toContain(other.slug);
    await db().policy.updateMany({ where: { id: other.policyId }, data: { currentEditionId: other.first.editionId } });
    expect(await organizationYears(other.slug)).not.toBeNull();
  });

  it("can be asked for on the front page, where organisations without the year are left out", async () => {
    const slugs = async (year: number | null) => (await newestPolicies(year)).map((line) => line.organization.slug);
    expect(await slugs(2021)).toContain(ward.slug);
    expect(await slugs(null)).toContain(ward.slug);
    expect(await slugs(2019)).not.toContain(ward.slug);
  });
});

describe("the latest Editions", () => {
  it("are of all organisations, newest first, each with its own reason and what it brought", async () => {
    const own = (await latestEditions(50)).filter(({ organization }) => organization.slug === ward.slug);
    expect(
      own.map(({ fiscalYear, line: { number, reason, brought } }) => [fiscalYear, number, reason, ...brought]),
    ).toEqual([
      [2021, 5, "取組の見直し"],
      [2021, 4, "目標の見直し"],
      [2021, 3, null, "MID_YEAR_REVIEW"],
      [2021, 2, null, "MID_YEAR_REVIEW"],
      [2021, 1, "策定"],
    ]);
    expect((await latestEditions(50)).map(({ organization }) => organization.slug)).toContain(other.slug);
    expect(await latestEditions(2)).toHaveLength(2);
  });
});

describe("an item of any kind", () => {
  it("has the Editions that changed it", async () => {
    const plan = await currentPlan(ward.policyId);
    const told = async (type: "issue" | "strategy" | "reformItem", code: string) => {
      const { id } = itemOf(plan, type, code);
      return (await itemEditions(ward.slug, 2021, { type, id })).map(({ line, plan: kind }) => [line.number, kind]);
    };
    for (const [type, code] of [
      ["issue", "1"],
      ["strategy", "1-1"],
      ["reformItem", "1"],
    ] as const) {
      expect(await told(type, code)).toEqual([[1, "added"]]);
    }
    // An id of one kind is no other's.
    const { id } = itemOf(plan, "issue", "1");
    expect(await itemEditions(ward.slug, 2021, { type: "strategy", id })).toEqual([]);
  });

  it("is looked for under its old code among its own kind only", async () => {
    expect((await formerItem(ward.slug, 2021, "initiative", "1-1-2"))?.codeNow).toBeNull();
    for (const type of ["issue", "strategy", "reformItem"] as const) {
      expect(await formerItem(ward.slug, 2021, type, "1-1-2")).toBeNull();
      expect(await formerItem(ward.slug, 2021, type, "1")).toBeNull();
    }
  });
});

describe("the section that answers for an item", () => {
  it("is called what it is called now, and no other organisation's section is told", async () => {
    const { here } = ward.sections;
    expect(await sectionName(ward.slug, here)).toEqual({ nameJa: "保健福祉課", nameEn: "保健福祉課" });
    const renamed = { nameJa: "健康課", nameEn: "Health", order: 0 };
    await changeSection(ward.admin, { sectionId: here, ...renamed, key: newKey() }, now);
    expect(await sectionName(ward.slug, here)).toEqual({ nameJa: "健康課", nameEn: "Health" });
    expect(await sectionName(other.slug, here)).toBeNull();
    expect(await sectionName(ward.slug, randomUUID())).toBeNull();
    expect(await sectionName(ward.slug, null)).toBeNull();
  });
});

it("none of these says anything of drafts and of people", async () => {
  const text = JSON.stringify([
    await organizationYears(ward.slug),
    await latestEditions(50),
    await newestPolicies(2021),
    await sectionName(ward.slug, ward.sections.here),
  ]);
  expect(text).toContain("新しい目標");
  expect(text).not.toContain(DRAFTED);
  for (const person of [ward.staff, ward.staffThere, ward.manager, ward.head, ward.coordinator]) {
    expect(text).not.toContain(person.userId);
    expect(text).not.toContain(person.name);
  }
});
