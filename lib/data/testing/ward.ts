import { randomUUID } from "node:crypto";
import type { Actor, Role } from "../../domain/actor.ts";
import type { RevisionPart } from "../../domain/edition.ts";
import type { EvaluationPhase, TargetType } from "../../domain/forms/form.ts";
import type { SheetValues } from "../../domain/forms/sheet.ts";
import { type ItemNode, isNode, type Plan, type PlanNode } from "../../domain/policy.ts";
import { Refusal, type RefusalCode } from "../../domain/refusal.ts";
import type { Moved } from "../carry-out.ts";
import type { Clock } from "../clock.ts";
import { db } from "../db.ts";
import { addMembership } from "../memberships.ts";
import { approve, saveSheet, submit } from "../moves.ts";
import { createOrganization } from "../organizations.ts";
import { readManifest } from "../parts.ts";
import { actorOf, createFirstAdministrator, createUser } from "../people.ts";
import { createPolicy } from "../policies.ts";
import { partsOf } from "../reach.ts";
import { type Released, release } from "../releases.ts";
import { saveRevision } from "../revising.ts";
import { createSection } from "../sections.ts";
import { openRound, startRevision } from "../starts.ts";

/** A small ward for tests, made by the application's own functions, and the short words tests speak about it in. */

export const at =
  (instant: string): Clock =>
  () =>
    new Date(instant);

/** A day on which the mid-year round of FY2021 is open. */
export const now = at("2021-09-10T09:00:00+09:00");
export const beforeRound = at("2021-08-31T23:59:59+09:00");

export const newKey = () => `test-${randomUUID()}`;

/** A move on a submission as it was left by the one before, under a key of its own. */
export const on = ({ submissionId, lockVersion }: Pick<Moved, "submissionId" | "lockVersion">) => ({
  submissionId,
  lockVersion,
  key: newKey(),
});

export const shown = (moved: Moved) => ({ ...on(moved), versionHash: moved.versionHash ?? "" });

/** What somebody hears: the code of the refusal, or null where the move was made. Faults stay faults. */
export async function heard(work: Promise<unknown>): Promise<RefusalCode | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** A complete mid-year sheet of an initiative. */
export const filled = (progress = "乳幼児健診を12回実施した。"): SheetValues => ({
  progress,
  outlook: "1",
  implementation: "i",
  effectiveness: "1",
});

export const amendment = (reason = "目標の見直し"): RevisionPart => ({
  type: "revision",
  kind: "AMENDMENT",
  reason,
  effectiveOn: "2021-10-01",
});

const common = (order: number, code: string, sectionId: string | null) => ({
  id: randomUUID() as string,
  order,
  code,
  title: `項目${code}`,
  featured: true,
  sectionId,
  predecessorIds: [],
});

export interface Sections {
  /** The section of issue 1, its strategy and all its initiatives. */
  readonly here: string;
  /** The section of issue 2, its strategy, its initiative and the reform item. */
  readonly there: string;
  /** A section without any item. */
  readonly elsewhere: string;
}

/** Issue 1 with strategy 1-1 and so many initiatives, issue 2 with 2-1 and 2-1-1, one reform item, one notice. */
function planFor(policyId: string, sections: Sections, initiatives: number): Plan {
  const issue1 = { type: "issue" as const, ...common(0, "1", sections.here), plan: { description: "子育て" } };
  const issue2 = { type: "issue" as const, ...common(1, "2", sections.there), plan: { description: "防災" } };
  const strategy1 = {
    type: "strategy" as const,
    issueId: issue1.id,
    ...common(0, "1-1", sections.here),
    plan: { description: "健診" },
  };
  const strategy2 = {
    type: "strategy" as const,
    issueId: issue2.id,
    ...common(0, "2-1", sections.there),
    plan: { description: "訓練" },
  };
  const initiative = (strategyId: string, order: number, code: string, sectionId: string): PlanNode => ({
    type: "initiative",
    strategyId,
    ...common(order, code, sectionId),
    plan: { description: `取組${code}`, budgetThousandYen: 1000 + order },
  });
  return [
    {
      type: "policy",
      id: policyId,
      title: "運営方針",
      plan: { goal: "目標", mission: "使命", basicPolicy: ["考え方一", "考え方二"] },
    },
    issue1,
    issue2,
    strategy1,
    strategy2,
    ...Array.from({ length: initiatives }, (_, n) => initiative(strategy1.id, n, `1-1-${n + 1}`, sections.here)),
    initiative(strategy2.id, 0, "2-1-1", sections.there),
    { type: "reformItem", ...common(0, "1", sections.there), plan: { actions: ["窓口の改善"] } },
    { type: "notice", id: randomUUID(), order: 0, kind: "OTHER", date: "2021-04-01", text: "策定しました。" },
  ];
}

