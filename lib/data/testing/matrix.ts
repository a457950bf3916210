import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/actor.ts";
import { MOVES, type Move } from "../../domain/lifecycle.ts";
import { nodesOf } from "../../domain/plan-changes.ts";
import type { RefusalCode } from "../../domain/refusal.ts";
import type { Moved } from "../carry-out.ts";
import { closeDatabase, db } from "../db.ts";
import { approve, discard, recall, returnToAuthors, revoke, saveSheet, submit } from "../moves.ts";
import { readManifest } from "../parts.ts";
import { partsOf } from "../reach.ts";
import { release } from "../releases.ts";
import { saveRevision } from "../revising.ts";
import { openRound, reopen, startRevision } from "../starts.ts";
import { verifyArchive } from "../verify.ts";
import {
  actorOfTable,
  expectation,
  PEOPLE,
  type Person,
  type Place,
  type RelationName,
  SITUATIONS,
  type SituationName,
  STATES_OR_NONE,
  type StateOrNone,
} from "./procedure.ts";
import {
  addPerson,
  amendment,
  chosen,
  counts,
  currentPlan,
  everythingOf,
  filled,
  heard,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  shown,
  type Ward,
  withGoal,
  withPlan,
} from "./ward.ts";

/**
 * The handwritten procedure once more, through the archive: lib/domain/lifecycle.test.ts asks the table, this asks the
 * functions that write. Whoever is of no use to the organisation hears that there is nothing (`not-found`).
 */

// An approver cannot have contributed: the database refuses such a row, so "both" is for the table alone.
type Relation = Exclude<RelationName, "both">;
type State = Exclude<StateOrNone, "no submission">;
const STATES = STATES_OR_NONE.filter((state): state is State => state !== "no submission");

let sheets: Ward;
let revisions: Ward;
let place: Record<"evaluation" | "revision", Place>;
/** The person whom the table asks about, under whichever post: one for each relation. */
let person: Record<Relation, string>;
let sheetsLeft: Moved[];

async function makeWards(): Promise<void> {
  // Every evaluation of this test has an initiative of its own; the Revisions' plan is small.
  sheets = await makeWard({ initiatives: 160 });
  revisions = await makeWard({ initiatives: 1, round: false });
  const placeOf = (ward: Ward, other: Ward): Place => ({
    organizationId: ward.organizationId,
    here: ward.sections.here,
    elsewhere: ward.sections.elsewhere,
    otherOrganizationId: other.organizationId,
    managerHere: { postId: ward.manager.memberships[0]?.id ?? "", userId: ward.manager.userId },
  });
  place = { evaluation: placeOf(sheets, revisions), revision: placeOf(revisions, sheets) };
  const somebody = async () => (await addPerson(sheets.admin, sheets.organizationId, [])).userId;
  person = { neither: await somebody(), contributor: await somebody(), approver: await somebody() };
  const rows = await db().submission.findMany({
    where: { policyId: sheets.policyId, initiative: { code: { startsWith: "1-1-" } } },
  });
  sheetsLeft = rows.map((row) => ({ submissionId: row.id, state: row.state, lockVersion: 0, versionHash: null }));
}

const wardOf = (situation: SituationName) => (situation === "evaluation" ? sheets : revisions);
const placeOf = (situation: SituationName) => place[situation === "evaluation" ? "evaluation" : "revision"];
const actorOf = (who: Person, relation: Relation, situation: SituationName): Actor =>
  actorOfTable(who, person[relation], placeOf(situation));

/** The proposed plan of a Revision that touches what the situation says. */
async function proposal(situation: SituationName) {
  const plan = await currentPlan(revisions.policyId);
  const text = `改定 ${randomUUID()}`;
  if (situation === "none") return withGoal(plan, text);
  const one = withPlan(plan, "initiative", "1-1-1", { description: text });
  return situation === "several" ? withPlan(one, "initiative", "2-1-1", { description: text }) : one;
}

/** Brings a submission into a state, the person of the table having done what the relation says. */
async function make(situation: SituationName, state: State, relation: Relation): Promise<Moved> {
  const ward = wardOf(situation);
  const author = relation === "contributor" ? actorOf("coordinator", relation, situation) : ward.coordinator;
  const decider =
    relation === "approver" ? actorOf("manager of the whole organisation", relation, situation) : ward.head;
  let moved: Moved;
  if (situation === "evaluation") {
    const sheet = sheetsLeft.pop();
    if (!sheet) throw new Error("the ward has too few initiatives");
    moved = await saveSheet(author, { ...on(sheet), values: filled(randomUUID()) }, now);
  } else {
    const started = await startRevision(author, { policyId: ward.policyId, key: newKey() }, now);
    const input = { ...on(started), plan: await proposal(situation), revision: amendment() };
    moved = await saveRevision(author, input, now);
  }
  if (state === "DRAFT") return moved;
  if (state === "DISCARDED") return discard(ward.coordinator, { ...on(moved), comment: "やめます" }, now);
  moved = await submit(author, on(moved), now);
  if (state === "SUBMITTED") return moved;
  if (state === "RETURNED") return returnToAuthors(decider, { ...on(moved), comment: "数字を添えて" }, now);
  moved = await approve(decider, shown(moved), now);
  if (state === "APPROVED") return moved;
  await releaseNow(ward, [moved]);
  return { ...moved, state: "RELEASED", lockVersion: moved.lockVersion + 1 };
}

