import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RoundForms } from "@/components/rounds/round-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { StateBadge } from "@/components/submission/state-badge.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { ENVELOPE } from "@/lib/web/form-state.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { permitPath, roundPath, roundsPath, submissionPath } from "@/lib/web/paths.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import { StaffPage } from "../../../../staff-page.tsx";
import { roundAction } from "../../../actions.ts";
import { boardFor } from "../../board.ts";

type Props = PageProps<"/[lang]/rounds/[id]/permits/[submissionId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const words = await getTranslations({ locale: pageLanguage((await params).lang), namespace: "rounds.permit" });
  return { title: words("title") };
}

/** Where a coordinator lets one sheet be submitted after its round has closed. */
export default async function PermitPage({ params }: Props) {
  const { lang: segment, id, submissionId } = await params;
  const lang = pageLanguage(segment);
  const actor = await currentActor();
  const board = actor && (await boardFor(actor, id));
  const sheet = board?.sheets.find((one) => one.submissionId === submissionId);
  if (board && !(board.mayRun && sheet)) notFound();
  const words = await getTranslations();
  const here = (language: typeof lang) => permitPath(language, id, submissionId);
  const target = sheet ? words(`targets.${sheet.type}`) : "";
  return (
    <StaffPage lang={lang} path={here} room="rounds" actor={actor}>
      <PageShell
        width="reading"
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("rounds.title"), href: roundsPath(lang) },
              { label: board ? words(`phases.${board.phase}`) : "…", href: roundPath(lang, id) },
              { label: words("rounds.permit.title") },
            ]}
          />
        }
        heading={
          <PageHeading
            size="small"
            eyebrow={
              board
                ? words("rounds.of", {
                    organization: board.organization[lang === "ja" ? "nameJa" : "nameEn"],
                    year: fiscalYearWords(lang, board.fiscalYear),
                  })
                : undefined
            }
            title={words("rounds.permit.title")}
          />
        }
      >
        {board && sheet ? (
          <DescriptionList
            items={[
              {
                term: words("rounds.permit.for"),
                description: (
                  <a href={submissionPath(lang, sheet.submissionId)}>
                    {target} {sheet.code} <span lang="ja">{sheet.title}</span>
                  </a>
                ),
              },
              {
                term: words("rounds.board.state"),
                description: (
                  <StateBadge
                    state={sheet.standing === "NOT_BEGUN" ? "DRAFT" : sheet.standing}
                    begun={sheet.standing !== "NOT_BEGUN"}
                  />
                ),
              },
              { term: words("rounds.board.due"), description: dateWords(lang, board.dueOn) },
              ...(sheet.permitUntil
                ? [
                    {
                      term: words("rounds.permit.inForce"),
                      description: words("rounds.permit.until", { date: dateWords(lang, sheet.permitUntil) }),
                    },
                  ]
                : []),
            ]}
          />
        ) : null}
        <RoundForms
          lang={lang}
          action={roundAction}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          offer={
            sheet && sheet.standing !== "RELEASED"
              ? {
                  fields: { [ROUND_FIELDS.round]: id, [ENVELOPE.submission]: submissionId },
                  moves: ["permit"],
                  dates: null,
                  missing: 0,
                  untilOn: null,
                }
              : null
          }
          done={null}
        />
        {sheet?.standing === "RELEASED" ? <p>{words("rounds.permit.impossible")}</p> : null}
      </PageShell>
    </StaffPage>
  );
}
