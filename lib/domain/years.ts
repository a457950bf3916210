import type { Part } from "./edition.ts";
import type { LateItems } from "./edition-times.ts";
import { fieldsOf, gradeField } from "./forms/catalogue.ts";
import {
  type Choice,
  choiceOf,
  EVALUATIONS,
  type EvaluationPhase,
  sheetKey,
  type Target,
  type TargetType,
} from "./forms/form.ts";
import type { Indicator } from "./forms/indicator.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { type Judged, judgedOf } from "./grades.ts";
import { nodesOf } from "./plan-changes.ts";
import { byCode, parentIdOf, readingOrder } from "./plan-order.ts";
import { type ItemNode, isItem } from "./policy.ts";
import type { PublishedOrganization } from "./published-policy.ts";

/** An item of one year's policy with the sheets released for it. */
export interface YearItem {
  readonly type: ItemNode["type"];
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly predecessorIds: readonly string[];
  readonly plan: SheetValues;
  readonly sheets: Readonly<Partial<Record<EvaluationPhase, SheetValues>>>;
}

/**
 * How an item stands to the year before: one of its own (new), one that goes on, several made into one (merged), one of
 * several that one was made into (split).
 */
export type Continuation = "new" | "continued" | "merged" | "split";

/** An item's year: what its policy says of it then. Several items where it was merged from them or split into them. */
export interface ItemYear extends ComparedYear {
  readonly items: readonly YearItem[];
}

/** An item through the years, the earliest first, and how it came from the year before its own. */
export interface ItemYears {
  readonly slug: string;
  /** The year that is asked for. */
  readonly fiscalYear: number;
  readonly id: string;
  readonly years: readonly ItemYear[];
  readonly came: Continuation;
  /** What it continues, and what else came out of the same: other names of the story. */
  readonly from: readonly YearItem[];
  readonly siblings: readonly YearItem[];
}

/** One line of two years side by side: an item of the later year, or (ended) one of the earlier that nothing continues. */
export interface ComparedItem {
  readonly kind: Continuation | "ended";
  readonly depth: number;
  /** The later year's; null where it ended. */
  readonly now: YearItem | null;
  /** What it continues; of an ended item the item itself. */
  readonly before: readonly YearItem[];
}

/** Two years of an organisation's policy side by side. */
export interface YearsComparison {
  readonly organization: PublishedOrganization;
  readonly title: string;
  readonly now: ComparedYear;
  readonly before: ComparedYear;
  readonly lines: readonly ComparedItem[];
}

/** A year as its items are compared in. */
export interface ComparedYear {
  readonly fiscalYear: number;
  readonly formId: string;
  /** The rounds that had ended: a sheet that is absent there is 未評価. */
  readonly concluded: readonly EvaluationPhase[];
  /** The items that joined when a round had ended: there is no sheet for them, and none is missing. */
  readonly late: LateItems;
}

/** The items of an Edition in reading order, each with its released sheets and how deep it stands, from 0. */
export function yearItems(parts: ReadonlyMap<string, Part>): (YearItem & { readonly depth: number })[] {
  const items = readingOrder(nodesOf(parts)).filter(isItem);
  const depths = new Map<string, number>();
  return items.map((node) => {
    const depth = (depths.get(parentIdOf(node) ?? "") ?? -1) + 1;
    depths.set(node.id, depth);
    return { ...yearItem(parts, node), depth };
  });
}

/** Items by their codes, out of Parts of an Edition among which the items that they stand below may be missing. */
export function itemsByCode(parts: ReadonlyMap<string, Part>): YearItem[] {
  const items = nodesOf(parts).filter(isItem);
  return items.sort((a, b) => byCode(a.code, b.code)).map((node) => yearItem(parts, node));
}

function yearItem(parts: ReadonlyMap<string, Part>, node: ItemNode): YearItem {
  const { type, id, code, title, predecessorIds, plan } = node;
  return { type, id, code, title, predecessorIds, plan, sheets: sheetsIn(parts, node as Target) };
}

function sheetsIn(parts: ReadonlyMap<string, Part>, target: Target): YearItem["sheets"] {
  const found = EVALUATIONS.flatMap((phase) => {
    const part = parts.get(sheetKey(target, phase));
    return part?.type === "sheet" ? [[phase, part.values]] : [];
  });
  return Object.fromEntries(found) as YearItem["sheets"];
}

type Linked = Pick<YearItem, "id" | "predecessorIds">;

