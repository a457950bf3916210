import { z } from "zod";
import { calendarDate } from "./fiscal-year.ts";

/** The record of everything that happened, as administrators look it up. */

const empty = z.literal("");

/** What a look-up asks for; what cannot be understood asks for nothing. */
export const eventFilter = z.object({
  /** An organisation's id, or the chain that belongs to none. */
  chain: z.uuid().or(z.literal("administration")).or(empty).catch(""),
  kind: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .or(empty)
    .catch(""),
  /** Part of a name or of a post's title. */
  person: z.string().max(100).catch(""),
  subject: z.string().trim().pipe(z.uuid()).or(empty).catch(""),
  from: z.string().trim().pipe(calendarDate).or(empty).catch(""),
  to: z.string().trim().pipe(calendarDate).or(empty).catch(""),
  page: z.coerce.number().int().min(1).max(1_000_000).catch(1),
});
export type EventFilter = z.infer<typeof eventFilter>;

/** One event. Its details are ids, codes and hashes, because nothing else is ever in them. */
export interface EventLine {
  readonly key: string;
  /** Whose chain it stands in; null for the one that belongs to no organisation. */
  readonly organization: { readonly nameJa: string; readonly nameEn: string } | null;
  readonly number: number;
  readonly kind: string;
  /** null where nobody in particular did it. */
  readonly actor: string | null;
  readonly postTitle: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: readonly { readonly name: string; readonly value: string }[];
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly hash: string;
}

/** One page of the record, the newest event first. */
export interface EventPage {
  readonly lines: readonly EventLine[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
}

/** What of a look-up can be chosen. */
export interface EventChoices {
  readonly organizations: readonly { readonly id: string; readonly nameJa: string; readonly nameEn: string }[];
  readonly kinds: readonly string[];
}
