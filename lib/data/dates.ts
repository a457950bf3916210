import type { CalendarDate } from "../domain/fiscal-year.ts";

/** A calendar date as PostgreSQL's DATE, which the driver carries as midnight UTC. */
export function toDatabaseDate(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

/** The calendar date that a DATE column holds. */
export function fromDatabaseDate(date: Date): CalendarDate {
  return date.toISOString().slice(0, 10);
}
