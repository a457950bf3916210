import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { RedactionEntry } from "@/components/taking-back/redaction-entry.tsx";
import type { Actor } from "@/lib/domain/actor.ts";
import { LONGEST_REDACTION } from "@/lib/domain/redact.ts";
import { TAKING_BACK_REASONS, type TakingBackView } from "@/lib/domain/taking-back.ts";
import type { Language } from "@/lib/words/languages.ts";
import { takingBack } from "./actions.ts";

/** The redactions in an organisation's records, each with its places for whoever decides, and the form that asks for one. */
export async function Redactions({
  lang,
  actor,
  view,
  at,
}: {
  lang: Language;
  actor: Actor;
  view: TakingBackView;
  /** Which form was sent last: forms are drawn anew after it. */
  at: string;
}) {
  const words = await getTranslations("takingBack");
  const common = { lang, action: takingBack, writer: actor.userId };
  const policy = { kind: "hidden" as const, name: "policyId", value: view.policyId };
  const DECISIONS = [
    { intent: "redact", button: words("redactions.confirm"), lead: words("redactions.confirmLead"), variant: "danger" },
    {
      intent: "decline-redaction",
      button: words("redactions.decline"),
      lead: words("redactions.declineLead"),
      variant: "secondary",
    },
  ] as const;
  return (
    <section aria-labelledby="redactions-heading" className="grid min-w-0 gap-6">
      <div className="grid gap-3">
        <h2 id="redactions-heading">
          {words("redactions.title")}{" "}
          <span className="figures font-normal text-ink-muted text-lg">{view.redactions.length}</span>
        </h2>
        <p className="max-w-prose text-ink-soft">{words("redactions.lead")}</p>
      </div>
      {view.redactions.length > 0 ? (
        <ul className="border-line border-t">
          {view.redactions.map((redaction) => (
            <li key={redaction.id} id={redaction.id} className="grid min-w-0 gap-5 border-line border-b py-6">
              <RedactionEntry lang={lang} redaction={redaction} />
              {redaction.mayDecide ? (
                <div className="max-w-[46rem]">
                  {DECISIONS.map(({ intent, button, lead, variant }) => (
                    <PeopleForm
                      key={`${intent}-${at}`}
                      {...common}
                      form={`${intent}-${redaction.id}`}
                      intent={intent}
                      formKey={randomUUID()}
                      fields={[policy, { kind: "hidden", name: "id", value: redaction.id }]}
                      button={button}
                      variant={variant}
                      folded={button}
                    >
                      <p>{lead}</p>
                    </PeopleForm>
                  ))}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{words("redactions.none")}</p>
      )}
      <div className="max-w-[46rem]">
        <PeopleForm
          key={`ask-${at}`}
          {...common}
          form="redaction"
          intent="request-redaction"
          formKey={randomUUID()}
          fields={[
            policy,
            {
              ...{ kind: "text", name: "text", required: true, lang: "ja" },
              label: words("redactions.textLabel"),
              hint: words("redactions.textHint"),
              maxLength: LONGEST_REDACTION,
            },
            {
              kind: "radio",
              name: "reason",
              label: words("takedowns.reasonLabel"),
              options: TAKING_BACK_REASONS.map((reason) => ({ value: reason, label: words(`reasons.${reason}`) })),
            },
          ]}
          button={words("redactions.askButton")}
          folded={words("redactions.ask")}
        />
      </div>
    </section>
  );
}
