import { type Actor, holdsRole, holdsRoleAnywhere } from "../domain/actor.ts";
import { movesFor } from "../domain/lifecycle.ts";
import { nodesOf, planChanges } from "../domain/plan-changes.ts";
import { mergePlans, type PlanConflict } from "../domain/plan-merge.ts";
import { readingOrder } from "../domain/plan-order.ts";
import { isItem, nodeKey, type PlanNode } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
import type { PlanEditing } from "../domain/revision-view.ts";
import { db } from "./db.ts";
import { yearBefore } from "./last-year.ts";
import { readManifest } from "./parts.ts";
import { historyOf } from "./published.ts";
import { formulatedIn, partsOf, reachSubmission } from "./reach.ts";
import { standing } from "./revising.ts";
import { earlierVersion } from "./revision-steps.ts";
import { sectionNames } from "./revisions.ts";

/** A Revision as it is edited: the whole proposed plan, what it changes, and what the actor may do. Refuses `not-found`. */
export async function planEditing(actor: Actor, submissionId: string): Promise<PlanEditing> {
  const { row, relation } = await reachSubmission(actor, submissionId);
  if (row.phase !== "PLAN") throw new Refusal("not-found");
  const { organizationId, fiscalYear, formId, currentEditionId } = row.policy;
  const now = await standing(db(), row);
  const nodes = nodesOf(now);
  const base = nodesOf(await readManifest(partsOf(row.baseEdition)));
  const described = now.get("revision");
  const coordinator = holdsRoleAnywhere(actor, "COORDINATOR", organizationId);
  const mayWrite = movesFor({ phase: "PLAN", state: row.state, relation, holds: {} }).includes("save");
  const { organization } = row.policy;
  const [used, inUse] = [await sectionNames(organizationId), await sectionNames(organizationId, true)];
  const mayChange = (sectionId: string | null) => coordinator || holdsRole(actor, "STAFF", organizationId, sectionId);
  return {
    submissionId,
    policyId: row.policyId,
    organization: { nameJa: organization.nameJa, nameEn: organization.nameEn },
    fiscalYear,
    formId,
    lockVersion: row.lockVersion,
    seen: row.headVersion?.hash ?? null,
    nodes,
    changes: planChanges(base, nodes),
    described: described?.type === "revision" ? described : null,
    base: row.baseEdition && { number: row.baseEdition.number, stale: row.baseEditionId !== currentEditionId },
    formulated: formulatedIn(row.policy),
    released: await historyOf(
      await db().edition.findMany({ where: { policyId: row.policyId }, orderBy: { number: "desc" } }),
    ),
    lastYear: await lastYearItems(row.policy),
    sections: used,
    sectionsInUse: inUse,
    mayWrite,
    coordinator,
    own: mayWrite ? nodes.filter((node) => mayChange(isItem(node) ? node.sectionId : null)).map(nodeKey) : [],
    mayUndo: mayWrite && (await earlierVersion(db(), submissionId)) !== null,
  };
}

/** What items of the year before a Revision's items may continue: those that are public there, in reading order. */
async function lastYearItems(policy: Parameters<typeof yearBefore>[0]): Promise<PlanEditing["lastYear"]> {
  const before = await yearBefore(policy);
  if (!before) return null;
  const items = readingOrder(nodesOf(before.parts)).filter((node) => isItem(node) || node.type === "aim");
  return {
    fiscalYear: before.fiscalYear,
    items: items.map(({ type, id, code, title }) => ({ type, id, code, title })),
  };
}

/** What has to be chosen before a Revision can be based on the current Edition, with the nodes that it is about. */
export async function rebasing(
  actor: Actor,
  submissionId: string,
): Promise<{ readonly conflicts: readonly PlanConflict[]; readonly nodes: readonly PlanNode[] }> {
  const { row } = await reachSubmission(actor, submissionId);
  if (row.phase !== "PLAN") throw new Refusal("not-found");
  const base = nodesOf(await readManifest(partsOf(row.baseEdition)));
  const mine = nodesOf(await standing(db(), row));
  const theirs = nodesOf(await readManifest(partsOf(row.policy.currentEdition)));
  const { conflicts } = mergePlans(base, mine, theirs);
  const named = new Set(
    conflicts.flatMap(({ key, field, base: was, mine: one, theirs: other }) => [
      key,
      ...(field === "order" ? [one, other].flat() : []),
      ...(field === "issueId" || field === "strategyId"
        ? [was, one, other].map((id) => `${field.slice(0, -2)}:${String(id)}`)
        : []),
      ...(field === "code" ? [was] : []),
    ]),
  );
  const known = new Map([...base, ...theirs, ...mine].map((node) => [nodeKey(node), node]));
  return { conflicts, nodes: [...known.values()].filter((node) => named.has(nodeKey(node))) };
}