/** Tries a move with everything typed right. */
async function attempt(move: Move, actor: Actor, moved: Moved, situation: SituationName, plan: Plan): Promise<unknown> {
  const ward = wardOf(situation);
  const comment = "理由";
  switch (move) {
    case "save":
      return situation === "evaluation"
        ? saveSheet(actor, { ...on(moved), values: filled(randomUUID()) }, now)
        : saveRevision(actor, { ...on(moved), plan, revision: amendment() }, now);
    case "submit":
      return submit(actor, on(moved), now);
    case "recall":
      return recall(actor, on(moved), now);
    case "return":
      return returnToAuthors(actor, { ...on(moved), comment }, now);
    case "approve":
      return approve(actor, shown(moved), now);
    case "revoke":
      return revoke(actor, { ...on(moved), comment }, now);
    case "release":
      return release(actor, { policyId: ward.policyId, chosen: [chosen(moved)], notice: null, key: newKey() }, now);
    case "reopen":
      return reopen(actor, { ...on(moved), comment }, now);
    case "discard":
      return discard(actor, { ...on(moved), comment }, now);
    case "start":
      return situation === "evaluation"
        ? openRound(
            actor,
            {
              policyId: revisions.policyId,
              phase: "SELF_EVALUATION",
              opensOn: "2022-03-01",
              dueOn: "2022-04-30",
              plannedReleaseOn: "2022-06-04",
              key: newKey(),
            },
            now,
          )
        : startRevision(actor, { policyId: ward.policyId, key: newKey() }, now);
  }
}

type Plan = Awaited<ReturnType<typeof currentPlan>>;

const STAFF_ELSEWHERE: readonly Person[] = [
  "staff of another section",
  "deputy of the section's manager",
  "second deputy of the section's manager",
];

/** What a person of a section may propose: another word for their own item. Staff elsewhere have none: a new item. */
async function ownProposal(submissionId: string, who: Person): Promise<Plan> {
  const { headVersion, baseEdition } = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { headVersion: true, baseEdition: true },
  });
  const plan = nodesOf(await readManifest(partsOf(headVersion ?? baseEdition)));
  if (!STAFF_ELSEWHERE.includes(who)) {
    return withPlan(plan, "initiative", "1-1-1", { description: `私の課 ${randomUUID()}` });
  }
  const item = plan.find((node) => node.type === "reformItem");
  if (item?.type !== "reformItem") throw new Error("no reform item");
  const added = { ...item, id: randomUUID(), code: "99", sectionId: revisions.sections.elsewhere };
  return [...plan, added];
}

const OUTSIDE: readonly Person[] = ["nobody of the organisation", "administrator without a post"];
function expected(move: Move, state: StateOrNone, situation: SituationName, relation: Relation, who: Person) {
  return OUTSIDE.includes(who) ? ("not-found" as const) : expectation(move, state, situation, relation, who);
}

/** What a deputy decided says so and waits for the holder's later look; nobody else's decision does. */
async function expectDeputyMarked(submissionId: string, move: Move, who: Person, detail: string): Promise<void> {
  const byDeputy = who === "deputy of the section's manager" && (move === "approve" || move === "return");
  const marked = (JSON.parse(detail) as { deputy?: boolean }).deputy === true;
  const looks = await db().laterLook.findMany({ where: { submissionId, move, lookedAt: null } });
  expect({ who, move, marked, looks: looks.length }).toEqual({ who, move, marked: byDeputy, looks: byDeputy ? 1 : 0 });
}

const relationsIn = (state: State): readonly Relation[] =>
  state === "APPROVED" || state === "RELEASED" ? ["neither", "contributor", "approver"] : ["neither", "contributor"];

export interface Fixture {
  readonly situation: SituationName;
  readonly state: State;
  readonly relation: Relation;
}

/** Every submission that the table knows. */
export const everyFixture: readonly Fixture[] = SITUATIONS.flatMap((situation) =>
  STATES.flatMap((state) => relationsIn(state).map((relation) => ({ situation, state, relation }))),
);

