import { ButtonLink } from "@/components/ui/button.tsx";
import { homePath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import type { Messages } from "@/lib/words/messages.ts";

/** There is no such page: says why that may be, and where to go on. */
export function NotFoundWords({ lang, words, level }: { lang: Language; words: Messages["notFound"]; level: 1 | 2 }) {
  const Heading = `h${level}` as const;
  return (
    <div lang={lang} className="grid max-w-prose justify-items-start gap-4">
      <Heading className={level === 1 ? "text-3xl md:text-5xl" : "text-2xl"}>{words.title}</Heading>
      <p className="text-ink-soft text-lg leading-loose">{words.lead}</p>
      <p>{words.next}</p>
      <ButtonLink href={homePath(lang)} className="mt-2">
        {words.home}
      </ButtonLink>
    </div>
  );
}
