import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { type Hash, hash } from "./canonical.ts";
import type { TakedownTarget } from "./taking-back.ts";

/**
 * How readers answer back, without an account: what may be asked, and what tells a person's form from a program's. No
 * clock, no secret of its own: both are given.
 */

export const QUESTION_KINDS = ["QUESTION", "NOT_FOUND"] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** The most characters of a question. */
export const LONGEST_QUESTION = 1000;

/** How many questions an organisation takes on one day; a flood is not to bury what people ask. */
export const QUESTIONS_A_DAY = 200;
/** The same for what readers found helpful, which is a press and no text. */
export const VOTES_A_DAY = 5000;

/** What of a policy a reader speaks of; null for the policy as a whole. */
export interface AskedItem {
  readonly type: TakedownTarget;
  readonly code: string;
}

/**
 * Whoever sends sooner did not type; whoever sends later is asked once more, with their text and a new stamp. A day hurries
 * nobody (WCAG 2.2.1 asks for 20 hours).
 */
export const SOONEST_MS = 2_000;
export const LATEST_MS = 24 * 60 * 60 * 1000;

/** A keyed hash: without the secret nobody finds what it is of by trying, not even of an address or a short text. */
export function keyedHash(secret: string, purpose: string, text: string): Hash {
  return bytesToHex(hmac(sha256, utf8ToBytes(secret), utf8ToBytes(`${purpose}\n${text}`)));
}

/** The stamp of a form about something that was drawn at a time; only a form of ours has one that fits. */
export function stampAt(secret: string, about: string, drawnAt: Date): string {
  const at = String(drawnAt.getTime());
  return `${at}.${keyedHash(secret, "ask-stamp", `${about}\n${at}`)}`;
}

/** What a stamp says of a form about something that comes in now; null where all is well. What is no stamp is too old. */
export function whyNotStamp(secret: string, about: string, stamp: string, now: Date): "too-quick" | "too-old" | null {
  const [at = "", seal = ""] = stamp.split(".");
  if (!/^\d{13}$/.test(at) || !hash.safeParse(seal).success) return "too-old";
  if (stampAt(secret, about, new Date(Number(at))) !== stamp) return "too-old";
  const age = now.getTime() - Number(at);
  if (age < SOONEST_MS) return "too-quick";
  return age > LATEST_MS ? "too-old" : null;
}

/** A text as it is compared with others: the same under NFKC, in any case, with any white space, is the same. */
export function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replaceAll(/\s+/gu, "");
}
