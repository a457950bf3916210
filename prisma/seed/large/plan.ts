import { randomUUID } from "node:crypto";
import type { Part } from "../../../lib/domain/edition.ts";
import type { Indicator } from "../../../lib/domain/forms/indicator.ts";
import { type ItemNode, isItem, type PlanNode } from "../../../lib/domain/policy.ts";
import { GOAL_CODES, inCatalogue } from "../../../lib/domain/themes.ts";
import { fiscalYearWords } from "../../../lib/words/dates.ts";
import {
  actionsOf,
  between,
  challengeOf,
  type Dice,
  descriptionOf,
  dice,
  fieldsOfWard,
  issueTexts,
  oneOf,
  remedyOf,
  resultsOf,
  type Subject,
  strategyTexts,
  subjectOf,
  titleOf,
} from "./texts.ts";

type SheetPart = Extract<Part, { type: "sheet" }>;

/** A year of one ward. `before` are the ids of last year's items by type and code. */
export interface WardYear {
  readonly ward: number;
  readonly year: number;
  readonly policyId: string;
  readonly sectionIds: readonly string[];
  readonly before: ReadonlyMap<string, string>;
}

const STRATEGIES = 3;
const INITIATIVES = 4;

/** A ward's plan of five issues, fifteen strategies, sixty initiatives and three reform items. */
export function planOfYear({ ward, year, policyId, sectionIds, before }: WardYear): PlanNode[] {
  const roll = dice(ward * 1000 + year);
  const item = (type: string, order: number, code: string, title: string, at: number) => {
    const last = before.get(`${type} ${code}`);
    return {
      ...{ id: randomUUID() as string, order, code, title, featured: order < 2 },
      sectionId: sectionIds[at % sectionIds.length] ?? null,
      predecessorIds: last ? [last] : [],
    };
  };
  const title = `${fiscalYearWords("ja", year)}運営方針`;
  const nodes: PlanNode[] = [
    {
      ...{ type: "policy", id: policyId, title },
      plan: {
        introduction: "この運営方針は、区の一年の取組と目標を区民のみなさんにお示しするものです。",
        goal: "だれもが安心して、住み続けたいと思えるまち",
        mission: "区民と力を合わせ、地域の特性に応じたまちづくりを進めます。",
        basicPolicy: ["区民の声を聴き、ともに考える", "限られた予算を効果の高い取組に充てる"],
      },
    },
  ];
  for (const [i, field] of fieldsOfWard(ward).entries()) {
    const issue = {
      type: "issue" as const,
      ...item("issue", i, `${i + 1}`, field.name, i),
      plan: issueTexts(roll, field),
    };
    nodes.push(issue);
    for (let j = 0; j < STRATEGIES; j += 1) {
      const { title: name, ...texts } = strategyTexts(dice(ward * 100 + i * 10 + j), field);
      const code = `${i + 1}-${j + 1}`;
      const strategy = {
        ...{ type: "strategy" as const, issueId: issue.id, ...item("strategy", j, code, name, i) },
        plan: { ...texts, outcomeIndicators: [indicator(roll, `${field.indicator}(区全体)`)] },
      };
      nodes.push(strategy);
      for (let k = 0; k < INITIATIVES; k += 1) {
        // What it is about stays through the years; what is done about it changes.
        const about = subjectOf(dice(ward * 10_000 + i * 1000 + j * 100 + k), field);
        nodes.push({
          ...{
            type: "initiative",
            strategyId: strategy.id,
            ...item("initiative", k, `${code}-${k + 1}`, titleOf(about), i + k),
          },
          plan: initiativePlan(roll, about),
          // Tags came into use some years ago, and a few initiatives are still without.
          ...(year >= 2020 && roll() < 0.9 ? tagsOf(about) : {}),
        });
      }
    }
  }
  for (let n = 0; n < 3; n += 1) {
    const about = subjectOf(dice(ward * 10 + n), fieldsOfWard(ward)[n] ?? oneOf(roll, fieldsOfWard(ward)));
    nodes.push({
      ...{ type: "reformItem", ...item("reformItem", n, `${n + 1}`, `${about.doing}の見直し`, n) },
      plan: { purpose: challengeOf(roll, about), actions: [`${about.doing}の進め方の見直し`, "手続の簡素化"] },
    });
  }
  const published = { date: `${year}-04-01`, text: `${title}を策定しました。` };
  return [...nodes, { type: "notice", id: randomUUID(), order: 0, kind: "OTHER", ...published }];
}

const tagsOf = ({ field }: Subject) => ({
  themes: [field.theme],
  sdgs: inCatalogue(GOAL_CODES, field.goals),
});

function initiativePlan(roll: Dice, about: Subject) {
  // Most cost little, a few a lot.
  const budgetThousandYen = Math.round(100 * 10 ** (roll() * 3));
  return {
    description: descriptionOf(roll, about),
    ...(roll() < 0.97 ? { budgetThousandYen } : {}),
    actions: actionsOf(roll, about),
    processIndicators: [indicator(roll, about.field.indicator)],
    withdrawalCriterion: `${about.field.indicator}が目標の半分に満たないときは、内容を再構築する。`,
  };
}

