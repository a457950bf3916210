import { useTranslations } from "next-intl";
import type { NoticeKind } from "@/lib/domain/notice-kind.ts";
import type { NoticeLine } from "@/lib/domain/notice-line.ts";
import { noticePath } from "@/lib/web/notice-path.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { noticeWords } from "@/lib/words/notice-words.ts";
import { Badge, type BadgeTone } from "../ui/badge.tsx";

const TONES: Partial<Record<NoticeKind, BadgeTone>> = {
  returned: "warning",
  revoked: "warning",
  overdue: "warning",
  "due-1": "warning",
  remind: "warning",
  "release-failed": "danger",
  "answer-returned": "warning",
  "withdrawal-asked": "warning",
  approved: "success",
  released: "success",
  "answer-published": "success",
};

/** What a person was told, the newest first; each leads to what it is about. */
export function NoticeItems({ lang, lines }: { lang: Language; lines: readonly NoticeLine[] }) {
  const words = useTranslations("notices.kinds");
  return (
    <ul className="border-line border-t">
      {lines.map((line) => (
        <li
          key={line.id}
          className="grid items-start gap-x-8 gap-y-1.5 border-line border-b py-3 md:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <div>
            <Badge tone={TONES[line.kind] ?? "info"}>{words(line.kind)}</Badge>
          </div>
          <div className="grid gap-0.5">
            <a href={noticePath(lang, line)} className="justify-self-start">
              {noticeWords(lang, line)}
            </a>
            <time dateTime={line.createdAt.toISOString()} className="figures text-ink-muted text-sm">
              {instantWords(lang, line.createdAt)}
            </time>
          </div>
        </li>
      ))}
    </ul>
  );
}
