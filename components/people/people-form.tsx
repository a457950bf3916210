"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID, useProblemWords } from "@/components/submission/form-messages.tsx";
import { Button, type ButtonVariant } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { FieldOfForm } from "./field-of-form.tsx";
import type { FormField } from "./form-field.ts";

/**
 * One form of administration or of one's own account. Several stand on one page, so every name begins with the form's
 * own. It works without script; with it, the focus goes to what a form that came back says.
 */
export function PeopleForm({
  lang,
  action,
  form,
  intent,
  formKey,
  writer,
  fields,
  button,
  variant = "primary",
  folded,
  children,
}: {
  lang: Language;
  action: FormAction;
  /** Its name, unlike any other on the page. */
  form: string;
  /** What pressing the button asks for. */
  intent: string;
  formKey: string;
  /** Whoever it is drawn for; null where nobody need be signed in. */
  writer: string | null;
  fields: readonly FormField[];
  button: string;
  variant?: ButtonVariant;
  /** Given, the form stays folded under these words until it is opened or comes back. */
  folded?: string | undefined;
  /** What is said before the questions. */
  children?: ReactNode;
}) {
  const problemWords = useProblemWords();
  const [state, formAction] = useActionState(action, null);
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state) box.current?.querySelector<HTMLElement>(`#${MESSAGES_ID}`)?.focus();
  }, [state]);

  const nameOf = (field: FormField) => (field.kind === "password" ? field.name : `${form}.${field.name}`);
  const asked = fields.flatMap((field) => (field.kind === "hidden" ? [] : [{ field, name: nameOf(field) }]));
  const labelOf = (name: string) => {
    const field = asked.find((one) => one.name === name)?.field;
    return { label: field?.label ?? "", choice: field?.kind === "select" || field?.kind === "radio" };
  };
  const errorsOf = (name: string) =>
    (state?.problems ?? [])
      .filter((problem) => problem.field === name)
      .map((problem) => problemWords(problem, labelOf(name).label, labelOf(name).choice));
  const body = (
    <form ref={box} action={formAction} className="grid gap-6">
      {state ? <FormMessages state={state} labelOf={labelOf} /> : null}
      <EnvelopeFields values={{ key: formKey, language: lang, form, ...(writer ? { writer } : {}) }} />
      {children}
      {fields.map((field) => (
        <FieldOfForm
          key={field.name}
          field={field}
          name={nameOf(field)}
          typed={state?.typed ?? null}
          errors={errorsOf(nameOf(field))}
        />
      ))}
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant={variant} name={ENVELOPE.intent} value={intent}>
          {button}
        </Button>
      </div>
    </form>
  );
  if (folded === undefined) return body;
  return (
    <Disclosure summary={folded} open={state !== null || undefined}>
      <div className="pt-2">{body}</div>
    </Disclosure>
  );
}
