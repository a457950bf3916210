import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type BoardSheet,
  boardFilter,
  countsOf,
  datesInOrder,
  daysBetween,
  filterSheets,
  STANDINGS,
  standingOf,
  unsubmitted,
  usualDates,
} from "./round-view.ts";

const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const sheet: fc.Arbitrary<BoardSheet> = fc.record({
  submissionId: fc.uuid(),
  type: fc.constantFrom("policy", "issue", "strategy", "initiative", "reformItem"),
  code: fc.constant("1"),
  title: fc.constant("項目"),
  sectionId: fc.constantFrom(null, "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"),
  standing: fc.constantFrom(...STANDINGS),
  reopened: fc.boolean(),
  written: fc.constant(null),
  holder: fc.constant(null),
  permitUntil: fc.constant(null),
});

describe("the dates of a round", () => {
  it("follow each other, or are the same day", () => {
    fc.assert(
      fc.property(day, day, day, (opensOn, dueOn, plannedReleaseOn) => {
        expect(datesInOrder({ opensOn, dueOn, plannedReleaseOn })).toBe(
          daysBetween(opensOn, dueOn) >= 0 && daysBetween(dueOn, plannedReleaseOn) >= 0,
        );
      }),
    );
  });

  it.each(["2021-02-29", "2021-9-1", "", "2021-13-01"])("%j is no day", (opensOn) => {
    expect(datesInOrder({ opensOn, dueOn: "2099-01-01", plannedReleaseOn: "2099-01-01" })).toBe(false);
  });

  it("are proposed in order, in the fiscal year or right after it", () => {
    expect(usualDates("MID_YEAR_REVIEW", 2020)).toEqual({
      opensOn: "2020-09-01",
      dueOn: "2020-09-25",
      plannedReleaseOn: "2020-10-02",
    });
    expect(datesInOrder(usualDates("SELF_EVALUATION", 2020))).toBe(true);
  });

  it("are counted in whole days, over leap days and years", () => {
    expect(daysBetween("2020-02-28", "2020-03-01")).toBe(2);
    expect(daysBetween("2021-01-01", "2020-12-31")).toBe(-1);
  });
});

describe("where sheets stand", () => {
  it("a draft without a word is not begun; what was given up stands nowhere", () => {
    expect(standingOf("DRAFT", false)).toBe("NOT_BEGUN");
    expect(standingOf("DRAFT", true)).toBe("DRAFT");
    expect(standingOf("SUBMITTED", true)).toBe("SUBMITTED");
    expect(standingOf("DISCARDED", true)).toBeNull();
  });

  it("every sheet is counted once", () => {
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const counts = countsOf(sheets);
        expect(STANDINGS.reduce((sum, standing) => sum + counts[standing], 0)).toBe(sheets.length);
        expect(unsubmitted(counts)).toBeLessThanOrEqual(sheets.length);
      }),
    );
  });

  it("filters divide the sheets: each is shown for exactly one section and one standing", () => {
    fc.assert(
      fc.property(fc.array(sheet), (sheets) => {
        const sections = ["none", "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
        expect(sections.flatMap((section) => filterSheets(sheets, { section }))).toHaveLength(sheets.length);
        expect(STANDINGS.flatMap((state) => filterSheets(sheets, { state }))).toHaveLength(sheets.length);
        expect(filterSheets(sheets, {})).toEqual(sheets);
      }),
    );
  });

  it("an address that makes no sense filters nothing", () => {
    expect(boardFilter.parse({ section: "", state: "GONE", type: ["issue", "strategy"] })).toEqual({});
    expect(boardFilter.parse({ section: "none", state: "DRAFT" })).toEqual({ section: "none", state: "DRAFT" });
  });
});
