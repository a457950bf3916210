import { z } from "zod";
import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../domain/actor.ts";
import {
  type EditionRecord,
  editionRecord,
  type FormulationStep,
  type Part,
  type VersionRecord,
  versionRecord,
} from "../domain/edition.ts";
import type { EvaluationPhase, Manifest, Target } from "../domain/forms/form.ts";
import { type Formulated, misdescribed } from "../domain/formulation.ts";
import { type Relation, relationOf, type Subject } from "../domain/lifecycle.ts";
import { nodesOf, touchedSections } from "../domain/plan-changes.ts";
import { Refusal } from "../domain/refusal.ts";
import { db, type Transaction } from "./db.ts";
import { readManifest } from "./parts.ts";

const item = { sectionId: true, code: true, title: true } as const;

/** What of a submission every move and every screen needs. */
export const reachable = {
  policy: { include: { organization: true, currentEdition: true } },
  round: true,
  contributors: true,
  permits: { include: { grantedBy: { select: { name: true } } } },
  headVersion: true,
  submittedVersion: true,
  approvedVersion: true,
  baseEdition: true,
  issue: { select: item },
  strategy: { select: item },
  initiative: { select: item },
  reformItem: { select: item },
} satisfies Prisma.SubmissionInclude;

type SubmissionRow = Prisma.SubmissionGetPayload<{ include: typeof reachable }>;

export interface Reached {
  readonly row: SubmissionRow;
  readonly target: Target;
  readonly relation: Relation;
  readonly sectionIds: readonly (string | null)[];
  /** What the relation was read from. */
  readonly subject: Subject;
}

/** Only what lies in an organisation that the actor belongs to. Anything else does not exist for them. */
function within(actor: Actor): { organizationId: { in: string[] } } {
  return { organizationId: { in: actor.memberships.map((membership) => membership.organizationId) } };
}

/**
 * The submissions that an actor may know of, with how the actor stands to each. Absent ones and other organisations'
 * look the same: they are not in the list.
 */
export async function reachSubmissions(
  actor: Actor,
  where: Prisma.SubmissionWhereInput,
  tx: Transaction = db(),
): Promise<Reached[]> {
  const rows = await tx.submission.findMany({
    where: { AND: [where, { policy: within(actor) }] },
    include: reachable,
    orderBy: { id: "asc" },
  });
  const all: Reached[] = [];
  for (const row of rows) all.push(await reached(tx, actor, row));
  return all;
}

/** One submission through the actor's reach; refuses with `not-found`. */
export async function reachSubmission(actor: Actor, id: string, tx: Transaction = db()): Promise<Reached> {
  if (!z.uuid().safeParse(id).success) throw new Refusal("not-found");
  const [found] = await reachSubmissions(actor, { id }, tx);
  if (!found) throw new Refusal("not-found");
  return found;
}

/** One policy through the actor's reach; refuses with `not-found`. */
export async function reachPolicy(actor: Actor, id: string, tx: Transaction = db()) {
  if (!z.uuid().safeParse(id).success) throw new Refusal("not-found");
  const policy = await tx.policy.findFirst({
    where: { id, ...within(actor) },
    include: { organization: true, currentEdition: true },
  });
  if (!policy) throw new Refusal("not-found");
  return policy;
}

async function reached(tx: Transaction, actor: Actor, row: SubmissionRow): Promise<Reached> {
  const sectionIds = await sectionIdsOf(tx, row);
  const subject = {
    organizationId: row.policy.organizationId,
    phase: row.phase,
    sectionIds,
    contributorIds: row.contributors.map((contributor) => contributor.userId),
    approverId: row.approvedById,
  };
  return { row, target: targetOf(row), relation: relationOf(actor, subject), sectionIds, subject };
}

/** What a submission is about. */
export function targetOf(row: SubmissionRow): Target {
  if (row.issueId) return { type: "issue", id: row.issueId };
  if (row.strategyId) return { type: "strategy", id: row.strategyId };
  if (row.initiativeId) return { type: "initiative", id: row.initiativeId };
  if (row.reformItemId) return { type: "reformItem", id: row.reformItemId };
  return { type: "policy", id: row.policyId };
}

/** The item that a submission is about; null for the policy as a whole. */
export function itemOf(row: SubmissionRow): { sectionId: string | null; code: string; title: string } | null {
  return row.issue ?? row.strategy ?? row.initiative ?? row.reformItem;
}

/** The responsible section of each item that a submission concerns; null for one without. Never empty. */
export async function sectionIdsOf(tx: Transaction, row: SubmissionRow): Promise<readonly (string | null)[]> {
  return row.phase === "PLAN" ? sectionsOfRevision(tx, row) : [itemOf(row)?.sectionId ?? null];
}

/** A Revision concerns the sections of whatever it changes; before it changes anything, no section in particular. */
async function sectionsOfRevision(tx: Transaction, row: SubmissionRow): Promise<readonly (string | null)[]> {
  const after = await readManifest(partsOf(row.headVersion), tx);
  if (after.size === 0) return [null];
  const sections = touchedSections(nodesOf(await readManifest(partsOf(row.baseEdition), tx)), nodesOf(after));
  return sections.length === 0 ? [null] : sections;
}

/** The Parts of a Version or an Edition by name; none where there is none. */
export function partsOf(row: { manifest: string } | null): Manifest {
  return row === null ? {} : (JSON.parse(row.manifest) as { parts: Manifest }).parts;
}

/** The rounds that end with an Edition. */
export function concludesOf(row: { manifest: string }): readonly EvaluationPhase[] {
  return (JSON.parse(row.manifest) as Pick<EditionRecord, "concludes">).concludes ?? [];
}

/** The step of its formulation that a plan stands at with an Edition; null where it was formulated in one step. */
export function stepOf(row: { manifest: string } | null): FormulationStep | null {
  return row === null ? null : ((JSON.parse(row.manifest) as Pick<EditionRecord, "step">).step ?? null);
}

/** How far a policy's plan has come in public. */
export function formulatedIn({
  currentEdition,
}: {
  readonly currentEdition: { readonly number: number; readonly manifest: string } | null;
}): Formulated {
  return { number: currentEdition?.number ?? 0, step: stepOf(currentEdition) };
}

/** Whether a Revision says of itself what may be said of one now: its kind, and the step or the Edition that goes with it. */
export function isDescribed(policy: Parameters<typeof formulatedIn>[0], said: Part | undefined): boolean {
  return said?.type === "revision" && misdescribed(said, formulatedIn(policy)) === null;
}

/** Finds the Editions with which a round ends, without reading every manifest. */
export const concluding = { manifest: { contains: '"concludes":[' } } satisfies Prisma.EditionWhereInput;

/** A Version's record as it was sealed. */
export function readVersion(row: { manifest: string }): VersionRecord {
  return versionRecord.parse(JSON.parse(row.manifest));
}

/** An Edition's record as it was sealed. */
export function readEdition(row: { manifest: string }): EditionRecord {
  return editionRecord.parse(JSON.parse(row.manifest));
}
