import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { listOrganizations } from "@/lib/data/directory.ts";
import type { OrganizationLine } from "@/lib/domain/people-view.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { organisationPath, organisationsPath } from "@/lib/web/paths.ts";
import { StaffPage } from "../../(staff)/staff-page.tsx";
import { administrator } from "../administrator.ts";
import { organisations } from "./actions.ts";
import { organisationFields } from "./organisation-fields.ts";

type Props = PageProps<"/[lang]/organisations">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.organisations" });
  return { title: words("title") };
}

const counts = ({ sections, people, policies }: OrganizationLine) => ({ sections, people, policies });

export default async function OrganisationsPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await administrator(lang, organisationsPath(lang));
  const words = await getTranslations("people");
  const all = await listOrganizations(actor);
  const name = lang === "ja" ? ("nameJa" as const) : ("nameEn" as const);
  return (
    <StaffPage lang={lang} path={organisationsPath} room="organisations" actor={actor}>
      <PageShell
        heading={<PageHeading size="small" title={words("organisations.title")} lead={words("organisations.lead")} />}
      >
        {all.length === 0 ? (
          <Empty title={words("organisations.none")}>{words("organisations.noneLead")}</Empty>
        ) : (
          <ul className="border-line border-t">
            {all.map((one) => (
              <li
                key={one.id}
                className="grid items-center gap-x-8 gap-y-2 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_auto]"
              >
                <div className="grid gap-1">
                  <span className="text-ink-muted text-sm">{one[lang === "ja" ? "cityNameJa" : "cityNameEn"]}</span>
                  <a
                    href={organisationPath(lang, one.id)}
                    className="title-ja inline-flex min-h-target items-center justify-self-start font-bold text-lg"
                  >
                    {one[name]}
                  </a>
                  <span className="text-ink-muted text-sm">/{one.slug}</span>
                </div>
                <div className="flex flex-wrap items-center gap-x-6 gap-y-2 text-sm">
                  {one.sample ? <Badge tone="info">{words("organisations.sample")}</Badge> : null}
                  {one.disabled ? <Badge tone="warning">{words("disabled")}</Badge> : null}
                  <span className="figures">{words("organisations.counts", counts(one))}</span>
                </div>
              </li>
            ))}
          </ul>
        )}
        <section aria-labelledby="add-heading" className="max-w-[46rem]">
          <h2 id="add-heading" className="mb-4">
            {words("organisations.add")}
          </h2>
          <PeopleForm
            lang={lang}
            action={organisations}
            form="organisation"
            intent="create-organization"
            formKey={randomUUID()}
            writer={actor.userId}
            fields={await organisationFields(null)}
            button={words("organisations.addButton")}
            folded={words("organisations.addOpen")}
          />
        </section>
      </PageShell>
    </StaffPage>
  );
}
