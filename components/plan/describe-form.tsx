import { useTranslations } from "next-intl";
import { useEditionKind } from "@/components/history/edition-words.ts";
import { TypedDate } from "@/components/rounds/typed-date.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { Button } from "@/components/ui/button.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { FORMULATION_STEPS, REVISION_KINDS, type RevisionPart } from "@/lib/domain/edition.ts";
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { type Formulated, kindsAfter, stepsAfter } from "@/lib/domain/formulation.ts";
import type { EditionLine } from "@/lib/domain/published-policy.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { IN_ONE_STEP, PLAN_FIELDS } from "@/lib/web/plan-fields.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What a Revision says of itself: its kind, the step or the Edition that goes with that, why, and from which day it holds. */
export function DescribeForm({
  formAction,
  envelope,
  described,
  usual,
  formulated,
  released,
  lang,
  state,
}: {
  lang: Language;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  described: RevisionPart | null;
  /** What is chosen before anything was written. */
  usual: { readonly kind: RevisionPart["kind"]; readonly effectiveOn: CalendarDate };
  /** How far the plan has come, which says what may be chosen; null where that is not known. */
  formulated: Formulated | null;
  /** The Editions that a correction may name, newest first. */
  released: readonly EditionLine[];
  state: FormState | null;
}) {
  const words = useTranslations("plan");
  const kinds = useTranslations("revisionKinds");
  const meanings = useTranslations("plan.kindMeanings");
  const required = useTranslations("staff.fields")("required");
  const problemWords = useProblemWords();
  const formulation = useTranslations("formulation");
  const steps = useTranslations("formulationSteps");
  const history = useTranslations("history.public");
  const kindOf = useEditionKind();
  const { kind, reason, effectiveOn, step, corrects } = PLAN_FIELDS;
  const chosenKind = state?.typed[kind] ?? described?.kind ?? usual.kind;
  const typedEdition = state?.typed[corrects] ?? String(described?.corrects ?? "");
  // What was chosen once stays to be seen, also where it cannot be chosen any more.
  const possible = REVISION_KINDS.filter(
    (one) => !formulated || kindsAfter(formulated).includes(one) || one === chosenKind,
  );
  const stepsNow = formulated ? stepsAfter(formulated) : [...FORMULATION_STEPS, null];
  const usualStep = described?.kind === "FORMULATION" ? (described.step ?? IN_ONE_STEP) : null;
  const known = released.map((line) => ({
    value: String(line.number),
    label: history("compare.option", {
      number: line.number,
      date: dateWords(lang, tokyoDate(line.occurredAt)),
      what: kindOf(line),
    }),
  }));
  const editions = [
    { value: "", label: formulation("describe.correctsNone") },
    ...known,
    ...(typedEdition === "" || known.some(({ value }) => value === typedEdition)
      ? []
      : [{ value: typedEdition, label: typedEdition }]),
  ];
  const errorsOf = (field: string, label: string, choice = false) =>
    (state?.problems ?? []).filter((one) => one.field === field).map((one) => problemWords(one, label, choice));
  return (
    <form action={formAction} className="grid gap-8">
      <EnvelopeFields values={envelope} />
      <RadioGroup
        name={kind}
        label={words("fields.kind")}
        required={required}
        errors={errorsOf(kind, words("fields.kind"), true)}
        options={possible.map((value) => ({ value, label: kinds(value), explanation: meanings(value) }))}
        defaultValue={chosenKind}
      />
      {possible.includes("FORMULATION") && stepsNow.length > 0 ? (
        <RadioGroup
          name={step}
          label={words("fields.step")}
          hint={formulation("describe.stepHint")}
          errors={errorsOf(step, words("fields.step"), true)}
          options={stepsNow.map((one) => ({
            value: one ?? IN_ONE_STEP,
            label: one ? steps(one) : formulation("wholeStep"),
            explanation: formulation(`describe.stepMeanings.${one ?? IN_ONE_STEP}`),
          }))}
          defaultValue={state?.typed[step] ?? usualStep}
        />
      ) : null}
      {possible.includes("CORRECTION") ? (
        <Select
          name={corrects}
          label={words("fields.corrects")}
          hint={formulation("describe.correctsHint")}
          errors={errorsOf(corrects, words("fields.corrects"), true)}
          options={editions}
          defaultValue={typedEdition}
        />
      ) : null}
      <TextArea
        name={reason}
        label={words("fields.reason")}
        hint={words("hints.reason")}
        required={required}
        errors={errorsOf(reason, words("fields.reason"))}
        lang="ja"
        rows={4}
        defaultValue={state?.typed[reason] ?? described?.reason ?? ""}
      />
      <TypedDate
        name={effectiveOn}
        label={words("fields.effectiveOn")}
        hint={words("hints.effectiveOn")}
        state={state}
        usual={described?.effectiveOn ?? usual.effectiveOn}
      />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value="describe">
          {words("describe")}
        </Button>
      </div>
    </form>
  );
}
