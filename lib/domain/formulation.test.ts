import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FORMULATION_STEPS, REVISION_KINDS } from "./edition.ts";
import {
  correctionsOf,
  type Formulated,
  isFinal,
  kindsAfter,
  misdescribed,
  opinionGroups,
  stepLines,
  stepsAfter,
} from "./formulation.ts";
import type { Opinion } from "./policy.ts";
import { idOf } from "./testing/any-plan.ts";

const nothing: Formulated = { number: 0, step: null };
const at = (step: Formulated["step"], number = 1): Formulated => ({ number, step });

describe("the steps of a formulation", () => {
  it("begin anywhere, or are one", () => {
    expect(stepsAfter(nothing)).toEqual(["OUTLINE", "PROPOSAL", "FINAL", null]);
    expect(kindsAfter(nothing)).toEqual(["FORMULATION"]);
  });

  it.each([
    ["OUTLINE", ["PROPOSAL", "FINAL"]],
    ["PROPOSAL", ["FINAL"]],
    ["FINAL", []],
    [null, []],
  ] as const)("after %s come %j", (step, next) => {
    expect(stepsAfter(at(step))).toEqual(next);
    for (const other of [...FORMULATION_STEPS, undefined]) {
      const revision = { kind: "FORMULATION" as const, ...(other && { step: other }) };
      const right = next.some((one) => one === other);
      expect(misdescribed(revision, at(step)) === null, String(other)).toBe(right);
    }
  });

  it("go forward only, whatever is released in which order", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...FORMULATION_STEPS)), (wishes) => {
        let formulated = nothing;
        const released: number[] = [];
        for (const step of wishes) {
          if (misdescribed({ kind: "FORMULATION", step }, formulated) !== null) continue;
          formulated = { number: formulated.number + 1, step };
          released.push(FORMULATION_STEPS.indexOf(step));
        }
        expect(released).toEqual([...new Set(released)].sort());
        expect(isFinal(formulated)).toBe(released.at(-1) === 2);
      }),
    );
  });

  it("leave the plan final with the last one, or the only one", () => {
    expect([nothing, at("OUTLINE"), at("PROPOSAL"), at("FINAL"), at(null)].map(isFinal)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe("what a Revision says of itself", () => {
  it("is no amendment and no correction of what is not public", () => {
    for (const kind of REVISION_KINDS.slice(1)) expect(misdescribed({ kind, corrects: 1 }, nothing)).toBe("kind");
  });

  it("names an Edition that is there where it corrects one, and only there", () => {
    expect(misdescribed({ kind: "CORRECTION" }, at(null, 3))).toBe("corrects");
    expect(misdescribed({ kind: "CORRECTION", corrects: 4 }, at(null, 3))).toBe("corrects");
    expect(misdescribed({ kind: "CORRECTION", corrects: 3 }, at(null, 3))).toBeNull();
    expect(misdescribed({ kind: "AMENDMENT", corrects: 3 }, at(null, 3))).toBe("corrects");
    expect(misdescribed({ kind: "FORMULATION", step: "FINAL", corrects: 1 }, at("PROPOSAL"))).toBe("corrects");
    // One that is not there is no better for an amendment.
    expect(misdescribed({ kind: "AMENDMENT", corrects: 9 }, at(null, 3))).toBe("corrects");
  });

  it("names a step in a formulation only", () => {
    expect(misdescribed({ kind: "AMENDMENT", step: "FINAL" }, at("PROPOSAL"))).toBe("step");
    expect(misdescribed({ kind: "AMENDMENT" }, at("PROPOSAL"))).toBeNull();
  });
});

it("an Edition is corrected by those that say so", () => {
  const lines = [
    { number: 5, corrects: 2 },
    { number: 4, corrects: 2 },
    { number: 3, corrects: 1 },
    { number: 2, corrects: null },
  ];
  expect(correctionsOf(2, lines)).toEqual([4, 5]);
  expect(correctionsOf(5, lines)).toEqual([]);
});

it("the steps of a plan are its formulations that say which step they are", () => {
  const line = (number: number, revisionKind: "FORMULATION" | "AMENDMENT" | null, step: Formulated["step"]) => ({
    ...{ number, revisionKind, step },
  });
  const lines = [line(4, null, "FINAL"), line(3, "FORMULATION", "FINAL"), line(2, "AMENDMENT", "OUTLINE")];
  expect(stepLines([...lines, line(1, "FORMULATION", "OUTLINE")]).map(({ number }) => number)).toEqual([1, 3]);
  expect(stepLines([line(1, "FORMULATION", null)])).toEqual([]);
});

it("opinions stand together by where and when they were given", () => {
  const opinion = (n: number, source: Opinion["source"], date: string | null): Opinion => ({
    ...{ type: "opinion", id: idOf(n), order: n, source, date, text: "意見", answer: "回答" },
    ...{ outcome: "NOTED", change: null, itemIds: [] },
  });
  const groups = opinionGroups([
    opinion(1, "OTHER", null),
    opinion(2, "PUBLIC_COMMENT", "2021-12-10"),
    opinion(3, "WARD_MEETING", "2021-12-10"),
    opinion(4, "PUBLIC_COMMENT", "2021-12-10"),
    opinion(5, "WARD_MEETING", "2021-11-02"),
  ]);
  expect(groups.map(({ source, date, opinions }) => [source, date, opinions.map(({ order }) => order)])).toEqual([
    ["WARD_MEETING", "2021-11-02", [5]],
    ["WARD_MEETING", "2021-12-10", [3]],
    ["PUBLIC_COMMENT", "2021-12-10", [2, 4]],
    ["OTHER", null, [1]],
  ]);
});
