import { type Actor, holdsRole, holdsRoleAnywhere } from "../domain/actor.ts";
import { type Part, type RevisionPart, revisionPart } from "../domain/edition.ts";
import { nodesOf, touchedSections } from "../domain/plan-changes.ts";
import { edited, type PlanEdit } from "../domain/plan-edit.ts";
import { type Choices, mergePlans, type PlanConflict } from "../domain/plan-merge.ts";
import { nodeKey, type Plan, type PlanNode, plan, planProblems } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
import { carryOut, type Moved, type MoveInput, type Prepared } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { Transaction } from "./db.ts";
import { nextVersion } from "./next-version.ts";
import { readManifest } from "./parts.ts";
import { itemsAreOwn } from "./plan-rows.ts";
import { partsOf, type Reached, reachSubmission } from "./reach.ts";
import { earlierVersion } from "./revision-steps.ts";

/**
 * The ways in which a Revision is written. All of them are the one move "save": a whole proposed plan as the next
 * Version, of which the Parts that did not change are shared.
 */

/** Saves a Revision: the whole proposed plan, and (needed before it is submitted) its kind, reason and effective date. */
export async function saveRevision(
  actor: Actor,
  input: MoveInput & { readonly plan: Plan; readonly revision: RevisionPart | null },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "save", input, clock, async (tx, { row }) => prepare(tx, actor, row, input));
}

/** What came of a step: where it left the Revision, or what somebody else had changed meanwhile in another way. */
export type Stepped = { readonly moved: Moved } | { readonly conflicts: readonly PlanConflict[] };

/**
 * Makes one step of editing and saves it. `seen` is the hash of the Version that was before the actor's eyes (null: none,
 * it was the base Edition); what others saved since is merged field by field. Where a field was changed otherwise
 * meanwhile, nothing is saved and the conflicts are returned.
 */
export async function editRevision(
  actor: Actor,
  input: MoveInput & { readonly edit: PlanEdit; readonly seen: string | null },
  clock: Clock = systemClock,
): Promise<Stepped> {
  let conflicts: readonly PlanConflict[] = [];
  const step = (lockVersion: number) =>
    carryOut(actor, "save", { ...input, lockVersion }, clock, async (tx, { row }) => {
      const now = await standing(tx, row);
      const result = edited(nodesOf(await seenBy(tx, row, input.seen, now)), nodesOf(now), input.edit);
      conflicts = result.conflicts;
      if (conflicts.length > 0) throw new Refusal("stale-version");
      const described = now.get("revision");
      const revision = described?.type === "revision" ? described : null;
      return prepare(tx, actor, row, { plan: result.plan, revision });
    });
  try {
    return { moved: await again(actor, input, step) };
  } catch (error) {
    if (error instanceof Refusal && error.code === "stale-version" && conflicts.length > 0) return { conflicts };
    throw error;
  }
}

/** Says of a Revision what kind it is, why, and from when it holds; the plan stays as it is. */
export async function describeRevision(
  actor: Actor,
  input: MoveInput & { readonly revision: RevisionPart },
  clock: Clock = systemClock,
): Promise<Moved> {
  const step = (lockVersion: number) =>
    carryOut(actor, "save", { ...input, lockVersion }, clock, async (tx, { row }) => {
      const nodes = nodesOf(await standing(tx, row));
      return prepare(tx, actor, row, { plan: nodes, revision: input.revision });
    });
  return again(actor, input, step);
}

/** Takes the last step back: what the Version before it held is saved again. Refuses (`wrong-state`) where none is. */
export async function undoStep(actor: Actor, input: MoveInput, clock: Clock = systemClock): Promise<Moved> {
  return carryOut(actor, "save", input, clock, async (tx, { row }) => {
    const earlier = await earlierVersion(tx, row.id);
    if (!earlier) throw new Refusal("wrong-state");
    const contents = await readManifest(earlier.parts, tx);
    const described = contents.get("revision");
    const revision = described?.type === "revision" ? described : null;
    const prepared = await prepare(tx, actor, row, { plan: nodesOf(contents), revision });
    // The very Parts of then: that is how it is seen later that this was a step back.
    return { ...prepared, known: { ...prepared.known, ...earlier.parts } };
  });
}

/**
 * Bases a Revision on the current Edition: a three-way merge of what it was based on, what it proposes and what is public
 * now. Returns what is to be chosen and saves nothing while a conflict is not settled by `choices`. Refuses
 * (`wrong-state`) a Revision whose base is current.
 */
