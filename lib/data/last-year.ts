import type { Part } from "../domain/edition.ts";
import { db, type Transaction } from "./db.ts";
import { readManifest } from "./parts.ts";
import { partsOf } from "./reach.ts";

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
