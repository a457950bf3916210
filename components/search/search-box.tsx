import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button.tsx";
import { boxLook } from "@/components/ui/field.tsx";
import { LONGEST_QUERY } from "@/lib/domain/search-query.ts";
import { searchPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** One line to search everything public by words. `id` tells it apart from others of its page. */
export function SearchBox({ lang, id, labelled = false }: { lang: Language; id: string; labelled?: boolean }) {
  const words = useTranslations("search.box");
  return (
    <search className="print:hidden">
      <form method="get" action={searchPath(lang)} className="grid gap-2">
        <label htmlFor={id} className={labelled ? "font-bold" : "sr-only"}>
          {words("label")}
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            name="q"
            type="search"
            maxLength={LONGEST_QUERY}
            className={`${boxLook} w-full min-w-0 max-w-xl px-4 ${labelled ? "" : "md:w-52"}`}
          />
          <Button variant={labelled ? "primary" : "secondary"} className="shrink-0">
            {words("button")}
          </Button>
        </div>
      </form>
    </search>
  );
}
