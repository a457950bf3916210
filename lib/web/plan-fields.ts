import { fieldsOf } from "../domain/forms/catalogue.ts";
import type { TargetType } from "../domain/forms/form.ts";
import { type Problem, readSheet, type Typed, typedOf } from "../domain/forms/sheet.ts";
import type { TypedNode } from "../domain/plan-edit.ts";
import type { ItemNode, PlanNode } from "../domain/policy.ts";
import { isStorable, lengthOf } from "../domain/text.ts";
import { GOAL_CODES, inCatalogue, THEME_CODES } from "../domain/themes.ts";

/** The controls of a plan's item beside those of its form. */
export const NODE_FIELDS = {
  code: "node.code",
  title: "node.title",
  featured: "node.featured",
  section: "node.section",
  parent: "node.parent",
} as const;

/** The control by which an item is said to continue one of the year before, or to serve one of the vision's aims. */
export const predecessorName = (id: string): string => `node.predecessor.${id}`;
export const aimName = (id: string): string => `node.aim.${id}`;

/** The control by which an initiative is filed under a theme, or one of the Sustainable Development Goals. */
export const themeName = (code: string): string => `node.theme.${code}`;
export const goalName = (code: string): string => `node.sdg.${code}`;

/** The controls of the forms about a Revision, beside those of ENVELOPE. */
export const PLAN_FIELDS = {
  /** The node that a form is about, by its key. */
  node: "_node",
  /** Of a new item: its kind, and the id that it will have. */
  type: "_type",
  id: "_id",
  kind: "kind",
  reason: "reason",
  step: "step",
  corrects: "corrects",
  effectiveOn: "effectiveOn",
} as const;

/** What is chosen for a plan that is formulated without steps. */
export const IN_ONE_STEP = "whole";

/** The control by which one conflict is settled. */
export const choiceName = (conflict: string): string => `_choice.${conflict}`;

const CODE_LENGTH = 30;
const TITLE_LENGTH = 400;
const CODE = /^[0-9A-Za-z]+(-[0-9A-Za-z]+)*$/;

/** What the controls of a node show: the inverse of reading them. */
export function typedOfNode(formId: string, type: TargetType, node: TypedNode): Typed {
  const fields = fieldsOf(formId, type, "PLAN");
  return Object.assign(
    {
      [NODE_FIELDS.code]: node.code,
      [NODE_FIELDS.title]: node.title,
      [NODE_FIELDS.featured]: node.featured ? "on" : "",
      [NODE_FIELDS.section]: node.sectionId ?? "",
      [NODE_FIELDS.parent]: node.parentId ?? "",
    },
    ...node.predecessorIds.map((id) => ({ [predecessorName(id)]: "on" })),
    ...node.aimIds.map((id) => ({ [aimName(id)]: "on" })),
    ...node.themes.map((code) => ({ [themeName(code)]: "on" })),
    ...node.sdgs.map((code) => ({ [goalName(code)]: "on" })),
    ...fields.map((field) => typedOf(field, node.plan[field.key])),
  );
}

/** A node of the plan as it is typed, and what is wrong with which field. `others` are the nodes beside it. */
export function readNode(
  formId: string,
  type: TargetType,
  typed: Typed,
  others: readonly PlanNode[],
): { node: TypedNode; problems: readonly Problem[] } {
  const { values, problems } = readSheet(fieldsOf(formId, type, "PLAN"), typed);
  const title = (typed[NODE_FIELDS.title] ?? "").trim();
  const code = (typed[NODE_FIELDS.code] ?? "").normalize("NFKC").trim();
  const node = {
    title,
    plan: values,
    code,
    featured: typed[NODE_FIELDS.featured] === "on",
    sectionId: typed[NODE_FIELDS.section] || null,
    parentId: typed[NODE_FIELDS.parent] || null,
    predecessorIds: checked(typed, predecessorName("")),
    aimIds: type === "issue" || type === "strategy" ? checked(typed, aimName("")) : [],
    themes: type === "initiative" ? inCatalogue(THEME_CODES, checked(typed, themeName(""))) : [],
    sdgs: type === "initiative" ? inCatalogue(GOAL_CODES, checked(typed, goalName(""))) : [],
  };
  const own = [...(type === "policy" ? [] : codeProblems(code, type, others)), ...titleProblems(title)];
  return { node, problems: [...own, ...problems] };
}

/** The ids whose boxes are checked, by the beginning that their controls' names have in common. */
export const checked = (typed: Typed, start: string): string[] =>
  Object.keys(typed)
    .filter((name) => name.startsWith(start) && typed[name] === "on")
    .map((name) => name.slice(start.length));

function titleProblems(title: string): Problem[] {
  const field = NODE_FIELDS.title;
  if (title === "") return [{ field, code: "required" }];
  if (!isStorable(title)) return [{ field, code: "characters" }];
  return lengthOf(title) > TITLE_LENGTH ? [{ field, code: "too-long", limit: TITLE_LENGTH }] : [];
}

/** What is wrong with a code: there is none, it is malformed, or another of its kind among `others` has it. */
export function codeProblems(
  code: string,
  type: ItemNode["type"] | "aim",
  others: readonly PlanNode[],
  field: string = NODE_FIELDS.code,
): Problem[] {
  if (code === "") return [{ field, code: "required" }];
  if (code.length > CODE_LENGTH) return [{ field, code: "too-long", limit: CODE_LENGTH }];
  if (!CODE.test(code)) return [{ field, code: "code-shape" }];
  const taken = others.some((other) => other.type === type && "code" in other && other.code === code);
  return taken ? [{ field, code: "code-taken" }] : [];
}
