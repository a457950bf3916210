import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  actorOfTable,
  expectation,
  PEOPLE,
  type Person,
  type Place,
  RELATIONS,
  type RelationName,
  SITUATIONS,
  type SituationName,
  STATES_OR_NONE,
  type StateOrNone,
} from "../data/testing/procedure.ts";
import type { Actor } from "./actor.ts";
import {
  GUARDS,
  type Guard,
  MOVES,
  type Move,
  movesFor,
  type Relation,
  relationOf,
  type Situation,
  STATES,
  type Subject,
  type SubmissionState,
  whyNot,
} from "./lifecycle.ts";
import type { RefusalCode } from "./refusal.ts";

const place: Place = {
  organizationId: "ward",
  here: "A",
  elsewhere: "C",
  otherOrganizationId: "another ward",
  managerHere: { postId: "the manager's post", userId: "the manager" },
};
const sectionsOf: Record<SituationName, readonly (string | null)[]> = {
  evaluation: ["A"],
  one: ["A"],
  several: ["A", "B"],
  none: [null],
};

const ME = "me";
const allHold: Record<Guard, boolean> = {
  "draft-valid": true,
  "own-items": true,
  complete: true,
  "round-open": true,
  described: true,
  comment: true,
  "version-shown": true,
  "base-current": true,
  "one-revision": true,
  evaluation: true,
  "none-open": true,
};

function subjectOf(situation: SituationName, relation: RelationName): Subject {
  return {
    organizationId: "ward",
    phase: situation === "evaluation" ? "MID_YEAR_REVIEW" : "PLAN",
    sectionIds: sectionsOf[situation],
    contributorIds: relation === "contributor" || relation === "both" ? ["somebody", ME] : ["somebody"],
    approverId: relation === "approver" || relation === "both" ? ME : "another",
  };
}

function situationOf(
  state: StateOrNone,
  situation: SituationName,
  relation: RelationName,
  person: Person,
  holds: Situation["holds"] = { ...allHold, evaluation: situation === "evaluation" },
): Situation {
  const subject = subjectOf(situation, relation);
  return {
    phase: subject.phase,
    state: state === "no submission" ? null : state,
    relation: relationOf(actorOfTable(person, ME, place), subject),
    holds,
  };
}

interface Cell {
  readonly state: StateOrNone;
  readonly situation: SituationName;
  readonly relation: RelationName;
  readonly person: Person;
}
const cells: readonly Cell[] = STATES_OR_NONE.flatMap((state) =>
  SITUATIONS.flatMap((situation) =>
    RELATIONS.flatMap((relation) => PEOPLE.map((person) => ({ state, situation, relation, person }))),
  ),
);

describe("who may make which move, given that everything typed is right", () => {
  it("is asked of every kind of person, relation, submission and state", () => {
    expect(cells).toHaveLength(7 * 4 * 4 * 11);
    expect(MOVES).toHaveLength(10);
  });

  for (const move of MOVES) {
    it(`${move}: everyone hears what the handwritten table says`, () => {
      const heard = cells.map((cell) => ({
        ...cell,
        heard: whyNot(move, situationOf(cell.state, cell.situation, cell.relation, cell.person)),
      }));
      const expected = cells.map((cell) => ({
        ...cell,
        heard: expectation(move, cell.state, cell.situation, cell.relation, cell.person),
      }));
      expect(heard).toEqual(expected);
    });
  }

  it("offers exactly the moves that the table would accept", () => {
    for (const cell of cells) {
      const offered = movesFor(situationOf(cell.state, cell.situation, cell.relation, cell.person));
      const expected = MOVES.filter(
        (move) => expectation(move, cell.state, cell.situation, cell.relation, cell.person) === null,
      );
      expect({ ...cell, offered }).toEqual({ ...cell, offered: expected });
    }
  });
});

