import { useTranslations } from "next-intl";
import type { AmountField } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { shareOf } from "@/lib/domain/progress.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/** An amount (千円) of a sheet; where the plan's amount that it was spent from is known, with how much of it that is. */
export function AmountWords({
  lang,
  field,
  thousandYen,
  plan,
}: {
  lang: Language;
  field: AmountField;
  thousandYen: number;
  plan: SheetValues | undefined;
}) {
  const words = useTranslations("indicators");
  const rate = shareOf(thousandYen, plan?.[field.against ?? ""]);
  return (
    <span className="flex flex-wrap items-baseline gap-x-3">
      <span className="figures font-bold">{amountWords(lang, thousandYen)}</span>
      {rate === null ? null : <span className="figures text-ink-muted text-sm">{words("rate", { rate })}</span>}
    </span>
  );
}
