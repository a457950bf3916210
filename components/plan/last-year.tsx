import { useTranslations } from "next-intl";
import { SheetView } from "@/components/policy/sheet-view.tsx";
import { Disclosure } from "@/components/ui/disclosure.tsx";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { LastYearOfItems } from "@/lib/domain/revision-view.ts";
import { amountOf, type YearItem } from "@/lib/domain/years.ts";
import { itemPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

const PHASES = ["SELF_EVALUATION", "MID_YEAR_REVIEW"] as const;

/** What last year's items that an item continues had come to, one press away from where this year's is written. */
export function LastYear({ lang, lastYear, current }: { lang: Language; lastYear: LastYearOfItems; current: string }) {
  const words = useTranslations("years.beside");
  const items = lastYear.continued.get(current);
  if (!items) return null;
  return (
    <Disclosure summary={words("titleOf", { year: fiscalYearWords(lang, lastYear.fiscalYear) })}>
      <div className="grid gap-4">
        {items.length === 0 ? <p className="text-ink-muted">{words("none")}</p> : null}
        {items.map((item) => (
          <LastYearItem key={item.id} lang={lang} lastYear={lastYear} item={item} />
        ))}
      </div>
    </Disclosure>
  );
}

/** The same for every item that a Revision changes, folded, for whoever decides it. */
export function LastYearOfChanges({
  lang,
  lastYear,
  keys,
}: {
  lang: Language;
  lastYear: LastYearOfItems;
  /** The keys of the nodes that it changes or adds, in reading order. */
  keys: readonly string[];
}) {
  const words = useTranslations("years.beside");
  const items = keys.flatMap((key) => lastYear.continued.get(key) ?? []);
  const each = items.filter((item, index) => items.findIndex(({ id }) => id === item.id) === index);
  if (each.length === 0) return null;
  return (
    <section aria-labelledby="last-year-heading" className="grid gap-4">
      <h3 id="last-year-heading">
        {words("list")}{" "}
        <span className="figures font-normal text-base text-ink-muted">
          {fiscalYearWords(lang, lastYear.fiscalYear)}
        </span>
      </h3>
      <div>
        {each.map((item) => (
          <Disclosure
            key={item.id}
            className="border-t-0 first:border-t"
            summary={
              <span lang="ja">
                <span className="figures">{item.code}</span> {item.title}
              </span>
            }
          >
            <LastYearItem lang={lang} lastYear={lastYear} item={item} titled={false} />
          </Disclosure>
        ))}
      </div>
    </section>
  );
}

function LastYearItem({
  lang,
  lastYear: { slug, fiscalYear, formId },
  item,
  titled = true,
}: {
  lang: Language;
  lastYear: LastYearOfItems;
  item: YearItem;
  titled?: boolean;
}) {
  const words = useTranslations();
  const [budget, settled] = [amountOf(item, "budget"), amountOf(item, "settled")];
  const phases = PHASES.filter((phase) => fieldsOf(formId, item.type, phase).length > 0);
  const latest = phases.find((phase) => item.sheets[phase]);
  return (
    <div className="grid gap-3">
      {titled ? (
        <p lang="ja" className="font-bold">
          <span className="figures">{item.code}</span> {item.title}
        </p>
      ) : null}
      {budget === null && settled === null ? null : (
        <dl className="flex flex-wrap gap-x-8 gap-y-1">
          {(
            [
              ["budget", budget],
              ["settled", settled],
            ] as const
          ).map(([name, amount]) => (
            <div key={name} className="flex flex-wrap gap-x-2">
              <dt className="text-ink-muted">{words(`years.${name}`)}</dt>
              <dd className="figures font-bold">
                {amount === null ? words("years.unknown") : amountWords(lang, amount)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {phases.map((phase) => {
        const values = item.sheets[phase];
        const name = words(`phases.${phase}`);
        return values ? (
          <Disclosure key={phase} variant="quiet" summary={name} open={phase === latest || undefined}>
            <SheetView
              lang={lang}
              fields={fieldsOf(formId, item.type, phase)}
              values={values}
              plan={item.plan}
              empty="list"
            />
          </Disclosure>
        ) : (
          <p key={phase} className="text-ink-muted text-sm">
            {words("years.beside.notReleased", { phase: name })}
          </p>
        );
      })}
      <p>
        <a href={itemPath(lang, slug, fiscalYear, item)} className="inline-flex min-h-target items-center">
          {words("years.beside.read")}
        </a>
      </p>
    </div>
  );
}
