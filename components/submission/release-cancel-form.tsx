"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button.tsx";
import type { FormAction } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { FormMessages } from "./form-messages.tsx";

/** The button that takes one scheduled release back. */
export function ReleaseCancelForm({
  lang,
  action,
  policyId,
  releaseId,
  writer,
  formKey,
}: {
  lang: Language;
  action: FormAction;
  policyId: string;
  releaseId: string;
  writer: string;
  formKey: string;
}) {
  const words = useTranslations("notices.schedule");
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="grid gap-4">
      {state ? <FormMessages state={state} labelOf={(name) => ({ label: name, choice: false })} /> : null}
      <EnvelopeFields values={{ key: formKey, language: lang, writer }} />
      <input type="hidden" name="_policy" value={policyId} />
      <input type="hidden" name="_release" value={releaseId} />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="secondary" size="small">
          {words("cancel")}
        </Button>
      </div>
    </form>
  );
}
