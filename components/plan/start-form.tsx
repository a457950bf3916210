"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages } from "@/components/submission/form-messages.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { FormAction } from "@/lib/web/form-state.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Begins a Revision: there is nothing to fill in but who one is, where the session ended. */
export function StartForm({
  lang,
  action,
  writer,
  formKey,
  policyId,
  first,
}: {
  lang: Language;
  action: FormAction;
  writer: string;
  formKey: string;
  policyId: string;
  /** Nothing was released yet: the Revision is the policy's first formulation. */
  first: boolean;
}) {
  const words = useTranslations("plan");
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="grid max-w-prose gap-5">
      {state ? <FormMessages state={state} labelOf={(label) => ({ label, choice: false })} /> : null}
      <EnvelopeFields values={{ key: formKey, language: lang, writer }} />
      <input type="hidden" name={ROUND_FIELDS.policy} value={policyId} />
      {state?.signIn ? <SignInFields typed={state.typed} /> : null}
      <p>{words("startLead")}</p>
      <div>
        <Button variant="primary">{words(first ? "startFirst" : "start")}</Button>
      </div>
    </form>
  );
}
