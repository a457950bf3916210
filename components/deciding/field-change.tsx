import { useTranslations } from "next-intl";
import { TextDiff } from "@/components/history/text-diff.tsx";
import { ChoiceWords } from "@/components/policy/choice-words.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import type { Comparison } from "@/lib/domain/deciding-view.ts";
import type { FieldChange } from "@/lib/domain/diff.ts";
import { choiceOf, type Field } from "@/lib/domain/forms/form.ts";
import type { SheetValues } from "@/lib/domain/forms/sheet.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/** How one field reads against what it was: texts word by word, everything else as it was before. */
export function FieldChangeView({
  lang,
  field,
  change,
  against,
  plan,
}: {
  lang: Language;
  field: Field;
  change: FieldChange;
  against: Comparison["against"];
  plan: SheetValues;
}) {
  const words = useTranslations("deciding.changes");
  return (
    <div className="grid gap-1 border-accent-line border-l-4 py-1 pl-3 text-sm">
      <p className="font-bold">{words(against === "submission" ? "sinceSubmission" : "sincePublic")}</p>
      <Before lang={lang} field={field} change={change} plan={plan} />
    </div>
  );
}

function Before({
  lang,
  field,
  change: { before, after },
  plan,
}: {
  lang: Language;
  field: Field;
  change: FieldChange;
  plan: SheetValues;
}) {
  const words = useTranslations("deciding.changes");
  const empty = <span className="text-ink-muted">{words("empty")}</span>;
  switch (field.kind) {
    case "text":
    case "list": {
      if (before === undefined) return <p className="text-ink-muted">{words("filled")}</p>;
      if (after === undefined) return <p className="text-ink-muted">{words("emptied")}</p>;
      return <TextDiff before={asText(before)} after={asText(after)} />;
    }
    case "choice": {
      const choice = choiceOf(field, before);
      return (
        <p>
          {words("was")} {choice ? <ChoiceWords lang={lang} choice={choice} /> : empty}
        </p>
      );
    }
    case "amount":
      return (
        <p>
          {words("was")} {typeof before === "number" ? <del>{amountWords(lang, before)}</del> : empty}
        </p>
      );
    default:
      return before === undefined ? (
        <p className="text-ink-muted">{words("filled")}</p>
      ) : (
        <>
          <p>{words("was")}</p>
          <SheetView lang={lang} fields={[field]} values={{ [field.key]: before as SheetValues[string] }} plan={plan} />
        </>
      );
  }
}

const asText = (value: unknown): string => (Array.isArray(value) ? value.join("\n") : String(value));
