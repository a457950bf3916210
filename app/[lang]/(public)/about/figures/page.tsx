import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage, AboutSection } from "@/components/about/about-page.tsx";
import { GradeTables } from "@/components/about/grade-tables.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "../about-metadata.ts";

type Props = PageProps<"/[lang]/about/figures">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => aboutMetadata(params, "figures");

/** What each figure and grade means, by the rules of lib/domain/progress.ts and grades.ts. */
export default async function FiguresPage({ params }: Props) {
  return <Figures lang={pageLanguage((await params).lang)} />;
}

const PARTS = ["amounts", "indicators", "suggested", "absent", "dates"] as const;

function Figures({ lang }: { lang: Language }) {
  const words = useTranslations("about.figures");
  return (
    <AboutPage lang={lang} page="figures" title={words("title")} lead={words("lead")}>
      {PARTS.map((part) => (
        <AboutSection key={part} id={part} heading={words(`${part}.heading`)} text={words(`${part}.text`)} />
      ))}
      <AboutSection id="grades" heading={words("grades.heading")} text={words("grades.text")}>
        <div className="grid gap-12 pt-4">
          <GradeTables lang={lang} />
        </div>
      </AboutSection>
    </AboutPage>
  );
}
