"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import { carriedFields } from "@/lib/web/release-fields.ts";
import { HAPPENED_ON, RELEASE_DATE, RELEASE_TIME } from "@/lib/web/release-time.ts";
import type { Language } from "@/lib/words/languages.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { EnvelopeFields, SignInFields } from "./envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "./form-messages.tsx";
import { ReleasePastFields } from "./release-past-fields.tsx";
import { ReleaseTimeFields } from "./release-time-fields.tsx";
import { SignedOut } from "./signed-out.tsx";

/**
 * Second step of a release: now or at a set time, carrying exactly what was previewed. It stands at the same place of
 * the page whether or not its reader is signed in, so that it can come back after a session ended.
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
  /** What the press would release, and whether its year is over; null where nothing can be, or nobody is signed in. */
  offer: { readonly number: number; readonly past: boolean; readonly fields: Typed } | null;
}) {
  const words = useTranslations();
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);

  if (!writer && !state) {
    return <SignedOut lang={lang} here={here} />;
  }
  const labels: Readonly<Record<string, string>> = {
    [ENVELOPE.decisionNumber]: words("staff.panel.decisionNumber"),
    [ENVELOPE.decisionDate]: words("staff.panel.decisionDate"),
    [RELEASE_DATE]: words("notices.schedule.date"),
    [RELEASE_TIME]: words("notices.schedule.time"),
    [HAPPENED_ON]: words("years.past.date"),
  };
  // A form that came back unsent for want of a session carries what it carried; any other carries what is shown now.
  const unsent = state?.signIn ? state.typed : null;
  const fields = unsent ? carriedFields(unsent) : (offer?.fields ?? null);
  const envelope = unsent
    ? {
        key: unsent[ENVELOPE.key] ?? "",
        language: unsent[ENVELOPE.language] ?? lang,
        writer: unsent[ENVELOPE.writer] ?? "",
      }
    : { key: formKey, language: lang, writer: writer ?? "" };
  const number = offer?.number ?? state?.typed._number ?? "";
  const asked = state?.typed[ENVELOPE.intent] === "schedule";
  const backdated = state?.typed[ENVELOPE.intent] === "backdate";
  const decided = (state?.typed[ENVELOPE.decisionNumber] ?? "") !== "" || problemWith(ENVELOPE.decisionNumber);
  function problemWith(name: string): boolean {
    return (state?.problems ?? []).some(({ field }) => field === name);
  }
  return (
    <form action={formAction} className="grid gap-6">
      {state ? (
        <FormMessages state={state} labelOf={(name) => ({ label: labels[name] ?? name, choice: false })} />
      ) : null}
      {fields ? (
        <>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <EnvelopeFields values={envelope} />
          {unsent ? (
            <div className="border-accent border-l-4 py-1 pl-5">
              <SignInFields typed={unsent} />
            </div>
          ) : null}
          <div>
            <Disclosure
              summary={words("notices.schedule.decisionTitle")}
              open={decided || problemWith(ENVELOPE.decisionDate) || undefined}
              className="border-b-0"
            >
              <DecisionFields state={state} />
            </Disclosure>
            {/* First among the buttons, so that Enter in a box never releases at once. */}
            <Disclosure summary={words("notices.schedule.title")} open={asked || undefined}>
              <ReleaseTimeFields state={state} />
            </Disclosure>
            {offer?.past || backdated ? (
              <Disclosure summary={words("years.past.title")} open={backdated || undefined} className="border-t-0">
                <ReleasePastFields state={state} />
              </Disclosure>
            ) : null}
          </div>
          <p className="max-w-prose">{words("staff.release.confirmLead")}</p>
        </>
      ) : (
        <p>{words("staff.release.nothing")}</p>
      )}
      <div className="flex flex-wrap gap-4">
        {fields ? (
          <Button variant="primary" name={ENVELOPE.intent} value="release">
            {words("staff.release.confirm", { number })}
          </Button>
        ) : null}
        <ButtonLink href={back}>{words("staff.release.back")}</ButtonLink>
      </div>
    </form>
  );
}
