import { describe, expect, it } from "vitest";
import { readReleaseFields, releaseFields } from "./release-fields.ts";
import { readTypedDate } from "./typed-date.ts";

describe("a date typed into three boxes", () => {
  const read = (year: string, month: string, day: string) =>
    readTypedDate({ "when.year": year, "when.month": month, "when.day": day }, "when");

  it.each([
    ["2020", "10", "2", "2020-10-02"],
    ["２０２０", "１０", "０２", "2020-10-02"],
    [" 2020 ", "2", "29", "2020-02-29"],
    ["", "", "", null],
    ["2021", "2", "29", "invalid"],
    ["2020", "", "2", "invalid"],
    ["令和2", "10", "2", "invalid"],
    ["2020", "-1", "2", "invalid"],
  ])("%s / %s / %s", (year, month, day, date) => {
    expect(read(year, month, day)).toBe(date);
  });
});

describe("what a release's form carries", () => {
  const policyId = "6f0a1f0e-0000-4000-8000-000000000000";
  const chosen = [
    { submissionId: "6f0a1f0e-0000-4000-8000-000000000001", lockVersion: 3, versionHash: "a".repeat(64) },
    { submissionId: "6f0a1f0e-0000-4000-8000-000000000002", lockVersion: 4, versionHash: "b".repeat(64) },
  ];
  const notice = { kind: "OTHER" as const, text: "お知らせ", date: "2020-10-02" };

  it("comes back as it was given", () => {
    const all = { policyId, chosen, notice, concludes: ["MID_YEAR_REVIEW" as const] };
    expect(readReleaseFields(releaseFields(policyId, chosen, notice, 2, all.concludes))).toEqual(all);
    const nothing = { policyId, chosen: [], notice: null, concludes: [] };
    expect(readReleaseFields(releaseFields(policyId, [], null, 2))).toEqual(nothing);
  });

  it.each([
    ["_policy", "not an id"],
    [`_chosen.${chosen[0]?.submissionId}`, "{"],
    [`_chosen.${chosen[0]?.submissionId}`, '{"submissionId":1}'],
    ["_noticeDate", "2020-02-30"],
    ["_notice", "\0"],
  ])("is refused whole where %s is %j", (name, value) => {
    expect(readReleaseFields({ ...releaseFields(policyId, chosen, notice, 2), [name]: value })).toBeNull();
  });
});
