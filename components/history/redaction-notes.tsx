import { useTranslations } from "next-intl";
import type { RedactionNote } from "@/lib/domain/taking-back.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** A quiet line for each redaction in an Edition: when and why, never what. */
export function RedactionNotes({ lang, redactions }: { lang: Language; redactions: readonly RedactionNote[] }) {
  const words = useTranslations("takingBack");
  return redactions.map(({ on, reason }) => (
    <p key={`${on} ${reason}`} className="max-w-prose text-ink-soft text-sm">
      {words("notes.line", { date: dateWords(lang, on), reason: words(`reasons.${reason}`) })}
    </p>
  ));
}
