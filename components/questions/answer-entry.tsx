import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import type { AnswerView } from "@/lib/domain/question-view.ts";
import type { Hand } from "@/lib/domain/taking-back.ts";
import { instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

const TONES: Record<AnswerView["state"], BadgeTone> = {
  PROPOSED: "info",
  RETURNED: "warning",
  PUBLISHED: "success",
  REPLACED: "neutral",
  WITHDRAWN: "neutral",
};

/** One answer as staff see it: how it stands, what it says, and by whose hands. */
export function AnswerEntry({ lang, answer }: { lang: Language; answer: AnswerView }) {
  const words = useTranslations("questions.staff");
  const hand = (who: Hand | null) => who && words("hand", { name: who.name, at: instantWords(lang, who.at) });
  const written = (text: string | null) =>
    text && (
      <span lang="ja" className="as-written">
        {text}
      </span>
    );
  const lines = [
    [words("publicQuestion"), written(answer.question)],
    [words("publicAnswer"), written(answer.answer)],
    [words("proposed"), hand(answer.proposed)],
    [words("decided"), hand(answer.decided)],
    [words("comment"), written(answer.comment)],
    [words("withdrawalAsked"), hand(answer.withdrawalAsked)],
    [words("withdrawalReason"), written(answer.withdrawalReason)],
    [words("withdrawn"), hand(answer.withdrawn)],
  ] as const;
  return (
    <>
      <h3 className="flex flex-wrap items-center gap-3 text-lg">
        <span className="figures">{words("answerNumber", { number: answer.number })}</span>
        <Badge tone={TONES[answer.state]}>{words(`answerStates.${answer.state}`)}</Badge>
      </h3>
      <DescriptionList
        items={lines.flatMap(([term, description]) => (description ? [{ term, description, key: term }] : []))}
      />
    </>
  );
}
