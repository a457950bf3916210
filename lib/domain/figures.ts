import {
  type EditionContent,
  type FormulationStep,
  itemsOf,
  type PublishedIssue,
  type PublishedReformItem,
} from "./edition.ts";
import { fieldsOf, gradeField } from "./forms/catalogue.ts";
import {
  type Choice,
  type ChoiceField,
  choiceOf,
  EVALUATIONS,
  type EvaluationPhase,
  type Target,
  type TargetType,
} from "./forms/form.ts";
import type { SheetValues } from "./forms/sheet.ts";
import { isProvisional } from "./formulation.ts";
import type { PublishedPolicy } from "./published-policy.ts";

/**
 * What the figures of a policy are drawn from, on the public's pages and on the staff's: counts of what the Edition shows,
 * in which every item is counted once, and what is not there is counted as that and never as a zero or a grade.
 */

/** As much of a policy as its figures need. */
export type Figured = Pick<PublishedPolicy, "formId" | "content" | "concluded"> &
  Partial<Pick<PublishedPolicy, "late">>;

/**
 * How it is with one sheet: in the Edition (released), in none yet (unreleased, 未公開), left out when its round ended
 * (unevaluated, 未評価), not asked because its item joined later (late), taken down (withheld), not in the form (notAsked).
 */
export const SHEET_STATES = ["released", "unreleased", "unevaluated", "late", "withheld", "notAsked"] as const;
export type SheetState = (typeof SHEET_STATES)[number];

interface Evaluated extends Target {
  readonly sheets: Partial<Record<EvaluationPhase, SheetValues>>;
  readonly withheld?: unknown;
}

/** How it is with the sheet of one target in a phase. */
export function sheetState(policy: Omit<Figured, "content">, target: Evaluated, phase: EvaluationPhase): SheetState {
  if (fieldsOf(policy.formId, target.type, phase).length === 0) return "notAsked";
  if (target.withheld) return "withheld";
  if (target.sheets[phase] !== undefined) return "released";
  if (policy.late?.[phase].includes(target.id)) return "late";
  return policy.concluded.includes(phase) ? "unevaluated" : "unreleased";
}

/** The policy itself or one of its items, with how it is with each of its sheets. */
export interface SheetRow {
  readonly target: EditionContent["policy"] | ReturnType<typeof itemsOf>[number];
  readonly states: Readonly<Record<EvaluationPhase, SheetState>>;
}

/** Every target in reading order with the states of its sheets; the policy, whose sheet sums up the year, comes last. */
export function sheetMatrix(policy: Figured): SheetRow[] {
  return [...itemsOf(policy.content), policy.content.policy].map((target) => ({
    target,
    states: {
      MID_YEAR_REVIEW: sheetState(policy, target, "MID_YEAR_REVIEW"),
      SELF_EVALUATION: sheetState(policy, target, "SELF_EVALUATION"),
    },
  }));
}

/** How many sheets of a phase are in each state. The counts add up to the rows. */
export function stateCounts(rows: readonly SheetRow[], phase: EvaluationPhase): Readonly<Record<SheetState, number>> {
  const count = (state: SheetState) => rows.filter(({ states }) => states[phase] === state).length;
  return Object.fromEntries(SHEET_STATES.map((state) => [state, count(state)])) as Record<SheetState, number>;
}

/** Why a target has no grade: its sheet has none (ungraded), or there is no sheet to see. */
export type NoGrade = "ungraded" | Exclude<SheetState, "released" | "notAsked">;
const NO_GRADES: readonly NoGrade[] = ["ungraded", "unreleased", "unevaluated", "late", "withheld"];

/** So many targets of one grade, or without one for one reason. Never of none. */
export type GradePart = { readonly count: number } & (
  | { readonly choice: Choice; readonly none: null }
  | { readonly choice: null; readonly none: NoGrade }
);

/** The grades of some targets. The parts add up to `count`. */
export interface GradeCount {
  readonly count: number;
  readonly parts: readonly GradePart[];
}

/** The grades that one kind of target was given in a phase, issue by issue; reform items stand below no issue (null). */
export interface GradeGroup {
  readonly phase: EvaluationPhase;
  readonly type: Exclude<TargetType, "policy">;
  readonly field: ChoiceField;
  readonly rows: readonly (GradeCount & { readonly issue: PublishedIssue | null })[];
  readonly total: GradeCount;
}

