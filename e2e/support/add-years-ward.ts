import { hashPassword } from "../../lib/auth/password.ts";
import { db } from "../../lib/data/db.ts";
import { createPolicy } from "../../lib/data/policies.ts";
import { amendment, approvedRevision, currentPlan, makeWard, withOwnIds } from "../../lib/data/testing/ward.ts";

/**
 * Adds a small ward with its FY2021 released, FY2022 still to be begun, and the plan of FY2020 approved and not released;
 * its coordinator can sign in as `NAME-coordinator`. Returns its slug and the ids of the policies of FY2020 and FY2022.
 */
export async function addYearsWard(name: string): Promise<{ slug: string; past: string; next: string }> {
  const ward = await makeWard({ initiatives: 3, round: false });
  const { organizationId, coordinator } = ward;
  const passwordHash = await hashPassword("hoshin-demo-password");
  const email = `${name}-coordinator@higashisumiyoshi.example`;
  const data = { email, name: "試験 coordinator", passwordHash };
  await db().user.update({ where: { id: coordinator.userId }, data });
  const policyFor = async (fiscalYear: number) =>
    (await createPolicy(coordinator, { organizationId, fiscalYear, formId: "osaka-2013" })).id;
  const [past, next] = [await policyFor(2020), await policyFor(2022)];
  const formulation = { ...amendment("令和2年度方針の策定"), kind: "FORMULATION" as const, effectiveOn: "2020-04-01" };
  const plan = withOwnIds(await currentPlan(ward.policyId), past);
  await approvedRevision({ ...ward, policyId: past }, plan, formulation, () => new Date());
  return { slug: ward.slug, past, next };
}
