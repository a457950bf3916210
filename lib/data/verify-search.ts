import { canonicalText } from "../domain/canonical.ts";
import type { Transaction } from "./db.ts";
import { entryRow, impliedStretches } from "./search-entries.ts";

/** The first entry of the search that is not what the Editions say; null where all are. */
export async function searchBroken(tx: Transaction): Promise<string | null> {
  const policies = await tx.policy.findMany({
    include: { currentEdition: { select: { number: true } } },
    orderBy: { id: "asc" },
  });
  for (const policy of policies) {
    const newest = policy.currentEdition?.number ?? null;
    if (policy.searchedEdition !== newest) return `Policy ${policy.id}: its newest Edition is not searchable`;
    const implied = await impliedStretches(tx, policy);
    const wanted = new Map(implied.map((one) => [nameOf(one), canonicalText(entryRow(policy, one))]));
    const rows = await tx.searchEntry.findMany({ where: { policyId: policy.id }, orderBy: { id: "asc" } });
    for (const { id, ...row } of rows) {
      const name = `SearchEntry ${id}`;
      const expected = wanted.get(nameOf(row));
      if (expected === undefined) return `${name}: no Edition says it`;
      if (canonicalText(row) !== expected) return `${name}: it differs from what the Editions say`;
      wanted.delete(nameOf(row));
    }
    const [missing] = wanted.keys();
    if (missing !== undefined) return `SearchEntry of ${missing}: an Edition says it, the table does not`;
  }
  return null;
}

const nameOf = ({ nodeId, fromEdition }: { readonly nodeId: string; readonly fromEdition: number }) =>
  `item ${nodeId} from Edition ${fromEdition}`;
