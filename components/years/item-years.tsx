import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Heading, type Level } from "@/components/policy/heading.tsx";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { VerdictWords } from "@/components/policy/verdict-words.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { shareOf } from "@/lib/domain/progress.ts";
import { amountOf, type ItemYear, type ItemYears, judgedItem, type YearItem } from "@/lib/domain/years.ts";
import { itemPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { figureWords } from "@/lib/words/figures.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BudgetYears, SettledAbsent } from "./budget-years.tsx";
import { YearGrade } from "./year-grade.tsx";

/**
 * An item through the years: where it came from and where it went in words, its money drawn with the table, and a card
 * for each year. It measures its own place, so that it stands as well beside a form as on a page of its own.
 */
export function ItemYearsView({ lang, years, level = 3 }: { lang: Language; years: ItemYears; level?: Level }) {
  return (
    <div className="@container">
      <div className="grid gap-8">
        <Story lang={lang} years={years} />
        {years.years.length > 1 ? (
          <>
            <BudgetYears lang={lang} years={years.years} />
            <ol
              className={`grid @min-[36rem]:grid-cols-2 gap-x-8 gap-y-10 ${years.years.length > 2 ? "@min-[62rem]:grid-cols-3" : ""}`}
            >
              {years.years.map((year) => (
                <Card key={year.fiscalYear} lang={lang} years={years} year={year} level={level} />
              ))}
            </ol>
          </>
        ) : null}
      </div>
    </div>
  );
}

function Story({ lang, years: { fiscalYear, years, came, from, siblings, id } }: { lang: Language; years: ItemYears }) {
  const words = useTranslations("years");
  const named = (items: readonly YearItem[]) =>
    items.map(({ code, title }) => words("item.named", { code, title })).join(words("separator"));
  const japanese = (chunks: ReactNode) => <span lang="ja">{chunks}</span>;
  const year = fiscalYearWords(lang, fiscalYear);
  const told = came !== "new" && from.length === 0 ? "gone" : came;
  const heirs = years.map((one) => ({ ...one, items: one.items.filter((item) => item.predecessorIds.includes(id)) }));
  return (
    <div className="grid max-w-prose gap-1">
      <p>{words.rich(`item.came.${told}`, { year, from: named(from), siblings: named(siblings), ja: japanese })}</p>
      {heirs.map(({ fiscalYear: later, items }) =>
        items.length > 0 ? (
          <p key={later}>
            {words.rich(items.length > 1 ? "item.wentSplit" : "item.went", {
              year: fiscalYearWords(lang, later),
              to: named(items),
              ja: japanese,
            })}
          </p>
        ) : null,
      )}
      {years.length === 1 ? <p className="text-ink-muted">{words("item.only", { year })}</p> : null}
    </div>
  );
}

function Card({ lang, years, year, level }: { lang: Language; years: ItemYears; year: ItemYear; level: Level }) {
  const words = useTranslations("years.item");
  const here = year.fiscalYear === years.fiscalYear;
  return (
    <li
      className={`grid min-w-0 content-start gap-4 border-t-2 pt-3 print:break-inside-avoid ${here ? "border-accent" : "border-line"}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <Heading level={level} className="figures text-lg">
          {fiscalYearWords(lang, year.fiscalYear)}
        </Heading>
        {here ? <Badge tone="info">{words("here")}</Badge> : null}
      </div>
      {year.items.map((item) => (
        <div key={item.id} className="grid gap-3">
          <p>
            {item.id === years.id ? (
              <b lang="ja" className="inline-flex min-h-target items-center">
                <span>
                  <span className="figures">{item.code}</span> {item.title}
                </span>
              </b>
            ) : (
              <a
                href={itemPath(lang, years.slug, year.fiscalYear, item)}
                lang="ja"
                className="inline-flex min-h-target items-center"
              >
                <span>
                  <span className="figures">{item.code}</span> {item.title}
                  <span lang={lang} className="sr-only">
                    {" "}
                    {fiscalYearWords(lang, year.fiscalYear)}
                  </span>
                </span>
              </a>
            )}
          </p>
          <Facts lang={lang} year={year} item={item} />
        </div>
      ))}
    </li>
  );
}

function Facts({ lang, year, item }: { lang: Language; year: ItemYear; item: YearItem }) {
  const words = useTranslations();
  const [budget, settled] = [amountOf(item, "budget"), amountOf(item, "settled")];
  const rate = shareOf(settled, budget);
  const asks = (key: string, phase: "PLAN" | "SELF_EVALUATION") =>
    fieldsOf(year.formId, item.type, phase).some((field) => field.key === key);
  const sheet = item.sheets.SELF_EVALUATION;
  const texts = fieldsOf(year.formId, item.type, "SELF_EVALUATION").filter(
    ({ kind, key }) => kind === "text" && sheet?.[key] !== undefined,
  );
  return (
    <>
      <dl className="grid gap-2">
        {asks("budgetThousandYen", "PLAN") ? (
          <Fact term={words("years.budget")}>
            <span className="figures">{budget === null ? words("years.unknown") : amountWords(lang, budget)}</span>
          </Fact>
        ) : null}
        {asks("settledThousandYen", "SELF_EVALUATION") ? (
          <Fact term={words("years.settled")}>
            {settled === null ? <SettledAbsent year={year} items={[item]} /> : null}
            {settled === null ? null : <span className="figures">{amountWords(lang, settled)}</span>}
            {rate === null ? null : (
              <span className="figures text-ink-muted text-sm"> {words("indicators.rate", { rate })}</span>
            )}
          </Fact>
        ) : null}
        <Fact term={words("phases.MID_YEAR_REVIEW")}>
          <YearGrade lang={lang} year={year} item={item} phase="MID_YEAR_REVIEW" />
        </Fact>
        <Fact term={words("phases.SELF_EVALUATION")}>
          <YearGrade lang={lang} year={year} item={item} phase="SELF_EVALUATION" />
        </Fact>
        <Fact term={words("years.indicators")}>
          <IndicatorLines lang={lang} year={year} item={item} />
        </Fact>
      </dl>
      {sheet && texts.length > 0 ? (
        <Disclosure
          variant="quiet"
          summary={
            <>
              {words("years.texts")}{" "}
              <span className="sr-only">
                {fiscalYearWords(lang, year.fiscalYear)} {item.code}
              </span>
            </>
          }
        >
          <SheetView lang={lang} fields={texts} values={sheet} plan={item.plan} empty="list" />
        </Disclosure>
      ) : null}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 border-hairline border-t pt-2">
      <dt className="text-ink-muted text-sm">{term}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}

function IndicatorLines({ lang, year, item }: { lang: Language; year: ItemYear; item: YearItem }) {
  const words = useTranslations();
  const judged = judgedItem(year.formId, item);
  if (judged.length === 0) return <span className="text-ink-muted">{words("years.noIndicators")}</span>;
  return (
    <ul className="grid gap-3">
      {judged.map(({ indicator, actual, verdict }) => (
        <li key={indicator.id} className="grid gap-0.5">
          <span lang="ja">{indicator.name}</span>
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span>
              <span className="text-ink-muted text-sm">{words("years.target")}</span>{" "}
              <span className="figures font-bold" lang={indicator.target === null ? undefined : "ja"}>
                {indicator.target === null
                  ? words("indicators.notSet")
                  : figureWords(lang, indicator.target, indicator)}
              </span>
            </span>
            {item.sheets.SELF_EVALUATION ? (
              <span>
                <span className="text-ink-muted text-sm">{words("years.actual")}</span>{" "}
                <span className="figures font-bold" lang={actual === null ? undefined : "ja"}>
                  {actual === null ? words("indicators.notMeasured") : figureWords(lang, actual, indicator)}
                </span>
              </span>
            ) : null}
            {item.sheets.SELF_EVALUATION && actual !== null ? <VerdictWords verdict={verdict} /> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
