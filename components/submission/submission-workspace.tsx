"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { DecidingSheet } from "@/components/deciding/deciding-sheet.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { SubmissionView, TimelineLine } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { FormMessages, MESSAGES_ID } from "./form-messages.tsx";
import { moveFormId } from "./move-form.tsx";
import { MovePanel } from "./move-panel.tsx";
import { isPanelMove } from "./panel-moves.ts";
import { RevisionSubmit } from "./revision-submit.tsx";
import { SheetForm, sheetOfTyped } from "./sheet-form.tsx";
import { SignedOut } from "./signed-out.tsx";
import { WritingMessages } from "./writing-messages.tsx";

/**
 * Where a submission is written and decided: what the last press led to, the sheet (to write, or to read as it was
 * submitted), and the moves that this person may make.
 *
 * It stands at the same place of the page whether or not its reader is signed in, and one state serves all of its
 * forms: that is how a form whose session ended can come back, without script too, with everything that was typed.
 */
export function SubmissionWorkspace({
  lang,
  action,
  view,
  id,
  writer,
  formKey,
  done,
  waiting,
  revision,
}: {
  lang: Language;
  action: FormAction;
  /** null where nobody is signed in. */
  view: SubmissionView | null;
  id: string;
  /** Whoever this page is drawn for. */
  writer: string | null;
  formKey: string;
  /** The move that led here, where it is the last that was made. */
  done: TimelineLine["move"] | null;
  /** The sheet as it waits for the reader's decision; null where it does not. */
  waiting: WaitingSheet | null;
  /** What a Revision proposes, drawn; a Revision has no sheet. */
  revision?: ReactNode;
}) {
  const words = useTranslations("staff");
  const tones = useTranslations("tones");
  const [state, formAction, pending] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);

  const intent = state?.typed[ENVELOPE.intent] ?? "";
  const typedSheet = state && (intent === "save" || intent === "submit") ? sheetOfTyped(state.typed) : null;
  const fields = view && view.phase !== "PLAN" ? fieldsOf(view.formId, view.target.type, view.phase) : [];
  const known: readonly Field[] = fields.length > 0 ? fields : (typedSheet?.fields ?? []);
  const labelOf = (name: string) => {
    const field = known.find((candidate) => candidate.key === name);
    const own: Record<string, string> = {
      [ENVELOPE.decisionDate]: words("panel.decisionDate"),
      [ENVELOPE.decisionNumber]: words("panel.decisionNumber"),
    };
    return { label: field?.label[lang] ?? own[name] ?? name, choice: field?.kind === "choice" };
  };
  const envelope = {
    key: formKey,
    language: lang,
    writer: state?.signIn ? (state.typed[ENVELOPE.writer] ?? "") : (writer ?? ""),
    submission: id,
    lockVersion: view?.lockVersion ?? state?.typed[ENVELOPE.lockVersion] ?? 0,
  };
  const revisionUnsent = state?.signIn && intent === "submit" && !typedSheet ? state : null;
  const mayWrite = view?.moves.includes("save") === true && view.phase !== "PLAN";

  if (!view && !state) {
    return <SignedOut lang={lang} here={submissionPath(lang, id)} />;
  }
  return (
    <div className="grid gap-10 md:gap-14">
      {state ? (
        <FormMessages state={state} labelOf={labelOf}>
          {state.writing ? (
            <WritingMessages
              lang={lang}
              writing={state.writing}
              fields={known}
              submitting={intent === "submit" && state.problems.length === 0 && state.refusal === null}
            />
          ) : null}
        </FormMessages>
      ) : null}
      {!state && done ? (
        <TakesFocus>
          <Banner tone="success" toneLabel={tones("success")} title={words(`done.${done}`)} />
        </TakesFocus>
      ) : null}
      {mayWrite || typedSheet ? (
        <SheetForm
          lang={lang}
          formAction={formAction}
          pending={pending}
          envelope={envelope}
          view={mayWrite ? view : null}
          typed={typedSheet}
          state={typedSheet ? state : null}
        />
      ) : null}
      {view && !mayWrite ? (
        <section aria-labelledby="sheet-heading">
          <h2 id="sheet-heading" className="mb-5">
            {words(view.state === "DRAFT" || view.state === "RETURNED" ? "sheet.asWritten" : "sheet.asSubmitted")}
          </h2>
          {revision ??
            (waiting ? (
              <DecidingSheet
                lang={lang}
                sheet={waiting}
                remarks={{ form: moveFormId("return"), typed: intent === "return" && state ? state.typed : {} }}
              />
            ) : view.begun ? (
              <SheetView lang={lang} fields={fields} values={view.values} plan={view.plan} />
            ) : (
              <p className="text-ink-muted">{words("sheet.empty")}</p>
            ))}
        </section>
      ) : null}
      {(view?.phase === "PLAN" && view.moves.includes("submit")) || revisionUnsent ? (
        <RevisionSubmit formAction={formAction} envelope={envelope} state={revisionUnsent} />
      ) : null}
      <MovePanel
        lang={lang}
        formAction={formAction}
        envelope={envelope}
        view={view}
        fields={fields}
        waiting={waiting}
        state={state && isPanelMove(intent) ? state : null}
      />
    </div>
  );
}
