import type { Part } from "../domain/edition.ts";
import { type ItemNode, isItem, isNode } from "../domain/policy.ts";
import type { Transaction } from "./db.ts";

/** The columns that a plan's item and its row have in common. */
function columnsOf(node: ItemNode, policyId: string) {
  const { code, title, order, featured, sectionId, predecessorIds } = node;
  return { policyId, code, title, order, featured, sectionId, predecessorIds, removedInId: null };
}

const amount = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** The relational rows that an Edition implies: what a release writes, and what verify compares with. */
export function rowsOf(policyId: string, parts: Iterable<Part>) {
  const all = [...parts];
  const items = all.filter(isNode).filter(isItem);
  const settled = new Map(
    all.flatMap((part) =>
      part.type === "sheet" && part.phase === "SELF_EVALUATION"
        ? [[part.target.id, amount(part.values.settledThousandYen)] as const]
        : [],
    ),
  );
  return {
    issue: items.flatMap((node) => (node.type === "issue" ? [{ id: node.id, ...columnsOf(node, policyId) }] : [])),
    strategy: items.flatMap((node) =>
      node.type === "strategy" ? [{ id: node.id, issueId: node.issueId, ...columnsOf(node, policyId) }] : [],
    ),
    initiative: items.flatMap((node) =>
      node.type === "initiative"
        ? [
            {
              id: node.id,
              strategyId: node.strategyId,
              ...columnsOf(node, policyId),
              budgetThousandYen: amount(node.plan.budgetThousandYen),
              settledThousandYen: settled.get(node.id) ?? null,
            },
          ]
        : [],
    ),
    reformItem: items.flatMap((node) =>
      node.type === "reformItem" ? [{ id: node.id, ...columnsOf(node, policyId) }] : [],
    ),
  };
}

/** Makes the relational rows equal to an Edition. Rows are never deleted: those no longer there name what removed them. */
export async function writePlanRows(
  tx: Transaction,
  policyId: string,
  editionId: string,
  parts: Iterable<Part>,
): Promise<void> {
  const rows = rowsOf(policyId, parts);
  for (const row of rows.issue) await tx.issue.upsert({ where: { id: row.id }, create: row, update: row });
  for (const row of rows.strategy) await tx.strategy.upsert({ where: { id: row.id }, create: row, update: row });
  for (const row of rows.initiative) await tx.initiative.upsert({ where: { id: row.id }, create: row, update: row });
  for (const row of rows.reformItem) await tx.reformItem.upsert({ where: { id: row.id }, create: row, update: row });

  const gone = (kept: readonly { id: string }[]) => ({
    where: { policyId, removedInId: null, id: { notIn: kept.map((row) => row.id) } },
    data: { removedInId: editionId },
  });
  await tx.issue.updateMany(gone(rows.issue));
  await tx.strategy.updateMany(gone(rows.strategy));
  await tx.initiative.updateMany(gone(rows.initiative));
  await tx.reformItem.updateMany(gone(rows.reformItem));
}
