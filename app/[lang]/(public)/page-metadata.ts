import type { Metadata } from "next";
import { LANGUAGES, type Language } from "@/lib/words/languages.ts";

/** Title, description, and the page's one address in each language. Addresses are relative: the site knows no host. */
export function pageMetadata(
  lang: Language,
  path: (language: Language) => string,
  { title, description }: { title: string; description: string },
): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: path(lang),
      languages: Object.fromEntries(LANGUAGES.map((language) => [language, path(language)])),
    },
  };
}
