import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import type { SubmissionLine } from "@/lib/domain/submission-view.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StateBadge } from "./state-badge.tsx";

/** Submissions that wait for someone, each a row with a link to where it is written or decided. */
export function SubmissionTable({
  lang,
  id,
  caption,
  lines,
  today,
}: {
  lang: Language;
  id: string;
  caption: string;
  lines: readonly SubmissionLine[];
  today: CalendarDate;
}) {
  const words = useTranslations();
  const columns = useTranslations("staff.desk.columns");
  return (
    <Table id={id} caption={caption} captionHidden>
      <thead>
        <tr>
          <Th>{columns("code")}</Th>
          <Th>{columns("title")}</Th>
          <Th>{columns("phase")}</Th>
          <Th>{columns("section")}</Th>
          <Th>{columns("state")}</Th>
          <Th>{columns("due")}</Th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <Td className="figures whitespace-nowrap">
              {words(`targets.${line.target.type}`)} {line.target.code}
            </Td>
            <Td className="min-w-[16em]">
              <a href={submissionPath(lang, line.id)} lang="ja">
                {line.target.title ?? `${line.organization.nameJa} ${words(`targets.${line.target.type}`)}`}
              </a>
            </Td>
            <Td className="whitespace-nowrap">{words(`phases.${line.phase}`)}</Td>
            <Td className="whitespace-nowrap">{line.section?.[lang === "ja" ? "nameJa" : "nameEn"] ?? "—"}</Td>
            <Td className="whitespace-nowrap">
              <StateBadge state={line.state} begun={line.begun} />
            </Td>
            <Td className="whitespace-nowrap">
              {line.dueOn === null ? "—" : dateWords(lang, line.dueOn)}
              {line.dueOn !== null && line.dueOn < today ? (
                <span className="block text-sm text-warning-strong">{words("staff.desk.overdueShort")}</span>
              ) : null}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
