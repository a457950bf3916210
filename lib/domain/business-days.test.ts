import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isHoliday } from "../data/holidays.ts";
import { businessDaysUntil, daysLater, dueKind, isBusinessDay } from "./business-days.ts";

const business = (date: string) => isBusinessDay(date, isHoliday);

describe("business days", () => {
  it("leaves out Golden Week 2026, its substitute holiday included", () => {
    const days = ["2026-04-28", "2026-04-29", "2026-04-30", "2026-05-01", "2026-05-02", "2026-05-03"];
    expect(days.map(business)).toEqual([true, false, true, true, false, false]);
    // 4 and 5 May are holidays, and 6 May stands for Constitution Day on a Sunday.
    expect(["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"].map(business)).toEqual([false, false, false, true]);
    expect(businessDaysUntil("2026-05-01", "2026-05-07", isHoliday)).toBe(1);
  });

  it("leaves out Silver Week 2026, the day between two holidays included", () => {
    expect(["2026-09-18", "2026-09-21", "2026-09-22", "2026-09-23", "2026-09-24"].map(business)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    expect(businessDaysUntil("2026-09-18", "2026-09-25", isHoliday)).toBe(2);
  });

  it("leaves out the turn of the year", () => {
    expect(["2026-12-28", "2026-12-29", "2026-12-31", "2027-01-01", "2027-01-04"].map(business)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("counts what it skips and what it does not: together they are the days between", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 120 }), (start, span) => {
        const from = daysLater("2018-01-01", start);
        const to = daysLater(from, span);
        const days = Array.from({ length: span }, (_, n) => daysLater(from, n + 1));
        expect(businessDaysUntil(from, to, isHoliday)).toBe(days.filter(business).length);
      }),
    );
  });
});

describe("what a day says of a due date", () => {
  const kinds = (dueOn: string, from: string, days: number) =>
    Array.from({ length: days }, (_, n) => dueKind(daysLater(from, n), dueOn, isHoliday));

  it("speaks of a due date after Silver Week 2026 from the seventh business day before it on", () => {
    // Due Friday 25 September: 24 and 25 are left after the holidays, then 14 to 18 before them.
    expect(dueKind("2026-09-15", "2026-09-25", isHoliday)).toBe("due-7");
    expect(dueKind("2026-09-11", "2026-09-25", isHoliday)).toBe("due-7");
    expect(dueKind("2026-09-10", "2026-09-25", isHoliday)).toBe(null);
    expect(dueKind("2026-09-18", "2026-09-25", isHoliday)).toBe("due-7");
    expect(dueKind("2026-09-22", "2026-09-25", isHoliday)).toBe(null);
    expect(dueKind("2026-09-24", "2026-09-25", isHoliday)).toBe("due-1");
    expect(dueKind("2026-09-25", "2026-09-25", isHoliday)).toBe("due-1");
    expect(dueKind("2026-09-26", "2026-09-25", isHoliday)).toBe(null);
    expect(dueKind("2026-09-28", "2026-09-25", isHoliday)).toBe("overdue");
  });

  it("says nothing on a day on which nobody is at work, and only ever goes on", () => {
    const order = [null, "due-7", "due-1", "overdue"];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (start) => {
        const dueOn = daysLater("2020-01-01", start);
        const said = kinds(dueOn, daysLater(dueOn, -30), 45);
        said.forEach((kind, n) => {
          if (kind) expect(business(daysLater(dueOn, n - 30))).toBe(true);
        });
        const steps = said.filter((kind) => kind !== null).map((kind) => order.indexOf(kind));
        expect(steps).toEqual([...steps].sort());
        expect(new Set(steps)).toEqual(new Set([1, 2, 3]));
      }),
    );
  });
});
