import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentOn } from "../domain/edition-times.ts";
import { closeDatabase } from "./db.ts";
import { nameDeputy } from "./delegations.ts";
import { approve, saveSheet, submit } from "./moves.ts";
import { actorOf } from "./people.ts";
import { createPolicy } from "./policies.ts";
import { publishedEdition } from "./published.ts";
import { compareEditions, formerItem, itemEditions, revisionHistory } from "./published-editions.ts";
import { DRAFTED, makeRevisedWard } from "./testing/revised-ward.ts";
import {
  addPerson,
  currentPlan,
  filled,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
} from "./testing/ward.ts";

let ward: Ward;
const idOf = async (code: string) => itemOf(await currentPlan(ward.policyId), "initiative", code).id;

beforeAll(async () => {
  ward = await makeRevisedWard();
}, 60_000);
afterAll(closeDatabase);

const edition = async (number: number) => {
  const found = await publishedEdition(ward.slug, 2021, number);
  if (!found) throw new Error(`no edition ${number}`);
  return found;
};
const history = async () => {
  const found = await revisionHistory(ward.slug, 2021);
  if (!found) throw new Error("no history");
  return found;
};

describe("an Edition of the past", () => {
  const firstSheet = async (number: number) =>
    (await edition(number)).policy.content.issues[0]?.strategies[0]?.initiatives[0]?.sheets.MID_YEAR_REVIEW?.progress;

  it("says what it said, and what had been released and ended by then", async () => {
    const { policy, next, newest } = await edition(1);
    expect(policy.content.policy.plan.goal).toBe("目標");
    expect(policy.history.map(({ number }) => number)).toEqual([1]);
    expect([next?.number, newest]).toEqual([2, 5]);
    expect(await Promise.all([1, 2, 3].map(firstSheet))).toEqual([
      undefined,
      "乳幼児健診を12回実施した。",
      "乳幼児健診を14回実施した。",
    ]);
    expect((await edition(3)).policy.concluded).toEqual([]);
    const fourth = await edition(4);
    expect(fourth.policy.content.policy.plan.goal).toBe("新しい目標");
    expect(fourth.policy.concluded).toEqual(["MID_YEAR_REVIEW"]);
    expect((await edition(5)).next).toBeNull();
  });

  it("knows which items joined too late for a round", async () => {
    const [ninth, eighth] = [await idOf("1-1-9"), await idOf("1-1-8")];
    expect((await edition(3)).policy.late.MID_YEAR_REVIEW).toEqual([]);
    expect((await edition(4)).policy.late.MID_YEAR_REVIEW).toEqual([ninth]);
    expect([...(await edition(5)).policy.late.MID_YEAR_REVIEW].sort()).toEqual([ninth, eighth].sort());
    expect((await edition(5)).policy.late.SELF_EVALUATION).toEqual([]);
  });

  it.each([0, -1, 99, 1.5, Number.NaN, 2 ** 40])("of number %s does not exist", async (number) => {
    expect(await publishedEdition(ward.slug, 2021, number)).toBeNull();
  });

  it("is found by the day on which it was current", async () => {
    const { lines } = await history();
    const numbers = ["2021-03-31", "2021-04-01", "2021-10-07", "2021-10-08", "2022-01-01"].map(
      (date) => currentOn(lines, date)?.number,
    );
    expect(numbers).toEqual([undefined, 1, 3, 4, 5]);
  });
});

