"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages } from "@/components/submission/form-messages.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Makes, replaces and voids a person's calendar address. The address is in the answer to the press, and nowhere else. */
export function CalendarForm({
  lang,
  action,
  writer,
  formKey,
  active,
}: {
  lang: Language;
  action: FormAction;
  writer: string;
  formKey: string;
  /** Whether the person has a calendar now. */
  active: boolean;
}) {
  const words = useTranslations("notices.calendar");
  const tones = useTranslations("tones");
  const [state, formAction] = useActionState(action, null);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state) box.current?.focus();
  }, [state]);
  const made = state?.made;
  const revoked = state !== null && !state.signIn && !state.refusal && !made;
  return (
    <form action={formAction} className="grid gap-5">
      {state ? (
        <div ref={box} tabIndex={-1} className="grid gap-4">
          <FormMessages state={state} labelOf={(name) => ({ label: name, choice: false })} />
          {made ? (
            <Banner tone="success" toneLabel={tones("success")} title={words("addressTitle")}>
              <TextInput
                name="calendarAddress"
                label={words("address")}
                hint={words("addressHint")}
                defaultValue={made}
                key={made}
                readOnly
                className="figures"
              />
            </Banner>
          ) : null}
          {revoked ? <Banner tone="success" toneLabel={tones("success")} title={words("revoked")} /> : null}
        </div>
      ) : null}
      <EnvelopeFields values={{ key: formKey, language: lang, writer }} />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      {active ? <p className="text-ink-muted text-sm">{words("renewNote")}</p> : null}
      <div className="flex flex-wrap gap-4">
        <Button variant="secondary" name={ENVELOPE.intent} value="make">
          {words(active ? "renew" : "make")}
        </Button>
        {active ? (
          <Button variant="danger" name={ENVELOPE.intent} value="revoke">
            {words("revoke")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}
