import { useTranslations } from "next-intl";
import { type FieldWords, fieldId } from "@/components/ui/field.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import type { Problem, Typed } from "@/lib/domain/forms/sheet.ts";
import { CONTACT_LINES } from "@/lib/domain/forms/value.ts";
import { useProblemWords } from "./form-messages.tsx";

const LINES = Object.keys(CONTACT_LINES) as (keyof typeof CONTACT_LINES)[];

/** Who answers questions, line by line. */
export function ContactField({
  question,
  shown,
  problems,
}: {
  question: FieldWords;
  /** What the controls show, by name. */
  shown: Typed;
  problems: readonly Problem[];
}) {
  const words = useTranslations("writing.contact");
  const problemWords = useProblemWords();
  return (
    <Fieldset {...question}>
      <div id={fieldId(question.name)} tabIndex={-1} className="grid gap-5 md:grid-cols-2">
        {LINES.map((line) => {
          const name = `${question.name}.${line}`;
          return (
            <TextInput
              key={line}
              name={name}
              label={words(line)}
              errors={problems
                .filter(({ control }) => control === name)
                .map((problem) => problemWords(problem, words(line)))}
              lang="ja"
              className={line === "address" || line === "officeName" ? "md:col-span-2" : undefined}
              defaultValue={shown[name] ?? ""}
            />
          );
        })}
      </div>
    </Fieldset>
  );
}
