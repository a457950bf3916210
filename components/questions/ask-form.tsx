"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { ErrorSummary } from "@/components/ui/error-summary.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { LONGEST_QUESTION, type QuestionKind } from "@/lib/domain/asking.ts";
import { lengthOf } from "@/lib/domain/text.ts";
import { ASK, type AskProblem, type AskState } from "@/lib/web/ask-state.ts";

/** What is mended in the text itself; everything else is said over the form. */
const IN_TEXT: readonly AskProblem[] = ["required", "too-long", "characters"];

/** The form of a reader's question. It works without script; what was typed is never lost. */
export function AskForm({
  action,
  place,
  kind,
  stamp,
}: {
  action: (previous: AskState | null, formData: FormData) => Promise<AskState>;
  /** Where it is asked, as hidden controls carry it. */
  place: Readonly<Record<"lang" | "org" | "year" | "about", string>>;
  kind: QuestionKind;
  stamp: string;
}) {
  const words = useTranslations("questions.ask");
  const [state, formAction] = useActionState(action, null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state) box.current?.querySelector<HTMLElement>("#error-summary")?.focus();
  }, [state]);
  const said = state
    ? words(`problems.${state.problem}`, { limit: LONGEST_QUESTION, length: lengthOf(state.text.trim()) })
    : null;
  const inText = state !== null && IN_TEXT.includes(state.problem);
  const hidden = { ...place, kind, stamp: state?.stamp ?? stamp };
  return (
    <form ref={box} action={formAction} className="grid gap-6">
      {said ? (
        <ErrorSummary
          heading={words("problems.title")}
          errors={[{ ...(inText ? { name: ASK.text } : {}), message: said }]}
        >
          {state?.text ? words("problems.kept") : null}
        </ErrorSummary>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={ASK[name as keyof typeof ASK]} value={value} />
      ))}
      <TextArea
        name={ASK.text}
        label={words(`labels.${kind}`)}
        hint={words("hint")}
        rows={8}
        max={LONGEST_QUESTION}
        errors={inText && said ? [said] : []}
        defaultValue={state?.text ?? ""}
        autoComplete="off"
      />
      <p className="hidden">
        <label>
          {words("trap")} <input name={ASK.trap} type="text" tabIndex={-1} autoComplete="off" />
        </label>
      </p>
      <div>
        <Button>{words("send")}</Button>
      </div>
    </form>
  );
}
