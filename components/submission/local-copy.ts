import { z } from "zod";
import type { Typed } from "@/lib/domain/forms/sheet.ts";

/**
 * What one types is kept in this browser while the server does not have it: under the person's id and the submission's,
 * so that nobody else who signs in here is offered it.
 */
export interface LocalCopy {
  readonly typed: Typed;
  readonly savedAt: Date;
  /** The Version that it was typed over; null where there was none. */
  readonly base: string | null;
}

const stored = z.object({
  typed: z.record(z.string(), z.string()),
  savedAt: z.coerce.date(),
  base: z.string().nullable(),
});

const PREFIX = "hoshin.writing";
const keyOf = (userId: string, submissionId: string) => `${PREFIX}.${userId}.${submissionId}`;

/** Keeps a copy; false where the browser keeps nothing (private windows, a full store). */
export function keepLocalCopy(userId: string, submissionId: string, copy: LocalCopy): boolean {
  try {
    localStorage.setItem(keyOf(userId, submissionId), JSON.stringify(copy));
    return true;
  } catch {
    return false;
  }
}

/** The copy of this person's text for a submission; null where there is none. */
export function readLocalCopy(userId: string, submissionId: string): LocalCopy | null {
  try {
    const read = stored.safeParse(JSON.parse(localStorage.getItem(keyOf(userId, submissionId)) ?? "null"));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export function forgetLocalCopy(userId: string, submissionId: string): void {
  try {
    localStorage.removeItem(keyOf(userId, submissionId));
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

/** Whether this browser has text of a person that the server does not have. */
export function hasLocalCopies(userId: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(`${PREFIX}.${userId}.`));
  } catch {
    return false;
  }
}
