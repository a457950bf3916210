import { useTranslations } from "next-intl";
import type { PublishedInitiative } from "@/lib/domain/edition.ts";
import { GOALS, THEMES } from "@/lib/domain/themes.ts";
import { searchPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What an initiative is filed under, each leading to everything that is filed there; nothing where no tag was set. */
export function InitiativeTags({
  lang,
  initiative: { themes = [], sdgs = [] },
}: {
  lang: Language;
  initiative: Pick<PublishedInitiative, "themes" | "sdgs">;
}) {
  const words = useTranslations("search");
  const tags = [
    {
      term: words("themes"),
      links: THEMES.filter(({ code }) => themes.includes(code)).map(({ code, label }) => ({
        label: label[lang],
        href: searchPath(lang, { theme: code }),
      })),
    },
    {
      term: words("sdgs"),
      links: GOALS.filter(({ code }) => sdgs.includes(code)).map(({ code, label }) => ({
        label: `${code} ${label[lang]}`,
        href: searchPath(lang, { sdg: code }),
      })),
    },
  ].filter(({ links }) => links.length > 0);
  if (tags.length === 0) return null;
  return (
    <dl className="grid gap-x-12 gap-y-4 md:grid-cols-2">
      {tags.map(({ term, links }) => (
        <div key={term}>
          <dt className="text-ink-muted text-sm">{term}</dt>
          <dd>
            <ul className="flex flex-wrap gap-x-5">
              {links.map(({ label, href }) => (
                <li key={href}>
                  <a href={href} className="inline-flex min-h-target items-center">
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}
