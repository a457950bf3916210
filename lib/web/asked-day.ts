import { type CalendarDate, calendarDate } from "../domain/fiscal-year.ts";
import { readTypedDate } from "./typed-date.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The day that an address asks for. */
export interface AskedDay {
  /** null where none was asked for, or what was is no date. */
  readonly date: CalendarDate | null;
  readonly invalid: boolean;
  /** What stands in the boxes of a form that asks again. */
  readonly typed: { readonly year: string; readonly month: string; readonly day: string };
}

const one = (value: Query[string]): string => (typeof value === "string" ? value.slice(0, 20) : "");

/** Reads `?on=2020-10-05`, or the three boxes of a form: `?on.year=2020&on.month=10&on.day=5`. */
export function askedDay(query: Query): AskedDay {
  if (query.on !== undefined) {
    const date = calendarDate.safeParse(query.on);
    const [year = "", month = "", day = ""] = (date.success ? date.data : "--").split("-");
    return { date: date.data ?? null, invalid: !date.success, typed: { year, month, day } };
  }
  const typed = { year: one(query["on.year"]), month: one(query["on.month"]), day: one(query["on.day"]) };
  const boxes = { "on.year": typed.year, "on.month": typed.month, "on.day": typed.day };
  const sent = ["on.year", "on.month", "on.day"].some((name) => query[name] !== undefined);
  const date = readTypedDate(boxes, "on");
  // A form that was sent with a box left empty asks for no day either.
  const whole = Object.values(typed).every((box) => box.trim() !== "");
  return whole && date !== null && date !== "invalid"
    ? { date, invalid: false, typed }
    : { date: null, invalid: sent, typed };
}
