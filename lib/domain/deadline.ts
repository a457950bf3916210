import type { CalendarDate } from "./fiscal-year.ts";
import type { Phase } from "./forms/form.ts";
import type { NoticeLine } from "./notice-line.ts";

/** A day that somebody has to keep: a round's due date, its planned release, or the end of a late permit. */
export interface Deadline {
  readonly id: string;
  readonly kind: "due" | "planned" | "permit";
  readonly on: CalendarDate;
  readonly policy: NonNullable<NoticeLine["policy"]>;
  readonly phase: Phase;
  /** The sheet that a permit is for. */
  readonly target: NoticeLine["target"];
}
