import { hashPassword } from "../../lib/auth/password.ts";
import { closeDatabase, db } from "../../lib/data/db.ts";
import { approvedSheet, makeWard, sheetOf } from "../../lib/data/testing/ward.ts";

// Adds a small ward of its own to the app under test, its mid-year round open, with people who can sign in as
// `<name>-<role>`: for journeys that would get into the way of others on the demo's few sheets.
const name = process.argv[2] ?? "";
const ward = await makeWard({ initiatives: 6 });
const passwordHash = await hashPassword("hoshin-demo-password");
const { staff, colleague, manager, coordinator } = ward;
for (const [role, person] of Object.entries({ staff, colleague, manager, coordinator })) {
  const email = `${name}-${role}@higashisumiyoshi.example`;
  await db().user.update({ where: { id: person.userId }, data: { email, name: `試験 ${role}`, passwordHash } });
}
// As many of its initiatives as the second argument says are approved already: 1-1-1, 1-1-2, …
for (let n = 1; n <= Number(process.argv[3] ?? 0); n += 1) await approvedSheet(ward, await sheetOf(ward, `1-1-${n}`));
await closeDatabase();
