import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { DataSection } from "@/components/policy/data-section.tsx";
import { PhaseNav } from "@/components/policy/phase-nav.tsx";
import { PolicyBody } from "@/components/policy/policy-body.tsx";
import { PolicyCrumbs } from "@/components/policy/policy-crumbs.tsx";
import { PolicyHeading } from "@/components/policy/policy-heading.tsx";
import { policyOutline } from "@/components/policy/policy-outline.ts";
import { PolicySummary } from "@/components/policy/policy-summary.tsx";
import { StepMark } from "@/components/policy/step-mark.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { ShareSection } from "@/components/sharing/share-section.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import type { Phase } from "@/lib/domain/forms/form.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { phasePath, policyPath, yearsPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { policyMetadata } from "../../page-metadata.ts";
import { isComparable, releasedPolicy } from "../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]">;

const pathOf = (policy: PublishedPolicy) => (language: Language) =>
  policyPath(language, policy.organization.slug, policy.fiscalYear);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const policy = await releasedPolicy(await params);
  const words = await getTranslations({ locale: lang, namespace: "public.policy" });
  return policyMetadata(lang, pathOf(policy), policy, (said) => ({
    title: words("titled", said),
    description: words("description", { ...said, number: policy.edition.number }),
  }));
}

/** The policy of a fiscal year as it is public now: in brief, then whole, then as data. */
export default async function PolicyPage({ params }: Props) {
  const lang = pageLanguage((await params).lang);
  const policy = await releasedPolicy(await params);
  return <ReleasedPolicyPage lang={lang} policy={policy} comparable={await isComparable(policy)} />;
}

function ReleasedPolicyPage({
  lang,
  policy,
  comparable,
}: {
  lang: Language;
  policy: PublishedPolicy;
  /** Whether the year before is public too. */
  comparable: boolean;
}) {
  const words = useTranslations("public");
  const years = useTranslations("years.compared");
  const site = useTranslations("site");
  const path = pathOf(policy);
  const { title } = policy.content.policy;
  const phaseAt = (phase: Phase) => phasePath(lang, policy.organization.slug, policy.fiscalYear, phase);
  return (
    <PublicFrame lang={lang} path={path} organization={policy.organization}>
      <PageShell
        breadcrumbs={
          <PolicyCrumbs
            lang={lang}
            policy={{ organization: policy.organization, fiscalYear: policy.fiscalYear, title }}
          />
        }
        heading={
          <>
            <StepMark lang={lang} policy={policy} className="mb-8 md:mb-12" />
            <PolicyHeading lang={lang} policy={policy} />
            <PhaseNav lang={lang} policy={policy} />
          </>
        }
        outline={{ label: site("outline"), items: policyOutline(lang, policy, words) }}
      >
        {/* One block of flowing text: a grid of such long parts breaks badly over printed pages. */}
        <div className="min-w-0 space-y-12 md:space-y-20">
          <PolicySummary lang={lang} policy={policy} brief />
          {comparable ? (
            <p className="print:hidden">
              <a
                href={yearsPath(lang, policy.organization.slug, policy.fiscalYear)}
                className="inline-flex min-h-target items-center"
              >
                {years("link", { year: fiscalYearWords(lang, policy.fiscalYear - 1) })}
              </a>
            </p>
          ) : null}
          <PolicyBody lang={lang} policy={policy} phaseAt={phaseAt} />
          <DataSection policy={policy} />
          <ShareSection lang={lang} policy={policy} path={path(lang)} />
          <AnswerBack lang={lang} org={policy.organization.slug} year={policy.fiscalYear} />
        </div>
      </PageShell>
    </PublicFrame>
  );
}
