import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/people/form-field.ts";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { instantWords } from "@/lib/words/dates.ts";
import { people as act } from "../actions.ts";
import { type Given, Leaving } from "./post-forms.tsx";
import { successionFields } from "./succession-fields.ts";

/** A person's account: how they sign in, what they are called, whether they administer, whether they are there. */
export async function SettingsOfPerson({ lang, actor, person, at, people, leaving }: Given) {
  const words = await getTranslations("people");
  const who: FormField = { kind: "hidden", name: "userId", value: person.id };
  const form = (name: string, intent: string) => ({
    ...{ lang, action: act, writer: actor.userId, formKey: randomUUID() },
    ...{ form: name, intent },
  });
  const { administrator, disabled, link } = person;
  return (
    <section aria-labelledby="settings-heading" className="grid max-w-[46rem] gap-5">
      <h2 id="settings-heading">{words("person.settings")}</h2>
      {link ? (
        <p>
          {words(`link.states.${link.state}`, {
            made: instantWords(lang, link.createdAt),
            until: instantWords(lang, link.expiresAt),
          })}
        </p>
      ) : null}
      <div>
        {disabled ? null : (
          <PeopleForm
            key={`link-${at}`}
            {...form("link", "make-link")}
            fields={[who]}
            button={words("link.make")}
            variant="secondary"
            folded={words("link.open")}
          >
            <p className="max-w-prose">{words(process.env.SMTP_URL ? "link.leadMail" : "link.lead")}</p>
          </PeopleForm>
        )}
        <PeopleForm
          key={`person-${at}`}
          {...form("person", "change-person")}
          fields={[
            who,
            { kind: "text", name: "name", label: words("person.name"), required: true, lang: "ja", value: person.name },
            { kind: "email", name: "email", label: words("person.email"), required: true, value: person.email },
          ]}
          button={words("person.change")}
          folded={words("person.changeOpen")}
        />
        {disabled ? null : (
          <PeopleForm
            key={`administrator-${at}`}
            {...form("administrator", administrator ? "unmake-administrator" : "make-administrator")}
            fields={[who]}
            button={words(administrator ? "person.unmakeAdministrator" : "person.makeAdministrator")}
            variant={administrator ? "danger" : "secondary"}
            folded={words(administrator ? "person.unmakeAdministrator" : "person.makeAdministrator")}
          >
            <p className="max-w-prose">{words("person.administratorHint")}</p>
          </PeopleForm>
        )}
        {disabled ? (
          <PeopleForm
            key={`enable-${at}`}
            {...form("enable", "enable-person")}
            fields={[who]}
            button={words("person.enable")}
            variant="secondary"
            folded={words("person.enable")}
          >
            <p className="max-w-prose">{words("person.enableLead")}</p>
          </PeopleForm>
        ) : (
          <PeopleForm
            key={`disable-${at}`}
            {...form("disable", "disable-person")}
            fields={[who, ...(person.posts.length > 0 ? await successionFields(people, leaving.all.length > 0) : [])]}
            button={words("person.disable")}
            variant="danger"
            folded={words("person.disableOpen")}
          >
            <p className="max-w-prose">{words("person.disableLead")}</p>
            <Leaving lang={lang} gaps={leaving.all} />
          </PeopleForm>
        )}
      </div>
    </section>
  );
}
