import { useTranslations } from "next-intl";
import { ChoiceWords } from "@/components/policy/choice-words.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { EvaluationPhase } from "@/lib/domain/forms/form.ts";
import { type ComparedYear, type YearItem, yearGrade } from "@/lib/domain/years.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The grade of an item's sheet of a year, or why there is none: not asked, joined late, 未評価, 未公開. */
export function YearGrade({
  lang,
  year,
  item,
  phase,
}: {
  lang: Language;
  year: ComparedYear;
  item: YearItem;
  phase: EvaluationPhase;
}) {
  const words = useTranslations();
  const grade = yearGrade(year.formId, item, phase);
  if (grade) return <ChoiceWords lang={lang} choice={grade} />;
  return <span className="text-ink-muted">{reason()}</span>;

  function reason(): string {
    if (fieldsOf(year.formId, item.type, phase).length === 0) return words("years.notAsked");
    if (item.sheets[phase]) return words("years.inWords");
    if (year.late[phase].includes(item.id)) return words("years.late");
    return words(year.concluded.includes(phase) ? "evaluation.unevaluated" : "evaluation.unreleased");
  }
}