function countGrades(policy: Figured, field: ChoiceField, targets: readonly Evaluated[], phase: EvaluationPhase) {
  const given = targets.map((target) => {
    const state = sheetState(policy, target, phase);
    const choice = choiceOf(field, target.sheets[phase]?.[field.key]);
    return state === "released" ? (choice ?? "ungraded") : state;
  });
  const parts: GradePart[] = [
    ...field.choices.map((choice) => ({ choice, none: null, count: given.filter((one) => one === choice).length })),
    ...NO_GRADES.map((none) => ({ choice: null, none, count: given.filter((one) => one === none).length })),
  ];
  return { count: targets.length, parts: parts.filter(({ count }) => count > 0) };
}

/** The grades of a phase, kind by kind; only kinds for which the form asks a grade and of which the policy has some. */
export function gradesByIssue(policy: Figured, phase: EvaluationPhase): GradeGroup[] {
  const { content, formId } = policy;
  const below = (type: GradeGroup["type"], issue: PublishedIssue): readonly Evaluated[] => {
    if (type === "issue") return [issue];
    return type === "strategy" ? issue.strategies : issue.strategies.flatMap(({ initiatives }) => initiatives);
  };
  return (["initiative", "strategy", "issue", "reformItem"] as const).flatMap((type): GradeGroup[] => {
    const field = gradeField(formId, type, phase);
    if (!field) return [];
    const rows: { issue: PublishedIssue | null; targets: readonly (Evaluated | PublishedReformItem)[] }[] =
      type === "reformItem"
        ? [{ issue: null, targets: content.reformItems }]
        : content.issues.map((issue) => ({ issue, targets: below(type, issue) }));
    const some = rows.filter(({ targets }) => targets.length > 0);
    if (some.length === 0) return [];
    return [
      {
        ...{ phase, type, field },
        rows: some.map(({ issue, targets }) => ({ issue, ...countGrades(policy, field, targets, phase) })),
        total: countGrades(
          policy,
          field,
          some.flatMap(({ targets }) => targets),
          phase,
        ),
      },
    ];
  });
}

/**
 * The grades by which a policy is known at a glance: those of its initiatives (of its issues where it has none), of the
 * latest evaluation of which anything was released; null before that.
 */
export function leadingGrades(policy: Figured): GradeGroup | null {
  for (const phase of [...EVALUATIONS].reverse()) {
    if (!hasSheets(policy.content, phase)) continue;
    const [leading] = gradesByIssue(policy, phase).filter(({ type }) => type === "initiative" || type === "issue");
    if (leading) return leading;
  }
  return null;
}

/** Whether anything of an evaluation was released, or its round has ended without. */
export function hasCome(
  { content, concluded }: Pick<PublishedPolicy, "content" | "concluded">,
  phase: EvaluationPhase,
): boolean {
  return concluded.includes(phase) || hasSheets(content, phase);
}

/**
 * Whether the year went on without an evaluation: the round of a later one has ended, its own never did. What is absent
 * there is unreleased (未公開) all the same, but nobody is to wait for it.
 */
export function wasPassedOver(concluded: readonly EvaluationPhase[], phase: EvaluationPhase): boolean {
  const later = EVALUATIONS.slice(EVALUATIONS.indexOf(phase) + 1);
  return !concluded.includes(phase) && later.some((one) => concluded.includes(one));
}

const hasSheets = (content: EditionContent, phase: EvaluationPhase) =>
  [content.policy, ...itemsOf(content)].some(({ sheets }) => sheets[phase] !== undefined);

/** How far a policy's year has come in public: being formulated, planned, reviewed at mid-year, evaluated at its end. */
export const STAGES = ["formulating", "planned", "reviewed", "evaluated"] as const;
export type Stage = (typeof STAGES)[number];

/** How far a policy's year has come: by the evaluations of which something was released, or whose rounds have ended. */
export function stageOf({
  content,
  concluded,
  edition,
}: Pick<PublishedPolicy, "content" | "concluded"> & {
  readonly edition: { readonly step?: FormulationStep | undefined };
}): Stage {
  if (hasCome({ content, concluded }, "SELF_EVALUATION")) return "evaluated";
  if (hasCome({ content, concluded }, "MID_YEAR_REVIEW")) return "reviewed";
  return isProvisional(edition.step) ? "formulating" : "planned";
}
