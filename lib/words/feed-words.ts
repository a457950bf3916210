import type { PublishedOrganization } from "../domain/published-policy.ts";
import { fiscalYearWords } from "./dates.ts";
import type { Language } from "./languages.ts";
import { translatorOf } from "./notice-words.ts";

/** How a feed is called, by what it follows: the city where nothing is named. A made-up organisation's says so. */
export function feedTitle(
  lang: Language,
  {
    organization,
    fiscalYear,
    initiative,
  }: {
    readonly organization?: PublishedOrganization | undefined;
    readonly fiscalYear?: number | undefined;
    readonly initiative?: { readonly code: string; readonly title: string } | undefined;
  },
): string {
  const words = translatorOf(lang);
  if (!organization) return words("following.feed.title.city");
  const name = { organization: lang === "ja" ? organization.nameJa : organization.nameEn };
  const year = fiscalYear === undefined ? "" : fiscalYearWords(lang, fiscalYear);
  const title =
    fiscalYear === undefined
      ? words("following.feed.title.organization", name)
      : initiative
        ? words("following.feed.title.initiative", { ...name, year, ...initiative })
        : words("following.feed.title.policy", { ...name, year });
  return organization.sample ? words("sample.titled", { title }) : title;
}
