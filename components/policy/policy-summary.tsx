import { useTranslations } from "next-intl";
import { BudgetFigure } from "@/components/figures/budget-figure.tsx";
import { GradesFigure } from "@/components/figures/grades-figure.tsx";
import { FigurePatterns } from "@/components/figures/grounds.tsx";
import { SheetsFigure } from "@/components/figures/sheets-figure.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { gradesByIssue, hasCome } from "@/lib/domain/figures.ts";
import { EVALUATIONS } from "@/lib/domain/forms/form.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import type { EditionLine, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { below, Heading, type Level } from "./heading.tsx";
import { PolicyStatus, type Stood } from "./policy-status.tsx";
import { GoalText } from "./written.tsx";

/** The policy in one minute: its goal, how it stands, what its issues cost, how its items were judged, what is not there. */
export function PolicySummary({
  lang,
  policy,
  level = 2,
  links = true,
  brief = false,
}: {
  lang: Language;
  policy: Stood &
    Pick<PublishedPolicy, "organization"> & { readonly history: readonly Pick<EditionLine, "revisionKind">[] };
  /** The heading level of the whole; its parts stand one below. */
  level?: Level | undefined;
  /** Whether issues lead to their own pages, which are today's; else to their places below. */
  links?: boolean | undefined;
  /** Whether only the leading grades stand here: all of them are where their phase is read whole. */
  brief?: boolean | undefined;
}) {
  const words = useTranslations("public.summary");
  const standing = useTranslations("public.standing.status");
  const phases = useTranslations("phases");
  const { formId, content, organization, fiscalYear, history } = policy;
  const { goal } = content.policy.plan;
  const graded = [...EVALUATIONS]
    .reverse()
    .filter((phase) => hasCome(policy, phase) && gradesByIssue(policy, phase).length > 0);
  const [latest, ...earlier] = graded;
  const part = { level: below(level), className: "text-xl" };
  return (
    <section id="summary" aria-labelledby="summary-heading" className="space-y-12 md:space-y-16">
      <FigurePatterns />
      <Heading level={level} id="summary-heading" className="sr-only">
        {words("heading")}
      </Heading>
      {typeof goal === "string" ? (
        <div className="grid gap-3 border-accent border-l-8 pl-5 md:pl-8">
          <Heading level={below(level)} className="text-base text-accent">
            {words("goal")}
          </Heading>
          <p lang="ja" className="title-ja as-written font-bold text-2xl leading-snug md:text-4xl">
            <GoalText goal={goal} />
          </p>
        </div>
      ) : null}
      <div className="space-y-4">
        <Heading {...part}>{standing("label")}</Heading>
        <PolicyStatus lang={lang} policy={policy} history={history} />
      </div>
      <div className="space-y-5">
        <Heading {...part}>{words("issues")}</Heading>
        <BudgetFigure
          lang={lang}
          formId={formId}
          content={content}
          hrefOf={(issue) => (links ? itemPath(lang, organization.slug, fiscalYear, issue) : `#${itemAnchor(issue)}`)}
        />
      </div>
      {latest ? (
        <div className="space-y-5">
          <Heading {...part}>{words("grades")}</Heading>
          <GradesFigure lang={lang} policy={policy} phase={latest} brief={brief} />
          {brief
            ? null
            : earlier.map((phase) => (
                <Disclosure key={phase} summary={words("gradesOf", { phase: phases(phase) })}>
                  <GradesFigure lang={lang} policy={policy} phase={phase} />
                </Disclosure>
              ))}
        </div>
      ) : null}
      <div className="space-y-5">
        <Heading {...part}>{words("sheets")}</Heading>
        <SheetsFigure lang={lang} policy={policy} />
      </div>
    </section>
  );
}
