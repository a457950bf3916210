import type { SiteStatus } from "../domain/site-standing.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";

/** How the compiled site stands, as whoever looks after it said last; null where there is none. Counts only, for anyone. */
export async function siteStatus(): Promise<SiteStatus | null> {
  return db().siteStatus.findUnique({
    where: { id: 1 },
    select: { at: true, ready: true, waiting: true, behindSince: true, failing: true },
  });
}

/** Says how the compiled site stands now, and answers with that. For the worker, which looks after it. */
export async function reportSite(
  {
    ready,
    waiting,
    waitingSince,
    failing,
  }: { ready: number; waiting: number; waitingSince: Date | null; failing: readonly string[] },
  clock: Clock = systemClock,
): Promise<SiteStatus> {
  const status = {
    ...{ at: clock(), ready, waiting, behindSince: waitingSince },
    failing: failing.length > 0 ? failing.slice(0, 3).join(" · ") : null,
  };
  await db().siteStatus.upsert({ where: { id: 1 }, create: status, update: status });
  return status;
}
