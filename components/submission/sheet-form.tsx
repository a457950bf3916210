import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FORMS, fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import { type Field, PHASES, TARGET_TYPES } from "@/lib/domain/forms/form.ts";
import { type Typed, typedOf } from "@/lib/domain/forms/sheet.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useAutosave } from "./autosave.ts";
import { ConflictView } from "./conflict-view.tsx";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { fillForm, sameText, textOfForm, wasTypedInto } from "./form-text.ts";
import { forgetLocalCopy, type LocalCopy, readLocalCopy } from "./local-copy.ts";
import { SaveStatus } from "./save-status.tsx";
import { SheetFields } from "./sheet-fields.tsx";
import { BufferMessage, LocalMessage } from "./writing-messages.tsx";

/** A sheet that came back: what was typed, and the fields to draw it with again. */
export interface TypedSheet {
  readonly typed: Typed;
  readonly fields: readonly Field[];
}

/** The sheet that a form came back with, drawn from the names that it carried; null if they name no sheet. */
export function sheetOfTyped(typed: Typed): TypedSheet | null {
  const form = FORMS.find((candidate) => candidate.id === typed[ENVELOPE.form]);
  const type = TARGET_TYPES.find((candidate) => candidate === typed[ENVELOPE.target]);
  const phase = PHASES.find((candidate) => candidate === typed[ENVELOPE.phase]);
  return form && type && phase ? { typed, fields: fieldsOf(form.id, type, phase) } : null;
}

/**
 * The form in which a sheet is written. It is saved as it is, and submitted when it is complete. With script, what is
 * typed is kept while it is typed, and what stands in the form is sent before the form is: so nothing is lost where the
 * network or the session is gone.
 */
