import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/people/form-field.ts";
import { PeopleForm } from "@/components/people/people-form.tsx";
import type { ButtonVariant } from "@/components/ui/button.tsx";
import type { Actor } from "@/lib/domain/actor.ts";
import {
  LONGEST_ANSWER,
  LONGEST_PUBLIC_QUESTION,
  LONGEST_REASON,
  QUESTION_CLOSINGS,
  type QuestionMove,
} from "@/lib/domain/question.ts";
import type { QuestionView } from "@/lib/domain/question-view.ts";
import type { Language } from "@/lib/words/languages.ts";
import { answering } from "./actions.ts";

/** What takes something from the public, or for good, looks like it. */
const VARIANTS: Record<QuestionMove, ButtonVariant> = {
  propose: "primary",
  publish: "primary",
  return: "secondary",
  close: "danger",
  correct: "primary",
  "publish-correction": "primary",
  "return-correction": "secondary",
  "ask-withdrawal": "secondary",
  withdraw: "danger",
  "keep-public": "secondary",
};

/** What whoever reads the page may do with a question: a form each, folded. */
export async function MoveForms({
  lang,
  actor,
  view,
  at,
}: {
  lang: Language;
  actor: Actor;
  view: QuestionView;
  /** Which form was sent last: forms are drawn anew after it. */
  at: string;
}) {
  const words = await getTranslations("questions.staff");
  if (view.moves.length === 0) return <p className="text-ink-muted">{words("nothing")}</p>;
  const [latest] = view.answers;
  const proposed = view.answers.find(({ state }) => state === "PROPOSED");
  const wording: FormField[] = [
    {
      ...{ kind: "area", name: "question", rows: 3, max: LONGEST_PUBLIC_QUESTION, lang: "ja" },
      label: words("questionLabel"),
      hint: words("questionHint"),
      // Begun from what was worded before, and never from the reader's own text: that is what must not slip through.
      value: latest?.question ?? "",
    },
    {
      ...{ kind: "area", name: "answer", rows: 8, max: LONGEST_ANSWER, lang: "ja" },
      label: words("answerLabel"),
      hint: words("answerHint"),
      value: latest?.answer ?? "",
    },
  ];
  const reason: FormField[] = [
    {
      ...{ kind: "area", name: "comment", rows: 3, max: LONGEST_REASON, lang: "ja" },
      label: words("commentLabel"),
      hint: words("commentHint"),
    },
  ];
  const closing: FormField[] = [
    {
      kind: "radio",
      name: "closing",
      label: words("closingLabel"),
      options: QUESTION_CLOSINGS.filter((one) => one !== "SPAM" || view.state === "OPEN").map((one) => ({
        value: one,
        label: words(`closings.${one}`),
      })),
    },
  ];
  const ASKED: Partial<Record<QuestionMove, readonly FormField[]>> = {
    propose: wording,
    correct: wording,
    return: reason,
    "return-correction": reason,
    "ask-withdrawal": reason,
    close: closing,
  };
  return (
    <div className="max-w-[46rem]">
      {view.moves.map((move) => (
        <PeopleForm
          key={`${move}-${at}`}
          lang={lang}
          action={answering}
          form={move}
          intent={move}
          formKey={randomUUID()}
          writer={actor.userId}
          fields={[
            { kind: "hidden", name: "id", value: view.id },
            { kind: "hidden", name: "shown", value: proposed?.hash ?? "" },
            ...(ASKED[move] ?? []),
          ]}
          button={move === "propose" || move === "correct" ? words(`send.${move}`) : words(`moves.${move}`)}
          variant={VARIANTS[move]}
          folded={words(`moves.${move}`)}
        >
          <p>{words(`means.${move}`)}</p>
        </PeopleForm>
      ))}
    </div>
  );
}
