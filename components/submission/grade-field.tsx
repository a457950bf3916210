import { useTranslations } from "next-intl";
import type { FieldWords } from "@/components/ui/field.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { type ChoiceField, choiceOf } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { differsFromSuggested, suggestedGrade } from "@/lib/domain/grades.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { CopyIn } from "./copy-in.tsx";

/**
 * A choice of the form, every option with its symbol, words and meaning. Where the form says how the grade follows from
 * the indicators, that grade stands above the options with what it rests on; another may be chosen.
 */
export function GradeField({
  lang,
  field,
  question,
  chosen,
  values,
  plan,
}: {
  lang: Language;
  field: ChoiceField;
  question: FieldWords;
  chosen: string;
  /** What the whole sheet holds at this moment. */
  values: SheetValues;
  plan: SheetValues;
}) {
  const words = useTranslations("writing.suggestion");
  const verdictWords = useTranslations("indicators.verdicts");
  const notSet = useTranslations("indicators")("notSet");
  const { code, verdicts } = suggestedGrade(field, values, plan);
  const suggested = choiceOf(field, code);
  const judged = verdicts.filter(({ verdict }) => verdict === "met" || verdict === "missed");
  return (
    <div className="grid gap-3">
      <RadioGroup
        {...question}
        hint={
          suggested ? (
            <>
              {question.hint}
              <div className="mt-2 mb-1 grid gap-1 border-accent-line border-l-4 py-1 pl-4 text-base text-ink">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <span className="text-ink-muted text-sm">{words("is")}</span>
                  <span className="font-bold">
                    {suggested.symbol} {suggested.label[lang]}
                  </span>
                </p>
                {judged.length > 0 ? (
                  <ul className="figures grid gap-0.5 text-sm">
                    {judged.map(({ indicator, actual, verdict }) => (
                      <li key={indicator.id}>
                        <span lang="ja">{indicator.name}</span>{" "}
                        <span className="whitespace-nowrap">
                          {words("basis", {
                            target: figureWords(lang, indicator.target ?? notSet, indicator),
                            actual: figureWords(lang, actual ?? "", indicator),
                            verdict: verdictWords(verdict),
                          })}
                        </span>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </div>
            </>
          ) : (
            question.hint
          )
        }
        defaultValue={chosen}
        options={field.choices.map((choice) => ({
          value: choice.code,
          symbol: choice.symbol,
          label: choice.label[lang],
          explanation: choice.explanation?.[lang],
        }))}
      />
      {suggested && values[field.key] !== suggested.code ? (
        <CopyIn name={field.key} value={suggested.code} done="">
          {words("use", { symbol: suggested.symbol })}
        </CopyIn>
      ) : null}
      {differsFromSuggested(field, values, plan) ? (
        <p className="max-w-prose text-sm">{words("chosenDiffers")}</p>
      ) : null}
    </div>
  );
}
