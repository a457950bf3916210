"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID, useProblemWords } from "@/components/submission/form-messages.tsx";
import { SignedOut } from "@/components/submission/signed-out.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import type { SectionsOfPolicy } from "@/lib/domain/revision-view.ts";
import { ENVELOPE, type FormAction, type FormState } from "@/lib/web/form-state.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import type { Language } from "@/lib/words/languages.ts";
import { SectionsTable } from "./sections-table.tsx";
import { TypedDate } from "./typed-date.tsx";

/**
 * Items, a section for them, and what the Revision says of itself. It stands at the same place of the page whether or not
 * its reader is signed in; without them what was chosen and typed is carried along unseen.
 */
export function SectionsForm({
  lang,
  action,
  here,
  writer,
  formKey,
  policy,
  today,
}: {
  lang: Language;
  action: FormAction;
  /** This page's own address, to come back to after signing in. */
  here: string;
  writer: string | null;
  formKey: string;
  /** null where nobody is signed in, or nothing was released yet. */
  policy: SectionsOfPolicy | null;
  today: CalendarDate;
}) {
  const words = useTranslations();
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);
  if (!writer && !state) {
    return <SignedOut lang={lang} here={here} />;
  }
  if (!policy && !state?.signIn) return null;
  const unsent = state?.signIn ? state.typed : null;
  const labelOf = (field: string) =>
    field === ROUND_FIELDS.items || field === ROUND_FIELDS.assigned
      ? { label: words(`rounds.fields.${field}`), choice: true }
      : {
          label: words(field === ROUND_FIELDS.reason ? "rounds.sections.reason" : "rounds.fields.effectiveOn"),
          choice: false,
        };
  return (
    <form action={formAction} className="grid grid-cols-[minmax(0,1fr)] gap-10">
      {state ? <FormMessages state={state} labelOf={labelOf} /> : null}
      <EnvelopeFields values={{ key: formKey, language: lang, writer: unsent?.[ENVELOPE.writer] ?? writer ?? "" }} />
      <input type="hidden" name={ROUND_FIELDS.policy} value={unsent?.[ROUND_FIELDS.policy] ?? policy?.policyId ?? ""} />
      {policy && !unsent ? (
        <SectionsTable lang={lang} policy={policy} typed={state?.typed ?? {}} />
      ) : (
        <Unseen typed={unsent ?? {}} />
      )}
      <Description lang={lang} policy={policy} state={state} today={today} />
      {unsent ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={unsent} />
        </div>
      ) : null}
      <div>
        <Button variant="primary">{words("rounds.sections.button")}</Button>
      </div>
    </form>
  );
}

/** What was chosen, for a form that comes back without the list to choose from. */
function Unseen({ typed }: { typed: Typed }) {
  return Object.entries(typed)
    .filter(([name]) => name.startsWith("_item.") || name.startsWith("_branch.") || name === ROUND_FIELDS.assigned)
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

function Description({
  lang,
  policy,
  state,
  today,
}: {
  lang: Language;
  policy: SectionsOfPolicy | null;
  state: FormState | null;
  today: CalendarDate;
}) {
  const words = useTranslations();
  const problemWords = useProblemWords();
  const errorsOf = (field: string, label: string, choice = false) =>
    (state?.problems ?? [])
      .filter((problem) => problem.field === field)
      .map((problem) => problemWords(problem, label, choice));
  const { assigned, reason, effectiveOn } = ROUND_FIELDS;
  const sections = (policy?.sections ?? []).map((section) => ({
    value: section.id,
    label: section[lang === "ja" ? "nameJa" : "nameEn"],
  }));
  return (
    <div className="grid max-w-[46rem] gap-8">
      {policy && !state?.signIn ? (
        <Select
          name={assigned}
          label={words("rounds.sections.target")}
          required={words("staff.fields.required")}
          errors={errorsOf(assigned, words("rounds.sections.target"), true)}
          options={[
            { value: "", label: words("rounds.sections.pick") },
            ...sections,
            { value: "none", label: words("rounds.sections.nobody") },
          ]}
          defaultValue={state?.typed[assigned] ?? ""}
        />
      ) : null}
      <TextArea
        name={reason}
        label={words("rounds.sections.reason")}
        hint={words("rounds.sections.reasonHint")}
        required={words("staff.fields.required")}
        errors={errorsOf(reason, words("rounds.sections.reason"))}
        lang="ja"
        rows={2}
        defaultValue={state ? (state.typed[reason] ?? "") : words("rounds.sections.usualReason")}
      />
      <TypedDate
        name={effectiveOn}
        label={words("rounds.fields.effectiveOn")}
        hint={words("rounds.sections.effectiveHint")}
        state={state}
        usual={today}
      />
    </div>
  );
}
