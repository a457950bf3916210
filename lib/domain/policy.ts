import { z } from "zod";
import { calendarDate } from "./fiscal-year.ts";
import { fieldsOf, formOf } from "./forms/catalogue.ts";
import type { Target, TargetType } from "./forms/form.ts";
import { targetKey } from "./forms/form.ts";
import type { Problem } from "./forms/sheet.ts";
import { draftSchema, missingFields, sheetValues } from "./forms/sheet.ts";
import { textUpTo } from "./text.ts";

/** Codes are authored (1, 1-1, 1-1-2), never derived: a public page shows the main items of a longer list. */
const code = z
  .string()
  .regex(/^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/)
  .max(30);
const title = textUpTo(400);

const item = {
  id: z.uuid(),
  /** Place among its siblings, from 0. */
  order: z.int().min(0),
  code,
  title,
  /** Whether it belongs to the digest that the public page opens with. */
  featured: z.boolean(),
  /** The section (課) that answers for it; null where none has been named. */
  sectionId: z.uuid().nullable(),
  /** Ids of the items of the year before that it continues; several where items were merged. */
  predecessorIds: z.array(z.uuid()),
  plan: sheetValues,
};

export const policyNode = z.strictObject({ type: z.literal("policy"), id: z.uuid(), title, plan: sheetValues });
export const issueNode = z.strictObject({ type: z.literal("issue"), ...item });
export const strategyNode = z.strictObject({ type: z.literal("strategy"), issueId: z.uuid(), ...item });
export const initiativeNode = z.strictObject({ type: z.literal("initiative"), strategyId: z.uuid(), ...item });
export const reformItemNode = z.strictObject({ type: z.literal("reformItem"), ...item });

/** A dated line on the policy's page. A date of null is one that the source does not give. */
export const notice = z.strictObject({
  type: z.literal("notice"),
  id: z.uuid(),
  order: z.int().min(0),
  kind: z.enum(["MID_YEAR_REVIEW_PUBLISHED", "SELF_EVALUATION_PUBLISHED", "OTHER"]),
  date: calendarDate.nullable(),
  text: textUpTo(2000),
});

export type PolicyNode = z.infer<typeof policyNode>;
export type IssueNode = z.infer<typeof issueNode>;
export type StrategyNode = z.infer<typeof strategyNode>;
export type InitiativeNode = z.infer<typeof initiativeNode>;
export type ReformItemNode = z.infer<typeof reformItemNode>;
export type Notice = z.infer<typeof notice>;

/** Every node that answers to a code and a section: all but the policy itself. */
export type ItemNode = IssueNode | StrategyNode | InitiativeNode | ReformItemNode;

export const planNode = z.discriminatedUnion("type", [
  policyNode,
  issueNode,
  strategyNode,
  initiativeNode,
  reformItemNode,
  notice,
]);
export type PlanNode = z.infer<typeof planNode>;

/** A plan as a flat list: the policy, its items, its notices. The tree is in the parents' ids. */
export const plan = z
  .array(planNode)
  .refine((nodes) => nodes.filter((node) => node.type === "policy").length === 1, "exactly one policy")
  .refine((nodes) => new Set(nodes.map((node) => node.id)).size === nodes.length, "ids are unique")
  .refine((nodes) => {
    const issues = new Set(nodes.filter((node) => node.type === "issue").map((node) => node.id));
    const strategies = new Set(nodes.filter((node) => node.type === "strategy").map((node) => node.id));
    return nodes.every(
      (node) =>
        (node.type !== "strategy" || issues.has(node.issueId)) &&
        (node.type !== "initiative" || strategies.has(node.strategyId)),
    );
  }, "every parent is there")
  .refine((nodes) => {
    const codes = nodes.flatMap((node) => (isItem(node) ? [`${node.type} ${node.code}`] : []));
    return new Set(codes).size === codes.length;
  }, "codes are unique among items of a kind");
export type Plan = z.infer<typeof plan>;

/** Whether a plan node is an item with a code and a section. */
export function isItem(node: PlanNode): node is ItemNode {
  return node.type !== "policy" && node.type !== "notice";
}

/** Whether some Part is a plan's node: the policy, an item or a notice. */
export function isNode(part: { readonly type: string }): part is PlanNode {
  return ["policy", "issue", "strategy", "initiative", "reformItem", "notice"].includes(part.type);
}

/** The name of a plan node in a manifest. */
export function nodeKey(node: PlanNode): string {
  return node.type === "notice" ? `notice:${node.id}` : targetKey(node as Target);
}

/** A problem of a plan, with the node that has it. */
export interface PlanProblem extends Problem {
  readonly node: string;
}

/**
 * What keeps a plan from being saved as a draft: items of a kind that the form does not have, fields that it does not
 * know or that are malformed.
 */
export function planProblems(formId: string, nodes: Plan): PlanProblem[] {
  const { targets } = formOf(formId);
  return nodes.flatMap((node) => {
    if (node.type === "notice") return [];
    if (targets[node.type] === null) return [{ node: nodeKey(node), field: "", code: "shape" as const }];
    const checked = draftSchema(fieldsOf(formId, node.type as TargetType, "PLAN")).safeParse(node.plan);
    if (checked.success) return [];
    return checked.error.issues.map((issue) => ({
      node: nodeKey(node),
      field: String(issue.path[0] ?? ""),
      code: "shape" as const,
    }));
  });
}

/** What keeps a plan from being submitted: fields that the form requires of a new plan and that are empty. */
export function planMissing(formId: string, nodes: Plan): PlanProblem[] {
  return nodes.flatMap((node) =>
    node.type === "notice"
      ? []
      : missingFields(fieldsOf(formId, node.type as TargetType, "PLAN"), node.plan).map((problem) => ({
          ...problem,
          node: nodeKey(node),
        })),
  );
}
