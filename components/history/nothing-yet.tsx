import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { HistoryHead } from "@/lib/domain/published-policy.ts";
import { editionPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The first day of Shōwa: days before it are said without an era. */
const FIRST_NAMED_DAY = "1926-12-25";

/** Answers who asked for a day on which nothing was public: that it was not, and when the first Edition came. */
export function NothingYet({
  lang,
  policy: { organization, fiscalYear, lines },
  on,
}: {
  lang: Language;
  policy: HistoryHead;
  on: CalendarDate;
}) {
  const words = useTranslations("history.public.asOf");
  const tones = useTranslations("tones");
  const first = lines.at(-1);
  return (
    <Banner
      tone="warning"
      toneLabel={tones("warning")}
      announce="status"
      title={words("none", { date: on < FIRST_NAMED_DAY ? on : dateWords(lang, on) })}
      actions={
        first ? (
          <ButtonLink href={editionPath(lang, organization.slug, fiscalYear, first.number)} size="small">
            {words("openFirst", { number: first.number })}
          </ButtonLink>
        ) : null
      }
    >
      {first ? <p>{words("first", { date: dateWords(lang, tokyoDate(first.occurredAt)) })}</p> : null}
    </Banner>
  );
}
