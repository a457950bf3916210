import type { Actor, Membership, Role } from "../../domain/actor.ts";
import type { Move, SubmissionState } from "../../domain/lifecycle.ts";
import type { RefusalCode } from "../../domain/refusal.ts";

/**
 * The procedure once more, written by hand from section 4 of the design and not computed from LIFECYCLE: what every
 * kind of person hears who tries every move, in every state, on every kind of submission, everything typed being right.
 * lib/domain/lifecycle.test.ts holds the table to it, moves.matrix.test.ts the database.
 */

export const PEOPLE = [
  "nobody of the organisation",
  "staff of the section",
  "staff of another section",
  "manager of the section",
  "manager of another section",
  "manager of the whole organisation",
  "coordinator",
  "administrator without a post",
  "staff and manager of the section",
  "deputy of the section's manager",
  "second deputy of the section's manager",
] as const;
export type Person = (typeof PEOPLE)[number];

/** What the person has done to the submission before. */
export const RELATIONS = ["neither", "contributor", "approver", "both"] as const;
export type RelationName = (typeof RELATIONS)[number];

/** An evaluation of a section's target; Revisions that touch one section's items, two sections', or none's. */
export const SITUATIONS = ["evaluation", "one", "several", "none"] as const;
export type SituationName = (typeof SITUATIONS)[number];

export const STATES_OR_NONE = [
  "no submission",
  "DRAFT",
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
  "RELEASED",
  "DISCARDED",
] as const satisfies readonly (SubmissionState | "no submission")[];
export type StateOrNone = (typeof STATES_OR_NONE)[number];

/** Y may, in the states named; e: a Revision is not reopened. The others are refused in whatever state. */
const MEANING: Readonly<Record<string, RefusalCode | "may">> = {
  Y: "may",
  e: "evaluation-only",
  x: "not-allowed",
  o: "other-section",
  w: "own-work",
  d: "deputy-waits",
};

interface Line {
  readonly relation: string;
  readonly situation: string;
  /** One letter for each of PEOPLE, in that order. */
  readonly people: string;
}

const ANY_RELATION = "neither contributor approver both";
const ANY_SITUATION = "evaluation one several none";
const REVISION = "one several none";

/*                            nobody ─┐ ┌─ staff here
                                      │ │ ┌─ staff elsewhere
                                      │ │ │ ┌─ manager here
                                      │ │ │ │ ┌─ manager elsewhere
                                      │ │ │ │ │ ┌─ manager of all
                                      │ │ │ │ │ │ ┌─ coordinator
                                      │ │ │ │ │ │ │ ┌─ administrator
                                      │ │ │ │ │ │ │ │ ┌─ staff and manager here
                                      │ │ │ │ │ │ │ │ │ ┌─ staff elsewhere, deputy of the manager here
                                      │ │ │ │ │ │ │ │ │ │ ┌─ the same, and the deputy before them is at hand */
const PROCEDURE: Readonly<Record<Move, { readonly from: string; readonly lines: readonly Line[] }>> = {
  start: {
    from: "no submission",
    lines: [
      { people: "x x x x x x Y x x x x", relation: ANY_RELATION, situation: "evaluation" },
      { people: "x Y Y x x x Y x Y Y Y", relation: ANY_RELATION, situation: REVISION },
    ],
  },
  save: {
    from: "DRAFT, RETURNED",
    lines: [
      { people: "x Y x x x x Y x Y x x", relation: ANY_RELATION, situation: "evaluation" },
      { people: "x Y Y x x x Y x Y Y Y", relation: ANY_RELATION, situation: REVISION },
    ],
  },
  submit: {
    from: "DRAFT, RETURNED",
    lines: [
      { people: "x x x x x x x x x x x", relation: "neither approver", situation: ANY_SITUATION },
      { people: "Y Y Y Y Y Y Y Y Y Y Y", relation: "contributor both", situation: ANY_SITUATION },
    ],
  },
  recall: {
    from: "SUBMITTED",
    lines: [
      { people: "x x x x x x x x x x x", relation: "neither approver", situation: ANY_SITUATION },
      { people: "Y Y Y Y Y Y Y Y Y Y Y", relation: "contributor both", situation: ANY_SITUATION },
    ],
  },
  return: {
    from: "SUBMITTED",
    lines: [
      { people: "x x x Y o Y x x Y Y d", relation: "neither approver", situation: "evaluation one" },
      { people: "x x x o o Y x x o o o", relation: "neither approver", situation: "several none" },
      { people: "w w w w w w w w w w w", relation: "contributor both", situation: ANY_SITUATION },
    ],
  },
  approve: {
    from: "SUBMITTED",
    lines: [
      { people: "x x x Y o Y x x Y Y d", relation: "neither approver", situation: "evaluation one" },
      { people: "x x x o o Y x x o o o", relation: "neither approver", situation: "several none" },
      { people: "w w w w w w w w w w w", relation: "contributor both", situation: ANY_SITUATION },
    ],
  },
  revoke: {
    from: "APPROVED",
    lines: [
      { people: "x x x x x x Y x x x x", relation: "neither contributor", situation: ANY_SITUATION },
      { people: "Y Y Y Y Y Y Y Y Y Y Y", relation: "approver both", situation: ANY_SITUATION },
    ],
  },
  release: {
    from: "APPROVED",
    lines: [{ people: "x x x x x x Y x x x x", relation: ANY_RELATION, situation: ANY_SITUATION }],
  },
  reopen: {
    from: "RELEASED",
    lines: [
      { people: "x Y x x x x Y x Y x x", relation: ANY_RELATION, situation: "evaluation" },
      { people: "x e e x x x e x e e e", relation: ANY_RELATION, situation: REVISION },
    ],
  },
  discard: {
    from: "DRAFT, RETURNED",
    lines: [
      { people: "x x x x x x Y x x x x", relation: "neither approver", situation: ANY_SITUATION },
      { people: "Y Y Y Y Y Y Y Y Y Y Y", relation: "contributor both", situation: ANY_SITUATION },
    ],
  },
};

