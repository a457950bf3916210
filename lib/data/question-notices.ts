import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import type { NoticeKind } from "../domain/notice-kind.ts";
import type { QuestionMove, QuestionSubject } from "../domain/question.ts";
import type { Transaction } from "./db.ts";
import type { ChainHead } from "./events.ts";
import { decidersOf, holdersOf, isUrgent, ofEvent, without } from "./notices.ts";
import { notify } from "./outbox.ts";

/** Who is told of what readers ask and of what becomes of it, in the transaction of what they are told of. */

/**
 * Tells that readers ask about something: whoever writes and decides for the section, and where there is none those of the
 * whole organisation and the coordinators. Once a day and section, however many questions there are.
 */
export async function tellOfQuestion(
  tx: Transaction,
  { organizationId, policyId, sectionId }: { organizationId: string; policyId: string; sectionId: string | null },
  now: Date,
): Promise<void> {
  const today = tokyoDate(now);
  const holders = [
    ...(await holdersOf(tx, organizationId, "STAFF", today)),
    ...(await holdersOf(tx, organizationId, "MANAGER", today)),
  ];
  const ofSection = holders.filter((holder) => sectionId !== null && holder.sectionId === sectionId);
  const everywhere = [
    ...holders.filter((holder) => holder.sectionId === null),
    ...(await holdersOf(tx, organizationId, "COORDINATOR", today)),
  ];
  const people = ofSection.length > 0 ? ofSection : everywhere;
  await notify(
    tx,
    [...new Set(people.map(({ userId }) => userId))].map((userId) => ({
      key: `asked:${policyId}:${sectionId ?? "none"}:${today}:${userId}`,
      userId,
      kind: "asked" as const,
      subjectType: "policy",
      subjectId: policyId,
      detail: { section: sectionId },
      urgent: false,
      createdAt: now,
    })),
  );
}

/**
 * What is told of each step with a question, and to whom: to those who may decide on it, to those whose work it is, or to
 * whoever asked for a withdrawal. Closing concerns nobody but who closes.
 */
const TOLD: Partial<Record<QuestionMove, { kind: NoticeKind; to: "deciders" | "authors" | "asker" }>> = {
  propose: { kind: "answer-proposed", to: "deciders" },
  correct: { kind: "answer-proposed", to: "deciders" },
  return: { kind: "answer-returned", to: "authors" },
  "return-correction": { kind: "answer-returned", to: "authors" },
  publish: { kind: "answer-published", to: "authors" },
  "publish-correction": { kind: "answer-published", to: "authors" },
  "ask-withdrawal": { kind: "withdrawal-asked", to: "deciders" },
  withdraw: { kind: "answer-withdrawn", to: "authors" },
  "keep-public": { kind: "withdrawal-declined", to: "asker" },
};

/**
 * Tells of the step whose event comes next on the chain; `question` is as it stood before. Nobody is told of what they did
 * themselves, nor that something waits for them which another has to decide on.
 */
export async function tellOfAnswer(
  tx: Transaction,
  move: QuestionMove,
  { id, subject }: { readonly id: string; readonly subject: QuestionSubject },
  by: { readonly userId: string },
  chain: ChainHead,
  now: Date,
): Promise<void> {
  const told = TOLD[move];
  if (!told) return;
  const { organizationId, sectionId, authorIds, withdrawalAskedById } = subject;
  const today = tokyoDate(now);
  const asker = withdrawalAskedById === null ? [] : [withdrawalAskedById];
  // Whoever asks for a withdrawal may not approve it; whoever wrote the answer may.
  const except = move === "ask-withdrawal" ? [by.userId] : [...authorIds, by.userId];
  const people =
    told.to === "deciders"
      ? await decidersOf(tx, organizationId, [sectionId], today, except)
      : await readersAmong(tx, subject, told.to === "asker" ? asker : [...authorIds, ...asker], today);
  await notify(
    tx,
    without(by.userId, people).map((userId) => ({
      ...ofEvent(chain, chain.length + 1, userId),
      kind: told.kind,
      subjectType: "question",
      subjectId: id,
      detail: {},
      urgent: isUrgent(told.kind),
      createdAt: now,
    })),
  );
}

/** Of these people, those who may read the question today: for whoever changed sections it does not exist any more. */
async function readersAmong(
  tx: Transaction,
  { organizationId, sectionId }: QuestionSubject,
  userIds: readonly string[],
  today: CalendarDate,
): Promise<string[]> {
  const own = [
    ...(await holdersOf(tx, organizationId, "STAFF", today)),
    ...(await holdersOf(tx, organizationId, "MANAGER", today)),
  ].filter((holder) => holder.sectionId === null || holder.sectionId === sectionId);
  const readers = [...own, ...(await holdersOf(tx, organizationId, "COORDINATOR", today))];
  return readers.map(({ userId }) => userId).filter((userId) => userIds.includes(userId));
}
