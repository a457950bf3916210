import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { choiceOf, type Field } from "@/lib/domain/forms/form.ts";
import type { Actual, Indicator } from "@/lib/domain/forms/indicator.ts";
import { isRequired, type SheetValues } from "@/lib/domain/forms/sheet.ts";
import type { Contact } from "@/lib/domain/forms/value.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AmountWords } from "./amount-words.tsx";
import { ChoiceWords } from "./choice-words.tsx";
import { ContactLines } from "./contact-lines.tsx";
import { ActualList, IndicatorList } from "./indicators.tsx";
import { SuggestedChoice } from "./suggested-choice.tsx";

export interface SheetViewProps {
  lang: Language;
  /** The form's fields in its order. */
  fields: readonly Field[];
  values: SheetValues;
  /** The same target's plan: gives measured indicators their names and targets. */
  plan?: SheetValues | undefined;
  /** An empty field says that it is empty (mark), or all of them are named in one quiet line at the end (list). */
  empty?: "mark" | "list" | undefined;
  /** What stands under a field's value on a working screen: what changed, remarks. */
  under?: ((field: Field) => ReactNode) | undefined;
}

/**
 * One sheet as the form has it: each field's words and what was written there, line breaks kept. It measures its own
 * place, not the screen: terms stand left where there is room and above where there is not. Fetches nothing, so that
 * public pages, read-only screens and approval show the very same thing.
 */
export function SheetView({ lang, fields, values, plan, empty = "mark", under }: SheetViewProps) {
  const words = useTranslations("sheet");
  const absent = fields.filter((field) => values[field.key] === undefined && mayBeMissed(field, fields, values, plan));
  const shown = fields.filter(
    (field) => values[field.key] !== undefined || (empty === "mark" && absent.includes(field)),
  );
  return (
    <div className="sheet">
      {shown.length > 0 ? (
        <dl>
          {shown.map((field) => (
            <div key={field.key}>
              <dt>{field.label[lang]}</dt>
              <dd>
                <FieldValue lang={lang} field={field} values={values} plan={plan} />
                {under?.(field)}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {empty === "list" && absent.length > 0 ? (
        <p className="mt-3 text-ink-muted text-sm">
          {words("emptyFields", { fields: absent.map((field) => field.label[lang]).join(words("separator")) })}
        </p>
      ) : null}
    </div>
  );
}

/** A reason for another grade than the suggested one is missing only where there is such a grade. */
function mayBeMissed(field: Field, fields: readonly Field[], values: SheetValues, plan: SheetValues | undefined) {
  const onlySometimes = typeof field.required === "object" && "differsFrom" in field.required;
  return !onlySometimes || isRequired(field, fields, values, plan);
}

/** What was written in one field, as its kind is read. */
export function FieldValue({
  lang,
  field,
  values,
  plan,
}: {
  lang: Language;
  field: Field;
  values: SheetValues;
  plan: SheetValues | undefined;
}): ReactNode {
  const words = useTranslations("sheet");
  const value = values[field.key];
  if (value === undefined) return <span className="text-ink-muted">{words("empty")}</span>;
  // Every value was checked against its field when it was saved (draftSchema), hence the narrowing by kind.
  switch (field.kind) {
    case "text":
      return (
        <p lang="ja" className="as-written">
          {String(value)}
        </p>
      );
    case "list":
      return (
        <ul lang="ja" className="list-disc space-y-1 pl-6 marker:text-ink-muted">
          {(value as readonly string[]).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      );
    case "choice": {
      const choice = choiceOf(field, value);
      return (
        <>
          {choice ? <ChoiceWords lang={lang} choice={choice} /> : <code>{String(value)}</code>}
          {plan ? <SuggestedChoice lang={lang} field={field} values={values} plan={plan} /> : null}
        </>
      );
    }
    case "choices":
      return (
        <ul className="grid gap-1">
          {(value as readonly string[]).map((code) => {
            const choice = choiceOf(field, code);
            return <li key={code}>{choice ? `${choice.symbol} ${choice.label[lang]}` : code}</li>;
          })}
        </ul>
      );
    case "amount":
      return <AmountWords lang={lang} field={field} thousandYen={Number(value)} plan={plan} />;
    case "indicators":
      return <IndicatorList lang={lang} indicators={value as readonly Indicator[]} />;
    case "actuals":
      return (
        <ActualList
          lang={lang}
          actuals={value as readonly Actual[]}
          indicators={(plan?.[field.of] ?? []) as readonly Indicator[]}
        />
      );
    case "contact":
      return <ContactLines contact={value as Contact} />;
  }
}
