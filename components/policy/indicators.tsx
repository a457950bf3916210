import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Actual, Indicator } from "@/lib/domain/forms/indicator.ts";
import { judge } from "@/lib/domain/grades.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BarMark, IndicatorBar } from "./indicator-bar.tsx";
import { VerdictWords } from "./verdict-words.tsx";

/** A figure of an indicator: 85%, 1,200人; a figure in words as it was written. */
function Figure({
  lang,
  value,
  indicator,
}: {
  lang: Language;
  value: number | string;
  indicator: Indicator | undefined;
}) {
  return (
    <span className="figures" lang="ja">
      {figureWords(lang, value, indicator)}
    </span>
  );
}

export interface IndicatorFact {
  readonly term: ReactNode;
  readonly description: ReactNode;
  readonly key: string;
}

/** What the plan says of an indicator: which way is better, from where, to where. 未設定 is neither empty nor zero. */
export function useIndicatorFacts(lang: Language): (indicator: Indicator, marks: boolean) => IndicatorFact[] {
  const words = useTranslations("indicators");
  return (indicator, marks) => [
    ...(indicator.baseline === null
      ? []
      : [
          {
            key: "baseline",
            term: <Marked of={marks ? "baseline" : null}>{words("baseline")}</Marked>,
            description: <Figure lang={lang} value={indicator.baseline} indicator={indicator} />,
          },
        ]),
    {
      key: "target",
      term: <Marked of={marks ? "target" : null}>{words("target")}</Marked>,
      description:
        indicator.target === null ? (
          words("notSet")
        ) : (
          <Figure lang={lang} value={indicator.target} indicator={indicator} />
        ),
    },
    ...(indicator.measure === "QUALITATIVE"
      ? []
      : [{ key: "direction", term: words("direction"), description: words(`directions.${indicator.direction}`) }]),
  ];
}

function Marked({ of, children }: { of: "target" | "actual" | "baseline" | null; children: ReactNode }) {
  return (
    <>
      {of ? (
        <>
          <BarMark of={of} />{" "}
        </>
      ) : null}
      {children}
    </>
  );
}

/** Facts of an indicator in a row that wraps. */
export function IndicatorFacts({ facts }: { facts: readonly IndicatorFact[] }) {
  return (
    <dl className="indicator-facts">
      {facts.map(({ key, term, description }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{description}</dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ name, children }: { name: string | undefined; children: ReactNode }) {
  return (
    <li className="indicator">
      {name ? (
        <p lang="ja" className="as-written">
          {name}
        </p>
      ) : null}
      {children}
    </li>
  );
}

/** The indicators that a plan sets. */
export function IndicatorList({ lang, indicators }: { lang: Language; indicators: readonly Indicator[] }) {
  const words = useTranslations("indicators");
  const factsOf = useIndicatorFacts(lang);
  if (indicators.length === 0) return <p className="font-bold">{words("notSet")}</p>;
  return (
    <ul>
      {indicators.map((indicator) => (
        <Entry key={indicator.id} name={indicator.name}>
          <IndicatorFacts facts={factsOf(indicator, false)} />
        </Entry>
      ))}
    </ul>
  );
}

/**
 * What was measured, beside the target it answers to where the plan is known, and whether it met it: in words, with a
 * shape, and drawn. What was not measured says so (未測定), and an indicator of the plan without a line of its own counts
 * as not measured.
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
  const factsOf = useIndicatorFacts(lang);
  const unanswered = indicators.filter(({ id }) => !actuals.some(({ indicatorId }) => indicatorId === id));
  const lines = [...actuals, ...unanswered.map(({ id }): Actual => ({ indicatorId: id, actual: null }))];
  if (lines.length === 0) return <p className="font-bold">{words("notMeasured")}</p>;
  return (
    <ul>
      {lines.map(({ indicatorId, actual }) => {
        const indicator = indicators.find(({ id }) => id === indicatorId);
        const drawn = indicator && typeof indicator.target === "number" && typeof actual === "number";
        // Where it is said above whether it was met, which way is better need not be.
        const isJudged = indicator && ["met", "missed"].includes(judge(indicator, actual));
        const facts = indicator ? factsOf(indicator, drawn === true) : [];
        const planned = isJudged ? facts.filter(({ key }) => key !== "direction") : facts;
        const measured: IndicatorFact = {
          key: "actual",
          term: <Marked of={drawn ? "actual" : null}>{words("actual")}</Marked>,
          description:
            actual === null ? words("notMeasured") : <Figure lang={lang} value={actual} indicator={indicator} />,
        };
        return (
          <Entry key={indicatorId} name={indicator?.name}>
            {indicator ? (
              <>
                <p>
                  <span className="sr-only">{words("verdict")}: </span>
                  <VerdictWords verdict={judge(indicator, actual)} />
                </p>
                <IndicatorBar indicator={indicator} actual={actual} />
              </>
            ) : null}
            <IndicatorFacts facts={[measured, ...planned]} />
          </Entry>
        );
      })}
    </ul>
  );
}
