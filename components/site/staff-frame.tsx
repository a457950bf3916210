import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  accountPath,
  deskPath,
  eventsPath,
  homePath,
  organisationsPath,
  peoplePath,
  questionsPath,
  releasesPath,
  roundsPath,
} from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { languageLinks } from "./public-frame.tsx";
import { SampleBanner } from "./sample-banner.tsx";
import { SiteFooter } from "./site-footer.tsx";
import { SkipLink } from "./skip-link.tsx";
import { StaffHeader } from "./staff-header.tsx";

/** The places of work. */
export type Room = "desk" | "questions" | "rounds" | "releases" | "people" | "organisations" | "events" | "account";

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
  administrator = false,
  samples = [],
  signOut,
  children,
}: {
  lang: Language;
  /** This page's address in a language. */
  path: (language: Language) => string;
  /** Which place of work this page belongs to. */
  room: Room;
  person: { name: string; post: string | undefined } | null;
  coordinator?: boolean;
  administrator?: boolean;
  /** The made-up organisations that the person belongs to. */
  samples?: readonly { readonly nameJa: string; readonly nameEn: string }[];
  /** The action that signs out; given where somebody is signed in. */
  signOut: ReactNode;
  children: ReactNode;
}) {
  const words = useTranslations();
  const link = (place: Room, href: string) => ({ href, label: words(`staff.nav.${place}`), current: room === place });
  const nav = [
    link("desk", deskPath(lang)),
    ...(person?.post ? [link("questions", questionsPath(lang))] : []),
    ...(coordinator ? [link("rounds", roundsPath(lang)), link("releases", releasesPath(lang))] : []),
    ...(administrator
      ? [
          link("people", peoplePath(lang)),
          link("organisations", organisationsPath(lang)),
          link("events", eventsPath(lang)),
        ]
      : []),
  ];
  return (
    <>
      <SkipLink>{words("site.skip")}</SkipLink>
      {samples.length > 0 ? <SampleBanner lang={lang} organizations={samples} /> : null}
      <StaffHeader
        brand={{ href: homePath(lang), product: words("site.name") }}
        area={words("staff.area")}
        languageLabel={words("site.language")}
        languages={languageLinks(lang, path)}
        navLabel={words("staff.nav.label")}
        nav={person ? nav : []}
        person={
          person ? { ...person, href: accountPath(lang) } : { name: words("staff.again.openTitle"), post: undefined }
        }
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
