import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { YearSteps } from "@/components/policy/policy-status.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { stageOf } from "@/lib/domain/figures.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { isProvisional } from "@/lib/domain/formulation.ts";
import { type Amount, bearersOf, budgetLine } from "@/lib/domain/progress.ts";
import type { OrganizationYears } from "@/lib/domain/published-policy.ts";
import { policyPath, revisionsPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { StageBadge, Standing } from "./city-list.tsx";

type Year = OrganizationYears["years"][number];

/** An organisation's years along a line, the newest first: how far each came, its grades, its money, its revisions. */
export function OrganizationYearsView({
  lang,
  found: { organization, years },
}: {
  lang: Language;
  found: OrganizationYears;
}) {
  return (
    <ol>
      {years.map((year, index) => (
        <li key={year.fiscalYear} className="group relative pb-12 pl-8 last:pb-0 md:pl-12">
          <span
            aria-hidden="true"
            className="absolute top-4 bottom-0 left-[0.4375rem] border-accent-line border-l-2 group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={`absolute top-[0.6em] left-0 size-4 rounded-full border-2 border-accent ${index === 0 ? "forced-fill bg-accent" : "bg-paper"}`}
          />
          <OneYear lang={lang} slug={organization.slug} year={year} />
        </li>
      ))}
    </ol>
  );
}

function OneYear({ lang, slug, year }: { lang: Language; slug: string; year: Year }) {
  const words = useTranslations("public.standing.organization");
  const home = useTranslations("public.home");
  const steps = useTranslations("formulationSteps");
  const { fiscalYear, formId, content, edition, revisions } = year;
  const id = `year-${fiscalYear}`;
  const money = budgetLine(
    formId,
    content.issues.flatMap((issue) => bearersOf(formId, issue)),
  );
  return (
    <article aria-labelledby={id} className="grid gap-5 print:break-inside-avoid">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h3 id={id} className="figures text-xl">
          <a href={policyPath(lang, slug, fiscalYear)} className="inline-flex min-h-8 items-center">
            {fiscalYearWords(lang, fiscalYear)}
          </a>
        </h3>
        <StageBadge stage={stageOf(year)} />
        {isProvisional(edition.step) ? <Badge tone="warning">{steps(edition.step)}</Badge> : null}
      </div>
      <div className="grid gap-x-12 gap-y-6 lg:grid-cols-2">
        <div className="grid content-start gap-6">
          <YearSteps policy={year} className="max-w-md" />
          <Standing lang={lang} policy={year} />
        </div>
        <dl className="grid content-start gap-x-8 gap-y-3 sm:grid-cols-2">
          <Fact term={words("edition")}>
            {home("editionOf", {
              number: edition.number,
              date: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
            })}
          </Fact>
          <Fact term={words("revisions")}>
            <a href={revisionsPath(lang, slug, fiscalYear)} className="inline-flex min-h-6 items-center">
              <span className="sr-only">
                {fiscalYearWords(lang, fiscalYear)} {words("revisions")}:{" "}
              </span>
              {words("revisionsCount", { count: revisions })}
            </a>
          </Fact>
          <Fact term={words("budget")}>
            <Sum lang={lang} amount={money.budget} />
          </Fact>
          {money.settled && money.settled.known > 0 ? (
            <Fact term={words("settled")}>
              <Sum lang={lang} amount={money.settled} rate={money.rate} />
            </Fact>
          ) : null}
        </dl>
      </div>
    </article>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="border-hairline border-t pt-2">
      <dt className="text-ink-muted text-sm">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A sum with how many items it leaves out. */
function Sum({ lang, amount, rate = null }: { lang: Language; amount: Amount; rate?: number | null }) {
  const words = useTranslations("public.standing.organization");
  const indicators = useTranslations("indicators");
  if (amount.thousandYen === null) return words("unknown");
  return (
    <>
      <span className="figures font-bold">{amountWords(lang, amount.thousandYen)}</span>{" "}
      <span className="figures text-ink-muted text-sm">
        {rate === null ? null : `${indicators("rate", { rate })} `}
        {amount.unknown > 0 ? words("partly", { unknown: amount.unknown }) : null}
      </span>
    </>
  );
}
