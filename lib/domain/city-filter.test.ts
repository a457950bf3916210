import { describe, expect, it } from "vitest";
import { isAskedFor, wasKnown } from "./city-filter.ts";
import { assemble } from "./edition.ts";
import type { LatestEdition, YearPolicy } from "./published-policy.ts";
import { idOf } from "./testing/any-plan.ts";

const organization = {
  ...{ slug: "ward", nameJa: "ABC試験区", nameEn: "Test Ward", cityNameJa: "試験市", cityNameEn: "Test City" },
  ...{ sourceNote: null, sourceUrl: null, sample: false },
};
const newest = {
  ...{ fiscalYear: 2021, formId: "osaka-2013", concluded: [], late: { MID_YEAR_REVIEW: [], SELF_EVALUATION: [] } },
  edition: { step: "OUTLINE", number: 2 },
  content: assemble([{ type: "policy", id: idOf(1), title: "令和3年度 方針", plan: { goal: "笑顔" } }]),
} as unknown as YearPolicy;
const asked = (text: string, stage: Parameters<typeof isAskedFor>[1]["stage"] = null) =>
  isAskedFor({ organization, newest }, { text, stage });

describe("an organisation of the list", () => {
  it.each(["", "  ", "試験区", "abc試験", "ＡＢＣ", "市ABC", "test ward", "令和3年度"])("is found by %j", (text) => {
    expect(asked(text)).toBe(true);
  });

  it.each(["別の区", "笑顔", "ward/", "%", "_"])("is not found by %j", (text) => {
    expect(asked(text)).toBe(false);
  });

  it("is found by how far its year has come", () => {
    expect(asked("", "formulating")).toBe(true);
    expect(asked("試験区", "formulating")).toBe(true);
    expect(asked("", "evaluated")).toBe(false);
    expect(asked("別の区", "formulating")).toBe(false);
  });
});

it("an Edition that was released after the organisations were read is not told beside them", () => {
  const edition = (fiscalYear: number, number: number, slug = "ward") =>
    ({ organization: { ...organization, slug }, fiscalYear, line: { number } }) as unknown as LatestEdition;
  const known = [edition(2021, 1), edition(2021, 2), edition(2020, 9), edition(2021, 3, "another")];
  for (const one of known) expect(wasKnown(one, [{ organization, newest }])).toBe(true);
  expect(wasKnown(edition(2021, 3), [{ organization, newest }])).toBe(false);
});
