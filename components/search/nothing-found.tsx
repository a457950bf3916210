import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button.tsx";
import { Empty } from "@/components/ui/empty.tsx";
import { JapaneseParts } from "@/components/ui/japanese-parts.tsx";
import { addressOf, hasFilters } from "@/lib/domain/search-query.ts";
import type { SearchResult } from "@/lib/domain/search-result.ts";
import { searchPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { withoutFilters } from "./active-filters.tsx";

/** That nothing was found, for what, and what may help. */
export function NothingFound({ lang, result: { query } }: { lang: Language; result: SearchResult }) {
  const words = useTranslations("search");
  const quoted = query.q ? words("quoted", { q: query.q }) : null;
  const narrowed = hasFilters(query);
  return (
    <Empty
      title={<JapaneseParts lang={lang} text={quoted ? words("noneTitle", { q: quoted }) : words("noneTitleAll")} />}
      action={
        <>
          {narrowed ? (
            <ButtonLink href={searchPath(lang, addressOf(withoutFilters(query)))}>{words("withoutFilters")}</ButtonLink>
          ) : null}
          {query.superseded ? null : (
            <ButtonLink href={searchPath(lang, addressOf({ ...query, superseded: true, page: 1 }))}>
              {words("withSuperseded")}
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        {query.q ? words("noneShorter") : null} {query.words.length > 1 ? words("noneFewer") : null}{" "}
        {narrowed ? words("noneFilters") : null} {query.superseded ? null : words("noneSuperseded")}
      </p>
    </Empty>
  );
}
