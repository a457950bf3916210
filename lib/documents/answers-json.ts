import type { PublishedAnswers } from "../domain/question-view.ts";
import { LICENCE } from "./edition-json.ts";

/**
 * Published answers as open data: what each is about by the id that the policy's data gives the item (absent: the policy
 * as a whole), dates as they are, what was withdrawn without its text. Named one by one, so that nothing else is public.
 */
export function answersJson({ asked, answered, answers }: PublishedAnswers) {
  return {
    licence: LICENCE,
    asked,
    answered,
    answers: answers.map(({ id, itemId, kind, said, askedOn, on, corrects, section }) => ({
      id,
      ...(itemId ? { itemId } : {}),
      kind,
      askedOn,
      ...(said
        ? { question: said.question, answer: said.answer, answeredOn: on, ...(corrects ? { corrects } : {}) }
        : { withdrawnOn: on }),
      section: section && { ja: section.nameJa, en: section.nameEn },
    })),
  };
}
