import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { EditionContent, PublishedIssue } from "@/lib/domain/edition.ts";
import { bearersOf, budgetOf, withheldBearers } from "@/lib/domain/progress.ts";
import { amountWords, numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

interface BudgetProps {
  lang: Language;
  formId: string;
  content: EditionContent;
}

/**
 * What the shown initiatives cost, issue by issue: a sentence that says what the sum leaves out, bars whose parts are the
 * initiatives, and the same figures as a table. Where the form gives budgets to issues, issues stand for initiatives.
 */
export function BudgetFigure({ lang, formId, content }: BudgetProps) {
  const words = useTranslations("public.summary");
  const whole = budgetOf(formId, content);
  const kind = kindOf(formId, content);
  const count = whole.known + whole.unknown;
  const takingBack = useTranslations("takingBack.withheld");
  const withheld = withheldBearers(formId, content);
  const largest = Math.max(1, ...content.issues.map((issue) => budgetOf(formId, { issues: [issue] }).thousandYen ?? 0));
  return (
    <div className="space-y-5">
      <ol className="space-y-5">
        {content.issues.map((issue) => (
          <IssueBar key={issue.id} lang={lang} formId={formId} issue={issue} largest={largest} />
        ))}
      </ol>
      <p className="max-w-prose text-ink-soft">
        {kind === "initiative" ? `${words("bars")} ` : null}
        {whole.thousandYen === null
          ? words("budgetUnknown", { kind, count })
          : words("budget", { kind, count, amount: amountWords(lang, whole.thousandYen) })}{" "}
        {whole.thousandYen !== null && whole.unknown > 0 ? words("budgetPartly", { unknown: whole.unknown }) : null}{" "}
        {withheld > 0 ? takingBack("budget", { count: withheld }) : null}
      </p>
      <Disclosure summary={words("table", { kind })}>
        <BudgetTable lang={lang} formId={formId} content={content} />
      </Disclosure>
    </div>
  );
}

/** One issue with its sum and its bar. The bar repeats the figure beside it, so it is hidden from screen readers. */
function IssueBar({
  lang,
  formId,
  issue,
  largest,
}: {
  lang: Language;
  formId: string;
  issue: PublishedIssue;
  largest: number;
}) {
  const words = useTranslations("public.summary");
  const sum = budgetOf(formId, { issues: [issue] }).thousandYen;
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
      <Bar formId={formId} issue={issue} largest={largest} />
    </li>
  );
}

const WIDTH = 1000;
/** White between the parts of a bar, in its own units. */
const GAP = 4;

function Bar({ formId, issue, largest }: { formId: string; issue: PublishedIssue; largest: number }) {
  let from = 0;
  const parts = bearersOf(formId, issue).flatMap((bearer) => {
    const amount = bearer.plan.budgetThousandYen;
    if (typeof amount !== "number") return [];
    const part = { id: bearer.id, x: from, width: (amount / largest) * WIDTH };
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

function BudgetTable({ lang, formId, content }: BudgetProps) {
  const words = useTranslations("public.summary");
  const takingBack = useTranslations("takingBack.withheld");
  const whole = budgetOf(formId, content);
  const kind = kindOf(formId, content);
  return (
    <Table id="budget-table" caption={words("caption", { kind })}>
      <thead>
        <tr>
          <Th>{words("code")}</Th>
          <Th>{words("bearer", { kind })}</Th>
          <Th numeric>{words("amount")}</Th>
        </tr>
      </thead>
      <tbody>
        {content.issues.flatMap((issue) =>
          bearersOf(formId, issue).map((bearer) => {
            const amount = bearer.plan.budgetThousandYen;
            return (
              <tr key={bearer.id}>
                <Td className="figures">{issue.code}</Td>
                <Th scope="row" lang="ja">
                  <span className="figures">{bearer.code}</span> {bearer.title}
                </Th>
                <Td numeric>
                  {typeof amount === "number"
                    ? numberWords(lang, amount)
                    : bearer.withheld
                      ? takingBack("amount")
                      : words("unknown")}
                </Td>
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

/** What kind of item the budgets are given for. */
function kindOf(formId: string, content: EditionContent): "issue" | "initiative" {
  return content.issues.flatMap((issue) => bearersOf(formId, issue))[0]?.type ?? "initiative";
}
