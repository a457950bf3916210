import { useTranslations } from "next-intl";
import { choiceOf, type Field } from "@/lib/domain/forms/form.ts";
import type { Actual, Indicator } from "@/lib/domain/forms/indicator.ts";
import type { Contact } from "@/lib/domain/forms/value.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";

/** Whether a field holds what the organisation wrote and nothing else; the others speak the page's language in part. */
export const isWritten = ({ kind }: Field): boolean => kind === "text" || kind === "list";

/**
 * What a field holds, as one text that can be set beside another: lists line by line, an indicator in a line of its own.
 * Empty where nothing was written. `indicators` gives measured ones their names.
 */
export function useValueText(
  lang: Language,
): (field: Field, value: unknown, indicators?: readonly Indicator[]) => string {
  const words = useTranslations("indicators");
  const contactWords = useTranslations("contact");
  return (field, value, indicators = []) => {
    if (value === undefined || value === null) return "";
    switch (field.kind) {
      case "text":
        return String(value);
      case "list":
        return (value as readonly string[]).map((line) => `・${line}`).join("\n");
      case "choice": {
        const choice = choiceOf(field, value as string);
        return choice ? `${choice.symbol} ${choice.label[lang]}` : String(value);
      }
      case "choices":
        return (value as readonly string[])
          .map((code) => choiceOf(field, code))
          .flatMap((choice) => (choice ? [`${choice.symbol} ${choice.label[lang]}`] : []))
          .join("\n");
      case "amount":
        return amountWords(lang, Number(value));
      case "indicators":
        return (value as readonly Indicator[])
          .map((one) =>
            [
              one.name,
              ...(one.baseline === null ? [] : [`${words("baseline")} ${figureWords(lang, one.baseline, one)}`]),
              `${words("target")} ${one.target === null ? words("notSet") : figureWords(lang, one.target, one)}`,
              ...(one.measure === "QUALITATIVE" ? [] : [words(`directions.${one.direction}`)]),
            ].join(" / "),
          )
          .join("\n");
      case "actuals":
        return (value as readonly Actual[])
          .map(({ indicatorId, actual }) => {
            const indicator = indicators.find(({ id }) => id === indicatorId);
            const figure = actual === null ? words("notMeasured") : figureWords(lang, actual, indicator);
            return [indicator?.name, figure].filter(Boolean).join(" / ");
          })
          .join("\n");
      case "contact": {
        const { officeName, sectionName, groupName, phone, fax, postalCode, address } = value as Contact;
        const said = (term: "phone" | "fax" | "address", text: string) =>
          text ? [`${contactWords(term)} ${text}`] : [];
        const office = [officeName, sectionName, groupName].filter(Boolean).join(" ");
        const place = [postalCode, address].filter(Boolean).join(" ");
        return [
          ...(office ? [office] : []),
          ...said("phone", phone),
          ...said("fax", fax),
          ...said("address", place),
        ].join("\n");
      }
    }
  };
}
