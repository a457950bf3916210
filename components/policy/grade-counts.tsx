import { useTranslations } from "next-intl";
import { type EditionContent, initiativesOf } from "@/lib/domain/edition.ts";
import { fieldsOf, formOf } from "@/lib/domain/forms/catalogue.ts";
import type { ChoiceField, EvaluationPhase } from "@/lib/domain/forms/form.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ChoiceWords } from "./choice-words.tsx";

/** How often each grade was given among the released sheets of a phase: kind by kind. */
export function GradeCounts({
  lang,
  formId,
  content,
  phase,
}: {
  lang: Language;
  formId: string;
  content: EditionContent;
  phase: EvaluationPhase;
}) {
  const words = useTranslations("public.summary");
  const groups = [
    { type: "issue", targets: content.issues },
    { type: "strategy", targets: content.issues.flatMap((issue) => issue.strategies) },
    { type: "initiative", targets: initiativesOf(content) },
    { type: "reformItem", targets: content.reformItems },
  ] as const;
  return (
    <ul className="grid gap-4">
      {groups.map(({ type, targets }) => {
        const field = fieldsOf(formId, type, phase).find((one): one is ChoiceField => one.kind === "choice");
        if (!field) return null;
        const given = targets.map((target) => target.sheets[phase]?.[field.key]).filter((code) => code !== undefined);
        if (given.length === 0) return null;
        return (
          <li key={type} className="grid gap-1">
            <span className="text-ink-muted text-sm">
              {formOf(formId).headings[type][lang]}: {field.label[lang]}
            </span>
            <ul className="grid gap-1">
              {field.choices.map((choice) => (
                <li key={choice.code} className="flex items-start justify-between gap-4">
                  <ChoiceWords lang={lang} choice={choice} />
                  <span className="figures shrink-0">
                    {words("count", { count: given.filter((code) => code === choice.code).length })}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
