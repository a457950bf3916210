import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { useTranslations } from "next-intl";
import { VerdictWords } from "@/components/policy/verdict-words.tsx";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { type IndicatorLine, type IndicatorYear, isDrawable } from "@/lib/domain/indicator-years.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Figure } from "./figure.tsx";

/** One indicator against its baseline and its targets over the years: drawn where it has figures, with its table beside. */
export function IndicatorFigure({ lang, of }: { lang: Language; of: IndicatorLine }) {
  const words = useTranslations();
  const { indicator, years } = of;
  const newest = years.at(-1);
  const measured = [...years].reverse().find(({ actual }) => actual !== null);
  const figure = (value: number | string) => figureWords(lang, value, indicator);
  const target =
    newest && newest.indicator.target !== null
      ? words("public.figures.indicator.target", {
          year: fiscalYearWords(lang, newest.fiscalYear),
          target: figure(newest.indicator.target),
        })
      : words("public.figures.indicator.noTarget");
  const actual =
    measured && measured.actual !== null
      ? words("public.figures.indicator.measured", {
          year: fiscalYearWords(lang, measured.fiscalYear),
          actual: figure(measured.actual),
        })
      : words("public.figures.indicator.notMeasured");
  return (
    <Figure
      summary={
        <>
          <b lang="ja" className="block">
            {indicator.name}
          </b>
          <JapaneseParts lang={lang} text={`${target} ${actual}`} />
        </>
      }
      rule={
        indicator.measure === "QUALITATIVE"
          ? words("public.figures.indicator.inWords")
          : words("public.figures.indicator.rule", {
              direction: words(`indicators.directions.${indicator.direction}`),
            })
      }
      table={<IndicatorTable lang={lang} of={of} />}
    >
      {isDrawable(of) ? <Drawing lang={lang} of={of} /> : null}
    </Figure>
  );
}

const HEIGHT = 200;
const TOP = 24;
const BOTTOM = 52;
/** Labels of more years than these would run into one another. */
const CROWDED = 5;

type Point = readonly [x: number, value: number | null];

