import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { TakedownEntry } from "@/components/taking-back/takedown-entry.tsx";
import { LONGEST_WORDING } from "@/lib/data/takedowns.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { TAKING_BACK_REASONS, type TakedownMove, type TakingBackView } from "@/lib/domain/taking-back.ts";
import type { Language } from "@/lib/words/languages.ts";
import { takingBack } from "./actions.ts";

/** What undoes nothing is pressed like any button; what hides or refuses looks like it. */
const VARIANTS = {
  confirm: "danger",
  decline: "secondary",
  "ask-lift": "secondary",
  lift: "primary",
  "keep-down": "secondary",
} as const satisfies Record<TakedownMove, string>;

/** The takedowns of a policy with what the reader may do to each, and the form that asks for another. */
export async function Takedowns({
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
  const targets = await getTranslations("targets");
  const common = { lang, action: takingBack, writer: actor.userId };
  const policy = { kind: "hidden" as const, name: "policyId", value: view.policyId };
  return (
    <section aria-labelledby="takedowns-heading" className="grid min-w-0 gap-6">
      <h2 id="takedowns-heading">
        {words("takedowns.title")}{" "}
        <span className="figures font-normal text-ink-muted text-lg">{view.takedowns.length}</span>
      </h2>
      {view.takedowns.length > 0 ? (
        <ul className="border-line border-t">
          {view.takedowns.map((takedown) => (
            <li key={takedown.id} id={takedown.id} className="grid gap-5 border-line border-b py-6">
              <TakedownEntry lang={lang} takedown={takedown} />
              {takedown.moves.length > 0 ? (
                <div className="max-w-[46rem]">
                  {takedown.moves.map((move) => (
                    <PeopleForm
                      key={`${move}-${at}`}
                      {...common}
                      form={`${move}-${takedown.id}`}
                      intent={move}
                      formKey={randomUUID()}
                      fields={[policy, { kind: "hidden", name: "id", value: takedown.id }]}
                      button={words(`takedowns.moves.${move}`)}
                      variant={VARIANTS[move]}
                      folded={words(`takedowns.moves.${move}`)}
                    >
                      <p>{words(`takedowns.movesMean.${move}`)}</p>
                    </PeopleForm>
                  ))}
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{words("takedowns.none")}</p>
      )}
      {view.items.length > 0 ? (
        <div className="max-w-[46rem]">
          <PeopleForm
            key={`ask-${at}`}
            {...common}
            form="takedown"
            intent="request-takedown"
            formKey={randomUUID()}
            fields={[
              policy,
              {
                kind: "select",
                name: "item",
                label: words("takedowns.item"),
                required: true,
                options: [
                  { value: "", label: words("takedowns.choose") },
                  ...view.items.map(({ type, id, code, title }) => ({
                    value: id,
                    label: `${targets(type)} ${code} ${title}`,
                  })),
                ],
              },
              {
                kind: "radio",
                name: "reason",
                label: words("takedowns.reasonLabel"),
                options: TAKING_BACK_REASONS.map((reason) => ({ value: reason, label: words(`reasons.${reason}`) })),
              },
              {
                ...{ kind: "text", name: "wording", required: true, lang: "ja", width: "full" },
                label: words("takedowns.wordingLabel"),
                hint: words("takedowns.wordingHint"),
                maxLength: LONGEST_WORDING,
              },
            ]}
            button={words("takedowns.ask")}
            folded={words("takedowns.ask")}
          >
            <p>{words("takedowns.askLead")}</p>
          </PeopleForm>
        </div>
      ) : null}
    </section>
  );
}
