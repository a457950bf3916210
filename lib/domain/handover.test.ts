import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ROLES } from "./actor.ts";
import { gapKey, gapsLeftBy, gapsOn, type StaffedPost, type StaffingFacts } from "./handover.ts";

const section = (id: string, items: number) => ({ id, nameJa: id, nameEn: id, items });
const post = (id: string, role: StaffedPost["role"], sectionId: string | null, more: Partial<StaffedPost> = {}) => ({
  ...{ id, userId: `user ${id}`, role, sectionId, startsOn: "2026-04-01", endsOn: null, disabled: false },
  ...more,
});
const item = { id: "item", type: "initiative" as const, code: "1-1-1", title: "取組", fiscalYear: 2026 };
const work = (state: "DRAFT" | "RETURNED" | "SUBMITTED", sectionIds: (string | null)[], contributorIds: string[]) => ({
  ...{ id: `work ${state}`, state, phase: "MID_YEAR_REVIEW" as const, target: item, sectionIds, contributorIds },
});

const whole: StaffingFacts = {
  sections: [section("a", 3), section("b", 1), section("empty", 0)],
  posts: [
    post("staff a", "STAFF", "a"),
    post("manager a", "MANAGER", "a"),
    post("staff b", "STAFF", "b"),
    post("head", "MANAGER", null),
    post("coordinator", "COORDINATOR", "b"),
  ],
  unassigned: [],
  open: [work("DRAFT", ["a"], ["user staff a"]), work("SUBMITTED", ["a"], ["user staff a"])],
  delegations: [],
};
const DAY = "2026-11-22";
const keys = (facts: StaffingFacts, day = DAY) => gapsOn(facts, day).map(gapKey);
const without = (...ids: string[]): StaffingFacts => ({
  ...whole,
  posts: whole.posts.filter(({ id }) => !ids.includes(id)),
});

describe("what has nobody", () => {
  it("is nothing where everybody is there", () => {
    expect(keys(whole)).toEqual([]);
  });

  it("is a section's writing, once its last staff are gone; and the draft that only they wrote", () => {
    expect(keys(without("staff a"))).toEqual(["no-staff a", "orphaned work DRAFT"]);
    const everywhere = [...without("staff a").posts, post("pool", "STAFF", null)];
    expect(keys({ ...whole, posts: everywhere })).toEqual(["orphaned work DRAFT"]);
  });

  it("is a section's deciding, once it has neither its own manager nor one for all", () => {
    expect(keys(without("manager a"))).toEqual([]);
    expect(keys(without("head"))).toEqual(["no-manager b"]);
    expect(keys(without("head", "manager a"))).toEqual(["no-manager a", "no-manager b", "undecidable work SUBMITTED"]);
  });

  it("is what all deciders worked on, unless a deputy who did not stands in", () => {
    const all = ["user manager a", "user head"];
    const facts = { ...whole, open: [work("SUBMITTED", ["a"], all)] };
    expect(keys(facts)).toEqual(["undecidable work SUBMITTED"]);
    const delegation = { id: "d", membershipId: "head", deputyId: "user staff b", deputy: "人" };
    const from = (startsOn: string, endsOn: string) => ({
      ...facts,
      delegations: [{ ...delegation, startsOn, endsOn }],
    });
    expect(keys(from("2026-11-01", "2026-11-30"))).toEqual([]);
    expect(keys(from("2026-12-01", "2026-12-31"))).toEqual(["undecidable work SUBMITTED"]);
  });

  it("is what concerns several sections, where there is nobody for all of them", () => {
    const facts = { ...without("head"), open: [work("SUBMITTED", ["a", "b"], ["user staff b"])] };
    expect(keys(facts)).toEqual(["no-manager b", "undecidable work SUBMITTED"]);
  });

  it("is the coordinating, a deputy who has left, an item without a section", () => {
    const delegation = { membershipId: "head", deputyId: "gone", deputy: "人", startsOn: "2026-12-01" };
    const delegations = [
      { ...delegation, id: "coming", endsOn: "2026-12-31" },
      { ...delegation, id: "over", startsOn: "2026-10-01", endsOn: "2026-11-21" },
    ];
    expect(keys({ ...without("coordinator"), delegations, unassigned: [item] })).toEqual([
      "no-coordinator",
      "no-deputy coming",
      "no-section item",
    ]);
  });

  it("goes by the day: posts that end on 31 March are missing on 1 April, and disabled holders always", () => {
    const leaving = { ...whole, posts: whole.posts.map((held) => ({ ...held, endsOn: "2027-03-31" })) };
    expect(keys(leaving, "2027-03-31")).toEqual([]);
    expect(keys(leaving, "2027-04-01")).toContain("no-coordinator");
    expect(keys(whole, "2026-03-31")).toContain("no-coordinator");
    const disabled = whole.posts.map((held) => (held.role === "COORDINATOR" ? { ...held, disabled: true } : held));
    expect(keys({ ...whole, posts: disabled })).toEqual(["no-coordinator"]);
  });
});

describe("what somebody leaves", () => {
  it("is only what is new", () => {
    const facts = { ...without("coordinator"), unassigned: [item] };
    const rest = facts.posts.filter(({ id }) => id !== "staff a");
    expect(gapsLeftBy(facts, rest, DAY).map(gapKey)).toEqual(["no-staff a", "orphaned work DRAFT"]);
  });

  const posts = fc.uniqueArray(
    fc.record({
      id: fc.string(),
      userId: fc.constantFrom("u1", "u2", "u3"),
      role: fc.constantFrom(...ROLES),
      sectionId: fc.constantFrom("a", "b", null),
      startsOn: fc.constantFrom("2026-04-01", "2027-04-01"),
      endsOn: fc.constantFrom("2026-12-31", null),
      disabled: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  );
  it("is never less for more people who go, and taking nobody away leaves nothing", () => {
    fc.assert(
      fc.property(posts, fc.subarray(["DRAFT", "SUBMITTED"] as const), fc.nat(8), (held, states, kept) => {
        const open = states.map((state) => work(state, ["a"], ["u1"]));
        const facts = { ...whole, posts: held, open };
        const fewer = { ...facts, posts: held.slice(0, kept) };
        expect(keys(fewer)).toEqual(expect.arrayContaining(keys(facts)));
        expect(gapsLeftBy(facts, held, DAY)).toEqual([]);
      }),
    );
  });
});
