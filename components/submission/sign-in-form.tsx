"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";
import { SignInFields } from "./envelope-fields.tsx";

/** Where a person signs in. It works without script; a refusal never says which of the two was wrong. */
export function SignInForm({ lang, action, next }: { lang: Language; action: FormAction; next: string }) {
  const words = useTranslations("staff");
  const tones = useTranslations("tones");
  const [state, formAction] = useActionState(action, null);
  return (
    <form action={formAction} className="grid gap-6">
      {state?.refusal ? (
        <Banner tone="error" toneLabel={tones("error")} title={words(`refusals.${state.refusal}.title`)}>
          {words(`refusals.${state.refusal}.body`)}
        </Banner>
      ) : null}
      <input type="hidden" name={ENVELOPE.language} value={lang} />
      <input type="hidden" name="_next" value={next} />
      <SignInFields typed={state?.typed ?? {}} />
      <div>
        <Button variant="primary">{words("signIn.button")}</Button>
      </div>
      <p className="text-ink-muted text-sm">{words("signIn.forgotten")}</p>
    </form>
  );
}
