import { useTranslations } from "next-intl";
import { GradesFigure } from "@/components/figures/grades-figure.tsx";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { EditionState } from "@/components/history/edition-state.tsx";
import { RedactionNotes } from "@/components/history/redaction-notes.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { ShareSection } from "@/components/sharing/share-section.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { gradesByIssue } from "@/lib/domain/figures.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { PublishedEdition, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { editionPath, itemPath, phasePath, policyPath, revisionsPath, visionPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { PhaseBody } from "./phase-body.tsx";
import { PhaseNav } from "./phase-nav.tsx";
import { PolicyCrumbs } from "./policy-crumbs.tsx";
import { PolicyHeading } from "./policy-heading.tsx";
import { phaseOutline } from "./policy-outline.ts";
import { PolicySection } from "./policy-section.tsx";
import { StepMark } from "./step-mark.tsx";

/**
 * What a policy says in one phase, to be read from its first item to its last: how the items were judged where the phase
 * judges, then every sheet. Of an Edition it is what had been released by then, and leads to that Edition.
 */
export function PhasePage({
  lang,
  policy,
  phase,
  edition = null,
}: {
  lang: Language;
  policy: PublishedPolicy;
  phase: Phase;
  /** The Edition that was asked for by its number. */
  edition?: PublishedEdition | null;
}) {
  const words = useTranslations("public");
  const history = useTranslations("history.public");
  const phases = useTranslations("phases");
  const site = useTranslations("site");
  const { organization, fiscalYear, content } = policy;
  const name = phase === "PLAN" ? words("items.plan") : phases(phase);
  const place = [organization.slug, fiscalYear] as const;
  const number = edition?.policy.edition.number;
  const phaseAt = (language: Language) => (one: Phase) => phasePath(language, ...place, one, number);
  const wholePath = number === undefined ? policyPath(lang, ...place) : editionPath(lang, ...place, number);
  return (
    <PublicFrame lang={lang} path={(language) => phaseAt(language)(phase)} organization={organization}>
      <PageShell
        breadcrumbs={
          <PolicyCrumbs
            lang={lang}
            policy={{ organization, fiscalYear, title: content.policy.title }}
            below={[
              ...(number === undefined
                ? []
                : [
                    { label: history("title"), href: revisionsPath(lang, ...place) },
                    { label: history("edition", { number }), href: wholePath },
                  ]),
              { label: name },
            ]}
          />
        }
        heading={
          <>
            {edition ? <EditionState lang={lang} edition={edition} on={null} /> : null}
            <StepMark lang={lang} policy={policy} className="mb-8 md:mb-12" />
            <PolicyHeading lang={lang} policy={policy} part={name} />
            <PhaseNav lang={lang} policy={policy} number={number} here={phase} />
          </>
        }
        outline={{ label: site("outline"), items: phaseOutline(lang, policy, phase, words) }}
      >
        {/* One block of flowing text: a grid of such long parts breaks badly over printed pages. */}
        <div className="min-w-0 space-y-12 md:space-y-20">
          <div className="max-w-prose space-y-3">
            <p className="text-lg leading-loose">{words(`phase.lead.${phase}`)}</p>
            {organization.sourceNote ? <p>{words("phase.source", { note: organization.sourceNote })}</p> : null}
            <RedactionNotes lang={lang} redactions={policy.history[0]?.redactions ?? []} />
          </div>
          {phase !== "PLAN" && gradesByIssue(policy, phase).length > 0 ? (
            <PolicySection id="grades" level={2} heading={words("summary.grades")}>
              <FigurePatterns />
              <GradesFigure lang={lang} policy={policy} phase={phase} />
            </PolicySection>
          ) : null}
          <PhaseBody
            lang={lang}
            policy={policy}
            phase={phase}
            // An item's own page is today's: that of a past Edition is its place in it.
            itemAt={(item) => (edition?.next ? `${wholePath}#${itemAnchor(item)}` : itemPath(lang, ...place, item))}
            aimsAt={edition?.next || content.aims.length === 0 ? null : visionPath(lang, ...place)}
          />
          <ShareSection
            lang={lang}
            policy={policy}
            path={phaseAt(lang)(phase)}
            cited={phasePath(lang, ...place, phase, policy.edition.number)}
            embed={false}
          />
          <AnswerBack lang={lang} org={organization.slug} year={fiscalYear} />
        </div>
      </PageShell>
    </PublicFrame>
  );
}
