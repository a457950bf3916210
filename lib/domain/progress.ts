import type { EditionContent, PublishedInitiative, PublishedIssue } from "./edition.ts";
import { itemsOf } from "./edition.ts";
import { fieldsOf } from "./forms/catalogue.ts";
import type { AmountField, EvaluationPhase, TargetType } from "./forms/form.ts";

/** A sum that says what it does not cover. `thousandYen` is null where nothing at all is known. */
export interface Amount {
  readonly thousandYen: number | null;
  readonly known: number;
  readonly unknown: number;
}

function sum(values: readonly unknown[]): Amount {
  const known = values.filter((value) => typeof value === "number");
  return {
    thousandYen: known.length === 0 ? null : known.reduce((total, value) => total + value, 0),
    known: known.length,
    unknown: values.length - known.length,
  };
}

/** An item that a budget is given for. */
export type Bearer = PublishedIssue | PublishedInitiative;

/** The items of an issue that its form gives a budget for: its initiatives, or where there are none the issue itself. */
export function bearersOf(formId: string, issue: PublishedIssue): readonly Bearer[] {
  const bears = (type: TargetType) => fieldsOf(formId, type, "PLAN").some(({ key }) => key === "budgetThousandYen");
  const initiatives = issue.strategies.flatMap((strategy) => strategy.initiatives);
  return [...(bears("issue") ? [issue] : []), ...(bears("initiative") ? initiatives : [])];
}

/**
 * This year's budgets (千円) of what the Edition shows. A digest's sum is not the ward's total, and what was taken down is
 * not in it: withheldBearers says how many those are.
 */
export function budgetOf(formId: string, content: Pick<EditionContent, "issues">): Amount {
  const bearers = content.issues.flatMap((issue) => bearersOf(formId, issue)).filter(({ withheld }) => !withheld);
  return sum(bearers.map((bearer) => bearer.plan.budgetThousandYen));
}

/** How many of the items that a budget is given for were taken down. */
export function withheldBearers(formId: string, content: Pick<EditionContent, "issues">): number {
  return content.issues.flatMap((issue) => bearersOf(formId, issue)).filter(({ withheld }) => withheld).length;
}

/** Whether the form asks at year-end what was spent of an item's budget, and in which field. */
function settledField(formId: string, type: TargetType): AmountField | undefined {
  return fieldsOf(formId, type, "SELF_EVALUATION").find(
    (field): field is AmountField => field.kind === "amount" && field.against === "budgetThousandYen",
  );
}

const asAmount = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** One item's budget and what was spent of it (千円), each null where it is not known, and the share of it in percent. */
export interface BearerLine {
  readonly item: Bearer;
  readonly budget: number | null;
  readonly settled: number | null;
  readonly rate: number | null;
}

/**
 * Budgets of several items and what was spent of them (千円). `settled` is null where the form does not ask for it. The
 * rate compares only the `rated` items of which both are known: the two sums need not cover the same items. What was
 * taken down is in none of this; `withheld` says how many that is.
 */
export interface BudgetLine {
  readonly budget: Amount;
  readonly settled: Amount | null;
  readonly rate: number | null;
  readonly rated: number;
  readonly withheld: number;
  readonly bearers: readonly BearerLine[];
}

/** What some items cost and what was spent of it, one by one and together. */
export function budgetLine(formId: string, items: readonly Bearer[]): BudgetLine {
  const bearers = items.map((item): BearerLine => {
    const field = settledField(formId, item.type);
    const budget = asAmount(item.plan.budgetThousandYen);
    const settled = field ? asAmount(item.sheets.SELF_EVALUATION?.[field.key]) : null;
    return { item, budget, settled, rate: shareOf(settled, budget) };
  });
  const shown = bearers.filter(({ item }) => !item.withheld);
  const rated = shown.filter(({ budget, settled }) => budget !== null && settled !== null);
  const asked = items.some(({ type }) => settledField(formId, type) !== undefined);
  return {
    budget: sum(shown.map(({ budget }) => budget)),
    settled: asked ? sum(shown.map(({ settled }) => settled)) : null,
    rate: shareOf(
      sum(rated.map(({ settled }) => settled)).thousandYen,
      sum(rated.map(({ budget }) => budget)).thousandYen,
    ),
    rated: rated.length,
    withheld: bearers.length - shown.length,
    bearers,
  };
}

/** How much of a budget was spent (執行率), in percent to one place; null where either is unknown or nothing was budgeted. */
export function shareOf(settledThousandYen: unknown, budgetThousandYen: unknown): number | null {
  if (typeof settledThousandYen !== "number" || typeof budgetThousandYen !== "number") return null;
  return budgetThousandYen === 0 ? null : Math.round((settledThousandYen / budgetThousandYen) * 1000) / 10;
}

/**
 * How many sheets of a phase the form asks for, and how many the Edition holds. Items in `late` joined when the round had
 * ended: they are not asked. Neither are those that were taken down, whose sheets nobody sees.
 */
export function sheetsOf(
  formId: string,
  content: EditionContent,
  phase: EvaluationPhase,
  late: readonly string[] = [],
): { readonly asked: number; readonly released: number } {
  const targets = [content.policy, ...itemsOf(content)]
    .filter((target) => fieldsOf(formId, target.type as TargetType, phase).length > 0)
    .filter((target) => !late.includes(target.id) && !target.withheld);
  return { asked: targets.length, released: targets.filter((target) => target.sheets[phase] !== undefined).length };
}
