import type { Hash } from "../canonical.ts";

/** Words in both languages, as data of the form they belong to. */
export interface Label {
  readonly ja: string;
  readonly en: string;
}

export const PHASES = ["PLAN", "MID_YEAR_REVIEW", "SELF_EVALUATION"] as const;
export type Phase = (typeof PHASES)[number];
export type EvaluationPhase = Exclude<Phase, "PLAN">;
/** The phases in which something is evaluated, in the order of the year. */
export const EVALUATIONS = PHASES.filter((phase): phase is EvaluationPhase => phase !== "PLAN");

export const TARGET_TYPES = ["policy", "issue", "strategy", "initiative", "reformItem"] as const;
export type TargetType = (typeof TARGET_TYPES)[number];

/** What a choice says about how things stand; drawn as shape and colour beside its words. */
export type Tone = "good" | "watch" | "bad" | "none";

/** `code` is stored and exported (ASCII); `symbol` is what a Japanese reader expects on the paper form. */
export interface Choice {
  readonly code: string;
  readonly symbol: string;
  readonly label: Label;
  readonly explanation?: Label;
  readonly tone: Tone;
}

/**
 * When a field must be filled before its sheet can be submitted: always, where another field holds one of these codes,
 * or where the grade chosen in another field is not the one that the indicators suggest.
 */
export type Required =
  | true
  | { readonly field: string; readonly oneOf: readonly string[] }
  | { readonly differsFrom: string };

interface FieldBase {
  /** The one name of this field: form control, zod key, JSON key and prop. */
  readonly key: string;
  readonly label: Label;
  readonly hint?: Label;
  readonly required?: Required;
  /**
   * Fields of other phases whose text one looks up while writing this one, beside those of the same key: in the plan,
   * in this year's mid-year review, in last year's self-evaluation.
   */
  readonly alike?: readonly { readonly phase: Phase; readonly key: string }[];
}

/** Free text, kept as written. `maxLength` counts characters (code points). */
export interface TextField extends FieldBase {
  readonly kind: "text";
  readonly maxLength: number;
  readonly lines: "one" | "few" | "many";
}

/** A list of short texts, one a line. */
export interface ListField extends FieldBase {
  readonly kind: "list";
  readonly maxLength: number;
}

/** How a grade follows from what was measured in field `from` for the plan's indicators of field `of`. */
export interface Suggestion {
  readonly from: string;
  readonly of: string;
  /** Every target that can be judged was met. */
  readonly met: string;
  /** At least one was missed. */
  readonly missed: string;
  /** Other codes that say no less than `missed`; choosing one contradicts nothing and asks for no reason. */
  readonly alsoMissed?: readonly string[];
  /** No target can be judged. Absent: then nothing is suggested. */
  readonly unmeasured?: string;
}

export interface ChoiceField extends FieldBase {
  readonly kind: "choice";
  readonly choices: readonly Choice[];
  readonly suggest?: Suggestion;
}

/** Several of some choices; kept as their codes, in the order of the form. */
export interface ChoicesField extends FieldBase {
  readonly kind: "choices";
  readonly choices: readonly Choice[];
}

/** Whole thousand yen (千円); absent means unknown, which is not zero. */
export interface AmountField extends FieldBase {
  readonly kind: "amount";
  /** The plan's amount that this one was spent from. */
  readonly against?: string;
}

/** The indicators that a plan sets. */
export interface IndicatorsField extends FieldBase {
  readonly kind: "indicators";
  readonly indicatorKind: "outcome" | "process";
}

/** What was measured for the indicators that the plan set in field `of`. */
export interface ActualsField extends FieldBase {
  readonly kind: "actuals";
  readonly of: string;
}

/** Who answers questions about the policy. */
export interface ContactField extends FieldBase {
  readonly kind: "contact";
}

export type Field =
  | TextField
  | ListField
  | ChoiceField
  | ChoicesField
  | AmountField
  | IndicatorsField
  | ActualsField
  | ContactField;

/** The fields of one target in each phase. No fields in a phase: the form asks for no sheet there. */
export type TargetForm = Readonly<Record<Phase, readonly Field[]>>;

/** A form (様式) of some fiscal years, whole. */
export interface Form {
  readonly id: string;
  readonly label: Label;
  /** From which year it can be used; `to` is the last year in which Osaka used it and limits nobody else. */
  readonly fiscalYears: { readonly from: number; readonly to: number | null };
  /** null: a policy of this form has no such targets. */
  readonly targets: Readonly<Record<TargetType, TargetForm | null>>;
  /** The headings under which the public page lists the targets. */
  readonly headings: Readonly<Record<Exclude<TargetType, "policy">, Label>>;
}

/** One target of a policy: what a sheet is written for. */
export interface Target {
  readonly type: TargetType;
  readonly id: string;
}

/** The name of a target's plan Part in a manifest. */
export function targetKey(target: Target): string {
  return `${target.type}:${target.id}`;
}

/** The name of a target's evaluation Part in a manifest. */
export function sheetKey(target: Target, phase: EvaluationPhase): string {
  return `${targetKey(target)}/${phase}`;
}

/** What a manifest is: names of Parts and their addresses. */
export type Manifest = Readonly<Record<string, Hash>>;

/** The fields that a form asks of a target in a phase; none where the form has no such target or asks no sheet. */
export function fieldsIn(form: Form, type: TargetType, phase: Phase): readonly Field[] {
  return form.targets[type]?.[phase] ?? [];
}

/** The choice that a stored code stands for, if the field has it. */
export function choiceOf(field: ChoiceField | ChoicesField, code: unknown): Choice | undefined {
  return field.choices.find((choice) => choice.code === code);
}
