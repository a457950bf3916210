import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState, remarkName } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import type { PanelMove } from "./panel-moves.ts";

/** The id of a move's form, for controls that stand elsewhere on the page: remark boxes beside their fields. */
export const moveFormId = (move: PanelMove): string => `move-${move}`;

/** One move with what it asks for: a comment, remarks beside fields, the city's decision number. */
export function MoveForm({
  lang,
  move,
  formAction,
  envelope,
  view,
  fields,
  beside,
  state,
}: {
  lang: Language;
  move: PanelMove;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  view: SubmissionView | null;
  fields: readonly Field[];
  /** The remark boxes stand beside the fields of the sheet above. */
  beside: boolean;
  state: FormState | null;
}) {
  const words = useTranslations("staff");
  const deciding = useTranslations("deciding.remark");
  const typed = state?.typed ?? {};
  // Approval names the version that was shown; a form that came back unsent still names the one it was shown with.
  const version = (view ? view.submitted?.hash : typed[ENVELOPE.version]) ?? "";
  const number = view?.submitted?.number ?? "";
  const form = (
    <form id={moveFormId(move)} action={formAction} className="grid gap-5">
      <EnvelopeFields values={{ ...envelope, ...sheetOf(view, typed), ...(move === "approve" ? { version } : {}) }} />
      <p className="max-w-prose">
        {move === "approve" ? words("panel.approveLead", { number }) : words(`panel.${move}Lead`)}
      </p>
      {move === "approve" ? <DecisionFields state={state} /> : null}
      {move === "return" || move === "revoke" || move === "discard" || move === "reopen" ? (
        <TextArea
          name={ENVELOPE.comment}
          label={words(move === "return" ? "panel.comment" : `panel.${move}Comment`)}
          required={words("fields.required")}
          hint={words("fields.limit", { limit: "4,000" })}
          errors={state?.refusal === "comment-required" ? [words("problems.comment")] : []}
          lang="ja"
          rows={4}
          defaultValue={typed[ENVELOPE.comment] ?? ""}
        />
      ) : null}
      {move === "return" && fields.length > 0 ? (
        beside ? (
          <p className="max-w-prose text-ink-muted text-sm">{deciding("beside")}</p>
        ) : (
          <Remarks lang={lang} fields={fields} typed={typed} />
        )
      ) : null}
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={typed} />
        </div>
      ) : null}
      <div>
        <Button
          variant={move === "approve" ? "primary" : move === "discard" ? "danger" : "secondary"}
          name={ENVELOPE.intent}
          value={move}
        >
          {words(`panel.${move}`)}
        </Button>
      </div>
    </form>
  );
  // Discarding and reopening are rare: their forms stay folded unless they came back.
  if (move !== "discard" && move !== "reopen") return <div className="border-hairline border-t pt-6">{form}</div>;
  return (
    <Disclosure summary={words(`panel.${move}`)} open={state !== null || undefined}>
      {form}
    </Disclosure>
  );
}

/** What a form needs to name the sheet's fields again when its reader is not signed in any more. */
function sheetOf(view: SubmissionView | null, typed: Typed) {
  return {
    form: view?.formId ?? typed[ENVELOPE.form] ?? "",
    target: view?.target.type ?? typed[ENVELOPE.target] ?? "",
    phase: view?.phase ?? typed[ENVELOPE.phase] ?? "",
  };
}

/** A remark for each field of the sheet, for those that need one. */
function Remarks({ lang, fields, typed }: { lang: Language; fields: readonly Field[]; typed: Typed }) {
  const words = useTranslations("staff.panel");
  const some = fields.some((field) => typed[remarkName(field.key)]);
  return (
    <Disclosure variant="quiet" summary={words("remarksTitle")} open={some || undefined}>
      <div className="grid gap-5 pt-3">
        {fields.map((field) => (
          <TextArea
            key={field.key}
            name={remarkName(field.key)}
            label={words("remarkFor", { field: field.label[lang] })}
            lang="ja"
            rows={2}
            defaultValue={typed[remarkName(field.key)] ?? ""}
          />
        ))}
      </div>
    </Disclosure>
  );
}
