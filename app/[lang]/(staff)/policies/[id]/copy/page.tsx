import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CopyForm } from "@/components/plan/copy-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { copyOfLastYear } from "@/lib/data/copying.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import type { CopyFromLastYear } from "@/lib/domain/revision-view.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { copyPath, deskPath, openRevisionsPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { copyAction } from "./actions.ts";

type Props = PageProps<"/[lang]/policies/[id]/copy">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "years.copy" });
  return { title: words("title") };
}

/** Last year's items, of which this year's policy is begun as a copy. */
export default async function CopyPage({ params }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const here = (language: Language) => copyPath(language, id);
  const actor = await currentActor();
  const copy = actor && (await copyFor(actor, id));
  const words = await getTranslations();
  const own = await getTranslations("years.copy");
  const years = copy && {
    now: fiscalYearWords(lang, copy.fiscalYear),
    before: fiscalYearWords(lang, copy.lastYear.fiscalYear),
  };
  return (
    <StaffPage lang={lang} path={here} room="desk" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("staff.nav.desk"), href: deskPath(lang) },
              { label: words("plan.revisions.title"), href: openRevisionsPath(lang, id) },
              { label: own("title") },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={
              copy && years ? `${copy.organization[lang === "ja" ? "nameJa" : "nameEn"]} ${years.now}` : undefined
            }
            title={own("title")}
            lead={
              copy && years ? (
                <>
                  <p>{own("lead", years)}</p>
                  <p className="mt-3">{own("kept")}</p>
                  {copy.formId === copy.lastYear.formId ? null : <p className="mt-3">{own("form")}</p>}
                </>
              ) : undefined
            }
          />
        }
      >
        <CopyForm
          lang={lang}
          action={copyAction}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          copy={copy}
        />
      </PageShell>
    </StaffPage>
  );
}

/** What there is to copy; null where there is nothing. Policies of others and of no coordinator's do not exist (404). */
async function copyFor(actor: Actor, id: string): Promise<CopyFromLastYear | null> {
  try {
    return await copyOfLastYear(actor, id);
  } catch (error) {
    if (error instanceof Refusal && error.code === "wrong-state") return null;
    if (error instanceof Refusal) notFound();
    throw error;
  }
}
