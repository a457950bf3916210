import { useTranslations } from "next-intl";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Banner } from "@/components/ui/banner.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { ButtonLink } from "@/components/ui/button.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { FormerInitiative, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { editionPath, homePath, initiativePath, policyPath, revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useCodeWords } from "./issue-section.tsx";

/** The former address of an initiative: that it was removed or renumbered, when, and where it can be read. */
export function FormerInitiativePage({
  lang,
  policy: { organization, fiscalYear, formId, content },
  code,
  former: { title, last, since, codeNow },
  path,
}: {
  lang: Language;
  policy: PublishedPolicy;
  code: string;
  former: FormerInitiative;
  path: (language: Language) => string;
}) {
  const words = useTranslations("history.public.former");
  const publicWords = useTranslations("public.initiative");
  const site = useTranslations("site");
  const tones = useTranslations("tones");
  const coded = useCodeWords(lang, formId);
  const { slug } = organization;
  const { number } = since;
  const date = dateWords(lang, tokyoDate(since.occurredAt));
  return (
    <PublicFrame lang={lang} path={path} organization={organization}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[
              { label: site("home"), href: homePath(lang) },
              { label: content.policy.title, href: policyPath(lang, slug, fiscalYear), lang: "ja" },
              { label: `${publicWords("crumb")} ${code}` },
            ]}
          />
        }
        heading={
          <PageHeading
            eyebrow={
              <>
                {coded("initiative", code)} {organization.sample ? <SampleMark /> : null}
              </>
            }
            title={<span lang="ja">{title}</span>}
          />
        }
      >
        <Banner
          tone="warning"
          toneLabel={tones("warning")}
          title={codeNow === null ? words("removed", { number }) : words("renumbered", { code: codeNow })}
          headingLevel={2}
          actions={
            <>
              {codeNow === null ? (
                <ButtonLink href={`${editionPath(lang, slug, fiscalYear, last.number)}#initiative-${code}`}>
                  {words("last", { number: last.number })}
                </ButtonLink>
              ) : (
                <ButtonLink href={initiativePath(lang, slug, fiscalYear, codeNow)}>
                  {words("now", { code: codeNow })}
                </ButtonLink>
              )}
              <ButtonLink href={revisionEntryPath(lang, slug, fiscalYear, number)} variant="quiet">
                {words("entry", { number })}
              </ButtonLink>
            </>
          }
        >
          <p>
            {codeNow === null
              ? words("removedWhy", { number, date, last: last.number })
              : words("renumberedWhy", { number, date })}
          </p>
        </Banner>
      </PageShell>
    </PublicFrame>
  );
}
