import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import { formOf } from "../domain/forms/catalogue.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";

/**
 * Makes the place for a fiscal year's policy: nothing is public before its first release. Coordinators only. Refuses a
 * year that has one (`already-exists`) and a form that is not of that year (`invalid-draft`).
 */
export async function createPolicy(
  actor: Actor,
  input: { readonly organizationId: string; readonly fiscalYear: number; readonly formId: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  if (!holdsRoleAnywhere(actor, "COORDINATOR", input.organizationId)) throw new Refusal("not-allowed");
  const { from, to } = formOf(input.formId).fiscalYears;
  if (input.fiscalYear < from || (to !== null && input.fiscalYear > to)) throw new Refusal("invalid-draft");
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, input.organizationId);
    const { organizationId, fiscalYear } = input;
    if (await tx.policy.findFirst({ where: { organizationId, fiscalYear } })) throw new Refusal("already-exists");
    const policy = await tx.policy.create({ data: input });
    const event = {
      kind: "create",
      actorId: actor.userId,
      membershipId: null,
      subjectType: "policy" as const,
      subjectId: policy.id,
      detail: { fiscalYear, form: input.formId },
      occurredAt: clock(),
    };
    await appendEvents(tx, head, [event]);
    return { id: policy.id };
  });
}
