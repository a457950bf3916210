import { useTranslations } from "next-intl";
import { PageSteps } from "@/components/ui/page-steps.tsx";
import { addressOf } from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { searchPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The way from page to page of what was found; nothing where there is one page only. */
export function SearchPages({ lang, result: { query, pages } }: { lang: Language; result: SearchResult }) {
  const words = useTranslations("search");
  const { page } = query;
  return (
    <PageSteps
      page={page}
      pages={pages}
      hrefOf={(number) => searchPath(lang, addressOf({ ...query, page: number }))}
      label={words("pages")}
      position={words("page", { page, pages })}
      previous={words("previous")}
      next={words("next")}
    />
  );
}