export function SheetForm({
  lang,
  formAction,
  pending,
  envelope,
  view,
  typed,
  state,
}: {
  lang: Language;
  formAction: (formData: FormData) => void;
  /** The form is under way. */
  pending: boolean;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  /** null where the reader may not write it any more: what they typed is shown all the same. */
  view: SubmissionView | null;
  typed: TypedSheet | null;
  state: FormState | null;
}) {
  const words = useTranslations("staff");
  const separator = useTranslations("sheet")("separator");
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef<"no" | "keeping" | "yes">("no");
  const [blocked, setBlocked] = useState(false);
  const [standing, setStanding] = useState<{ typed: Typed; over: FormState | null } | null>(null);
  const [local, setLocal] = useState<LocalCopy | null>(null);
  const [restoredOver, setRestoredOver] = useState<string | null>(null);

  const fields = view ? fieldsOf(view.formId, view.target.type, view.phase) : (typed?.fields ?? []);
  const stored: Typed = Object.assign({}, ...fields.map((field) => typedOf(field, view?.values[field.key])));
  const writing = state?.writing;
  const buffer = view?.buffer && !typed && !sameText(view.buffer.typed, stored) ? view.buffer : null;
  const drawnOver = buffer ? buffer.baseHash : (view?.head?.hash ?? null);
  const base = restoredOver ?? (writing ? writing.base : (typed?.typed[ENVELOPE.base] ?? drawnOver)) ?? "";
  const writer = String(envelope.writer ?? "");
  const submissionId = String(envelope.submission ?? "");
  const autosave = useAutosave(form, { writer, submissionId, base: base || null });
  const drawn = {
    form: view?.formId ?? typed?.typed[ENVELOPE.form] ?? "",
    target: view?.target.type ?? typed?.typed[ENVELOPE.target] ?? "",
    phase: view?.phase ?? typed?.typed[ENVELOPE.phase] ?? "",
    // What was typed belongs to where things stood when it was; how they stand now is found out when it is saved.
    lockVersion: writing?.lockVersion ?? typed?.typed[ENVELOPE.lockVersion] ?? envelope.lockVersion ?? 0,
    base,
    writings: [typed?.typed[ENVELOPE.writings], view?.buffer?.writingId, autosave.writingId].filter(Boolean).join(" "),
  };
  const asksSignIn = state?.signIn === true || autosave.status?.kind === "signed-out";
  const canSend = view !== null || state?.signIn === true;

  useEffect(() => {
    if (!canSend || !form.current) return;
    // What was typed before script ran was heard by nobody.
    if (wasTypedInto(form.current)) form.current.dispatchEvent(new Event("input", { bubbles: true }));
    const copy = readLocalCopy(writer, submissionId);
    if (!copy) return;
    if (sameText(copy.typed, textOfForm(form.current))) forgetLocalCopy(writer, submissionId);
    else setLocal(copy);
  }, [canSend, writer, submissionId]);

  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key !== "s") return;
      const button = form.current?.querySelector<HTMLButtonElement>('button[value="save"]');
      if (!button) return;
      event.preventDefault();
      form.current?.requestSubmit(button);
    };
    window.addEventListener("keydown", save);
    return () => window.removeEventListener("keydown", save);
  }, []);

  function onInput(event: FormEvent<HTMLFormElement>) {
    const { name = "" } = event.target as { name?: string };
    if (name.startsWith("_")) return;
    const text = textOfForm(event.currentTarget);
    if (canSend) autosave.typed(text);
    setBlocked(false);
    startTransition(() => setStanding({ typed: text, over: state }));
  }

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (sending.current === "yes") {
      sending.current = "no";
      return;
    }
    event.preventDefault();
    if (sending.current === "keeping" || pending) return;
    sending.current = "keeping";
    const { submitter } = event.nativeEvent as SubmitEvent;
    void autosave.flush().then((sent) => {
      const away = sent?.kind === "offline" && sent.slow !== true;
      sending.current = away ? "no" : "yes";
      setBlocked(away);
      if (!away) form.current?.requestSubmit(submitter);
    });
  }

  return (
    <section aria-labelledby="write-heading" className="grid gap-10">
      <h2 id="write-heading">{words("sheet.write")}</h2>
      {buffer ? (
        <BufferMessage
          lang={lang}
          buffer={buffer}
          stale={buffer.baseHash !== (view?.head?.hash ?? null)}
          formAction={formAction}
          envelope={envelope}
        />
      ) : null}
      {local ? (
        <LocalMessage
          lang={lang}
          copy={local}
          restore={() => {
            if (!form.current) return;
            setRestoredOver(local.base ?? "");
            fillForm(form.current, local.typed);
            autosave.restored(local.typed);
            setLocal(null);
          }}
          forget={() => {
            forgetLocalCopy(writer, submissionId);
            setLocal(null);
          }}
        />
      ) : null}
      <form
        ref={form}
        action={formAction}
        onInput={onInput}
        onSubmit={onSubmit}
        className="grid gap-10"
        aria-labelledby="write-heading"
      >
        <EnvelopeFields values={{ ...envelope, ...drawn }} />
        <SheetFields
          lang={lang}
          fields={fields}
          form={view ? formOf(view.formId).targets[view.target.type] : null}
          values={view?.values ?? {}}
          typed={writing?.typed ?? typed?.typed ?? buffer?.typed ?? null}
          now={standing?.over === state ? standing.typed : null}
          plan={view?.plan ?? {}}
          sources={view?.sources ?? { midYear: null, lastYear: null }}
          problems={state?.problems ?? []}
          remarks={view?.returned?.remarks ?? {}}
          beside={(field) =>
            writing?.conflicts
              .filter((conflict) => conflict.field === field.key)
              .map((conflict) => (
                <ConflictView
                  key={conflict.item ?? ""}
                  lang={lang}
                  field={field}
                  conflict={conflict}
                  authors={writing.authors.join(separator)}
                  plan={view?.plan ?? {}}
                />
              ))
          }
        />
        <SaveStatus status={autosave.status} blocked={blocked} />
        {asksSignIn ? (
          <div className="border-accent border-l-4 py-1 pl-5">
            <SignInFields typed={state?.typed ?? {}} />
          </div>
        ) : null}
        {view && !view.roundIsOpen ? <p className="max-w-prose">{words("sheet.roundClosed")}</p> : null}
        {view?.relation.decider ? <p className="max-w-prose">{words("sheet.approverEdits")}</p> : null}
        {canSend ? (
          <div className="grid gap-3">
            <div className="flex flex-wrap gap-4">
              <Button variant="secondary" name={ENVELOPE.intent} value="save">
                {words("sheet.save")}
              </Button>
              {view === null || view.roundIsOpen ? (
                <Button variant="primary" name={ENVELOPE.intent} value="submit">
                  {words("sheet.submit")}
                </Button>
              ) : null}
            </div>
            <p className="text-ink-muted text-sm print:hidden">{words("sheet.submitNote")}</p>
          </div>
        ) : null}
      </form>
    </section>
  );
}
