import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PeopleForm } from "@/components/people/people-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { coordinatedOrganizations } from "@/lib/data/policies.ts";
import { fiscalYearOf, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { FORMS } from "@/lib/domain/forms/catalogue.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { newPolicyPath, policiesPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../staff-page.tsx";
import { beginPolicy } from "./actions.ts";

type Props = PageProps<"/[lang]/policies/new">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "people.policy" });
  return { title: words("title") };
}

export default async function NewPolicyPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, newPolicyPath(lang)));
  const words = await getTranslations();
  const organisations = await coordinatedOrganizations(actor);
  const options = yearsToBegin().map(({ year, form }) => ({
    value: `${year} ${form.id}`,
    label: words("people.policy.option", { year: fiscalYearWords(lang, year), form: form.label[lang] }),
  }));
  const [only, ...others] = organisations;
  return (
    <StaffPage lang={lang} path={newPolicyPath} room="rounds" actor={actor}>
      <PageShell
        width="reading"
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("rounds.policies.title"), href: policiesPath(lang) },
              { label: words("people.policy.title") },
            ]}
          />
        }
        heading={<PageHeading size="small" title={words("people.policy.title")} lead={words("people.policy.lead")} />}
      >
        {only ? (
          <PeopleForm
            lang={lang}
            action={beginPolicy}
            form="policy"
            intent="begin"
            formKey={randomUUID()}
            writer={actor.userId}
            fields={[
              {
                kind: "select",
                name: "organisation",
                label: words("people.policy.organisation"),
                required: true,
                value: others.length === 0 ? only.id : null,
                options: [
                  { value: "", label: words("people.choose") },
                  ...organisations.map((one) => ({
                    value: one.id,
                    label: one[lang === "ja" ? "nameJa" : "nameEn"],
                  })),
                ],
              },
              {
                kind: "select",
                name: "year",
                label: words("people.policy.year"),
                hint: words("people.policy.yearHint"),
                required: true,
                options: [{ value: "", label: words("people.choose") }, ...options],
              },
            ]}
            button={words("people.policy.button")}
          />
        ) : (
          <Empty title={words("people.policy.none")} />
        )}
      </PageShell>
    </StaffPage>
  );
}

/** The years that a policy can be begun for, next year's first, each with the forms of that year. */
function yearsToBegin() {
  const next = fiscalYearOf(tokyoDate(new Date())) + 1;
  const first = Math.min(...FORMS.map(({ fiscalYears }) => fiscalYears.from));
  const years = Array.from({ length: next - first + 1 }, (_, back) => next - back);
  return years.flatMap((year) =>
    FORMS.filter(({ fiscalYears: { from, to } }) => from <= year && (to === null || year <= to)).map((form) => ({
      year,
      form,
    })),
  );
}
