import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import { shareOf } from "@/lib/domain/progress.ts";
import { amountOfAll, type ItemYear, type YearItem } from "@/lib/domain/years.ts";
import { numberWords } from "@/lib/words/amounts.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What an item was given and what was spent of it, year by year: drawn, and the same figures as a table beside. */
export function BudgetYears({ lang, years }: { lang: Language; years: readonly ItemYear[] }) {
  const words = useTranslations("years");
  const lines = years.map((year) => ({
    year,
    fiscalYear: year.fiscalYear,
    count: year.items.length,
    budget: amountOfAll(year.items, "budget"),
    settled: amountOfAll(year.items, "settled"),
  }));
  if (lines.every(({ budget, settled }) => budget === null && settled === null)) return null;
  const largest = Math.max(1, ...lines.flatMap(({ budget, settled }) => [budget ?? 0, settled ?? 0]));
  return (
    <div className="grid @min-[46rem]:grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)] items-start gap-x-10 gap-y-6 print:block print:space-y-4">
      <div aria-hidden="true" className="grid gap-4 print:break-inside-avoid">
        <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
          <span className="inline-flex items-center gap-2">
            <Mark of="budget" /> {words("budget")}
          </span>
          <span className="inline-flex items-center gap-2">
            <Mark of="settled" /> {words("settled")}
          </span>
        </p>
        {lines.map(({ fiscalYear, budget, settled }) => (
          <div key={fiscalYear} className="grid gap-1">
            <span className="figures text-ink-muted text-sm">{fiscalYearWords(lang, fiscalYear)}</span>
            <Bars budget={budget} settled={settled} largest={largest} />
          </div>
        ))}
      </div>
      <Table id="budget-years" caption={words("item.caption")}>
        <thead>
          <tr>
            <Th>{words("item.year")}</Th>
            <Th numeric>{words("budget")}</Th>
            <Th numeric>{words("settled")}</Th>
            <Th numeric>{words("rate")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ year, fiscalYear, count, budget, settled }) => {
            const rate = shareOf(settled, budget);
            return (
              <tr key={fiscalYear}>
                <Th scope="row">
                  {fiscalYearWords(lang, fiscalYear)}
                  {count > 1 ? (
                    <span className="block font-normal text-ink-muted text-sm">{words("item.several", { count })}</span>
                  ) : null}
                </Th>
                <Td numeric>{budget === null ? words("unknown") : numberWords(lang, budget)}</Td>
                <Td numeric>
                  {settled === null ? <SettledAbsent year={year} items={year.items} /> : numberWords(lang, settled)}
                </Td>
                <Td numeric>{rate === null ? words("noRate") : words("percent", { rate })}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </div>
  );
}

/** Why no settled amount is shown: its self-evaluation is not there, or leaves it out. */
export function SettledAbsent({ year, items }: { year: ItemYear; items: readonly YearItem[] }) {
  const words = useTranslations();
  const released = items.every(({ sheets }) => sheets.SELF_EVALUATION !== undefined);
  const ended = year.concluded.includes("SELF_EVALUATION");
  return (
    <span className="text-ink-muted">
      {words(released ? "years.unknown" : ended ? "evaluation.unevaluated" : "evaluation.unreleased")}
    </span>
  );
}

const WIDTH = 1000;

/** One year: the budget as a broad bar, what was spent of it as a narrow one inside. */
function Bars({ budget, settled, largest }: { budget: number | null; settled: number | null; largest: number }) {
  const width = (value: number) => Math.max((value / largest) * WIDTH, 3).toFixed(1);
  return (
    <svg viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true" className="drawing h-5 w-full">
      <path d={`M0 19.5H${WIDTH}`} stroke="currentColor" className="text-hairline" />
      {budget === null ? null : <rect width={width(budget)} height="20" className="fill-accent-line" />}
      {settled === null ? null : <rect y="6" width={width(settled)} height="8" className="fill-accent" />}
    </svg>
  );
}

function Mark({ of }: { of: "budget" | "settled" }) {
  return (
    <svg viewBox="0 0 20 12" width="20" height="12" aria-hidden="true" className="drawing h-3 w-5">
      {of === "budget" ? (
        <rect width="20" height="12" className="fill-accent-line" />
      ) : (
        <rect y="3" width="20" height="6" className="fill-accent" />
      )}
    </svg>
  );
}
