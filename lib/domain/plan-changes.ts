import { diffParts, type FieldChange } from "./diff.ts";
import { familiesOf, familyOf, parentIdOf, readingOrder, reordered } from "./plan-order.ts";
import { type ItemNode, isItem, isNode, nodeKey, type PlanNode } from "./policy.ts";

/** What an item is called by. */
export type ItemName = Pick<ItemNode, "type" | "code" | "title">;

/** One node of a plan as it differs from an earlier plan, told as a person would: moved, renumbered, and which fields. */
export interface NodeChange {
  readonly key: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: PlanNode | null;
  readonly after: PlanNode | null;
  /** Its code is another one. */
  readonly renumbered: { readonly from: string; readonly to: string } | null;
  /** It stands below another item. */
  readonly moved: { readonly from: ItemName | null; readonly to: ItemName | null } | null;
  /** It stands elsewhere among the siblings that both plans have. */
  readonly reordered: boolean;
  /** What else differs: the form's own fields, title, section, digest, predecessors. */
  readonly fields: readonly FieldChange[];
}

/** What a change says by itself, or what is no news: an added item's place, a number that only makes room. */
const TOLD_OTHERWISE = new Set(["id", "order", "code", "issueId", "strategyId"]);

/**
 * What changed from one plan to another, in the later one's reading order; what is gone stands where it stood. Items
 * that only make room for others, or close a gap, are not in it.
 */
export function planChanges(before: readonly PlanNode[], after: readonly PlanNode[]): NodeChange[] {
  const [from, to] = [before, after].map((nodes) => new Map(nodes.map((node) => [nodeKey(node), node])));
  if (!from || !to) return [];
  const [old, now] = [familiesOf(before), familiesOf(after)];
  const elsewhere = new Set([...now].flatMap(([family, keys]) => [...reordered(old.get(family) ?? [], keys)]));
  const found = new Map<string, NodeChange>();
  for (const change of diffParts(from, to)) {
    const [earlier, later] = [from.get(change.key) ?? null, to.get(change.key) ?? null];
    const both = earlier && later ? { earlier, later } : null;
    const code = (node: PlanNode) => ("code" in node ? node.code : "");
    const told: NodeChange = {
      key: change.key,
      kind: change.kind,
      before: earlier,
      after: later,
      renumbered:
        both && code(both.earlier) !== code(both.later) ? { from: code(both.earlier), to: code(both.later) } : null,
      moved:
        both && familyOf(both.earlier) !== familyOf(both.later)
          ? { from: parentOf(before, both.earlier), to: parentOf(after, both.later) }
          : null,
      reordered: elsewhere.has(change.key),
      fields: change.fields.filter(({ field }) => !TOLD_OTHERWISE.has(field)),
    };
    const makesRoom = both && !told.renumbered && !told.moved && !told.reordered && told.fields.length === 0;
    if (!makesRoom) found.set(change.key, told);
  }
  return inPlace(before, after, found);
}

function parentOf(nodes: readonly PlanNode[], node: PlanNode): ItemName | null {
  const parent = nodes.filter(isItem).find(({ id }) => id === parentIdOf(node));
  return parent ? { type: parent.type, code: parent.code, title: parent.title } : null;
}

function inPlace(
  before: readonly PlanNode[],
  after: readonly PlanNode[],
  found: ReadonlyMap<string, NodeChange>,
): NodeChange[] {
  const order = readingOrder(after).map(nodeKey);
  let last = -1;
  for (const key of readingOrder(before).map(nodeKey)) {
    const at = order.indexOf(key);
    if (at >= 0) last = at;
    else order.splice(++last, 0, key);
  }
  return order.flatMap((key) => found.get(key) ?? []);
}

/** The nodes of a plan among an Edition's or a Version's Parts. */
export function nodesOf(parts: ReadonlyMap<string, { readonly type: string }>): PlanNode[] {
  return [...parts.values()].filter(isNode);
}

/**
 * The responsible sections of every item that a Revision touches, each once; null stands for an item without. Items that
 * only make room for others are not touched.
 */
export function touchedSections(before: readonly PlanNode[], after: readonly PlanNode[]): (string | null)[] {
  const sections = planChanges(before, after).flatMap((change) =>
    [change.before, change.after].flatMap((node) =>
      node === null ? [] : ["sectionId" in node ? node.sectionId : null],
    ),
  );
  return [...new Set(sections)];
}