/** Asks the archive about these submissions: every person of the table, every move. */
export function describeMatrix(fixtures: readonly Fixture[]): void {
  beforeAll(makeWards, 120_000);
  afterAll(closeDatabase);

  describe("whoever may not move a submission changes nothing by trying", () => {
    it.each(fixtures)("$situation, $state, $relation: everyone else hears the right reason", async (fixture) => {
      const { situation, state, relation } = fixture;
      const moved = await make(situation, state, relation);
      const plan = situation === "evaluation" ? [] : await ownProposal(moved.submissionId, "staff of the section");
      const before = { all: await counts(), submission: await everythingOf(moved.submissionId) };
      const tries = PEOPLE.flatMap((who) =>
        MOVES.filter((move) => move !== "start").flatMap((move) => {
          const code = expected(move, state, situation, relation, who);
          return code === null ? [] : [{ who, move, code }];
        }),
      );
      // At least everybody who is nobody here, at every move.
      expect(tries.length).toBeGreaterThan(18);
      const said = await Promise.all(
        tries.map(async ({ who, move }) => ({
          who,
          move,
          code: await heard(attempt(move, actorOf(who, relation, situation), moved, situation, plan)),
        })),
      );
      expect(said).toEqual(tries);
      expect({ all: await counts(), submission: await everythingOf(moved.submissionId) }).toEqual(before);
    });
  });

  describe("whoever may move a submission moves it", () => {
    const TO: Record<Exclude<Move, "start" | "save" | "reopen">, State> = {
      submit: "SUBMITTED",
      recall: "DRAFT",
      return: "RETURNED",
      approve: "APPROVED",
      revoke: "RETURNED",
      release: "RELEASED",
      discard: "DISCARDED",
    };
    const accepted = fixtures.flatMap((fixture) =>
      MOVES.filter((move) => move !== "start").flatMap((move) => {
        const who = PEOPLE.filter(
          (candidate) => expected(move, fixture.state, fixture.situation, fixture.relation, candidate) === null,
        );
        return who.length === 0 ? [] : [{ ...fixture, move, who }];
      }),
    );

    it("is a good part of the table", () => {
      expect(accepted.flatMap(({ who }) => who).length).toBeGreaterThan(fixtures.length);
    });

    it.each(accepted)("$situation, $state, $relation: $move", async ({ situation, state, relation, move, who }) => {
      for (const somebody of who) {
        const moved = await make(situation, state, relation);
        const plan = situation === "evaluation" ? [] : await ownProposal(moved.submissionId, somebody);
        const before = await everythingOf(moved.submissionId);
        const actor = actorOf(somebody, relation, situation);
        const outcome = await heard(attempt(move, actor, moved, situation, plan));
        expect({ somebody, outcome }).toEqual({ somebody, outcome: null });

        const after = await everythingOf(moved.submissionId);
        if (move === "reopen") {
          expect(after).toEqual(before);
          const startedHere = await db().submission.findMany({ where: { startedFromId: moved.submissionId } });
          expect(startedHere.map((row) => row.state)).toEqual(["DRAFT"]);
        } else {
          expect(after.row.state).toBe(move === "save" ? state : TO[move]);
          expect(after.row.lockVersion).toBe(before.row.lockVersion + 1);
          expect(after.versions).toHaveLength(before.versions.length + (move === "save" ? 1 : 0));
          const [event, ...more] = after.events.slice(before.events.length);
          expect(more).toEqual([]);
          expect(event).toMatchObject({ kind: move, actorId: actor.userId });
          await expectDeputyMarked(moved.submissionId, move, somebody, event?.detail ?? "");
          const contributes = move === "save" || move === "submit";
          const users = new Set(before.contributors.map(({ userId }) => userId));
          if (contributes) users.add(actor.userId);
          expect(new Set(after.contributors.map(({ userId }) => userId))).toEqual(users);
        }
      }
    });
  });

  describe("beginning a submission", () => {
    const outcomes = async (situation: SituationName) => {
      const all: [Person, RefusalCode | null][] = [];
      for (const who of PEOPLE) {
        const actor = actorOfTable(who, person.neither, place.revision);
        const none: Moved = { submissionId: randomUUID(), state: "DRAFT", lockVersion: 0, versionHash: null };
        const before = await counts();
        const code = await heard(attempt("start", actor, none, situation, []));
        if (code !== null) expect(await counts()).toEqual(before);
        all.push([who, code]);
      }
      return all;
    };

    it.each(SITUATIONS)("%s: is for those whom the table names", async (situation) => {
      expect(await outcomes(situation)).toEqual(
        PEOPLE.map((who) => [who, expected("start", "no submission", situation, "neither", who)]),
      );
    });
  });

  it("the archive verifies after all of this", async () => {
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });
}
