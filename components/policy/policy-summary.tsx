import { useTranslations } from "next-intl";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BudgetFigure } from "./budget-figure.tsx";
import { ReleaseState } from "./release-state.tsx";
import { GoalText } from "./written.tsx";

/** The policy in one minute: its goal, its issues with what they cost, what is known of how it went. */
export function PolicySummary({
  lang,
  policy,
}: {
  lang: Language;
  policy: Pick<PublishedPolicy, "formId" | "content" | "concluded"> & Partial<Pick<PublishedPolicy, "late">>;
}) {
  const words = useTranslations("public.summary");
  const { goal } = policy.content.policy.plan;
  return (
    <section id="summary" aria-labelledby="summary-heading" className="space-y-10 md:space-y-12">
      <h2 id="summary-heading" className="sr-only">
        {words("heading")}
      </h2>
      {typeof goal === "string" ? (
        <div className="grid gap-3 border-accent border-l-8 pl-5 md:pl-8">
          <h3 className="text-base text-accent">{words("goal")}</h3>
          <p lang="ja" className="title-ja as-written font-bold text-2xl leading-snug md:text-4xl">
            <GoalText goal={goal} />
          </p>
        </div>
      ) : null}
      <div className="space-y-5">
        <h3>{words("issues")}</h3>
        <BudgetFigure lang={lang} formId={policy.formId} content={policy.content} />
      </div>
      <div className="space-y-5">
        <h3>{words("sheets")}</h3>
        <ReleaseState
          lang={lang}
          grades
          formId={policy.formId}
          content={policy.content}
          concluded={policy.concluded}
          late={policy.late}
        />
      </div>
    </section>
  );
}
