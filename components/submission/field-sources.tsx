import { useTranslations } from "next-intl";
import { FieldValue } from "@/components/policy/sheet-view.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import type { Field, Phase, TargetForm } from "@/lib/domain/forms/form.ts";
import { type SheetValues, typedOf } from "@/lib/domain/forms/sheet.ts";
import type { SheetSources } from "@/lib/domain/submission-view.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { CopyIn } from "./copy-in.tsx";

type Origin = "plan" | "midYear" | "lastYear";

interface Source {
  readonly origin: Origin;
  readonly field: Field;
  readonly values: SheetValues;
  readonly plan: SheetValues;
}

const PHASE_OF: Record<Origin, Phase> = {
  plan: "PLAN",
  midYear: "MID_YEAR_REVIEW",
  lastYear: "SELF_EVALUATION",
};

/** What is written elsewhere about what a field asks: under its own key, and under those that the form calls alike. */
function sourcesFor(field: Field, form: TargetForm, plan: SheetValues, sources: SheetSources): Source[] {
  const texts: readonly [Origin, SheetValues | null, SheetValues][] = [
    ["plan", plan, plan],
    ["midYear", sources.midYear, plan],
    ["lastYear", sources.lastYear?.values ?? null, sources.lastYear?.plan ?? {}],
  ];
  return texts.flatMap(([origin, values, itsPlan]) => {
    const phase = PHASE_OF[origin];
    const alike = (field.alike ?? []).filter((one) => one.phase === phase).map(({ key }) => key);
    const keys = phase === "PLAN" ? alike : [field.key, ...alike];
    return form[phase]
      .filter(({ key }) => keys.includes(key) && values?.[key] !== undefined)
      .map((found) => ({ origin, field: found, values: values ?? {}, plan: itsPlan }));
  });
}

/**
 * Beside a field, one click away: what the plan says, what the mid-year review and last year's self-evaluation said,
 * each to be copied in. Nothing where nothing is known.
 */
export function FieldSources({
  lang,
  field,
  form,
  plan,
  sources,
}: {
  lang: Language;
  field: Field;
  /** The target's fields in every phase. */
  form: TargetForm;
  plan: SheetValues;
  sources: SheetSources;
}) {
  const words = useTranslations("writing.sources");
  const separator = useTranslations("sheet")("separator");
  // Indicators have what was measured last year beside their own boxes.
  const found = field.kind === "actuals" ? [] : sourcesFor(field, form, plan, sources);
  if (found.length === 0) return null;
  const origins = [...new Set(found.map(({ origin }) => origin))];
  const originOf = (origin: Origin) =>
    origin === "lastYear" && sources.lastYear
      ? words("lastYearLong", { year: fiscalYearWords(lang, sources.lastYear.fiscalYear) })
      : words(origin === "plan" ? "planLong" : "midYearLong");
  return (
    <Disclosure
      variant="quiet"
      className="text-sm print:hidden"
      summary={words("title", { what: origins.map((origin) => words(origin)).join(separator) })}
    >
      <ul className="grid gap-5">
        {found.map((source) => {
          const copied = copiedInto(field, source);
          return (
            <li key={`${source.origin} ${source.field.key}`} className="grid gap-2 border-line border-l-2 pl-4">
              <p className="text-ink-muted">
                {words("copyOf", { source: originOf(source.origin), field: source.field.label[lang] })}
              </p>
              <div className="max-w-prose text-base">
                <FieldValue lang={lang} field={source.field} values={source.values} plan={source.plan} />
              </div>
              {copied === null ? null : (
                <CopyIn name={field.key} value={copied} done={words("copied")}>
                  {words("copy")}
                  <span className="sr-only">
                    : {words("copyOf", { source: originOf(source.origin), field: source.field.label[lang] })}
                  </span>
                </CopyIn>
              )}
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

/** What copying a source into a field types there; null where the one does not fit into the other. */
function copiedInto(field: Field, { field: from, values }: Source): string | null {
  const typed = typedOf(from, values[from.key])[from.key] ?? null;
  const written = (one: Field) => one.kind === "text" || one.kind === "list";
  if (written(field) && written(from)) return typed;
  const same = field.kind === "choice" && from.kind === "choice" && field.choices === from.choices;
  return same ? typed : null;
}
