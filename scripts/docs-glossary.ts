import { FORMS } from "../lib/domain/forms/catalogue.ts";
import { fieldsIn, PHASES, TARGET_TYPES } from "../lib/domain/forms/form.ts";
import { MESSAGES } from "../lib/words/messages.ts";

const table = (head: string, ja: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>) =>
  `| ${head} | 日本語 | English |\n|---|---|---|\n${Object.keys(ja)
    .map((code) => `| \`${code}\` | ${ja[code]} | ${en[code]} |`)
    .join("\n")}`;

/** docs/glossary.md: every code with its words, and every field of every form. */
export function glossaryPage(): string {
  const { ja, en } = MESSAGES;
  const forms = FORMS.map((form) => {
    const rows = TARGET_TYPES.flatMap((type) =>
      PHASES.flatMap((phase) =>
        fieldsIn(form, type, phase).map((field) => {
          const choices =
            field.kind === "choice" || field.kind === "choices"
              ? field.choices.map((choice) => `\`${choice.code}\` ${choice.symbol} ${choice.label.ja}`).join("<br>")
              : "";
          return `| ${type} | ${phase} | \`${field.key}\` | ${field.label.ja} | ${field.label.en} | ${field.kind} | ${choices} |`;
        }),
      ),
    );
    return `## Form \`${form.id}\`: ${form.label.ja}

| target | phase | field | 日本語 | English | kind | choices |
|---|---|---|---|---|---|---|
${rows.join("\n")}`;
  });
  return `# Glossary

Printed from the code by \`npm run docs\`. The code's names are the only names; the words are those that people read.

${table("target", ja.targets, en.targets)}

${table("phase", ja.phases, en.phases)}

${table("state", ja.states, en.states)}

${table("move", ja.moves, en.moves)}

${table("revision kind", ja.revisionKinds, en.revisionKinds)}

${table("formulation step", ja.formulationSteps, en.formulationSteps)}

${table("opinion given in", ja.opinions.sources, en.opinions.sources)}

${table("opinion's outcome", ja.opinions.outcomes, en.opinions.outcomes)}

${table("role", ja.roles, en.roles)}

${forms.join("\n\n")}
`;
}
