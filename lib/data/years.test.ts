import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EditionRecord } from "../domain/edition.ts";
import { currentOn } from "../domain/edition-times.ts";
import { isBackdated } from "../domain/fiscal-year.ts";
import { readingOrder } from "../domain/plan-order.ts";
import { isItem, type Plan } from "../domain/policy.ts";
import type { YearItem } from "../domain/years.ts";
import type { Moved } from "./carry-out.ts";
import { copyOfLastYear, mayCopy, startFromLastYear } from "./copying.ts";
import { closeDatabase, db } from "./db.ts";
import { lastYearOfItems, yearsOfTarget } from "./last-year.ts";
import { approve, submit } from "./moves.ts";
import { planEditing } from "./plan-editing.ts";
import { createPolicy } from "./policies.ts";
import { currentPolicy, publishedEdition } from "./published.ts";
import { comparedWithLastYear, hasYearBefore, itemYears } from "./published-years.ts";
import { release } from "./releases.ts";
import { saveRevision } from "./revising.ts";
import { scheduleRelease } from "./scheduled.ts";
import { openRound } from "./starts.ts";
import {
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  chosen,
  currentPlan,
  heard,
  itemOf,
  makeWard,
  newKey,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
  withGoal,
  withOwnIds,
  withPlan,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

afterAll(closeDatabase);

const FORM = "osaka-2013";
const winter = at("2022-02-01T09:00:00+09:00");
const spring = at("2022-04-01T09:00:00+09:00");
/** Long after: every year that is spoken of here is over. */
const today = at("2024-05-10T15:00:00+09:00");
const SECRET = "公開前の来年度の文章";

const policyFor = async (ward: Ward, fiscalYear: number) =>
  (await createPolicy(ward.coordinator, { organizationId: ward.organizationId, fiscalYear, formId: FORM }, winter)).id;

describe("next year's policy", () => {
  let ward: Ward;
  let last: Plan;
  let policyId: string;
  let draft: Moved;
  const keep = (without: readonly string[]) =>
    last.filter(isItem).flatMap(({ id, type, code }) => (without.includes(`${type} ${code}`) ? [] : [id]));
  const copy = (by = ward.coordinator, itemIds = keep(["reformItem 1", "initiative 1-1-2"]), key = newKey()) =>
    startFromLastYear(by, { policyId, itemIds, targets: "keep", key }, winter);

  beforeAll(async () => {
    ward = await makeWard({ initiatives: 3 });
    const sheet = await approvedSheet(ward, await sheetOf(ward, "1-1-1"));
    await releaseNow(ward, [sheet]);
    last = await currentPlan(ward.policyId);
    policyId = await policyFor(ward, 2022);
  });

  it("is begun by a coordinator, from a year that is released, before anything of its own is", async () => {
    expect(await mayCopy(ward.coordinator, policyId)).toBe(true);
    expect(await mayCopy(ward.staff, policyId)).toBe(false);
    expect(await heard(copy(ward.staff))).toBe("not-allowed");
    expect(await heard(copy(ward.coordinator, [randomUUID()]))).toBe("invalid-draft");
    const own = { itemIds: [], targets: "keep" as const, key: newKey() };
    expect(await heard(startFromLastYear(ward.coordinator, { ...own, policyId: ward.policyId }, winter))).toBe(
      "wrong-state",
    );
    const later = await policyFor(ward, 2024);
    expect(await heard(startFromLastYear(ward.coordinator, { ...own, policyId: later }, winter))).toBe("wrong-state");
    const stranger = (await makeWard({ round: false })).coordinator;
    expect(await heard(copyOfLastYear(stranger, policyId))).toBe("not-found");
    expect(await db().submission.count({ where: { policyId } })).toBe(0);
    const { lastYear } = await copyOfLastYear(ward.coordinator, policyId);
    expect(lastYear.items.map(({ code, depth }) => `${code}@${depth}`)).toEqual([
      ...["1@0", "1-1@1", "1-1-1@2", "1-1-2@2", "1-1-3@2", "2@0", "2-1@1", "2-1-1@2", "1@0"],
    ]);
  });

  it("begins once, however often the same press is sent, as a draft that names what it continues", async () => {
    const key = newKey();
    draft = await copy(undefined, undefined, key);
    expect(await copy(undefined, undefined, key)).toEqual(draft);
    expect(await db().submission.count({ where: { policyId } })).toBe(1);
    const { nodes } = await planEditing(ward.coordinator, draft.submissionId);
    expect(
      readingOrder(nodes)
        .filter(isItem)
        .map(({ code }) => code),
    ).toEqual(["1", "1-1", "1-1-1", "1-1-3", "2", "2-1", "2-1-1"]);
    const item = itemOf(nodes, "initiative", "1-1-1");
    expect(item.predecessorIds).toEqual([itemOf(last, "initiative", "1-1-1").id]);
    expect(item.plan).toEqual({ description: "取組1-1-1", lastYearBudgetThousandYen: 1000 });
    const beside = await lastYearOfItems(ward.coordinator, draft.submissionId);
    expect(beside).toMatchObject({ slug: ward.slug, fiscalYear: 2021 });
    const continued = beside?.continued.get(`initiative:${item.id}`) ?? [];
    expect(continued.map(({ code, sheets }) => [code, sheets.MID_YEAR_REVIEW?.outlook])).toEqual([["1-1-1", "1"]]);
  });

  it("is not public in any year's comparison before its release", async () => {
    const { nodes } = await planEditing(ward.coordinator, draft.submissionId);
    const secret = withPlan([...nodes] as Plan, "initiative", "1-1-1", { description: SECRET });
    draft = await saveRevision(ward.coordinator, { ...on(draft), plan: secret, revision: null }, winter);
    const { id } = itemOf(secret, "initiative", "1-1-1");
    expect(await itemYears(ward.slug, 2022, { type: "initiative", id })).toBeNull();
    expect(await comparedWithLastYear(ward.slug, 2022)).toBeNull();
    const old = { type: "initiative" as const, id: itemOf(last, "initiative", "1-1-1").id };
    const public_ = await itemYears(ward.slug, 2021, old);
    expect(public_?.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2021]);
    expect(JSON.stringify(public_)).not.toContain(SECRET);
  });

  it("stands as in the Edition that a page has read, whatever was released meanwhile", async () => {
    const item = { type: "initiative" as const, id: itemOf(last, "initiative", "1-1-1").id };
    const read = await publishedEdition(ward.slug, 2021, 1);
    const outlooks = async (edition?: EditionRecord) =>
      (await itemYears(ward.slug, 2021, item, edition))?.years.map(({ items }) =>
        items.map(({ sheets }) => sheets.MID_YEAR_REVIEW?.outlook),
      );
    expect(await outlooks(read?.policy.edition)).toEqual([[undefined]]);
    expect(await outlooks()).toEqual([["1"]]);
  });

  it("is compared item by item when it is released: continued, merged, split, new and ended", async () => {
    const { nodes } = await planEditing(ward.coordinator, draft.submissionId);
    const old = (code: string) => itemOf(last, "initiative", code).id;
    const [one, three] = ["1-1-1", "1-1-3"].map((code) => itemOf(nodes, "initiative", code));
    if (!one || !three) throw new Error("nothing was copied");
    const added = (order: number, code: string, predecessorIds: string[]) => ({
      ...{ ...three, id: randomUUID(), order, code, predecessorIds },
    });
    const plan = [
      ...nodes.map((node) => (node === one ? { ...one, predecessorIds: [old("1-1-1"), old("1-1-2")] } : node)),
      added(10, "1-1-4", [old("1-1-3")]),
      added(11, "1-1-9", []),
    ].map((node) => (node.type === "initiative" ? { ...node, plan: { ...node.plan, budgetThousandYen: 700 } } : node));
    const revision = { ...amendment("策定"), kind: "FORMULATION" as const, effectiveOn: "2022-04-01" };
    const saved = await saveRevision(ward.coordinator, { ...on(draft), plan, revision }, winter);
    const submitted = await submit(ward.coordinator, on(saved), winter);
    const approved = await approve(ward.head, shown(submitted), winter);
    await releaseNow({ ...ward, policyId }, [approved], spring);

    const compared = await comparedWithLastYear(ward.slug, 2022);
    const codes = (items: readonly YearItem[]) => items.map(({ code }) => code).join("+");
    expect(
      compared?.lines.map(
        ({ kind, now, before }) => `${kind} ${before.length ? codes(before) : "-"}>${now?.code ?? "-"}`,
      ),
    ).toEqual([
      ...["continued 1>1", "continued 1-1>1-1", "merged 1-1-1+1-1-2>1-1-1", "split 1-1-3>1-1-3", "split 1-1-3>1-1-4"],
      ...["new ->1-1-9", "continued 2>2", "continued 2-1>2-1", "continued 2-1-1>2-1-1", "ended 1>-"],
    ]);
    expect(await hasYearBefore(ward.slug, 2022)).toBe(true);
    expect(await hasYearBefore(ward.slug, 2021)).toBe(false);

    const ofMerged = await itemYears(ward.slug, 2022, { type: "initiative", id: one.id });
    expect(ofMerged).toMatchObject({ came: "merged", siblings: [] });
    expect(ofMerged?.years.map(({ fiscalYear, items }) => [fiscalYear, codes(items)])).toEqual([
      [2021, "1-1-1+1-1-2"],
      [2022, "1-1-1"],
    ]);
    const ofSplit = await itemYears(ward.slug, 2022, { type: "initiative", id: three.id });
    expect(ofSplit?.siblings.map(({ code }) => code)).toEqual(["1-1-4"]);
    const ofOld = await itemYears(ward.slug, 2021, { type: "initiative", id: old("1-1-3") });
    expect(ofOld?.years.map(({ fiscalYear, items }) => [fiscalYear, codes(items)])).toEqual([
      [2021, "1-1-3"],
      [2022, "1-1-3+1-1-4"],
    ]);
    expect(await heard(copy())).toBe("wrong-state");

    const dates = { opensOn: "2022-09-01", dueOn: "2022-09-30", plannedReleaseOn: "2022-10-07" };
    await openRound(ward.coordinator, { policyId, phase: "MID_YEAR_REVIEW", ...dates, key: newKey() }, spring);
    const { submissionId } = await sheetOf({ policyId }, "1-1-1");
    const forStaff = await yearsOfTarget(ward.staff, submissionId);
    expect(forStaff?.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2021, 2022]);
    expect(await yearsOfTarget(ward.coordinator, draft.submissionId)).toBeNull();
    expect(await heard(yearsOfTarget((await makeWard({ round: false })).staff, submissionId))).toBe("not-found");
  });
});

