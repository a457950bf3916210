import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { EditionContent, PublishedIssue } from "@/lib/domain/edition.ts";

import { budgetOf } from "@/lib/domain/progress.ts";
import { amountWords, numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * What the shown initiatives cost, issue by issue: a sentence that says what the sum leaves out, bars whose parts are the
 * initiatives, and the same figures as a table.
 */
export function BudgetFigure({ lang, content }: { lang: Language; content: EditionContent }) {
  const words = useTranslations("public.summary");
  const whole = budgetOf(content);
  const count = whole.known + whole.unknown;
  const largest = Math.max(1, ...content.issues.map((issue) => budgetOf({ issues: [issue] }).thousandYen ?? 0));
  return (
    <div className="space-y-5">
      <ol className="space-y-5">
        {content.issues.map((issue) => (
          <IssueBar key={issue.id} lang={lang} issue={issue} largest={largest} />
        ))}
      </ol>
      <p className="max-w-prose text-ink-soft">
        {words("bars")}{" "}
        {whole.thousandYen === null
          ? words("budgetUnknown", { count })
          : words("budget", { count, amount: amountWords(lang, whole.thousandYen) })}{" "}
        {whole.thousandYen !== null && whole.unknown > 0 ? words("budgetPartly", { unknown: whole.unknown }) : null}
      </p>
      <Disclosure summary={words("table")}>
        <BudgetTable lang={lang} content={content} />
      </Disclosure>
    </div>
  );
}

/** One issue with its sum and its bar. The bar repeats the figure beside it, so it is hidden from screen readers. */
function IssueBar({ lang, issue, largest }: { lang: Language; issue: PublishedIssue; largest: number }) {
  const words = useTranslations("public.summary");
  const sum = budgetOf({ issues: [issue] }).thousandYen;
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 md:grid-cols-[1.5rem_minmax(0,1fr)_auto]">
      <span aria-hidden="true" className="figures font-bold text-accent text-lg leading-snug">
        {issue.code}
      </span>
      <a href={`#issue-${issue.code}`} lang="ja" className="title-ja inline-flex items-center font-bold leading-snug">
        {issue.title}
      </a>
      <span className="figures whitespace-nowrap leading-snug max-md:order-last max-md:col-start-2 md:text-right">
        {sum === null ? words("unknown") : amountWords(lang, sum)}
      </span>
      <Bar issue={issue} largest={largest} />
    </li>
  );
}

const WIDTH = 1000;
/** White between the parts of a bar, in its own units. */
const GAP = 4;

function Bar({ issue, largest }: { issue: PublishedIssue; largest: number }) {
  let from = 0;
  const parts = initiativesIn(issue).flatMap((initiative) => {
    const amount = initiative.plan.budgetThousandYen;
    if (typeof amount !== "number") return [];
    const part = { id: initiative.id, x: from, width: (amount / largest) * WIDTH };
    from += part.width;
    return [part];
  });
  return (
    <svg
      viewBox={`0 0 ${WIDTH} 12`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      className="col-start-2 -col-end-1 h-3 w-full"
    >
      <path d={`M0 11.5H${WIDTH}`} stroke="currentColor" className="text-hairline" />
      {parts.map(({ id, x, width }) => (
        <rect
          key={id}
          x={x.toFixed(1)}
          y="0"
          width={Math.max(width - GAP, 2).toFixed(1)}
          height="12"
          className="fill-accent"
        />
      ))}
    </svg>
  );
}

function BudgetTable({ lang, content }: { lang: Language; content: EditionContent }) {
  const words = useTranslations("public.summary");
  const whole = budgetOf(content);
  return (
    <Table id="budget-table" caption={words("caption")}>
      <thead>
        <tr>
          <Th>{words("issue")}</Th>
          <Th>{words("initiative")}</Th>
          <Th numeric>{words("amount")}</Th>
        </tr>
      </thead>
      <tbody>
        {content.issues.flatMap((issue) =>
          initiativesIn(issue).map((initiative) => {
            const amount = initiative.plan.budgetThousandYen;
            return (
              <tr key={initiative.id}>
                <Td className="figures">{issue.code}</Td>
                <Th scope="row" lang="ja">
                  <span className="figures">{initiative.code}</span> {initiative.title}
                </Th>
                <Td numeric>{typeof amount === "number" ? numberWords(lang, amount) : words("unknown")}</Td>
              </tr>
            );
          }),
        )}
      </tbody>
      {whole.thousandYen === null ? null : (
        <tfoot>
          <tr>
            <Th scope="row" colSpan={2}>
              {words("total")}
            </Th>
            <Td numeric>{numberWords(lang, whole.thousandYen)}</Td>
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

const initiativesIn = (issue: PublishedIssue) => issue.strategies.flatMap((strategy) => strategy.initiatives);
