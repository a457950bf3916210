import { describe, expect, it } from "vitest";
import { readReleaseTime } from "./release-time.ts";

const now = new Date("2026-10-02T09:00:00+09:00");
const typed = (date: string, time: string) => {
  const [year = "", month = "", day = ""] = date.split("-");
  const [hour = "", minute = ""] = time.split(":");
  return {
    "_releaseDate.year": year,
    "_releaseDate.month": month,
    "_releaseDate.day": day,
    "_releaseTime.hour": hour,
    "_releaseTime.minute": minute,
  };
};
const codes = (date: string, time: string) => {
  const read = readReleaseTime(typed(date, time), now);
  return "problems" in read ? read.problems.map(({ field, code }) => `${field} ${code}`) : read.releaseAt.toISOString();
};

describe("the time of a release as it was typed", () => {
  it("is Japan's time, whatever the server's", () => {
    expect(codes("2026-10-02", "9:30")).toBe("2026-10-02T00:30:00.000Z");
    expect(codes("2026-10-02", "17:5")).toBe("2026-10-02T08:05:00.000Z");
    // Full-width digits are what a Japanese keyboard gives.
    expect(codes("2026-１０-３", "０:００")).toBe("2026-10-02T15:00:00.000Z");
  });

  it("must be there whole, must exist, and must be ahead", () => {
    expect(codes("", "")).toEqual(["_releaseDate required", "_releaseTime required"]);
    expect(codes("2026-02-30", "9:00")).toEqual(["_releaseDate date"]);
    expect(codes("2026-10-03", "24:00")).toEqual(["_releaseTime time"]);
    expect(codes("2026-10-03", "9:60")).toEqual(["_releaseTime time"]);
    expect(codes("2026-10-03", "9:")).toEqual("2026-10-03T00:00:00.000Z");
    expect(codes("2026-10-03", "-1:0")).toEqual(["_releaseTime time"]);
    expect(codes("2026-10-02", "9:00")).toEqual(["_releaseTime time-past"]);
  });
});
