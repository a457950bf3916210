import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import {
  approvedRevision,
  approvedSheet,
  currentPlan,
  makeWard,
  releaseNow,
  sheetOf,
  type Ward,
  withPlan,
} from "../../lib/data/testing/ward.ts";

const made = new Map<string, Ward>();

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
  for (let n = 1; n <= approved; n += 1) await approvedSheet(ward, await sheetOf(ward, `1-1-${n}`));
}

/** The ward that was added under that name. */
export function wardCalled(name: string): Ward {
  const ward = made.get(name);
  if (!ward) throw new Error(`there is no ward ${name}`);
  return ward;
}

/** Releases, in such a ward, another description of one of its initiatives, as somebody else would meanwhile. */
export async function addRelease(name: string, code: string, description: string): Promise<void> {
  const ward = wardCalled(name);
  const plan = withPlan(await currentPlan(ward.policyId), "initiative", code, { description });
  await releaseNow(ward, [await approvedRevision(ward, plan)]);
}
