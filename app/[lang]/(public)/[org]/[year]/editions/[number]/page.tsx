import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { EditionState } from "@/components/history/edition-state.tsx";
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
import { type CalendarDate, tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import type { PublishedEdition } from "@/lib/domain/published-policy.ts";
import { askedDay } from "@/lib/web/asked-day.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { editionPath, phasePath, revisionsPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { historyMetadata, policyNamed } from "../../../../page-metadata.ts";
import { releasedEdition } from "../../../../released.ts";

type Props = PageProps<"/[lang]/[org]/[year]/editions/[number]">;

const pathOf =
  ({ policy: { organization, fiscalYear, edition } }: PublishedEdition) =>
  (language: Language) =>
    editionPath(language, organization.slug, fiscalYear, edition.number);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const lang = pageLanguage((await params).lang);
  const found = await releasedEdition(await params);
  const { edition, content } = found.policy;
  const { number } = edition;
  return historyMetadata(lang, pathOf(found), found.policy, (words, said) => ({
    title: words("state.titleOf", { number, title: policyNamed(lang, found.policy, content.policy.title) }),
    description: words("state.description", {
      ...said,
      number,
      from: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
    }),
    indexed: false,
  }));
}

/** A policy as one of its Editions published it, at an address that never changes: its digest, and the ways to its phases. */
export default async function EditionPage({ params, searchParams }: Props) {
  const lang = pageLanguage((await params).lang);
  const found = await releasedEdition(await params);
  const { date } = askedDay(await searchParams);
  return <EditionAsPublished lang={lang} found={found} on={wasCurrentOn(found, date) ? date : null} />;
}

/** Whether an Edition was the current one at the end of a day: an address may say any day. */
function wasCurrentOn({ policy, next }: PublishedEdition, date: CalendarDate | null): boolean {
  if (date === null || date < tokyoDate(new Date(policy.edition.occurredAt))) return false;
  return next === null || date < tokyoDate(next.occurredAt);
}

function EditionAsPublished({ lang, found, on }: { lang: Language; found: PublishedEdition; on: CalendarDate | null }) {
  const words = useTranslations("public");
  const history = useTranslations("history.public");
  const site = useTranslations("site");
  const { policy, next } = found;
  const { organization, fiscalYear, edition } = policy;
  const { title } = policy.content.policy;
  const phaseAt = (phase: Phase) => phasePath(lang, organization.slug, fiscalYear, phase, edition.number);
  return (
    <PublicFrame lang={lang} path={pathOf(found)} organization={organization}>
      <PageShell
        breadcrumbs={
          <PolicyCrumbs
            lang={lang}
            policy={{ organization, fiscalYear, title }}
            below={[
              { label: history("title"), href: revisionsPath(lang, organization.slug, fiscalYear) },
              { label: history("edition", { number: edition.number }) },
            ]}
          />
        }
        heading={
          <>
            <EditionState lang={lang} edition={found} on={on} />
            <StepMark lang={lang} policy={policy} className="mb-8 md:mb-12" />
            <PolicyHeading lang={lang} policy={policy} />
            <PhaseNav lang={lang} policy={policy} number={edition.number} />
          </>
        }
        outline={{ label: site("outline"), items: policyOutline(lang, policy, words) }}
      >
        {/* One block of flowing text: a grid of such long parts breaks badly over printed pages. */}
        <div className="min-w-0 space-y-12 md:space-y-20">
          <PolicySummary lang={lang} policy={policy} links={next === null} brief />
          {/* An initiative's own page is today's: a past Edition is read here. */}
          <PolicyBody lang={lang} policy={policy} links={next === null} editions phaseAt={phaseAt} />
          <DataSection policy={policy} current={next === null} />
          <ShareSection lang={lang} policy={policy} path={pathOf(found)(lang)} embed={false} />
          <AnswerBack lang={lang} org={organization.slug} year={fiscalYear} />
        </div>
      </PageShell>
    </PublicFrame>
  );
}
