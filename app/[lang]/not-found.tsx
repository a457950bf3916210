import { useLocale } from "next-intl";
import { NotFoundWords } from "@/components/policy/not-found-words.tsx";
import { PageShell } from "@/components/site/page-shell.tsx";
import { PublicFrame } from "@/components/site/public-frame.tsx";
import { homePath } from "@/lib/web/paths.ts";
import { MESSAGES } from "@/lib/words/messages.ts";

/** What notFound() shows inside a language: absent, not yet released and not yours look the same. */
export default function NotFound() {
  const lang = useLocale();
  return (
    <PublicFrame lang={lang} path={homePath}>
      <PageShell heading={<NotFoundWords lang={lang} words={MESSAGES[lang].notFound} level={1} />}>{null}</PageShell>
    </PublicFrame>
  );
}
