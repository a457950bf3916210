/** A release that was set for a time, and how it ended. */
export interface ScheduledRelease {
  readonly id: string;
  readonly state: "SCHEDULED" | "DONE" | "FAILED" | "CANCELLED";
  readonly releaseAt: Date;
  readonly scheduledBy: string;
  /** The submissions that it takes, while it waits. */
  readonly chosen: readonly string[];
  /** Why it did not happen: a refusal's code, or "fault". */
  readonly failure: string | null;
  /** The number of the Edition that it made. */
  readonly edition: number | null;
  readonly finishedAt: Date | null;
}