describe("a year that is over", () => {
  let ward: Ward;
  let policyId: string;
  let plan: Plan;
  const formulation = { ...amendment("策定"), kind: "FORMULATION" as const, effectiveOn: "2020-04-01" };
  const move = (moved: readonly Moved[], happenedOn: string, concludes: readonly "MID_YEAR_REVIEW"[] = []) =>
    release(
      ward.coordinator,
      { policyId, chosen: moved.map(chosen), notice: null, happenedOn, concludes, key: newKey() },
      today,
    );

  beforeAll(async () => {
    ward = await makeWard({ round: false });
    policyId = await policyFor(ward, 2020);
    plan = withOwnIds(await currentPlan(ward.policyId), policyId);
  });

  it("is released with the day on which it happened, by people of today, and says so", async () => {
    const approved = await approvedRevision({ ...ward, policyId }, plan, formulation, today);
    expect(await heard(move([approved], "2024-05-11"))).toBe("not-in-order");
    expect(await heard(move([approved], "2019-03-31"))).toBe("not-in-order");
    expect(await heard(move([approved], "2020-02-30"))).toBe("not-in-order");
    const soon = { policyId, chosen: [chosen(approved)], notice: null, happenedOn: "2020-04-01", key: newKey() };
    const releaseAt = new Date("2024-06-01T00:00:00Z");
    expect(await heard(scheduleRelease(ward.coordinator, { ...soon, releaseAt }, today))).toBe("invalid-draft");
    await move([approved], "2020-04-01");
    const policy = await currentPolicy(ward.slug, 2020);
    expect(policy?.edition.occurredAt).toBe("2020-04-01T00:00:00.000Z");
    expect(policy?.history.map(isBackdated)).toEqual([true]);
    const events = await db().event.findMany({
      where: { subjectId: approved.submissionId },
      orderBy: { number: "asc" },
    });
    expect(events.map(({ kind, occurredAt }) => `${kind} ${occurredAt.getUTCFullYear()}`)).toEqual([
      ...["start 2024", "save 2024", "submit 2024", "approve 2024", "release 2020"],
    ]);
  });

  it("moves in with its round, whose dates lie behind, and keeps the order of what happened", async () => {
    const dates = { opensOn: "2020-09-01", dueOn: "2020-09-25", plannedReleaseOn: "2020-10-02" };
    await openRound(ward.coordinator, { policyId, phase: "MID_YEAR_REVIEW", ...dates, key: newKey() }, today);
    const sheet = await approvedSheet(ward, await sheetOf({ policyId }, "1-1-1"));
    expect(await heard(move([sheet], "2020-03-31"))).toBe("not-in-order");
    await move([sheet], "2020-10-02", ["MID_YEAR_REVIEW"]);
    const round = await db().round.findFirstOrThrow({ where: { policyId } });
    expect(round.closedAt).toEqual(new Date("2020-10-02T00:00:00Z"));

    const later = withGoal(await currentPlan(policyId), "見直した目標");
    const third = await approvedRevision({ ...ward, policyId }, later, amendment(), today);
    expect(await heard(move([third], "2020-10-01"))).toBe("not-in-order");
    await move([third], "2020-10-02");
    const history = (await currentPolicy(ward.slug, 2020))?.history ?? [];
    const as = (day: string) => currentOn(history, day)?.number;
    expect(["2020-03-31", "2020-04-01", "2020-10-01", "2020-10-02", "2024-05-10"].map(as)).toEqual([
      ...[undefined, 1, 1, 3, 3],
    ]);
  });

  it("is what its policy's year must be", async () => {
    const running = await policyFor(ward, 2024);
    const own = withOwnIds(await currentPlan(ward.policyId), running);
    const only = own.filter(({ type }) => type === "policy" || type === "reformItem");
    const approved = await approvedRevision({ ...ward, policyId: running }, only, formulation, today);
    const input = { policyId: running, chosen: [chosen(approved)], notice: null, key: newKey() };
    expect(await heard(release(ward.coordinator, { ...input, happenedOn: "2024-04-01" }, today))).toBe("year-not-over");
    await release(ward.coordinator, input, today);
  });

  it("leaves an archive that verifies", async () => {
    expect((await verifyArchive()).broken).toBeNull();
  });
});
