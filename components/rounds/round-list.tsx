import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { type Board, countsOf, unsubmitted } from "@/lib/domain/round-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useHolderWords } from "./holder.tsx";
import { StandingPatterns, StandingSign, useStandingWords } from "./standing.tsx";

/** Every sheet of a round by section, in as few lines as a list for paper needs. */
export function RoundList({ lang, board }: { lang: Language; board: Board }) {
  const words = useTranslations();
  const standingWords = useStandingWords();
  const holderWords = useHolderWords();
  const tables = board.sections.map((section) => {
    const sheets = board.sheets.filter((sheet) => sheet.sectionId === section.id);
    const name = section.id === null ? words("rounds.board.noSection") : section[lang === "ja" ? "nameJa" : "nameEn"];
    const done = sheets.length - unsubmitted(countsOf(sheets));
    return (
      <Table
        key={section.id ?? "none"}
        id={`list-${section.id ?? "none"}`}
        className="text-sm"
        caption={
          <>
            {name}{" "}
            <span className="figures font-normal">
              {words("rounds.board.submittedOf", { asked: sheets.length, done })}
            </span>
          </>
        }
      >
        <thead>
          <tr>
            <Th>{words("rounds.board.code")}</Th>
            <Th className="w-full">{words("rounds.board.target")}</Th>
            <Th>{words("rounds.board.state")}</Th>
            <Th>{words("rounds.board.holder")}</Th>
            <Th>{words("rounds.board.due")}</Th>
          </tr>
        </thead>
        <tbody>
          {sheets.map((sheet) => (
            <tr key={sheet.submissionId}>
              <Td className="figures">
                <span className="block text-ink-muted">{words(`targets.${sheet.type}`)}</span>
                {sheet.code}
              </Td>
              <Th scope="row" className="font-normal">
                <span lang="ja">{sheet.title ?? `${board.organization.nameJa} ${words(`targets.${sheet.type}`)}`}</span>
              </Th>
              <Td className="whitespace-nowrap">
                <span className="flex items-center gap-1.5">
                  <StandingSign standing={sheet.standing} />
                  {standingWords(sheet.standing)}
                </span>
              </Td>
              <Td className="min-w-40">{holderWords(sheet.holder)}</Td>
              <Td className="whitespace-nowrap">
                {dateWords(lang, board.dueOn)}
                {sheet.permitUntil ? (
                  <span className="block font-bold">
                    {words("rounds.board.permit")}{" "}
                    {words("rounds.permit.until", { date: dateWords(lang, sheet.permitUntil) })}
                  </span>
                ) : null}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
    );
  });
  return (
    <>
      <StandingPatterns />
      {tables}
    </>
  );
}
