import { useTranslations } from "next-intl";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { EditionContent, EditionRecord } from "@/lib/domain/edition.ts";
import type { LateItems } from "@/lib/domain/edition-times.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { EvaluationPhase } from "@/lib/domain/forms/form.ts";
import { isProvisional } from "@/lib/domain/formulation.ts";
import type { PolicyLine, PublishedOrganization } from "@/lib/domain/published-policy.ts";
import { policyPath } from "@/lib/web/paths.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ReleaseState } from "./release-state.tsx";
import { GoalText } from "./written.tsx";

/** One organisation on the front page: its newest policy with goal and state, then every year that it has released. */
export function OrganizationEntry({
  lang,
  line: { organization, newest, policies },
}: {
  lang: Language;
  line: {
    organization: PublishedOrganization;
    newest: {
      fiscalYear: number;
      formId: string;
      edition: Pick<EditionRecord, "step">;
      content: EditionContent;
      concluded: readonly EvaluationPhase[];
      late: LateItems;
    };
    policies: readonly PolicyLine[];
  };
}) {
  const words = useTranslations("public");
  const steps = useTranslations("formulationSteps");
  const mark = useTranslations("formulation.mark");
  const { content, fiscalYear } = newest;
  const { goal } = content.policy.plan;
  const id = `organization-${organization.slug}`;
  return (
    <article
      aria-labelledby={id}
      className="grid gap-x-16 gap-y-8 border-ink border-t-2 pt-6 md:pt-8 lg:grid-cols-[18rem_minmax(0,1fr)]"
    >
      <header className="grid content-start gap-1">
        <p className="font-bold text-accent">{lang === "ja" ? organization.cityNameJa : organization.cityNameEn}</p>
        <h3 id={id} className="text-2xl">
          {lang === "ja" ? organization.nameJa : organization.nameEn} {organization.sample ? <SampleMark /> : null}
        </h3>
      </header>
      <div className="grid min-w-0 gap-8">
        <div className="grid gap-4">
          <p className="text-ink-muted text-sm">{words("home.newest")}</p>
          <h4 className="text-xl">
            <a href={policyPath(lang, organization.slug, fiscalYear)} lang="ja">
              {content.policy.title}
            </a>
          </h4>
          {isProvisional(newest.edition.step) ? (
            <p>
              <Badge tone="warning">{steps(newest.edition.step)}</Badge> {mark(newest.edition.step)}
            </p>
          ) : null}
          {typeof goal === "string" ? (
            <blockquote
              lang="ja"
              className="title-ja border-accent border-l-8 pl-5 font-bold text-2xl leading-snug md:text-3xl"
            >
              <GoalText goal={goal} />
            </blockquote>
          ) : null}
        </div>
        <ReleaseState
          lang={lang}
          formId={newest.formId}
          content={content}
          concluded={newest.concluded}
          late={newest.late}
        />
        <nav aria-labelledby={`${id} ${id}-years`}>
          <p id={`${id}-years`} className="mb-1 text-ink-muted text-sm">
            {words("home.years")}
          </p>
          <ul className="border-hairline border-t">
            {policies.map((policy) => (
              <li key={policy.fiscalYear} className="flex flex-wrap items-center gap-x-6 border-hairline border-b">
                <a
                  href={policyPath(lang, organization.slug, policy.fiscalYear)}
                  className="figures inline-flex min-h-target min-w-48 items-center font-bold"
                >
                  {fiscalYearWords(lang, policy.fiscalYear)}
                </a>
                <span className="text-ink-soft text-sm">
                  {words("home.editionOf", {
                    number: policy.number,
                    date: dateWords(lang, tokyoDate(policy.occurredAt)),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </article>
  );
}
