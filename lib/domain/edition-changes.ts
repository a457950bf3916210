import { diffFields, type FieldChange } from "./diff.ts";
import type { Part } from "./edition.ts";
import { type EvaluationPhase, PHASES, type TargetType } from "./forms/form.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { type NodeChange, nodesOf, planChanges } from "./plan-changes.ts";
import { readingOrder } from "./plan-order.ts";
import { isItem, isListEntry, type PlanNode } from "./policy.ts";

/** One released sheet as it differs from an earlier Edition: it came, it was replaced, or it is gone. */
export interface SheetChange {
  readonly key: string;
  readonly kind: "added" | "changed" | "removed";
  readonly phase: EvaluationPhase;
  readonly target: {
    readonly id: string;
    readonly type: TargetType;
    readonly code: string | null;
    readonly title: string;
  };
  /** The target's plan: gives measured indicators their names. */
  readonly plan: SheetValues;
  readonly before: SheetValues | null;
  readonly after: SheetValues | null;
  /** Field by field, where one sheet replaced another. */
  readonly fields: readonly FieldChange[];
}

/** How an Edition differs from another, as readers are told. */
export interface EditionChanges {
  readonly nodes: readonly NodeChange[];
  readonly sheets: readonly SheetChange[];
}

/** The Parts of an Edition by their names in its manifest. */
export type Parts = ReadonlyMap<string, Part>;

/** What readers are not told of a plan: which section of the office answers for an item. */
const INTERNAL = "sectionId";

/**
 * What the public sees changed from one Edition to another: the plan's nodes in reading order, then the sheets in the
 * order of their targets. A sheet of an item that an Edition does not show is not in that Edition for its readers, and
 * one that went with its item is told by the item.
 */
export function editionChanges(before: Parts, after: Parts): EditionChanges {
  const nodes = planChanges(nodesOf(before), nodesOf(after)).flatMap((change) => {
    const fields = change.fields.filter(({ field }) => field !== INTERNAL);
    const { kind, renumbered, moved, reordered } = change;
    const news = kind !== "changed" || renumbered || moved || reordered || fields.length > 0;
    return news ? [{ ...change, fields }] : [];
  });
  return { nodes, sheets: sheetChanges(before, after) };
}

/** Whether readers see no difference. */
export function nothingChanged({ nodes, sheets }: EditionChanges): boolean {
  return nodes.length + sheets.length === 0;
}

/** What the public sees changed of the sheets of targets that the later plan has. */
export function sheetChanges(before: Parts, after: Parts): SheetChange[] {
  const [old, now] = [sheetsOf(before), sheetsOf(after)];
  const targets = readingOrder(nodesOf(after)).filter((node) => !isListEntry(node));
  return PHASES.filter((phase) => phase !== "PLAN").flatMap((phase) =>
    targets.flatMap((node): SheetChange[] => {
      const key = `${node.id}/${phase}`;
      const [from, to] = [old.get(key) ?? null, now.get(key) ?? null];
      if (from === to) return [];
      const fields = diffFields(from ?? {}, to ?? {});
      if (from && to && fields.length === 0) return [];
      const kind = !from ? "added" : !to ? "removed" : "changed";
      const told = { target: targetOf(node), plan: "plan" in node ? node.plan : {} };
      return [{ key, kind, phase, ...told, before: from, after: to, fields: kind === "changed" ? fields : [] }];
    }),
  );
}

function targetOf(node: PlanNode): SheetChange["target"] {
  const { id } = node;
  if (isItem(node)) return { id, type: node.type, code: node.code, title: node.title };
  return { id, type: "policy", code: null, title: "title" in node ? node.title : "" };
}

/** The sheets of the targets that are there, by target and phase. */
function sheetsOf(parts: Parts): Map<string, SheetValues> {
  const shown = new Set(nodesOf(parts).map(({ id }) => id));
  return new Map(
    [...parts.values()].flatMap((part) =>
      part.type === "sheet" && shown.has(part.target.id) ? [[`${part.target.id}/${part.phase}`, part.values]] : [],
    ),
  );
}

/** How many items of each kind a plan sets. */
export function itemCounts(parts: Parts): Record<Exclude<TargetType, "policy">, number> {
  const items = nodesOf(parts).filter(isItem);
  const of = (type: TargetType) => items.filter((item) => item.type === type).length;
  return { issue: of("issue"), strategy: of("strategy"), initiative: of("initiative"), reformItem: of("reformItem") };
}
