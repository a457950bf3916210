"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Banner } from "@/components/ui/banner.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import { signInPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "./form-messages.tsx";

/**
 * Second step of a release: the button itself, carrying exactly what was previewed. It stands at the same place of the
 * page whether or not its reader is signed in, so that it can come back after a session ended.
 */
export function ReleaseForm({
  lang,
  action,
  back,
  here,
  writer,
  formKey,
  offer,
}: {
  lang: Language;
  action: FormAction;
  /** Where to choose again. */
  back: string;
  /** This page's own address, to come back to after signing in. */
  here: string;
  writer: string | null;
  formKey: string;
  /** What the press would release; null where nothing can be, or nobody is signed in. */
  offer: { readonly number: number; readonly fields: Typed } | null;
}) {
  const words = useTranslations("staff");
  const tones = useTranslations("tones");
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);

  if (!writer && !state) {
    return (
      <Banner
        tone="info"
        toneLabel={tones("info")}
        title={words("again.openTitle")}
        actions={
          <ButtonLink variant="primary" href={signInPath(lang, here)}>
            {words("again.toSignIn")}
          </ButtonLink>
        }
      >
        {words("again.openLead")}
      </Banner>
    );
  }
  // A form that came back unsent for want of a session carries what it carried; any other carries what is shown now.
  const fields = state?.signIn ? state.typed : (offer?.fields ?? null);
  const number = offer?.number ?? state?.typed._number ?? "";
  return (
    <form action={formAction} className="grid gap-5">
      {state ? <FormMessages state={state} labelOf={(name) => ({ label: name, choice: false })} /> : null}
      {fields ? (
        <>
          {Object.entries(fields)
            .filter(([name]) => name !== ENVELOPE.email)
            .map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
          {state?.signIn ? null : <EnvelopeFields values={{ key: formKey, language: lang, writer: writer ?? "" }} />}
          {state?.signIn ? (
            <div className="border-accent border-l-4 py-1 pl-5">
              <SignInFields typed={state.typed} />
            </div>
          ) : null}
          <p className="max-w-prose">{words("release.confirmLead")}</p>
        </>
      ) : (
        <p>{words("release.nothing")}</p>
      )}
      <div className="flex flex-wrap gap-4">
        {fields ? <Button variant="primary">{words("release.confirm", { number })}</Button> : null}
        <ButtonLink href={back}>{words("release.back")}</ButtonLink>
      </div>
    </form>
  );
}
