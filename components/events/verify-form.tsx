"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages } from "@/components/submission/form-messages.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";
import type { FormAction } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";

/** One button that has the archive checked, and what was found. Works without script: the page comes back with it. */
export function VerifyForm({
  lang,
  action,
  formKey,
  writer,
}: {
  lang: Language;
  action: FormAction;
  formKey: string;
  writer: string;
}) {
  const words = useTranslations("takingBack.events");
  const tones = useTranslations("tones");
  const [state, formAction] = useActionState(action, null);
  const verdict = state?.verdict;
  const tone = verdict?.broken === null ? "success" : "error";
  return (
    <form action={formAction} className="grid gap-5">
      {state && !verdict ? <FormMessages state={state} labelOf={() => ({ label: "", choice: false })} /> : null}
      {verdict ? (
        <TakesFocus key={JSON.stringify(state.typed)}>
          <Banner tone={tone} toneLabel={tones(tone)} title={words(tone === "success" ? "verified" : "broken")}>
            {verdict.broken === null ? null : (
              <p lang="en" className="break-words font-mono">
                {words("brokenFirst", { what: verdict.broken })}
              </p>
            )}
            <p className="figures">{words("checked", { ...verdict.checked })}</p>
          </Banner>
        </TakesFocus>
      ) : null}
      <EnvelopeFields values={{ key: formKey, language: lang, form: "verify", writer }} />
      {state?.signIn ? <SignInFields typed={state.typed} /> : null}
      <div>
        <Button variant="secondary">{words("verifyNow")}</Button>
      </div>
    </form>
  );
}
