import { z } from "zod";
import { calendarDate } from "./fiscal-year.ts";
import { fieldsOf, formOf } from "./forms/catalogue.ts";
import type { Target, TargetType } from "./forms/form.ts";
import { targetKey } from "./forms/form.ts";
import type { Problem } from "./forms/sheet.ts";
import { draftSchema, missingFields, sheetValues } from "./forms/sheet.ts";
import { textUpTo } from "./text.ts";
import { GOAL_CODES, inCatalogue, THEME_CODES } from "./themes.ts";

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
/** Ids of the vision's aims that an item serves; absent where none was named. */
const aimIds = z.array(z.uuid()).min(1).optional();

export const issueNode = z.strictObject({ type: z.literal("issue"), ...item, aimIds });
export const strategyNode = z.strictObject({ type: z.literal("strategy"), issueId: z.uuid(), ...item, aimIds });

/** Codes of a catalogue, each once and in its order; absent where none was set. */
const tags = (catalogue: readonly string[]) =>
  z
    .array(z.string())
    .min(1)
    .refine((codes) => inCatalogue(catalogue, codes).join() === codes.join())
    .optional();

export const initiativeNode = z.strictObject({
  type: z.literal("initiative"),
  strategyId: z.uuid(),
  ...item,
  /** The city's themes and the Sustainable Development Goals that it is filed under. */
  themes: tags(THEME_CODES),
  sdgs: tags(GOAL_CODES),
});
export const reformItemNode = z.strictObject({ type: z.literal("reformItem"), ...item });

export const NOTICE_KINDS = ["MID_YEAR_REVIEW_PUBLISHED", "SELF_EVALUATION_PUBLISHED", "OTHER"] as const;

/** A dated line on the policy's page. A date of null is one that the source does not give. */
export const notice = z.strictObject({
  type: z.literal("notice"),
  id: z.uuid(),
  order: z.int().min(0),
  kind: z.enum(NOTICE_KINDS),
  date: calendarDate.nullable(),
  text: textUpTo(2000),
});

/**
 * An aim of the multi-year vision (区将来ビジョン) that the policy is the action plan of one year of. Each year's policy
 * holds the aims as they stood then; those of the year before are its predecessors.
 */
export const aim = z.strictObject({
  type: z.literal("aim"),
  id: z.uuid(),
  order: z.int().min(0),
  code,
  title,
  text: textUpTo(4000).nullable(),
  predecessorIds: z.array(z.uuid()),
});

export const OPINION_SOURCES = ["WARD_MEETING", "PUBLIC_COMMENT", "OTHER"] as const;
/** What an opinion led to. */
export const OPINION_OUTCOMES = ["REFLECTED", "PARTLY_REFLECTED", "ALREADY_STATED", "NOTED", "NOT_REFLECTED"] as const;

/**
 * An opinion on the plan as it is published: what was said (never by whom), the answer, and what changed because of it.
 * A date of null is one that is not known.
 */
export const opinion = z.strictObject({
  type: z.literal("opinion"),
  id: z.uuid(),
  order: z.int().min(0),
  source: z.enum(OPINION_SOURCES),
  date: calendarDate.nullable(),
  text: textUpTo(4000),
  answer: textUpTo(4000),
  outcome: z.enum(OPINION_OUTCOMES),
  /** What changed in the plan because of it, in words; null where nothing did. */
  change: textUpTo(4000).nullable(),
  /** Ids of the items that it is about; ids of items that are gone stay. */
  itemIds: z.array(z.uuid()),
});

export type PolicyNode = z.infer<typeof policyNode>;
export type IssueNode = z.infer<typeof issueNode>;
export type StrategyNode = z.infer<typeof strategyNode>;
export type InitiativeNode = z.infer<typeof initiativeNode>;
export type ReformItemNode = z.infer<typeof reformItemNode>;
export type Notice = z.infer<typeof notice>;
export type Aim = z.infer<typeof aim>;
export type Opinion = z.infer<typeof opinion>;

/** What a plan lists beside its items: it has no form, no section and no sheets. */
export type ListEntry = Notice | Aim | Opinion;

/** Every node that answers to a code and a section: all but the policy itself. */
export type ItemNode = IssueNode | StrategyNode | InitiativeNode | ReformItemNode;

export const planNode = z.discriminatedUnion("type", [
  policyNode,
  issueNode,
  strategyNode,
  initiativeNode,
  reformItemNode,
  notice,
  aim,
  opinion,
]);
export type PlanNode = z.infer<typeof planNode>;

/** A plan as a flat list: the policy, its items, its notices, aims and opinions. The tree is in the parents' ids. */
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
    const codes = nodes.flatMap((node) => ("code" in node ? [`${node.type} ${node.code}`] : []));
    return new Set(codes).size === codes.length;
  }, "codes are unique among items of a kind")
  .refine((nodes) => {
    const aims = new Set(nodes.filter((node) => node.type === "aim").map((node) => node.id));
    return nodes.every((node) => !("aimIds" in node) || (node.aimIds ?? []).every((id) => aims.has(id)));
  }, "every aim that is cited is there");
export type Plan = z.infer<typeof plan>;

/** Whether a plan node is an item with a code and a section. */
export function isItem(node: PlanNode): node is ItemNode {
  return node.type !== "policy" && !isListEntry(node);
}

const LISTED: readonly string[] = ["notice", "aim", "opinion"] satisfies readonly ListEntry["type"][];

/** Whether a plan node is one of those that are listed beside the items. */
export function isListEntry(node: { readonly type: string }): node is ListEntry {
  return LISTED.includes(node.type);
}

/** Whether some Part is a plan's node: the policy, an item or what is listed beside them. */
export function isNode(part: { readonly type: string }): part is PlanNode {
  return ["policy", "issue", "strategy", "initiative", "reformItem", ...LISTED].includes(part.type);
}

/** The name of a plan node in a manifest. */
export function nodeKey(node: PlanNode): string {
  return isListEntry(node) ? `${node.type}:${node.id}` : targetKey(node as Target);
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
    if (isListEntry(node)) return [];
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
    isListEntry(node)
      ? []
      : missingFields(fieldsOf(formId, node.type as TargetType, "PLAN"), node.plan).map((problem) => ({
          ...problem,
          node: nodeKey(node),
        })),
  );
}
