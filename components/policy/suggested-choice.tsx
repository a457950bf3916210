import { useTranslations } from "next-intl";
import { type ChoiceField, choiceOf } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { suggestedGrade } from "@/lib/domain/grades.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ChoiceWords } from "./choice-words.tsx";

/** Beside a grade that was chosen: the one that the indicators suggest, where it is another. */
export function SuggestedChoice({
  lang,
  field,
  values,
  plan,
}: {
  lang: Language;
  field: ChoiceField;
  values: SheetValues;
  plan: SheetValues;
}) {
  const words = useTranslations("indicators");
  const { code } = suggestedGrade(field, values, plan);
  const suggested = choiceOf(field, code);
  if (!suggested || code === values[field.key]) return null;
  return (
    <p className="mt-2 flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
      <span className="text-ink-muted">{words("suggested")}</span>
      <ChoiceWords lang={lang} choice={suggested} />
    </p>
  );
}
