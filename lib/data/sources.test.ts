import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SheetValues } from "../domain/forms/sheet.ts";
import { isListEntry, type Plan, type PlanNode } from "../domain/policy.ts";
import { closeDatabase, db } from "./db.ts";
import { approve, saveSheet, submit } from "./moves.ts";
import { createPolicy } from "./policies.ts";
import { openRound } from "./starts.ts";
import { findSubmission } from "./submissions.ts";
import {
  amendment,
  approvedRevision,
  at,
  currentPlan,
  filled,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(async () => {
  expect(await verifyArchive()).toMatchObject({ broken: null });
  await closeDatabase();
});

const openYearEnd = (ward: Pick<Ward, "coordinator" | "policyId">, year: number) =>
  openRound(
    ward.coordinator,
    {
      policyId: ward.policyId,
      phase: "SELF_EVALUATION",
      opensOn: `${year + 1}-03-01`,
      dueOn: `${year + 1}-03-31`,
      plannedReleaseOn: `${year + 1}-06-03`,
      key: newKey(),
    },
    at(`${year + 1}-03-01T09:00:00+09:00`),
  );
const spring = (year: number) => at(`${year + 1}-03-10T09:00:00+09:00`);
const done: SheetValues = { results: "健診を20回実施した。", achievement: "1", implementation: "i" };

describe("given a ward in the middle of its year", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard();
  });

  it("when the mid-year sheet is written, then nothing is known from elsewhere", async () => {
    const sheet = await sheetOf(ward, "1-1-1");
    expect((await findSubmission(ward.staff, sheet.submissionId, now)).sources).toEqual({
      midYear: null,
      lastYear: null,
    });
  });

  it("when the self-evaluation is written, then the mid-year text stands beside it, drafted or released", async () => {
    await openYearEnd(ward, 2021);
    const sheet = await sheetOf(ward, "1-1-1", "initiative", "SELF_EVALUATION");
    const midYear = async () => (await findSubmission(ward.staff, sheet.submissionId, spring(2021))).sources.midYear;
    expect(await midYear()).toBeNull();
    const open = await sheetOf(ward, "1-1-1");
    const saved = await saveSheet(ward.staff, { ...on(open), values: filled("前半は12回") }, now);
    expect(await midYear()).toEqual(filled("前半は12回"));
    const approved = await approve(ward.manager, shown(await submit(ward.staff, on(saved), now)), now);
    await releaseNow(ward, [approved]);
    expect(await midYear()).toEqual(filled("前半は12回"));
  });

  it("when a grade differs from the indicators, then it is submitted only with a reason", async () => {
    const indicator = {
      id: randomUUID(),
      name: "参加者数",
      unit: "人",
      measure: "NUMBER" as const,
      direction: "HIGHER" as const,
      baseline: null,
      target: 80,
    };
    const fresh = await makeWard({ round: false });
    const plan = withPlan(await currentPlan(fresh.policyId), "initiative", "1-1-1", { processIndicators: [indicator] });
    await releaseNow(fresh, [await approvedRevision(fresh, plan, amendment("指標の設定"))]);
    await openYearEnd(fresh, 2021);
    const sheet = await sheetOf(fresh, "1-1-1", "initiative", "SELF_EVALUATION");
    const values = { ...done, processActuals: [{ indicatorId: indicator.id, actual: 72 }] };
    const saved = await saveSheet(fresh.staff, { ...on(sheet), values }, spring(2021));
    expect((await findSubmission(fresh.staff, sheet.submissionId)).missing).toEqual([
      { field: "gradeReason", code: "required" },
    ]);
    expect(await heard(submit(fresh.staff, on(saved), spring(2021)))).toBe("incomplete");
    const reasoned = { ...values, gradeReason: "会場の閉鎖があったため" };
    const again = await saveSheet(fresh.staff, { ...on(saved), values: reasoned }, spring(2021));
    expect(await heard(submit(fresh.staff, on(again), spring(2021)))).toBeNull();
  });
});

describe("given a ward with two years", () => {
  it("when this year's sheet is written, then last year's self-evaluation of what it continues stands beside it", async () => {
    const ward = await makeWard({ round: false });
    await openYearEnd(ward, 2021);
    const before = await sheetOf(ward, "1-1-1", "initiative", "SELF_EVALUATION");
    const saved = await saveSheet(ward.staff, { ...on(before), values: done }, spring(2021));
    const approved = await approve(
      ward.manager,
      shown(await submit(ward.staff, on(saved), spring(2021))),
      spring(2021),
    );
    await releaseNow(ward, [approved], spring(2021));

    const lastPlan = await currentPlan(ward.policyId);
    const { id: policyId } = await createPolicy(ward.coordinator, {
      organizationId: ward.organizationId,
      fiscalYear: 2022,
      formId: "osaka-2013",
    });
    const next = { ...ward, policyId };
    const plan = continuing(lastPlan, policyId);
    const first = { ...amendment("策定"), kind: "FORMULATION" as const, effectiveOn: "2022-04-01" };
    await releaseNow(next, [await approvedRevision(next, plan, first)]);
    await openYearEnd(next, 2022);

    const sourcesFor = async (code: string) => {
      const sheet = await sheetOf(next, code, "initiative", "SELF_EVALUATION");
      return (await findSubmission(ward.staff, sheet.submissionId, spring(2022))).sources;
    };
    expect((await sourcesFor("1-1-1")).lastYear).toEqual({
      fiscalYear: 2021,
      values: done,
      plan: itemOf(lastPlan, "initiative", "1-1-1").plan,
    });
    // Released without a sheet, and newly begun: nothing to look up.
    expect((await sourcesFor("1-1-2")).lastYear).toBeNull();
    expect((await sourcesFor("2-1-1")).lastYear).toBeNull();
    expect(await db().policy.count({ where: { organizationId: ward.organizationId } })).toBe(2);
  });
});

/** The same plan a year later: new ids, each item of issue 1 continuing the one of its code. */
function continuing(plan: Plan, policyId: string): Plan {
  const fresh = new Map(plan.map(({ id }) => [id, randomUUID() as string]));
  const idOf = (id: string) => fresh.get(id) ?? id;
  return plan.map((node): PlanNode => {
    if (node.type === "policy") return { ...node, id: policyId };
    if (isListEntry(node)) return { ...node, id: idOf(node.id) };
    const own = { id: idOf(node.id), predecessorIds: node.code.startsWith("1") ? [node.id] : [] };
    if (node.type === "strategy") return { ...node, ...own, issueId: idOf(node.issueId) };
    if (node.type === "initiative") return { ...node, ...own, strategyId: idOf(node.strategyId) };
    return { ...node, ...own };
  });
}
