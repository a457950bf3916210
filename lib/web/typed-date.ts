import { type CalendarDate, calendarDate } from "../domain/fiscal-year.ts";
import type { Typed } from "../domain/forms/sheet.ts";

/** A date typed into three boxes; null where all are empty, "invalid" where they are no date that exists. */
export function readTypedDate(typed: Typed, name: string): CalendarDate | null | "invalid" {
  const [year = "", month = "", day = ""] = ["year", "month", "day"].map((box) =>
    (typed[`${name}.${box}`] ?? "").normalize("NFKC").trim(),
  );
  if (`${year}${month}${day}` === "") return null;
  const date = calendarDate.safeParse(`${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`);
  return date.success ? date.data : "invalid";
}
