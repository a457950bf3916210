import { useTranslations } from "next-intl";
import { IndicatorFacts, useIndicatorFacts } from "@/components/policy/indicators.tsx";
import { VerdictWords } from "@/components/policy/verdict-words.tsx";
import { boxLook, Field, type FieldWords, fieldId } from "@/components/ui/field.tsx";
import { Fieldset } from "@/components/ui/fieldset.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { ActualsField as ActualsOfForm } from "@/lib/domain/forms/form.ts";
import type { Actual, Indicator } from "@/lib/domain/forms/indicator.ts";
import type { Problem, SheetValues, Typed } from "@/lib/domain/forms/sheet.ts";
import { judge } from "@/lib/domain/grades.ts";
import type { SheetSources } from "@/lib/domain/submission-view.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useProblemWords } from "./form-messages.tsx";

/**
 * What was measured: for each indicator of the plan its target, which way is better, last year's figure, and one box.
 * A box left empty is 未測定. What was stored for an indicator that the plan no longer has is kept as it is.
 */
export function ActualsField({
  lang,
  field,
  question,
  shown,
  values,
  plan,
  problems,
  lastYear,
}: {
  lang: Language;
  field: ActualsOfForm;
  question: FieldWords;
  /** What the controls show, by name. */
  shown: Typed;
  /** What the whole sheet holds at this moment. */
  values: SheetValues;
  plan: SheetValues;
  problems: readonly Problem[];
  lastYear: SheetSources["lastYear"];
}) {
  const words = useTranslations("writing.actuals");
  const indicators = (plan[field.of] ?? []) as readonly Indicator[];
  const actuals = (values[field.key] ?? []) as readonly Actual[];
  const nameOf = (indicator: Indicator) => `${field.key}.${indicator.id}`;
  const drawn = new Set(indicators.map(nameOf));
  const others = Object.entries(shown).filter(([name]) => !drawn.has(name));
  return (
    <Fieldset {...question} hint={indicators.length > 0 ? words("lead") : undefined}>
      <div id={fieldId(field.key)} tabIndex={-1} className="grid">
        {indicators.length === 0 ? (
          <p className="text-ink-muted">{words(others.length > 0 ? "withoutPlan" : "none")}</p>
        ) : null}
        {indicators.map((indicator) => {
          const name = nameOf(indicator);
          return (
            <IndicatorBox
              key={indicator.id}
              lang={lang}
              name={name}
              indicator={indicator}
              shown={shown[name] ?? ""}
              actual={actuals.find(({ indicatorId }) => indicatorId === indicator.id)?.actual}
              problems={problems.filter(({ control }) => control === name)}
              before={lastYearsActual(indicator, field, lastYear)}
            />
          );
        })}
        {others.map(([name, text]) => (
          <input key={name} type="hidden" name={name} value={text} readOnly />
        ))}
      </div>
    </Fieldset>
  );
}

function IndicatorBox({
  lang,
  name,
  indicator,
  shown,
  actual,
  problems,
  before,
}: {
  lang: Language;
  name: string;
  indicator: Indicator;
  shown: string;
  actual: Actual["actual"] | undefined;
  problems: readonly Problem[];
  before: Actual["actual"] | undefined;
}) {
  const words = useTranslations("writing.actuals");
  const indicatorWords = useTranslations("indicators");
  const factsOf = useIndicatorFacts(lang);
  const problemWords = useProblemWords();
  const unit = indicator.unit ?? (indicator.measure === "PERCENT" ? "%" : null);
  const facts = [
    ...factsOf(indicator, false),
    ...(before === undefined
      ? []
      : [
          {
            key: "before",
            term: words("lastYear"),
            description:
              before === null ? (
                indicatorWords("notMeasured")
              ) : (
                <span className="figures" lang="ja">
                  {figureWords(lang, before, indicator)}
                </span>
              ),
          },
        ]),
  ];
  const errors = problems.map((problem) => problemWords(problem, indicator.name));
  const verdictId = `${fieldId(name)}-verdict`;
  const label = <span lang="ja">{indicator.name}</span>;
  const hint = <IndicatorFacts facts={facts} />;
  const verdict = (
    <p id={verdictId} className="flex min-h-8 flex-wrap items-center gap-x-3">
      <span className="text-ink-muted text-sm">{indicatorWords("verdict")}</span>
      <VerdictWords verdict={judge(indicator, actual)} />
    </p>
  );
  return (
    <div className="grid gap-2 border-hairline border-t py-4 first:border-t-0 first:pt-1 print:break-inside-avoid">
      {indicator.measure === "QUALITATIVE" ? (
        <TextArea
          name={name}
          label={label}
          hint={
            <>
              {hint}
              {words("leadWords")}
            </>
          }
          errors={errors}
          lang="ja"
          rows={2}
          max={400}
          defaultValue={shown}
        />
      ) : (
        <Field
          name={name}
          label={label}
          hint={hint}
          errors={errors}
          describedByMore={[`${fieldId(name)}-unit`, verdictId]}
        >
          {(control) => (
            <div className="flex max-w-72 items-center gap-3">
              <input
                {...control}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                defaultValue={shown}
                className={`${boxLook} figures w-full px-4 text-right`}
              />
              <span id={`${fieldId(name)}-unit`} lang="ja" className="shrink-0">
                {unit}
              </span>
            </div>
          )}
        </Field>
      )}
      {verdict}
    </div>
  );
}

/** Last year's figure of the same indicator: the one with its id, or where ids are new, with its name and unit. */
function lastYearsActual(
  indicator: Indicator,
  field: ActualsOfForm,
  lastYear: SheetSources["lastYear"],
): Actual["actual"] | undefined {
  const before = (lastYear?.plan[field.of] ?? []) as readonly Indicator[];
  const same =
    before.find(({ id }) => id === indicator.id) ??
    before.find(({ name, unit }) => name === indicator.name && unit === indicator.unit);
  const actuals = (lastYear?.values[field.key] ?? []) as readonly Actual[];
  return same && (actuals.find(({ indicatorId }) => indicatorId === same.id)?.actual ?? null);
}
