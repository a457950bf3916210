import { confirmRedaction, requestRedaction } from "../../lib/data/redactions.ts";
import { moveTakedown, requestTakedown } from "../../lib/data/takedowns.ts";
import { currentPlan, itemOf, newKey, now } from "../../lib/data/testing/ward.ts";
import { wardCalled } from "./add-ward.ts";

/** Takes an initiative of such a ward down: its staff ask, its head confirms. */
export async function takeDown(name: string, code: string): Promise<void> {
  const { policyId, staff, head } = wardCalled(name);
  const targetId = itemOf(await currentPlan(policyId), "initiative", code).id;
  const why = { reason: "FACTUAL_ERROR" as const, wording: "内容を確かめています。" };
  const { id } = await requestTakedown(staff, { policyId, targetId, ...why, key: newKey() }, now);
  await moveTakedown(head, { takedownId: id, move: "confirm", key: newKey() }, now);
}

/** Blacks a text out of everything that such a ward has recorded: its staff ask, its head confirms. */
export async function blackOut(name: string, text: string): Promise<void> {
  const { policyId, staff, head } = wardCalled(name);
  const asked = { policyId, text, reason: "PERSONAL_DATA" as const, key: newKey() };
  const { id } = await requestRedaction(staff, asked, now);
  await confirmRedaction(head, { requestId: id, key: newKey() }, now);
}
