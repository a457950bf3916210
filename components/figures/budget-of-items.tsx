import { useTranslations } from "next-intl";
import { type Bearer, type BearerLine, budgetLine } from "@/lib/domain/progress.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { BudgetSentence } from "./budget-figure.tsx";
import { BudgetTable } from "./budget-table.tsx";
import { Figure } from "./figure.tsx";

/** What some items cost, one by one, and what was spent of it: a sentence, bars and a table. */
export function BudgetOfItems({
  lang,
  formId,
  items,
  hrefOf,
}: {
  lang: Language;
  formId: string;
  items: readonly Bearer[];
  hrefOf: (item: Bearer) => string;
}) {
  const figures = useTranslations("public.figures.budget");
  const words = useTranslations("public.summary");
  const whole = budgetLine(formId, items);
  const settled = (whole.settled?.known ?? 0) > 0;
  const kind = items[0]?.type ?? "initiative";
  const largest = Math.max(1, ...whole.bearers.flatMap(({ budget, settled: spent }) => [budget ?? 0, spent ?? 0]));
  return (
    <Figure
      summary={<BudgetSentence lang={lang} budgets={{ kind, whole, settled }} />}
      rule={
        <>
          {figures(settled ? "rule" : "ruleUnsettled")} {!settled && whole.settled ? figures("notYet") : null}
        </>
      }
      table={<BudgetTable lang={lang} budgets={{ kind, whole, issues: [], settled }} />}
      tableSummary={words("table", { kind })}
    >
      <ol className="grid gap-4">
        {whole.bearers.map((bearer) => (
          <ItemBar
            key={bearer.item.id}
            lang={lang}
            bearer={bearer}
            settled={settled}
            largest={largest}
            href={hrefOf(bearer.item)}
          />
        ))}
      </ol>
    </Figure>
  );
}

const WIDTH = 1000;

function ItemBar({
  lang,
  bearer: { item, budget, settled: spent, rate },
  settled,
  largest,
  href,
}: {
  lang: Language;
  bearer: BearerLine;
  settled: boolean;
  largest: number;
  href: string;
}) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures.budget");
  const takingBack = useTranslations("takingBack.withheld");
  const width = (value: number) => Math.max((value / largest) * WIDTH, 2).toFixed(1);
  const unknown = item.withheld ? takingBack("amount") : words("unknown");
  const amount = (value: number | null) => (value === null ? unknown : amountWords(lang, value));
  return (
    <li className="grid gap-1 print:break-inside-avoid">
      <span className="flex flex-wrap items-baseline justify-between gap-x-6">
        <a href={href} className="inline-flex min-h-6 items-center">
          <span>
            <span className="figures">{item.code}</span> <span lang="ja">{item.title}</span>
          </span>
        </a>
        <span className="figures">
          <span className="sr-only">{figures("budgeted")} </span>
          <span className="whitespace-nowrap">{amount(budget)}</span>{" "}
          {settled ? (
            <span className="pl-3 text-ink-muted text-sm">
              {figures("settledShort", { amount: amount(spent) })}
              {rate === null ? null : ` ${figures("rateShort", { rate })}`}
            </span>
          ) : null}
        </span>
      </span>
      <svg viewBox={`0 0 ${WIDTH} 14`} preserveAspectRatio="none" aria-hidden="true" className="drawing h-3.5 w-full">
        <path d={`M0 13.5H${WIDTH}`} stroke="currentColor" className="text-hairline" />
        {budget === null ? null : (
          <rect width={width(budget)} height="14" className={spent === null ? "fill-accent" : "fill-accent-line"} />
        )}
        {spent === null ? null : <rect y="4" width={width(spent)} height="6" className="fill-accent" />}
      </svg>
    </li>
  );
}
