import { createHash } from "node:crypto";
import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import { nextYearPlan, type Targets } from "../domain/next-year.ts";
import { Refusal } from "../domain/refusal.ts";
import type { CopyFromLastYear } from "../domain/revision-view.ts";
import { yearItems } from "../domain/years.ts";
import type { Moved } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { type YearBefore, yearBefore } from "./last-year.ts";
import { publicColumns } from "./published.ts";
import { reachPolicy } from "./reach.ts";
import { saveRevision } from "./revising.ts";
import { startRevision } from "./starts.ts";

/** A year's policy begun as a copy of the year before: a draft Revision like any other, written by a coordinator. */

/**
 * Begins the first Revision of a policy with the chosen items of last year's. Coordinators only. Refuses (`wrong-state`)
 * a policy that has an Edition or whose year before has none, and (`invalid-draft`) an item that is not in that one.
 */
export async function startFromLastYear(
  actor: Actor,
  input: {
    readonly policyId: string;
    readonly itemIds: readonly string[];
    readonly targets: Targets;
    readonly key: string;
  },
  clock: Clock = systemClock,
): Promise<Moved> {
  const { policyId, itemIds, targets, key } = input;
  const { policy, before } = await copyable(actor, policyId);
  const items = new Set(yearItems(before.parts).map(({ id }) => id));
  if (!itemIds.every((id) => items.has(id))) throw new Refusal("invalid-draft");
  const from = { ...before, settledBefore: await settledBefore(policy.organizationId, before) };
  const to = { policyId, fiscalYear: policy.fiscalYear, formId: policy.formId };
  // The same press makes the same ids, so that sending it twice begins one Revision.
  const plan = nextYearPlan(from, to, { itemIds, targets }, (id) => idFrom(`${actor.userId} ${key} ${id}`));
  const started = await startRevision(actor, { policyId, key: `${key}-start` }, clock);
  const at = { submissionId: started.submissionId, lockVersion: started.lockVersion };
  return saveRevision(actor, { ...at, plan, revision: null, key: `${key}-save` }, clock);
}

/** Last year's items, for whoever chooses what goes on. Refuses as startFromLastYear does. */
export async function copyOfLastYear(actor: Actor, policyId: string): Promise<CopyFromLastYear> {
  const { policy, before } = await copyable(actor, policyId);
  const organization = await db().organization.findUniqueOrThrow({
    where: { id: policy.organizationId },
    select: publicColumns,
  });
  return {
    policyId,
    organization,
    fiscalYear: policy.fiscalYear,
    formId: policy.formId,
    lastYear: { fiscalYear: before.fiscalYear, formId: before.formId, items: yearItems(before.parts) },
  };
}

/** Whether a policy may begin as a copy: nothing of it is released, and the year before is. */
export async function mayCopy(actor: Actor, policyId: string): Promise<boolean> {
  try {
    await copyable(actor, policyId);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

async function copyable(actor: Actor, policyId: string) {
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  const before = policy.currentEditionId ? null : await yearBefore(policy);
  if (!before) throw new Refusal("wrong-state");
  return { policy, before };
}

/**
 * What was settled (千円) two years ago for what each of last year's items continues, as far as that is released. An item
 * that was merged has the sum of what is known of all; one that was split has no amount of its own.
 */
async function settledBefore(organizationId: string, before: YearBefore): Promise<ReadonlyMap<string, number>> {
  const earlier = await yearBefore({ organizationId, fiscalYear: before.fiscalYear });
  if (!earlier) return new Map();
  const items = yearItems(before.parts);
  const heirs = (id: string) => items.filter(({ predecessorIds }) => predecessorIds.includes(id)).length;
  const settled = new Map(
    yearItems(earlier.parts).map(({ id, sheets }) => [id, sheets.SELF_EVALUATION?.settledThousandYen] as const),
  );
  return new Map(
    items.flatMap(({ id, predecessorIds }): [string, number][] => {
      const amounts = predecessorIds.map((one) => (heirs(one) === 1 ? settled.get(one) : undefined));
      const known = amounts.filter((amount) => typeof amount === "number");
      if (known.length === 0 || known.length < amounts.length) return [];
      return [[id, known.reduce((sum, amount) => sum + amount, 0)]];
    }),
  );
}

/** An id that follows from a text: as random to look at as any, and the same each time. */
function idFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
