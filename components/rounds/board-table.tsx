import { useTranslations } from "next-intl";
import { StateBadge } from "@/components/submission/state-badge.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { Board, BoardSheet } from "@/lib/domain/round-view.ts";
import { permitPath, submissionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useHolderWords } from "./holder.tsx";

/** More sheets than this are folded by section, so that a large ward's board stays one that can be read. */
const FOLD_ABOVE = 120;

/** The sheets of a round, section by section: where each stands and whom it lies with. */
export function BoardTable({
  lang,
  board,
  sheets,
  permits,
}: {
  lang: Language;
  board: Board;
  /** Those that the filter let through. */
  sheets: readonly BoardSheet[];
  /** Whether late permits matter now. */
  permits: boolean;
}) {
  const words = useTranslations("rounds");
  if (sheets.length === 0) return <p className="text-ink-muted">{words("board.nothing")}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-8">
      {board.sections.map((section) => {
        const own = sheets.filter((sheet) => sheet.sectionId === section.id);
        if (own.length === 0) return null;
        const name = section.id === null ? words("board.noSection") : section[lang === "ja" ? "nameJa" : "nameEn"];
        const caption = `${name} ${words("board.count", { count: own.length })}`;
        const table = (captionHidden: boolean) => (
          <SheetTable
            lang={lang}
            board={board}
            sheets={own}
            permits={permits}
            id={`sheets-${section.id ?? "none"}`}
            caption={caption}
            captionHidden={captionHidden}
          />
        );
        return sheets.length > FOLD_ABOVE ? (
          <Disclosure key={section.id ?? "none"} summary={caption}>
            {table(true)}
          </Disclosure>
        ) : (
          <div key={section.id ?? "none"}>{table(false)}</div>
        );
      })}
    </div>
  );
}

function SheetTable({
  lang,
  board,
  sheets,
  permits,
  id,
  caption,
  captionHidden,
}: {
  lang: Language;
  board: Board;
  sheets: readonly BoardSheet[];
  permits: boolean;
  id: string;
  caption: string;
  captionHidden: boolean;
}) {
  const words = useTranslations();
  const holderWords = useHolderWords();
  return (
    <Table id={id} caption={caption} captionHidden={captionHidden}>
      <thead>
        <tr>
          <Th className="w-full">{words("rounds.board.target")}</Th>
          <Th>{words("rounds.board.state")}</Th>
          <Th>{words("rounds.board.holder")}</Th>
          <Th>{words("rounds.board.written")}</Th>
          {permits ? <Th>{words("rounds.board.permit")}</Th> : null}
        </tr>
      </thead>
      <tbody>
        {sheets.map((sheet) => (
          <tr key={sheet.submissionId}>
            <Th scope="row" className="font-normal">
              <span className="figures block text-ink-muted text-sm">
                {words(`targets.${sheet.type}`)} {sheet.code}
              </span>
              <a href={submissionPath(lang, sheet.submissionId)} lang="ja" className="font-bold">
                {sheet.title ?? `${board.organization.nameJa} ${words(`targets.${sheet.type}`)}`}
              </a>
            </Th>
            <Td>
              <StateBadge
                state={sheet.standing === "NOT_BEGUN" ? "DRAFT" : sheet.standing}
                begun={sheet.standing !== "NOT_BEGUN"}
              />
              {sheet.reopened ? <span className="block text-sm">{words("rounds.board.reopened")}</span> : null}
            </Td>
            <Td className="min-w-48 text-sm">{holderWords(sheet.holder)}</Td>
            <Td className="min-w-40 text-sm">
              {sheet.written ? (
                <>
                  <span lang="ja" className="block">
                    {sheet.written.by}
                  </span>
                  {dateWords(lang, tokyoDate(sheet.written.at))}
                </>
              ) : (
                words("rounds.board.neverWritten")
              )}
            </Td>
            {permits ? (
              <Td className="text-sm">
                {sheet.permitUntil ? (
                  <span className="block">
                    {words("rounds.permit.until", { date: dateWords(lang, sheet.permitUntil) })}
                  </span>
                ) : null}
                {board.mayRun && sheet.standing !== "RELEASED" && sheet.standing !== "APPROVED" ? (
                  <a
                    href={permitPath(lang, board.id, sheet.submissionId)}
                    className="inline-flex min-h-target items-center whitespace-nowrap print:hidden"
                    aria-label={`${words("rounds.permit.link")}: ${words(`targets.${sheet.type}`)} ${sheet.code ?? ""}`}
                  >
                    {words("rounds.permit.link")}
                  </a>
                ) : null}
              </Td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
