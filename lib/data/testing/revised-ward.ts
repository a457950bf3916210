import { randomUUID } from "node:crypto";
import type { Plan } from "../../domain/policy.ts";
import type { Moved } from "../carry-out.ts";
import { saveSheet } from "../moves.ts";
import { release } from "../releases.ts";
import { reopen } from "../starts.ts";
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
  withPlan,
} from "./ward.ts";

/** What stands in this ward's drafts and nowhere else. */
export const DRAFTED = "公開前の下書き";

const october = at("2021-10-08T09:00:00+09:00");
const november = at("2021-11-01T09:00:00+09:00");
const december = at("2021-12-01T09:00:00+09:00");

const without = (plan: Plan, code: string) => plan.filter((node) => node !== itemOf(plan, "initiative", code));

function withNew(plan: Plan, code: string): Plan {
  const like = itemOf(plan, "initiative", "1-1-1");
  return [...plan, { ...like, id: randomUUID(), code, title: `項目${code}`, order: 20 } as Plan[number]];
}

function renumbered(plan: Plan, from: string, to: string): Plan {
  const item = itemOf(plan, "initiative", from);
  return plan.map((node) => (node === item ? { ...item, code: to } : node));
}

/** A sheet after its release, which is a move of its own and counts one up. */
const released = (sheet: Moved) => on({ ...sheet, lockVersion: sheet.lockVersion + 1 });

/**
 * A ward with a year of changes behind it, and drafts of more:
 * 1 the plan · 2 the mid-year sheet of 1-1-1 · 3 that sheet replaced · 4 another goal, another text of 1-1-1, initiative
 * 1-1-9, and the round ends · 5 initiative 1-1-2 gone, 1-1-3 called 1-1-7, 1-1-8 added.
 */
export async function makeRevisedWard(): Promise<Ward> {
  const ward = await makeWard({ initiatives: 3 });
  const plan = () => currentPlan(ward.policyId);
  const first = await approvedSheet(ward, await sheetOf(ward, "1-1-1"), filled("乳幼児健診を12回実施した。"));
  await releaseNow(ward, [first]);
  const again = await reopen(ward.staff, { ...released(first), comment: "誤りの訂正" }, now);
  const second = await approvedSheet(ward, again, filled("乳幼児健診を14回実施した。"));
  await releaseNow(ward, [second]);

  const text = { description: "乳幼児健診と相談を続け、受診しなかった家庭を訪ねる。" };
  const changed = withPlan(withNew(withGoal(await plan(), "新しい目標"), "1-1-9"), "initiative", "1-1-1", text);
  const fourth = await approvedRevision(ward, changed, amendment("目標の見直し"));
  const input = { policyId: ward.policyId, notice: null, key: newKey() };
  const bundle = { ...input, chosen: [chosen(fourth)], concludes: ["MID_YEAR_REVIEW" as const] };
  await release(ward.coordinator, bundle, october);

  const later = withNew(renumbered(without(await plan(), "1-1-2"), "1-1-3", "1-1-7"), "1-1-8");
  const fifth = await approvedRevision(ward, later, amendment("取組の見直し"), november);
  await releaseNow(ward, [fifth], november);

  const draft = await reopen(ward.staff, { ...released(second), comment: DRAFTED }, november);
  await saveSheet(ward.staff, { ...on(draft), values: filled(DRAFTED) }, november);
  await saveSheet(ward.staffThere, { ...on(await sheetOf(ward, "2-1-1")), values: filled(DRAFTED) }, now);
  await approvedRevision(ward, withGoal(await plan(), DRAFTED), amendment(DRAFTED), december);
  return ward;
}
