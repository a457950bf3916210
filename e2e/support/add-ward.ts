import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import { confirmRedaction, requestRedaction } from "../../lib/data/redactions.ts";
import { moveTakedown, requestTakedown } from "../../lib/data/takedowns.ts";
import {
  approvedRevision,
  approvedSheet,
  currentPlan,
  itemOf,
  makeWard,
  newKey,
  releaseNow,
  sheetOf,
  type Ward,
  withPlan,
} from "../../lib/data/testing/ward.ts";

const made = new Map<string, Ward>();
const approvedSheets = new Map<string, Awaited<ReturnType<typeof approvedSheet>>[]>();

/**
 * Adds a ward of its own of that shape, with people who can sign in as `NAME-ROLE`: for journeys that would get into the
 * way of others on the demo's few sheets. So many of its sheets are approved already.
 */
export async function addWard(name: string, approved: number, shape: Parameters<typeof makeWard>[0]): Promise<void> {
  const ward = await makeWard(shape);
  made.set(name, ward);
  const passwordHash = await hashPassword("hoshin-demo-password");
  const { staff, colleague, manager, coordinator } = ward;
  for (const [role, person] of Object.entries({ staff, colleague, manager, coordinator })) {
    const email = `${name}-${role}@higashisumiyoshi.example`;
    await db().user.update({ where: { id: person.userId }, data: { email, name: `試験 ${role}`, passwordHash } });
  }
  const sheets = [];
  for (let n = 1; n <= approved; n += 1) sheets.push(await approvedSheet(ward, await sheetOf(ward, `1-1-${n}`)));
  approvedSheets.set(name, sheets);
}

/** Releases the sheets of such a ward that were approved when it was added. */
export async function addReleaseOfSheets(name: string): Promise<void> {
  await releaseNow(madeAs(name), approvedSheets.get(name) ?? []);
}

/** Releases, in such a ward, another description of one of its initiatives, as somebody else would meanwhile. */
export async function addRelease(name: string, code: string, description: string): Promise<void> {
  const ward = madeAs(name);
  const plan = withPlan(await currentPlan(ward.policyId), "initiative", code, { description });
  await releaseNow(ward, [await approvedRevision(ward, plan)]);
}

/** Asks for one of its initiatives to be taken down as staff, and confirms that as its manager. */
export async function addTakedown(name: string, code: string, wording: string): Promise<void> {
  const ward = madeAs(name);
  const { id: targetId } = itemOf(await currentPlan(ward.policyId), "initiative", code);
  const asked = { policyId: ward.policyId, targetId, reason: "RIGHTS" as const, wording, key: newKey() };
  const { id } = await requestTakedown(ward.staff, asked);
  await moveTakedown(ward.manager, { takedownId: id, move: "confirm", key: newKey() });
}

/** Asks for a text to be blacked out in its records as staff, and confirms that as a coordinator. */
export async function addRedaction(name: string, text: string): Promise<void> {
  const ward = madeAs(name);
  const asked = { policyId: ward.policyId, text, reason: "PERSONAL_DATA" as const, key: newKey() };
  const { id } = await requestRedaction(ward.staff, asked);
  await confirmRedaction(ward.coordinator, { requestId: id, key: newKey() });
}

export function madeAs(name: string): Ward {
  const ward = made.get(name);
  if (!ward) throw new Error(`there is no ward ${name}`);
  return ward;
}
