import { useTranslations } from "next-intl";
import { tagWords } from "@/components/history/tag-words.ts";
import { useValueText } from "@/components/history/value-text.ts";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { Button } from "@/components/ui/button.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { RadioGroup } from "@/components/ui/radio-group.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { conflictName, type PlanConflict } from "@/lib/domain/plan-merge.ts";
import { isItem, isListEntry, nodeKey, type PlanNode } from "@/lib/domain/policy.ts";
import type { SectionName } from "@/lib/domain/revision-view.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { choiceName } from "@/lib/web/plan-fields.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What has to be chosen before a Revision can be based on the current Edition. */
export interface Rebasing {
  readonly conflicts: readonly PlanConflict[];
  /** The nodes that the conflicts are about, from either side. */
  readonly nodes: readonly PlanNode[];
}

/** Each place that a Revision and what was released since both changed, to be settled for one side. */
export function RebaseForm({
  lang,
  formId,
  formAction,
  envelope,
  rebasing,
  sections,
  state,
}: {
  lang: Language;
  formId: string;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  rebasing: Rebasing;
  sections: readonly SectionName[];
  state: FormState | null;
}) {
  const words = useTranslations("plan");
  const history = useTranslations("history");
  const targets = useTranslations("targets");
  const required = useTranslations("staff.fields")("required");
  const problems = useTranslations("staff.problems");
  const textOf = useValueText(lang);
  const nodeOf = (key: unknown) => rebasing.nodes.find((node) => nodeKey(node) === key);
  const nameOf = (key: unknown): string => {
    const node = nodeOf(key);
    if (!node) return "";
    if (isListEntry(node)) return [history(node.type), "title" in node ? node.title : node.text].join(" ");
    return `${targets(node.type)} ${isItem(node) ? `${node.code} ` : ""}${node.title}`;
  };
  const shown = ({ key, field }: PlanConflict, value: unknown): string => {
    if (field === "*") return words(value === undefined ? "rebase.gone" : "rebase.there");
    if (field === "order") return (value as readonly string[]).map(nameOf).join(" → ");
    const node = nodeOf(key);
    const own = node && !isListEntry(node) ? fieldsOf(formId, node.type, "PLAN") : [];
    const known = own.find((candidate) => candidate.key === field);
    if (known) return textOf(known, value) || history("nothing");
    if (field === "sectionId") {
      return sections.find(({ id }) => id === value)?.[lang === "ja" ? "nameJa" : "nameEn"] ?? history("nobody");
    }
    if (field === "themes" || field === "sdgs") {
      return tagWords(lang, field, (value as readonly string[] | undefined) ?? []) || history("nothing");
    }
    if (field === "issueId" || field === "strategyId") return nameOf(`${field.slice(0, -2)}:${String(value)}`);
    if (typeof value === "boolean") return history(value ? "yes" : "no");
    return Array.isArray(value) ? history("items", { count: value.length }) : String(value ?? history("nothing"));
  };
  const labelOf = ({ key, field }: PlanConflict): string => {
    const node = nodeOf(key);
    const own = node && !isListEntry(node) ? fieldsOf(formId, node.type, "PLAN") : [];
    const known = own.find((candidate) => candidate.key === field);
    if (known) return known.label[lang];
    if (field === "*") return words("rebase.whole");
    if (field === "order") return words("rebase.order");
    if (field === "code") return words("fields.code");
    if (field === "issueId") return words("fields.parent.strategy");
    if (field === "strategyId") return words("fields.parent.initiative");
    return field in FIELD_WORDS ? history(`fields.${field as keyof typeof FIELD_WORDS}`) : field;
  };
  return (
    <form action={formAction} className="grid gap-10">
      <EnvelopeFields values={envelope} />
      {rebasing.conflicts.length === 0 ? <p>{words("rebase.none")}</p> : null}
      {rebasing.conflicts.map((conflict) => {
        const name = choiceName(conflictName(conflict));
        const clash = conflict.field === "code" && typeof conflict.base === "string" && conflict.base.includes(":");
        const missing = state?.problems.some((problem) => problem.field === name) === true;
        const label = clash ? `${words("fields.code")} ${String(conflict.mine)}` : labelOf(conflict);
        const sides = clash
          ? { mine: nameOf(conflict.key), theirs: nameOf(conflict.base) }
          : { mine: shown(conflict, conflict.mine), theirs: shown(conflict, conflict.theirs) };
        return (
          <section key={name} className="grid gap-4 border-hairline border-t pt-5">
            <h3>
              <span lang="ja">{nameOf(conflict.key)}</span> — {label}
            </h3>
            {clash ? (
              <p>{words("rebase.codeClash")}</p>
            ) : (
              <DescriptionList
                items={(["base", "mine", "theirs"] as const).map((side) => ({
                  key: side,
                  term: words(`rebase.${side}`),
                  description: (
                    <p lang="ja" className="as-written">
                      {shown(conflict, conflict[side])}
                    </p>
                  ),
                }))}
              />
            )}
            <RadioGroup
              name={name}
              label={words("rebase.choose")}
              required={required}
              errors={missing ? [problems("requiredChoice", { field: label })] : []}
              columns={2}
              options={(["mine", "theirs"] as const).map((side) => ({
                value: side,
                label: words(`rebase.${side}`),
                explanation: clash ? sides[side] : undefined,
              }))}
              defaultValue={state?.typed[name] ?? null}
            />
          </section>
        );
      })}
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value="rebase">
          {words("rebase.button")}
        </Button>
      </div>
    </form>
  );
}

const FIELD_WORDS = {
  ...{ title: true, featured: true, predecessorIds: true, aimIds: true, themes: true, sdgs: true, sectionId: true },
  ...{ text: true, date: true, source: true, answer: true, outcome: true, change: true, itemIds: true },
};
