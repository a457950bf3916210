import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentOn } from "../domain/edition-times.ts";
import type { Plan } from "../domain/policy.ts";
import type { Moved } from "./carry-out.ts";
import { closeDatabase } from "./db.ts";
import { saveSheet } from "./moves.ts";
import { createPolicy } from "./policies.ts";
import { publishedEdition } from "./published.ts";
import { compareEditions, formerInitiative, initiativeEditions, revisionHistory } from "./published-editions.ts";
import { release } from "./releases.ts";
import { reopen } from "./starts.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  chosen,
  currentPlan,
  filled,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  type Ward,
  withGoal,
} from "./testing/ward.ts";

const SECRET = "公開前の下書き";
const october = at("2021-10-08T09:00:00+09:00");
const november = at("2021-11-01T09:00:00+09:00");
const december = at("2021-12-01T09:00:00+09:00");

/**
 * 1 the plan · 2 a mid-year sheet of 1-1-1 · 3 another goal and initiative 1-1-9, and the round ends · 4 initiative 1-1-2
 * gone, 1-1-3 renumbered and 1-1-8 added.
 */
let ward: Ward;
let sheet: Moved;
let ids: Record<"first" | "second" | "ninth" | "eighth", string>;

const without = (plan: Plan, code: string) => plan.filter((node) => node !== itemOf(plan, "initiative", code));
function born(plan: Plan, code: string): Plan {
  const like = itemOf(plan, "initiative", "1-1-1");
  return [...plan, { ...like, id: randomUUID(), code, title: `項目${code}`, order: 20 } as Plan[number]];
}
const coded = (plan: Plan, from: string, to: string) =>
  plan.map((node) => (node === itemOf(plan, "initiative", from) ? { ...node, code: to } : node)) as Plan;
const idOf = async (code: string) => itemOf(await currentPlan(ward.policyId), "initiative", code).id;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 3 });
  const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-1"), filled("最初の記載"));
  await releaseNow(ward, [approved]);
  // A release is a move of its own: it counts one up.
  sheet = { ...approved, lockVersion: approved.lockVersion + 1 };
  const plan = async () => currentPlan(ward.policyId);
  const second = await idOf("1-1-2");
  const third = await approvedRevision(
    ward,
    born(withGoal(await plan(), "新しい目標"), "1-1-9"),
    amendment("目標の見直し"),
  );
  const input = { policyId: ward.policyId, notice: null, key: newKey() };
  await release(ward.coordinator, { ...input, chosen: [chosen(third)], concludes: ["MID_YEAR_REVIEW"] }, october);
  const later = born(coded(without(await plan(), "1-1-2"), "1-1-3", "1-1-7"), "1-1-8");
  await releaseNow(ward, [await approvedRevision(ward, later, amendment("取組の見直し"), november)], november);
  ids = { first: await idOf("1-1-1"), second, ninth: await idOf("1-1-9"), eighth: await idOf("1-1-8") };
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
  it("says what it said, and what had been released and ended by then", async () => {
    const first = await edition(1);
    expect(first.policy.content.policy.plan.goal).toBe("目標");
    expect(first.policy.content.issues[0]?.strategies[0]?.initiatives[0]?.sheets).toEqual({});
    expect(first.policy.concluded).toEqual([]);
    expect(first.policy.history.map(({ number }) => number)).toEqual([1]);
    expect(first.next?.number).toBe(2);
    const second = await edition(2);
    expect(second.policy.content.issues[0]?.strategies[0]?.initiatives[0]?.sheets.MID_YEAR_REVIEW?.progress).toBe(
      "最初の記載",
    );
    expect(second.policy.concluded).toEqual([]);
    const third = await edition(3);
    expect(third.policy.content.policy.plan.goal).toBe("新しい目標");
    expect(third.policy.concluded).toEqual(["MID_YEAR_REVIEW"]);
    expect((await edition(4)).next).toBeNull();
    expect((await edition(1)).newest).toBe(4);
  });

  it("knows which items joined too late for a round", async () => {
    expect((await edition(2)).policy.late.MID_YEAR_REVIEW).toEqual([]);
    expect((await edition(3)).policy.late.MID_YEAR_REVIEW).toEqual([ids.ninth]);
    expect([...(await edition(4)).policy.late.MID_YEAR_REVIEW].sort()).toEqual([ids.ninth, ids.eighth].sort());
    expect((await edition(4)).policy.late.SELF_EVALUATION).toEqual([]);
  });

  it.each([0, -1, 99, 1.5, Number.NaN, 2 ** 40])("of number %s does not exist", async (number) => {
    expect(await publishedEdition(ward.slug, 2021, number)).toBeNull();
  });

  it("is found by the day on which it was current", async () => {
    const { lines } = await history();
    const on = (date: string) => currentOn(lines, date)?.number;
    expect([on("2021-03-31"), on("2021-04-01"), on("2021-10-07"), on("2021-10-08"), on("2022-01-01")]).toEqual([
      undefined,
      1,
      2,
      3,
      4,
    ]);
  });
});

