import { useTranslations } from "next-intl";
import type { Placed } from "@/lib/domain/placed.ts";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { itemPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { useCodeWords } from "./issue-section.tsx";

/** From the issue down: what an item stands below, each leading to its page. Nothing for what stands at the top. */
export function ItemPlace({
  lang,
  policy,
  placed: { above },
}: {
  lang: Language;
  policy: PublishedPolicy;
  placed: Placed;
}) {
  const words = useTranslations("public.items");
  const coded = useCodeWords(lang, policy.formId);
  if (above.length === 0) return null;
  return (
    <nav aria-labelledby="place">
      <p id="place" className="mb-3 text-ink-muted text-sm">
        {words("place")}
      </p>
      <ol className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        {above.map((item) => (
          <li key={item.id} className="grid content-start gap-0.5 border-accent-line border-l-4 pl-4">
            <span className="figures font-bold text-accent text-sm">{coded(item.type, item.code)}</span>
            <a
              href={itemPath(lang, policy.organization.slug, policy.fiscalYear, item)}
              lang="ja"
              className="title-ja inline-flex min-h-target items-start print:min-h-0"
            >
              {item.title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
