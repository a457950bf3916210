import { useTranslations } from "next-intl";
import { ChoiceWords } from "@/components/policy/choice-words.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { evaluationsOf, FORMS, fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The grades of every form as its sheets offer them, printed from the forms themselves. */
export function GradeTables({ lang }: { lang: Language }) {
  const words = useTranslations("about.figures.grades");
  const all = useTranslations();
  return FORMS.map((form) => (
    <section key={form.id} className="grid gap-8">
      <h3>{form.label[lang]}</h3>
      {evaluationsOf(form).flatMap(({ type, phase }) =>
        fieldsOf(form.id, type, phase).flatMap((field) =>
          field.kind === "choice" ? (
            <Table
              key={`${type} ${phase} ${field.key}`}
              id={`grades-${form.id}-${type}-${phase}-${field.key}`.toLowerCase()}
              caption={words("caption", {
                phase: all(`phases.${phase}`),
                target: all(`targets.${type}`),
                field: field.label[lang],
              })}
            >
              <thead>
                <tr>
                  <Th>{words("code")}</Th>
                  <Th>{words("label")}</Th>
                  <Th>{words("tone")}</Th>
                </tr>
              </thead>
              <tbody>
                {field.choices.map((choice) => (
                  <tr key={choice.code}>
                    <Th scope="row" className="min-w-0">
                      <code className="font-mono font-normal">{choice.code}</code>
                    </Th>
                    <Td className="space-y-1">
                      <p>
                        <ChoiceWords lang={lang} choice={choice} />
                      </p>
                      {choice.explanation ? <p>{choice.explanation[lang]}</p> : null}
                    </Td>
                    <Td>{all(`toneOfChoice.${choice.tone}`)}</Td>
                  </tr>
                ))}
              </tbody>
            </Table>
          ) : (
            []
          ),
        ),
      )}
    </section>
  ));
}
