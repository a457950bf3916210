import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { FORMS, fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { type Field, PHASES, TARGET_TYPES } from "@/lib/domain/forms/form.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { SheetFields } from "./sheet-fields.tsx";

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

/** The form in which a sheet is written. It is saved as it is, and submitted when it is complete. */
export function SheetForm({
  lang,
  formAction,
  envelope,
  view,
  typed,
  state,
}: {
  lang: Language;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  /** null where the reader may not write it any more: what they typed is shown all the same. */
  view: SubmissionView | null;
  typed: TypedSheet | null;
  state: FormState | null;
}) {
  const words = useTranslations("staff");
  const fields = view ? fieldsOf(view.formId, view.target.type, view.phase) : (typed?.fields ?? []);
  const drawn = {
    form: view?.formId ?? typed?.typed[ENVELOPE.form] ?? "",
    target: view?.target.type ?? typed?.typed[ENVELOPE.target] ?? "",
    phase: view?.phase ?? typed?.typed[ENVELOPE.phase] ?? "",
  };
  const conflict = state?.refusal === "stale-lock" || state?.refusal === "key-reused";
  const canSend = view !== null || state?.signIn === true;
  return (
    <form action={formAction} className="grid gap-10" aria-labelledby="write-heading">
      <h2 id="write-heading">{words("sheet.write")}</h2>
      <EnvelopeFields values={{ ...envelope, ...drawn }} />
      {conflict && view?.head ? <Newer lang={lang} view={view} /> : null}
      <SheetFields
        lang={lang}
        fields={fields}
        values={view?.values ?? {}}
        typed={typed?.typed ?? null}
        problems={state?.problems ?? []}
        remarks={view?.returned?.remarks ?? {}}
        compare={conflict}
      />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
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
          <p className="text-ink-muted text-sm">{words("sheet.submitNote")}</p>
        </div>
      ) : null}
    </form>
  );
}

/** Who saved meanwhile, and when. */
function Newer({ lang, view }: { lang: Language; view: SubmissionView }) {
  const words = useTranslations("staff.newer");
  const tones = useTranslations("tones");
  if (!view.head) return null;
  return (
    <Banner tone="warning" toneLabel={tones("warning")} title={words("title")}>
      {words("lead", {
        author: view.head.author,
        number: view.head.number,
        at: instantWords(lang, view.head.occurredAt),
      })}
    </Banner>
  );
}
