import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageShell } from "@/components/site/page-shell.tsx";
import { TakenBackBanner } from "@/components/taking-back/taken-back-banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { takingBackOf } from "@/lib/data/taking-back.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { justDone } from "@/lib/web/just-done.ts";
import { orNotFound } from "@/lib/web/or-not-found.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { deskPath, signInPath, takingBackPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { Redactions } from "./redactions.tsx";
import { Takedowns } from "./takedowns.tsx";

type Props = PageProps<"/[lang]/policies/[id]/taking-back">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "takingBack.page" });
  return { title: words("title") };
}

/** What was taken back of a policy, or is asked to be, with the forms for asking and deciding. */
export default async function TakingBackPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const here = (language: Language) => takingBackPath(language, id);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, here(lang)));
  const view = await viewFor(actor, id);
  const { done, at } = await justDone(actor, await searchParams);
  const words = await getTranslations();
  return (
    <StaffPage lang={lang} path={here} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("staff.nav.desk"), href: deskPath(lang) },
              { label: words("takingBack.page.title") },
            ]}
          />
        }
        heading={
          <>
            <TakenBackBanner done={done} at={at} />
            <PageHeading
              size="small"
              eyebrow={`${view.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${fiscalYearWords(lang, view.fiscalYear)}`}
              title={words("takingBack.page.title")}
              lead={words("takingBack.page.lead")}
            />
          </>
        }
      >
        <Takedowns lang={lang} actor={actor} view={view} at={at} />
        <Redactions lang={lang} actor={actor} view={view} at={at} />
      </PageShell>
    </StaffPage>
  );
}

function viewFor(actor: Actor, id: string) {
  return orNotFound(takingBackOf(actor, id));
}
