export interface LanguageLink {
  /** ja, en */
  lang: string;
  /** The language's name in itself: 日本語, English. */
  label: string;
  /** The same page in that language. */
  href: string;
  current: boolean;
}

/** The same page in the other language, as plain links: no menu, no cookie. */
export function LanguageSwitch({ label, languages }: { label: string; languages: readonly LanguageLink[] }) {
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <ul className="-mx-3 flex items-center">
        {languages.map((language) => (
          <li key={language.lang} className="flex items-center before:h-4 before:border-line not-first:before:border-l">
            <a
              href={language.href}
              lang={language.lang}
              hrefLang={language.lang}
              aria-current={language.current ? "true" : undefined}
              className="inline-flex min-h-target min-w-target items-center justify-center px-3 aria-[current=true]:font-bold aria-[current=true]:text-ink aria-[current=true]:no-underline"
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
