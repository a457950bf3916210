"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages } from "@/components/submission/form-messages.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { LaterLookLine } from "@/lib/domain/deciding-view.ts";
import type { FormAction } from "@/lib/web/form-state.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Tells the holder of a post what was decided in their place, with the button that says they looked (後閲した). */
export function LaterLookForm({
  lang,
  action,
  looks,
  writer,
  formKey,
  submissionId,
}: {
  lang: Language;
  action: FormAction;
  looks: readonly LaterLookLine[];
  writer: string;
  formKey: string;
  submissionId: string;
}) {
  const words = useTranslations("deciding.laterLook");
  const tones = useTranslations("tones");
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="grid gap-4">
      {state ? <FormMessages state={state} labelOf={(name) => ({ label: name, choice: false })} /> : null}
      <Banner
        tone="warning"
        toneLabel={tones("warning")}
        title={words("formTitle")}
        actions={<Button variant="secondary">{words("button")}</Button>}
      >
        <ul>
          {looks.map((look) => (
            <li key={look.id}>
              {words(`decided.${look.move}`, { deputy: look.deputy, at: instantWords(lang, look.decidedAt) })}
            </li>
          ))}
        </ul>
        <p>{words("formLead")}</p>
      </Banner>
      <EnvelopeFields values={{ key: formKey, language: lang, writer, submission: submissionId }} />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
    </form>
  );
}
