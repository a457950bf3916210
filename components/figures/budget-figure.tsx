import { useTranslations } from "next-intl";
import type { EditionContent, PublishedIssue } from "@/lib/domain/edition.ts";
import { type BudgetLine, bearersOf, budgetLine } from "@/lib/domain/progress.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { type Budgets, BudgetTable, type IssueBudget } from "./budget-table.tsx";
import { Figure } from "./figure.tsx";

function budgetsOf(formId: string, content: Pick<EditionContent, "issues">): Budgets {
  const issues = content.issues.map((issue) => ({ issue, line: budgetLine(formId, bearersOf(formId, issue)) }));
  const whole = budgetLine(
    formId,
    content.issues.flatMap((issue) => bearersOf(formId, issue)),
  );
  return {
    kind: whole.bearers[0]?.item.type ?? "initiative",
    whole,
    issues,
    settled: (whole.settled?.known ?? 0) > 0,
  };
}

/**
 * What the shown initiatives cost and what was spent of it, issue by issue: a sentence that says what the sums leave out,
 * bars whose parts are the initiatives, and the same figures as a table. Where the form gives budgets to issues, issues
 * stand for initiatives.
 */
export function BudgetFigure({
  lang,
  formId,
  content,
  hrefOf,
}: {
  lang: Language;
  formId: string;
  content: Pick<EditionContent, "issues">;
  /** Where an issue is read. */
  hrefOf: (issue: PublishedIssue) => string;
}) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures");
  const budgets = budgetsOf(formId, content);
  const { kind, issues, settled } = budgets;
  const largest = Math.max(
    1,
    ...issues.flatMap(({ line }) => [line.budget.thousandYen ?? 0, line.settled?.thousandYen ?? 0]),
  );
  return (
    <Figure
      summary={<BudgetSentence lang={lang} budgets={budgets} />}
      rule={
        <>
          {kind === "initiative" ? words("bars") : null} {figures(settled ? "budget.rule" : "budget.ruleUnsettled")}{" "}
          {!settled && budgets.whole.settled ? figures("budget.notYet") : null}
        </>
      }
      table={<BudgetTable lang={lang} budgets={budgets} />}
      tableSummary={words("table", { kind })}
    >
      <ol className="space-y-5">
        {issues.map(({ issue, line }) => (
          <IssueBar
            key={issue.id}
            lang={lang}
            issue={issue}
            line={line}
            largest={largest}
            settled={settled}
            href={hrefOf(issue)}
          />
        ))}
      </ol>
    </Figure>
  );
}

/** What the sums are, and what they do not cover: a digest is not the total, and unknown is not zero. */
export function BudgetSentence({
  lang,
  budgets: { kind, whole, settled },
}: {
  lang: Language;
  budgets: Omit<Budgets, "issues">;
}) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures.budget");
  const takingBack = useTranslations("takingBack.withheld");
  const { budget, withheld, rate, rated } = whole;
  const count = budget.known + budget.unknown;
  return (
    <>
      {budget.thousandYen === null
        ? words("budgetUnknown", { kind, count })
        : words("budget", { kind, count, amount: amountWords(lang, budget.thousandYen) })}{" "}
      {budget.thousandYen !== null && budget.unknown > 0 ? words("budgetPartly", { unknown: budget.unknown }) : null}{" "}
      {settled && whole.settled && whole.settled.thousandYen !== null
        ? figures("settled", {
            amount: amountWords(lang, whole.settled.thousandYen),
            known: whole.settled.known,
            unknown: whole.settled.unknown,
          })
        : null}{" "}
      {rate === null ? null : figures("rate", { rate, rated })}{" "}
      {withheld > 0 ? takingBack("budget", { count: withheld }) : null}
    </>
  );
}

/** One issue with its sums and its bar. The bar repeats the figures beside it, so it is hidden from screen readers. */
function IssueBar({
  lang,
  issue,
  line,
  largest,
  settled,
  href,
}: IssueBudget & { lang: Language; largest: number; settled: boolean; href: string }) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures.budget");
  const amount = (value: number | null | undefined) =>
    typeof value === "number" ? amountWords(lang, value) : words("unknown");
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1.5 md:grid-cols-[1.5rem_minmax(0,1fr)_auto] print:break-inside-avoid">
      <span aria-hidden="true" className="figures font-bold text-accent text-lg leading-snug">
        {issue.code}
      </span>
      <a href={href} lang="ja" className="title-ja font-bold leading-snug">
        {issue.title}
      </a>
      <span className="figures leading-snug max-md:order-last max-md:col-start-2 md:text-right">
        <span className="sr-only">{figures("budgeted")} </span>
        <span className="whitespace-nowrap">{amount(line.budget.thousandYen)}</span>{" "}
        {settled ? (
          <span className="block text-ink-muted text-sm max-md:inline max-md:pl-3">
            {figures("settledShort", { amount: amount(line.settled?.thousandYen) })}
            {line.rate === null ? null : ` ${figures("rateShort", { rate: line.rate })}`}
          </span>
        ) : null}
      </span>
      <Bar line={line} largest={largest} />
    </li>
  );
}

const WIDTH = 1000;
/** White between the parts of a bar, in its own units. */
const GAP = 4;

function Bar({ line, largest }: { line: BudgetLine; largest: number }) {
  let from = 0;
  const parts = line.bearers.flatMap(({ item, budget }) => {
    if (budget === null || item.withheld) return [];
    const part = { id: item.id, x: from, width: (budget / largest) * WIDTH };
    from += part.width;
    return [part];
  });
  const spent = line.settled?.thousandYen ?? null;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 16`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="drawing col-start-2 -col-end-1 h-4 w-full"
    >
      <path d={`M0 15.5H${WIDTH}`} stroke="currentColor" className="text-hairline" />
      {parts.map(({ id, x, width }) => (
        <rect
          key={id}
          x={x.toFixed(1)}
          y="0"
          width={Math.max(width - GAP, 2).toFixed(1)}
          height="16"
          className={spent === null ? "fill-accent" : "fill-accent-line"}
        />
      ))}
      {spent === null ? null : (
        <rect y="5" width={Math.max((spent / largest) * WIDTH, 2).toFixed(1)} height="6" className="fill-accent" />
      )}
    </svg>
  );
}
