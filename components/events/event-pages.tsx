import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button.tsx";
import type { EventFilter } from "@/lib/domain/event-log.ts";
import { eventsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The way from page to page of the events; nothing where there is one page only. */
export function EventPages({
  lang,
  asked,
  page,
  pages,
}: {
  lang: Language;
  asked: Omit<EventFilter, "page">;
  page: number;
  pages: number;
}) {
  const words = useTranslations("takingBack.events");
  if (pages <= 1) return null;
  const at = (number: number) => eventsPath(lang, { ...asked, page: String(number) });
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
