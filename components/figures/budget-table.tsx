import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table.tsx";
import type { PublishedIssue } from "@/lib/domain/edition.ts";
import type { BearerLine, BudgetLine } from "@/lib/domain/progress.ts";
import { numberWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The sums of one issue. */
export interface IssueBudget {
  readonly issue: PublishedIssue;
  readonly line: BudgetLine;
}

/** What the figures and the table of budgets show. */
export interface Budgets {
  readonly kind: "issue" | "initiative";
  readonly whole: BudgetLine;
  readonly issues: readonly IssueBudget[];
  /** Whether anything that was spent is known. */
  readonly settled: boolean;
}

/** Each item with its amounts, below the sums of its issue where there are several; then the sums of all. */
export function BudgetTable({ lang, budgets: { kind, whole, issues, settled } }: { lang: Language; budgets: Budgets }) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures");
  return (
    <Table id="budget-table" caption={words("caption", { kind })}>
      <thead>
        <tr>
          <Th>{words("bearer", { kind })}</Th>
          <Th numeric>{words("amount")}</Th>
          {settled ? (
            <>
              <Th numeric>{figures("budget.settledColumn")}</Th>
              <Th numeric>{figures("budget.rateColumn")}</Th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {issues.length === 0 ? <BearerRows lang={lang} line={whole} settled={settled} /> : null}
        {issues.map(({ issue, line }) => (
          <IssueRows key={issue.id} lang={lang} kind={kind} issue={issue} line={line} settled={settled} />
        ))}
      </tbody>
      {whole.budget.thousandYen === null ? null : (
        <tfoot>
          <tr>
            <Th scope="row">{words("total")}</Th>
            <SumCells lang={lang} line={whole} settled={settled} />
          </tr>
        </tfoot>
      )}
    </Table>
  );
}

function IssueRows({
  lang,
  kind,
  issue,
  line,
  settled,
}: IssueBudget & { lang: Language; kind: Budgets["kind"]; settled: boolean }) {
  const figures = useTranslations("public.figures.budget");
  return (
    <>
      {kind === "initiative" ? (
        <tr>
          <Th scope="row">
            {figures("ofIssue", { code: issue.code })}{" "}
            <span lang="ja" className="font-normal text-sm">
              {issue.title}
            </span>
          </Th>
          <SumCells lang={lang} line={line} settled={settled} />
        </tr>
      ) : null}
      <BearerRows lang={lang} line={line} settled={settled} indented={kind === "initiative"} />
    </>
  );
}

function BearerRows({
  lang,
  line,
  settled,
  indented = false,
}: {
  lang: Language;
  line: BudgetLine;
  settled: boolean;
  indented?: boolean;
}) {
  return line.bearers.map((bearer) => (
    <tr key={bearer.item.id}>
      <th scope="row" lang="ja" className={`font-normal ${indented ? "pl-6!" : ""}`}>
        <span className="figures">{bearer.item.code}</span> {bearer.item.title}
      </th>
      <BearerCells lang={lang} bearer={bearer} settled={settled} />
    </tr>
  ));
}

function BearerCells({ lang, bearer, settled }: { lang: Language; bearer: BearerLine; settled: boolean }) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures");
  const takingBack = useTranslations("takingBack.withheld");
  const amount = (value: number | null) =>
    value === null ? (bearer.item.withheld ? takingBack("amount") : words("unknown")) : numberWords(lang, value);
  return (
    <>
      <Td numeric>{amount(bearer.budget)}</Td>
      {settled ? (
        <>
          <Td numeric>{amount(bearer.settled)}</Td>
          <Td numeric>{bearer.rate === null ? figures("noRate") : figures("percent", { rate: bearer.rate })}</Td>
        </>
      ) : null}
    </>
  );
}

/** Sums, each with how many items it leaves out because nothing is known of them. */
function SumCells({ lang, line, settled }: { lang: Language; line: BudgetLine; settled: boolean }) {
  const words = useTranslations("public.summary");
  const figures = useTranslations("public.figures");
  const sum = (amount: BudgetLine["budget"] | null) => (
    <>
      <b>{amount === null || amount.thousandYen === null ? words("unknown") : numberWords(lang, amount.thousandYen)}</b>
      {amount !== null && amount.unknown > 0 ? (
        <span className="block font-normal text-ink-muted text-sm">
          {figures("budget.without", { count: amount.unknown })}
        </span>
      ) : null}
    </>
  );
  return (
    <>
      <Td numeric>{sum(line.budget)}</Td>
      {settled ? (
        <>
          <Td numeric>{sum(line.settled)}</Td>
          <Td numeric>
            {line.rate === null ? figures("noRate") : figures("percent", { rate: line.rate })}
            {line.rate !== null && line.rated < line.bearers.length ? (
              <span className="block font-normal text-ink-muted text-sm">
                {figures("budget.rated", { count: line.rated })}
              </span>
            ) : null}
          </Td>
        </>
      ) : null}
    </>
  );
}
