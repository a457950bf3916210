import { useTranslations } from "next-intl";
import { PageSteps } from "@/components/ui/page-steps.tsx";
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
  return (
    <PageSteps
      page={page}
      pages={pages}
      hrefOf={(number) => eventsPath(lang, { ...asked, page: String(number) })}
      label={words("pages")}
      position={words("page", { page, pages })}
      previous={words("previous")}
      next={words("next")}
    />
  );
}
