import { canonicalText } from "./canonical.ts";
import type { Part } from "./edition.ts";
import { FORMS, fieldsOf, gradeField } from "./forms/catalogue.ts";
import {
  type Choice,
  EVALUATIONS,
  type EvaluationPhase,
  type Field,
  PHASES,
  sheetKey,
  TARGET_TYPES,
  type Target,
  type TargetType,
} from "./forms/form.ts";
import type { Actual, Indicator } from "./forms/indicator.ts";
import type { Contact } from "./forms/value.ts";
import type { Verdict } from "./grades.ts";
import { nodesOf } from "./plan-changes.ts";
import { isItem, type PlanNode } from "./policy.ts";
import { judgedItem, type YearItem, yearGrade } from "./years.ts";

/** What can be searched of Editions: pure, so that a release writes it, a rebuilding makes it again and verify compares it. */

/** What of one node of an Edition is found: its texts as they were published, and what it can be filtered by. */
export interface Searchable {
  readonly kind: PlanNode["type"];
  readonly nodeId: string;
  readonly code: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly grades: readonly string[];
  readonly budgetThousandYen: number | null;
  readonly verdicts: readonly Verdict[];
  readonly themes: readonly string[];
  readonly sdgs: readonly string[];
}

/** What was searchable of a node while it stood unchanged, by the numbers of Editions. */
export interface Stretch extends Searchable {
  readonly fromEdition: number;
  /** null while the last Edition that was looked at has it. */
  readonly toEdition: number | null;
  /** The Edition that no longer has the node; of its last text only, and null if it came back. */
  readonly removedIn: number | null;
}

/** Everything that can be searched of an Edition. */
export function searchablesOf(formId: string, parts: ReadonlyMap<string, Part>): Searchable[] {
  return nodesOf(parts).map((node) => searchableOf(formId, parts, node));
}

function searchableOf(formId: string, parts: ReadonlyMap<string, Part>, node: PlanNode): Searchable {
  const none = { grades: [], budgetThousandYen: null, verdicts: [], themes: [], sdgs: [] };
  const named = { kind: node.type, nodeId: node.id };
  switch (node.type) {
    case "notice":
      return { ...named, code: null, title: null, text: node.text, ...none };
    case "opinion":
      return { ...named, code: null, title: null, text: lines([node.text, node.answer, node.change]), ...none };
    case "aim":
      return { ...named, code: node.code, title: node.title, text: node.text ?? "", ...none };
    default: {
      const item = asItem(parts, node);
      return {
        ...named,
        code: isItem(node) ? node.code : null,
        title: node.title,
        text: textOf(formId, item),
        grades: EVALUATIONS.flatMap((phase) => gradeKey(formId, item, phase)),
        budgetThousandYen: typeof node.plan.budgetThousandYen === "number" ? node.plan.budgetThousandYen : null,
        verdicts: verdictsOf(formId, item),
        themes: (node.type === "initiative" && node.themes) || [],
        sdgs: node.type === "initiative" ? (node.sdgs ?? []) : goalsOfForm(node.plan.sdgs),
      };
    }
  }
}

type FormNode = Extract<PlanNode, { plan: unknown }>;
type Item = Pick<YearItem, "plan" | "sheets"> & { readonly type: TargetType };

function asItem(parts: ReadonlyMap<string, Part>, node: FormNode): Item {
  const sheets = EVALUATIONS.flatMap((phase) => {
    const part = parts.get(sheetKey(node as Target, phase));
    return part?.type === "sheet" ? [[phase, part.values] as const] : [];
  });
  return { type: node.type, plan: node.plan, sheets: Object.fromEntries(sheets) };
}

const lines = (texts: readonly (string | null)[]): string => texts.filter(Boolean).join("\n");

function textOf(formId: string, { type, plan, sheets }: Item): string {
  return lines(
    PHASES.flatMap((phase) =>
      fieldsOf(formId, type, phase).map((field) =>
        textOfField(field, (phase === "PLAN" ? plan : sheets[phase])?.[field.key]),
      ),
    ),
  );
}