export interface Ward {
  readonly slug: string;
  readonly organizationId: string;
  readonly sections: Sections;
  readonly policyId: string;
  readonly admin: Actor;
  readonly staff: Actor;
  readonly colleague: Actor;
  readonly manager: Actor;
  /** Of section `there`. */
  readonly staffThere: Actor;
  readonly managerThere: Actor;
  /** A manager of the whole organisation. */
  readonly head: Actor;
  readonly deputy: Actor;
  readonly coordinator: Actor;
  /** STAFF and MANAGER of section `here` at once. */
  readonly both: Actor;
  readonly first: Released;
  readonly roundId: string;
}

const startOfYear = at("2021-04-01T09:00:00+09:00");

async function administrator(): Promise<Actor> {
  const found = await db().user.findFirst({ where: { administrator: true } });
  const { id } =
    found ??
    (await createFirstAdministrator({ email: "admin@test.example", name: "管理者", passwordHash: "x" }, startOfYear));
  const actor = await actorOf(id);
  if (!actor) throw new Error("the administrator is disabled");
  return actor;
}

/** Adds somebody with posts, given as role and section (null: the whole organisation). */
export async function addPerson(
  admin: Actor,
  organizationId: string,
  posts: readonly (readonly [Role, string | null])[],
): Promise<Actor> {
  const user = { email: `${randomUUID()}@test.example`, name: posts.join(" ") || "在籍なし", passwordHash: "x" };
  const { id: userId } = await createUser(admin, user, startOfYear);
  for (const [role, sectionId] of posts) {
    const dates = { startsOn: "2021-04-01", endsOn: null };
    const post = { userId, organizationId, sectionId, role, postTitle: `${role}職`, ...dates };
    await addMembership(admin, post, startOfYear);
  }
  const actor = await actorOf(userId);
  if (!actor) throw new Error("a new person is disabled");
  return actor;
}

/** A ward with its people, its FY2021 policy released as Edition 1, and (unless told not to) the mid-year round open. */
export async function makeWard({ initiatives = 2, round = true } = {}): Promise<Ward> {
  const admin = await administrator();
  const slug = `ward-${randomUUID().slice(0, 8)}`;
  const names = { nameJa: "試験区", nameEn: "Test Ward", cityNameJa: "試験市", cityNameEn: "Test City" };
  const organization = { slug, ...names, municipalCode: null, sourceNote: null, sourceUrl: null };
  const { id: organizationId } = await createOrganization(admin, organization, startOfYear);
  const section = async (nameJa: string, order: number) =>
    (await createSection(admin, { organizationId, nameJa, nameEn: nameJa, order }, startOfYear)).id;
  const sections: Sections = {
    here: await section("保健福祉課", 0),
    there: await section("地域課", 1),
    elsewhere: await section("総務課", 2),
  };
  const person = (...posts: [Role, string | null][]) => addPerson(admin, organizationId, posts);
  const people = {
    staff: await person(["STAFF", sections.here]),
    colleague: await person(["STAFF", sections.here]),
    manager: await person(["MANAGER", sections.here]),
    staffThere: await person(["STAFF", sections.there]),
    managerThere: await person(["MANAGER", sections.there]),
    head: await person(["MANAGER", null]),
    deputy: await person(["MANAGER", null]),
    coordinator: await person(["COORDINATOR", sections.elsewhere]),
    both: await person(["STAFF", sections.here], ["MANAGER", sections.here]),
  };
  const { coordinator, head } = people;
  const { id: policyId } = await createPolicy(
    coordinator,
    { organizationId, fiscalYear: 2021, formId: "osaka-2013" },
    startOfYear,
  );
  const ward = { slug, organizationId, sections, policyId, admin, ...people };
  const approved = await approvedRevision(
    { coordinator, head, policyId },
    planFor(policyId, sections, initiatives),
    { ...amendment("策定"), kind: "FORMULATION", effectiveOn: "2021-04-01" },
    startOfYear,
  );
  const first = await releaseNow(ward, [approved], startOfYear);
  const roundId = round ? await openMidYear(ward) : "";
  return { ...ward, first, roundId };
}

/** Opens the mid-year round of FY2021, from 1 to 30 September. */
export async function openMidYear(ward: Pick<Ward, "coordinator" | "policyId">): Promise<string> {
  const dates = { opensOn: "2021-09-01", dueOn: "2021-09-30", plannedReleaseOn: "2021-10-08" };
  const phase = "MID_YEAR_REVIEW" as const;
  const input = { policyId: ward.policyId, phase, ...dates, key: newKey() };
  return (await openRound(ward.coordinator, input, at("2021-08-01T09:00:00+09:00"))).roundId;
}

