import { useTranslations } from "next-intl";
import { Timeline } from "@/components/ui/timeline.tsx";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { ItemEdition } from "@/lib/domain/published-policy.ts";
import { revisionEntryPath } from "@/lib/web/paths.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The Editions that changed one item, newest first, each leading to its entry in the history. */
export function ItemHistory({
  lang,
  policy,
  editions,
}: {
  lang: Language;
  policy: { readonly org: string; readonly year: number };
  editions: readonly ItemEdition[];
}) {
  const words = useTranslations("history.public");
  return (
    <Timeline
      label={words("item.label")}
      entries={editions.map(({ line, plan, sheets }, index) => ({
        key: line.hash,
        date: dateWords(lang, tokyoDate(line.occurredAt)),
        dateTime: tokyoDate(line.occurredAt),
        title: words("item.what", {
          number: line.number,
          what: [...(plan ? [words(`item.${plan}`)] : []), ...sheets.map((phase) => words(`reflected.${phase}`))].join(
            words("and"),
          ),
        }),
        href: revisionEntryPath(lang, policy.org, policy.year, line.number),
        current: index === 0,
      }))}
    />
  );
}
