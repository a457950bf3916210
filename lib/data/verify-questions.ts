import { z } from "zod";
import type { QuestionState } from "../domain/question.ts";
import type { Transaction } from "./db.ts";
import { readParts } from "./parts.ts";
import { QUESTION_EVENTS } from "./questions.ts";

const told = z.object({ question: z.string(), to: z.string(), content: z.string().nullish() });

/**
 * What of questions is not as it was written; null where all is well. A question must stand where its last event left it,
 * each of its answers must be readable, and a public one must be the one whose publication an event names.
 */
export async function questionsBroken(tx: Transaction): Promise<string | null> {
  const events = await tx.event.findMany({
    where: { kind: { in: [...QUESTION_EVENTS] } },
    select: { detail: true, kind: true },
    orderBy: [{ chainId: "asc" }, { number: "asc" }],
  });
  const last = new Map<string, string>();
  const published = new Map<string, string | null | undefined>();
  for (const { detail, kind } of events) {
    const { question, to, content } = told.parse(JSON.parse(detail));
    last.set(question, to);
    if (PUBLISHING.includes(kind)) published.set(question, content);
  }
  const questions = await tx.question.findMany({
    select: { id: true, state: true, answers: { select: { contentHash: true, state: true } } },
    orderBy: { id: "asc" },
  });
  for (const { id, state, answers } of questions) {
    const name = `Question ${id}`;
    if (last.get(id) !== (state satisfies QuestionState)) {
      return `${name}: its state is not the one that its last event left`;
    }
    const contents = await readParts(
      answers.map(({ contentHash }) => contentHash),
      tx,
    );
    if (answers.some(({ contentHash }) => contents.get(contentHash)?.type !== "answer")) {
      return `${name}: an answer of it is missing`;
    }
    const open = answers.find((answer) => answer.state === "PUBLISHED");
    if (open && open.contentHash !== published.get(id)) return `${name}: another answer is public than its event says`;
  }
  return null;
}

const PUBLISHING: readonly string[] = ["publish-answer", "publish-correction"];
