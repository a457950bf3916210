import { useTranslations } from "next-intl";
import type { Withheld } from "@/lib/domain/taking-back.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/** What stands in place of an item that was taken down: that it is, since when, why, and the ward's own words. */
export function WithheldNote({ lang, withheld: { reason, wording, since } }: { lang: Language; withheld: Withheld }) {
  const words = useTranslations("takingBack");
  return (
    <div className="max-w-prose space-y-3 border-warning-strong border-l-4 py-1 pl-5 print:break-inside-avoid">
      <p>{words("withheld.why", { date: dateWords(lang, since) })}</p>
      <dl className="space-y-2">
        <div className="flex flex-wrap gap-x-4">
          <dt className="text-ink-muted">{words("withheld.reason")}</dt>
          <dd className="font-bold">{words(`reasons.${reason}`)}</dd>
        </div>
        {wording ? (
          <div className="flex flex-wrap gap-x-4">
            <dt className="text-ink-muted">{words("withheld.said")}</dt>
            <dd lang="ja" className="as-written min-w-0">
              {wording}
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  );
}
