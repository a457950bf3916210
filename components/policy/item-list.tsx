import { useTranslations } from "next-intl";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { EVALUATIONS } from "@/lib/domain/forms/form.ts";
import { childrenOf, type PublishedItem } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { AmountWords } from "./amount-words.tsx";
import { useCodeWords } from "./issue-section.tsx";
import { ItemGrade } from "./item-grade.tsx";
import { settledOf } from "./settled.tsx";

/** Items as links to their pages, each with its budget and how it was judged; what stands below one stands under it. */
export function ItemList({
  lang,
  policy,
  items,
}: {
  lang: Language;
  policy: PublishedPolicy;
  items: readonly PublishedItem[];
}) {
  return (
    <ul className="grid">
      {items.map((item) => (
        <li
          key={item.id}
          className="border-hairline border-t py-4 first:border-t-0 first:pt-0 print:break-inside-avoid"
        >
          <ItemLine lang={lang} policy={policy} item={item} />
          {childrenOf(item).length > 0 ? (
            <div className="mt-4 border-accent-line border-l-4 pl-4 md:pl-6">
              <ItemList lang={lang} policy={policy} items={childrenOf(item)} />
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function ItemLine({ lang, policy, item }: { lang: Language; policy: PublishedPolicy; item: PublishedItem }) {
  const words = useTranslations("public.policy");
  const coded = useCodeWords(lang, policy.formId);
  const bears = fieldsOf(policy.formId, item.type, "PLAN").some(({ key }) => key === "budgetThousandYen");
  const budget = item.plan.budgetThousandYen;
  const settled = settledOf(policy.formId, item);
  return (
    <div className="grid gap-x-8 gap-y-2 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="grid content-start gap-0.5">
        <span className="figures font-bold text-accent text-sm">{coded(item.type, item.code)}</span>
        <a
          href={itemPath(lang, policy.organization.slug, policy.fiscalYear, item)}
          lang="ja"
          className="title-ja inline-flex min-h-target items-start font-bold"
        >
          {item.title}
        </a>
      </div>
      <dl className="grid content-start gap-1">
        {bears && !item.withheld ? (
          <>
            <div className="flex items-baseline gap-x-3 text-sm">
              <dt className="w-28 shrink-0 text-ink-muted">{words("budget")}</dt>
              <dd>
                {typeof budget === "number" ? (
                  <span className="figures font-bold">{amountWords(lang, budget)}</span>
                ) : (
                  words("budgetUnknown")
                )}
              </dd>
            </div>
            {settled ? (
              <div className="flex items-baseline gap-x-3 text-sm">
                <dt className="w-28 shrink-0 text-ink-muted">{settled.field.label[lang]}</dt>
                <dd>
                  <AmountWords lang={lang} {...settled} />
                </dd>
              </div>
            ) : null}
          </>
        ) : null}
        {EVALUATIONS.map((phase) => (
          <ItemGrade key={phase} lang={lang} policy={policy} item={item} phase={phase} />
        ))}
      </dl>
    </div>
  );
}
