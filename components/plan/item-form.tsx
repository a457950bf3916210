import { useTranslations } from "next-intl";
import { ConflictView } from "@/components/submission/conflict-view.tsx";
import { EnvelopeFields, SignInFields } from "@/components/submission/envelope-fields.tsx";
import { useProblemWords } from "@/components/submission/form-messages.tsx";
import { SheetFields } from "@/components/submission/sheet-fields.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Select, type SelectOption } from "@/components/ui/select.tsx";
import { TextInput } from "@/components/ui/text-input.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { TargetType } from "@/lib/domain/forms/form.ts";
import { controlsOf, readSheet, type Typed } from "@/lib/domain/forms/sheet.ts";
import { GOALS, THEMES } from "@/lib/domain/themes.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { aimName, goalName, NODE_FIELDS, PLAN_FIELDS, predecessorName, themeName } from "@/lib/web/plan-fields.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Picks } from "./picks.tsx";

/** One item as it is edited: what stands in its form, and where it may be put. */
export interface EditedItem {
  readonly type: TargetType;
  /** The node's key; null for an item that is being added. */
  readonly key: string | null;
  /** The id that a new item will have. */
  readonly id: string;
  readonly typed: Typed;
  readonly parents: readonly SelectOption[];
  readonly sections: readonly SelectOption[];
  /** The items of the year before that it may continue, and the aims that it may serve. */
  readonly predecessors: readonly SelectOption[];
  readonly aims: readonly SelectOption[];
  /** Ids for new indicators. */
  readonly spare: readonly string[];
}

/** The form of one item: its code, title, place and section, then the fields of the ward's form. */
export function ItemForm({
  lang,
  formId,
  formAction,
  envelope,
  item,
  state,
}: {
  lang: Language;
  formId: string;
  formAction: (formData: FormData) => void;
  envelope: Parameters<typeof EnvelopeFields>[0]["values"];
  item: EditedItem;
  /** Where this form came back. */
  state: FormState | null;
}) {
  const words = useTranslations("plan");
  const required = useTranslations("staff.fields")("required");
  const problemWords = useProblemWords();
  const typed = state?.typed ?? item.typed;
  const fields = fieldsOf(formId, item.type, "PLAN");
  const sheet: Typed = Object.assign({}, ...fields.map((field) => controlsOf(field, typed)));
  const errorsOf = (field: string, label: string) =>
    (state?.problems ?? []).filter((one) => one.field === field).map((one) => problemWords(one, label));
  const { code, title, parent, section, featured } = NODE_FIELDS;
  const isItem = item.type !== "policy";
  return (
    <form action={formAction} className="grid gap-8">
      <EnvelopeFields values={envelope} />
      <input type="hidden" name={PLAN_FIELDS.node} value={item.key ?? ""} />
      <input type="hidden" name={PLAN_FIELDS.type} value={item.type} />
      <input type="hidden" name={PLAN_FIELDS.id} value={item.id} />
      {isItem ? (
        <TextInput
          name={code}
          label={words("fields.code")}
          hint={words("hints.code")}
          required={required}
          errors={errorsOf(code, words("fields.code"))}
          width="short"
          defaultValue={typed[code] ?? ""}
        />
      ) : null}
      <TextInput
        name={title}
        label={words("fields.title")}
        required={required}
        errors={errorsOf(title, words("fields.title"))}
        lang="ja"
        defaultValue={typed[title] ?? ""}
      />
      {item.type === "strategy" || item.type === "initiative" ? (
        <Select
          name={parent}
          label={words(`fields.parent.${item.type}`)}
          errors={errorsOf(parent, words(`fields.parent.${item.type}`))}
          options={item.parents}
          defaultValue={typed[parent] ?? ""}
        />
      ) : null}
      {isItem ? (
        <>
          <Select
            name={section}
            label={words("fields.section")}
            errors={errorsOf(section, words("fields.section"))}
            options={item.sections}
            defaultValue={typed[section] ?? ""}
          />
          <Checkbox name={featured} label={words("fields.featured")} defaultChecked={(typed[featured] ?? "") !== ""} />
          <Picks label={words("fields.aims")} options={item.aims} nameOf={aimName} typed={typed} />
          {item.type === "initiative" ? (
            <>
              <Picks
                label={words("fields.themes")}
                hint={words("hints.themes")}
                options={THEMES.map(({ code: value, label }) => ({ value, label: label[lang] }))}
                nameOf={themeName}
                typed={typed}
              />
              <Picks
                label={words("fields.sdgs")}
                options={GOALS.map(({ code: value, label }) => ({ value, label: `${value} ${label[lang]}` }))}
                nameOf={goalName}
                typed={typed}
              />
            </>
          ) : null}
          <Picks
            label={words("fields.predecessors")}
            hint={words("hints.predecessors")}
            options={item.predecessors}
            nameOf={predecessorName}
            typed={typed}
          />
        </>
      ) : null}
      <SheetFields
        lang={lang}
        fields={fields}
        form={null}
        values={readSheet(fields, sheet).values}
        typed={sheet}
        now={null}
        plan={{}}
        sources={{ midYear: null, lastYear: null }}
        problems={state?.problems ?? []}
        remarks={{}}
        spare={item.spare}
        beside={(field) =>
          state?.writing?.conflicts
            .filter((conflict) => conflict.field === field.key)
            .map((conflict) => (
              <ConflictView
                key={conflict.item ?? ""}
                lang={lang}
                field={field}
                conflict={conflict}
                authors={words("savedNow")}
                plan={{}}
              />
            ))
        }
      />
      {state?.signIn ? (
        <div className="border-accent border-l-4 py-1 pl-5">
          <SignInFields typed={state.typed} />
        </div>
      ) : null}
      <div>
        <Button variant="primary" name={ENVELOPE.intent} value={item.key ? "change" : "add"}>
          {words(item.key ? "save" : "saveNew")}
        </Button>
      </div>
    </form>
  );
}
