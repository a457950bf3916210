import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "./edition.ts";
import { nextYearPlan } from "./next-year.ts";
import { isItem, nodeKey, type Plan } from "./policy.ts";
import { anyPlan, idOf } from "./testing/any-plan.ts";
import {
  amountOfAll,
  compareYears,
  continuationOf,
  indicatorPairs,
  lineageOf,
  type YearItem,
  yearItems,
} from "./years.ts";

const partsOf = (nodes: Plan) => new Map<string, Part>(nodes.map((node) => [nodeKey(node), node]));
const row = (id: string, ...predecessorIds: string[]) => ({ id, predecessorIds });

describe("how an item came from the year before", () => {
  const year = [row("new"), row("goes-on", "a"), row("merged", "b", "c"), row("split-1", "d"), row("split-2", "d")];
  it.each([
    ["new", "new"],
    ["goes-on", "continued"],
    ["merged", "merged"],
    ["split-1", "split"],
    ["split-2", "split"],
  ])("%s is %s", (id, expected) => {
    expect(continuationOf(year.find((one) => one.id === id) ?? row(""), year)).toBe(expected);
  });
});

describe("a lineage", () => {
  const rows = [
    row("a1"),
    row("b1"),
    row("m2", "a1", "b1"),
    row("x2", "b1"),
    row("m3", "m2"),
    row("n3", "m2"),
    row("m4", "m3"),
  ];
  it("goes both ways over all years, and leaves to others what is theirs", () => {
    expect([...lineageOf("m2", rows)].sort()).toEqual(["a1", "b1", "m2", "m3", "m4", "n3"]);
    expect([...lineageOf("m4", rows)].sort()).toEqual(["a1", "b1", "m2", "m3", "m4"]);
    expect([...lineageOf("x2", rows)].sort()).toEqual(["b1", "x2"]);
  });
  it("ends even where the record runs in a circle", () => {
    expect([...lineageOf("a", [row("a", "b"), row("b", "a")])].sort()).toEqual(["a", "b"]);
  });
});

describe("two years side by side", () => {
  it("names each item of either year once, and a copy has only items that go on or have ended", () => {
    fc.assert(
      fc.property(anyPlan, fc.func(fc.boolean()), (old, wants) => {
        const itemIds = old.filter(isItem).flatMap(({ id }) => (wants(id) ? [id] : []));
        const from = { fiscalYear: 2021, formId: "osaka-2013", parts: partsOf(old), settledBefore: new Map() };
        const to = { policyId: idOf(2), fiscalYear: 2022, formId: "osaka-2013" };
        const newId = (id: string) => id.replace("0000-4000", "0000-5000");
        const now = nextYearPlan(from, to, { itemIds, targets: "keep" }, newId);
        const lines = compareYears(partsOf(old), partsOf(now));
        expect(lines.flatMap((line) => line.now?.id ?? []).sort()).toEqual(
          now
            .filter(isItem)
            .map(({ id }) => id)
            .sort(),
        );
        expect(lines.flatMap(({ before }) => before.map(({ id }) => id)).sort()).toEqual(
          old
            .filter(isItem)
            .map(({ id }) => id)
            .sort(),
        );
        expect(lines.every(({ kind }) => kind === "continued" || kind === "ended")).toBe(true);
        expect(yearItems(partsOf(old)).every(({ depth, type }) => depth === DEPTHS[type])).toBe(true);
      }),
    );
  });

  it("adds up only what is known of all", () => {
    const item = (budgetThousandYen?: number): YearItem => ({
      ...{ type: "initiative", id: idOf(1), code: "1", title: "取組", predecessorIds: [], sheets: {} },
      plan: budgetThousandYen === undefined ? {} : { budgetThousandYen },
    });
    expect(amountOfAll([item(0), item(5)], "budget")).toBe(5);
    expect(amountOfAll([item(5), item()], "budget")).toBeNull();
    expect(amountOfAll([], "budget")).toBeNull();
  });

  it("follows an indicator by its id, whatever it is called", () => {
    const indicator = (id: number, name: string, target: number | null) => ({
      ...{ id: idOf(id), name, unit: "人", measure: "NUMBER" as const, direction: "HIGHER" as const },
      ...{ baseline: null, target },
    });
    const item = (...processIndicators: ReturnType<typeof indicator>[]): YearItem => ({
      ...{ type: "initiative", id: idOf(1), code: "1", title: "取組", predecessorIds: [], sheets: {} },
      plan: { processIndicators },
    });
    const pairs = indicatorPairs(
      { formId: "osaka-2013", item: item(indicator(1, "参加者の数", null), indicator(3, "満足度", 80)) },
      { formId: "osaka-2013", items: [item(indicator(1, "参加者数", 100), indicator(2, "回数", 4))] },
    );
    expect(pairs.map(({ now, before }) => [now?.target, before?.indicator.target])).toEqual([
      [null, 100],
      [80, undefined],
      [undefined, 4],
    ]);
  });
});

const DEPTHS = { issue: 0, strategy: 1, initiative: 2, reformItem: 0 } as const;
