import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { deskPath, homePath, releasesPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { languageLinks } from "./public-frame.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StaffHeader } from "./staff-header.tsx";

/**
 * What stands around every staff page. A page whose reader is not signed in has the same frame without their name, so
 * that a form whose session ended comes back in the place it was sent from.
 */
export function StaffFrame({
  lang,
  path,
  room,
  person,
  coordinator = false,
  signOut,
  children,
}: {
  lang: Language;
  /** This page's address in a language. */
  path: (language: Language) => string;
  /** Which place of work this page belongs to. */
  room: "desk" | "releases";
  person: { name: string; post: string | undefined } | null;
  coordinator?: boolean;
  /** The action that signs out; given where somebody is signed in. */
  signOut: ReactNode;
  children: ReactNode;
}) {
  const words = useTranslations();
  const nav = [
    { href: deskPath(lang), label: words("staff.nav.desk"), current: room === "desk" },
    ...(coordinator
      ? [{ href: releasesPath(lang), label: words("staff.nav.releases"), current: room === "releases" }]
      : []),
  ];
  return (
    <>
      <SkipLink>{words("site.skip")}</SkipLink>
      <StaffHeader
        brand={{ href: homePath(lang), product: words("site.name") }}
        area={words("staff.area")}
        languageLabel={words("site.language")}
        languages={languageLinks(lang, path)}
        navLabel={words("staff.nav.label")}
        nav={person ? nav : []}
        person={{ name: person?.name ?? words("staff.again.openTitle"), post: person?.post }}
        signOut={signOut}
      />
      {children}
      <SiteFooter
        label={words("site.footerLinks")}
        links={[{ href: homePath(lang), label: words("site.home") }]}
        licence={null}
        product={words("site.name")}
      />
    </>
  );
}
