import { randomUUID } from "node:crypto";
import type { EditedEntry } from "@/components/plan/list-form.tsx";
import { suggestedCode } from "@/lib/domain/plan-codes.ts";
import { familyOf, inOrder, readingOrder } from "@/lib/domain/plan-order.ts";
import { isItem, isListEntry, type ListEntry, nodeKey } from "@/lib/domain/policy.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { LIST_FIELDS, typedOfEntry } from "@/lib/web/list-fields.ts";

/** A notice, an aim or an opinion that an address asks for: one that is there, or a new one. */
export interface OpenEntry {
  readonly entry: EditedEntry;
  readonly mayChange: boolean;
  /** Which ways it may be moved. */
  readonly steps: readonly ("up" | "down")[];
}

export function openEntry(
  editing: PlanEditing,
  asked: Readonly<Record<string, string>>,
  labels: { readonly gone: string },
): OpenEntry | null {
  const { nodes, own } = editing;
  const found = nodes.filter(isListEntry).find((node) => nodeKey(node) === asked.item);
  if (!found) {
    const type = (["notice", "aim", "opinion"] as const).find((one) => one === asked.add);
    if (!type) return null;
    const typed = {
      ...(type === "notice" ? { [LIST_FIELDS.kind]: "OTHER" } : {}),
      ...(type === "aim" ? { [LIST_FIELDS.code]: suggestedCode(nodes, { type, parentId: null }) } : {}),
    };
    const mayChange = nodes.some((node) => node.type === "policy" && own.includes(nodeKey(node)));
    return {
      entry: { type, key: null, id: randomUUID(), typed, ...optionsOf(editing, null, labels) },
      mayChange,
      steps: [],
    };
  }
  const family = inOrder(nodes.filter((other) => familyOf(other) === familyOf(found)));
  const at = family.indexOf(found);
  const key = nodeKey(found);
  return {
    entry: { type: found.type, key, id: found.id, typed: typedOfEntry(found), ...optionsOf(editing, found, labels) },
    mayChange: own.includes(key),
    steps: [...(at > 0 ? (["up"] as const) : []), ...(at < family.length - 1 ? (["down"] as const) : [])],
  };
}

/** What may be picked; what is picked and not there any more stays to be kept or taken away. */
function optionsOf(
  { nodes, lastYear }: PlanEditing,
  entry: ListEntry | null,
  labels: { readonly gone: string },
): Pick<EditedEntry, "items" | "predecessors"> {
  const withGone = (known: readonly { id: string; code: string; title: string }[], picked: readonly string[]) => [
    ...known.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` })),
    ...picked.filter((id) => !known.some((one) => one.id === id)).map((id) => ({ value: id, label: labels.gone })),
  ];
  const before = (lastYear?.items ?? []).filter(({ type }) => type === "aim");
  return {
    items: withGone(readingOrder(nodes).filter(isItem), entry?.type === "opinion" ? entry.itemIds : []),
    predecessors: withGone(before, entry?.type === "aim" ? entry.predecessorIds : []),
  };
}
