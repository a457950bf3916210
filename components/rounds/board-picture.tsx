import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import {
  type Board,
  type BoardSection,
  type Counts,
  countsOf,
  STANDINGS,
  unsubmitted,
} from "@/lib/domain/round-view.ts";
import { roundPath } from "@/lib/web/paths.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { REMIND_FORM } from "./remind-form.ts";
import { StandingBar, StandingPatterns, StandingSign, useStandingWords } from "./standing.tsx";

/** A round at a glance: the whole, then section by section, each as a bar with its numbers in words. */
export function BoardPicture({ lang, board }: { lang: Language; board: Board }) {
  const words = useTranslations("rounds");
  const standingWords = useStandingWords();
  const total = countsOf(board.sheets);
  const asked = board.sheets.length;
  return (
    <>
      <StandingPatterns />
      <section aria-labelledby="total-heading" className="grid gap-5">
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
          <h2 id="total-heading">
            {words("board.total")}{" "}
            <span className="figures font-normal text-ink-muted text-lg">
              {words("board.submittedOf", { asked, done: asked - unsubmitted(total) })}
            </span>
          </h2>
          {board.mayRun && mayRemind(board, total) ? (
            <Button variant="secondary" size="small" form={REMIND_FORM} name={ROUND_FIELDS.section} value="all">
              {words("board.remindAll")}
            </Button>
          ) : null}
        </div>
        <StandingBar counts={total} tall />
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 sm:grid-cols-3 lg:grid-cols-6">
          {STANDINGS.map((standing) => (
            <li key={standing} className="border-hairline border-t">
              <a
                href={`${roundPath(lang, board.id, { state: standing })}#targets`}
                className="flex min-h-target items-center gap-2 py-2"
                aria-label={`${words("board.showOnly", { what: standingWords(standing) })} ${words("board.count", { count: total[standing] })}`}
              >
                <StandingSign standing={standing} />
                <span>{standingWords(standing)}</span>
                <b className="figures ml-auto text-lg">{total[standing]}</b>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="sections-heading" className="grid gap-5">
        <h2 id="sections-heading">{words("board.bySection")}</h2>
        <ul className="border-line border-t">
          {board.sections.map((section) => (
            <SectionLine key={section.id ?? "none"} lang={lang} board={board} section={section} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Whether somebody has something to do: a concluded round asks for nothing any more. */
const mayRemind = (board: Board, counts: Counts): boolean =>
  !board.concluded && unsubmitted(counts) + counts.SUBMITTED > 0;

function SectionLine({ lang, board, section }: { lang: Language; board: Board; section: BoardSection }) {
  const words = useTranslations("rounds");
  const standingWords = useStandingWords();
  const sheets = board.sheets.filter((sheet) => sheet.sectionId === section.id);
  const counts = countsOf(sheets);
  const name = section.id === null ? words("board.noSection") : section[lang === "ja" ? "nameJa" : "nameEn"];
  const key = section.id ?? "none";
  return (
    <li className="grid items-center gap-x-8 gap-y-2 border-line border-b py-3 lg:grid-cols-[14rem_minmax(0,1fr)_11rem]">
      <div className="min-w-0">
        <a
          href={`${roundPath(lang, board.id, { section: key })}#targets`}
          className="inline-flex min-h-target items-center font-bold"
        >
          {name}
        </a>
        <p className="figures text-ink-muted text-sm">
          {words("board.submittedOf", { asked: sheets.length, done: sheets.length - unsubmitted(counts) })}
        </p>
      </div>
      <div className="grid min-w-0 gap-2">
        <StandingBar counts={counts} />
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {STANDINGS.filter((standing) => counts[standing] > 0).map((standing) => (
            <li key={standing} className="flex items-center gap-1.5">
              <StandingSign standing={standing} />
              {standingWords(standing)} <b className="figures">{counts[standing]}</b>
            </li>
          ))}
        </ul>
      </div>
      {board.mayRun ? (
        <div className="grid justify-items-start gap-1 lg:justify-items-end">
          {mayRemind(board, counts) ? (
            <Button
              variant="secondary"
              size="small"
              form={REMIND_FORM}
              name={ROUND_FIELDS.section}
              value={key}
              aria-label={words("board.remindSectionFor", { section: name })}
            >
              {words("board.remindSection")}
            </Button>
          ) : null}
          {section.reminded ? (
            <span className="text-ink-muted text-sm">
              {words("board.reminded", {
                date: dateWords(lang, tokyoDate(section.reminded.at)),
                people: section.reminded.people,
              })}
            </span>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}
