import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import type { SheetChange } from "@/lib/domain/edition-changes.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { EVALUATIONS } from "@/lib/domain/forms/form.ts";
import type { Indicator } from "@/lib/domain/forms/indicator.ts";
import { itemAnchor } from "@/lib/domain/placed.ts";
import { phasePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BeforeAfter } from "./before-after.tsx";
import { Folded } from "./folded.tsx";
import { isWritten, useValueText } from "./value-text.ts";

interface SheetChangesProps {
  lang: Language;
  formId: string;
  sheets: readonly SheetChange[];
  policy: { readonly org: string; readonly year: number };
  /** The Edition in which they can be read. */
  number: number;
}

/** Which targets got their review or evaluation, and how those that replaced an earlier one differ from it. */
export function SheetChanges({ sheets, ...rest }: SheetChangesProps) {
  const words = useTranslations("history.public");
  return EVALUATIONS.map((phase) => {
    const own = sheets.filter((sheet) => sheet.phase === phase);
    if (own.length === 0) return null;
    const added = own.filter(({ kind }) => kind === "added");
    const others = own.filter(({ kind }) => kind !== "added");
    return (
      <section key={phase} className="grid gap-4 print:block print:space-y-4">
        <h3 className="text-lg">{words(`sheets.${phase}`)}</h3>
        {added.length > 0 ? (
          <div className="grid gap-3">
            <p>{words("sheetsAdded", { count: added.length })}</p>
            <Folded count={added.length}>
              <ul className="grid gap-x-8 gap-y-1 sm:grid-cols-2 print:grid-cols-2">
                {added.map((sheet) => (
                  <li key={sheet.key} className="flex min-h-target items-start py-1.5 print:min-h-0">
                    <a
                      href={`${phasePath(rest.lang, rest.policy.org, rest.policy.year, phase, rest.number)}${anchorOf(sheet)}`}
                    >
                      <TargetName sheet={sheet} />
                    </a>
                  </li>
                ))}
              </ul>
            </Folded>
          </div>
        ) : null}
        {others.length > 0 ? (
          <Folded count={others.length}>
            <ul className="grid gap-8">
              {others.map((sheet) => (
                <li key={sheet.key} className="grid gap-4 border-hairline border-t pt-5">
                  <h4 className="flex flex-wrap items-center gap-3 text-base">
                    <Badge tone={sheet.kind === "removed" ? "warning" : "info"}>
                      {words(`sheetKinds.${sheet.kind}`)}
                    </Badge>
                    <TargetName sheet={sheet} />
                  </h4>
                  <Fields lang={rest.lang} formId={rest.formId} sheet={sheet} />
                </li>
              ))}
            </ul>
          </Folded>
        ) : null}
      </section>
    );
  });
}

/** Where a target stands on the page of a policy. */
const anchorOf = ({ target: { type, code } }: SheetChange): string =>
  type === "policy" || code === null ? "#year-end" : `#${itemAnchor({ type, code })}`;

function TargetName({ sheet: { target } }: { sheet: SheetChange }) {
  const words = useTranslations("targets");
  return (
    <span>
      {words(target.type)} {target.code} <span lang="ja">{target.title}</span>
    </span>
  );
}

function Fields({ lang, formId, sheet }: { lang: Language; formId: string; sheet: SheetChange }) {
  const textOf = useValueText(lang);
  const fields = fieldsOf(formId, sheet.target.type, sheet.phase).filter(({ key }) =>
    sheet.fields.some(({ field }) => field === key),
  );
  return (
    <ul className="grid gap-6">
      {fields.map((field) => {
        const indicators = field.kind === "actuals" ? ((sheet.plan[field.of] ?? []) as readonly Indicator[]) : [];
        const text = (values: SheetChange["before"]) => textOf(field, values?.[field.key], indicators);
        return (
          <li key={field.key} className="grid gap-2 print:break-inside-avoid">
            <p className="title-ja font-bold">{field.label[lang]}</p>
            <BeforeAfter before={text(sheet.before)} after={text(sheet.after)} lang={isWritten(field) ? "ja" : lang} />
          </li>
        );
      })}
    </ul>
  );
}
