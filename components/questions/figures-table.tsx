import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { QuestionFigures } from "@/lib/domain/question-view.ts";
import { answersPath } from "@/lib/web/paths.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** How readers answered back, a policy a row; the share of "yes" is drawn above its counts. */
export function FiguresTable({ lang, figures }: { lang: Language; figures: readonly QuestionFigures[] }) {
  const words = useTranslations("questions.staff.figures");
  const columns = ["asked", "notFound", "waiting", "answered"] as const;
  return (
    <Table id="question-figures" caption={words("caption")} captionHidden>
      <thead>
        <tr>
          <Th>{words("policy")}</Th>
          <Th>{words("share")}</Th>
          {columns.map((column) => (
            <Th key={column} numeric>
              {words(column)}
            </Th>
          ))}
          <Th>{words("oldest")}</Th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ policy, helpful, notHelpful, oldestWaiting, ...counted }) => (
          <tr key={policy.id}>
            <Th scope="row">
              <a href={answersPath(lang, policy.organization.slug, policy.fiscalYear)}>
                {policy.organization[lang === "ja" ? "nameJa" : "nameEn"]} {fiscalYearWords(lang, policy.fiscalYear)}
              </a>
            </Th>
            <Td>
              <Share yes={helpful} no={notHelpful} />
            </Td>
            {columns.map((column) => (
              <Td key={column} numeric>
                {counted[column]}
              </Td>
            ))}
            <Td className="whitespace-nowrap">{oldestWaiting ? dateWords(lang, oldestWaiting) : words("none")}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The share of "yes" as a bar with its number, and the counts that it was made of. */
function Share({ yes, no }: { yes: number; no: number }) {
  const words = useTranslations("questions.staff.figures");
  if (yes + no === 0) return <span className="text-ink-muted">{words("noVotes")}</span>;
  const share = Math.round((yes / (yes + no)) * 100);
  return (
    <span className="grid gap-0.5">
      <span className="flex items-center gap-3">
        <svg viewBox="0 0 100 10" aria-hidden="true" className="h-3 w-24 shrink-0">
          <rect x="0.5" y="0.5" width="99" height="9" className="fill-wash stroke-control" strokeWidth="1" />
          <rect width={share} height="10" className="fill-accent" />
        </svg>
        <span className="figures whitespace-nowrap">{share}%</span>
      </span>
      <span className="figures whitespace-nowrap text-ink-muted text-sm">{words("votes", { yes, no })}</span>
    </span>
  );
}
