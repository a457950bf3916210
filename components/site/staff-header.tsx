import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon.tsx";
import { Brand, type BrandWords } from "./brand.tsx";
import { HeaderNav, type NavItem } from "./header-nav.tsx";
import { type LanguageLink, LanguageSwitch } from "./language-switch.tsx";

/**
 * The head of every working screen: the public header's bar with an accent line and a word that says "not the public
 * side", who is signed in and as which post, the way out, and the places of work.
 */
export function StaffHeader({
  brand,
  area,
  languageLabel,
  languages,
  navLabel,
  nav,
  person,
  signOut,
}: {
  brand: BrandWords;
  /** Marks the working side: 職員用. */
  area: string;
  languageLabel: string;
  languages: readonly LanguageLink[];
  navLabel: string;
  nav: readonly NavItem[];
  person: {
    name: string;
    /** 保健福祉課長 */
    post?: string | undefined;
    href?: string | undefined;
  };
  /** A form with one quiet button. */
  signOut: ReactNode;
}) {
  const who = (
    <>
      <Icon name="person" className="size-6 text-ink-muted" />
      <span className="leading-tight">
        <span className="block font-bold">{person.name}</span>
        {person.post ? <span className="block text-ink-muted leading-snug">{person.post}</span> : null}
      </span>
    </>
  );
  return (
    <header className="border-t-4 border-t-accent border-b border-b-hairline">
      <div className="shell flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Brand {...brand} />
          <span className="rounded-sm border border-accent px-2 py-0.5 font-bold text-accent text-sm leading-snug">
            {area}
          </span>
        </div>
        <div className="flex flex-wrap items-center gap-x-5 text-sm print:hidden">
          {person.href ? (
            <a
              href={person.href}
              className="flex min-h-target items-center gap-2 text-ink no-underline hover:underline"
            >
              {who}
            </a>
          ) : (
            <p className="flex min-h-target items-center gap-2">{who}</p>
          )}
          <div className="-mx-2">{signOut}</div>
          <LanguageSwitch label={languageLabel} languages={languages} />
        </div>
      </div>
      <HeaderNav label={navLabel} items={nav} />
    </header>
  );
}
