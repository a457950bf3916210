import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StartForm } from "@/components/plan/start-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { SubmissionList } from "@/components/submission/submission-list.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { mayCopy } from "@/lib/data/copying.ts";
import { revisablePolicy } from "@/lib/data/revisions.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { copyPath, deskPath, openRevisionsPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { startAction } from "./actions.ts";

type Props = PageProps<"/[lang]/policies/[id]/revisions">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "plan.revisions" });
  return { title: words("title") };
}

/** A policy's Revisions that are under way, and where another one is begun. */
export default async function RevisionsPage({ params }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const here = (language: Language) => openRevisionsPath(language, id);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, here(lang)));
  const policy = await policyFor(actor, id);
  const words = await getTranslations();
  return (
    <StaffPage lang={lang} path={here} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[{ label: words("staff.nav.desk"), href: deskPath(lang) }, { label: words("plan.revisions.title") }]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={`${policy.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${fiscalYearWords(lang, policy.fiscalYear)}`}
            title={words("plan.revisions.title")}
            lead={words("plan.revisions.lead")}
          />
        }
      >
        <section aria-labelledby="open-heading">
          <h2 id="open-heading" className="mb-5">
            {words("plan.revisions.open")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">{policy.open.length}</span>
          </h2>
          {policy.open.length > 0 ? (
            <SubmissionList lang={lang} lines={policy.open} today={tokyoDate(new Date())} />
          ) : (
            <p className="text-ink-muted">{words("plan.revisions.none")}</p>
          )}
        </section>
        {!policy.released && (await mayCopy(actor, id)) ? (
          <div className="grid max-w-prose gap-5">
            <p>{words("years.copy.linkLead", { year: fiscalYearWords(lang, policy.fiscalYear - 1) })}</p>
            <p>
              <ButtonLink variant="primary" href={copyPath(lang, id)}>
                {words("years.copy.link")}
              </ButtonLink>
            </p>
          </div>
        ) : null}
        <StartForm
          lang={lang}
          action={startAction}
          writer={actor.userId}
          formKey={randomUUID()}
          policyId={policy.id}
          first={!policy.released}
        />
      </PageShell>
    </StaffPage>
  );
}

function policyFor(actor: Actor, id: string) {
  return orNotFound(revisablePolicy(actor, id));
}