export async function rebaseRevision(
  actor: Actor,
  input: MoveInput & { readonly choices: Choices },
  clock: Clock = systemClock,
): Promise<Stepped> {
  let conflicts: readonly PlanConflict[] = [];
  try {
    const moved = await carryOut(actor, "save", input, clock, async (tx, { row }) => {
      const current = row.policy.currentEdition;
      if (!current || row.baseEditionId === current.id) throw new Refusal("wrong-state");
      const [base, mine] = [await readManifest(partsOf(row.baseEdition), tx), await standing(tx, row)];
      const theirs = nodesOf(await readManifest(partsOf(current), tx));
      const result = mergePlans(nodesOf(base), nodesOf(mine), theirs, input.choices);
      conflicts = result.conflicts;
      if (conflicts.length > 0) throw new Refusal("stale-base");
      const described = mine.get("revision");
      const revision = described?.type === "revision" ? described : null;
      const prepared = await prepare(tx, actor, row, { plan: result.merged, revision }, theirs);
      // The new base is news even where the proposal stays the same.
      return { ...prepared, unchanged: false, columns: { baseEditionId: current.id } };
    });
    return { moved };
  } catch (error) {
    if (error instanceof Refusal && error.code === "stale-base" && conflicts.length > 0) return { conflicts };
    throw error;
  }
}

/** What a Revision proposes now: its latest Version, or the plan that it began with, of which it says nothing yet. */
export async function standing(tx: Transaction, row: Reached["row"]): Promise<Map<string, Part>> {
  if (row.headVersion) return readManifest(partsOf(row.headVersion), tx);
  const nodes = nodesOf(await readManifest(partsOf(row.baseEdition), tx));
  if (nodes.length > 0) return new Map(nodes.map((node) => [nodeKey(node), node]));
  return new Map([[`policy:${row.policyId}`, { type: "policy", id: row.policyId, title: firstTitle(row), plan: {} }]]);
}

// What a policy that has nothing yet is called, until somebody writes otherwise.
function firstTitle({ policy }: Reached["row"]): string {
  return `${policy.fiscalYear}年度 ${policy.organization.nameJa}運営方針`;
}

async function seenBy(
  tx: Transaction,
  row: Reached["row"],
  hash: string | null,
  now: Map<string, Part>,
): Promise<ReadonlyMap<string, Part>> {
  if (hash === (row.headVersion?.hash ?? null)) return now;
  if (hash === null) return readManifest(partsOf(row.baseEdition), tx);
  const version = await tx.version.findFirst({ where: { hash, submissionId: row.id } });
  if (!version) throw new Refusal("stale-version");
  return readManifest(partsOf(version), tx);
}

/** A step on a plan that others saved meanwhile is made on what they saved. */
async function again(
  actor: Actor,
  { submissionId, lockVersion }: MoveInput,
  step: (lockVersion: number) => Promise<Moved>,
): Promise<Moved> {
  try {
    return await step(lockVersion);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "stale-lock")) throw error;
    return step((await reachSubmission(actor, submissionId)).row.lockVersion);
  }
}

async function prepare(
  tx: Transaction,
  actor: Actor,
  row: Reached["row"],
  proposed: { readonly plan: readonly PlanNode[]; readonly revision: RevisionPart | null },
  against: readonly PlanNode[] | null = null,
): Promise<Prepared> {
  const nodes = plan.safeParse(proposed.plan);
  const described = revisionPart.nullable().safeParse(proposed.revision);
  const valid =
    row.phase === "PLAN" &&
    nodes.success &&
    described.success &&
    planProblems(row.policy.formId, nodes.data).length === 0 &&
    nodes.data.every((node) => node.type !== "policy" || node.id === row.policyId) &&
    (await sectionsExist(tx, row.policy.organizationId, nodes.data)) &&
    (await itemsAreOwn(tx, row.policyId, nodes.data));
  if (!valid) return { holds: { "draft-valid": false } };

  const contents = new Map<string, Part>(nodes.data.map((node) => [nodeKey(node), node]));
  const before = against ?? nodesOf(await readManifest(partsOf(row.headVersion ?? row.baseEdition), tx));
  const own = actorMayChange(actor, row.policy.organizationId, touchedSections(before, nodes.data));
  if (described.data) contents.set("revision", described.data);
  return nextVersion(tx, row, contents, { "draft-valid": true, "own-items": own });
}

function actorMayChange(actor: Actor, organizationId: string, touched: readonly (string | null)[]): boolean {
  const coordinator = holdsRoleAnywhere(actor, "COORDINATOR", organizationId);
  return coordinator || touched.every((section) => holdsRole(actor, "STAFF", organizationId, section));
}

async function sectionsExist(tx: Transaction, organizationId: string, nodes: Plan): Promise<boolean> {
  const named = new Set(nodes.flatMap((node) => ("sectionId" in node && node.sectionId ? [node.sectionId] : [])));
  const found = await tx.section.count({ where: { organizationId, id: { in: [...named] } } });
  return found === named.size;
}
