import type { ReactNode } from "react";
import { Brand, type BrandWords } from "./brand.tsx";
import { HeaderNav, type NavItem } from "./header-nav.tsx";
import { type LanguageLink, LanguageSwitch } from "./language-switch.tsx";

/** The head of every public page: whose site this is, the language, the way in for staff, the main links. */
export function SiteHeader({
  brand,
  languageLabel,
  languages,
  signIn,
  search,
  navLabel,
  nav = [],
}: {
  brand: BrandWords;
  /** Names the language links: 言語. */
  languageLabel: string;
  languages: readonly LanguageLink[];
  signIn?: { href: string; label: string } | undefined;
  /** A line to search by. */
  search?: ReactNode;
  /** Names the main links; needed when there are some. */
  navLabel?: string | undefined;
  nav?: readonly NavItem[] | undefined;
}) {
  return (
    <header className="border-hairline border-b">
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5 md:py-4">
        <Brand {...brand} />
        <div className="flex flex-wrap items-center gap-x-6 md:gap-x-8">
          {search}
          <LanguageSwitch label={languageLabel} languages={languages} />
          {signIn ? (
            <a href={signIn.href} className="inline-flex min-h-target items-center text-sm print:hidden">
              {signIn.label}
            </a>
          ) : null}
        </div>
      </div>
      {nav.length > 0 ? <HeaderNav label={navLabel ?? ""} items={nav} /> : null}
    </header>
  );
}
