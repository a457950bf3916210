import { randomUUID } from "node:crypto";
import type { Indicator } from "../../../lib/domain/forms/indicator.ts";
import type { SheetValues } from "../../../lib/domain/forms/sheet.ts";
import type { Plan, PlanNode } from "../../../lib/domain/policy.ts";
import { REFORM_ITEMS } from "./reform.ts";
import type { IndicatorText, InitiativePlan, InitiativeText, MihonSection, StrategyText } from "./shape.ts";
import { tagsBelow } from "./tags.ts";
import { AIMS, ISSUES, WHOLE } from "./whole.ts";

/** The ids of the items of the year before, by type and code, and of their indicators by type, code and name. */
export type IdsBefore = ReadonlyMap<string, string>;

/**
 * Which plan is made from the texts: that of the finished year as it began or as it was amended in its course, of the
 * year before it (of which the texts know what came of it), or of the year after it.
 */
export type PlanYear =
  | { readonly which: "earlier" }
  | { readonly which: "finished" | "amended" | "running"; readonly before: IdsBefore };

const given = (values: Record<string, SheetValues[string] | null | undefined>): SheetValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null || value === undefined ? [] : [[key, value]])),
  );

/** A year's plan. */
export function planOfMihon(
  year: PlanYear,
  of: { readonly policyId: string; readonly title: string; readonly sections: ReadonlyMap<MihonSection, string> },
): Plan {
  const running = year.which === "running";
  const earlier = year.which === "earlier";
  const before = (type: string, codes: readonly string[]) =>
    year.which === "earlier" ? [] : codes.flatMap((code) => year.before.get(`${type} ${code}`) ?? []);
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
      id: (year.which !== "earlier" && year.before.get(`${owner} ${text.name}`)) || randomUUID(),
      ...(running && typeof actual === "number" ? { baseline: actual } : {}),
      ...(running && nextTarget !== undefined ? { target: nextTarget } : {}),
      // What was reached then is what the finished year began from.
      ...(earlier ? { baseline: null, target: typeof text.target === "string" ? text.target : text.baseline } : {}),
    }));
  const aims = AIMS.map((aim, order) => ({
    ...{ type: "aim" as const, id: randomUUID(), order, code: aim.code, title: aim.title, text: aim.text },
    predecessorIds: before("aim", [aim.code]),
  }));
  const serving = (issue: string) => {
    const cited = aims.filter((_aim, index) => AIMS[index]?.issue === issue).map(({ id }) => id);
    return cited.length > 0 ? { aimIds: cited } : {};
  };

  const { yearEnd: _, ...whole } = WHOLE;
  const nodes: PlanNode[] = [
    { type: "policy", id: of.policyId, title: of.title, plan: { ...whole, basicPolicy: [...whole.basicPolicy] } },
    ...aims,
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
        ...serving(issue.code),
        plan: {
          description: strategy.description,
          targetState: strategy.targetState,
          outcomeIndicators: indicators(`strategy ${strategy.code}`, strategy.indicators),
        },
      };
      nodes.push(strategyNode);
      for (const [k, { plan, continues, results }] of initiativesOfYear(strategy, year.which).entries()) {
        nodes.push({
          type: "initiative",
          strategyId: strategyNode.id,
          ...common("initiative", k, plan, section),
          predecessorIds: before("initiative", continues),
          ...tagsBelow(strategy.code),
          plan: given({
            description: plan.description,
            ...moneyOf(plan, year.which, results !== undefined),
            actions: plan.actions,
            processIndicators: indicators(`initiative ${plan.code}`, plan.indicators),
            withdrawalCriterion: plan.withdrawal,
            priorResults: running ? results : earlier ? undefined : plan.prior,
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

/** The year's budget and what is known of the years before it, in thousand yen. `carried`: it was there the year before. */
function moneyOf({ money }: InitiativePlan, which: PlanYear["which"], carried: boolean) {
  const [twoBefore, lastBudget, lastSettled, budget, , next] = money;
  const known = {
    earlier: [lastBudget, null, null],
    finished: [budget, lastBudget, twoBefore],
    amended: [budget, lastBudget, twoBefore],
    running: [next, carried ? budget : null, lastSettled],
  }[which];
  const [budgetThousandYen, lastYearBudgetThousandYen, settledTwoYearsAgoThousandYen] = known;
  return { budgetThousandYen, lastYearBudgetThousandYen, settledTwoYearsAgoThousandYen };
}

interface InitiativeOfYear {
  readonly plan: InitiativePlan;
  /** Codes of the items of the year before that it continues. */
  readonly continues: readonly string[];
  /** What the year before it achieved. */
  readonly results: string | undefined;
}

/** Whether an initiative was there in the year before the finished one. */
export const wasEarlier = (text: InitiativeText): boolean => text.money[2] !== null && text.continues === undefined;

function initiativesOfYear(strategy: StrategyText, which: PlanYear["which"]): InitiativeOfYear[] {
  const texts = strategy.initiatives;
  const plain = (plan: InitiativeText) => ({ plan, continues: [plan.continues ?? plan.code], results: undefined });
  if (which === "earlier") return texts.filter(wasEarlier).map(plain);
  if (which === "finished") return texts.filter(({ amended }) => amended !== "added").map(plain);
  if (which === "amended") return texts.filter(({ amended }) => amended !== "removed").map(plain);
  const carried = texts.flatMap((text) => (text.next === null ? [] : [carriedOn(text)]));
  const begun = (strategy.added ?? []).map((plan) => ({ plan, continues: [], results: undefined }));
  return [...carried, ...begun];
}

function carriedOn(text: InitiativeText): InitiativeOfYear {
  const { merges, ...changes } = text.next ?? {};
  return {
    plan: { ...text, ...changes },
    continues: [text.code, ...(merges ? [merges] : [])],
    results: text.yearEnd.results,
  };
}
