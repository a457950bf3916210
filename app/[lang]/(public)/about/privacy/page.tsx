import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage, AboutSection } from "@/components/about/about-page.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "../about-metadata.ts";

type Props = PageProps<"/[lang]/about/privacy">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => aboutMetadata(params, "privacy");

/** What is kept of whom: of readers nothing. */
export default async function PrivacyPage({ params }: Props) {
  return <Privacy lang={pageLanguage((await params).lang)} />;
}

const PARTS = ["readers", "outside", "log", "staff", "published"] as const;

function Privacy({ lang }: { lang: Language }) {
  const words = useTranslations("about.privacy");
  return (
    <AboutPage lang={lang} page="privacy" title={words("title")} lead={words("lead")}>
      {PARTS.map((part) => (
        <AboutSection key={part} id={part} heading={words(`${part}.heading`)} text={words(`${part}.text`)} />
      ))}
    </AboutPage>
  );
}
