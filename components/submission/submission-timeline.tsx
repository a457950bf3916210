import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline.tsx";
import { isBackdated } from "@/lib/domain/fiscal-year.ts";
import type { TimelineLine } from "@/lib/domain/submission-view.ts";
import { dateWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What happened to a submission, newest first: who, as which post, with what comment. */
export function SubmissionTimeline({ lang, lines }: { lang: Language; lines: readonly TimelineLine[] }) {
  const words = useTranslations();
  return (
    <Timeline
      entries={lines.map((line) => ({
        key: String(line.number),
        date: instantWords(lang, line.occurredAt),
        dateTime: line.occurredAt.toISOString(),
        title: words(`moves.${line.move}`),
        aside: (
          <span lang="ja">
            {line.postTitle} {line.actor}
          </span>
        ),
        children: (
          <>
            {line.comment?.comment ? (
              <p className="as-written" lang="ja">
                {line.comment.comment}
              </p>
            ) : null}
            {line.comment?.decision ? (
              <p>
                {words("staff.sheet.decisionNumber", { number: line.comment.decision.number })}{" "}
                {line.comment.decision.date
                  ? words("staff.sheet.decisionDate", { date: dateWords(lang, line.comment.decision.date) })
                  : null}
              </p>
            ) : null}
            {isBackdated(line) ? (
              <p className="text-ink-muted text-sm">
                {words("staff.sheet.recordedLater", { at: instantWords(lang, line.recordedAt) })}
              </p>
            ) : null}
          </>
        ),
      }))}
    />
  );
}
