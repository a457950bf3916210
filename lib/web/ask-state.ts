/** What of a reader's form keeps it from being taken. */
export type AskProblem =
  | "required"
  | "too-long"
  | "characters"
  | "trap"
  | "too-quick"
  | "too-old"
  | "bad-origin"
  | "not-found"
  | "too-many-attempts"
  | "too-many-today"
  | "already-exists";

/** A reader's form that came back: what was typed, why, and a stamp with which it can be sent again. */
export interface AskState {
  readonly text: string;
  readonly problem: AskProblem;
  readonly stamp: string;
}

/** The controls of a reader's form. */
export const ASK = {
  lang: "lang",
  org: "org",
  year: "year",
  about: "about",
  kind: "kind",
  stamp: "stamp",
  text: "text",
  /** Hidden from people, so that only a program fills it; named as programs expect a form to have it. */
  trap: "website",
} as const;

/** A kind of question as an address says it. */
export const kindWord = (kind: "QUESTION" | "NOT_FOUND") => (kind === "NOT_FOUND" ? "not-found" : "question");

/** What the stamp of a form is for: one of another form does not fit. */
export const stampedPlace = (org: string, year: string, about: string, kind: string): string =>
  [org, year, about, kind].map(encodeURIComponent).join("/");
