import { randomUUID } from "node:crypto";
import type { Plan, PlanNode } from "../../lib/domain/policy.ts";
import type { higashisumiyoshi2020 } from "./source.ts";

/**
 * Which section answers for what. The page does not say; this is assumed, so that the ward's sheets have someone to
 * write and to decide them. Never shown to the public.
 */
export const SECTIONS = [
  { nameJa: "総務課", nameEn: "General Affairs Section" },
  { nameJa: "地域課", nameEn: "Community Section" },
  { nameJa: "保健福祉課", nameEn: "Health and Welfare Section" },
  { nameJa: "窓口サービス課", nameEn: "Residents' Services Section" },
] as const;
export type SectionName = (typeof SECTIONS)[number]["nameJa"];

const RESPONSIBLE: Record<string, SectionName> = {
  "issue 1": "保健福祉課",
  "issue 2": "保健福祉課",
  "strategy 2-1": "地域課",
  "issue 3": "地域課",
  "issue 4": "総務課",
  "issue 5": "総務課",
  "reformItem 1": "窓口サービス課",
  "reformItem 2": "総務課",
  "reformItem 3": "総務課",
};

/** The plan that the page publishes, word for word, under fresh ids. */
export function planOf(
  source: ReturnType<typeof higashisumiyoshi2020>,
  policyId: string,
  sectionIds: ReadonlyMap<SectionName, string>,
): Plan {
  const common = (order: number, code: string, title: string, section: SectionName | undefined) => ({
    id: randomUUID(),
    order,
    code,
    title,
    featured: true,
    sectionId: section ? (sectionIds.get(section) ?? null) : null,
    predecessorIds: [],
  });
  const { contact } = source;
  const nodes: PlanNode[] = [
    {
      type: "policy",
      id: policyId,
      title: source.title,
      plan: {
        introduction: source.introduction,
        goal: source.goal.text,
        mission: source.mission.text,
        basicPolicy: source.basicPolicy.bullets,
        reformPlanName: source.reformPlan.planName,
        contact: {
          officeName: contact.officeName,
          sectionName: contact.sectionName,
          groupName: contact.groupName,
          phone: contact.phone,
          fax: contact.fax,
          postalCode: contact.postalCodeRaw,
          address: contact.address,
        },
      },
    },
    ...source.notices.map((entry, order) => ({
      type: "notice" as const,
      id: randomUUID(),
      order,
      kind: entry.derived.kind,
      date: entry.derived.date,
      text: entry.text,
    })),
  ];
  for (const [i, issue] of source.issues.entries()) {
    const issueSection = RESPONSIBLE[`issue ${issue.code}`];
    const issueNode = {
      type: "issue" as const,
      ...common(i, issue.code, issue.title, issueSection),
      plan: { description: issue.description },
    };
    nodes.push(issueNode);
    for (const [j, strategy] of issue.strategies.entries()) {
      const section = RESPONSIBLE[`strategy ${strategy.code}`] ?? issueSection;
      const strategyNode = {
        type: "strategy" as const,
        issueId: issueNode.id,
        ...common(j, strategy.code, strategy.title, section),
        plan: { description: strategy.description },
      };
      nodes.push(strategyNode);
      for (const [k, initiative] of strategy.initiatives.entries()) {
        nodes.push({
          type: "initiative",
          strategyId: strategyNode.id,
          ...common(k, initiative.code, initiative.title, section),
          plan: {
            description: initiative.description,
            budgetThousandYen: initiative.budget.derived.amountThousandYen,
          },
        });
      }
    }
  }
  for (const [index, item] of source.reformPlan.items.entries()) {
    const code = String(item.derived.number);
    nodes.push({
      type: "reformItem",
      ...common(index, code, item.title, RESPONSIBLE[`reformItem ${code}`]),
      plan: { actions: item.bullets },
    });
  }
  return nodes;
}
