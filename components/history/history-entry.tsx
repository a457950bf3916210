import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { isBackdated, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { correctionsOf } from "@/lib/domain/formulation.ts";
import type { HistoryEntry, HistoryHead } from "@/lib/domain/published-policy.ts";
import { editionPath, revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { EditionChangesView } from "./edition-changes.tsx";
import { useEditionKind } from "./edition-words.ts";
import { RedactionNotes } from "./redaction-notes.tsx";

/** One Edition in the history: what it is, its facts beside it, why, and what it changed. */
export function HistoryEntryView({
  lang,
  policy: { organization, fiscalYear, formId, lines },
  entry,
  current,
}: {
  lang: Language;
  policy: HistoryHead;
  entry: HistoryEntry;
  current: boolean;
}) {
  const words = useTranslations("history.public");
  const kindOf = useEditionKind();
  const { line, changes, set } = entry;
  const page = editionPath(lang, organization.slug, fiscalYear, line.number);
  const id = `edition-${line.number}`;
  return (
    <article id={id} aria-labelledby={`${id}-heading`} className="min-w-0 border-ink border-t-2 pt-5 md:pt-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:break-after-avoid">
        <h2 id={`${id}-heading`} className="text-2xl md:text-2xl">
          {words("entry", { number: line.number, what: kindOf(line) })}
        </h2>
        {current ? <Badge tone="info">{words("current")}</Badge> : null}
        {isBackdated(line) ? <Badge>{words("backdated")}</Badge> : null}
      </div>
      <div className="mt-5 grid gap-x-12 gap-y-8 lg:grid-cols-[14rem_minmax(0,1fr)] print:block print:space-y-6">
        <Facts lang={lang} entry={entry} />
        <div className="grid min-w-0 content-start gap-6 print:block print:space-y-6">
          <Corrections
            lang={lang}
            org={organization.slug}
            year={fiscalYear}
            line={line}
            by={correctionsOf(line.number, lines)}
          />
          {line.reason ? (
            <div className="grid max-w-prose gap-1">
              <p className="font-bold text-ink-muted text-sm">{words("reason")}</p>
              <p lang="ja" className="as-written">
                {line.reason}
              </p>
            </div>
          ) : null}
          {set ? <p>{words("set", { ...set })}</p> : null}
          {line.concludes.map((phase) => (
            <p key={phase} className="max-w-prose text-ink-soft">
              {words(`endedWhy.${phase}`)}
            </p>
          ))}
          <RedactionNotes lang={lang} redactions={line.redactions} />
          {set && changes.sheets.length === 0 ? null : (
            <EditionChangesView
              lang={lang}
              formId={formId}
              changes={changes}
              policy={{ org: organization.slug, year: fiscalYear }}
              number={line.number}
            />
          )}
          <dl className="grid gap-x-8 gap-y-3 border-hairline border-t pt-4 text-sm sm:grid-cols-[auto_minmax(0,1fr)]">
            <div>
              <dt className="text-ink-muted">{words("address")}</dt>
              <dd>
                <a href={page} className="inline-flex min-h-target items-center break-all print:min-h-0">
                  {page}
                </a>
              </dd>
            </div>
            <div className="min-w-0">
              <dt className="text-ink-muted">{words("hash")}</dt>
              <dd className="py-2 print:py-0">
                <code className="break-all font-mono">{line.hash}</code>
              </dd>
            </div>
          </dl>
          <p className="print:hidden">
            <ButtonLink href={page} size="small">
              {words("whole", { number: line.number })}
            </ButtonLink>
          </p>
        </div>
      </div>
    </article>
  );
}

/** Which Edition it corrects, and which later ones correct it: the entry itself is never written anew. */
function Corrections({
  lang,
  org,
  year,
  line,
  by,
}: {
  lang: Language;
  org: string;
  year: number;
  line: HistoryEntry["line"];
  by: readonly number[];
}) {
  const words = useTranslations("formulation");
  const { corrects } = line;
  if (corrects === null && by.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {corrects === null ? null : (
        <li>
          {words.rich("correctsWhy", {
            edition: () => (
              <a href={revisionEntryPath(lang, org, year, corrects)}>{words("correctsLink", { number: corrects })}</a>
            ),
          })}
        </li>
      )}
      {by.map((number) => (
        <li key={number}>
          <Badge tone="warning">{words("correctedByMark")}</Badge>{" "}
          <a href={revisionEntryPath(lang, org, year, number)}>{words("correctedBy", { number })}</a>
        </li>
      ))}
    </ul>
  );
}

function Facts({ lang, entry: { line, approvals } }: { lang: Language; entry: HistoryEntry }) {
  const words = useTranslations("history.public");
  const day = (date: string) => <time dateTime={date}>{dateWords(lang, date)}</time>;
  const facts: { term: string; description: ReactNode }[] = [
    { term: words("releasedOn"), description: day(tokyoDate(line.occurredAt)) },
    { term: words("effectiveOn"), description: day(line.effectiveOn) },
    ...(isBackdated(line) ? [{ term: words("recordedOn"), description: day(tokyoDate(line.recordedAt)) }] : []),
    {
      term: words("approvedBy"),
      description:
        approvals.length === 0 ? (
          words("unknown")
        ) : (
          <ul>
            {approvals.map(({ postTitle, deputy }) => (
              <li key={`${postTitle} ${deputy}`}>
                <span lang="ja">{postTitle}</span>
                {deputy ? words("deputy") : null}
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <dl className="grid grid-cols-2 content-start gap-x-6 gap-y-4 sm:grid-cols-4 lg:grid-cols-1 print:break-inside-avoid print:break-after-avoid print:grid-cols-4">
      {facts.map(({ term, description }) => (
        <div key={term} className="min-w-0">
          <dt className="text-ink-muted text-sm">{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}
