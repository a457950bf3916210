import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { type FeedFormat, type FeedOf, feedPath } from "@/lib/web/paths.ts";
import { fiscalYearWords } from "@/lib/words/dates.ts";
import { feedTitle } from "@/lib/words/feed-words.ts";
import { LANGUAGES, type Language } from "@/lib/words/languages.ts";
import { translatorOf } from "@/lib/words/notice-words.ts";
import { releasedPolicy } from "./released.ts";

/** The one picture that stands for the site wherever a link to it is shown; scripts/og-picture.ts draws it. */
const PICTURE = { url: "/og.png", width: 1200, height: 630, type: "image/png" };

/** What a page's readers may follow, the nearest first. */
interface Followed extends FeedOf {
  readonly title: string;
}

/**
 * What every public page says of itself: title, description, its one address in each language, what can be followed here,
 * and how a link to it looks elsewhere. Past Editions and comparisons are not indexed, so that a search leads to what
 * holds today.
 */
export function pageMetadata(
  lang: Language,
  path: (language: Language) => string,
  { title, description, indexed = true }: { title: string; description: string; indexed?: boolean },
  follow: readonly Followed[] = [],
): Metadata {
  const words = translatorOf(lang);
  const followed = [...follow, { title: feedTitle(lang, {}) }];
  const feeds = (format: FeedFormat) =>
    followed.map((of) => ({
      url: feedPath(lang, format, of),
      title: words(`following.feed.${format}`, { title: of.title }),
    }));
  return {
    title,
    description,
    ...(indexed ? {} : { robots: { index: false } }),
    alternates: {
      canonical: path(lang),
      languages: {
        ...Object.fromEntries(LANGUAGES.map((language) => [language, path(language)])),
        // For readers of any other language: the language of the records.
        "x-default": path("ja"),
      },
      types: { "application/atom+xml": feeds("atom"), "application/feed+json": feeds("json") },
    },
    openGraph: {
      type: "website",
      siteName: words("site.name"),
      title,
      description,
      url: path(lang),
      locale: LOCALES[lang],
      alternateLocale: LANGUAGES.filter((language) => language !== lang).map((language) => LOCALES[language]),
      images: [{ ...PICTURE, alt: words("following.picture") }],
    },
    twitter: {
      card: "summary_large_image",
      title,
      description,
      images: [{ ...PICTURE, alt: words("following.picture") }],
    },
  };
}

const LOCALES: Record<Language, string> = { ja: "ja_JP", en: "en_US" };

/** A policy's feed, and where one of its initiatives is shown that one's before it. */
export function followedOf(
  lang: Language,
  { organization, fiscalYear }: Pick<PublishedPolicy, "organization" | "fiscalYear">,
  initiative?: { readonly code: string; readonly title: string },
): Followed[] {
  const { slug: org } = organization;
  return [
    ...(initiative
      ? [
          {
            org,
            year: fiscalYear,
            code: initiative.code,
            title: feedTitle(lang, { organization, fiscalYear, initiative }),
          },
        ]
      : []),
    { org, year: fiscalYear, title: feedTitle(lang, { organization, fiscalYear }) },
    { org, title: feedTitle(lang, { organization }) },
  ];
}

/** What a title calls a policy: in English by organisation and year, because a policy's own title is Japanese. */
export function policyNamed(
  lang: Language,
  { organization, fiscalYear }: Pick<PublishedPolicy, "organization" | "fiscalYear">,
  title: string,
): string {
  return lang === "ja" ? title : `${organization.nameEn}, ${fiscalYearWords(lang, fiscalYear)}`;
}

/** The head of a page about a policy as it is public now; a made-up organisation's title says so. */
export async function policyMetadata(
  lang: Language,
  path: (language: Language) => string,
  { organization, fiscalYear, content }: Pick<PublishedPolicy, "organization" | "fiscalYear" | "content">,
  say: (said: { organization: string; year: string; title: string }) => { title: string; description: string },
  initiative?: { readonly code: string; readonly title: string },
): Promise<Metadata> {
  const sample = await getTranslations({ locale: lang, namespace: "sample" });
  const head = say({
    organization: lang === "ja" ? organization.nameJa : organization.nameEn,
    year: fiscalYearWords(lang, fiscalYear),
    title: content.policy.title,
  });
  const title = organization.sample ? sample("titled", { title: head.title }) : head.title;
  return pageMetadata(lang, path, { ...head, title }, followedOf(lang, { organization, fiscalYear }, initiative));
}

/** The same for a page whose words are called titleOf and description, at an address below the policy's. */
export async function policyPageMetadata(
  params: { readonly lang: string; readonly org: string; readonly year: string },
  pathOf: (policy: PublishedPolicy) => (language: Language) => string,
  namespace: "questions.list" | "formulation.vision" | "formulation.page",
): Promise<Metadata> {
  const lang = pageLanguage(params.lang);
  const policy = await releasedPolicy(params);
  const words = await getTranslations({ locale: lang, namespace });
  return policyMetadata(lang, pathOf(policy), policy, (said) => ({
    title: words("titleOf", { ...said, title: policyNamed(lang, policy, said.title) }),
    description: words("description", said),
  }));
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
  return pageMetadata(lang, path, { ...head, title }, followedOf(lang, { organization, fiscalYear }));
}

/** The head of a card that other sites show: not indexed, and known by the page that it leads to. */
export function cardMetadata(
  lang: Language,
  page: string,
  policy: Pick<PublishedPolicy, "organization" | "fiscalYear" | "content">,
  what?: string,
): Metadata {
  const words = translatorOf(lang);
  const named = policyNamed(lang, policy, policy.content.policy.title);
  const said = what ? `${what} | ${named}` : named;
  const title = policy.organization.sample ? words("sample.titled", { title: said }) : said;
  return {
    title: words("following.card.titleOf", { title }),
    description: words("following.card.description", { title }),
    robots: { index: false },
    alternates: { canonical: page },
  };
}
