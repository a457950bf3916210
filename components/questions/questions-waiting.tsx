import { useTranslations } from "next-intl";
import type { QuestionLine } from "@/lib/domain/question-view.ts";
import { questionsPath } from "@/lib/web/paths.ts";
import type { Language } from "@/lib/words/languages.ts";
import { QuestionList } from "./question-list.tsx";

/** How many a desk shows; the rest is on the questions' own page. */
const SHOWN = 5;

/** What readers ask that waits for whoever reads this: to be answered, or to be decided on. Those that wait longest first. */
export function QuestionsWaiting({ lang, lines }: { lang: Language; lines: readonly QuestionLine[] }) {
  const words = useTranslations("questions.staff");
  return (
    <section aria-labelledby="questions-heading">
      <h2 id="questions-heading" className="mb-3">
        {words("desk")} <span className="figures font-normal text-ink-muted text-lg">{lines.length}</span>
      </h2>
      <p className="mb-5 max-w-prose">{words("deskLead")}</p>
      <QuestionList lang={lang} lines={lines.slice(0, SHOWN)} />
      <p className="mt-3">
        <a href={questionsPath(lang)} className="inline-flex min-h-target items-center">
          {words("deskAll")}
        </a>
      </p>
    </section>
  );
}
