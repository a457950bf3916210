import { z } from "zod";

/** Everything that people are told by themselves. The words for each are in lib/words (namespace `notices`). */
export const NOTICE_KINDS = [
  "submitted",
  "returned",
  "approved",
  "revoked",
  "released",
  "due-7",
  "due-1",
  "overdue",
  "remind",
  "permitted",
  "release-failed",
  "later-look",
  "asked",
  "answer-proposed",
  "answer-returned",
  "answer-published",
  "withdrawal-asked",
  "answer-withdrawn",
  "withdrawal-declined",
  "password-link",
] as const;

export const noticeKind = z.enum(NOTICE_KINDS);
export type NoticeKind = z.infer<typeof noticeKind>;
