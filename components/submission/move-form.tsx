import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { DateField } from "@/components/ui/date-field.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState, remarkName } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { useProblemWords } from "./form-messages.tsx";
import type { PanelMove } from "./panel-moves.ts";

/** One move with what it asks for: a comment, remarks beside fields, the city's decision number. */
export function MoveForm({
  lang,
  move,
  formAction,
  envelope,
  view,
  fields,
  state,
}: {
  lang: Language;
  move: PanelMove;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  view: SubmissionView | null;
  fields: readonly Field[];
  state: FormState | null;
}) {
  const words = useTranslations("staff");
  const typed = state?.typed ?? {};
  // Approval names the version that was shown; a form that came back unsent still names the one it was shown with.
  const version = (view ? view.submitted?.hash : typed[ENVELOPE.version]) ?? "";
  const number = view?.submitted?.number ?? "";
  const form = (
    <form action={formAction} className="grid gap-5">
      <EnvelopeFields values={{ ...envelope, ...(move === "approve" ? { version } : {}) }} />
      <p className="max-w-prose">
        {move === "approve" ? words("panel.approveLead", { number }) : words(`panel.${move}Lead`)}
      </p>
      {move === "approve" ? <Decision state={state} /> : null}
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
      {move === "return" && fields.length > 0 ? <Remarks lang={lang} fields={fields} typed={typed} /> : null}
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

/** The number and date under which the city's own document system holds the decision. */
function Decision({ state }: { state: FormState | null }) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const typed = state?.typed ?? {};
  const errors = (name: string, label: string) =>
    (state?.problems ?? []).filter((problem) => problem.field === name).map((problem) => problemWords(problem, label));
  const date = ENVELOPE.decisionDate;
  return (
    <div className="grid gap-5">
      <TextInput
        name={ENVELOPE.decisionNumber}
        label={words("panel.decisionNumber")}
        optional={words("fields.optional")}
        hint={words("panel.decisionHint")}
        errors={errors(ENVELOPE.decisionNumber, words("panel.decisionNumber"))}
        width="half"
        maxLength={100}
        defaultValue={typed[ENVELOPE.decisionNumber] ?? ""}
      />
      <DateField
        name={date}
        label={words("panel.decisionDate")}
        optional={words("fields.optional")}
        errors={errors(date, words("panel.decisionDate"))}
        parts={{ year: words("panel.year"), month: words("panel.month"), day: words("panel.day") }}
        defaultValue={{ year: typed[`${date}.year`], month: typed[`${date}.month`], day: typed[`${date}.day`] }}
      />
    </div>
  );
}

/** A remark for each field of the sheet, for those that need one. */
function Remarks({
  lang,
  fields,
  typed,
}: {
  lang: Language;
  fields: readonly Field[];
  typed: Readonly<Record<string, string>>;
}) {
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