/** Measurements as a line with dots, targets as flags on a dashed line, the baseline as a ring on a dotted one. */
function Drawing({ lang, of: { indicator, years } }: { lang: Language; of: IndicatorLine }) {
  const words = useTranslations("indicators");
  const number = (value: unknown) => (typeof value === "number" ? value : null);
  const { baseline } = indicator;
  const targets = years.map((year) => number(year.indicator.target));
  const actuals = years.map((year) => number(year.actual));
  const values = [baseline, ...targets, ...actuals].filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const spread = high - low || Math.abs(high) || 1;
  const y = scaleLinear()
    .domain([low >= 0 ? Math.max(0, low - spread * 0.3) : low - spread * 0.3, high + spread * 0.15])
    .nice(3)
    .range([HEIGHT - BOTTOM, TOP]);
  const columns = [...(baseline === null ? [] : ["base"]), ...years.map(({ fiscalYear }) => String(fiscalYear))];
  const x = scalePoint<string>().domain(columns).range([20, 95]).padding(0.2);
  const at = (year: IndicatorYear) => x(String(year.fiscalYear)) ?? 0;
  const path = line<Point>()
    .defined(([, value]) => value !== null)
    .x(([left]) => left)
    .y(([, value]) => y(value ?? 0));
  const through = (figures: readonly (number | null)[]): Point[] =>
    years.map((year, index): Point => [at(year), figures[index] ?? null]);
  const percent = (value: number) => `${value.toFixed(2)}%`;
  const marks = [
    { key: "actual", label: words("actual") },
    ...(targets.some((target) => target !== null) ? [{ key: "target", label: words("target") }] : []),
    ...(baseline === null ? [] : [{ key: "baseline", label: words("baseline") }]),
  ] as const;
  return (
    <div className="grid max-w-2xl gap-2 print:break-inside-avoid">
      <ul aria-hidden="true" className="flex flex-wrap gap-x-6 text-sm">
        {marks.map(({ key, label }) => (
          <li key={key} className="inline-flex items-center gap-2">
            <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true" className="drawing">
              <Mark of={key as "actual" | "target" | "baseline"} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
      <svg width="100%" height={HEIGHT} aria-hidden="true" className="drawing block overflow-visible">
        {y.ticks(3).map((tick) => (
          <g key={tick}>
            <line x1="0" x2="100%" y1={y(tick)} y2={y(tick)} stroke="currentColor" className="text-hairline" />
            <text x="0" y={y(tick) - 5} className="figures fill-ink-muted text-sm">
              {figureWords(lang, tick, indicator)}
            </text>
          </g>
        ))}
        <svg
          x="0"
          y="0"
          width="100%"
          height={HEIGHT}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path
            d={path(through(targets)) ?? ""}
            fill="none"
            strokeWidth="1.5"
            strokeDasharray="4 4"
            vectorEffect="non-scaling-stroke"
            className="stroke-ink"
          />
          <path
            d={path(through(actuals)) ?? ""}
            fill="none"
            strokeWidth="2.5"
            vectorEffect="non-scaling-stroke"
            className="stroke-accent"
          />
        </svg>
        {baseline === null ? null : (
          <>
            <line
              x1={percent(x("base") ?? 0)}
              x2="100%"
              y1={y(baseline)}
              y2={y(baseline)}
              strokeWidth="1.5"
              strokeDasharray="1 5"
              strokeLinecap="round"
              className="stroke-ink-muted"
            />
            <svg x={percent(x("base") ?? 0)} y={y(baseline)} overflow="visible" aria-hidden="true">
              <Mark of="baseline" />
            </svg>
          </>
        )}
        {years.map((year, index) => (
          <g key={year.fiscalYear}>
            {typeof targets[index] === "number" ? (
              <svg x={percent(at(year))} y={y(targets[index])} overflow="visible" aria-hidden="true">
                <Mark of="target" />
              </svg>
            ) : null}
            {typeof actuals[index] === "number" ? (
              <svg x={percent(at(year))} y={y(actuals[index])} overflow="visible" aria-hidden="true">
                <Mark of="actual" />
              </svg>
            ) : null}
          </g>
        ))}
        {columns.map((column, index) =>
          columns.length > CROWDED && index % 2 === columns.length % 2 ? null : (
            <YearLabel key={column} lang={lang} column={column} left={percent(x(column) ?? 0)} />
          ),
        )}
      </svg>
    </div>
  );
}

/** A year in both calendars, one above the other; the baseline's column says what it is. */
function YearLabel({ lang, column, left }: { lang: Language; column: string; left: string }) {
  const words = useTranslations("indicators");
  const year = Number(column);
  const [first, second] =
    column === "base"
      ? [words("baseline"), ""]
      : (/^(.+?)\s?\((.+)\)$/.exec(fiscalYearWords(lang, year).replaceAll("年度", ""))?.slice(1) ?? []);
  return (
    <text x={left} y={HEIGHT - 26} textAnchor="middle" className="figures fill-ink text-sm">
      {first}
      <tspan x={left} dy="1.35em">
        {second}
      </tspan>
    </text>
  );
}

function Mark({ of }: { of: "target" | "actual" | "baseline" }) {
  if (of === "actual") return <circle r="6" strokeWidth="2" className="fill-accent stroke-paper" />;
  if (of === "baseline") return <circle r="5" strokeWidth="2" className="fill-paper stroke-ink" />;
  return <path d="M-8 0H8M-7 -9H7L0 -1Z" strokeWidth="2" className="fill-ink stroke-ink" />;
}

function IndicatorTable({ lang, of: { indicator, years } }: { lang: Language; of: IndicatorLine }) {
  const words = useTranslations();
  const said = (value: number | string | null, absent: string, year: IndicatorYear) =>
    value === null ? absent : <span lang="ja">{figureWords(lang, value, year.indicator)}</span>;
  const unmeasured = (year: IndicatorYear) =>
    year.sheet === "released" ? words("indicators.notMeasured") : words(`public.figures.states.${year.sheet}`);
  return (
    <Table
      id={`indicator-${indicator.id}`}
      caption={words.rich("public.figures.indicator.captionOf", {
        name: indicator.name,
        ja: (chunks) => <span lang="ja">{chunks}</span>,
      })}
    >
      <thead>
        <tr>
          <Th>{words("years.item.year")}</Th>
          <Th numeric>{words("indicators.baseline")}</Th>
          <Th numeric>{words("indicators.target")}</Th>
          <Th numeric>{words("indicators.actual")}</Th>
          <Th>{words("indicators.verdict")}</Th>
        </tr>
      </thead>
      <tbody>
        {years.map((year) => (
          <tr key={year.fiscalYear}>
            <Th scope="row">{fiscalYearWords(lang, year.fiscalYear)}</Th>
            <Td numeric>{said(year.indicator.baseline, words("public.figures.noFigure"), year)}</Td>
            <Td numeric>{said(year.indicator.target, words("indicators.notSet"), year)}</Td>
            <Td numeric>{said(year.actual, unmeasured(year), year)}</Td>
            <Td>
              {year.sheet === "released" ? <VerdictWords verdict={year.verdict} /> : words("public.figures.noFigure")}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
