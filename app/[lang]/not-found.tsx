import type { Metadata } from "next";
import { useLocale } from "next-intl";
import { NotFoundWords } from "@/components/policy/not-found-words.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { homePath } from "@/lib/web/paths.ts";
import { isLanguage } from "@/lib/words/languages.ts";
import { MESSAGES } from "@/lib/words/messages.ts";

/** Its own title: readers who hear titles first are told at once that nothing is here. */
export async function generateMetadata({ params }: { params: Promise<{ lang: string }> }): Promise<Metadata> {
  const { lang } = await params;
  const { notFound, site } = MESSAGES[isLanguage(lang) ? lang : "ja"];
  return { title: { absolute: `${notFound.title} | ${site.name}` } };
}

/** What notFound() shows inside a language: absent, not yet released and not yours look the same. */
export default function NotFound() {
  const lang = useLocale();
  return (
    <PublicFrame lang={lang} path={homePath}>
      <PageShell heading={<NotFoundWords lang={lang} words={MESSAGES[lang].notFound} level={1} />}>{null}</PageShell>
    </PublicFrame>
  );
}
