import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon.tsx";
import { addressOf, FILTER_NAMES, type SearchQuery } from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { searchPath } from "@/lib/web/paths.ts";
import { amountWords } from "@/lib/words/amounts.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useFilterWords } from "./filter-words.ts";

/** The query without anything that narrows its words down. */
export const withoutFilters = (query: SearchQuery): SearchQuery => ({
  ...query,
  filters: Object.fromEntries(FILTER_NAMES.map((name) => [name, []])) as unknown as SearchQuery["filters"],
  ...{ from: null, to: null, superseded: false, page: 1 },
});

/** What the search is narrowed down by, each a link to the same search without it. */
export function ActiveFilters({ lang, result }: { lang: Language; result: SearchResult }) {
  const words = useTranslations("search");
  const wordsOf = useFilterWords(lang, result.organizations);
  const { query } = result;
  const first = { ...query, page: 1 };
  const { filters, from, to } = query;
  const active: { label: string; without: SearchQuery }[] = FILTER_NAMES.flatMap((name) =>
    filters[name].map((value) => ({
      label: wordsOf(name, value),
      without: { ...first, filters: { ...filters, [name]: filters[name].filter((other) => other !== value) } },
    })),
  );
  if (from !== null) {
    const label = `${words("budget")} ${words("fromWords", { amount: amountWords(lang, from) })}`;
    active.push({ label, without: { ...first, from: null } });
  }
  if (to !== null) {
    const label = `${words("budget")} ${words("toWords", { amount: amountWords(lang, to) })}`;
    active.push({ label, without: { ...first, to: null } });
  }
  if (query.superseded) active.push({ label: words("superseded"), without: { ...first, superseded: false } });
  if (active.length === 0) return null;
  return (
    <nav aria-label={words("active")} className="print:hidden">
      <ul className="flex flex-wrap gap-2">
        {active.map(({ label, without }) => (
          <li key={label}>
            <a
              href={searchPath(lang, addressOf(without))}
              className="inline-flex min-h-target items-center gap-1.5 rounded-md border border-accent bg-accent-wash px-3 text-accent text-sm no-underline visited:text-accent hover:underline"
            >
              {label}
              <Icon name="cross" label={words("remove", { label: "" })} className="size-4" />
            </a>
          </li>
        ))}
        <li>
          <a
            href={searchPath(lang, addressOf(withoutFilters(query)))}
            className="inline-flex min-h-target items-center px-2 text-sm"
          >
            {words("clear")}
          </a>
        </li>
      </ul>
    </nav>
  );
}