/** A Revision that the coordinator wrote and the head approved. */
export async function approvedRevision(
  ward: Pick<Ward, "coordinator" | "head" | "policyId">,
  plan: Plan,
  revision: RevisionPart = amendment(),
  clock: Clock = now,
): Promise<Moved> {
  const started = await startRevision(ward.coordinator, { policyId: ward.policyId, key: newKey() }, clock);
  const saved = await saveRevision(ward.coordinator, { ...on(started), plan, revision }, clock);
  const submitted = await submit(ward.coordinator, on(saved), clock);
  return approve(ward.head, shown(submitted), clock);
}

/** A sheet that the section's staff wrote and its manager approved. */
export async function approvedSheet(ward: Ward, sheet: Moved, values: SheetValues = filled()): Promise<Moved> {
  const saved = await saveSheet(ward.staff, { ...on(sheet), values }, now);
  const submitted = await submit(ward.staff, on(saved), now);
  return approve(ward.manager, shown(submitted), now);
}

export const chosen = ({ submissionId, lockVersion, versionHash }: Moved) => ({
  submissionId,
  lockVersion,
  versionHash: versionHash ?? "",
});

export async function releaseNow(
  ward: Pick<Ward, "coordinator" | "policyId">,
  bundle: readonly Moved[],
  clock: Clock = now,
): Promise<Released> {
  const input = { policyId: ward.policyId, chosen: bundle.map(chosen), notice: null, key: newKey() };
  return release(ward.coordinator, input, clock);
}

/** The plan of the current Edition. */
export async function currentPlan(policyId: string): Promise<Plan> {
  const { currentEdition } = await db().policy.findUniqueOrThrow({
    where: { id: policyId },
    include: { currentEdition: true },
  });
  return [...(await readManifest(partsOf(currentEdition))).values()].filter(isNode);
}

/** The item of a plan with that code. */
export function itemOf(plan: readonly PlanNode[], type: ItemNode["type"], code: string): ItemNode {
  const found = plan.find((node): node is ItemNode => node.type === type && "code" in node && node.code === code);
  if (!found) throw new Error(`no ${type} ${code}`);
  return found;
}

/** The plan with some fields of one item changed. */
export function withPlan(plan: Plan, type: ItemNode["type"], code: string, fields: SheetValues): Plan {
  const item = itemOf(plan, type, code);
  return plan.map((node) => (node === item ? { ...item, plan: { ...item.plan, ...fields } } : node));
}

/** A plan as another policy's, under ids of its own. */
export function withOwnIds(plan: Plan, policyId: string): Plan {
  const ids = new Map(plan.map(({ id, type }) => [id, type === "policy" ? policyId : (randomUUID() as string)]));
  const own = (id: string) => ids.get(id) ?? id;
  return plan.map((node) => {
    if (node.type === "strategy") return { ...node, id: own(node.id), issueId: own(node.issueId) };
    if (node.type === "initiative") return { ...node, id: own(node.id), strategyId: own(node.strategyId) };
    return { ...node, id: own(node.id) };
  });
}

/** The plan with another goal, which is no section's. */
export function withGoal(plan: Plan, goal: string): Plan {
  return plan.map((node) => (node.type === "policy" ? { ...node, plan: { ...node.plan, goal } } : node));
}

/** Where the open sheet of a target stands, by the target's code. */
export async function sheetOf(
  ward: Pick<Ward, "policyId">,
  code: string,
  type: Exclude<TargetType, "policy"> = "initiative",
  phase: EvaluationPhase = "MID_YEAR_REVIEW",
): Promise<Moved> {
  const row = await db().submission.findFirstOrThrow({
    where: { policyId: ward.policyId, phase, [type]: { code }, state: { notIn: ["RELEASED", "DISCARDED"] } },
    include: { headVersion: true },
  });
  return {
    submissionId: row.id,
    state: row.state,
    lockVersion: row.lockVersion,
    versionHash: row.headVersion?.hash ?? null,
  };
}

/** Everything that the archive holds of a submission, for "nothing changed". */
export async function everythingOf(submissionId: string) {
  return {
    row: await db().submission.findUniqueOrThrow({ where: { id: submissionId } }),
    versions: await db().version.findMany({ where: { submissionId }, orderBy: { number: "asc" } }),
    contributors: await db().contributor.findMany({ where: { submissionId }, orderBy: { userId: "asc" } }),
    events: await db().event.findMany({ where: { subjectId: submissionId }, orderBy: { number: "asc" } }),
  };
}

/** How many records of each kind there are: what a refusal may not change. */
export async function counts() {
  return {
    parts: await db().part.count(),
    versions: await db().version.count(),
    editions: await db().edition.count(),
    events: await db().event.count(),
    keys: await db().idempotencyKey.count(),
    submissions: await db().submission.count(),
    contributors: await db().contributor.count(),
    rounds: await db().round.count(),
  };
}
