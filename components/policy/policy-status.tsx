import { useTranslations } from "next-intl";
import { usePartsLine } from "@/components/figures/grade-bar.tsx";
import { type Step, Steps } from "@/components/ui/steps.tsx";
import type { FormulationStep } from "@/lib/domain/edition.ts";
import { hasCome, leadingGrades, stageOf, wasPassedOver } from "@/lib/domain/figures.ts";
import { evaluationsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import { EVALUATIONS } from "@/lib/domain/forms/form.ts";
import { isProvisional } from "@/lib/domain/formulation.ts";
import { sheetsOf } from "@/lib/domain/progress.ts";
import type { EditionLine, PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** As much of a policy as tells how it stands. */
export type Stood = Pick<PublishedPolicy, "fiscalYear" | "formId" | "content" | "concluded"> &
  Partial<Pick<PublishedPolicy, "late">> & { readonly edition: { readonly step?: FormulationStep | undefined } };

/** How a policy stands, in plain words and as the steps of its year. */
export function PolicyStatus({
  lang,
  policy,
  history,
}: {
  lang: Language;
  policy: Stood;
  history: readonly Pick<EditionLine, "revisionKind">[];
}) {
  const words = useTranslations("public.standing.status");
  const phases = useTranslations("phases");
  const formulation = useTranslations("formulationSteps");
  const separator = useTranslations("sheet")("separator");
  const partsLine = usePartsLine(lang);
  const stage = stageOf(policy);
  const grades = leadingGrades(policy);
  const { step } = policy.edition;
  const asked = askedPhases(policy.formId);
  const latest = stage === "evaluated" ? "SELF_EVALUATION" : "MID_YEAR_REVIEW";
  const revised = history.filter(({ revisionKind }) => revisionKind !== null && revisionKind !== "FORMULATION").length;
  return (
    <div className="grid gap-5">
      <p className="max-w-prose text-lg leading-loose">
        {words(stage, {
          year: fiscalYearWords(lang, policy.fiscalYear),
          step: isProvisional(step) ? formulation(step) : "",
          phases: asked.map((phase) => phases(phase)).join(separator),
          ...sheetsOf(policy.formId, policy.content, latest, policy.late?.[latest]),
        })}{" "}
        {asked
          .filter((phase) => wasPassedOver(policy.concluded, phase) && !hasCome(policy, phase))
          .map((phase) => words("passedOver", { phase: phases(phase) }))}{" "}
        {grades
          ? words("grades", {
              phase: phases(grades.phase),
              kind: formOf(policy.formId).headings[grades.type][lang],
              count: grades.total.count,
              parts: partsLine(grades.total),
            })
          : null}{" "}
        {stage === "formulating" ? null : words(revised > 0 ? "revised" : "never", { count: revised })}
      </p>
      <YearSteps policy={policy} className="max-w-2xl" />
    </div>
  );
}

const askedPhases = (formId: string) =>
  EVALUATIONS.filter((phase) => evaluationsOf(formOf(formId)).some((one) => one.phase === phase));

/** The steps of a policy's year, as far as its form has them: set, reviewed at mid-year, evaluated at its end. */
export function YearSteps({ policy, className }: { policy: Stood; className?: string | undefined }) {
  const words = useTranslations("public.standing");
  const states = useTranslations("public.figures.states");
  const provisional = isProvisional(policy.edition.step);
  const steps: Step[] = [
    {
      label: words("steps.plan"),
      state: provisional ? "current" : "done",
      stateLabel: provisional ? words("stages.formulating") : states("released"),
    },
    ...askedPhases(policy.formId).map((phase): Step => {
      const come = hasCome(policy, phase);
      return {
        label: words(phase === "MID_YEAR_REVIEW" ? "steps.midYear" : "steps.yearEnd"),
        state: come ? "done" : "upcoming",
        stateLabel: states(come ? "released" : "unreleased"),
        note: come ? null : <span aria-hidden="true">{states("unreleased")}</span>,
      };
    }),
  ];
  return <Steps label={words("stageOf")} steps={steps} className={className} />;
}
