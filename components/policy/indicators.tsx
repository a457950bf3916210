import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Actual, Indicator } from "@/lib/domain/forms/indicator.ts";
import { numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/** 85%, 1,200人; a figure in words as it was written. */
function FigureWords({
  lang,
  value,
  indicator,
}: {
  lang: Language;
  value: number | string;
  indicator: Indicator | undefined;
}) {
  if (typeof value === "string") return <span lang="ja">{value}</span>;
  const unit = indicator?.unit ?? (indicator?.measure === "PERCENT" ? "%" : null);
  return (
    <span className="figures">
      {numberWords(lang, value)}
      {unit ? <span lang="ja">{unit}</span> : null}
    </span>
  );
}

function Entry({
  name,
  facts,
}: {
  name: string | undefined;
  facts: readonly { term: string; description: ReactNode }[];
}) {
  return (
    <li className="border-hairline border-t py-2 first:border-t-0 first:pt-0 last:pb-0">
      <p lang="ja" className="as-written">
        {name}
      </p>
      <dl className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {facts.map(({ term, description }) => (
          <div key={term} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-muted">{term}</dt>
            <dd className="font-bold">{description}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The indicators that a plan sets. A target that is not set says so (未設定): it is neither empty nor zero. */
export function IndicatorList({ lang, indicators }: { lang: Language; indicators: readonly Indicator[] }) {
  const words = useTranslations("indicators");
  if (indicators.length === 0) return <p className="font-bold">{words("notSet")}</p>;
  return (
    <ul>
      {indicators.map((indicator) => (
        <Entry
          key={indicator.id}
          name={indicator.name}
          facts={[
            {
              term: words("target"),
              description:
                indicator.target === null ? (
                  words("notSet")
                ) : (
                  <FigureWords lang={lang} value={indicator.target} indicator={indicator} />
                ),
            },
            ...(indicator.baseline === null
              ? []
              : [
                  {
                    term: words("baseline"),
                    description: <FigureWords lang={lang} value={indicator.baseline} indicator={indicator} />,
                  },
                ]),
          ]}
        />
      ))}
    </ul>
  );
}

/**
 * What was measured, each figure beside the target it answers to where the plan is known. What was not measured says so
 * (未測定), and an indicator of the plan without a line of its own counts as not measured.
 */
export function ActualList({
  lang,
  actuals,
  indicators,
}: {
  lang: Language;
  actuals: readonly Actual[];
  indicators: readonly Indicator[];
}) {
  const words = useTranslations("indicators");
  const unanswered = indicators.filter(({ id }) => !actuals.some(({ indicatorId }) => indicatorId === id));
  const lines = [...actuals, ...unanswered.map(({ id }): Actual => ({ indicatorId: id, actual: null }))];
  if (lines.length === 0) return <p className="font-bold">{words("notMeasured")}</p>;
  return (
    <ul>
      {lines.map(({ indicatorId, actual }) => {
        const indicator = indicators.find(({ id }) => id === indicatorId);
        const target =
          indicator &&
          (indicator.target === null ? (
            words("notSet")
          ) : (
            <FigureWords lang={lang} value={indicator.target} indicator={indicator} />
          ));
        const measured =
          actual === null ? words("notMeasured") : <FigureWords lang={lang} value={actual} indicator={indicator} />;
        return (
          <Entry
            key={indicatorId}
            name={indicator?.name}
            facts={[
              ...(target ? [{ term: words("target"), description: target }] : []),
              { term: words("actual"), description: measured },
            ]}
          />
        );
      })}
    </ul>
  );
}
