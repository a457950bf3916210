import { useTranslations } from "next-intl";
import { type Figured, sheetState } from "@/lib/domain/figures.ts";
import { gradeField } from "@/lib/domain/forms/catalogue.ts";
import { choiceOf, type EvaluationPhase } from "@/lib/domain/forms/form.ts";
import type { PublishedItem } from "@/lib/domain/placed.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ChoiceWords } from "./choice-words.tsx";

/** The grade of an item in a phase, or why there is none; nothing where the form asks for none. */
export function ItemGrade({
  lang,
  policy,
  item,
  phase,
}: {
  lang: Language;
  policy: Omit<Figured, "content">;
  item: PublishedItem;
  phase: EvaluationPhase;
}) {
  const words = useTranslations();
  const field = gradeField(policy.formId, item.type, phase);
  if (!field) return null;
  const state = sheetState(policy, item, phase);
  const choice = choiceOf(field, item.sheets[phase]?.[field.key]);
  return (
    <div className="flex items-baseline gap-x-3 text-sm">
      <dt className="w-28 shrink-0 text-ink-muted">{words(`phases.${phase}`)}</dt>
      <dd className="min-w-0 flex-1">
        {choice ? (
          <ChoiceWords lang={lang} choice={choice} />
        ) : (
          words(`public.figures.states.${state === "released" ? "ungraded" : state}`)
        )}
      </dd>
    </div>
  );
}
