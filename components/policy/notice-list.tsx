import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge.tsx";
import type { Notice } from "@/lib/domain/policy.ts";
import { dateWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * The notices of a policy, in their own order: the date that the office gave each, or that there is none; of what kind it
 * is; since when it stands here. Below them, where to ask.
 */
export function NoticeList({
  lang,
  notices,
  since,
}: {
  lang: Language;
  notices: readonly Notice[];
  /** When each was first published, by its id; absent in a preview, where none is yet. */
  since?: ReadonlyMap<string, Date> | undefined;
}) {
  const words = useTranslations("notice");
  const kinds = useTranslations("formulation.editor.kinds");
  return (
    <>
      <ul className="grid gap-5">
        {notices.map((notice) => {
          const at = since?.get(notice.id);
          return (
            <li key={notice.id} className="grid gap-x-6 gap-y-0.5">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-muted text-sm">
                {notice.date ? (
                  <time dateTime={notice.date} className="figures">
                    {dateWords(lang, notice.date)}
                  </time>
                ) : (
                  <span>{words("noDate")}</span>
                )}
                <Badge>{kinds(notice.kind)}</Badge>
                {at ? (
                  <time dateTime={at.toISOString()} className="figures">
                    {words("since", { at: instantWords(lang, at) })}
                  </time>
                ) : null}
              </p>
              <p lang="ja" className="as-written max-w-prose">
                {notice.text}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="mt-3 print:hidden">
        <a href="#contact" className="inline-flex min-h-target items-center">
          {words("contact")}
        </a>
      </p>
    </>
  );
}
