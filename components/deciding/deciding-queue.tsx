"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import { DecisionFields } from "@/components/submission/decision-fields.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { FormMessages, MESSAGES_ID } from "@/components/submission/form-messages.tsx";
import { SignedOut } from "@/components/submission/signed-out.tsx";
import { Button, ButtonLink } from "@/components/ui/button.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import { ENVELOPE, type FormAction } from "@/lib/web/form-state.ts";
import { decidingPath, deskPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { DecisionResults } from "./decision-results.tsx";
import { QueueRow } from "./queue-row.tsx";

/**
 * Everything that waits for one person's decision, by section, with one button for those that they opened and picked.
 * It stands at the same place of the page whether or not its reader is signed in, so that it can come back after a
 * session ended.
 */
export function DecidingQueue({
  lang,
  action,
  writer,
  formKey,
  sheets,
  today,
}: {
  lang: Language;
  action: FormAction;
  writer: string | null;
  formKey: string;
  sheets: readonly WaitingSheet[];
  today: CalendarDate;
}) {
  const words = useTranslations("deciding");
  const staff = useTranslations("staff");
  const [state, formAction] = useActionState(action, null);
  useEffect(() => {
    if (state) document.getElementById(MESSAGES_ID)?.focus();
  }, [state]);

  if (!writer && !state) {
    return <SignedOut lang={lang} here={decidingPath(lang)} />;
  }
  const labels: Record<string, string> = {
    [ENVELOPE.decisionDate]: staff("panel.decisionDate"),
    [ENVELOPE.decisionNumber]: staff("panel.decisionNumber"),
  };
  const messages = state ? (
    <FormMessages state={state} labelOf={(name) => ({ label: labels[name] ?? name, choice: false })}>
      {state.results ? <DecisionResults lang={lang} results={state.results} /> : null}
    </FormMessages>
  ) : null;
  if (state?.signIn) {
    // Carried whole until the same person is signed in again; what they picked is decided on with the same press.
    return (
      <form action={formAction} className="grid gap-6">
        {messages}
        {Object.entries(state.typed)
          .filter(([name]) => name !== ENVELOPE.email)
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
        <div>
          <Button>{words("queue.approve")}</Button>
        </div>
      </form>
    );
  }
  const opened = sheets.filter((sheet) => sheet.opened).length;
  return (
    <div className="grid gap-10 md:gap-14">
      {messages}
      {sheets.length === 0 ? (
        <Empty title={words("queue.empty")} action={<ButtonLink href={deskPath(lang)}>{staff("nav.desk")}</ButtonLink>}>
          {words("queue.emptyLead")}
        </Empty>
      ) : (
        <form action={formAction} className="grid gap-10 md:gap-14">
          <EnvelopeFields values={{ key: formKey, language: lang, writer: writer ?? "" }} />
          {groupsOf(sheets).map(({ key, section, organization, rows }, index) => (
            <section key={key} aria-labelledby={`group-${index}`}>
              <h2 id={`group-${index}`} className="mb-5 text-2xl">
                {section?.[lang === "ja" ? "nameJa" : "nameEn"] ?? words("queue.noSection")}{" "}
                <span className="figures font-normal text-ink-muted text-lg">{rows.length}</span>
                {organization ? (
                  <span className="ml-3 font-normal text-base text-ink-muted">
                    {organization[lang === "ja" ? "nameJa" : "nameEn"]}
                  </span>
                ) : null}
              </h2>
              <ul className="border-line border-t">
                {rows.map((sheet) => (
                  <QueueRow
                    key={sheet.line.id}
                    lang={lang}
                    sheet={sheet}
                    today={today}
                    picked={state?.problems.length ? state.typed : null}
                  />
                ))}
              </ul>
            </section>
          ))}
          <section aria-labelledby="approve-heading" className="grid gap-6 border-ink border-t-2 pt-6 print:hidden">
            <h2 id="approve-heading" className="text-2xl">
              {words("queue.approveTitle")}
            </h2>
            {opened === 0 ? (
              <p className="text-ink-muted">{words("queue.noneOpened")}</p>
            ) : (
              <>
                <p className="max-w-prose">{words("queue.approveLead")}</p>
                <Disclosure
                  variant="quiet"
                  summary={words("queue.decision")}
                  open={hasDecision(state?.typed) || undefined}
                >
                  <DecisionFields state={state?.results ? null : state} />
                </Disclosure>
                <div>
                  <Button>{words("queue.approve")}</Button>
                </div>
              </>
            )}
          </section>
        </form>
      )}
    </div>
  );
}

const hasDecision = (typed: Readonly<Record<string, string>> | undefined): boolean =>
  Object.entries(typed ?? {}).some(
    ([name, text]) => text !== "" && (name === ENVELOPE.decisionNumber || name.startsWith(`${ENVELOPE.decisionDate}.`)),
  );

/** The queue in its own order, cut where the section changes; the organisation is named where there are several. */
function groupsOf(sheets: readonly WaitingSheet[]) {
  const several = new Set(sheets.map(({ line }) => line.organization.slug)).size > 1;
  const groups: {
    key: string;
    section: WaitingSheet["line"]["section"];
    organization: WaitingSheet["line"]["organization"] | null;
    rows: WaitingSheet[];
  }[] = [];
  for (const sheet of sheets) {
    const { section, organization } = sheet.line;
    const key = `${organization.slug} ${section?.nameJa ?? ""}`;
    const last = groups.at(-1);
    if (last?.key === key) last.rows.push(sheet);
    else groups.push({ key, section, organization: several ? organization : null, rows: [sheet] });
  }
  return groups;
}
