import { familyOf, inOrder } from "./plan-order.ts";
import type { Aim, ItemNode, PlanNode } from "./policy.ts";

/** What has a code: every item, and the vision's aims. */
export type Coded = ItemNode | Aim;
const isCoded = (node: PlanNode): node is Coded => "code" in node;

/**
 * A code for an item that has none yet: its parent's, and the number after the largest among its siblings (gaps are
 * kept). Never one that another item of its kind has.
 */
export function suggestedCode(nodes: readonly PlanNode[], item: Pick<Coded, "type"> & { parentId: string | null }) {
  const kin = nodes.filter(isCoded).filter(({ type }) => type === item.type);
  const parent = nodes.filter(isCoded).find(({ id }) => id === item.parentId);
  const prefix = parent ? `${parent.code}-` : "";
  const taken = new Set(kin.map(({ code }) => code));
  const family = `${item.type} ${item.parentId ?? ""}`;
  const numbers = kin
    .filter((node) => familyOf(node) === family)
    .map(({ code }) => Number(code.split("-").at(-1)))
    .filter(Number.isSafeInteger);
  let number = Math.max(0, ...numbers) + 1;
  while (taken.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** Items of one kind that have the same code, each such group in order; none in a plan that may be saved. */
export function sameCodes(nodes: readonly PlanNode[]): Coded[][] {
  const groups = new Map<string, Coded[]>();
  for (const node of inOrder(nodes.filter(isCoded))) {
    const name = `${node.type} ${node.code}`;
    groups.set(name, [...(groups.get(name) ?? []), node]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
