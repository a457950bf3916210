import type { SheetValues } from "./forms/sheet.ts";
import { suggestedCode } from "./plan-codes.ts";
import { mergePlans, type PlanConflict } from "./plan-merge.ts";
import { below, familyOf, inOrder, parentIdOf } from "./plan-order.ts";
import { type ItemNode, isItem, isListEntry, type ListEntry, nodeKey, type PlanNode } from "./policy.ts";
import { Refusal } from "./refusal.ts";

/** The single steps in which a plan is edited. Each gives a whole plan again; codes are never changed unasked. */

/** What may stand below what. */
export const CHILD_OF = { policy: ["issue", "reformItem"], issue: ["strategy"], strategy: ["initiative"] } as const;

/** What is typed for an item; of the policy itself only the title and the form's fields. */
export interface TypedNode {
  readonly title: string;
  readonly plan: SheetValues;
  readonly code: string;
  readonly featured: boolean;
  readonly sectionId: string | null;
  /** The issue that a strategy stands below, the strategy that an initiative stands below; null for all others. */
  readonly parentId: string | null;
  /** Items of the year before that it continues, by id. */
  readonly predecessorIds: readonly string[];
  /** The vision's aims that an issue or a strategy serves, by id; of other kinds none. */
  readonly aimIds: readonly string[];
  /** The themes and goals that an initiative is filed under, by code; of other kinds none. */
  readonly themes: readonly string[];
  readonly sdgs: readonly string[];
}

/** One step. `key` names the node that it is about. */
export type PlanEdit =
  | { readonly kind: "change"; readonly key: string; readonly node: TypedNode }
  | { readonly kind: "add"; readonly id: string; readonly type: ItemNode["type"]; readonly node: TypedNode }
  /** Puts a notice, an aim or an opinion: a new one behind the others of its kind, a known one in its own place. */
  | { readonly kind: "list"; readonly entry: ListEntry }
  | { readonly kind: "remove"; readonly key: string }
  /** One place up (-1) or down (1) among its siblings; at the end of them nothing happens. */
  | { readonly kind: "step"; readonly key: string; readonly by: -1 | 1 };

export interface Edited {
  readonly plan: readonly PlanNode[];
  /** What somebody else changed meanwhile in another way; `plan` then holds mine. */
  readonly conflicts: readonly PlanConflict[];
}

/**
 * A plan after one step. `seen` is the plan that whoever made the step had before their eyes: what others changed since
 * is merged field by field. Refuses (`not-found`) a step on what is not there any more or below what is not.
 */
export function edited(seen: readonly PlanNode[], now: readonly PlanNode[], edit: PlanEdit): Edited {
  switch (edit.kind) {
    case "change":
      return changed(seen, now, edit);
    case "add":
      return { plan: added(now, edit), conflicts: [] };
    case "list":
      return listed(seen, now, edit.entry);
    case "remove": {
      const node = found(now, edit.key);
      const gone = new Set([node.id, ...below(now, node.id).map(({ id }) => id)]);
      return {
        plan: withoutAims(
          now.filter(({ id }) => !gone.has(id)),
          gone,
        ),
        conflicts: [],
      };
    }
    case "step":
      return { plan: stepped(now, edit), conflicts: [] };
  }
}

/** A place for a new item: behind its siblings, with a code that is free, and in its parent's section. */
export function newItem(nodes: readonly PlanNode[], type: ItemNode["type"], parentId: string | null): TypedNode {
  const parent = nodes.filter(isItem).find(({ id }) => id === parentId);
  return {
    title: "",
    plan: {},
    code: suggestedCode(nodes, { type, parentId }),
    featured: true,
    sectionId: parent?.sectionId ?? null,
    parentId,
    predecessorIds: [],
    ...{ aimIds: [], themes: [], sdgs: [] },
  };
}

/** A plan in which nothing cites these aims any more. */
function withoutAims(nodes: readonly PlanNode[], gone: ReadonlySet<string>): readonly PlanNode[] {
  return nodes.map((node) => {
    if (!("aimIds" in node) || !node.aimIds?.some((id) => gone.has(id))) return node;
    const { aimIds, ...rest } = node;
    return { ...rest, ...citing(aimIds.filter((id) => !gone.has(id))) };
  });
}

/** Absent where there is none, so that a plan that cites nothing says nothing of aims. */
const citing = (aimIds: readonly string[]) => (aimIds.length > 0 ? { aimIds: [...aimIds] } : {});
const filedUnder = ({ themes, sdgs }: Pick<TypedNode, "themes" | "sdgs">) => ({
  ...(themes.length > 0 ? { themes: [...themes] } : {}),
  ...(sdgs.length > 0 ? { sdgs: [...sdgs] } : {}),
});

function listed(seen: readonly PlanNode[], now: readonly PlanNode[], entry: ListEntry): Edited {
  const key = nodeKey(entry);
  const there = now.find((node) => nodeKey(node) === key);
  if (!there) return { plan: [...now, { ...entry, order: endOf(now, entry) }], conflicts: [] };
  return merged(now, { key, before: seen.find((node) => nodeKey(node) === key) ?? there, mine: entry, there });
}

