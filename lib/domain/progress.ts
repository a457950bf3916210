import type { EditionContent, PublishedInitiative, PublishedIssue } from "./edition.ts";
import { initiativesOf } from "./edition.ts";
import { fieldsOf } from "./forms/catalogue.ts";
import type { EvaluationPhase, TargetType } from "./forms/form.ts";

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
  const targets = [
    content.policy,
    ...content.issues,
    ...content.issues.flatMap((issue) => issue.strategies),
    ...initiativesOf(content),
    ...content.reformItems,
  ]
    .filter((target) => fieldsOf(formId, target.type as TargetType, phase).length > 0)
    .filter((target) => !late.includes(target.id) && !target.withheld);
  return { asked: targets.length, released: targets.filter((target) => target.sheets[phase] !== undefined).length };
}
