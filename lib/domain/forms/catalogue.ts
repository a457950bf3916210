import type { ChoiceField, EvaluationPhase, Field, Form, Phase, Target, TargetType } from "./form.ts";
import { fieldsIn, PHASES, TARGET_TYPES } from "./form.ts";
import { osaka2013 } from "./osaka-2013/form.ts";
import { osaka2023 } from "./osaka-2023/form.ts";

/** Every form that this installation knows. A new year's form is one more folder and one more line here. */
export const FORMS: readonly Form[] = [osaka2013, osaka2023];

/** The form of that name; refuses names it does not know, which only a damaged record could carry. */
export function formOf(id: string): Form {
  const form = FORMS.find((candidate) => candidate.id === id);
  if (!form) throw new RangeError(`unknown form ${id}`);
  return form;
}

/** The fields that a form asks of a target in a phase; none means that there is no such sheet. */
export function fieldsOf(formId: string, type: TargetType, phase: Phase): readonly Field[] {
  return fieldsIn(formOf(formId), type, phase);
}

/** The choice that stands for a whole sheet: the first that its form asks for (進捗状況, 達成状況 …). */
export function gradeField(formId: string, type: TargetType, phase: EvaluationPhase): ChoiceField | undefined {
  return fieldsOf(formId, type, phase).find((field): field is ChoiceField => field.kind === "choice");
}

/** Every (target type, phase) for which a form asks a sheet, evaluations only. */
export function evaluationsOf(form: Form): readonly { type: Target["type"]; phase: Phase }[] {
  return TARGET_TYPES.flatMap((type) =>
    PHASES.filter((phase) => phase !== "PLAN" && fieldsIn(form, type, phase).length > 0).map((phase) => ({
      type,
      phase,
    })),
  );
}
