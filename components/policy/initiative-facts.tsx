import { useTranslations } from "next-intl";
import type { PublishedInitiative } from "@/lib/domain/edition.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { budgetOf } from "@/lib/domain/progress.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { amountWords, numberWords } from "@/lib/words/amounts.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Settled } from "./settled.tsx";

/** What an initiative costs, and its share of what the policy's main initiatives cost; of which edition; at which address. */
export function InitiativeFacts({
  lang,
  policy,
  initiative,
  path,
}: {
  lang: Language;
  policy: PublishedPolicy;
  initiative: PublishedInitiative;
  path: string;
}) {
  const words = useTranslations("public");
  const budget = initiative.plan.budgetThousandYen;
  const total = budgetOf(policy.formId, policy.content).thousandYen;
  const released = tokyoDate(new Date(policy.edition.occurredAt));
  return (
    <dl className="grid gap-x-12 gap-y-6 border-hairline border-y py-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
      <div className="grid content-start gap-1 md:row-span-2">
        <dt className="text-ink-muted text-sm">
          {words("initiative.budget")} {fiscalYearWords(lang, policy.fiscalYear)}
        </dt>
        <dd className="grid gap-2">
          {typeof budget === "number" ? (
            <span className="figures font-bold text-3xl leading-tight md:text-4xl">{amountWords(lang, budget)}</span>
          ) : (
            <span className="text-ink-muted">{words("policy.budgetUnknown")}</span>
          )}
          {typeof budget === "number" && total ? (
            <>
              <Share of={budget / total} />
              <span className="text-ink-soft text-sm">
                {words("initiative.of", {
                  share: numberWords(lang, Math.round((budget / total) * 1000) / 10),
                  total: amountWords(lang, total),
                })}
              </span>
            </>
          ) : null}
          <Settled lang={lang} formId={policy.formId} target={initiative} />
        </dd>
      </div>
      <div>
        <dt className="text-ink-muted text-sm">{words("policy.edition")}</dt>
        <dd>{words("home.editionOf", { number: policy.edition.number, date: dateWords(lang, released) })}</dd>
      </div>
      <div>
        <dt className="text-ink-muted text-sm">{words("data.address")}</dt>
        <dd>
          <a href={path} className="inline-flex min-h-target items-center">
            {path}
          </a>
        </dd>
      </div>
    </dl>
  );
}

/** The share as a bar. The words below say the same, so it is hidden from screen readers. */
function Share({ of }: { of: number }) {
  return (
    <svg
      viewBox="0 0 1000 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
      className="h-2 w-full max-w-80"
    >
      <rect width="1000" height="8" className="fill-hairline" />
      <rect width={Math.max(of * 1000, 4).toFixed(1)} height="8" className="fill-accent" />
    </svg>
  );
}
