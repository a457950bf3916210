import { useTranslations } from "next-intl";
import { Heading, type Level } from "@/components/policy/heading.tsx";
import { ItemLinks } from "@/components/policy/item-links.tsx";
import type { PublishedPolicy } from "@/lib/domain/published-policy.ts";
import type { PublishedAnswer } from "@/lib/domain/question-view.ts";
import { dateWords } from "@/lib/words/dates.ts";
import type { Language } from "@/lib/words/languages.ts";

/**
 * Published answers, each with the question as it was worded for it, when it was answered and by which section. With
 * `policy` each says what it is about.
 */
export function AnswerList({
  lang,
  answers,
  level,
  policy,
}: {
  lang: Language;
  answers: readonly PublishedAnswer[];
  level: Level;
  policy?: Pick<PublishedPolicy, "organization" | "fiscalYear" | "formId" | "content"> | undefined;
}) {
  const words = useTranslations("questions.list");
  return (
    <ul className="border-line border-t">
      {answers.map(({ id, itemId, kind, said, askedOn, on, corrects, section, postTitle }) => (
        <li key={id} id={`answer-${id}`} className="space-y-4 border-line border-b py-6 md:py-8">
          {policy ? (
            <div>
              <p className="text-ink-muted text-sm">{words("item")}</p>
              {itemId ? <ItemLinks lang={lang} policy={policy} itemIds={[itemId]} /> : <p>{words("whole")}</p>}
            </div>
          ) : null}
          {said ? (
            <>
              <div className="space-y-1">
                <p className="text-ink-muted text-sm">{words(kind === "NOT_FOUND" ? "notFound" : "question")}</p>
                <Heading level={level} className="text-lg">
                  <span lang="ja" className="as-written">
                    {said.question}
                  </span>
                </Heading>
              </div>
              <div className="space-y-1 border-accent-line border-l-4 pl-5">
                <p className="text-ink-muted text-sm">{words("answer")}</p>
                <p lang="ja" className="as-written max-w-prose">
                  {said.answer}
                </p>
              </div>
            </>
          ) : (
            <p>{words("withdrawn", { date: dateWords(lang, on) })}</p>
          )}
          <p className="flex flex-wrap gap-x-6 gap-y-1 text-ink-soft text-sm">
            <span>{words("askedOn", { date: dateWords(lang, askedOn) })}</span>
            {said ? <span>{words("on", { date: dateWords(lang, on) })}</span> : null}
            {said ? (
              <span>
                {words("by")}{" "}
                <span lang={section && lang === "en" ? "en" : "ja"}>
                  {section ? section[lang === "ja" ? "nameJa" : "nameEn"] : postTitle}
                </span>
              </span>
            ) : null}
            {corrects ? <span>{words("corrected", { date: dateWords(lang, corrects) })}</span> : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
