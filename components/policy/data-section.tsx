import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { policyDataPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { PolicySection } from "./policy-section.tsx";

/** The Edition as data, under which licence, by which hash it is known, how to cite it. `path` is the page's own. */
export function DataSection({
  lang,
  policy,
  path,
  current = true,
}: {
  lang: Language;
  policy: PublishedPolicy;
  path: string;
  /** Whether this is what holds today: the data at the policy's address is the current Edition's. */
  current?: boolean | undefined;
}) {
  const words = useTranslations("public.data");
  const site = useTranslations("site");
  const { organization, edition, hash, content } = policy;
  const japanese = (chunks: ReactNode) => <span lang="ja">{chunks}</span>;
  return (
    <PolicySection id="data" level={2} heading={words("heading")}>
      <DescriptionList
        items={[
          ...(current
            ? [
                {
                  term: words("json"),
                  description: (
                    <a
                      href={policyDataPath(organization.slug, policy.fiscalYear)}
                      className="figures inline-flex min-h-target items-center gap-2"
                    >
                      <Icon name="document" />
                      {policyDataPath(organization.slug, policy.fiscalYear)}
                    </a>
                  ),
                },
              ]
            : []),
          {
            term: words("licence"),
            description: (
              <>
                {site("openLicence")}
                {organization.sourceNote ? (
                  <span className="block text-ink-muted">
                    {words.rich("madeFrom", { note: organization.sourceNote, ja: japanese })}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            term: words("cite"),
            description: (
              <p>
                {words.rich("citation", {
                  organization:
                    lang === "ja" ? `${organization.cityNameJa}${organization.nameJa}` : organization.nameEn,
                  title: content.policy.title,
                  number: edition.number,
                  date: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
                  hash: hash.slice(0, 12),
                  ja: japanese,
                })}
                <a href={path}>{path}</a>
              </p>
            ),
          },
          {
            term: words("hash"),
            description: (
              <>
                <code title={hash} className="break-all font-mono text-sm">
                  {hash}
                </code>
                <span className="block text-ink-muted text-sm">{words("hashWhy")}</span>
              </>
            ),
          },
        ]}
      />
    </PolicySection>
  );
}
