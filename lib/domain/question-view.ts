import type { AskedItem, QuestionKind } from "./asking.ts";
import type { Hash } from "./canonical.ts";
import type { CalendarDate } from "./fiscal-year.ts";
import type { QuestionClosing, QuestionMove, QuestionState } from "./question.ts";
import type { Hand } from "./taking-back.ts";

/** Questions and answers as staff and readers see them. */

/** What a question is about, by its code and title; null for the policy as a whole. */
export type QuestionItem = (AskedItem & { readonly id: string; readonly title: string }) | null;

interface QuestionPolicy {
  readonly id: string;
  readonly fiscalYear: number;
  readonly organization: { readonly slug: string; readonly nameJa: string; readonly nameEn: string };
}

/** One question in a list of staff's. */
export interface QuestionLine {
  readonly id: string;
  readonly policy: QuestionPolicy;
  readonly item: QuestionItem;
  readonly kind: QuestionKind;
  /** What the reader wrote; null once it was closed as spam. */
  readonly text: string | null;
  readonly state: QuestionState;
  readonly askedAt: Date;
  readonly moves: readonly QuestionMove[];
}

/** One answer, or proposal of one, as staff see it. */
export interface AnswerView {
  readonly id: string;
  readonly number: number;
  readonly hash: Hash;
  readonly state: "PROPOSED" | "RETURNED" | "PUBLISHED" | "REPLACED" | "WITHDRAWN";
  /** The question as readers are to read it. */
  readonly question: string;
  readonly answer: string;
  readonly proposed: Hand;
  readonly decided: Hand | null;
  /** Why it was returned. */
  readonly comment: string | null;
  readonly withdrawalAsked: Hand | null;
  readonly withdrawalReason: string | null;
  readonly withdrawn: Hand | null;
}

/** One question with all that became of it. */
export interface QuestionView extends QuestionLine {
  readonly section: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly closing: QuestionClosing | null;
  readonly closed: Hand | null;
  /** The latest first. */
  readonly answers: readonly AnswerView[];
}

/** How readers answered back to a policy: what a coordinator watches. */
export interface QuestionFigures {
  readonly policy: QuestionPolicy;
  readonly helpful: number;
  readonly notHelpful: number;
  /** Questions, but for what was closed as spam. */
  readonly asked: number;
  readonly notFound: number;
  readonly waiting: number;
  readonly answered: number;
  /** The day on which the question came that waits longest. */
  readonly oldestWaiting: CalendarDate | null;
}

/** A published answer as anybody reads it. Post and section, never a person. */
export interface PublishedAnswer {
  readonly id: string;
  readonly itemId: string | null;
  readonly kind: QuestionKind;
  /** null where the answer was withdrawn. */
  readonly said: { readonly question: string; readonly answer: string } | null;
  readonly askedOn: CalendarDate;
  /** The day of the answer that stands, or of the withdrawal. */
  readonly on: CalendarDate;
  /** The day of the first answer, where the one that stands corrects it. */
  readonly corrects: CalendarDate | null;
  readonly section: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly postTitle: string | null;
}

/** The answers of a policy, and how much of what was asked they are. */
export interface PublishedAnswers {
  readonly asked: number;
  readonly answered: number;
  /** The latest first. */
  readonly answers: readonly PublishedAnswer[];
}
