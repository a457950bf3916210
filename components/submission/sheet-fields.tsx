import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { type FieldWords, fieldId } from "@/components/ui/field.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Field, TargetForm } from "@/lib/domain/forms/form.ts";
import {
  controlsOf,
  isRequired,
  type Problem,
  readSheet,
  type SheetValues,
  type Typed,
  typedOf,
} from "@/lib/domain/forms/sheet.ts";
import { warningsOf } from "@/lib/domain/grades.ts";
import type { SheetSources } from "@/lib/domain/submission-view.ts";
import type { Language } from "@/lib/words/languages.ts";
import { ActualsField } from "./actuals-field.tsx";
import { AmountField } from "./amount-field.tsx";
import { ContactField } from "./contact-field.tsx";
import { Counter } from "./counter.tsx";
import { FieldSources } from "./field-sources.tsx";
import { useProblemWords } from "./form-messages.tsx";
import { GradeField } from "./grade-field.tsx";
import { IndicatorsField } from "./indicators-field.tsx";
import { WarningList } from "./warning-list.tsx";

const ROWS = { one: 1, few: 3, many: 6 } as const;

export interface SheetFieldsProps {
  lang: Language;
  fields: readonly Field[];
  /** The target's fields in every phase, for what is copied from another; null where the target is not known any more. */
  form: TargetForm | null;
  /** What is stored. */
  values: SheetValues;
  /** What was typed, where the form came back; it wins over what is stored. */
  typed: Typed | null;
  /** What stands in the form at this moment; null before anything was typed, and without script. */
  now: Typed | null;
  problems: readonly Problem[];
  remarks: Readonly<Record<string, string>>;
  /** What stands below a field after somebody else changed it, too. */
  beside?: ((field: Field) => ReactNode) | undefined;
  /** The target's plan, as it is public now. */
  plan: SheetValues;
  sources: SheetSources;
  /** Ids for new indicators, of which a plan's form has some rows ready. */
  spare?: readonly string[] | undefined;
}

/**
 * The controls of a sheet, drawn from the Form: every field with its label, hint, limit, choices, what is wrong with
 * it, what the approver remarked, what is written about it elsewhere, and after a conflict what others wrote beside
 * what was typed. Marks, counters, suggested grades and warnings follow what stands in the form at this moment.
 */
export function SheetFields(props: SheetFieldsProps) {
  const { lang, fields, form, values, typed, remarks, beside, plan, sources } = props;
  const words = useTranslations("staff");
  const problemWords = useProblemWords();
  const stored: Typed = Object.assign({}, ...fields.map((field) => typedOf(field, values[field.key])));
  const shown = typed ?? stored;
  const standing = props.now ?? shown;
  const current = props.now || typed ? readSheet(fields, standing, plan).values : values;
  const warnings = warningsOf(fields, current, plan);
  return fields.map((field) => {
    const label = field.label[lang];
    const remark = remarks[field.key];
    const required = isRequired(field, fields, current, plan);
    const problems = props.problems.filter((problem) => problem.field === field.key);
    const question = {
      name: field.key,
      label,
      required: required ? words("fields.required") : undefined,
      optional: required ? undefined : words("fields.optional"),
      hint: field.hint?.[lang],
      // A control of its own says what is wrong with it; the field says the rest.
      errors: problems
        .filter(({ control }) => control === undefined)
        .map((problem) => problemWords(problem, label, field.kind === "choice" || field.kind === "choices")),
      remark: remark ? (
        <>
          <b>{words("sheet.remark")}</b>
          <br />
          <span className="as-written">{remark}</span>
        </>
      ) : undefined,
    };
    const controls = { shown: controlsOf(field, shown), now: standing, current, problems };
    const own = warnings.filter((warning) => warning.field === field.key);
    return (
      <div key={field.key} className="grid gap-3">
        <SheetField {...props} field={field} question={question} {...controls} />
        <WarningList warnings={own} />
        {beside?.(field)}
        {form ? <FieldSources lang={lang} field={field} form={form} plan={plan} sources={sources} /> : null}
      </div>
    );
  });
}

/** One field's question with its control or controls. */
function SheetField({
  lang,
  field,
  form,
  question,
  shown,
  now,
  current,
  plan,
  sources,
  problems,
  spare,
}: Omit<SheetFieldsProps, "now"> & {
  field: Field;
  question: FieldWords;
  shown: Typed;
  /** What stands in the form at this moment, by control. */
  now: Typed;
  /** The same, as it is understood. */
  current: SheetValues;
}) {
  const words = useTranslations("staff.fields");
  const only = shown[field.key] ?? "";
  switch (field.kind) {
    case "text":
    case "list": {
      if (field.kind === "text" && field.lines === "one") {
        const limit = words("limit", { limit: field.maxLength.toLocaleString("en-US") });
        const hint = [question.hint, limit].filter(Boolean).join(" ");
        return <TextInput {...question} hint={hint} lang="ja" defaultValue={only} />;
      }
      const hint = [question.hint, field.kind === "list" ? words("onePerLine") : null].filter(Boolean).join(" ");
      return (
        <TextArea
          {...question}
          hint={hint}
          lang="ja"
          rows={field.kind === "list" ? ROWS.many : ROWS[field.lines]}
          max={field.maxLength}
          counter={<Counter text={now[field.key] ?? ""} limit={field.maxLength} />}
          defaultValue={only}
        />
      );
    }
    case "choice":
      return <GradeField lang={lang} field={field} question={question} chosen={only} values={current} plan={plan} />;
    case "choices":
      return (
        <Fieldset {...question}>
          <div id={fieldId(field.key)} tabIndex={-1} className="grid sm:grid-cols-2">
            {field.choices.map((choice) => {
              const name = `${field.key}.${choice.code}`;
              return (
                <Checkbox
                  key={choice.code}
                  name={name}
                  label={`${choice.symbol} ${choice.label[lang]}`}
                  explanation={choice.explanation?.[lang]}
                  defaultChecked={(shown[name] ?? "") !== ""}
                />
              );
            })}
          </div>
        </Fieldset>
      );
    case "amount":
      return (
        <AmountField
          lang={lang}
          field={field}
          form={form}
          question={question}
          shown={only}
          values={current}
          plan={plan}
        />
      );
    case "actuals":
      return (
        <ActualsField
          lang={lang}
          field={field}
          question={question}
          shown={shown}
          values={current}
          plan={plan}
          problems={problems}
          lastYear={sources.lastYear}
        />
      );
    case "contact":
      return <ContactField question={question} shown={shown} problems={problems} />;
    case "indicators":
      return <IndicatorsField question={question} shown={shown} problems={problems} spare={spare ?? []} />;
  }
}
