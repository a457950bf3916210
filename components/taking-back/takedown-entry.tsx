import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { Hand, TakedownState, TakedownView } from "@/lib/domain/taking-back.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

const TONES: Record<TakedownState, BadgeTone> = {
  REQUESTED: "info",
  DECLINED: "neutral",
  IN_FORCE: "warning",
  LIFT_REQUESTED: "warning",
  LIFTED: "neutral",
};

/** One takedown: of which item, how it stands, why, what the public is told, and by whose hands. */
export function TakedownEntry({ lang, takedown }: { lang: Language; takedown: TakedownView }) {
  const words = useTranslations("takingBack");
  const targets = useTranslations("targets");
  const { target, state, reason, wording, requested, decided, liftAsked, liftDecided } = takedown;
  const hand = ({ name, at }: Hand) => words("takedowns.hand", { name, at: instantWords(lang, at) });
  const hands: [string, Hand | null][] = [
    [words("takedowns.requested"), requested],
    [words(`takedowns.decided.${state}`), decided],
    [words("takedowns.liftAsked"), liftAsked],
    [words("takedowns.liftDecided"), liftDecided],
  ];
  return (
    <>
      <div className="grid gap-1">
        <span className="figures text-ink-muted text-sm">
          {targets(target.type)} {target.code}
        </span>
        <h3 className="flex flex-wrap items-center gap-3 text-lg">
          <span lang="ja">{target.title}</span>
          <Badge tone={TONES[state]}>{words(`takedowns.states.${state}`)}</Badge>
        </h3>
      </div>
      <DescriptionList
        items={[
          { term: words("takedowns.reason"), description: words(`reasons.${reason}`) },
          {
            term: words("takedowns.wording"),
            description: (
              <span lang="ja" className="as-written">
                {wording}
              </span>
            ),
          },
          ...hands.flatMap(([term, who]) => (who ? [{ term, description: hand(who), key: term }] : [])),
        ]}
      />
    </>
  );
}
