import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { policyDataPath } from "@/lib/web/paths.ts";
import { PolicySection } from "./policy-section.tsx";

/** The Edition as data, under which licence, by which hash it is known. */
export function DataSection({
  policy,
  current = true,
}: {
  policy: PublishedPolicy;
  /** Whether this is what holds today: the data at the policy's address is the current Edition's. */
  current?: boolean | undefined;
}) {
  const words = useTranslations("public.data");
  const site = useTranslations("site");
  const { organization, hash } = policy;
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
