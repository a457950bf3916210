import { useTranslations } from "next-intl";
import { ChoiceWords } from "@/components/policy/choice-words.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { WaitingSheet } from "@/lib/domain/deciding-view.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { choiceOf, type Field } from "@/lib/domain/forms/form.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { suggestedGrade, type Warning, warningsOf } from "@/lib/domain/grades.ts";
import { remarkName } from "@/lib/web/form-state.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { FieldChangeView } from "./field-change.tsx";

/**
 * A sheet as it would be published, and under each field what a decision needs: what changed, what contradicts itself,
 * the grade that the indicators suggest, earlier remarks, and a box for a new one.
 */
export function DecidingSheet({
  lang,
  sheet,
  remarks,
}: {
  lang: Language;
  sheet: WaitingSheet;
  /** The form that the remark boxes belong to, and what was typed into them; absent: there are none. */
  remarks?: { readonly form: string; readonly typed: Typed } | undefined;
}) {
  const words = useTranslations("deciding");
  const fields = fieldsOf(sheet.formId, sheet.line.target.type, sheet.line.phase);
  const warnings = warningsOf(fields, sheet.values, sheet.plan);
  return (
    <div className="grid gap-5">
      <Overview lang={lang} sheet={sheet} fields={fields} warnings={warnings} />
      <SheetView
        lang={lang}
        fields={fields}
        values={sheet.values}
        plan={sheet.plan}
        under={(field) => (
          <div className="mt-3 grid gap-3 empty:hidden">
            <Notes lang={lang} sheet={sheet} field={field} warnings={warnings} />
            {remarks ? (
              <Disclosure
                variant="quiet"
                className="print:hidden"
                summary={
                  <>
                    {words("remark.write")}
                    <span className="sr-only">{words("remark.on", { field: field.label[lang] })}</span>
                  </>
                }
                open={remarks.typed[remarkName(field.key)] ? true : undefined}
              >
                <TextArea
                  form={remarks.form}
                  name={remarkName(field.key)}
                  label={words("remark.label", { field: field.label[lang] })}
                  hint={words("remark.hint")}
                  lang="ja"
                  rows={2}
                  defaultValue={remarks.typed[remarkName(field.key)] ?? ""}
                />
              </Disclosure>
            ) : null}
          </div>
        )}
      />
    </div>
  );
}

/** What one wants to know before reading: who wrote it, what changed, what to look at twice. */
function Overview({
  lang,
  sheet,
  fields,
  warnings,
}: {
  lang: Language;
  sheet: WaitingSheet;
  fields: readonly Field[];
  warnings: readonly Warning[];
}) {
  const words = useTranslations("deciding");
  const labels = (keys: readonly string[]) =>
    fields
      .filter(({ key }) => keys.includes(key))
      .map((field) => field.label[lang])
      .join(words("separator"));
  const { comparison } = sheet;
  const changed = comparison?.changes.map(({ field }) => field) ?? [];
  const since =
    comparison === null
      ? "first"
      : `${comparison.against === "submission" ? "again" : "public"}${changed.length > 0 ? "Changed" : "Same"}`;
  return (
    <ul className="grid gap-1 text-sm">
      <li>
        {words("written", {
          authors: sheet.authors.join(words("separator")),
          by: sheet.submittedBy,
          at: instantWords(lang, sheet.submittedAt),
          number: sheet.versionNumber,
        })}
      </li>
      <li>
        {words(`since.${since as "first" | "againChanged" | "againSame" | "publicChanged" | "publicSame"}`, {
          number: comparison?.number ?? 0,
          count: changed.length,
          fields: labels(changed),
        })}
      </li>
      {warnings.length > 0 ? (
        <li className="font-bold text-warning-strong">
          {words("warningCount", { count: warnings.length, fields: labels(warnings.map(({ field }) => field)) })}
        </li>
      ) : null}
    </ul>
  );
}

function Notes({
  lang,
  sheet,
  field,
  warnings,
}: {
  lang: Language;
  sheet: WaitingSheet;
  field: Field;
  warnings: readonly Warning[];
}) {
  const words = useTranslations("deciding");
  const warningWords = useTranslations("writing.warnings");
  const change = sheet.comparison?.changes.find((candidate) => candidate.field === field.key);
  const suggested =
    field.kind === "choice" ? choiceOf(field, suggestedGrade(field, sheet.values, sheet.plan).code) : undefined;
  return (
    <>
      {sheet.comparison && change ? (
        <FieldChangeView
          lang={lang}
          field={field}
          change={change}
          against={sheet.comparison.against}
          plan={sheet.plan}
        />
      ) : null}
      {suggested ? (
        <p className="text-sm">
          {words("suggested")} <ChoiceWords lang={lang} choice={suggested} />
        </p>
      ) : null}
      {warnings
        .filter((warning) => warning.field === field.key)
        .map((warning) => (
          <p key={warning.code} className="flex flex-wrap items-start gap-x-2 text-sm">
            <Badge tone="warning">{words("check")}</Badge>
            <span>{warningWords(warning.code, { indicators: warning.indicators.join(words("separator")) })}</span>
          </p>
        ))}
      {sheet.remarks
        .filter((remark) => remark.field === field.key)
        .map((remark) => (
          <div key={remark.at.toISOString()} className="border-warning-strong border-l-4 py-1 pl-3 text-sm">
            <p className="flex flex-wrap items-center gap-x-2">
              <b>{words("remark.earlier", { by: remark.by, at: instantWords(lang, remark.at) })}</b>
              <Badge tone={remark.changedSince ? "success" : "warning"}>
                {words(remark.changedSince ? "remark.changed" : "remark.unchanged")}
              </Badge>
            </p>
            <p className="as-written" lang="ja">
              {remark.text}
            </p>
          </div>
        ))}
    </>
  );
}
