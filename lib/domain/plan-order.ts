import type { ItemNode, PlanNode } from "./policy.ts";
import { isItem, nodeKey } from "./policy.ts";

/** How a plan's items stand one below and one after another. The tree is in the parents' ids, the order in numbers. */

/** The id of the item that a node stands below; null where it stands below the policy itself. */
export function parentIdOf(node: PlanNode): string | null {
  if (node.type === "strategy") return node.issueId;
  return node.type === "initiative" ? node.strategyId : null;
}

/** Which nodes are siblings: those of one kind below one parent. */
export function familyOf(node: PlanNode): string {
  return familyName(node.type, parentIdOf(node));
}

const familyName = (type: PlanNode["type"], parentId: string | null) => `${type} ${parentId ?? ""}`;

const KINDS = ["policy", "notice", "aim", "issue", "strategy", "initiative", "reformItem", "opinion"] as const;

/** Codes as people count: 1-2 before 1-10. */
export const byCode = new Intl.Collator("en", { numeric: true }).compare;

/** Siblings in their authored order; those with the same number in an order that everybody computes alike. */
export function inOrder<Node extends PlanNode>(nodes: readonly Node[]): Node[] {
  if (nodes.length < 2) return [...nodes];
  return [...nodes].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}

const place = (node: PlanNode) => ("order" in node ? node.order : 0);

/** A plan as a reader meets it: the policy, notices, aims, each issue with what stands below it, reform items, opinions. */
export function readingOrder(nodes: readonly PlanNode[]): PlanNode[] {
  const families = membersOf(nodes);
  const below = (parentId: string | null): PlanNode[] =>
    KINDS.flatMap((type) =>
      inOrder(families.get(familyName(type, parentId)) ?? []).flatMap((node) =>
        isItem(node) && node.type !== "reformItem" ? [node, ...below(node.id)] : [node],
      ),
    );
  return below(null);
}

/** The items below an item, however deep, in reading order. */
export function below(nodes: readonly PlanNode[], id: string): ItemNode[] {
  return inOrder(nodes.filter(isItem).filter((node) => parentIdOf(node) === id)).flatMap((node) => [
    node,
    ...below(nodes, node.id),
  ]);
}

/**
 * Which siblings stand elsewhere among those that both lists have: as few as explain the difference. What others were
 * put in front of, or taken away before, has not moved.
 */
export function reordered(before: readonly string[], after: readonly string[]): Set<string> {
  const common = after.filter((key) => before.includes(key));
  const places = common.map((key) => before.indexOf(key));
  // The longest run of places that rise is what stayed.
  const lengths: number[] = [];
  const previous: (number | null)[] = [];
  let end: number | null = null;
  for (const [index, place] of places.entries()) {
    let [best, from]: [number, number | null] = [0, null];
    for (let earlier = 0; earlier < index; earlier += 1) {
      if ((places[earlier] as number) < place && (lengths[earlier] as number) > best) {
        [best, from] = [lengths[earlier] as number, earlier];
      }
    }
    lengths.push(best + 1);
    previous.push(from);
    if (end === null || best + 1 > (lengths[end] as number)) end = index;
  }
  const stayed = new Set<string>();
  for (let at = end; at !== null; at = previous[at] ?? null) stayed.add(common[at] as string);
  return new Set(common.filter((key) => !stayed.has(key)));
}

/** The keys of each family of siblings, in order. */
export function familiesOf(nodes: readonly PlanNode[]): Map<string, string[]> {
  return new Map([...membersOf(nodes)].map(([family, members]) => [family, inOrder(members).map(nodeKey)]));
}

function membersOf(nodes: readonly PlanNode[]): Map<string, PlanNode[]> {
  const families = new Map<string, PlanNode[]>();
  for (const node of nodes) {
    const members = families.get(familyOf(node));
    if (members) members.push(node);
    else families.set(familyOf(node), [node]);
  }
  return families;
}
