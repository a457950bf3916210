import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { AboutPage, AboutSection } from "@/components/about/about-page.tsx";
import { pageLanguage } from "@/lib/web/page-params.ts";
import { aboutPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { aboutMetadata } from "./about-metadata.ts";

type Props = PageProps<"/[lang]/about">;

export const generateMetadata = ({ params }: Props): Promise<Metadata> => aboutMetadata(params);

/** What this site is, what an edition is, and where the other statements are. */
export default async function SitePage({ params }: Props) {
  return <Site lang={pageLanguage((await params).lang)} />;
}

const PARTS = ["what", "editions", "taken", "sample"] as const;
const PAGES = [
  { page: "figures", words: "figures" },
  { page: "licence", words: "licence" },
  { page: "privacy", words: "privacy" },
  { page: "accessibility", words: "accessibility" },
  { page: "accessibility/results", words: "results" },
] as const;

function Site({ lang }: { lang: Language }) {
  const words = useTranslations("about");
  return (
    <AboutPage lang={lang} title={words("index.title")} lead={words("index.lead")}>
      {PARTS.map((part) => (
        <AboutSection
          key={part}
          id={part}
          heading={words(`index.${part}.heading`)}
          text={words(`index.${part}.text`)}
        />
      ))}
      <AboutSection id="more" heading={words("index.more.heading")}>
        <ul className="border-hairline border-t">
          {PAGES.map(({ page, words: named }) => (
            <li key={page} className="border-hairline border-b py-3">
              <a href={aboutPath(lang, page)} className="inline-flex min-h-target items-center font-bold">
                {words(`${named}.title`)}
              </a>
              <p className="text-ink-soft">{words(`${named}.description`)}</p>
            </li>
          ))}
        </ul>
      </AboutSection>
    </AboutPage>
  );
}