/** The free text that a field holds; codes and amounts are filtered by, and figures stand for little without their table. */
function textOfField(field: Field, value: unknown): string {
  if (value === undefined || value === null) return "";
  switch (field.kind) {
    case "text":
      return String(value);
    case "list":
      return lines(value as readonly string[]);
    case "indicators":
      return lines(
        (value as readonly Indicator[]).flatMap(({ name, target, unit }) => [
          name,
          typeof target === "string" ? target : target === null ? null : `${target}${unit ?? ""}`,
        ]),
      );
    case "actuals":
      return lines((value as readonly Actual[]).map(({ actual }) => (actual === null ? null : String(actual))));
    case "contact":
      return lines(Object.values(value as Contact));
    case "choice":
    case "choices":
    case "amount":
      return "";
  }
}

const goalsOfForm = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Which verdicts its indicators have; before a self-evaluation is released only that no target was set. */
function verdictsOf(formId: string, item: Item): Verdict[] {
  const verdicts = judgedItem(formId, item).map(({ verdict }) => verdict);
  const told = item.sheets.SELF_EVALUATION ? verdicts : verdicts.filter((verdict) => verdict === "not-set");
  return [...new Set(told)].sort();
}

function gradeKey(formId: string, item: Item, phase: EvaluationPhase): string[] {
  const choice = yearGrade(formId, item, phase);
  return choice ? [keyOfGrade(formId, item.type, phase, choice)] : [];
}

const keyOfGrade = (formId: string, type: string, phase: EvaluationPhase, { code }: Choice): string =>
  [formId, phase, type, code].join(".");

/** A grade that some form can give, as it is filtered by. */
export interface GradeOption {
  readonly key: string;
  readonly phase: EvaluationPhase;
  readonly type: TargetType;
  readonly choice: Choice;
}

/** Every grade of every form: the choice that stands for a whole sheet. */
export const GRADES: readonly GradeOption[] = FORMS.flatMap((form) =>
  EVALUATIONS.flatMap((phase) =>
    TARGET_TYPES.flatMap((type) => {
      const field = gradeField(form.id, type, phase);
      return (field?.choices ?? []).map((choice) => ({
        key: keyOfGrade(form.id, type, phase, choice),
        phase,
        type,
        choice,
      }));
    }),
  ),
);

/**
 * What an Edition changes of the stretches that still ran: texts that another one follows, texts that are gone with their
 * node, texts that begin. What stands as it stood is in none of the three.
 */
export function stepTo<Running extends Searchable>(running: readonly Running[], now: readonly Searchable[]) {
  const before = new Map(running.map((one) => [one.nodeId, one]));
  const after = new Map(now.map((one) => [one.nodeId, one]));
  const changed = (one: Running) => {
    const next = after.get(one.nodeId);
    return next !== undefined && canonicalText(searchable(next)) !== canonicalText(searchable(one));
  };
  const ended = running.filter(changed);
  return {
    ended,
    removed: running.filter(({ nodeId }) => !after.has(nodeId)),
    begun: now.filter(({ nodeId }) => !before.has(nodeId) || ended.some((one) => one.nodeId === nodeId)),
  };
}

/** Only what is compared, in whatever record it stands. */
const searchable = (one: Searchable): Searchable => {
  const { kind, nodeId, code, title, text, grades, budgetThousandYen, verdicts, themes, sdgs } = one;
  return { kind, nodeId, code, title, text, grades, budgetThousandYen, verdicts, themes, sdgs };
};

/** All stretches of a policy from all its Editions, the first one first. */
export function stretchesOf(
  editions: readonly { readonly number: number; readonly searchables: readonly Searchable[] }[],
): Stretch[] {
  let stretches: Stretch[] = [];
  for (const { number, searchables } of editions) {
    const { ended, removed, begun } = stepTo(
      stretches.filter(({ toEdition }) => toEdition === null),
      searchables,
    );
    const begins = new Set(begun.map(({ nodeId }) => nodeId));
    stretches = [
      ...stretches.map((one): Stretch => {
        if (ended.includes(one)) return { ...one, toEdition: number - 1 };
        if (removed.includes(one)) return { ...one, toEdition: number - 1, removedIn: number };
        // What came back is not gone any more.
        return one.removedIn !== null && begins.has(one.nodeId) ? { ...one, removedIn: null } : one;
      }),
      ...begun.map((one): Stretch => ({ ...one, fromEdition: number, toEdition: null, removedIn: null })),
    ];
  }
  return stretches;
}
