/** How the compiled site was when it was looked after last. */
export interface SiteStatus {
  readonly at: Date;
  /** Files that are there and up to date, and addresses that wait to be made. */
  readonly ready: number;
  readonly waiting: number;
  /** Since when the page waits that has waited longest; null while none does. */
  readonly behindSince: Date | null;
  /** What could not be made; null where everything could. */
  readonly failing: string | null;
}

export type SiteStanding = "ready" | "behind" | "failing" | "stopped";

/** Looked after at least this often while it is looked after at all. */
const SILENT_SECONDS = 120;
/** Remaking what a release changed takes a moment, which is no delay. */
const PATIENCE_SECONDS = 60;

/**
 * How a compiled site stands: nobody looks after it, something of it cannot be made, it is being caught up with, or it is
 * ready; and for how many seconds its oldest page has been out of date. Readers get the newest from the app meanwhile, but
 * where nobody looks after it: of whatever changed since then nobody knows, so its pages may be as old as that.
 */
export function siteStanding(status: SiteStatus, now: Date): { standing: SiteStanding; behindSeconds: number } {
  const since = (moment: Date) => Math.max(0, Math.floor((now.getTime() - moment.getTime()) / 1000));
  const isSilent = since(status.at) > SILENT_SECONDS;
  const oldest = isSilent ? status.at : status.behindSince;
  const behindSeconds = oldest ? since(oldest) : 0;
  const standing = isSilent
    ? "stopped"
    : status.failing !== null
      ? "failing"
      : behindSeconds > PATIENCE_SECONDS
        ? "behind"
        : "ready";
  return { standing, behindSeconds };
}
