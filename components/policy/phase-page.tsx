import { useTranslations } from "next-intl";
import { GradesFigure } from "@/components/figures/grades-figure.tsx";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { EditionState } from "@/components/history/edition-state.tsx";
import { AnswerBack } from "@/components/questions/answer-back.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { Breadcrumbs } from "@/components/ui/breadcrumbs.tsx";
import { phasesIn } from "@/lib/domain/edition-times.ts";
import { gradesByIssue } from "@/lib/domain/figures.ts";
import type { Phase } from "@/lib/domain/forms/form.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { PublishedEdition, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import {
  editionPath,
  homePath,
  itemPath,
  phasePath,
  policyPath,
  publicOrganizationPath,
  revisionsPath,
} from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { PhaseBody } from "./phase-body.tsx";
import { PageLink, PhaseLinks } from "./phase-links.tsx";
import { PolicyHeading } from "./policy-heading.tsx";
import { phaseOutline } from "./policy-outline.ts";
import { PolicySection } from "./policy-section.tsx";

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
  const place = [organization.slug, fiscalYear] as const;
  const number = edition?.policy.edition.number;
  const phaseAt = (language: Language) => (one: Phase) => phasePath(language, ...place, one, number);
  const wholePath = number === undefined ? policyPath(lang, ...place) : editionPath(lang, ...place, number);
  return (
    <PublicFrame lang={lang} path={(language) => phaseAt(language)(phase)} organization={organization}>
      <PageShell
        breadcrumbs={
          <Breadcrumbs
            label={site("breadcrumbs")}
            items={[
              { label: site("home"), href: homePath(lang) },
              {
                label: lang === "ja" ? organization.nameJa : organization.nameEn,
                href: publicOrganizationPath(lang, organization.slug),
              },
              { label: content.policy.title, href: policyPath(lang, ...place), lang: "ja" },
              ...(number === undefined
                ? []
                : [
                    { label: history("title"), href: revisionsPath(lang, ...place) },
                    { label: history("edition", { number }), href: wholePath },
                  ]),
              { label: phase === "PLAN" ? words("items.plan") : phases(phase) },
            ]}
          />
        }
        heading={
          <>
            {edition ? <EditionState lang={lang} edition={edition} on={null} /> : null}
            <PolicyHeading lang={lang} policy={policy} part={phase === "PLAN" ? words("items.plan") : phases(phase)} />
          </>
        }
        outline={{ label: site("outline"), items: phaseOutline(lang, policy, phase, words) }}
      >
        <FigurePatterns />
        {/* One block of flowing text: a grid of such long parts breaks badly over printed pages. */}
        <div className="min-w-0 space-y-12 md:space-y-20">
          <div className="space-y-2">
            <p className="max-w-prose text-lg leading-loose">{words(`phase.lead.${phase}`)}</p>
            <PhaseLinks phases={phasesIn(policy.history).filter((one) => one !== phase)} phaseAt={phaseAt(lang)}>
              <PageLink href={wholePath}>{words("phase.policy")}</PageLink>
            </PhaseLinks>
          </div>
          {phase !== "PLAN" && gradesByIssue(policy, phase).length > 0 ? (
            <PolicySection id="grades" level={2} heading={words("summary.grades")}>
              <GradesFigure lang={lang} policy={policy} phase={phase} />
            </PolicySection>
          ) : null}
          <PhaseBody
            lang={lang}
            policy={policy}
            phase={phase}
            // An item's own page is today's: that of a past Edition is its place in it.
            itemAt={(item) => (edition?.next ? `${wholePath}#${itemAnchor(item)}` : itemPath(lang, ...place, item))}
          />
          <AnswerBack lang={lang} org={organization.slug} year={fiscalYear} />
        </div>
      </PageShell>
    </PublicFrame>
  );
}
