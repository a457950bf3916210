import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoundFactsLine } from "@/components/rounds/round-facts.tsx";
import { RoundList } from "@/components/rounds/round-list.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { roundListPath, roundPath, roundsPath, signInPath } from "@/lib/web/paths.ts";
import { fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../staff-page.tsx";
import { boardFor } from "../board.ts";

type Props = PageProps<"/[lang]/rounds/[id]/list">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, id } = await params;
  const actor = await currentActor();
  const words = await getTranslations({ locale: pageLanguage(lang) });
  if (!actor) return { title: words("staff.again.openTitle") };
  const board = await boardFor(actor, id);
  return { title: words("rounds.list.title", { phase: words(`phases.${board.phase}`) }) };
}

/** A round whole, for paper: what coordinators hand round. */
export default async function RoundListPage({ params }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  if (!actor) redirect(signInPath(lang, roundListPath(lang, id)));
  const board = await boardFor(actor, id);
  const words = await getTranslations();
  const now = new Date();
  const phase = words(`phases.${board.phase}`);
  return (
    <StaffPage lang={lang} path={(language) => roundListPath(language, id)} room="rounds" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("rounds.title"), href: roundsPath(lang) },
              { label: phase, href: roundPath(lang, id) },
              { label: words("rounds.board.toList") },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={words("rounds.of", {
              organization: board.organization[lang === "ja" ? "nameJa" : "nameEn"],
              year: fiscalYearWords(lang, board.fiscalYear),
            })}
            title={words("rounds.list.title", { phase })}
            meta={
              <div className="grid gap-2">
                <RoundFactsLine lang={lang} round={board} today={tokyoDate(now)} />
                <p className="text-sm">{words("rounds.list.asOf", { at: instantWords(lang, now) })}</p>
                <p className="text-ink-muted text-sm print:hidden">{words("rounds.list.print")}</p>
              </div>
            }
          />
        }
      >
        <RoundList lang={lang} board={board} />
      </PageShell>
    </StaffPage>
  );
}
