import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import { approvedSheet, makeWard, sheetOf } from "../../lib/data/testing/ward.ts";

/**
 * Adds a small ward of its own, its mid-year round open, with people who can sign in as `NAME-ROLE`: for journeys that
 * would get into the way of others on the demo's few sheets. So many of its initiatives' sheets are approved already.
 */
export async function addWard(name: string, approved: number): Promise<void> {
  const ward = await makeWard({ initiatives: 6 });
  const passwordHash = await hashPassword("hoshin-demo-password");
  const { staff, colleague, manager, coordinator } = ward;
  for (const [role, person] of Object.entries({ staff, colleague, manager, coordinator })) {
    const email = `${name}-${role}@higashisumiyoshi.example`;
    await db().user.update({ where: { id: person.userId }, data: { email, name: `試験 ${role}`, passwordHash } });
  }
  for (let n = 1; n <= approved; n += 1) await approvedSheet(ward, await sheetOf(ward, `1-1-${n}`));
}