describe("how somebody stands to a submission", () => {
  const evaluation = (sectionIds: readonly (string | null)[]): Subject => ({
    organizationId: "ward",
    phase: "SELF_EVALUATION",
    sectionIds,
    contributorIds: [],
    approverId: null,
  });
  const holding = (...posts: [role: "STAFF" | "MANAGER" | "COORDINATOR", section: string | null][]): Actor => ({
    userId: ME,
    name: "",
    administrator: false,
    memberships: posts.map(([role, sectionId], index) => ({
      id: String(index),
      organizationId: "ward",
      sectionId,
      role,
      postTitle: "",
      deputyFor: null,
    })),
  });
  const standingIn = (section: string | null, after: readonly string[]): Actor => {
    const [post] = holding(["MANAGER", section]).memberships;
    if (!post) throw new Error("no post");
    return { ...holding(), memberships: [{ ...post, deputyFor: { userId: "holder", name: "", after } }] };
  };
  const nothing: Relation = {
    sectionStaff: false,
    coordinator: false,
    decider: false,
    deputy: false,
    waitingDeputy: false,
    manager: false,
    contributor: false,
    approver: false,
  };

  it.each<[string, Actor, Subject, Partial<Relation>]>([
    [
      "staff of the whole organisation write in every section",
      holding(["STAFF", null]),
      evaluation(["A"]),
      {
        sectionStaff: true,
      },
    ],
    ["a target without a section is nobody's section's", holding(["STAFF", "A"]), evaluation([null]), {}],
    [
      "a target without a section is decided by no section's manager",
      holding(["MANAGER", "A"]),
      evaluation([null]),
      {
        manager: true,
      },
    ],
    [
      "a target without a section is decided organisation-wide",
      holding(["MANAGER", null]),
      evaluation([null]),
      {
        manager: true,
        decider: true,
      },
    ],
    [
      "the manager of one of two touched sections does not decide a Revision",
      holding(["MANAGER", "B"]),
      { ...evaluation(["A", "B"]), phase: "PLAN" },
      { manager: true },
    ],
    [
      "nor does the manager of both",
      holding(["MANAGER", "A"], ["MANAGER", "B"]),
      { ...evaluation(["A", "B"]), phase: "PLAN" },
      { manager: true },
    ],
    [
      "a coordinator coordinates every section",
      holding(["COORDINATOR", "C"]),
      evaluation(["A"]),
      {
        coordinator: true,
      },
    ],
    [
      "a deputy of the section's manager decides in their place",
      standingIn("A", []),
      evaluation(["A"]),
      { manager: true, decider: true, deputy: true },
    ],
    [
      "a deputy in second place waits while the first is at hand",
      standingIn("A", ["first"]),
      evaluation(["A"]),
      { manager: true, waitingDeputy: true },
    ],
    [
      "but decides where the first deputy worked on it",
      standingIn("A", ["first"]),
      { ...evaluation(["A"]), contributorIds: ["first"] },
      { manager: true, decider: true, deputy: true },
    ],
    [
      "own work is judged by person: a manager who worked on it does not bar the deputy",
      standingIn("A", []),
      { ...evaluation(["A"]), contributorIds: ["holder"] },
      { manager: true, decider: true, deputy: true },
    ],
    [
      "a deputy of one section's manager does not decide another's",
      standingIn("B", []),
      evaluation(["A"]),
      { manager: true },
    ],
    [
      "a deputy of the head decides what belongs to no section",
      standingIn(null, []),
      evaluation([null]),
      { manager: true, decider: true, deputy: true },
    ],
    [
      "who is a manager themselves decides as that, not as a deputy",
      {
        ...standingIn("A", []),
        memberships: [...standingIn("A", []).memberships, ...holding(["MANAGER", null]).memberships],
      },
      evaluation(["A"]),
      { manager: true, decider: true },
    ],
    ["being an administrator is no relation", { ...holding(), administrator: true }, evaluation(["A"]), {}],
  ])("%s", (_name, actor, subject, relation) => {
    expect(relationOf(actor, subject)).toEqual({ ...nothing, ...relation });
  });
});

