import type { Part } from "../domain/edition.ts";
import { type ItemNode, isItem, isNode, type PlanNode } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
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

/**
 * Whether each item of a proposed plan is this policy's own or new: an id is one item's for life, so it is refused where
 * another policy has it, or this one for an item of another kind.
 */
export async function itemsAreOwn(tx: Transaction, policyId: string, nodes: readonly PlanNode[]): Promise<boolean> {
  const items = nodes.filter(isItem);
  const all = { id: { in: items.map(({ id }) => id) } };
  const own = (type: ItemNode["type"]) => ({
    policyId,
    id: { in: items.flatMap((item) => (item.type === type ? [item.id] : [])) },
  });
  const others = [
    await tx.issue.count({ where: { ...all, NOT: own("issue") } }),
    await tx.strategy.count({ where: { ...all, NOT: own("strategy") } }),
    await tx.initiative.count({ where: { ...all, NOT: own("initiative") } }),
    await tx.reformItem.count({ where: { ...all, NOT: own("reformItem") } }),
  ];
  return others.every((count) => count === 0);
}

/**
 * Makes the relational rows equal to an Edition. Rows are never deleted: those no longer there name what removed them.
 * Refuses (`invalid-draft`) an id that another policy has taken since this was proposed, and never writes over its row.
 */
export async function writePlanRows(
  tx: Transaction,
  policyId: string,
  editionId: string,
  parts: readonly Part[],
): Promise<void> {
  if (!(await itemsAreOwn(tx, policyId, parts.filter(isNode)))) throw new Refusal("invalid-draft");
  const rows = rowsOf(policyId, parts);
  const own = (row: { readonly id: string }) => ({ id: row.id, policyId });
  for (const row of rows.issue) await tx.issue.upsert({ where: own(row), create: row, update: row });
  for (const row of rows.strategy) await tx.strategy.upsert({ where: own(row), create: row, update: row });
  for (const row of rows.initiative) await tx.initiative.upsert({ where: own(row), create: row, update: row });
  for (const row of rows.reformItem) await tx.reformItem.upsert({ where: own(row), create: row, update: row });

  const gone = (kept: readonly { id: string }[]) => ({
    where: { policyId, removedInId: null, id: { notIn: kept.map((row) => row.id) } },
    data: { removedInId: editionId },
  });
  await tx.issue.updateMany(gone(rows.issue));
  await tx.strategy.updateMany(gone(rows.strategy));
  await tx.initiative.updateMany(gone(rows.initiative));
  await tx.reformItem.updateMany(gone(rows.reformItem));
}