/** How an item came from the year before; `ofYear` are all items of its own year. */
export function continuationOf(item: Linked, ofYear: readonly Linked[]): Continuation {
  if (item.predecessorIds.length === 0) return "new";
  if (item.predecessorIds.length > 1) return "merged";
  const heirs = ofYear.filter(({ predecessorIds }) => predecessorIds.some((id) => item.predecessorIds.includes(id)));
  return heirs.length > 1 ? "split" : "continued";
}

/** This year's items in reading order, each beside what it continues, and after them last year's that nothing continues. */
export function compareYears(before: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>): ComparedItem[] {
  const [earlier, later] = [yearItems(before), yearItems(now)];
  const continued = new Set(later.flatMap(({ predecessorIds }) => predecessorIds));
  return [
    ...later.map(({ depth, ...item }) => ({
      kind: continuationOf(item, later),
      depth,
      now: item,
      before: earlier.filter(({ id }) => item.predecessorIds.includes(id)),
    })),
    ...earlier
      .filter(({ id }) => !continued.has(id))
      .map(({ depth, ...item }) => ({ kind: "ended" as const, depth, now: null, before: [item] })),
  ];
}

/**
 * The ids of everything that an item continues and of everything that continues it, however many years away, itself
 * among them. What else came out of the same predecessor is another item's story and not in it.
 */
export function lineageOf(id: string, rows: readonly Linked[]): ReadonlySet<string> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const walk = (from: string, next: (id: string) => readonly string[], met: Set<string>) => {
    for (const one of next(from)) {
      if (met.has(one)) continue;
      met.add(one);
      walk(one, next, met);
    }
    return met;
  };
  const back = walk(id, (one) => byId.get(one)?.predecessorIds ?? [], new Set([id]));
  const heirs = (one: string) => rows.filter((row) => row.predecessorIds.includes(one)).map((row) => row.id);
  return new Set([...back, ...walk(id, heirs, new Set([id]))]);
}

/** An item's budget or settled amount (千円) of a year; null where it is not known. */
export function amountOf(item: YearItem, of: "budget" | "settled"): number | null {
  const value = of === "budget" ? item.plan.budgetThousandYen : item.sheets.SELF_EVALUATION?.settledThousandYen;
  return typeof value === "number" ? value : null;
}

/** The amount (千円) of several items together; null where one of them is unknown, which is not zero, or there is none. */
export function amountOfAll(items: readonly YearItem[], of: "budget" | "settled"): number | null {
  const amounts = items.map((item) => amountOf(item, of));
  return amounts.length === 0 || amounts.includes(null)
    ? null
    : amounts.reduce<number>((sum, one) => sum + (one ?? 0), 0);
}

/** What was chosen for a whole sheet. */
export function yearGrade(
  formId: string,
  item: Pick<YearItem, "sheets"> & { readonly type: TargetType },
  phase: EvaluationPhase,
): Choice | undefined {
  const field = gradeField(formId, item.type, phase);
  return field && choiceOf(field, item.sheets[phase]?.[field.key]);
}

/** Every indicator of an item's plan, with what was measured for it where its self-evaluation is released. */
export function judgedItem(
  formId: string,
  item: Pick<YearItem, "plan" | "sheets"> & { readonly type: TargetType },
): Judged[] {
  const sheet = item.sheets.SELF_EVALUATION ?? {};
  const measured = fieldsOf(formId, item.type, "SELF_EVALUATION");
  return fieldsOf(formId, item.type, "PLAN")
    .filter(({ kind }) => kind === "indicators")
    .flatMap(({ key }) => {
      const from = measured.find((field) => field.kind === "actuals" && field.of === key)?.key ?? "";
      return judgedOf({ from, of: key }, sheet, item.plan);
    });
}

/** An indicator of this year beside last year's of the same id, which is its lineage; null where it is new or has ended. */
export interface IndicatorPair {
  readonly now: Indicator | null;
  readonly before: Judged | null;
}

/** The indicators of both years, this year's first in their order. */
export function indicatorPairs(
  now: { readonly formId: string; readonly item: YearItem } | null,
  before: { readonly formId: string; readonly items: readonly YearItem[] },
): IndicatorPair[] {
  const last = before.items.flatMap((item) => judgedItem(before.formId, item));
  const current = now ? judgedItem(now.formId, now.item).map(({ indicator }) => indicator) : [];
  return [
    ...current.map((indicator) => ({
      now: indicator,
      before: last.find((one) => one.indicator.id === indicator.id) ?? null,
    })),
    ...last
      .filter(({ indicator }) => !current.some(({ id }) => id === indicator.id))
      .map((one) => ({ now: null, before: one })),
  ];
}
