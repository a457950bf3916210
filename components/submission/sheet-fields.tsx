import { useTranslations } from "next-intl";
import { AmountInput } from "@/components/ui/amount-input.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Field } from "@/lib/domain/forms/form.ts";
import {
  isRequired,
  type Problem,
  readSheet,
  type SheetValues,
  type Typed,
  typedOf,
} from "@/lib/domain/forms/sheet.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useProblemWords } from "./form-messages.tsx";
import { StoredNow } from "./stored-now.tsx";

const ROWS = { one: 1, few: 3, many: 6 } as const;

/**
 * The controls of a sheet, drawn from the Form: every field with its label, hint, limit, choices, what is wrong with
 * it, what the approver remarked, and after a conflict what is stored now beside what was typed.
 */
export function SheetFields({
  lang,
  fields,
  values,
  typed,
  problems,
  remarks,
  compare,
}: {
  lang: Language;
  fields: readonly Field[];
  /** What is stored. */
  values: SheetValues;
  /** What was typed, where the form came back; it wins over what is stored. */
  typed: Typed | null;
  problems: readonly Problem[];
  remarks: Readonly<Record<string, string>>;
  /** Show what is stored beside what was typed where they differ. */
  compare: boolean;
}) {
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const now = typed ? readSheet(fields, typed).values : values;
  return fields.map((field) => {
    const stored = typedOf(field, values[field.key]);
    const shown = typed ? (typed[field.key] ?? "") : stored;
    const label = field.label[lang];
    const remark = remarks[field.key];
    const common = {
      name: field.key,
      label,
      required: isRequired(field, now) ? words("fields.required") : undefined,
      optional: field.required === undefined ? words("fields.optional") : undefined,
      errors: problems
        .filter((problem) => problem.field === field.key)
        .map((problem) => problemWords(problem, label, field.kind === "choice")),
      remark: remark ? (
        <>
          <b>{words("sheet.remark")}</b>
          <br />
          <span className="as-written">{remark}</span>
        </>
      ) : undefined,
    };
    return (
      <div key={field.key} className="grid gap-3">
        {control(field, common, shown)}
        {compare && shown.replaceAll("\r\n", "\n") !== stored ? (
          <StoredNow lang={lang} field={field} value={values[field.key]} />
        ) : null}
      </div>
    );
  });

  function control(field: Field, common: Parameters<typeof TextInput>[0] & { name: string }, shown: string) {
    const { name, label, required, optional, errors, remark } = common;
    const own = { name, label, required, optional, errors, remark };
    const hint = field.hint?.[lang];
    switch (field.kind) {
      case "text":
      case "list": {
        const limit = words("fields.limit", { limit: field.maxLength.toLocaleString("en-US") });
        const help = [hint, field.kind === "list" ? words("fields.onePerLine") : null, limit].filter(Boolean).join(" ");
        if (field.kind === "text" && field.lines === "one") {
          return <TextInput {...own} hint={help} lang="ja" defaultValue={shown} />;
        }
        const rows = field.kind === "list" ? 6 : ROWS[field.lines];
        return <TextArea {...own} hint={help} lang="ja" rows={rows} max={field.maxLength} defaultValue={shown} />;
      }
      case "choice":
        return (
          <RadioGroup
            {...own}
            hint={hint}
            defaultValue={shown}
            options={field.choices.map((choice) => ({
              value: choice.code,
              symbol: choice.symbol,
              label: choice.label[lang],
              explanation: choice.explanation?.[lang],
            }))}
          />
        );
      case "amount":
        return <AmountInput {...own} hint={hint} unit={words("fields.thousandYen")} defaultValue={shown} />;
      case "indicators":
      case "actuals":
      case "contact":
        return (
          <div className="grid gap-1">
            <p className="font-bold">{label}</p>
            <p className="text-ink-muted text-sm">{words("fields.asStored")}</p>
            <input type="hidden" name={name} value={shown} />
          </div>
        );
    }
  }
}
