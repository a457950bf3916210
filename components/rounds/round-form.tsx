"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useEffect } from "react";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "@/components/submission/form-messages.tsx";
import { SignedOut } from "@/components/submission/signed-out.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { TakesFocus } from "@/components/ui/takes-focus.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { ROUND_DATES, type RoundDates } from "@/lib/domain/round-view.ts";
import { ENVELOPE, type FormAction, type FormState } from "@/lib/web/form-state.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Reason } from "./reason.tsx";
import { REMIND_FORM } from "./remind-form.ts";
import { TypedDate } from "./typed-date.tsx";

/** What a page about rounds lets its coordinator do; null where nobody is signed in, or they may not. */
export interface RoundOffer {
  /** Where it is sent to: the round, the policy, the phase, the sheet. */
  readonly fields: Readonly<Record<string, string>>;
  readonly moves: readonly RoundMove[];
  readonly dates: RoundDates | null;
  /** Sheets that adding them would start. */
  readonly missing: number;
  readonly untilOn: CalendarDate | null;
}

const ROUND_MOVES = ["open", "dates", "close", "open-again", "add-sheets", "permit", "remind"] as const;
export type RoundMove = (typeof ROUND_MOVES)[number];

const LABELLED = [...ROUND_DATES, ROUND_FIELDS.untilOn, ROUND_FIELDS.reason] as const;

/** What is rarely done stays folded until it is wanted. */
const FOLDED: readonly RoundMove[] = ["dates", "close", "open-again"];

/**
 * Every form of a page about rounds, and what the last press led to. It stands at the same place of the page whether or
 * not its reader is signed in, and one state serves all of its forms: so a form whose session ended comes back, without
 * script too, with everything that was typed.
 */
export function RoundForms({
  lang,
  action,
  here,
  writer,
  formKey,
  offer,
  done,
}: {
  lang: Language;
  action: FormAction;
  /** This page's own address, to come back to after signing in. */
  here: string;
  writer: string | null;
  formKey: string;
  offer: RoundOffer | null;
  /** What was just done, in words. */
  done: ReactNode;
}) {
  const words = useTranslations();
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);
  if (!writer && !state) {
    return <SignedOut lang={lang} here={here} />;
  }
  const sent = ROUND_MOVES.find((move) => move === state?.typed[ENVELOPE.intent]);
  // A form whose session ended is the only one there: nothing else is known of the page.
  const moves = state?.signIn && sent ? [sent] : (offer?.moves ?? []);
  const labelOf = (field: string) => {
    const known = LABELLED.find((name) => name === field);
    return { label: known ? words(`rounds.fields.${known}`) : field, choice: false };
  };
  return (
    <div className="grid gap-8 print:hidden">
      {state ? <FormMessages state={state} labelOf={labelOf} /> : null}
      {!state && done ? (
        <TakesFocus>
          <Banner tone="success" toneLabel={words("tones.success")} title={done} />
        </TakesFocus>
      ) : null}
      {drawn((move) => !FOLDED.includes(move))}
      <div className="grid -space-y-px">{drawn((move) => FOLDED.includes(move))}</div>
    </div>
  );

  function drawn(wanted: (move: RoundMove) => boolean): ReactNode {
    return moves.filter(wanted).map((move) => {
      const back = sent === move ? state : null;
      const form = (
        <form
          key={move}
          action={formAction}
          id={move === "remind" ? REMIND_FORM : undefined}
          className={move === "remind" && !back?.signIn ? "hidden" : "grid gap-6"}
        >
          <Envelope lang={lang} writer={writer} formKey={formKey} offer={offer} state={back} />
          <MoveFields move={move} offer={offer} state={back} />
          {back?.signIn ? (
            <div className="border-accent border-l-4 py-1 pl-5">
              <SignInFields typed={back.typed} />
            </div>
          ) : null}
          {move === "remind" && !back?.signIn ? null : (
            <div>
              <Button
                variant={move === "open" || move === "permit" ? "primary" : "secondary"}
                name={ENVELOPE.intent}
                value={move}
              >
                {words(`rounds.moves.${move}.button`, { count: offer?.missing ?? 0 })}
              </Button>
            </div>
          )}
        </form>
      );
      return FOLDED.includes(move) ? (
        <Disclosure key={move} summary={words(`rounds.moves.${move}.title`)} open={back !== null || undefined}>
          {form}
        </Disclosure>
      ) : (
        form
      );
    });
  }
}

/** What a form carries unseen: what it carried before where its session ended, else what is offered now. */
function Envelope({
  lang,
  writer,
  formKey,
  offer,
  state,
}: {
  lang: Language;
  writer: string | null;
  formKey: string;
  offer: RoundOffer | null;
  state: FormState | null;
}) {
  const unseen = [ENVELOPE.submission, ENVELOPE.phase, ROUND_FIELDS.round, ROUND_FIELDS.policy, ROUND_FIELDS.section];
  const kept = state?.signIn
    ? Object.fromEntries(unseen.flatMap((name) => (state.typed[name] ? [[name, state.typed[name]]] : [])))
    : (offer?.fields ?? {});
  return (
    <>
      <EnvelopeFields
        values={{
          key: state?.signIn ? (state.typed[ENVELOPE.key] ?? formKey) : formKey,
          language: lang,
          writer: state?.signIn ? (state.typed[ENVELOPE.writer] ?? "") : (writer ?? ""),
        }}
      />
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** What one move asks for. */
function MoveFields({ move, offer, state }: { move: RoundMove; offer: RoundOffer | null; state: FormState | null }) {
  const words = useTranslations("rounds");
  if (move === "remind") return <input type="hidden" name={ENVELOPE.intent} value="remind" />;
  const lead = (
    <div className="grid gap-1">
      {FOLDED.includes(move) ? null : <h2 className="text-xl">{words(`moves.${move}.title`)}</h2>}
      <p className="max-w-prose">{words(`moves.${move}.lead`, { count: offer?.missing ?? 0 })}</p>
    </div>
  );
  if (move === "open" || move === "dates") {
    return (
      <>
        {lead}
        <div className="flex flex-wrap gap-x-12 gap-y-6">
          {ROUND_DATES.map((name) => (
            <TypedDate
              key={name}
              name={name}
              label={words(`fields.${name}`)}
              state={state}
              usual={offer?.dates?.[name] ?? null}
            />
          ))}
        </div>
      </>
    );
  }
  if (move === "permit") {
    return (
      <>
        {lead}
        <TypedDate
          name={ROUND_FIELDS.untilOn}
          label={words("fields.untilOn")}
          state={state}
          usual={offer?.untilOn ?? null}
        />
        <Reason label={words("fields.reason")} hint={words("moves.permit.reasonHint")} state={state} />
      </>
    );
  }
  return lead;
}
