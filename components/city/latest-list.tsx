import { useTranslations } from "next-intl";
import { useEditionKind } from "@/components/history/edition-words.ts";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Timeline } from "@/components/ui/timeline.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { LatestEdition } from "@/lib/domain/published-policy.ts";
import { revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What changed lately, of all organisations: each Edition leads to what it changed. */
export function LatestList({ lang, latest }: { lang: Language; latest: readonly LatestEdition[] }) {
  const words = useTranslations("public.standing.city");
  const kindOf = useEditionKind();
  return (
    <Timeline
      label={words("lately")}
      className="lg:block lg:columns-2 lg:gap-16 [&>li]:break-inside-avoid"
      entries={latest.map(({ organization, fiscalYear, line }) => ({
        key: line.hash,
        date: dateWords(lang, tokyoDate(line.occurredAt)),
        dateTime: tokyoDate(line.occurredAt),
        title: words("entry", {
          organization: lang === "ja" ? organization.nameJa : organization.nameEn,
          year: fiscalYearWords(lang, fiscalYear),
          number: line.number,
          what: kindOf(line),
        }),
        href: revisionEntryPath(lang, organization.slug, fiscalYear, line.number),
        aside: organization.sample ? <SampleMark /> : null,
        children: line.reason ? (
          <p lang="ja" className="as-written text-ink-soft text-sm">
            {line.reason}
          </p>
        ) : null,
      }))}
    />
  );
}
