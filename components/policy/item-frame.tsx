import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import type { Placed } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useCodeWords } from "./issue-section.tsx";
import { PolicyCrumbs } from "./policy-crumbs.tsx";
import { StepMark } from "./step-mark.tsx";

/** What stands around the page of one item: breadcrumbs from the front page down, its code over its title. */
export function ItemFrame({
  lang,
  policy,
  item,
  above = [],
  lead,
  children,
}: {
  lang: Language;
  policy: PublishedPolicy;
  item: Pick<Placed["item"], "type" | "code" | "title">;
  above?: Placed["above"] | undefined;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const words = useTranslations("public.items");
  const coded = useCodeWords(lang, policy.formId);
  const { organization, fiscalYear, content } = policy;
  const { slug } = organization;
  const crumb = ({ type, code }: typeof item) =>
    words("crumb", { kind: formOf(policy.formId).headings[type][lang], code });
  return (
    <PublicFrame
      lang={lang}
      path={(language) => itemPath(language, slug, fiscalYear, item)}
      organization={organization}
    >
      <PageShell
        breadcrumbs={
          <PolicyCrumbs
            lang={lang}
            policy={{ organization, fiscalYear, title: content.policy.title }}
            below={[
              ...above.map((one) => ({ label: crumb(one), href: itemPath(lang, slug, fiscalYear, one) })),
              { label: crumb(item) },
            ]}
          />
        }
        heading={
          <>
            <StepMark lang={lang} policy={policy} className="mb-8 md:mb-12" />
            <PageHeading
              eyebrow={
                <>
                  {coded(item.type, item.code)} {organization.sample ? <SampleMark /> : null}
                </>
              }
              title={<span lang="ja">{item.title}</span>}
              lead={lead}
            />
          </>
        }
      >
        {children}
      </PageShell>
    </PublicFrame>
  );
}
