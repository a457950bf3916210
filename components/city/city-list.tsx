import { useTranslations } from "next-intl";
import { GradeBar, GradeLegend } from "@/components/figures/grade-bar.tsx";
import { SampleMark } from "@/components/site/sample-banner.tsx";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { leadingGrades, type Stage, stageOf } from "@/lib/domain/figures.ts";
import { formOf } from "@/lib/domain/forms/catalogue.ts";
import { isProvisional } from "@/lib/domain/formulation.ts";
import type { PublishedOrganization, YearPolicy } from "@/lib/domain/published-policy.ts";
import { policyPath, publicOrganizationPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** An organisation with the policy that stands for it: its newest, or that of the year that is asked for. */
export interface CityLine {
  readonly organization: PublishedOrganization;
  readonly newest: YearPolicy;
}

/** Every organisation in a line: whose policy of which year, how far it has come, how its items were graded. */
export function CityList({ lang, lines }: { lang: Language; lines: readonly CityLine[] }) {
  return (
    <ul className="border-ink border-t-2">
      {lines.map((line) => (
        <li key={line.organization.slug} className="border-hairline border-b">
          <Organization lang={lang} line={line} />
        </li>
      ))}
    </ul>
  );
}

const TONES: Record<Stage, BadgeTone> = {
  formulating: "warning",
  planned: "neutral",
  reviewed: "info",
  evaluated: "success",
};

/** How far a policy's year has come, in words with a shape. */
export function StageBadge({ stage }: { stage: Stage }) {
  return <Badge tone={TONES[stage]}>{useTranslations("public.standing.stages")(stage)}</Badge>;
}

function Organization({ lang, line: { organization, newest } }: { lang: Language; line: CityLine }) {
  const id = `organization-${organization.slug}`;
  const mark = useTranslations("formulation.mark");
  const { content, fiscalYear } = newest;
  const { goal } = content.policy.plan;
  return (
    <article
      aria-labelledby={id}
      className="grid gap-x-8 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:grid-cols-[13rem_minmax(0,1fr)_minmax(0,1.1fr)] print:break-inside-avoid"
    >
      <div className="content-start max-lg:col-span-full">
        <p className="text-ink-muted text-sm">{lang === "ja" ? organization.cityNameJa : organization.cityNameEn}</p>
        <h3 id={id} className="flex flex-wrap items-center gap-x-3 text-xl">
          <a
            href={publicOrganizationPath(lang, organization.slug)}
            className="inline-flex min-h-target items-center print:min-h-0"
          >
            {lang === "ja" ? organization.nameJa : organization.nameEn}
          </a>{" "}
          {organization.sample ? <SampleMark /> : null}
        </h3>
      </div>
      <div className="grid content-start gap-1">
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <a
            href={policyPath(lang, organization.slug, fiscalYear)}
            className="figures inline-flex min-h-target items-center font-bold print:min-h-0"
          >
            {fiscalYearWords(lang, fiscalYear)}
          </a>
          <StageBadge stage={stageOf(newest)} />
        </p>
        {isProvisional(newest.edition.step) ? <p className="text-sm">{mark(newest.edition.step)}</p> : null}
        {typeof goal === "string" ? (
          <p lang="ja" className="title-ja text-ink-soft text-sm">
            {goal}
          </p>
        ) : null}
      </div>
      <Standing lang={lang} policy={newest} />
    </article>
  );
}

/** How a policy's items were graded in the latest evaluation that is public, as a small figure and in words. */
export function Standing({ lang, policy }: { lang: Language; policy: YearPolicy }) {
  const words = useTranslations("public.figures.standing");
  const phases = useTranslations("phases");
  const grades = leadingGrades(policy);
  if (!grades) return <p className="text-ink-muted text-sm md:pt-3">{words("none")}</p>;
  return (
    <div className="grid content-start gap-1.5 md:pt-1">
      <p className="text-ink-muted text-sm">
        {phases(grades.phase)}: {formOf(policy.formId).headings[grades.type][lang]}
      </p>
      <GradeBar grades={grades.total} height={14} />
      <GradeLegend lang={lang} grades={grades.total} small />
    </div>
  );
}
