import { useTranslations } from "next-intl";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
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
  const typed = Object.entries(shown).flatMap(([name, text]) => {
    const [id = "", line = ""] = name.slice(key.length + 1).split(".");
    // How it is measured is chosen in an empty row, too.
    return text.trim() !== "" && ["name", "unit", "baseline", "target"].includes(line) ? [id] : [];
  });
  const ids = [...new Set(typed)];
  const fresh = spare.filter((id) => !ids.includes(id));
  const options = {
    measure: MEASURES.map((value) => ({ value, label: words(`measures.${value}`) })),
    direction: DIRECTIONS.map((value) => ({ value, label: directions(value) })),
  };
  const row = (id: string, legend: string) => (
    <fieldset key={id} className="grid gap-4 border-hairline border-t pt-4 print:break-inside-avoid">
      <legend className="float-left mb-3 font-bold text-sm">{legend}</legend>
      <div className="clear-both grid gap-4 sm:grid-cols-2">
        {INDICATOR_LINES.map((line) => {
          const name = `${key}.${id}.${line}`;
          const label = words(line);
          const errors = problems
            .filter(({ control }) => control === name)
            .map((problem) => problemWords(problem, label));
          const box = { name, label, errors };
          if (line === "measure" || line === "direction") {
            return <Select key={line} {...box} options={options[line]} defaultValue={shown[name] ?? ""} />;
          }
          return (
            <TextInput
              key={line}
              {...box}
              lang="ja"
              hint={line === "target" ? words("targetHint") : undefined}
              className={line === "name" ? "sm:col-span-2" : undefined}
              defaultValue={shown[name] ?? ""}
            />
          );
        })}
      </div>
    </fieldset>
  );
  return (
    <Fieldset {...question} hint={words("hint")}>
      <div id={fieldId(key)} tabIndex={-1} className="grid gap-6">
        {ids.map((id, index) => row(id, words("row", { number: index + 1 })))}
        {fresh.length > 0 ? (
          <Disclosure variant="quiet" summary={words("add")} className="print:hidden">
            <div className="grid gap-6">{fresh.map((id) => row(id, words("new")))}</div>
          </Disclosure>
        ) : null}
        <Checkbox
          name={`${key}.${NO_INDICATOR}`}
          label={words("none")}
          defaultChecked={(shown[`${key}.${NO_INDICATOR}`] ?? "") !== ""}
        />
      </div>
    </Fieldset>
  );
}