/** What somebody hears who tries a move: null where it is made. */
export function expectation(
  move: Move,
  state: StateOrNone,
  situation: SituationName,
  relation: RelationName,
  person: Person,
): RefusalCode | null {
  const { from, lines } = PROCEDURE[move];
  const found = lines.filter(
    (line) => line.relation.split(" ").includes(relation) && line.situation.split(" ").includes(situation),
  );
  const meaning = MEANING[found[0]?.people.split(" ")[PEOPLE.indexOf(person)] ?? ""];
  if (found.length !== 1 || !meaning) throw new Error(`the table says not exactly one thing of ${move}, ${relation}`);
  if (meaning !== "may" && meaning !== "evaluation-only") return meaning;
  if (!from.split(", ").includes(state)) return "wrong-state";
  return meaning === "may" ? null : meaning;
}

/** Where the people of the table sit. */
export interface Place {
  readonly organizationId: string;
  /** The section that the evaluation's target and the touched item belong to. */
  readonly here: string;
  /** One that nothing in the table concerns. */
  readonly elsewhere: string;
  readonly otherOrganizationId: string;
  /** Whose place the deputies take. */
  readonly managerHere: { readonly postId: string; readonly userId: string };
}

/** Somebody of the table. The person may have held another post when they did what `RelationName` says. */
export function actorOfTable(person: Person, userId: string, place: Place): Actor {
  const { organizationId, here, elsewhere, otherOrganizationId, managerHere } = place;
  const post = (role: Role, sectionId: string | null, organization = organizationId): Membership => ({
    id: "5e3b7c1a-0000-4000-8000-00000000c0de",
    organizationId: organization,
    sectionId,
    role,
    postTitle: `${role} of ${sectionId ?? "all"}`,
    deputyFor: null,
  });
  const standingIn = (...after: string[]): Membership => ({
    ...post("MANAGER", here),
    id: managerHere.postId,
    deputyFor: { userId: managerHere.userId, name: "the manager", after },
  });
  const posts: Record<Person, readonly Membership[]> = {
    "nobody of the organisation": [
      post("STAFF", null, otherOrganizationId),
      post("MANAGER", null, otherOrganizationId),
      post("COORDINATOR", null, otherOrganizationId),
    ],
    "staff of the section": [post("STAFF", here)],
    "staff of another section": [post("STAFF", elsewhere)],
    "manager of the section": [post("MANAGER", here)],
    "manager of another section": [post("MANAGER", elsewhere)],
    "manager of the whole organisation": [post("MANAGER", null)],
    coordinator: [post("COORDINATOR", elsewhere)],
    "administrator without a post": [],
    "staff and manager of the section": [post("STAFF", here), post("MANAGER", here)],
    "deputy of the section's manager": [post("STAFF", elsewhere), standingIn()],
    "second deputy of the section's manager": [post("STAFF", elsewhere), standingIn("the first deputy")],
  };
  return {
    userId,
    name: person,
    administrator: person === "administrator without a post",
    memberships: posts[person],
  };
}
