import type { Actor } from "../domain/actor.ts";
import type { Part } from "../domain/edition.ts";
import { nodesOf } from "../domain/plan-changes.ts";
import { isItem, nodeKey } from "../domain/policy.ts";
import type { LastYearOfItems } from "../domain/revision-view.ts";
import type { ItemYears } from "../domain/years.ts";
import { yearItems } from "../domain/years.ts";
import { db, type Transaction } from "./db.ts";
import { readManifest } from "./parts.ts";
import { itemYears } from "./published-years.ts";
import { partsOf, reachSubmission } from "./reach.ts";

/** What an organisation's policy of the year before says in its current Edition. */
export interface YearBefore {
  readonly policyId: string;
  readonly fiscalYear: number;
  readonly formId: string;
  readonly parts: ReadonlyMap<string, Part>;
}

/** The year before a policy's, as it is public now; null where nothing of it was released. */
export async function yearBefore(
  { organizationId, fiscalYear }: { readonly organizationId: string; readonly fiscalYear: number },
  tx: Transaction = db(),
): Promise<YearBefore | null> {
  const row = await tx.policy.findFirst({
    where: { organizationId, fiscalYear: fiscalYear - 1, currentEditionId: { not: null } },
    include: { currentEdition: true },
  });
  if (!row) return null;
  const parts = await readManifest(partsOf(row.currentEdition), tx);
  return { policyId: row.id, fiscalYear: row.fiscalYear, formId: row.formId, parts };
}

/** What last year's items say that a Revision's items continue; null where nothing of that year was released. */
export async function lastYearOfItems(actor: Actor, submissionId: string): Promise<LastYearOfItems | null> {
  const { row } = await reachSubmission(actor, submissionId);
  const before = row.phase === "PLAN" ? await yearBefore(row.policy) : null;
  if (!before) return null;
  const items = yearItems(before.parts);
  const now = nodesOf(await readManifest(partsOf(row.headVersion ?? row.baseEdition)));
  return {
    slug: row.policy.organization.slug,
    fiscalYear: before.fiscalYear,
    formId: before.formId,
    continued: new Map(
      now.filter(isItem).map((node) => [nodeKey(node), items.filter(({ id }) => node.predecessorIds.includes(id))]),
    ),
  };
}

/** The years of the item that a sheet is written for, as they are public; null for the policy itself. */
export async function yearsOfTarget(actor: Actor, submissionId: string): Promise<ItemYears | null> {
  const { row, target } = await reachSubmission(actor, submissionId);
  if (row.phase === "PLAN" || target.type === "policy") return null;
  return itemYears(row.policy.organization.slug, row.policy.fiscalYear, { type: target.type, id: target.id });
}
