import { useTranslations } from "next-intl";
import type { CalendarDate } from "@/lib/domain/fiscal-year.ts";
import type { SubmissionLine } from "@/lib/domain/submission-view.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StateBadge } from "./state-badge.tsx";

/** Submissions that wait for someone: what each is about, where it stands, until when. The title leads to it. */
export function SubmissionList({
  lang,
  lines,
  today,
}: {
  lang: Language;
  lines: readonly SubmissionLine[];
  today: CalendarDate;
}) {
  const words = useTranslations();
  return (
    <ul className="border-line border-t">
      {lines.map((line) => {
        const target = words(`targets.${line.target.type}`);
        return (
          <li
            key={line.id}
            className="grid items-start gap-x-8 gap-y-2 border-line border-b py-4 md:grid-cols-[minmax(0,1fr)_9rem_13rem]"
          >
            <div className="grid gap-1">
              <span className="figures text-ink-muted text-sm">
                {target} {line.target.code}
              </span>
              <a href={submissionPath(lang, line.id)} lang="ja" className="title-ja justify-self-start font-bold">
                {line.target.title ?? `${line.organization.nameJa} ${target}`}
              </a>
              <span className="text-sm">
                {words(`phases.${line.phase}`)}
                {line.section ? ` ・ ${line.section[lang === "ja" ? "nameJa" : "nameEn"]}` : null}
              </span>
            </div>
            <div className="md:pt-6">
              <StateBadge state={line.state} begun={line.begun} />
            </div>
            {line.dueOn === null ? null : (
              <p className="text-sm md:pt-6">
                {words("staff.desk.due", { date: dateWords(lang, line.dueOn) })}
                {line.dueOn < today ? (
                  <span className="block font-bold text-warning-strong">{words("staff.desk.overdue")}</span>
                ) : null}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}
