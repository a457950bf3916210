import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/amount-input.tsx";
import type { FieldWords } from "@/components/ui/field.tsx";
import type { AmountField as AmountOfForm, TargetForm } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { shareOf } from "@/lib/domain/progress.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/** An amount in 千円; beside one that was spent, the plan's amount that it was spent from and how much of it that is. */
export function AmountField({
  lang,
  field,
  form,
  question,
  shown,
  values,
  plan,
}: {
  lang: Language;
  field: AmountOfForm;
  form: TargetForm | null;
  question: FieldWords;
  shown: string;
  /** What the whole sheet holds at this moment. */
  values: SheetValues;
  plan: SheetValues;
}) {
  const words = useTranslations("writing.amount");
  const rates = useTranslations("indicators");
  const units = useTranslations("staff.fields");
  const budget = field.against ? plan[field.against] : undefined;
  const label = form?.PLAN.find(({ key }) => key === field.against)?.label[lang] ?? "";
  const rate = shareOf(values[field.key], budget);
  const beside =
    field.against === undefined ? null : typeof budget === "number" ? (
      <span className="figures text-ink-soft">
        {words("against", { label, amount: amountWords(lang, budget) })}
        {rate === null ? null : <b className="ml-4">{rates("rate", { rate })}</b>}
      </span>
    ) : (
      words("unknown")
    );
  return (
    <AmountInput
      {...question}
      hint={
        question.hint || beside ? (
          <>
            {question.hint} {beside}
          </>
        ) : undefined
      }
      unit={units("thousandYen")}
      defaultValue={shown}
    />
  );
}
