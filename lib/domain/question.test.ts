import { describe, expect, it } from "vitest";
import type { Actor, Membership, Role } from "./actor.ts";
import {
  mayReadQuestion,
  PUBLIC_STATES,
  postForMove,
  QUESTION_MOVE_NAMES,
  QUESTION_MOVES,
  QUESTION_STATES,
  type QuestionMove,
  type QuestionState,
  type QuestionSubject,
  questionMovesFor,
  whyNotQuestion,
} from "./question.ts";

const [WARD, HERE, THERE] = ["ward", "here", "there"];
const post = (role: Role, sectionId: string | null, more: Partial<Membership> = {}): Membership => ({
  ...{ id: `${role} ${sectionId}`, organizationId: WARD, sectionId, role, postTitle: role, deputyFor: null },
  ...more,
});
const person = (userId: string, ...memberships: Membership[]): Actor => ({
  ...{ userId, name: userId, administrator: false, memberships },
});
const standingIn = (sectionId: string | null, after: readonly string[] = []) =>
  post("MANAGER", sectionId, { deputyFor: { userId: "manager", name: "manager", after } });

const PEOPLE = {
  staff: person("staff", post("STAFF", HERE)),
  staffThere: person("staffThere", post("STAFF", THERE)),
  staffEverywhere: person("staffEverywhere", post("STAFF", null)),
  manager: person("manager", post("MANAGER", HERE)),
  managerThere: person("managerThere", post("MANAGER", THERE)),
  head: person("head", post("MANAGER", null)),
  coordinator: person("coordinator", post("COORDINATOR", THERE)),
  deputy: person("deputy", post("STAFF", THERE), standingIn(HERE)),
  elsewhere: person("elsewhere", post("MANAGER", null, { organizationId: "other" })),
  administrator: { ...person("administrator"), administrator: true },
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;

const WRITERS: readonly Who[] = ["staff", "staffEverywhere", "manager", "head", "coordinator"];
const DECIDERS: readonly Who[] = ["manager", "head", "deputy"];
/** Who may, by the kind of person that the table names. */
const MAY: Record<"writer" | "decider" | "coordinator", readonly Who[]> = {
  writer: WRITERS,
  decider: DECIDERS,
  coordinator: ["coordinator"],
};

const subject = (state: QuestionState, more: Partial<QuestionSubject> = {}): QuestionSubject => ({
  ...{ organizationId: WARD, sectionId: HERE, state, authorIds: ["writer"], withdrawalAskedById: "asker" },
  ...more,
});

describe("what may be done with a question", () => {
  it.each(QUESTION_MOVE_NAMES)("%s: by whom the table names, from where it says, by nobody else", (move) => {
    const rule: { who: readonly (keyof typeof MAY)[]; from: readonly QuestionState[] } = QUESTION_MOVES[move];
    for (const who of Object.keys(PEOPLE) as Who[]) {
      const may = rule.who.some((kind) => MAY[kind].includes(who));
      for (const state of QUESTION_STATES) {
        const reason = whyNotQuestion(PEOPLE[who], move, subject(state));
        const expected = !may ? "not-allowed" : rule.from.includes(state) ? null : "wrong-state";
        expect([who, state, reason]).toEqual([who, state, expected]);
        expect(questionMovesFor(PEOPLE[who], subject(state)).includes(move)).toBe(expected === null);
      }
    }
  });

  it("nobody decides on what they wrote, whichever posts they hold and in whichever state", () => {
    const deciding = QUESTION_MOVE_NAMES.filter((move) => "notOwn" in QUESTION_MOVES[move]);
    expect(deciding).toHaveLength(7);
    for (const move of deciding) {
      for (const actor of Object.values(PEOPLE)) {
        for (const state of QUESTION_STATES) {
          const own = subject(state, { authorIds: ["writer", actor.userId], withdrawalAskedById: actor.userId });
          expect(whyNotQuestion(actor, move, own)).toBe("own-work");
          expect(postForMove(actor, move, own)).toBeNull();
        }
      }
    }
  });

  it("whoever wrote the answer may decide on another person's wish to withdraw it", () => {
    const asked = subject("WITHDRAWAL_ASKED", { authorIds: ["manager"], withdrawalAskedById: "staff" });
    expect(whyNotQuestion(PEOPLE.manager, "withdraw", asked)).toBeNull();
    expect(whyNotQuestion(PEOPLE.staff, "withdraw", asked)).toBe("own-work");
  });

  it("a question of no section is the organisation-wide people's and the coordinators'", () => {
    const of = (move: QuestionMove, state: QuestionState) =>
      (Object.keys(PEOPLE) as Who[]).filter(
        (who) => whyNotQuestion(PEOPLE[who], move, subject(state, { sectionId: null })) === null,
      );
    expect(of("propose", "OPEN")).toEqual(["staffEverywhere", "head", "coordinator"]);
    expect(of("publish", "PROPOSED")).toEqual(["head"]);
    expect(of("close", "OPEN")).toEqual(["head", "coordinator"]);
  });

  it("a deputy waits for the one named before, unless that one wrote it", () => {
    const second = person("second", standingIn(HERE, ["first"]));
    expect(whyNotQuestion(second, "publish", subject("PROPOSED"))).toBe("deputy-waits");
    expect(whyNotQuestion(second, "publish", subject("PROPOSED", { authorIds: ["first"] }))).toBeNull();
    // Standing in is for deciding: it makes nobody a writer.
    expect(whyNotQuestion(second, "propose", subject("OPEN"))).toBe("not-allowed");
  });

  it("is made as the post that allows it", () => {
    expect(postForMove(PEOPLE.staff, "propose", subject("OPEN"))?.role).toBe("STAFF");
    expect(postForMove(PEOPLE.coordinator, "close", subject("OPEN"))?.role).toBe("COORDINATOR");
    expect(postForMove(PEOPLE.deputy, "publish", subject("PROPOSED"))?.deputyFor?.userId).toBe("manager");
  });
});

it("what a reader wrote is read by those who can do something about it", () => {
  const readers = (sectionId: string | null) =>
    (Object.keys(PEOPLE) as Who[]).filter((who) => mayReadQuestion(PEOPLE[who], { organizationId: WARD, sectionId }));
  expect(readers(HERE)).toEqual(["staff", "staffEverywhere", "manager", "head", "coordinator", "deputy"]);
  expect(readers(null)).toEqual(["staffEverywhere", "head", "coordinator"]);
});

it("an answer is public from its approval until two people withdrew it", () => {
  const into = (state: QuestionState) => QUESTION_MOVE_NAMES.filter((move) => QUESTION_MOVES[move].to === state);
  // Into the public states from others: by a decision on another's work only.
  for (const state of PUBLIC_STATES) {
    for (const move of into(state)) {
      const rule: { from: readonly QuestionState[]; notOwn?: string } = QUESTION_MOVES[move];
      const fromHidden = rule.from.some((before) => !PUBLIC_STATES.includes(before));
      if (fromHidden) expect([move, rule.notOwn]).toEqual(["publish", "answer"]);
    }
  }
  expect(into("WITHDRAWN")).toEqual(["withdraw"]);
});
