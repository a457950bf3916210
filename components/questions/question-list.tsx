import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";
import type { QuestionState } from "@/lib/domain/question.ts";
import type { QuestionLine } from "@/lib/domain/question-view.ts";
import { questionPath } from "@/lib/web/paths.ts";
import { fiscalYearWords, instantWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

const TONES: Record<QuestionState, BadgeTone> = {
  OPEN: "info",
  PROPOSED: "info",
  RETURNED: "warning",
  ANSWERED: "success",
  CORRECTION_PROPOSED: "info",
  WITHDRAWAL_ASKED: "warning",
  WITHDRAWN: "neutral",
  CLOSED: "neutral",
};

/** How a question stands. */
export function QuestionStateBadge({ state }: { state: QuestionState }) {
  const words = useTranslations("questions.staff.states");
  return <Badge tone={TONES[state]}>{words(state)}</Badge>;
}

/** Questions, each leading to where it is answered: what about, how it stands, the beginning of what was written. */
export function QuestionList({ lang, lines }: { lang: Language; lines: readonly QuestionLine[] }) {
  const words = useTranslations("questions.staff");
  const targets = useTranslations("targets");
  return (
    <ul className="border-line border-t">
      {lines.map(({ id, policy, item, kind, text, state, askedAt }) => (
        <li key={id} className="grid min-w-0 gap-1 border-line border-b py-4">
          <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink-muted text-sm">
            <span className="figures">
              {policy.organization[lang === "ja" ? "nameJa" : "nameEn"]} {fiscalYearWords(lang, policy.fiscalYear)}
            </span>
            <span className="figures">{item ? `${targets(item.type)} ${item.code}` : words("wholePolicy")}</span>
            <QuestionStateBadge state={state} />
          </span>
          <a
            href={questionPath(lang, id)}
            className="line-clamp-2 block min-h-target py-2 font-bold"
            {...(text === null ? {} : { lang: "ja" })}
          >
            {text ?? words("spam")}
          </a>
          <span className="flex flex-wrap gap-x-4 text-sm">
            <span>{words(`kinds.${kind}`)}</span>
            <span>{words("asked", { at: instantWords(lang, askedAt) })}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