function found(nodes: readonly PlanNode[], key: string): PlanNode {
  const node = nodes.find((candidate) => nodeKey(candidate) === key);
  if (!node) throw new Refusal("not-found");
  return node;
}

function changed(
  seen: readonly PlanNode[],
  now: readonly PlanNode[],
  { key, node: typed }: Extract<PlanEdit, { kind: "change" }>,
): Edited {
  const [before, there] = [found(seen, key), found(now, key)];
  return merged(now, { key, before, mine: withTyped(before, typed), there });
}

/** One node as it was, as it was typed and as it is there now, merged field by field. */
function merged(
  now: readonly PlanNode[],
  { key, before, mine, there }: Readonly<Record<"before" | "mine" | "there", PlanNode>> & { readonly key: string },
): Edited {
  // Alone with its line of parents, so that nothing but this node is merged.
  const only = (node: PlanNode) => [...lineOf(now, node), node];
  const three = [before, mine, there].map((node) => ("order" in node ? { ...node, order: 0 } : node));
  const [base, left, right] = three.map(only) as [PlanNode[], PlanNode[], PlanNode[]];
  const { merged: both, conflicts } = mergePlans(base, left, right);
  const result = both.find((node) => nodeKey(node) === key) ?? mine;
  if (familyOf(result) === familyOf(there)) {
    const order = "order" in there ? { order: there.order } : {};
    return { plan: now.map((node) => (node === there ? ({ ...result, ...order } as PlanNode) : node)), conflicts };
  }
  if (parentIdOf(result) !== null) parentFor(now, result.type, parentIdOf(result));
  const others = now.filter((node) => node !== there);
  return { plan: [...others, { ...result, order: endOf(others, result) } as PlanNode], conflicts };
}

/** The node as it was drawn, with what was typed into its form. */
function withTyped(node: PlanNode, typed: TypedNode): PlanNode {
  const { title, plan, code, featured, sectionId, parentId, aimIds } = typed;
  if (isListEntry(node)) return node;
  if (node.type === "policy") return { ...node, title, plan };
  const own = { title, plan, code, featured, sectionId, predecessorIds: [...typed.predecessorIds] };
  if (node.type === "issue" || node.type === "strategy") {
    const { aimIds: _before, ...rest } = node;
    const placed = rest.type === "strategy" ? { ...rest, issueId: parentId ?? rest.issueId } : rest;
    return { ...placed, ...own, ...citing(aimIds) };
  }
  if (node.type === "initiative") {
    const { themes: _themes, sdgs: _sdgs, ...rest } = node;
    return { ...rest, ...own, ...filedUnder(typed), strategyId: parentId ?? node.strategyId };
  }
  return { ...node, ...own };
}

function added(
  nodes: readonly PlanNode[],
  { id, type, node }: Extract<PlanEdit, { kind: "add" }>,
): readonly PlanNode[] {
  const { parentId, aimIds, themes, sdgs, ...typed } = node;
  const item = { id, order: 0, ...typed, predecessorIds: [...typed.predecessorIds] };
  const parent = parentFor(nodes, type, parentId);
  const made: ItemNode =
    type === "strategy"
      ? { type, issueId: parent, ...item, ...citing(aimIds) }
      : type === "initiative"
        ? { type, strategyId: parent, ...item, ...filedUnder({ themes, sdgs }) }
        : type === "issue"
          ? { type, ...item, ...citing(aimIds) }
          : { type, ...item };
  return [...nodes, { ...made, order: endOf(nodes, made) }];
}

/** The id of the parent that an item of a kind may stand below. */
function parentFor(nodes: readonly PlanNode[], type: PlanNode["type"], parentId: string | null): string {
  if (type !== "strategy" && type !== "initiative") return "";
  const wanted = type === "strategy" ? "issue" : "strategy";
  const parent = nodes.find((node) => node.type === wanted && node.id === parentId);
  if (!parent) throw new Refusal("not-found");
  return parent.id;
}

const endOf = (nodes: readonly PlanNode[], node: PlanNode): number =>
  Math.max(
    -1,
    ...nodes
      .filter((other) => familyOf(other) === familyOf(node))
      .map((other) => ("order" in other ? other.order : -1)),
  ) + 1;

function stepped(nodes: readonly PlanNode[], { key, by }: Extract<PlanEdit, { kind: "step" }>): readonly PlanNode[] {
  const node = found(nodes, key);
  const family = inOrder(nodes.filter((other) => familyOf(other) === familyOf(node)));
  const at = family.indexOf(node);
  const other = family[at + by];
  if (!other || node.type === "policy") return nodes;
  const moved = family.map((one, index) => (index === at ? other : index === at + by ? node : one));
  const places = new Map(moved.map((one, index) => [one.id, index]));
  return nodes.map((one) => (places.has(one.id) ? ({ ...one, order: places.get(one.id) } as PlanNode) : one));
}

/** The items that a node stands below, nearest first. */
export function lineOf(nodes: readonly PlanNode[], node: PlanNode): ItemNode[] {
  const parent = nodes.filter(isItem).find(({ id }) => id === parentIdOf(node));
  return parent ? [parent, ...lineOf(nodes, parent)] : [];
}
