import type { ActualsField, ChoiceField, Field } from "./forms/form.ts";
import type { Actual, Indicator } from "./forms/indicator.ts";

/** A sheet's or a plan's values by field key. */
type Values = Readonly<Record<string, unknown>>;

/** What one measurement says about its target. Without a target or a measurement there is nothing to say. */
export type Verdict = "met" | "missed" | "not-set" | "not-measured" | "qualitative";

/**
 * Judges one indicator by what was measured. A target of zero is a target like any other.
 *
 * - HIGHER: as much as the target, or more. LOWER: as little, or less.
 * - REACH: at the target or beyond it, seen from the baseline; without a baseline, from below.
 * - KEEP: exactly the target. Where more or less would do as well, the plan says HIGHER or LOWER.
 */
export function judge(indicator: Indicator, actual: Actual["actual"] | undefined): Verdict {
  const { target } = indicator;
  if (target === null) return "not-set";
  if (actual === null || actual === undefined) return "not-measured";
  if (indicator.measure === "QUALITATIVE" || typeof target === "string" || typeof actual === "string") {
    return "qualitative";
  }
  return reaches(indicator, target, actual) ? "met" : "missed";
}

function reaches({ direction, baseline }: Indicator, target: number, actual: number): boolean {
  switch (direction) {
    case "HIGHER":
      return actual >= target;
    case "LOWER":
      return actual <= target;
    case "REACH":
      return baseline !== null && baseline > target ? actual <= target : actual >= target;
    case "KEEP":
      return actual === target;
  }
}

/** An indicator of the plan with what was measured and what that says. */
export interface Judged {
  readonly indicator: Indicator;
  readonly actual: Actual["actual"];
  readonly verdict: Verdict;
}

/** The indicators of the plan's field `of`, each judged by the sheet's field `from`. */
export function judgedOf(field: { readonly from: string; readonly of: string }, values: Values, plan: Values) {
  const indicators = (plan[field.of] ?? []) as readonly Indicator[];
  const actuals = (values[field.from] ?? []) as readonly Actual[];
  return indicators.map((indicator): Judged => {
    const actual = actuals.find(({ indicatorId }) => indicatorId === indicator.id)?.actual ?? null;
    return { indicator, actual, verdict: judge(indicator, actual) };
  });
}

/**
 * The grade that the indicators suggest, with how each was judged: met where everything that can be judged was met,
 * missed where anything was missed. null where nothing can be judged and the form has no code for that.
 */
export function suggestedGrade(
  field: ChoiceField,
  values: Values,
  plan: Values,
): { readonly code: string | null; readonly verdicts: readonly Judged[] } {
  const { suggest } = field;
  if (!suggest) return { code: null, verdicts: [] };
  const verdicts = judgedOf(suggest, values, plan);
  const has = (verdict: Verdict) => verdicts.some((judged) => judged.verdict === verdict);
  const code = has("missed") ? suggest.missed : has("met") ? suggest.met : (suggest.unmeasured ?? null);
  return { code, verdicts };
}

/** Whether a grade was chosen that the indicators do not bear out, so that a reason is asked for. */
export function differsFromSuggested(field: ChoiceField, values: Values, plan: Values): boolean {
  const chosen = values[field.key];
  const { code } = suggestedGrade(field, values, plan);
  if (code === null || chosen === undefined || chosen === code) return false;
  return !(code === field.suggest?.missed && field.suggest.alsoMissed?.some((also) => also === chosen));
}

export type WarningCode =
  | "missed-but-good"
  | "met-but-bad"
  | "unmeasured-but-graded"
  | "partly-unmeasured"
  | "target-not-set"
  | "words-for-figure"
  | "over-budget";

/** A contradiction in a sheet, pointed out to its writer and its approver and never blocking. */
export interface Warning {
  readonly field: string;
  readonly code: WarningCode;
  /** The names of the indicators that it is about. */
  readonly indicators: readonly string[];
}

/** What in a sheet contradicts its indicators or its plan, in the form's order. */
export function warningsOf(fields: readonly Field[], values: Values, plan: Values): Warning[] {
  return fields.flatMap((field): Warning[] => {
    if (field.kind === "choice") return gradeWarnings(field, values, plan);
    if (field.kind === "actuals") return actualsWarnings(field, values, plan);
    if (field.kind === "amount" && field.against !== undefined) {
      const [spent, budget] = [values[field.key], plan[field.against]];
      const over = typeof spent === "number" && typeof budget === "number" && spent > budget;
      return over ? [{ field: field.key, code: "over-budget", indicators: [] }] : [];
    }
    return [];
  });
}

const namesOf = (judged: readonly Judged[], verdict: Verdict): string[] =>
  judged.filter((one) => one.verdict === verdict).map(({ indicator }) => indicator.name);

function gradeWarnings(field: ChoiceField, values: Values, plan: Values): Warning[] {
  const chosen = values[field.key];
  if (!field.suggest || chosen === undefined) return [];
  const { code, verdicts } = suggestedGrade(field, values, plan);
  const { met, missed, unmeasured } = field.suggest;
  const warning = (kind: WarningCode, about: Verdict): Warning[] => [
    { field: field.key, code: kind, indicators: namesOf(verdicts, about) },
  ];
  if (code === missed && chosen === met) return warning("missed-but-good", "missed");
  if (code === met && chosen !== met) return warning("met-but-bad", "met");
  const graded = chosen !== unmeasured;
  const unknown = namesOf(verdicts, "not-measured").length > 0;
  if (code !== met && code !== missed && unknown && graded) return warning("unmeasured-but-graded", "not-measured");
  if (code === met && unknown) return warning("partly-unmeasured", "not-measured");
  return [];
}

function actualsWarnings(field: ActualsField, values: Values, plan: Values): Warning[] {
  const judged = judgedOf({ from: field.key, of: field.of }, values, plan);
  const unset = namesOf(judged, "not-set");
  const worded = judged
    .filter(({ indicator, actual }) => indicator.measure !== "QUALITATIVE" && typeof actual === "string")
    .map(({ indicator }) => indicator.name);
  return [
    ...(unset.length > 0 ? [{ field: field.key, code: "target-not-set" as const, indicators: unset }] : []),
    ...(worded.length > 0 ? [{ field: field.key, code: "words-for-figure" as const, indicators: worded }] : []),
  ];
}
