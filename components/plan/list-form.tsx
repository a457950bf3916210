import { useTranslations } from "next-intl";
import { TypedDate } from "@/components/rounds/typed-date.tsx";
import { ConflictView } from "@/components/submission/conflict-view.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { Button } from "@/components/ui/button.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import type { SelectOption } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { type ListEntry, NOTICE_KINDS, OPINION_OUTCOMES, OPINION_SOURCES } from "@/lib/domain/policy.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { concernedName, LIST_FIELDS, textFieldsOf } from "@/lib/web/list-fields.ts";
import { PLAN_FIELDS, predecessorName } from "@/lib/web/plan-fields.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Picks } from "./picks.tsx";

/** A notice, an aim or an opinion as it is edited. */
export interface EditedEntry {
  readonly type: ListEntry["type"];
  /** The node's key; null for one that is being added. */
  readonly key: string | null;
  readonly id: string;
  readonly typed: Typed;
  /** The items that an opinion may be about, and the aims of the year before that an aim may continue. */
  readonly items: readonly SelectOption[];
  readonly predecessors: readonly SelectOption[];
}

/** The names of an entry's controls. */
export function useEntryLabels(): (type: ListEntry["type"], control: string) => string {
  const words = useTranslations("formulation.editor.fields");
  return (type, control) => {
    const { kind, date, code, title, text, source, answer, outcome, change } = LIST_FIELDS;
    switch (control) {
      case text:
        return words(`text.${type}`);
      case date:
        return words(type === "opinion" ? "date.opinion" : "date.notice");
      case kind:
        return words("kind");
      case code:
        return words("code");
      case title:
        return words("title");
      case source:
        return words("source");
      case answer:
        return words("answer");
      case outcome:
        return words("outcome");
      case change:
        return words("change");
      case predecessorName(""):
        return words("predecessors");
      default:
        return words("items");
    }
  };
}

/** The form of a notice, an aim of the vision, or an opinion with its answer. */
export function ListForm({
  lang,
  formAction,
  envelope,
  entry,
  state,
}: {
  lang: Language;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  entry: EditedEntry;
  /** Where this form came back. */
  state: FormState | null;
}) {
  const words = useTranslations("formulation.editor");
  const opinions = useTranslations("opinions");
  const plan = useTranslations("plan");
  const fieldWords = useTranslations("staff.fields");
  const problemWords = useProblemWords();
  const labels = useEntryLabels();
  const { type } = entry;
  const typed = state?.typed ?? entry.typed;
  const of = (control: string, choice = false) => ({
    name: control,
    label: labels(type, control),
    errors: (state?.problems ?? [])
      .filter(({ field }) => field === control)
      .map((one) => problemWords(one, labels(type, control), choice)),
  });
  const required = fieldWords("required");
  const written = (control: string, rows: number, may: { required?: string; optional?: string; hint?: string }) => (
    <>
      <TextArea {...of(control)} {...may} lang="ja" rows={rows} defaultValue={typed[control] ?? ""} />
      {textFieldsOf(type, (name) => labels(type, name))
        .filter(({ key }) => key === control)
        .flatMap((field) =>
          (state?.writing?.conflicts ?? [])
            .filter((conflict) => conflict.field === control)
            .map((conflict) => (
              <ConflictView
                key={conflict.field}
                lang={lang}
                field={field}
                conflict={conflict}
                authors={plan("savedNow")}
                plan={{}}
              />
            )),
        )}
    </>
  );
  const date = (
    <TypedDate
      name={LIST_FIELDS.date}
      label={labels(type, LIST_FIELDS.date)}
      hint={words("hints.date")}
      optional
      state={state}
      usual={null}
      typed={typed}
    />
  );
  const { kind, code, title, text, source, answer, outcome, change } = LIST_FIELDS;
  return (
    <form action={formAction} className="grid gap-8">
      <EnvelopeFields values={envelope} />
      <input type="hidden" name={PLAN_FIELDS.node} value={entry.key ?? ""} />
      <input type="hidden" name={PLAN_FIELDS.type} value={type} />
      <input type="hidden" name={PLAN_FIELDS.id} value={entry.id} />
      {type === "notice" ? (
        <>
          {written(text, 4, { required })}
          {date}
          <RadioGroup
            {...of(kind, true)}
            required={required}
            options={NOTICE_KINDS.map((value) => ({ value, label: words(`kinds.${value}`) }))}
            defaultValue={typed[kind] ?? null}
          />
        </>
      ) : type === "aim" ? (
        <>
          <TextInput
            {...of(code)}
            hint={plan("hints.code")}
            required={required}
            width="short"
            defaultValue={typed[code] ?? ""}
          />
          <TextInput {...of(title)} required={required} lang="ja" defaultValue={typed[title] ?? ""} />
          {written(text, 4, { optional: fieldWords("optional") })}
          <Picks
            label={labels(type, predecessorName(""))}
            hint={words("hints.predecessors")}
            options={entry.predecessors}
            nameOf={predecessorName}
            typed={typed}
          />
        </>
      ) : (
        <>
          <RadioGroup
            {...of(source, true)}
            required={required}
            columns={3}
            options={OPINION_SOURCES.map((value) => ({ value, label: opinions(`sources.${value}`) }))}
            defaultValue={typed[source] ?? null}
          />
          {date}
          {written(text, 4, { required, hint: words("hints.text") })}
          {written(answer, 4, { required })}
          <RadioGroup
            {...of(outcome, true)}
            required={required}
            columns={2}
            options={OPINION_OUTCOMES.map((value) => ({ value, label: opinions(`outcomes.${value}`) }))}
            defaultValue={typed[outcome] ?? null}
          />
          {written(change, 3, { optional: fieldWords("optional"), hint: words("hints.change") })}
          <Picks label={labels(type, concernedName(""))} options={entry.items} nameOf={concernedName} typed={typed} />
        </>
      )}
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value={entry.key ? "change" : "add"}>
          {entry.key ? words("save") : plan("saveNew")}
        </Button>
      </div>
    </form>
  );
}
