import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PersonFilter } from "@/components/people/person-filter.tsx";
import { PersonList } from "@/components/people/person-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { listOrganizations, listPeople } from "@/lib/data/directory.ts";
import { PERSON_STATES } from "@/lib/domain/people-view.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { handoverPath, peoplePath } from "@/lib/web/paths.ts";
import { StaffPage } from "../../(staff)/staff-page.tsx";
import { administrator } from "../administrator.ts";
import { people } from "./actions.ts";

type Props = PageProps<"/[lang]/people">;

const filter = z.object({
  text: z.string().max(100).catch(""),
  organisation: z.uuid().or(z.literal("")).catch(""),
  state: z.enum(PERSON_STATES).or(z.literal("")).catch(""),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.list" });
  return { title: words("title") };
}

export default async function PeoplePage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await administrator(lang, peoplePath(lang));
  const words = await getTranslations("people");
  const asked = filter.parse(await searchParams);
  const { people: found, more } = await listPeople(actor, {
    ...(asked.text ? { text: asked.text } : {}),
    ...(asked.organisation ? { organizationId: asked.organisation } : {}),
    ...(asked.state ? { state: asked.state } : {}),
  });
  const organisations = await listOrganizations(actor);
  return (
    <StaffPage lang={lang} path={(language) => peoplePath(language, asked)} room="people" actor={actor}>
      <PageShell
        heading={
          <PageHeading
            size="small"
            title={words("list.title")}
            lead={words("list.lead")}
            actions={
              <a href={handoverPath(lang)} className="inline-flex min-h-target items-center">
                {words("handover.title")}
              </a>
            }
          />
        }
      >
        <section aria-labelledby="add-heading" className="max-w-[46rem]">
          <h2 id="add-heading" className="mb-4">
            {words("list.add")}
          </h2>
          <PeopleForm
            lang={lang}
            action={people}
            form="person"
            intent="create-person"
            formKey={randomUUID()}
            writer={actor.userId}
            fields={[
              { kind: "text", name: "name", label: words("person.name"), required: true, lang: "ja", maxLength: 100 },
              {
                kind: "email",
                name: "email",
                label: words("person.email"),
                hint: words("person.emailHint"),
                required: true,
                maxLength: 254,
              },
              {
                kind: "checkbox",
                name: "administrator",
                label: words("person.makeAdministrator"),
                hint: words("person.administratorHint"),
              },
            ]}
            button={words("list.addButton")}
            folded={words("list.addOpen")}
          />
        </section>
        <section aria-labelledby="list-heading" className="grid gap-6">
          <h2 id="list-heading">
            {words("list.heading")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">
              {words(more ? "list.countMore" : "list.count", { count: found.length })}
            </span>
          </h2>
          <PersonFilter lang={lang} asked={asked} organisations={organisations} />
          {found.length > 0 ? <PersonList lang={lang} people={found} /> : <Empty title={words("list.none")} />}
          {more ? <p>{words("list.more", { count: found.length })}</p> : null}
        </section>
      </PageShell>
    </StaffPage>
  );
}
