import { randomUUID } from "node:crypto";
import type { EditedItem } from "@/components/plan/item-form.tsx";
import type { Open } from "@/components/plan/plan-workspace.tsx";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { CHILD_OF, newItem, type TypedNode } from "@/lib/domain/plan-edit.ts";
import { below, familyOf, inOrder, parentIdOf } from "@/lib/domain/plan-order.ts";
import { type ItemNode, isItem, isListEntry, type ListEntry, nodeKey, type PlanNode } from "@/lib/domain/policy.ts";
import type { PlanEditing } from "@/lib/domain/revision-view.ts";
import { planPath } from "@/lib/web/paths.ts";
import { typedOfNode } from "@/lib/web/plan-fields.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Rows for new indicators that a form has ready. */
const SPARE_ROWS = 2;

interface OpenPart {
  /** A node's key, `add`, `revision` or `rebase`: what of the outline is marked. */
  readonly current: string;
  /** What stands above it: the ward's own words, or words of the application. */
  readonly title: string | null;
  readonly titleIsWritten: boolean;
  readonly titleWord: "plan.about" | "plan.rebase.title" | `plan.new.${ItemNode["type"]}`;
  readonly item: EditedItem | null;
  readonly mayChange: boolean;
  readonly tools: Extract<Open, { kind: "item" }>["tools"];
}

/** Words for what has no name of its own. */
interface Labels {
  readonly nobody: string;
  readonly gone: string;
}

const nothing = { item: null, mayChange: false, tools: { steps: [], adds: [], goesWith: null } };

/** What of a plan an address asks for; the policy itself where it asks for nothing that is there. */
export function openItem(
  lang: Language,
  editing: PlanEditing,
  asked: Readonly<Record<string, string>>,
  labels: Labels,
): OpenPart {
  const { nodes } = editing;
  if (asked.item === "revision" || (asked.item === "rebase" && !editing.base?.stale)) {
    return { current: "revision", title: null, titleIsWritten: false, titleWord: "plan.about", ...nothing };
  }
  if (asked.item === "rebase") {
    return { current: "rebase", title: null, titleIsWritten: false, titleWord: "plan.rebase.title", ...nothing };
  }
  const added = asked.add === undefined ? null : adding(editing, asked.add);
  if (added) {
    const { type, node } = added;
    const item = drawn(editing, type, null, randomUUID(), node, labels);
    const title = { title: null, titleIsWritten: false, titleWord: `plan.new.${type}` as const };
    return { current: "add", ...title, item, mayChange: editing.mayWrite, tools: nothing.tools };
  }
  const found = nodes.find((node) => nodeKey(node) === asked.item && !isListEntry(node));
  const node = found ?? nodes.find((one) => one.type === "policy");
  if (!node || isListEntry(node)) {
    return { current: "revision", title: null, titleIsWritten: false, titleWord: "plan.about", ...nothing };
  }
  const key = nodeKey(node);
  const code = isItem(node) ? `${node.code} ` : "";
  const item = drawn(editing, node.type, key, node.id, typedNode(node), labels);
  return {
    current: key,
    title: `${code}${node.title}`,
    titleIsWritten: true,
    titleWord: "plan.about",
    item,
    mayChange: editing.own.includes(key),
    tools: toolsOf(lang, editing, node),
  };
}

function adding(editing: PlanEditing, asked: string): { type: ItemNode["type"]; node: TypedNode } | null {
  const [type, parentId] = asked.split(":");
  const { nodes, formId } = editing;
  const { targets } = formOf(formId);
  if (type === "issue" || type === "reformItem") {
    return targets[type] ? { type, node: newItem(nodes, type, null) } : null;
  }
  const parentType = type === "strategy" ? "issue" : "strategy";
  const parent = nodes.find((node) => node.id === parentId && node.type === parentType);
  if ((type !== "strategy" && type !== "initiative") || !parent || !targets[type]) return null;
  return { type, node: newItem(nodes, type, parent.id) };
}

function typedNode(node: Exclude<PlanNode, ListEntry>): TypedNode {
  const { title, plan } = node;
  const { code, featured, sectionId } = isItem(node) ? node : { code: "", featured: false, sectionId: null };
  return {
    ...{ title, plan, code, featured, sectionId, parentId: parentIdOf(node) },
    predecessorIds: isItem(node) ? node.predecessorIds : [],
    aimIds: ("aimIds" in node && node.aimIds) || [],
    themes: ("themes" in node && node.themes) || [],
    sdgs: ("sdgs" in node && node.sdgs) || [],
  };
}

function drawn(
  editing: PlanEditing,
  type: EditedItem["type"],
  key: string | null,
  id: string,
  node: TypedNode,
  labels: Labels,
): EditedItem {
  const parentType = type === "strategy" ? "issue" : "strategy";
  const parents = inOrder(editing.nodes.filter(isItem).filter((one) => one.type === parentType));
  // A section that is out of use stays to be chosen where it is chosen already.
  const sections = [
    ...editing.sectionsInUse,
    ...editing.sections.filter(
      (one) => one.id === node.sectionId && !editing.sectionsInUse.some((own) => own.id === one.id),
    ),
  ];
  const sameKind = (editing.lastYear?.items ?? []).filter((one) => one.type === type);
  // What is not there any more stays to be kept or taken away.
  const gone = node.predecessorIds
    .filter((one) => !sameKind.some((known) => known.id === one))
    .map((one) => ({ id: one, code: "", title: labels.gone }));
  return {
    type,
    key,
    id,
    typed: typedOfNode(editing.formId, type, node),
    parents: parents.map((parent) => ({ value: parent.id, label: `${parent.code} ${parent.title}` })),
    sections: [
      { value: "", label: labels.nobody },
      ...sections.map((section) => ({ value: section.id, label: section.nameJa })),
    ],
    predecessors: [...sameKind, ...gone].map((one) => ({ value: one.id, label: `${one.code} ${one.title}` })),
    aims:
      type === "issue" || type === "strategy"
        ? inOrder(editing.nodes.filter((one) => one.type === "aim")).map((one) => ({
            value: one.id,
            label: `${one.code} ${one.title}`,
          }))
        : [],
    spare: Array.from({ length: SPARE_ROWS }, () => randomUUID()),
  };
}

function toolsOf(lang: Language, editing: PlanEditing, node: PlanNode): OpenPart["tools"] {
  const { nodes, own, submissionId, formId } = editing;
  if (!editing.mayWrite || !own.includes(nodeKey(node))) return nothing.tools;
  const family = inOrder(nodes.filter((other) => familyOf(other) === familyOf(node)));
  const at = family.indexOf(node);
  const { targets } = formOf(formId);
  const children = CHILD_OF[node.type as keyof typeof CHILD_OF] ?? [];
  return {
    steps: isItem(node)
      ? [...(at > 0 ? (["up"] as const) : []), ...(at < family.length - 1 ? (["down"] as const) : [])]
      : [],
    adds: children
      .filter((type) => targets[type] !== null)
      .map((type) => ({
        type,
        href: planPath(lang, submissionId, { add: node.type === "policy" ? type : `${type}:${node.id}` }),
      })),
    goesWith: isItem(node) ? below(nodes, node.id).length : null,
  };
}
