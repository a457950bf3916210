import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import type { RevisionPart } from "../domain/edition.ts";
import { nodesOf, planChanges } from "../domain/plan-changes.ts";
import { below, readingOrder } from "../domain/plan-order.ts";
import { isItem, type Plan } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
import type { RevisablePolicy, RevisionView, SectionRow, SectionsOfPolicy } from "../domain/revision-view.ts";
import type { SubmissionLine } from "../domain/submission-view.ts";
import type { Moved } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { readManifest } from "./parts.ts";
import { publicColumns } from "./published.ts";
import { partsOf, reachPolicy, reachSubmission, reachSubmissions } from "./reach.ts";
import { saveRevision } from "./revising.ts";
import { startRevision } from "./starts.ts";
import { lineOf, sectionsOf } from "./submission-lines.ts";

/** What a Revision proposes, and the one that is made by assigning sections to many items at once. */

/** What a Revision changes against its base Edition; null for an evaluation. Refuses with `not-found`. */
export async function findRevision(actor: Actor, submissionId: string): Promise<RevisionView | null> {
  const { row } = await reachSubmission(actor, submissionId);
  if (row.phase !== "PLAN") return null;
  const head = await readManifest(partsOf(row.headVersion));
  const base = nodesOf(await readManifest(partsOf(row.baseEdition)));
  const described = head.get("revision");
  return {
    formId: row.policy.formId,
    described: described?.type === "revision" ? described : null,
    changes: head.size === 0 ? [] : planChanges(base, nodesOf(head)),
    base: row.baseEdition && {
      number: row.baseEdition.number,
      stale: row.baseEditionId !== row.policy.currentEditionId && !["RELEASED", "DISCARDED"].includes(row.state),
    },
    sections: await sectionNames(row.policy.organizationId),
  };
}

/** The policies that an actor may propose a revision of, newest year first. */
export async function revisablePolicies(actor: Actor): Promise<RevisablePolicy[]> {
  const own = actor.memberships.filter(({ role }) => role === "STAFF" || role === "COORDINATOR");
  const rows = await db().policy.findMany({
    where: { organizationId: { in: own.map(({ organizationId }) => organizationId) } },
    include: { organization: { select: publicColumns } },
    orderBy: [{ fiscalYear: "desc" }, { organizationId: "asc" }],
  });
  return rows.map(({ id, organization, fiscalYear, currentEditionId }) => ({
    id,
    organization,
    fiscalYear,
    released: currentEditionId !== null,
  }));
}

/** One of them with its Revisions that are neither released nor given up; refuses with `not-found`. */
export async function revisablePolicy(
  actor: Actor,
  policyId: string,
): Promise<RevisablePolicy & { readonly open: readonly SubmissionLine[] }> {
  const policy = (await revisablePolicies(actor)).find(({ id }) => id === policyId);
  if (!policy) throw new Refusal("not-found");
  const state = { notIn: ["RELEASED" as const, "DISCARDED" as const] };
  const reached = await reachSubmissions(actor, { policyId, phase: "PLAN", state });
  const sections = await sectionsOf(reached);
  return { ...policy, open: reached.map((one) => lineOf(one, sections)) };
}

/** A policy's items with the sections that answer for them; for its coordinators, others hear `not-found`. */
export async function sectionsOfPolicy(actor: Actor, policyId: string): Promise<SectionsOfPolicy> {
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-found");
  const organization = await db().organization.findUniqueOrThrow({
    where: { id: policy.organizationId },
    select: publicColumns,
  });
  return {
    policyId,
    organization,
    fiscalYear: policy.fiscalYear,
    formId: policy.formId,
    released: policy.currentEditionId !== null,
    rows: rowsOf(await currentPlan(policy.currentEdition)),
    sections: await sectionNames(policy.organizationId, true),
  };
}

/** What is asked of an assignment: these items, this section (null: none), and what the Revision says of itself. */
export interface Assignment {
  readonly policyId: string;
  /** The items themselves. */
  readonly itemIds: readonly string[];
  /** Items that are meant with everything below them. */
  readonly branchIds: readonly string[];
  readonly sectionId: string | null;
  readonly revision: RevisionPart;
  readonly key: string;
}

/**
 * Makes a Revision in which a section answers for the chosen items. Nothing changes for anybody until it is approved and
 * released. Coordinators only; refuses (`nothing-chosen`) where no item would change.
 */
export async function assignSections(actor: Actor, input: Assignment, clock: Clock = systemClock): Promise<Moved> {
  const { policyId, key, revision, sectionId } = input;
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  if (!policy.currentEdition) throw new Refusal("wrong-state");
  const before = await currentPlan(policy.currentEdition);
  const chosen = new Set([
    ...input.itemIds,
    ...input.branchIds.flatMap((id) => [id, ...below(before, id).map((node) => node.id)]),
  ]);
  const plan: Plan = before.map((node) => (isItem(node) && chosen.has(node.id) ? { ...node, sectionId } : node));
  if (planChanges(before, plan).length === 0) throw new Refusal("nothing-chosen");
  if (sectionId && !(await sectionNames(policy.organizationId, true)).some(({ id }) => id === sectionId)) {
    throw new Refusal("invalid-draft");
  }
  const started = await startRevision(actor, { policyId, key: `${key}-start` }, clock);
  const at = { submissionId: started.submissionId, lockVersion: started.lockVersion };
  return saveRevision(actor, { ...at, plan, revision, key: `${key}-save` }, clock);
}

async function currentPlan(edition: { manifest: string } | null): Promise<Plan> {
  return nodesOf(await readManifest(partsOf(edition)));
}

/** An organisation's sections by name, in their order: all of them, or those that are still in use. */
export async function sectionNames(organizationId: string, inUse = false) {
  return db().section.findMany({
    where: { organizationId, ...(inUse ? { disabledAt: null } : {}) },
    select: { id: true, nameJa: true, nameEn: true },
    orderBy: [{ order: "asc" }, { id: "asc" }],
  });
}

/** The items in reading order, each with its depth. */
function rowsOf(nodes: Plan): SectionRow[] {
  const depthOf = { issue: 0, strategy: 1, initiative: 2, reformItem: 0 } as const;
  return readingOrder(nodes)
    .filter(isItem)
    .map(({ type, id, code, title, sectionId }) => {
      const branch = below(nodes, id).length > 0;
      return { type, id, code, title, depth: depthOf[type], sectionId, branch };
    });
}
