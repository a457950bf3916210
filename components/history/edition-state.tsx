import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Unbroken } from "@/components/ui/unbroken.tsx";
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { PublishedEdition } from "@/lib/domain/published-policy.ts";
import { comparePath, policyPath, revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Over an Edition's page: whether this is what holds today, when it did, and the way to what holds now. */
export function EditionState({
  lang,
  edition: { policy, next, newest },
  on,
}: {
  lang: Language;
  edition: PublishedEdition;
  /** The day for which a reader asked. */
  on: CalendarDate | null;
}) {
  const words = useTranslations("history.public");
  const tones = useTranslations("tones");
  const { organization, fiscalYear, edition } = policy;
  const { number } = edition;
  const { slug } = organization;
  const from = dateWords(lang, tokyoDate(new Date(edition.occurredAt)));
  return (
    <Banner
      tone={next ? "warning" : "info"}
      toneLabel={tones(next ? "warning" : "info")}
      title={
        <Unbroken>{next ? words("state.past", { next: next.number }) : words("state.current", { number })}</Unbroken>
      }
      actions={
        <>
          <ButtonLink href={policyPath(lang, slug, fiscalYear)} size="small">
            {words("state.today")}
          </ButtonLink>
          <ButtonLink href={revisionEntryPath(lang, slug, fiscalYear, number)} size="small" variant="quiet">
            {words("state.changes", { number })}
          </ButtonLink>
          {next ? (
            <ButtonLink
              href={comparePath(lang, slug, fiscalYear, { from: String(number), to: String(newest) })}
              size="small"
              variant="quiet"
            >
              {words("state.difference")}
            </ButtonLink>
          ) : null}
        </>
      }
      className="mb-8 md:mb-12"
    >
      <p>
        {next
          ? words("state.pastWhy", { number, from, to: dateWords(lang, tokyoDate(next.occurredAt)) })
          : words("state.currentWhy", { from })}
      </p>
      {on ? <p>{words("asOf.was", { date: dateWords(lang, on) })}</p> : null}
    </Banner>
  );
}
