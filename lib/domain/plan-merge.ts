import { canonicalText } from "./canonical.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { mergeSheets } from "./merge.ts";
import { type Coded, sameCodes, suggestedCode } from "./plan-codes.ts";
import { familyOf, inOrder, parentIdOf, reordered } from "./plan-order.ts";
import { nodeKey, type PlanNode } from "./policy.ts";

/** One place of a plan that both changed, each in another way. */
export interface PlanConflict {
  /** The node; for the order of siblings, the key of the first of them. */
  readonly key: string;
  /**
   * A field of it; `*` where one removed what the other changed or put something below; `order` for the order of a whole
   * family, whose values are the keys of its members. `code` is also where two items, of which `base` names the other,
   * were given the same: whoever is chosen keeps it, and the other gets the next that is free.
   */
  readonly field: string;
  /** Of a list of indicators, the one it is about. */
  readonly item?: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Which side a conflict is settled for. */
export type Side = "mine" | "theirs";
/** The sides chosen, by `conflictName`. What is not named here stays a conflict. */
export type Choices = Readonly<Record<string, Side>>;

export interface MergedPlans {
  /** What both agree on or only one changed, and what was chosen; where nothing was chosen yet, mine. */
  readonly merged: readonly PlanNode[];
  /** What is still to be chosen, in reading order of fields. */
  readonly conflicts: readonly PlanConflict[];
}

/** A conflict's name among those of a merge. */
export const conflictName = ({ key, field, item }: Pick<PlanConflict, "key" | "field" | "item">): string =>
  [key, field, ...(item ? [item] : [])].join("#");

const same = (a: unknown, b: unknown): boolean =>
  a === b || (a !== undefined && b !== undefined && canonicalText(a) === canonicalText(b));

/**
 * Merges two plans that were both made from `base`: node by node, field by field, and the order of siblings. Nothing is
 * thrown away: what both changed differently is a conflict, and so is what one removed and the other changed.
 */
export function mergePlans(
  base: readonly PlanNode[],
  mine: readonly PlanNode[],
  theirs: readonly PlanNode[],
  choices: Choices = {},
): MergedPlans {
  const [was, left, right] = [base, mine, theirs].map(byKey) as [Nodes, Nodes, Nodes];
  const open = new Map<string, PlanConflict>();
  const settle: Settle = (conflict, otherwise = "mine") => {
    const name = conflictName(conflict);
    const chosen = choices[name];
    if (!chosen) open.set(name, conflict);
    return chosen ?? otherwise;
  };
  const merged = new Map<string, PlanNode>();
  const gone = new Map<string, PlanNode>();
  for (const key of new Set([...right.keys(), ...left.keys(), ...was.keys()])) {
    const three = { base: was.get(key), mine: left.get(key), theirs: right.get(key) };
    const node = mergeNode(key, three, settle);
    if (node) merged.set(key, node);
    else gone.set(key, (three.base ?? three.mine ?? three.theirs) as PlanNode);
  }
  restoreParents(merged, gone, { left, right }, settle);
  restoreAims(merged, gone, { left, right }, settle);
  const ordered = orderFamilies([...merged.values()], { base, mine, theirs }, settle);
  return { merged: apartByCode(ordered, left, settle), conflicts: [...open.values()] };
}

type Nodes = ReadonlyMap<string, PlanNode>;
/** The side that a conflict was settled for; `otherwise` while it was not, and then it stays one. */
type Settle = (conflict: PlanConflict, otherwise?: Side) => Side;
interface Three<Value> {
  readonly base: Value;
  readonly mine: Value;
  readonly theirs: Value;
}

const byKey = (nodes: readonly PlanNode[]): Nodes => new Map(nodes.map((node) => [nodeKey(node), node]));

function mergeNode(key: string, three: Three<PlanNode | undefined>, settle: Settle): PlanNode | undefined {
  const { base, mine, theirs } = three;
  if (same(mine, theirs) || same(content(theirs), content(base))) {
    if (mine || !theirs) return mine;
    // They only made room for others around what I took out.
    return same(content(theirs), content(base)) ? undefined : theirs;
  }
  if (same(content(mine), content(base))) return theirs;
  // While nobody chose, what the one removed and the other changed stays.
  if (!base || !mine || !theirs) return three[settle({ key, field: "*", ...three }, mine ? "mine" : "theirs")];
  return mergeFields(key, { base, mine, theirs }, settle);
}

/** What a node is apart from its place, which is merged with its family's. */
const content = (node: PlanNode | undefined) => node && { ...node, order: 0 };

function mergeFields(key: string, three: Three<PlanNode>, settle: Settle): PlanNode {
  const common = (node: PlanNode): Record<string, unknown> => ({ ...node, plan: undefined, order: undefined });
  const [before, left, right] = [common(three.base), common(three.mine), common(three.theirs)];
  const result: Record<string, unknown> = { ...three.mine };
  for (const field of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const at = { base: before[field], mine: left[field], theirs: right[field] };
    if (at.mine === undefined && at.theirs === undefined) continue;
    if (same(at.mine, at.theirs) || same(at.theirs, at.base)) result[field] = at.mine;
    else if (same(at.mine, at.base)) result[field] = at.theirs;
    else result[field] = at[settle({ key, field, ...at })];
  }
  if ("plan" in three.mine && "plan" in three.theirs && "plan" in three.base) {
    result.plan = mergeValues(key, { base: three.base.plan, mine: three.mine.plan, theirs: three.theirs.plan }, settle);
  }
  return result as PlanNode;
}

function mergeValues(key: string, { base, mine, theirs }: Three<SheetValues>, settle: Settle): SheetValues {
  const { merged, conflicts } = mergeSheets(base, mine, theirs);
  for (const conflict of conflicts) {
    const { field, item } = conflict;
    const chosen = conflict[settle({ key, ...conflict })];
    if (item === undefined) {
      if (chosen !== undefined) merged[field] = chosen;
    } else if (Array.isArray(chosen)) {
      merged[field] = [...((merged[field] as unknown[] | undefined) ?? []), ...chosen] as SheetValues[string];
    }
  }
  return merged;
}

/** What stands below something that the other removed keeps it: the one who removed it is asked. */
function restoreParents(
  merged: Map<string, PlanNode>,
  gone: ReadonlyMap<string, PlanNode>,
  { left, right }: { left: Nodes; right: Nodes },
  settle: Settle,
): void {
  const byId = new Map([...gone].map(([key, node]) => [node.id, [key, node] as const]));
  for (;;) {
    const ids = new Set([...merged.values()].map((node) => node.id));
    const orphan = [...merged.values()].find((node) => {
      const parent = parentIdOf(node);
      return parent !== null && !ids.has(parent);
    });
    if (!orphan) return;
    const [key, parent] = byId.get(parentIdOf(orphan) ?? "") ?? [];
    if (!key || !parent) {
      // What it stood below has just gone with its own parent.
      merged.delete(nodeKey(orphan));
      continue;
    }
    const sides = { mine: left.get(key), theirs: right.get(key) };
    const keeper: Side = sides.mine ? "mine" : "theirs";
    // Where it is chosen to be gone after all, what stands below it goes with it.
    if (settle({ key, field: "*", base: parent, ...sides }, keeper) === keeper)
      merged.set(key, sides[keeper] ?? parent);
    else merged.delete(nodeKey(orphan));
  }
}

/** An aim that one removed and that the other newly cites stays until somebody chose. */
function restoreAims(
  merged: Map<string, PlanNode>,
  gone: ReadonlyMap<string, PlanNode>,
  { left, right }: { left: Nodes; right: Nodes },
  settle: Settle,
): void {
  for (const [key, aim] of gone) {
    const citing = [...merged].filter(([, node]) => "aimIds" in node && node.aimIds?.includes(aim.id));
    if (aim.type !== "aim" || citing.length === 0) continue;
    const sides = { mine: left.get(key), theirs: right.get(key) };
    const keeper: Side = sides.mine ? "mine" : "theirs";
    const kept = sides[keeper];
    if (kept && settle({ key, field: "*", base: aim, ...sides }, keeper) === keeper) merged.set(key, kept);
    else for (const [name, node] of citing) merged.set(name, notCiting(node, aim.id));
  }
}

function notCiting(node: PlanNode, aimId: string): PlanNode {
  if (!("aimIds" in node)) return node;
  const { aimIds = [], ...rest } = node;
  const others = aimIds.filter((id) => id !== aimId);
  return others.length > 0 ? { ...rest, aimIds: others } : rest;
}

/** Two that were given the same code: one keeps it, the other gets the next that is free among its siblings. */
function apartByCode(nodes: readonly PlanNode[], left: Nodes, settle: Settle): readonly PlanNode[] {
  const [[first, second] = []] = sameCodes(nodes);
  if (!first || !second) return nodes;
  const { code } = first;
  const changedByMe = (node: Coded) => codeOf(left.get(nodeKey(node))) === code;
  const [mine, theirs] = changedByMe(first) && !changedByMe(second) ? [first, second] : [second, first];
  const keeper = settle({ key: nodeKey(mine), field: "code", base: nodeKey(theirs), mine: code, theirs: code });
  const other = keeper === "mine" ? theirs : mine;
  const next = suggestedCode(nodes, { type: other.type, parentId: parentIdOf(other) });
  const apart = nodes.map((node) => (node === other ? { ...node, code: next } : node) as PlanNode);
  return apartByCode(apart, left, settle);
}

const codeOf = (node: PlanNode | undefined) => (node && "code" in node ? node.code : null);

function orderFamilies(
  nodes: readonly PlanNode[],
  three: Three<readonly PlanNode[]>,
  settle: Settle,
): readonly PlanNode[] {
  const families = new Set(nodes.map(familyOf));
  const orders = new Map<string, number>();
  for (const family of families) {
    const members = (of: readonly PlanNode[]) => inOrder(of.filter((node) => familyOf(node) === family));
    const at = { base: members(three.base), mine: members(three.mine), theirs: members(three.theirs) };
    const there = new Set(nodes.filter((node) => familyOf(node) === family).map(nodeKey));
    for (const [key, order] of placesOf(there, at, settle)) orders.set(key, order);
  }
  return nodes.map((node) => (node.type === "policy" ? node : { ...node, order: orders.get(nodeKey(node)) ?? 0 }));
}

function placesOf(there: ReadonlySet<string>, three: Three<readonly PlanNode[]>, settle: Settle): [string, number][] {
  const base = three.base.map(nodeKey);
  const [mine, theirs] = [three.mine.map(nodeKey), three.theirs.map(nodeKey)];
  const moved = { mine: reordered(base, mine).size > 0, theirs: reordered(base, theirs).size > 0 };
  let spine: Side = moved.mine && !moved.theirs ? "mine" : "theirs";
  if (moved.mine && moved.theirs && reordered(mine, theirs).size > 0) {
    spine = settle({ key: [...base].sort()[0] ?? "", field: "order", base, mine, theirs });
  }
  const [first, second] = spine === "mine" ? [mine, theirs] : [theirs, mine];
  const sequence = first.filter((key) => there.has(key));
  for (const [index, key] of second.entries()) {
    if (!there.has(key) || sequence.includes(key)) continue;
    // Behind the one that it stood behind.
    const before = second.slice(0, index).findLast((other) => sequence.includes(other));
    sequence.splice(before ? sequence.indexOf(before) + 1 : 0, 0, key);
  }
  for (const key of there) if (!sequence.includes(key)) sequence.push(key);
  const numbers = numbersOf(sequence, three);
  return sequence.map((key, index) => [key, numbers[index] ?? index]);
}

/** The numbers that a side gave to exactly this sequence; where neither did, they are given anew. */
function numbersOf(sequence: readonly string[], three: Three<readonly PlanNode[]>): readonly number[] {
  const orders = (nodes: readonly PlanNode[]) => nodes.map((node) => ("order" in node ? node.order : 0));
  const is = (nodes: readonly PlanNode[]) => same(nodes.map(nodeKey), sequence);
  const mineIsNew = !is(three.base) || !same(orders(three.mine), orders(three.base));
  if (is(three.mine) && (mineIsNew || !is(three.theirs))) return orders(three.mine);
  return is(three.theirs) ? orders(three.theirs) : [];
}
