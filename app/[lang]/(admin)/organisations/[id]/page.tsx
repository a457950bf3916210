import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoneBanner } from "@/components/people/done-banner.tsx";
import { PersonList } from "@/components/people/person-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { findOrganization, listPeople } from "@/lib/data/directory.ts";
import { justDone } from "@/lib/web/just-done.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { handoverPath, organisationPath, organisationsPath, peoplePath } from "@/lib/web/paths.ts";
import { StaffPage } from "../../../(staff)/staff-page.tsx";
import { administrator } from "../../administrator.ts";
import { ChangeOrganisation, Sections } from "./organisation-forms.tsx";

type Props = PageProps<"/[lang]/organisations/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.organisations" });
  return { title: words("title") };
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await administrator(lang, organisationPath(lang, id));
  const organisation = await orNotFound(findOrganization(actor, id));
  const { done, at } = await justDone(actor, await searchParams);
  const words = await getTranslations();
  const { people, more } = await listPeople(actor, { organizationId: id });
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  const facts = [
    { term: words("people.organisation.slug"), description: `/${organisation.slug}` },
    { term: words("people.organisation.policies"), description: String(organisation.policies) },
  ];
  return (
    <StaffPage lang={lang} path={(language) => organisationPath(language, id)} room="organisations" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("people.organisations.title"), href: organisationsPath(lang) },
              { label: organisation[name] },
            ]}
          />
        }
        heading={
          <>
            <DoneBanner done={done} at={at} />
            <PageHeading
              size="small"
              eyebrow={organisation[lang === "ja" ? "cityNameJa" : "cityNameEn"]}
              title={organisation[name]}
              meta={
                <>
                  {organisation.disabled ? <Badge tone="warning">{words("people.disabled")}</Badge> : null}
                  <DescriptionList layout="inline" items={facts} />
                </>
              }
            />
          </>
        }
      >
        <Sections lang={lang} actor={actor} organisation={organisation} at={at} />
        <section aria-labelledby="people-heading">
          <h2 id="people-heading" className="mb-2">
            {words("people.organisation.people")}
          </h2>
          <p className="mb-5 flex flex-wrap gap-x-6">
            <a href={peoplePath(lang, { organisation: id })} className="inline-flex min-h-target items-center">
              {words("people.organisation.allPeople")}
            </a>
            <a href={handoverPath(lang)} className="inline-flex min-h-target items-center">
              {words("people.handover.title")}
            </a>
          </p>
          {people.length > 0 ? (
            <PersonList lang={lang} people={people} />
          ) : (
            <p className="text-ink-muted">{words("people.organisation.noPeople")}</p>
          )}
          {more ? <p className="mt-4">{words("people.list.more", { count: people.length })}</p> : null}
        </section>
        <ChangeOrganisation lang={lang} actor={actor} organisation={organisation} at={at} />
      </PageShell>
    </StaffPage>
  );
}
