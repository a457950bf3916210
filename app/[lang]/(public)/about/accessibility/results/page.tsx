import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage } from "@/components/about/about-page.tsx";
import { AccessResults } from "@/components/about/access-results.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "../../about-metadata.ts";

type Props = PageProps<"/[lang]/about/accessibility/results">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> =>
  aboutMetadata(params, "accessibility/results");

/** The result of testing by JIS X 8341-3:2016, drawn from what was really tried. */
export default async function ResultsPage({ params }: Props) {
  return <Results lang={pageLanguage((await params).lang)} />;
}

function Results({ lang }: { lang: Language }) {
  const words = useTranslations("about.results");
  return (
    <AboutPage lang={lang} page="accessibility/results" title={words("title")} lead={words("lead")}>
      <AccessResults lang={lang} />
    </AboutPage>
  );
}
