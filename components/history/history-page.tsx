import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PolicyCrumbs } from "@/components/policy/policy-crumbs.tsx";
import { PolicyTitle } from "@/components/policy/written.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { PageHeading } from "@/components/ui/page-heading.tsx";
import type { HistoryHead } from "@/lib/domain/published-policy.ts";
import { revisionsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What stands around every page about a policy that is neither the policy itself nor one of its items. */
export function HistoryPage({
  lang,
  policy: { organization, fiscalYear, title },
  path,
  heading,
  lead,
  below = false,
  children,
}: {
  lang: Language;
  policy: Pick<HistoryHead, "organization" | "fiscalYear" | "title">;
  path: (language: Language) => string;
  heading: string;
  lead: string;
  /** Whether the page stands below the history itself. */
  below?: boolean | undefined;
  children: ReactNode;
}) {
  const words = useTranslations("history.public");
  const { slug } = organization;
  return (
    <PublicFrame lang={lang} path={path} organization={organization}>
      <PageShell
        breadcrumbs={
          <PolicyCrumbs
            lang={lang}
            policy={{ organization, fiscalYear, title }}
            below={[
              ...(below ? [{ label: words("title"), href: revisionsPath(lang, slug, fiscalYear) }] : []),
              { label: heading },
            ]}
          />
        }
        heading={
          <PageHeading
            eyebrow={
              <>
                <PolicyTitle title={title} /> {organization.sample ? <SampleMark /> : null}
              </>
            }
            title={heading}
            lead={<p>{lead}</p>}
          />
        }
      >
        {/* One block of flowing text: a grid of such long parts breaks badly over printed pages. */}
        <div className="min-w-0 space-y-12 md:space-y-16">
          {children}
          <AnswerBack lang={lang} org={slug} year={fiscalYear} />
        </div>
      </PageShell>
    </PublicFrame>
  );
}
