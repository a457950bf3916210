import type { CalendarDate } from "../domain/fiscal-year.ts";
import type { PermitLine } from "../domain/submission-view.ts";
import { fromDatabaseDate } from "./dates.ts";

/** A sheet's late permits as screens speak of them, the latest last. */
export function permitLines(
  permits: readonly { untilOn: Date; grantedAt: Date; grantedBy: { name: string } }[],
  today: CalendarDate,
): PermitLine[] {
  return permits
    .map(({ untilOn, grantedAt, grantedBy }) => ({
      untilOn: fromDatabaseDate(untilOn),
      grantedBy: grantedBy.name,
      grantedAt,
      inForce: fromDatabaseDate(untilOn) >= today,
    }))
    .sort((a, b) => a.grantedAt.getTime() - b.grantedAt.getTime());
}
