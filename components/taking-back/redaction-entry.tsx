import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { Hand, RedactionView } from "@/lib/domain/taking-back.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";
import { OccurrenceList } from "./occurrence-list.tsx";

const TONES: Record<RedactionView["state"], BadgeTone> = { REQUESTED: "info", DONE: "success", DECLINED: "neutral" };

/** One redaction: how it stands, why, by whose hands; while it waits, every place for whoever decides. */
export function RedactionEntry({ lang, redaction }: { lang: Language; redaction: RedactionView }) {
  const words = useTranslations("takingBack");
  const { state, reason, requested, decided, parts, text, occurrences } = redaction;
  const hand = ({ name, at }: Hand) => words("takedowns.hand", { name, at: instantWords(lang, at) });
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        {words("redactions.name")}
        <Badge tone={TONES[state]}>{words(`redactions.states.${state}`)}</Badge>
      </h3>
      <DescriptionList
        items={[
          ...(text
            ? [
                {
                  term: words("redactions.text"),
                  description: (
                    <b lang="ja" className="as-written">
                      {text}
                    </b>
                  ),
                },
              ]
            : []),
          { term: words("redactions.reason"), description: words(`reasons.${reason}`) },
          { term: words("redactions.requested"), description: hand(requested) },
          ...(decided ? [{ term: words("redactions.decided"), description: hand(decided) }] : []),
          ...(state === "DONE"
            ? [{ term: words("redactions.parts"), description: words("redactions.partsCount", { count: parts }) }]
            : []),
        ]}
      />
      {occurrences ? <OccurrenceList lang={lang} occurrences={occurrences} /> : null}
      {state === "REQUESTED" && !occurrences ? (
        <p className="max-w-prose text-ink-soft">{words("redactions.waits")}</p>
      ) : null}
    </>
  );
}
