import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchBox } from "@/components/search/search-box.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import type { PublishedOrganization } from "@/lib/domain/published-policy.ts";
import { aboutPath, homePath, searchPath, signInPath } from "@/lib/web/paths.ts";
import { LANGUAGES, type Language } from "@/lib/words/languages.ts";
import { SampleBanner } from "./sample-banner.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SiteHeader } from "./site-header.tsx";
import { SkipLink } from "./skip-link.tsx";
import { SourceBanner } from "./source-banner.tsx";

/** The names of the languages, each in its own. */
const LANGUAGE_NAMES: Record<Language, string> = { ja: "日本語", en: "English" };

/** The language links of a page: the same page, by the function that makes its address. */
export function languageLinks(lang: Language, path: (language: Language) => string) {
  return LANGUAGES.map((language) => ({
    lang: language,
    label: LANGUAGE_NAMES[language],
    href: path(language),
    current: language === lang,
  }));
}

/** Whose texts a page shows: 大阪市東住吉区; Higashisumiyoshi Ward, Osaka City. */
const ownerWords = (lang: Language, { cityNameJa, cityNameEn, nameJa, nameEn }: PublishedOrganization) =>
  lang === "ja" ? `${cityNameJa}${nameJa}` : `${nameEn}, ${cityNameEn}`;

/**
 * What stands around every public page: header, language links, footer, and over a page that is made from another
 * publication, or of a made-up organisation, the strip that says so.
 */
export function PublicFrame({
  lang,
  path,
  organization,
  search = true,
  children,
}: {
  lang: Language;
  /** This page's address in a language. */
  path: (language: Language) => string;
  organization?: PublishedOrganization | undefined;
  /** Whether the header has a line to search by; not where the page has one itself. */
  search?: boolean;
  children: ReactNode;
}) {
  const words = useTranslations();
  return (
    <>
      <SkipLink>{words("site.skip")}</SkipLink>
      {organization?.sample ? <SampleBanner lang={lang} organizations={[organization]} /> : null}
      {organization?.sourceNote ? (
        <SourceBanner
          label={words("source.label")}
          link={organization.sourceUrl ? { href: organization.sourceUrl, label: words("source.link") } : undefined}
        >
          {words.rich("source.notOfficial", {
            note: organization.sourceNote,
            ja: (chunks) => <span lang="ja">{chunks}</span>,
          })}
        </SourceBanner>
      ) : null}
      <SiteHeader
        brand={{ href: homePath(lang), product: words("site.name"), tagline: words("site.tagline") }}
        languageLabel={words("site.language")}
        languages={languageLinks(lang, path)}
        search={search ? <HeaderSearch lang={lang} /> : null}
        signIn={{ href: signInPath(lang), label: words("site.signIn") }}
      />
      {children}
      <SiteFooter
        label={words("site.footerLinks")}
        links={[
          { href: homePath(lang), label: words("site.home") },
          { href: aboutPath(lang), label: words("about.nav") },
          ...(["figures", "licence", "privacy", "accessibility"] as const).map((page) => ({
            href: aboutPath(lang, page),
            label: words(`about.${page}.title`),
          })),
        ]}
        licence={
          <p>
            {organization
              ? words("site.licenceOf", { owner: ownerWords(lang, organization) })
              : words("site.openLicence")}
          </p>
        }
        product={words("site.name")}
      />
    </>
  );
}

/** The line to search by; on a small screen the way to its page. */
function HeaderSearch({ lang }: { lang: Language }) {
  const words = useTranslations("search.box");
  return (
    <>
      <div className="max-lg:hidden">
        <SearchBox lang={lang} id="header-search" />
      </div>
      <a href={searchPath(lang)} className="inline-flex min-h-target items-center gap-1 text-sm lg:hidden print:hidden">
        <Icon name="search" className="size-4" />
        {words("link")}
      </a>
    </>
  );
}
