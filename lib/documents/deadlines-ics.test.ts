import { describe, expect, it } from "vitest";
import type { Deadline } from "../domain/deadline.ts";
import { deadlinesIcs } from "./deadlines-ics.ts";

const policy = { id: "p", slug: "mihon", nameJa: "みほん区", nameEn: "Mihon Ward", fiscalYear: 2026 };
const round = { policy, phase: "MID_YEAR_REVIEW" as const, target: null };
const deadlines: Deadline[] = [
  { id: "a-due", kind: "due", on: "2026-09-25", ...round },
  { id: "a-planned", kind: "planned", on: "2026-10-02", ...round },
  {
    id: "b-permit",
    kind: "permit",
    on: "2026-12-31",
    ...round,
    target: { type: "initiative", code: "1-1-1", title: "健診; 訪問, 相談" },
  },
];
const at = { desk: "https://hoshin.example/ja/desk", host: "hoshin.example", madeAt: new Date("2026-09-01T00:00:00Z") };
const lines = (list: readonly Deadline[]) => deadlinesIcs(list, at).replaceAll("\r\n ", "").split("\r\n");

describe("deadlines as a calendar", () => {
  it("holds whole days, whatever the clock of whoever reads it", () => {
    const text = lines(deadlines);
    expect(text[0]).toBe("BEGIN:VCALENDAR");
    expect(text.filter((line) => line.startsWith("DTSTART"))).toEqual([
      "DTSTART;VALUE=DATE:20260925",
      "DTSTART;VALUE=DATE:20261002",
      "DTSTART;VALUE=DATE:20261231",
    ]);
    expect(text).toContain("SUMMARY:締切 みほん区 令和8年度(2026年度)の中間振り返り");
    expect(text).toContain("UID:a-due@hoshin.example");
    expect(text.join("\n")).toContain("Due: Mid-year review\\, Mihon Ward\\, FY2026 (Reiwa\u00a08)");
  });

  it("escapes what a title may hold", () => {
    expect(lines(deadlines).find((line) => line.startsWith("SUMMARY:遅延許可"))).toContain("健診\\; 訪問\\, 相談");
  });

  it("is the same for the same days, so that nothing blinks in a calendar", () => {
    expect(deadlinesIcs(deadlines, at)).toBe(deadlinesIcs(deadlines, at));
    expect(lines([]).at(-1)).toBe("END:VCALENDAR");
  });
});
