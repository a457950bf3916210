import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardFilterForm } from "@/components/rounds/board-filter.tsx";
import { BoardPicture } from "@/components/rounds/board-picture.tsx";
import { BoardTable } from "@/components/rounds/board-table.tsx";
import { RoundFactsLine, statusOf } from "@/components/rounds/round-facts.tsx";
import { RoundForms, type RoundMove, type RoundOffer } from "@/components/rounds/round-form.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { currentActor } from "@/lib/auth/session.ts";
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { type Board, boardFilter, filterSheets } from "@/lib/domain/round-view.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { releasePath, roundListPath, roundPath, roundsPath, roundTablePath } from "@/lib/web/paths.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StaffPage } from "../../staff-page.tsx";
import { roundAction } from "../actions.ts";
import { boardFor } from "./board.ts";

type Props = PageProps<"/[lang]/rounds/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang, id } = await params;
  const language = pageLanguage(lang);
  const actor = await currentActor();
  const words = await getTranslations({ locale: language });
  if (!actor) return { title: words("staff.again.openTitle") };
  const board = await boardFor(actor, id);
  return { title: words("rounds.board.title", { phase: words(`phases.${board.phase}`) }) };
}

export default async function BoardPage({ params, searchParams }: Props) {
  const { lang: segment, id } = await params;
  const lang = pageLanguage(segment);
  const query = await searchParams;
  const actor = await currentActor();
  const board = actor && (await boardFor(actor, id));
  const words = await getTranslations();
  const today = tokyoDate(new Date());
  const filter = boardFilter.parse(query);
  // The address only says what to speak of; that it was really done last is read from the record.
  const done = board?.last && board.last === query.done ? words(`rounds.done.${board.last}`) : null;
  const here = (language: Language) => roundPath(language, id, filter);
  return (
    <StaffPage lang={lang} path={here} room="rounds" actor={actor}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={words("site.breadcrumbs")}
            items={[
              { label: words("rounds.title"), href: roundsPath(lang) },
              { label: board ? words(`phases.${board.phase}`) : "…" },
            ]}
          />
        }
        heading={board ? <BoardHeading lang={lang} board={board} today={today} /> : null}
      >
        <RoundForms
          lang={lang}
          action={roundAction}
          here={here(lang)}
          writer={actor?.userId ?? null}
          formKey={randomUUID()}
          offer={board?.mayRun ? offerOf(board) : null}
          done={done}
        />
        {board ? (
          <>
            <BoardPicture lang={lang} board={board} />
            <section id="targets" aria-labelledby="targets-heading" className="grid grid-cols-[minmax(0,1fr)] gap-6">
              <h2 id="targets-heading">
                {words("rounds.board.byTarget")}{" "}
                <span className="figures font-normal text-ink-muted text-lg">
                  {words("rounds.board.shown", {
                    all: board.sheets.length,
                    count: filterSheets(board.sheets, filter).length,
                  })}
                </span>
              </h2>
              <BoardFilterForm lang={lang} board={board} filter={filter} />
              <BoardTable
                lang={lang}
                board={board}
                sheets={filterSheets(board.sheets, filter)}
                permits={permitsMatter(board, today)}
              />
            </section>
          </>
        ) : null}
      </PageShell>
    </StaffPage>
  );
}

async function BoardHeading({ lang, board, today }: { lang: Language; board: Board; today: CalendarDate }) {
  const words = await getTranslations();
  return (
    <PageHeading
      size="small"
      eyebrow={words("rounds.of", {
        organization: board.organization[lang === "ja" ? "nameJa" : "nameEn"],
        year: fiscalYearWords(lang, board.fiscalYear),
      })}
      title={words("rounds.board.title", { phase: words(`phases.${board.phase}`) })}
      meta={<RoundFactsLine lang={lang} round={board} today={today} />}
      actions={
        <>
          <ButtonLink size="small" href={roundListPath(lang, board.id)}>
            {words("rounds.board.toList")}
          </ButtonLink>
          <ButtonLink size="small" href={roundTablePath(lang, board.id)}>
            {words("rounds.board.toTable")}
          </ButtonLink>
          {board.mayRun ? (
            <ButtonLink size="small" href={releasePath(lang, board.policyId)}>
              {words("rounds.board.toRelease")}
            </ButtonLink>
          ) : null}
        </>
      }
    />
  );
}

/** A late permit is of use once sheets are late. */
function permitsMatter(board: Board, today: CalendarDate): boolean {
  return board.closedAt !== null || statusOf(board, today) === "overdue" || board.sheets.some((one) => one.permitUntil);
}

/** What its coordinator can do with a round as it stands. */
function offerOf(board: Board): RoundOffer {
  const moves: RoundMove[] = ["remind"];
  if (board.withoutSheet > 0) moves.push("add-sheets");
  if (!board.concluded) moves.push("dates", board.closedAt ? "open-again" : "close");
  return {
    fields: { [ROUND_FIELDS.round]: board.id },
    moves,
    dates: board,
    missing: board.withoutSheet,
    untilOn: null,
  };
}
