/** Every reason for which something asked for is not done. The words for each are in lib/words. */
export const REFUSAL_CODES = [
  "not-found",
  "not-allowed",
  "own-work",
  "other-section",
  "deputy-waits",
  "not-opened",
  "wrong-state",
  "stale-lock",
  "stale-version",
  "stale-base",
  "invalid-draft",
  "incomplete",
  "round-closed",
  "revision-undescribed",
  "outside-own-items",
  "comment-required",
  "evaluation-only",
  "already-open",
  "two-revisions",
  "nothing-chosen",
  "nothing-picked",
  "nothing-found",
  "past-time",
  "year-not-over",
  "not-in-order",
  "already-exists",
  "last-administrator",
  "section-in-use",
  "nobody-left",
  "link-unusable",
  "already-reminded",
  "nobody-to-remind",
  "key-reused",
  "bad-origin",
  "wrong-credentials",
  "too-many-attempts",
  "too-many-today",
  "someone-else",
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Something asked for was not done, for a reason that the person who asked can understand. Shown as a banner, or as
 * the not-found page. What is absent and what is not yours both say `not-found`.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode) {
    super(code);
    this.name = "Refusal";
    this.code = code;
  }
}
