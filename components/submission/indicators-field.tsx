import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { type FieldWords, fieldId } from "@/components/ui/field.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { INDICATOR_LINES, NO_INDICATOR } from "@/lib/domain/forms/controls.ts";
import { DIRECTIONS, MEASURES } from "@/lib/domain/forms/indicator.ts";
import type { Problem, Typed } from "@/lib/domain/forms/sheet.ts";
import { useProblemWords } from "./form-messages.tsx";

/** The indicators that a plan sets: a row of boxes for each, and empty rows for new ones. */
export function IndicatorsField({
  question,
  shown,
  problems,
  spare,
}: {
  question: FieldWords;
  /** What the controls show, by name. */
  shown: Typed;
  problems: readonly Problem[];
  /** Ids for rows that are still empty. */
  spare: readonly string[];
}) {
  const words = useTranslations("plan.indicators");
  const directions = useTranslations("indicators.directions");
  const problemWords = useProblemWords();
  const key = question.name;
  const ids = [...new Set(Object.keys(shown).map((name) => name.slice(key.length + 1).split(".")[0] ?? ""))].filter(
    (id) => id !== "" && id !== NO_INDICATOR,
  );
  const rows = [...ids, ...spare.filter((id) => !ids.includes(id))];
  const options = {
    measure: MEASURES.map((value) => ({ value, label: words(`measures.${value}`) })),
    direction: DIRECTIONS.map((value) => ({ value, label: directions(value) })),
  };
  return (
    <Fieldset {...question} hint={words("hint")}>
      <div id={fieldId(key)} tabIndex={-1} className="grid gap-6">
        {rows.map((id, index) => (
          <fieldset key={id} className="grid gap-4 border-hairline border-t pt-4 print:break-inside-avoid">
            <legend className="float-left mb-3 font-bold text-sm">
              {ids.includes(id) ? words("row", { number: index + 1 }) : words("new")}
            </legend>
            <div className="clear-both grid gap-4 sm:grid-cols-2">
              {INDICATOR_LINES.map((line) => {
                const name = `${key}.${id}.${line}`;
                const label = words(line);
                const errors = problems
                  .filter(({ control }) => control === name)
                  .map((problem) => problemWords(problem, label));
                const question = { name, label, errors };
                if (line === "measure" || line === "direction") {
                  return <Select key={line} {...question} options={options[line]} defaultValue={shown[name] ?? ""} />;
                }
                return (
                  <TextInput
                    key={line}
                    {...question}
                    lang="ja"
                    hint={line === "target" ? words("targetHint") : undefined}
                    className={line === "name" ? "sm:col-span-2" : undefined}
                    defaultValue={shown[name] ?? ""}
                  />
                );
              })}
            </div>
          </fieldset>
        ))}
        <Checkbox
          name={`${key}.${NO_INDICATOR}`}
          label={words("none")}
          defaultChecked={(shown[`${key}.${NO_INDICATOR}`] ?? "") !== ""}
        />
      </div>
    </Fieldset>
  );
}
