import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionsForm } from "@/components/rounds/sections-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { sectionsOfPolicy } from "@/lib/data/revisions.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { policiesPath, sectionsPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { assignAction } from "./actions.ts";

type Props = PageProps<"/[lang]/policies/[id]/sections">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "rounds.sections" });
  return { title: words("title") };
}

/** Who answers for which item of a policy, and the Revision that changes it. */
export default async function SectionsPage({ params }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  const policy = actor && (await sectionsFor(actor, id));
  const words = await getTranslations();
  const here = (language: typeof lang) => sectionsPath(language, id);
  const name = policy
    ? words("rounds.of", {
        organization: policy.organization[lang === "ja" ? "nameJa" : "nameEn"],
        year: fiscalYearWords(lang, policy.fiscalYear),
      })
    : "…";
  const without = policy?.rows.filter(({ sectionId }) => sectionId === null).length ?? 0;
  return (
    <StaffPage lang={lang} path={here} room="rounds" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: words("rounds.policies.title"), href: policiesPath(lang) }, { label: name }]}
          />
        }
        heading={
          <div className="grid gap-8">
            <PageHeading
              size="small"
              eyebrow={policy ? name : undefined}
              title={words("rounds.sections.title")}
              lead={words(policy && !policy.released ? "rounds.sections.unreleased" : "rounds.sections.lead")}
            />
            {without > 0 ? (
              <Banner
                tone="warning"
                toneLabel={words("tones.warning")}
                title={words("rounds.sections.withoutTitle", { count: without })}
              >
                {words("rounds.sections.withoutLead")}
              </Banner>
            ) : null}
          </div>
        }
      >
        <SectionsForm
          lang={lang}
          action={assignAction}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          policy={policy?.released ? policy : null}
          today={tokyoDate(new Date())}
        />
      </PageShell>
    </StaffPage>
  );
}

function sectionsFor(actor: Actor, policyId: string) {
  return orNotFound(sectionsOfPolicy(actor, policyId));
}
