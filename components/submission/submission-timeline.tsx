import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import { isBackdated } from "@/lib/domain/fiscal-year.ts";
import type { Field } from "@/lib/domain/forms/form.ts";
import type { TimelineLine } from "@/lib/domain/submission-view.ts";
import { dateWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What happened to a submission, newest first: who, as which post, with what comment. */
export function SubmissionTimeline({
  lang,
  lines,
  fields,
}: {
  lang: Language;
  lines: readonly TimelineLine[];
  /** The sheet's fields, which remarks are named by; none for a Revision. */
  fields: readonly Field[];
}) {
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
            {line.postTitle}{" "}
            {line.deputy ? (
              <>
                <Badge tone="info">{words("deciding.deputy.mark")}</Badge>{" "}
              </>
            ) : null}
            {line.actor}
          </span>
        ),
        children: (
          <>
            {line.comment?.comment ? (
              <p className="as-written" lang="ja">
                {line.comment.comment}
              </p>
            ) : null}
            <Remarks lang={lang} remarks={line.comment?.remarks ?? {}} fields={fields} />
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

/** The remarks with which a sheet came back, each under the name of its field. */
function Remarks({
  lang,
  remarks,
  fields,
}: {
  lang: Language;
  remarks: Readonly<Record<string, string>>;
  fields: readonly Field[];
}) {
  const names = Object.keys(remarks);
  if (names.length === 0) return null;
  const known = fields.filter(({ key }) => remarks[key] !== undefined);
  const others = names.filter((name) => !known.some(({ key }) => key === name));
  return (
    <dl className="mt-2 grid gap-2 border-warning-strong border-l-4 py-1 pl-3 text-sm">
      {[
        ...known.map(({ key, label }) => ({ key, name: label[lang] })),
        ...others.map((key) => ({ key, name: key })),
      ].map(({ key, name }) => (
        <div key={key}>
          <dt className="font-bold">{name}</dt>
          <dd className="as-written" lang="ja">
            {remarks[key]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
