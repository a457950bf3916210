import { useTranslations } from "next-intl";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { isBackdated, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { PolicyTitle } from "./written.tsx";

/** A policy's title with whose it is, of which year, and which Edition one reads; `part` says of what part of it the page is. */
export function PolicyHeading({
  lang,
  policy,
  part,
}: {
  lang: Language;
  policy: PublishedPolicy;
  part?: string | undefined;
}) {
  const words = useTranslations("public");
  const { organization, edition, fiscalYear } = policy;
  const backdated = isBackdated({
    occurredAt: new Date(edition.occurredAt),
    recordedAt: new Date(edition.recordedAt),
  });
  return (
    <PageHeading
      eyebrow={
        <>
          {words("policy.city", {
            city: lang === "ja" ? organization.cityNameJa : organization.cityNameEn,
            organization: lang === "ja" ? organization.nameJa : organization.nameEn,
          })}{" "}
          {organization.sample ? <SampleMark /> : null}
        </>
      }
      title={
        <>
          <PolicyTitle title={policy.content.policy.title} /> {part ? <span className="block">{part}</span> : null}
        </>
      }
      meta={
        <>
          <DescriptionList
            layout="inline"
            items={[
              { term: words("policy.fiscalYear"), description: fiscalYearWords(lang, fiscalYear) },
              {
                term: words("policy.edition"),
                description: words("policy.editionNumber", { number: edition.number }),
              },
              {
                term: words("policy.releasedOn"),
                description: (
                  <time dateTime={tokyoDate(new Date(edition.occurredAt))}>
                    {dateWords(lang, tokyoDate(new Date(edition.occurredAt)))}
                  </time>
                ),
              },
            ]}
          />
          {backdated ? <Badge>{words("history.backdated")}</Badge> : null}
        </>
      }
    />
  );
}
