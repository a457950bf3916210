import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/people/form-field.ts";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { Actor } from "@/lib/domain/actor.ts";
import type { OrganizationView, SectionLine } from "@/lib/domain/people-view.ts";
import type { Language } from "@/lib/words/languages.ts";
import { organisations } from "../actions.ts";
import { organisationFields } from "../organisation-fields.ts";

interface Given {
  lang: Language;
  actor: Actor;
  organisation: OrganizationView;
  /** Which form was sent last: forms are drawn anew after it. */
  at: string;
}

/** An organisation's sections, each with what hangs on it and its forms. */
export async function Sections({ lang, actor, organisation, at }: Given) {
  const words = await getTranslations("people.section");
  const next = Math.max(0, ...organisation.sectionLines.map(({ order }) => order)) + 10;
  return (
    <section aria-labelledby="sections-heading" className="grid gap-5">
      <h2 id="sections-heading">{words("title")}</h2>
      {organisation.sectionLines.length > 0 ? (
        <ul className="border-line border-t">
          {organisation.sectionLines.map((section) => (
            <SectionEntry
              key={section.id}
              lang={lang}
              actor={actor}
              organisation={organisation}
              section={section}
              at={at}
            />
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{words("none")}</p>
      )}
      <div className="max-w-[46rem]">
        <PeopleForm
          key={`section-${at}`}
          lang={lang}
          action={organisations}
          form="section"
          intent="create-section"
          formKey={randomUUID()}
          writer={actor.userId}
          fields={await sectionFields(organisation.id, null, next)}
          button={words("add")}
          folded={words("addOpen")}
        />
      </div>
    </section>
  );
}

async function SectionEntry({ lang, actor, organisation, section, at }: Given & { section: SectionLine }) {
  const words = await getTranslations("people");
  const { id, items, sheets, posts, disabled } = section;
  const common = { lang, action: organisations, writer: actor.userId };
  const ids: FormField[] = [
    { kind: "hidden", name: "organizationId", value: organisation.id },
    { kind: "hidden", name: "sectionId", value: id },
  ];
  return (
    <li className="grid gap-x-8 border-line border-b py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2">
        <p className="title-ja flex flex-wrap items-center gap-3 font-bold">
          {section[lang === "ja" ? "nameJa" : "nameEn"]}
          {disabled ? <Badge tone="warning">{words("section.disabled")}</Badge> : null}
        </p>
        <p className="figures text-ink-muted text-sm">{words("section.use", { items, sheets, posts })}</p>
      </div>
      <div className="max-w-[46rem]">
        <PeopleForm
          key={`change-${at}`}
          {...common}
          form={`section-${id}`}
          intent="change-section"
          formKey={randomUUID()}
          fields={await sectionFields(organisation.id, section, section.order)}
          button={words("section.change")}
          folded={words("section.changeOpen")}
        />
        <PeopleForm
          key={`disable-${at}`}
          {...common}
          form={`section-end-${id}`}
          intent={disabled ? "enable-section" : "disable-section"}
          formKey={randomUUID()}
          fields={ids}
          button={words(disabled ? "section.enable" : "section.disable")}
          variant={disabled ? "secondary" : "danger"}
          folded={words(disabled ? "section.enable" : "section.disable")}
        >
          <p>
            {disabled
              ? words("section.enableLead")
              : items + sheets + posts > 0
                ? words("section.inUse", { items, sheets, posts })
                : words("section.disableLead")}
          </p>
        </PeopleForm>
      </div>
    </li>
  );
}

async function sectionFields(organizationId: string, section: SectionLine | null, order: number): Promise<FormField[]> {
  const words = await getTranslations("people.section");
  const text = { kind: "text" as const, required: true };
  return [
    { kind: "hidden", name: "organizationId", value: organizationId },
    ...(section ? [{ kind: "hidden" as const, name: "sectionId", value: section.id }] : []),
    { ...text, name: "nameJa", label: words("nameJa"), value: section?.nameJa ?? "", lang: "ja" },
    { ...text, name: "nameEn", label: words("nameEn"), value: section?.nameEn ?? "" },
    { ...text, name: "order", label: words("order"), hint: words("orderHint"), value: String(order), width: "short" },
  ];
}

/** An organisation's own facts, and whether it is at work. */
export async function ChangeOrganisation({ lang, actor, organisation, at }: Given) {
  const words = await getTranslations("people.organisation");
  const { disabled } = organisation;
  const common = { lang, action: organisations, writer: actor.userId };
  return (
    <section aria-labelledby="change-heading" className="grid max-w-[46rem] gap-5">
      <h2 id="change-heading">{words("settings")}</h2>
      <div>
        <PeopleForm
          key={`change-${at}`}
          {...common}
          form="organisation"
          intent="change-organization"
          formKey={randomUUID()}
          fields={await organisationFields(organisation)}
          button={words("change")}
          folded={words("changeOpen")}
        />
        <PeopleForm
          key={`disable-${at}`}
          {...common}
          form="organisation-end"
          intent={disabled ? "enable-organization" : "disable-organization"}
          formKey={randomUUID()}
          fields={[{ kind: "hidden", name: "organizationId", value: organisation.id }]}
          button={words(disabled ? "enable" : "disable")}
          variant={disabled ? "secondary" : "danger"}
          folded={words(disabled ? "enable" : "disable")}
        >
          <p className="max-w-prose">{words(disabled ? "enableLead" : "disableLead")}</p>
        </PeopleForm>
      </div>
    </section>
  );
}
