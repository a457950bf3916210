import { randomUUID } from "node:crypto";
import type { Indicator } from "../../../lib/domain/forms/indicator.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import type { Plan, PlanNode } from "../../../lib/domain/policy.ts";
import { REFORM_ITEMS } from "./reform.ts";
import type { IndicatorText, InitiativePlan, InitiativeText, MihonSection, StrategyText } from "./shape.ts";
import { ISSUES, WHOLE } from "./whole.ts";

/** Which plan is made from the texts: that of the finished year, or that of the year after, which continues it. */
type PlanYear =
  | { readonly which: "finished" }
  | { readonly which: "running"; readonly before: ReadonlyMap<string, string> };

const given = (values: Record<string, SheetValues[string] | null | undefined>): SheetValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  );

/**
 * The finished year's plan, or the running year's with `before`: the ids of the finished year's items by type and code, and
 * of their indicators by type, code and name.
 */
export function planOfMihon(
  year: PlanYear,
  of: { readonly policyId: string; readonly title: string; readonly sections: ReadonlyMap<MihonSection, string> },
): Plan {
  const running = year.which === "running";
  const before = (type: string, codes: readonly string[]) =>
    running ? codes.flatMap((code) => year.before.get(`${type} ${code}`) ?? []) : [];
  const common = (type: string, order: number, item: { code: string; title: string }, section: MihonSection) => ({
    id: randomUUID(),
    order,
    code: item.code,
    title: item.title,
    featured: true,
    sectionId: of.sections.get(section) ?? null,
    predecessorIds: before(type, [item.code]),
  });
  // An indicator that goes on keeps its id: by that it is followed through the years.
  const indicators = (owner: string, texts: readonly IndicatorText[]): Indicator[] =>
    texts.map(({ actual, nextTarget, ...text }) => ({
      ...text,
      id: (running && year.before.get(`${owner} ${text.name}`)) || randomUUID(),
      ...(running && typeof actual === "number" ? { baseline: actual } : {}),
      ...(running && nextTarget !== undefined ? { target: nextTarget } : {}),
    }));

  const { yearEnd: _, ...whole } = WHOLE;
  const nodes: PlanNode[] = [
    { type: "policy", id: of.policyId, title: of.title, plan: { ...whole, basicPolicy: [...whole.basicPolicy] } },
  ];
  for (const [i, issue] of ISSUES.entries()) {
    const { description, futureState, currentSituation, causeAnalysis, challenge } = issue;
    const issueNode = {
      type: "issue" as const,
      ...common("issue", i, issue, issue.section),
      plan: { description, futureState, currentSituation, causeAnalysis, challenge },
    };
    nodes.push(issueNode);
    for (const [j, strategy] of issue.strategies.entries()) {
      const section = strategy.section ?? issue.section;
      const strategyNode = {
        type: "strategy" as const,
        issueId: issueNode.id,
        ...common("strategy", j, strategy, section),
        plan: {
          description: strategy.description,
          targetState: strategy.targetState,
          outcomeIndicators: indicators(`strategy ${strategy.code}`, strategy.indicators),
        },
      };
      nodes.push(strategyNode);
      for (const [k, { plan, merges, results }] of initiativesOfYear(strategy, running).entries()) {
        const node = common("initiative", k, plan, section);
        const [earlier, lastBudget, lastSettled, budget, , next] = plan.money;
        nodes.push({
          type: "initiative",
          strategyId: strategyNode.id,
          ...node,
          predecessorIds: before("initiative", [plan.code, ...merges]),
          plan: given({
            description: plan.description,
            budgetThousandYen: running ? next : budget,
            lastYearBudgetThousandYen: running ? (results === undefined ? null : budget) : lastBudget,
            settledTwoYearsAgoThousandYen: running ? lastSettled : earlier,
            actions: plan.actions,
            processIndicators: indicators(`initiative ${plan.code}`, plan.indicators),
            withdrawalCriterion: plan.withdrawal,
            priorResults: running ? results : plan.prior,
          }),
        });
      }
    }
  }
  for (const [index, item] of REFORM_ITEMS.entries()) {
    const { purpose, outline } = item;
    nodes.push({
      type: "reformItem",
      ...common("reformItem", index, item, item.section),
      plan: {
        purpose,
        outline,
        goal: (running && item.next?.goal) || item.goal,
        actions: [...((running && item.next?.actions) || item.actions)],
      },
    });
  }
  return nodes;
}

interface InitiativeOfYear {
  readonly plan: InitiativePlan;
  readonly merges: readonly string[];
  /** What the year before it achieved. */
  readonly results: string | undefined;
}

function initiativesOfYear(strategy: StrategyText, running: boolean): InitiativeOfYear[] {
  if (!running) return strategy.initiatives.map((plan) => ({ plan, merges: [], results: undefined }));
  const carried = strategy.initiatives.flatMap((text) => (text.next === null ? [] : [carriedOn(text)]));
  const begun = (strategy.added ?? []).map((plan) => ({ plan, merges: [], results: undefined }));
  return [...carried, ...begun];
}

function carriedOn(text: InitiativeText): InitiativeOfYear {
  const { merges, ...changes } = text.next ?? {};
  return { plan: { ...text, ...changes }, merges: merges ? [merges] : [], results: text.yearEnd.results };
}
