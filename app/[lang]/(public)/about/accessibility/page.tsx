import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage, AboutSection } from "@/components/about/about-page.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { aboutPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "../about-metadata.ts";

type Props = PageProps<"/[lang]/about/accessibility">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => aboutMetadata(params, "accessibility");

/** The accessibility policy: what is aimed at, for which pages, and what is known not to be as it should. */
export default async function AccessibilityPage({ params }: Props) {
  return <Accessibility lang={pageLanguage((await params).lang)} />;
}

const PARTS = ["scope", "goal", "how", "limits", "contact"] as const;

function Accessibility({ lang }: { lang: Language }) {
  const words = useTranslations("about.accessibility");
  return (
    <AboutPage lang={lang} page="accessibility" title={words("title")} lead={words("lead")}>
      {PARTS.map((part) => (
        <AboutSection key={part} id={part} heading={words(`${part}.heading`)} text={words(`${part}.text`)}>
          {part === "goal" ? (
            <p>
              <a href={aboutPath(lang, "accessibility/results")} className="inline-flex min-h-target items-center">
                {words("toResults")}
              </a>
            </p>
          ) : null}
        </AboutSection>
      ))}
    </AboutPage>
  );
}
