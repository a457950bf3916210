import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button.tsx";
import { addressOf } from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { searchPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The way from page to page of what was found; nothing where there is one page only. */
export function SearchPages({ lang, result: { query, pages } }: { lang: Language; result: SearchResult }) {
  const words = useTranslations("search");
  if (pages <= 1) return null;
  const { page } = query;
  const at = (number: number) => searchPath(lang, addressOf({ ...query, page: number }));
  return (
    <nav aria-label={words("pages")} className="flex flex-wrap items-center gap-x-6 gap-y-3 print:hidden">
      {page > 1 ? (
        <ButtonLink rel="prev" href={at(page - 1)}>
          {words("previous")}
        </ButtonLink>
      ) : null}
      <span className="figures">{words("page", { page, pages })}</span>
      {page < pages ? (
        <ButtonLink rel="next" href={at(page + 1)}>
          {words("next")}
        </ButtonLink>
      ) : null}
    </nav>
  );
}
