import type { EditionContent } from "./edition.ts";
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

/** This year's budgets (千円) of the initiatives that the Edition shows. A digest's sum is not the ward's total. */
export function budgetOf(content: Pick<EditionContent, "issues">): Amount {
  const initiatives = content.issues.flatMap((issue) => issue.strategies.flatMap((strategy) => strategy.initiatives));
  return sum(initiatives.map((initiative) => initiative.plan.budgetThousandYen));
}

/** How many sheets of a phase the form asks for, and how many the Edition holds. */
export function sheetsOf(
  formId: string,
  content: EditionContent,
  phase: EvaluationPhase,
): { readonly asked: number; readonly released: number } {
  const targets = [
    content.policy,
    ...content.issues,
    ...content.issues.flatMap((issue) => issue.strategies),
    ...initiativesOf(content),
    ...content.reformItems,
  ].filter((target) => fieldsOf(formId, target.type as TargetType, phase).length > 0);
  return { asked: targets.length, released: targets.filter((target) => target.sheets[phase] !== undefined).length };
}
