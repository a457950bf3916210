import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import { isBackdated, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { correctionsOf } from "@/lib/domain/formulation.ts";
import type { EditionLine } from "@/lib/domain/published-policy.ts";
import { editionPath, revisionsPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useEditionKind } from "./edition-words.ts";
import { RedactionNotes } from "./redaction-notes.tsx";

/** 改定履歴 in brief: every Edition in the order of time, derived from the Editions themselves. */
export function EditionHistory({
  lang,
  history,
  policy,
}: {
  lang: Language;
  history: readonly EditionLine[];
  /** Whose Editions these are: given, each leads to its page, and all of them to the whole history. */
  policy?: { readonly org: string; readonly year: number } | undefined;
}) {
  const words = useTranslations();
  const kindOf = useEditionKind();
  if (history.length === 0) return <p className="text-ink-muted">{words("public.history.none")}</p>;
  const newest = Math.max(...history.map(({ number }) => number));
  const timeline = (
    <Timeline
      label={words("public.history.label")}
      entries={[...history]
        .sort((a, b) => a.number - b.number)
        .map((line) => ({
          key: line.hash,
          date: dateWords(lang, tokyoDate(line.occurredAt)),
          dateTime: tokyoDate(line.occurredAt),
          current: line.number === newest,
          title: words("public.history.entry", {
            number: line.number,
            what: kindOf(line),
          }),
          href: policy && editionPath(lang, policy.org, policy.year, line.number),
          aside: isBackdated(line) ? <Badge>{words("public.history.backdated")}</Badge> : null,
          children: (
            <>
              {line.reason ? (
                <p lang="ja" className="as-written text-ink-soft">
                  {line.reason}
                </p>
              ) : null}
              {line.effectiveOn === tokyoDate(line.occurredAt) ? null : (
                <p className="text-ink-soft">
                  {words("public.history.effective", { date: dateWords(lang, line.effectiveOn) })}
                </p>
              )}
              {line.corrects === null ? null : (
                <p className="text-ink-soft">{words("formulation.corrects", { number: line.corrects })}</p>
              )}
              {correctionsOf(line.number, history).map((number) => (
                <p key={number} className="text-ink-soft">
                  {words("formulation.correctedBy", { number })}
                </p>
              ))}
              {line.concludes.length > 0 ? (
                <p className="text-ink-soft">
                  {words("public.history.concluded", {
                    phases: line.concludes.map((phase) => words(`phases.${phase}`)).join(words("sheet.separator")),
                  })}
                </p>
              ) : null}
              <RedactionNotes lang={lang} redactions={line.redactions} />
              {isBackdated(line) ? (
                <p className="text-ink-muted text-sm">
                  {words("public.history.recordedOn", { date: dateWords(lang, tokyoDate(line.recordedAt)) })}
                </p>
              ) : null}
            </>
          ),
        }))}
    />
  );
  return policy ? (
    <>
      {timeline}
      <p className="print:hidden">
        <a href={revisionsPath(lang, policy.org, policy.year)} className="inline-flex min-h-target items-center">
          {words("history.public.all")}
        </a>
      </p>
    </>
  ) : (
    timeline
  );
}
