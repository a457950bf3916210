import type { Prisma } from "../../prisma/client/client.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { PUBLIC_STATES } from "../domain/question.ts";
import type { PublishedAnswer, PublishedAnswers } from "../domain/question-view.ts";
import { db } from "./db.ts";
import { readPublicParts } from "./public-parts.ts";
import { readAnswers, readPolicy, readQuestions } from "./published-reads.ts";

/**
 * The only reader of answers for the public. It takes no actor. Of a question it reads when and of which kind it is, never
 * what was written: that is read as staff worded it, once another person let the answer out. An answer on an item that was
 * taken down is withheld with it.
 */

const names = { select: { nameJa: true, nameEn: true } } as const;

/** The published answers of a policy, the latest first; null where the policy is not public. */
export async function publishedAnswers(slug: string, fiscalYear: number): Promise<PublishedAnswers | null> {
  readPolicy(slug, fiscalYear);
  readAnswers(slug, fiscalYear);
  readQuestions(slug, fiscalYear);
  if (!Number.isSafeInteger(fiscalYear) || Math.abs(fiscalYear) > 9999) return null;
  const policy = await db().policy.findFirst({
    where: { organization: { slug }, fiscalYear, currentEditionId: { not: null } },
    select: { id: true },
  });
  if (!policy) return null;
  const answers = await answersWhere({ policyId: policy.id });
  return {
    asked: await db().question.count({
      where: { policyId: policy.id, OR: [{ closing: null }, { closing: "NOT_ANSWERED" }] },
    }),
    answered: answers.filter(({ said }) => said !== null).length,
    answers,
  };
}

/** The published answers on one item of a policy, the latest first. */
export async function publishedAnswersOn(slug: string, fiscalYear: number, itemId: string): Promise<PublishedAnswer[]> {
  readAnswers(slug, fiscalYear);
  return answersWhere({ policy: { organization: { slug }, fiscalYear }, targetId: itemId });
}

async function answersWhere(where: Prisma.QuestionWhereInput): Promise<PublishedAnswer[]> {
  const rows = await db().question.findMany({
    where: { ...where, answers: { some: { state: { in: ["PUBLISHED", "WITHDRAWN"] } } } },
    select: {
      ...{ id: true, targetId: true, kind: true, askedAt: true, state: true },
      answers: {
        where: { state: { in: ["PUBLISHED", "REPLACED", "WITHDRAWN"] } },
        select: {
          ...{ state: true, contentHash: true, decidedAt: true, withdrawnAt: true },
          section: names,
          decidedAs: { select: { postTitle: true } },
        },
        orderBy: { number: "asc" },
      },
    },
  });
  const parts = await readPublicParts(rows.flatMap(({ answers }) => answers.map(({ contentHash }) => contentHash)));
  const entries = rows.flatMap((row): PublishedAnswer[] => {
    const last = row.answers.at(-1);
    const content = parts.get(last?.contentHash ?? "");
    // What is withheld is not there at all.
    if (!last?.decidedAt || content?.type !== "answer") return [];
    const shown = PUBLIC_STATES.includes(row.state) && last.state === "PUBLISHED";
    const corrected = row.answers.find(({ state }) => state === "REPLACED")?.decidedAt;
    return [
      {
        ...{ id: row.id, itemId: row.targetId, kind: row.kind, askedOn: tokyoDate(row.askedAt) },
        said: shown ? { question: content.question, answer: content.answer } : null,
        on: tokyoDate(shown ? last.decidedAt : (last.withdrawnAt ?? last.decidedAt)),
        corrects: shown && corrected ? tokyoDate(corrected) : null,
        section: last.section,
        postTitle: last.decidedAs?.postTitle ?? null,
      },
    ];
  });
  return entries.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
}