function indicator(roll: Dice, name: string): Indicator {
  const target = roll() < 0.95 ? between(roll, 5, 200) * 10 : null;
  const way = { measure: "NUMBER" as const, direction: "HIGHER" as const };
  return { id: randomUUID(), name, unit: "人", ...way, baseline: between(roll, 1, 100) * 10, target };
}

/** What was measured: mostly somewhat more than the target, now and then nothing. */
function actualsOf(roll: Dice, indicators: unknown) {
  return ((indicators ?? []) as readonly Indicator[]).map(({ id, target }) => {
    const reached = Math.round((typeof target === "number" ? target : 100) * (0.75 + roll() * 0.5));
    return { indicatorId: id, actual: roll() < 0.95 ? reached : null };
  });
}

/** The mid-year reviews of a plan's strategies, initiatives and reform items. */
export function reviewsOf(nodes: readonly PlanNode[], roll: Dice): SheetPart[] {
  return nodes.filter(isItem).flatMap((node) => reviewOf(node, roll));
}

function reviewOf(node: ItemNode, roll: Dice): SheetPart[] {
  const good = roll() < 0.85;
  const sheet = (values: SheetPart["values"]): SheetPart[] => [
    { type: "sheet", target: { type: node.type, id: node.id }, phase: "MID_YEAR_REVIEW", values },
  ];
  const mended = good ? {} : { challengeAndImprovement: remedyOf(roll) };
  switch (node.type) {
    case "issue":
      return [];
    case "strategy":
      return sheet(
        good
          ? { progressStatus: "a" }
          : { progressStatus: "b", challenge: remedyOf(roll), improvement: remedyOf(roll) },
      );
    case "initiative":
      return sheet({
        progress: `${node.title}について、上半期は予定した内容をおおむね実施した。${remedyOf(roll)}`,
        ...{ outlook: good ? "1" : "2", implementation: good ? "i" : "ii", effectiveness: "1", ...mended },
      });
    case "reformItem":
      return sheet({ outlook: good ? "1" : "2", implementation: good ? "i" : "ii", ...mended });
  }
}

/** The self-evaluations of a plan's items. */
export function evaluationsOf(nodes: readonly PlanNode[], ward: number, roll: Dice): SheetPart[] {
  return nodes.filter(isItem).map((node) => evaluationOf(node, ward, roll));
}

function evaluationOf(node: ItemNode, ward: number, roll: Dice): SheetPart {
  const grade = oneOf(roll, ["1", "1", "1", "2", "2", "3"]);
  const mended = grade === "1" ? {} : { challengeAndImprovement: remedyOf(roll) };
  const done = grade === "1" ? "i" : oneOf(roll, ["i", "ii"]);
  const sheet = {
    type: "sheet" as const,
    target: { type: node.type, id: node.id },
    phase: "SELF_EVALUATION" as const,
  };
  const about = subjectOf(roll, oneOf(roll, fieldsOfWard(ward)));
  switch (node.type) {
    case "issue":
      return {
        ...sheet,
        values: { summary: `${node.title}に向けて、${remedyOf(roll)}`, futureDirection: remedyOf(roll) },
      };
    case "strategy": {
      const outcomeActuals = actualsOf(roll, node.plan.outcomeIndicators);
      const status = { outcomeStatus: grade === "1" ? "A" : "B", effectiveness: grade === "3" ? "2" : "1" };
      return { ...sheet, values: { outcomeActuals, ...status, challenge: challengeOf(roll, about) } };
    }
    case "initiative": {
      const budget = node.plan.budgetThousandYen;
      const spent = typeof budget === "number" ? { settledThousandYen: Math.round(budget * (0.8 + roll() * 0.2)) } : {};
      const processActuals = actualsOf(roll, node.plan.processIndicators);
      const results = resultsOf(roll, about);
      return {
        ...sheet,
        values: { results, processActuals, achievement: grade, implementation: done, ...spent, ...mended },
      };
    }
    case "reformItem": {
      const achievement = grade === "1" ? "1" : "2";
      return { ...sheet, values: { results: resultsOf(roll, about), achievement, implementation: done, ...mended } };
    }
  }
}

/** The same plan as it was amended in its course: some initiatives are described anew, one is dropped. */
export function amended(nodes: readonly PlanNode[], roll: Dice): PlanNode[] {
  const dropped = `${between(roll, 1, 5)}-3-4`;
  return nodes
    .filter((node) => node.type !== "initiative" || node.code !== dropped)
    .map((node) => {
      if (node.type !== "initiative" || roll() > 0.1) return node;
      const actions = `${String(node.plan.actions)}\n・年度の途中から、対象を広げて実施`;
      return { ...node, plan: { ...node.plan, actions } };
    });
}
