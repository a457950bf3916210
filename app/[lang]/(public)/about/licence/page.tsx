import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage, AboutSection } from "@/components/about/about-page.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "../about-metadata.ts";

type Props = PageProps<"/[lang]/about/licence">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => aboutMetadata(params, "licence");

/** Under which terms texts, data and software can be used, and how an Edition is cited. */
export default async function LicencePage({ params }: Props) {
  return <Licence lang={pageLanguage((await params).lang)} />;
}

function Licence({ lang }: { lang: Language }) {
  const words = useTranslations("about.licence");
  const deed = `https://creativecommons.org/licenses/by/4.0/deed.${lang}`;
  return (
    <AboutPage lang={lang} page="licence" title={words("title")} lead={words("lead")}>
      <AboutSection id="content" heading={words("content.heading")} text={words("content.text")}>
        <Outside href={deed}>{words("deed")}</Outside>
      </AboutSection>
      <AboutSection id="cite" heading={words("cite.heading")} text={words("cite.text")} />
      <AboutSection id="software" heading={words("software.heading")} text={words("software.text")}>
        <Outside href="https://www.apache.org/licenses/LICENSE-2.0">{words("apache")}</Outside>
      </AboutSection>
      <AboutSection id="links" heading={words("links.heading")} text={words("links.text")} />
    </AboutPage>
  );
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <p>
      <a href={href} rel="external noopener noreferrer" className="inline-flex min-h-target items-center gap-2">
        {children}
        <Icon name="external" />
      </a>
    </p>
  );
}
