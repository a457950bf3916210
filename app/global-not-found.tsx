import type { Metadata } from "next";
import { connection } from "next/server";
import { NotFoundWords } from "@/components/policy/not-found-words.tsx";
import { languageLinks } from "@/components/site/public-frame.tsx";
import { SiteHeader } from "@/components/site/site-header.tsx";
import { homePath } from "@/lib/web/paths.ts";
import { LANGUAGES } from "@/lib/words/languages.ts";
import { MESSAGES } from "@/lib/words/messages.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: `${LANGUAGES.map((lang) => MESSAGES[lang].notFound.title).join(" · ")} | ${MESSAGES.ja.site.name}`,
  icons: [{ url: "/favicon.svg", type: "image/svg+xml" }],
};

/**
 * An address of no page: whole and readable without script, unlike what notFound() leaves. It knows no language, so it
 * speaks both.
 */
export default async function GlobalNotFound() {
  // Made for each request, so that its scripts carry the nonce of that request's security policy.
  await connection();
  const { site } = MESSAGES.ja;
  return (
    <html lang="ja">
      <body>
        <SiteHeader
          brand={{ href: homePath("ja"), product: site.name, tagline: site.tagline }}
          languageLabel={site.language}
          languages={languageLinks("ja", homePath)}
        />
        <div className="shell grow">
          <main id="main" className="grid gap-16 pt-10 md:pt-16">
            {LANGUAGES.map((lang, index) => (
              <NotFoundWords key={lang} lang={lang} words={MESSAGES[lang].notFound} level={index === 0 ? 1 : 2} />
            ))}
          </main>
        </div>
      </body>
    </html>
  );
}
