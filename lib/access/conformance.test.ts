import { describe, expect, it } from "vitest";
import { MANUAL_CHECKS, OPEN_FAULTS } from "./checks.ts";
import { claimOf, newerRules, resultsOf } from "./conformance.ts";
import { CRITERIA } from "./criteria.ts";
import { accessReport } from "./report.ts";
import tried from "./tried.json" with { type: "json" };

const report = accessReport.parse(tried);
const rules = [
  { id: "image-alt", tags: ["wcag2a", "wcag111"] },
  { id: "color-contrast", tags: ["wcag2aa", "wcag143"] },
  { id: "target-size", tags: ["wcag22aa", "wcag258"] },
];
const check = (criterion: string, result: "confirmed" | "notApplicable" | "fault") => ({
  ...{ criterion, result, on: "2026-11-26", how: { ja: "見た", en: "seen" } },
});
const resultOf = (
  number: string,
  ...given: Parameters<typeof resultsOf> extends [unknown, ...infer Rest] ? Rest : never
) => resultsOf(CRITERIA, ...given).find(({ criterion }) => criterion.number === number)?.result;

describe("the results of a test", () => {
  it("are of the 38 criteria of levels A and AA", () => {
    expect(CRITERIA.filter(({ level }) => level === "A")).toHaveLength(25);
    expect(CRITERIA.filter(({ level }) => level === "AA")).toHaveLength(13);
    expect(new Set(CRITERIA.map(({ number }) => number)).size).toBe(38);
  });

  it("say no more than what was tried", () => {
    const none = { rules, findings: [] };
    expect(resultOf("1.1.1", none, [], [])).toBe("automatic");
    expect(resultOf("2.4.5", none, [], [])).toBe("unchecked");
    expect(resultOf("1.1.1", none, [check("1.1.1", "confirmed")], [])).toBe("confirmed");
    expect(newerRules(none)).toBe(1);
  });

  it("are faults whoever found them, also after somebody saw none", () => {
    const found = { rules, findings: [{ path: "/ja", width: 375, rule: "image-alt", what: "<img>" }] };
    expect(resultOf("1.1.1", found, [check("1.1.1", "confirmed")], [])).toBe("fault");
    const none = { rules, findings: [] };
    expect(resultOf("1.1.1", none, [check("1.1.1", "fault")], [])).toBe("fault");
    const open = { criterion: "1.1.1", since: "2026-11-26", what: { ja: "", en: "" } };
    expect(resultOf("1.1.1", none, [], [open])).toBe("fault");
  });

  it("claim partial conformance only once everything was checked and is met", () => {
    const all = CRITERIA.map(({ number }) => check(number, "confirmed"));
    const none = { rules: [], findings: [] };
    expect(claimOf(resultsOf(CRITERIA, none, all, [])).claim).toBe("partly");
    expect(claimOf(resultsOf(CRITERIA, none, all.slice(1), []))).toEqual({ claim: "ongoing", faults: 0, open: 1 });
  });
});

describe("what is kept of the tests", () => {
  it("names criteria that there are, and pages that were really looked at", () => {
    const known = CRITERIA.map(({ number }) => number);
    for (const { criterion } of [...MANUAL_CHECKS, ...OPEN_FAULTS]) expect(known).toContain(criterion);
    expect(report.pages.length).toBeGreaterThan(10);
    expect(report.rules.length).toBeGreaterThan(20);
    for (const page of report.pages) expect(page.runs).toBeGreaterThan(0);
  });
});
