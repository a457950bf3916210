"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { ChoiceWords } from "@/components/policy/choice-words.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "@/components/submission/form-messages.tsx";
import { SignedOut } from "@/components/submission/signed-out.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { TARGETS } from "@/lib/domain/next-year.ts";
import type { CopyFromLastYear } from "@/lib/domain/revision-view.ts";
import { yearGrade } from "@/lib/domain/years.ts";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import { itemName, ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import type { Language } from "@/lib/words/languages.ts";

const TARGETS_FIELD = "targets";

/**
 * Last year's items to choose from, all of them chosen at first. It stands at the same place of the page whether or not
 * its reader is signed in; without them what was chosen is carried along unseen.
 */
export function CopyForm({
  lang,
  action,
  here,
  writer,
  formKey,
  copy,
}: {
  lang: Language;
  action: FormAction;
  /** This page's own address, to come back to after signing in. */
  here: string;
  writer: string | null;
  formKey: string;
  /** null where nobody is signed in, or there is nothing to copy. */
  copy: CopyFromLastYear | null;
}) {
  const words = useTranslations("years.copy");
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);
  if (!writer && !state) return <SignedOut lang={lang} here={here} />;
  if (!copy && !state?.signIn) return <p>{words("none")}</p>;
  const unsent = state?.signIn ? state.typed : null;
  return (
    <form action={formAction} className="grid grid-cols-[minmax(0,1fr)] gap-10">
      {state ? <FormMessages state={state} labelOf={(label) => ({ label, choice: true })} /> : null}
      <EnvelopeFields values={{ key: formKey, language: lang, writer: unsent?.[ENVELOPE.writer] ?? writer ?? "" }} />
      <input type="hidden" name={ROUND_FIELDS.policy} value={unsent?.[ROUND_FIELDS.policy] ?? copy?.policyId ?? ""} />
      {copy && !unsent ? (
        <>
          <Fieldset name="items" label={words("items")} hint={words("itemsHint")}>
            <ul className="border-line border-t">
              {copy.lastYear.items.map((item) => (
                <Item key={item.id} lang={lang} copy={copy} item={item} typed={state?.typed ?? null} />
              ))}
            </ul>
          </Fieldset>
          <RadioGroup
            name={TARGETS_FIELD}
            label={words("targets")}
            options={TARGETS.map((value) => ({ value, label: words(`targetsOf.${value}`) }))}
            defaultValue={state?.typed[TARGETS_FIELD] ?? "keep"}
          />
        </>
      ) : (
        <Unseen typed={unsent ?? {}} />
      )}
      {unsent ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={unsent} />
        </div>
      ) : null}
      <div>
        <Button variant="primary">{words("button")}</Button>
      </div>
    </form>
  );
}

/** What was chosen, for a form that comes back without the list to choose from. */
function Unseen({ typed }: { typed: Typed }) {
  return Object.entries(typed)
    .filter(([name]) => name.startsWith(itemName("")) || name === TARGETS_FIELD)
    .map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}

const INDENT = ["", "ml-4 md:ml-9", "ml-8 md:ml-18"] as const;

function Item({
  lang,
  copy,
  item,
  typed,
}: {
  lang: Language;
  copy: CopyFromLastYear;
  item: CopyFromLastYear["lastYear"]["items"][number];
  typed: Typed | null;
}) {
  const words = useTranslations();
  const name = itemName(item.id);
  const asked = formOf(copy.formId).targets[item.type] !== null;
  const grade = yearGrade(copy.lastYear.formId, item, "SELF_EVALUATION");
  const next = NEXT.flatMap((phase) => {
    const fields = fieldsOf(copy.lastYear.formId, item.type, phase).filter(
      ({ key }) => COMING.includes(key) && item.sheets[phase]?.[key] !== undefined,
    );
    return fields.length > 0 ? [{ phase, fields, values: item.sheets[phase] ?? {} }] : [];
  });
  return (
    <li className={`border-hairline border-b py-1 ${INDENT[item.depth] ?? ""}`}>
      <label className="focus-within-ring flex min-h-target items-start gap-3 rounded-md py-2">
        <input
          type="checkbox"
          name={name}
          defaultChecked={asked && (typed ? typed[name] !== undefined : true)}
          disabled={!asked}
          className="mt-[0.15em] size-6 shrink-0 accent-accent"
        />
        <span className="grid min-w-0 gap-1">
          <span className="figures block text-ink-muted text-sm">
            {words(`targets.${item.type}`)} {item.code}
          </span>
          <span lang="ja">{item.title}</span>
          {asked ? null : <span className="text-ink-muted text-sm">{words("years.copy.notInForm")}</span>}
          {grade ? <ChoiceWords lang={lang} choice={grade} /> : null}
        </span>
      </label>
      {next.length > 0 ? (
        <Disclosure variant="quiet" summary={words("years.copy.challenge")} className="ml-9">
          {next.map(({ phase, fields, values }) => (
            <div key={phase} className="grid gap-2">
              <p className="font-bold">{words(`phases.${phase}`)}</p>
              <SheetView lang={lang} fields={fields} values={values} empty="list" />
            </div>
          ))}
        </Disclosure>
      ) : null}
    </li>
  );
}

const NEXT = ["SELF_EVALUATION", "MID_YEAR_REVIEW"] as const;

/** The fields in which a sheet says what is still to be done. */
const COMING: readonly string[] = ["challenge", "challengeAndImprovement", "improvement", "futureDirection"];
