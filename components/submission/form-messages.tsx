import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import type { Problem } from "@/lib/domain/forms/sheet.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";

/** What one problem of a field says. `label` is the field's name in the reader's language. */
export function useProblemWords(): (problem: Problem, label: string, choice?: boolean) => string {
  const words = useTranslations("staff.problems");
  return (problem, label, choice = false) =>
    problem.code === "required" && choice
      ? words("requiredChoice", { field: label })
      : words(problem.code, { field: label, limit: problem.limit ?? 0 });
}

/** The id that script moves the focus to when a form comes back. */
export const MESSAGES_ID = "messages";

/**
 * What a form that came back says at its top: why it was refused, what is wrong with which field (each a link to it),
 * and that nothing typed was lost.
 */
export function FormMessages({
  state,
  labelOf,
  children,
}: {
  state: FormState;
  /** A field's name in the reader's language, and whether it is chosen rather than typed. */
  labelOf: (field: string) => { label: string; choice: boolean };
  /** What else the answer says. */
  children?: ReactNode;
}) {
  const words = useTranslations("staff");
  const tones = useTranslations("tones");
  const problemWords = useProblemWords();
  const errors = state.problems.map((problem) => {
    const { label, choice } = labelOf(problem.field);
    return { name: problem.control ?? problem.field, message: problemWords(problem, label, choice) };
  });
  // A reason that is missing is refused by the procedure, not found in a field; what is said of it leads there all the same.
  const reasonMissing = state.refusal === "comment-required" && ENVELOPE.comment in state.typed;
  if (reasonMissing) errors.push({ name: ENVELOPE.comment, message: words("problems.comment") });
  return (
    <div id={MESSAGES_ID} tabIndex={-1} className="grid gap-4">
      {state.refusal && state.refusal !== "incomplete" && !reasonMissing ? (
        <Banner tone="error" toneLabel={tones("error")} title={words(`refusals.${state.refusal}.title`)}>
          {words(`refusals.${state.refusal}.body`)}
        </Banner>
      ) : null}
      {state.signIn ? (
        <Banner tone="warning" toneLabel={tones("warning")} title={words("again.title")} announce="alert">
          {words("again.lead")}
        </Banner>
      ) : null}
      {children}
      {errors.length > 0 ? (
        <ErrorSummary heading={words("problems.title", { count: errors.length })} errors={errors}>
          {words(state.refusal === "incomplete" ? "problems.keptSaved" : "problems.kept")}
        </ErrorSummary>
      ) : null}
    </div>
  );
}
