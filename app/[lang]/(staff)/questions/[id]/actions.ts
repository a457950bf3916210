"use server";

import { moveQuestion } from "@/lib/data/questions.ts";
import {
  LONGEST_ANSWER,
  LONGEST_PUBLIC_QUESTION,
  LONGEST_REASON,
  QUESTION_CLOSINGS,
  QUESTION_MOVE_NAMES,
} from "@/lib/domain/question.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { questionPath } from "@/lib/web/paths.ts";
import { readForm } from "@/lib/web/typed-fields.ts";

/** Every button of a question's page. */
export async function answering(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const key = typed[ENVELOPE.key] ?? "";
    const move = QUESTION_MOVE_NAMES.find((one) => one === typed[ENVELOPE.intent]);
    if (!move) throw new Refusal("invalid-draft");
    const read = readForm(typed);
    const questionId = read.raw("id");
    const said: Partial<Parameters<typeof moveQuestion>[1]> = { shown: read.raw("shown") };
    if (move === "propose" || move === "correct") {
      said.question = read.text("question", LONGEST_PUBLIC_QUESTION);
      said.answer = read.text("answer", LONGEST_ANSWER);
    }
    if (move === "return" || move === "return-correction" || move === "ask-withdrawal") {
      said.comment = read.text("comment", LONGEST_REASON);
    }
    if (move === "close") said.closing = read.choice("closing", QUESTION_CLOSINGS);
    if (read.problems.length > 0) return { problems: read.problems };
    await moveQuestion(actor, { ...said, questionId, move, key });
    return { to: questionPath(languageOf(typed), questionId, { done: move, at: key }) };
  });
}