describe("given the right person and state, when one guard fails", () => {
  it.each<[Move, Guard, RefusalCode]>([
    ["start", "none-open", "already-open"],
    ["save", "draft-valid", "invalid-draft"],
    ["save", "own-items", "outside-own-items"],
    ["submit", "round-open", "round-closed"],
    ["submit", "complete", "incomplete"],
    ["submit", "described", "revision-undescribed"],
    ["return", "comment", "comment-required"],
    ["approve", "version-shown", "stale-version"],
    ["revoke", "comment", "comment-required"],
    ["release", "one-revision", "two-revisions"],
    ["release", "base-current", "stale-base"],
    ["release", "described", "revision-undescribed"],
    ["reopen", "evaluation", "evaluation-only"],
    ["reopen", "none-open", "already-open"],
    ["reopen", "comment", "comment-required"],
    ["discard", "comment", "comment-required"],
  ])("%s without %s says %s", (move, guard, code) => {
    const can: Relation = {
      sectionStaff: true,
      coordinator: true,
      decider: true,
      deputy: false,
      waitingDeputy: false,
      manager: true,
      contributor: move !== "approve" && move !== "return",
      approver: false,
    };
    const from: Record<Move, SubmissionState | null> = {
      start: null,
      save: "DRAFT",
      submit: "RETURNED",
      recall: "SUBMITTED",
      return: "SUBMITTED",
      approve: "SUBMITTED",
      revoke: "APPROVED",
      release: "APPROVED",
      reopen: "RELEASED",
      discard: "DRAFT",
    };
    const situation = (holds: Situation["holds"]): Situation => ({
      phase: "SELF_EVALUATION",
      state: from[move],
      relation: can,
      holds,
    });
    const { [guard]: _unnamed, ...others } = allHold;
    expect(whyNot(move, situation(allHold))).toBeNull();
    expect(whyNot(move, situation({ ...allHold, [guard]: false }))).toBe(code);
    expect(whyNot(move, situation(others))).toBe(code);
    // What can be known before anything is typed takes the button away; what judges the input does not.
    const before: readonly Guard[] = ["round-open", "base-current", "evaluation", "none-open"];
    expect(movesFor(situation({ ...allHold, [guard]: false })).includes(move)).toBe(!before.includes(guard));
    expect(GUARDS[guard].standing).toBe(before.includes(guard));
  });
});

