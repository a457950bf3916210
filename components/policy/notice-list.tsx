import { useTranslations } from "next-intl";
import type { Notice } from "@/lib/domain/policy.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** The dated lines of a policy's page, in their own order. A line whose source gives no date says so. */
export function NoticeList({ lang, notices }: { lang: Language; notices: readonly Notice[] }) {
  const words = useTranslations("notice");
  return (
    <ul className="grid gap-5">
      {notices.map((notice) => (
        <li key={notice.id} className="grid gap-x-6 gap-y-0.5">
          {notice.date ? (
            <time dateTime={notice.date} className="figures text-ink-muted text-sm">
              {dateWords(lang, notice.date)}
            </time>
          ) : (
            <span className="text-ink-muted text-sm">{words("noDate")}</span>
          )}
          <p lang="ja" className="as-written max-w-prose">
            {notice.text}
          </p>
        </li>
      ))}
    </ul>
  );
}