describe("the revision history", () => {
  it("has an entry an Edition, newest first, with what each changed and which post approved it", async () => {
    const { entries, title } = await history();
    expect(title).toBe("運営方針");
    const told = entries.map(({ line, changes, set }) => [
      line.number,
      changes.nodes.map(({ kind }) => kind).sort(),
      changes.sheets.map(({ kind, target }) => `${kind} ${target.code}`),
      set,
    ]);
    expect(told).toEqual([
      [5, ["added", "changed", "removed"], [], null],
      [4, ["added", "changed", "changed"], [], null],
      [3, [], ["changed 1-1-1"], null],
      [2, [], ["added 1-1-1"], null],
      [1, [], [], { issue: 2, strategy: 2, initiative: 4, reformItem: 1 }],
    ]);
    for (const { approvals } of entries) expect(approvals).toEqual([{ postTitle: "MANAGER職", deputy: false }]);
    const [named] = entries[0]?.changes.nodes.filter(({ kind }) => kind === "changed") ?? [];
    expect(named?.renumbered).toEqual({ from: "1-1-3", to: "1-1-7" });
    expect(entries[2]?.changes.sheets[0]?.fields).toEqual([
      { field: "progress", before: "乳幼児健診を12回実施した。", after: "乳幼児健診を14回実施した。" },
    ]);
  });

  it("says that a deputy decided, as whose deputy, and not who", async () => {
    const fresh = await makeWard();
    const deputy = await addPerson(fresh.admin, fresh.organizationId, [["STAFF", fresh.sections.elsewhere]]);
    const dates = { rank: 1, startsOn: "2021-09-01", endsOn: "2021-09-30" };
    const post = { membershipId: fresh.manager.memberships[0]?.id ?? "", deputyId: deputy.userId };
    await nameDeputy(fresh.manager, { ...post, ...dates, key: newKey() }, now);
    const saved = await saveSheet(fresh.staff, { ...on(await sheetOf(fresh, "1-1-1")), values: filled() }, now);
    const submitted = await submit(fresh.staff, on(saved), now);
    const acting = await actorOf(deputy.userId, now);
    if (!acting) throw new Error("disabled");
    await releaseNow(fresh, [await approve(acting, shown(submitted), now)]);
    const [newest] = (await revisionHistory(fresh.slug, 2021))?.entries ?? [];
    expect(newest?.approvals).toEqual([{ postTitle: "MANAGER職", deputy: true }]);
  });

  it("compares any two, the earlier one first", async () => {
    const forth = await compareEditions(ward.slug, 2021, [1, 4]);
    expect(forth).toEqual(await compareEditions(ward.slug, 2021, [4, 1]));
    expect(forth?.changes?.nodes.map(({ kind }) => kind).sort()).toEqual(["added", "changed", "changed"]);
    const goal = forth?.changes?.nodes.find(({ after }) => after?.type === "policy")?.fields;
    expect(goal).toEqual([{ field: "goal", before: "目標", after: "新しい目標" }]);
    expect(forth?.changes?.sheets.map(({ kind }) => kind)).toEqual(["added"]);
    expect(forth?.title).toBe("運営方針");
  });

  it.each<[number, number]>([
    [1, 1],
    [0, 1],
    [1, 99],
    [Number.NaN, 1],
  ])("compares nothing for %s and %s", async (from, to) => {
    expect((await compareEditions(ward.slug, 2021, [from, to]))?.changes).toBeNull();
  });

  it("tells of one initiative the Editions that changed it", async () => {
    const told = async (id: string) =>
      (await itemEditions(ward.slug, 2021, { type: "initiative", id })).map(({ line, plan, sheets }) => [
        line.number,
        plan,
        ...sheets,
      ]);
    expect(await told(await idOf("1-1-1"))).toEqual([
      [4, "changed"],
      [3, null, "MID_YEAR_REVIEW"],
      [2, null, "MID_YEAR_REVIEW"],
      [1, "added"],
    ]);
    expect(await told(await idOf("1-1-9"))).toEqual([[4, "added"]]);
    expect(await told(await idOf("1-1-7"))).toEqual([
      [5, "changed"],
      [1, "added"],
    ]);
    expect(await told(randomUUID())).toEqual([]);
  });

  it("knows what became of an initiative whose code is gone", async () => {
    const former = async (code: string) => {
      const found = await formerItem(ward.slug, 2021, "initiative", code);
      return found && [found.title, found.last.number, found.since.number, found.codeNow];
    };
    expect(await former("1-1-2")).toEqual(["項目1-1-2", 4, 5, null]);
    expect(await former("1-1-3")).toEqual(["項目1-1-3", 4, 5, "1-1-7"]);
    expect(await former("1-1-1")).toBeNull();
    expect(await former("9-9-9")).toBeNull();
  });

  it("of a policy that was begun and never released, or of none, does not exist", async () => {
    const { organizationId, coordinator, slug } = ward;
    await createPolicy(coordinator, { organizationId, fiscalYear: 2018, formId: "osaka-2013" }, now);
    for (const [org, year] of [[slug, 2018] as const, ["nowhere", 2021] as const, [slug, Number.NaN] as const]) {
      expect(await revisionHistory(org, year)).toBeNull();
      expect(await compareEditions(org, year, [1, 2])).toBeNull();
      expect(await itemEditions(org, year, { type: "initiative", id: randomUUID() })).toEqual([]);
      expect(await formerItem(org, year, "initiative", "1-1-2")).toBeNull();
      expect(await publishedEdition(org, year, 1)).toBeNull();
    }
  });

  it("says nothing of drafts and of people", async () => {
    const text = JSON.stringify([
      await history(),
      ...(await Promise.all([1, 2, 3, 4, 5].map(edition))),
      await compareEditions(ward.slug, 2021, [1, 5]),
      await itemEditions(ward.slug, 2021, { type: "initiative", id: await idOf("1-1-1") }),
      await formerItem(ward.slug, 2021, "initiative", "1-1-2"),
    ]);
    expect(text).toContain("新しい目標");
    expect(text).not.toContain(DRAFTED);
    for (const person of [ward.staff, ward.staffThere, ward.manager, ward.head, ward.coordinator]) {
      expect(text).not.toContain(person.userId);
      expect(text).not.toContain(person.name);
    }
  });
});
