import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { LANGUAGES, type Language } from "@/lib/words/languages.ts";

/**
 * Title, description, and the page's one address in each language. Addresses are relative: the site knows no host. Past
 * Editions and comparisons are not indexed, so that a search leads to what holds today.
 */
export function pageMetadata(
  lang: Language,
  path: (language: Language) => string,
  { title, description, indexed = true }: { title: string; description: string; indexed?: boolean },
): Metadata {
  return {
    title,
    description,
    ...(indexed ? {} : { robots: { index: false } }),
    alternates: {
      canonical: path(lang),
      languages: Object.fromEntries(LANGUAGES.map((language) => [language, path(language)])),
    },
  };
}

/** The head of a page about a policy as it is public now; a made-up organisation's title says so. */
export async function policyMetadata(
  lang: Language,
  path: (language: Language) => string,
  { organization, fiscalYear, content }: Pick<PublishedPolicy, "organization" | "fiscalYear" | "content">,
  say: (said: { organization: string; year: string; title: string }) => { title: string; description: string },
): Promise<Metadata> {
  const sample = await getTranslations({ locale: lang, namespace: "sample" });
  const head = say({
    organization: lang === "ja" ? organization.nameJa : organization.nameEn,
    year: fiscalYearWords(lang, fiscalYear),
    title: content.policy.title,
  });
  return pageMetadata(lang, path, {
    ...head,
    title: organization.sample ? sample("titled", { title: head.title }) : head.title,
  });
}

type HistoryWords = Awaited<ReturnType<typeof getTranslations<"history.public">>>;

/** The head of a page about a policy's history; a made-up organisation's title says so. */
export async function historyMetadata(
  lang: Language,
  path: (language: Language) => string,
  { organization, fiscalYear }: Pick<PublishedPolicy, "organization" | "fiscalYear">,
  say: (
    words: HistoryWords,
    said: { organization: string; year: string },
  ) => { title: string; description: string; indexed?: boolean },
): Promise<Metadata> {
  const words = await getTranslations({ locale: lang, namespace: "history.public" });
  const sample = await getTranslations({ locale: lang, namespace: "sample" });
  const name = lang === "ja" ? organization.nameJa : organization.nameEn;
  const head = say(words, { organization: name, year: fiscalYearWords(lang, fiscalYear) });
  const title = organization.sample ? sample("titled", { title: head.title }) : head.title;
  return pageMetadata(lang, path, { ...head, title });
}