describe("the revision history", () => {
  it("has an entry an Edition, newest first, with what each changed and which post approved it", async () => {
    const { entries, title } = await history();
    expect(title).toBe("運営方針");
    expect(entries.map(({ line }) => line.number)).toEqual([4, 3, 2, 1]);
    expect(entries.map(({ changes }) => changes.nodes.map(({ kind }) => kind).sort())).toEqual([
      ["added", "changed", "removed"],
      ["added", "changed"],
      [],
      [],
    ]);
    expect(entries.map(({ changes }) => changes.sheets.map(({ target }) => target.code))).toEqual([
      [],
      [],
      ["1-1-1"],
      [],
    ]);
    expect(entries.map(({ approvals }) => approvals)).toEqual([
      [{ postTitle: "MANAGER職", deputy: false }],
      [{ postTitle: "MANAGER職", deputy: false }],
      [{ postTitle: "MANAGER職", deputy: false }],
      [{ postTitle: "MANAGER職", deputy: false }],
    ]);
    expect(entries.map(({ set }) => set)).toEqual([
      null,
      null,
      null,
      { issue: 2, strategy: 2, initiative: 4, reformItem: 1 },
    ]);
    const [renumbered] = entries[0]?.changes.nodes.filter(({ kind }) => kind === "changed") ?? [];
    expect(renumbered?.renumbered).toEqual({ from: "1-1-3", to: "1-1-7" });
  });

  it("tells a replaced sheet field by field", async () => {
    const fresh = await makeWard();
    const approved = await approvedSheet(fresh, await sheetOf(fresh, "1-1-1"), filled("誤りのある記載"));
    await releaseNow(fresh, [approved]);
    const released = { ...approved, lockVersion: approved.lockVersion + 1 };
    const again = await reopen(fresh.staff, { ...on(released), comment: "誤りの訂正" }, now);
    await releaseNow(fresh, [await approvedSheet(fresh, again, filled("正しい記載"))]);
    const [newest] = (await revisionHistory(fresh.slug, 2021))?.entries ?? [];
    expect(newest?.changes).toMatchObject({
      nodes: [],
      sheets: [{ kind: "changed", fields: [{ field: "progress", before: "誤りのある記載", after: "正しい記載" }] }],
    });
    expect(newest?.approvals).toEqual([{ postTitle: "MANAGER職", deputy: false }]);
  });

  it("compares any two, the earlier one first", async () => {
    const forth = await compareEditions(ward.slug, 2021, [1, 3]);
    const back = await compareEditions(ward.slug, 2021, [3, 1]);
    expect(forth).toEqual(back);
    expect(forth?.changes?.nodes.map(({ kind }) => kind).sort()).toEqual(["added", "changed"]);
    const goal = forth?.changes?.nodes.find(({ kind }) => kind === "changed")?.fields;
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
      (await initiativeEditions(ward.slug, 2021, id)).map(({ line, plan, sheets }) => [line.number, plan, sheets]);
    expect(await told(ids.first)).toEqual([
      [2, null, ["MID_YEAR_REVIEW"]],
      [1, "added", []],
    ]);
    expect(await told(ids.second)).toEqual([
      [4, "removed", []],
      [1, "added", []],
    ]);
    expect(await told(randomUUID())).toEqual([]);
  });

  it("knows what became of an initiative whose code is gone", async () => {
    const former = async (code: string) => {
      const found = await formerInitiative(ward.slug, 2021, code);
      return found && [found.title, found.last.number, found.since.number, found.codeNow];
    };
    expect(await former("1-1-2")).toEqual(["項目1-1-2", 3, 4, null]);
    expect(await former("1-1-3")).toEqual(["項目1-1-3", 3, 4, "1-1-7"]);
    expect(await former("1-1-1")).toBeNull();
    expect(await former("9-9-9")).toBeNull();
  });

  it("of a policy that was begun and never released, or of none, does not exist", async () => {
    const { organizationId, coordinator, slug } = ward;
    await createPolicy(coordinator, { organizationId, fiscalYear: 2018, formId: "osaka-2013" }, now);
    for (const [org, year] of [
      [slug, 2018],
      ["nowhere", 2021],
      [slug, Number.NaN],
    ] as const) {
      expect(await revisionHistory(org, year)).toBeNull();
      expect(await compareEditions(org, year, [1, 2])).toBeNull();
      expect(await initiativeEditions(org, year, ids.first)).toEqual([]);
      expect(await formerInitiative(org, year, "1-1-2")).toBeNull();
      expect(await publishedEdition(org, year, 1)).toBeNull();
    }
  });
});

describe("what is not released", () => {
  it("is nowhere in the history, nor is a person", async () => {
    const again = await reopen(ward.staff, { ...on(sheet), comment: SECRET }, november);
    await saveSheet(ward.staff, { ...on(again), values: filled(SECRET) }, november);
    await saveSheet(ward.staffThere, { ...on(await sheetOf(ward, "2-1-1")), values: filled(SECRET) }, now);
    await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), SECRET), amendment(SECRET), december);
    const everything = JSON.stringify([
      await history(),
      await edition(4),
      await compareEditions(ward.slug, 2021, [1, 4]),
      await initiativeEditions(ward.slug, 2021, ids.first),
      await formerInitiative(ward.slug, 2021, "1-1-2"),
    ]);
    expect(everything).not.toContain(SECRET);
    for (const person of [ward.staff, ward.manager, ward.head, ward.coordinator]) {
      expect(everything).not.toContain(person.userId);
      expect(everything).not.toContain(person.name);
    }
  });
});
