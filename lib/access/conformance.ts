import type { OpenFault } from "./checks.ts";
import type { Criterion } from "./criteria.ts";
import type { ManualCheck } from "./manual-check.ts";
import type { AccessReport } from "./report.ts";

/** What is known of a criterion: no more than what was tried. */
export interface CriterionResult {
  readonly criterion: Criterion;
  readonly result: "confirmed" | "notApplicable" | "automatic" | "unchecked" | "fault";
  /** How many of the tool's rules for it ran. */
  readonly rules: number;
  /** How many problems the tool found. */
  readonly found: number;
  readonly manual: ManualCheck | null;
}

/**
 * The results of all criteria. A problem that the tool found, that somebody saw, or that is open makes a criterion not met;
 * else a manual check decides; else rules that ran without a finding are told as that and no more, because a tool sees a
 * part of each criterion only; what neither looked at is unchecked.
 */
export function resultsOf(
  criteria: readonly Criterion[],
  report: Pick<AccessReport, "rules" | "findings">,
  checks: readonly ManualCheck[],
  faults: readonly OpenFault[],
): CriterionResult[] {
  return criteria.map((criterion) => {
    const rules = report.rules.filter(({ tags }) => tags.includes(tagOf(criterion.number)));
    const found = report.findings.filter(({ rule }) => rules.some(({ id }) => id === rule)).length;
    const manual = checks.find((check) => check.criterion === criterion.number) ?? null;
    const open = faults.some((fault) => fault.criterion === criterion.number);
    const result =
      found > 0 || open || manual?.result === "fault"
        ? "fault"
        : (manual?.result ?? (rules.length > 0 ? "automatic" : "unchecked"));
    return { criterion, result, rules: rules.length, found, manual };
  });
}

/** What may be claimed: partial conformance once every criterion was checked and is met, else that testing goes on. */
export function claimOf(results: readonly CriterionResult[]): {
  readonly claim: "partly" | "ongoing";
  readonly faults: number;
  readonly open: number;
} {
  const faults = results.filter(({ result }) => result === "fault").length;
  const open = results.filter(({ result }) => result === "automatic" || result === "unchecked").length;
  return { claim: faults + open === 0 ? "partly" : "ongoing", faults, open };
}

/** The tool's rules for criteria that WCAG 2.1 and 2.2 added. */
export function newerRules({ rules }: Pick<AccessReport, "rules">): number {
  return rules.filter(({ tags }) => tags.some((tag) => /^wcag2[12]a{1,2}$/.test(tag))).length;
}

/** axe's tag for a criterion: wcag111, wcag1410. */
const tagOf = (number: string) => `wcag${number.replaceAll(".", "")}`;
