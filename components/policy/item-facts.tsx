import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { PublishedItem } from "@/lib/domain/placed.ts";
import { budgetOf } from "@/lib/domain/progress.ts";
import type { PublishedPolicy, SectionName } from "@/lib/domain/published-policy.ts";
import { editionPath, itemDataPath } from "@/lib/web/paths.ts";
import { amountWords, numberWords } from "@/lib/words/amounts.ts";
import { dateWords, fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { Settled } from "./settled.tsx";

/** What an item costs where its form says so, which section answers for it, of which Edition, at which address, as data. */
export function ItemFacts({
  lang,
  policy,
  item,
  section,
  path,
}: {
  lang: Language;
  policy: PublishedPolicy;
  item: PublishedItem;
  section: SectionName | null;
  path: string;
}) {
  const words = useTranslations("public");
  const { organization, fiscalYear, formId, edition } = policy;
  const bears = fieldsOf(formId, item.type, "PLAN").some(({ key }) => key === "budgetThousandYen");
  const data = itemDataPath(organization.slug, fiscalYear, item);
  return (
    <section aria-label={words("items.facts")}>
      <dl className="grid gap-x-12 gap-y-5 border-hairline border-y py-6 md:grid-cols-2">
        {bears && !item.withheld ? <BudgetFact lang={lang} policy={policy} item={item} /> : null}
        <div>
          <dt className="text-ink-muted text-sm">{words("items.section")}</dt>
          {section ? (
            <dd>
              <b lang={lang}>{lang === "ja" ? section.nameJa : section.nameEn}</b>
              <span className="block text-ink-muted text-sm">{words("items.sectionNow")}</span>
            </dd>
          ) : (
            <dd>{words("items.noSection")}</dd>
          )}
        </div>
        <div>
          <dt className="text-ink-muted text-sm">{words("policy.edition")}</dt>
          <dd>
            <a
              href={editionPath(lang, organization.slug, fiscalYear, edition.number)}
              className="inline-flex min-h-target items-center print:min-h-0"
            >
              {words("home.editionOf", {
                number: edition.number,
                date: dateWords(lang, tokyoDate(new Date(edition.occurredAt))),
              })}
            </a>
          </dd>
        </div>
        <div className="min-w-0">
          <dt className="text-ink-muted text-sm">{words("data.address")}</dt>
          <dd>
            <a href={path} className="inline-flex min-h-target items-center break-all print:min-h-0">
              {path}
            </a>
          </dd>
        </div>
        <div className="min-w-0">
          <dt className="text-ink-muted text-sm">{words("items.data")}</dt>
          <dd>
            <a href={data} className="inline-flex min-h-target items-center gap-2 break-all print:min-h-0">
              <Icon name="document" className="shrink-0" />
              {data}
            </a>
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** An item's budget; of an initiative also its share of what the policy's initiatives cost together. */
function BudgetFact({ lang, policy, item }: { lang: Language; policy: PublishedPolicy; item: PublishedItem }) {
  const words = useTranslations("public");
  const budget = item.plan.budgetThousandYen;
  const total = item.type === "initiative" ? budgetOf(policy.formId, policy.content).thousandYen : null;
  return (
    <div className="grid content-start gap-1 md:row-span-4">
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
        <Settled lang={lang} formId={policy.formId} target={item} />
      </dd>
    </div>
  );
}

/** The share as a bar. The words below say the same, so it is hidden from screen readers. */
function Share({ of }: { of: number }) {
  return (
    <svg viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true" className="h-2 w-full max-w-80">
      <rect width="1000" height="8" className="fill-hairline" />
      <rect width={Math.max(of * 1000, 4).toFixed(1)} height="8" className="fill-accent" />
    </svg>
  );
}