describe("walks through the procedure", () => {
  const people: readonly Actor[] = PEOPLE.map((person) => actorOfTable(person, person, place));
  interface Walk {
    state: SubmissionState;
    contributors: Set<string>;
    approver: string | null;
    approvedSinceSubmit: { by: string; contributorsThen: readonly string[] } | null;
  }
  const begun = (by: Actor): Walk => ({
    state: "DRAFT",
    contributors: new Set([by.userId]),
    approver: null,
    approvedSinceSubmit: null,
  });
  const TO: Record<Exclude<Move, "start">, SubmissionState | "same"> = {
    save: "same",
    submit: "SUBMITTED",
    recall: "DRAFT",
    return: "RETURNED",
    approve: "APPROVED",
    revoke: "RETURNED",
    release: "RELEASED",
    reopen: "DRAFT",
    discard: "DISCARDED",
  };

  /** Lets somebody try a move; what becomes of the submission where it is accepted, null where not. */
  function step(walk: Walk, move: Move, actor: Actor, situation: SituationName): Walk | null {
    if (move === "start") return null;
    const subject: Subject = {
      organizationId: "ward",
      phase: situation === "evaluation" ? "MID_YEAR_REVIEW" : "PLAN",
      sectionIds: sectionsOf[situation],
      contributorIds: [...walk.contributors],
      approverId: walk.approver,
    };
    const relation = relationOf(actor, subject);
    const holds = { ...allHold, evaluation: situation === "evaluation" };
    if (whyNot(move, { phase: subject.phase, state: walk.state, relation, holds })) return null;
    if (move === "reopen") return begun(actor);
    const next: Walk = { ...walk, contributors: new Set(walk.contributors), approver: null };
    if (TO[move] !== "same") next.state = TO[move];
    if (move === "save" || move === "submit") next.contributors.add(actor.userId);
    if (move === "submit") next.approvedSinceSubmit = null;
    if (move === "approve") {
      next.approvedSinceSubmit = { by: actor.userId, contributorsThen: [...walk.contributors] };
    }
    if (next.state === "APPROVED" || next.state === "RELEASED") {
      next.approver = move === "approve" ? actor.userId : walk.approver;
    }
    return next;
  }

  function explore(situation: SituationName): { state: SubmissionState; move: Move; to: SubmissionState }[] {
    const steps = new Map<string, { state: SubmissionState; move: Move; to: SubmissionState }>();
    const seen = new Set<string>();
    const writer = people[1] as Actor;
    const waiting: Walk[] = [begun(writer)];
    for (let walk = waiting.pop(); walk; walk = waiting.pop()) {
      const name = JSON.stringify([walk.state, [...walk.contributors].sort(), walk.approver]);
      if (seen.has(name)) continue;
      seen.add(name);
      for (const move of MOVES) {
        for (const actor of people) {
          const next = step(walk, move, actor, situation);
          if (!next) continue;
          steps.set(`${walk.state} ${move}`, { state: walk.state, move, to: next.state });
          waiting.push(next);
        }
      }
    }
    return [...steps.values()];
  }

  it("an evaluation: every state is reached, and every one but DISCARDED can be left", () => {
    const steps = explore("evaluation").map(({ state, move, to }) => `${state} ${move} ${to}`);
    expect(steps.sort()).toEqual([
      "APPROVED release RELEASED",
      "APPROVED revoke RETURNED",
      "DRAFT discard DISCARDED",
      "DRAFT save DRAFT",
      "DRAFT submit SUBMITTED",
      "RELEASED reopen DRAFT",
      "RETURNED discard DISCARDED",
      "RETURNED save RETURNED",
      "RETURNED submit SUBMITTED",
      "SUBMITTED approve APPROVED",
      "SUBMITTED recall DRAFT",
      "SUBMITTED return RETURNED",
    ]);
  });

  it("a Revision: the same, but that RELEASED is its end", () => {
    const steps = explore("one").map(({ state, move, to }) => `${state} ${move} ${to}`);
    expect(steps.sort()).toEqual([
      "APPROVED release RELEASED",
      "APPROVED revoke RETURNED",
      "DRAFT discard DISCARDED",
      "DRAFT save DRAFT",
      "DRAFT submit SUBMITTED",
      "RETURNED discard DISCARDED",
      "RETURNED save RETURNED",
      "RETURNED submit SUBMITTED",
      "SUBMITTED approve APPROVED",
      "SUBMITTED recall DRAFT",
      "SUBMITTED return RETURNED",
    ]);
  });

  it("DISCARDED is terminal: nobody, whatever they are, can move it anywhere", () => {
    const anything: Relation = {
      sectionStaff: true,
      coordinator: true,
      decider: true,
      deputy: false,
      waitingDeputy: false,
      manager: true,
      contributor: false,
      approver: true,
    };
    for (const contributor of [true, false]) {
      const relation = { ...anything, contributor };
      expect(movesFor({ phase: "MID_YEAR_REVIEW", state: "DISCARDED", relation, holds: allHold })).toEqual([]);
    }
    expect(STATES).toContain("DISCARDED");
  });

  it("no walk ends in RELEASED without an approval, after the last submit, by somebody who had not worked on it", () => {
    let released = 0;
    const moves: readonly Move[] = ["save", "submit", "recall", "return", "approve", "revoke", "release", "reopen"];
    /** Every step that anybody can take from here, so that no pick is wasted on a refusal. */
    const next = (walk: Walk, situation: SituationName) =>
      moves.flatMap((move) =>
        people.flatMap((actor) => {
          const to = step(walk, move, actor, situation);
          return to ? [{ move, to }] : [];
        }),
      );
    fc.assert(
      fc.property(
        fc.constantFrom(...SITUATIONS),
        fc.constantFrom(...people),
        fc.array(fc.nat(), { minLength: 20, maxLength: 60, size: "max" }),
        (situation, author, picks) => {
          let walk = begun(author);
          for (const pick of picks) {
            const open = next(walk, situation);
            const taken = open[pick % Math.max(open.length, 1)];
            if (!taken) break;
            if (taken.move === "release") {
              released += 1;
              expect(taken.to.approvedSinceSubmit).not.toBeNull();
              expect(taken.to.approvedSinceSubmit?.contributorsThen).not.toContain(taken.to.approvedSinceSubmit?.by);
              expect(taken.to.contributors.has(taken.to.approvedSinceSubmit?.by ?? "")).toBe(false);
            }
            walk = taken.to;
          }
        },
      ),
      { numRuns: 200 },
    );
    // The property says something only if walks get that far.
    expect(released).toBeGreaterThan(0);
  });
});
