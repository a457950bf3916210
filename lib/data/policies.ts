import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import { formOf } from "../domain/forms/catalogue.ts";
import type { Named } from "../domain/people-view.ts";
import type { PublishedOrganization } from "../domain/published-policy.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { named } from "./post-view.ts";
import { publicColumns } from "./published.ts";

/**
 * Makes the place for a fiscal year's policy: nothing is public before its first release. Coordinators only. Refuses a
 * year that has one (`already-exists`) and a year before the form's first (`invalid-draft`).
 */
export async function createPolicy(
  actor: Actor,
  input: { readonly organizationId: string; readonly fiscalYear: number; readonly formId: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  if (!holdsRoleAnywhere(actor, "COORDINATOR", input.organizationId)) throw new Refusal("not-allowed");
  if (input.fiscalYear < formOf(input.formId).fiscalYears.from) throw new Refusal("invalid-draft");
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, input.organizationId);
    const { organizationId, fiscalYear } = input;
    if (await tx.policy.findFirst({ where: { organizationId, fiscalYear } })) throw new Refusal("already-exists");
    const policy = await tx.policy.create({ data: input });
    const event = {
      kind: "create",
      actorId: actor.userId,
      membershipId: null,
      subjectType: "policy" as const,
      subjectId: policy.id,
      detail: { fiscalYear, form: input.formId },
      occurredAt: clock(),
    };
    await appendEvents(tx, head, [event]);
    return { id: policy.id };
  });
}

/** The organisations that an actor coordinates, by their names in addresses. */
export async function coordinatedOrganizations(actor: Actor): Promise<Named[]> {
  const own = actor.memberships
    .filter(({ role }) => role === "COORDINATOR")
    .map(({ organizationId }) => organizationId);
  return db().organization.findMany({ where: { id: { in: own } }, select: named, orderBy: { slug: "asc" } });
}

/** A policy as its coordinator chooses it for a release. */
export interface CoordinatedPolicy {
  readonly id: string;
  readonly organization: PublishedOrganization;
  readonly fiscalYear: number;
  readonly formId: string;
  /** The current Edition's number; 0 before the first. */
  readonly edition: number;
  /** Approved submissions that wait for release. */
  readonly approved: number;
}

/** The policies that an actor coordinates, newest year first. */
export async function coordinatedPolicies(actor: Actor): Promise<CoordinatedPolicy[]> {
  const organizationId = {
    in: actor.memberships.filter(({ role }) => role === "COORDINATOR").map((membership) => membership.organizationId),
  };
  const rows = await db().policy.findMany({
    where: { organizationId },
    include: {
      organization: { select: publicColumns },
      currentEdition: { select: { number: true } },
      _count: { select: { submissions: { where: { state: "APPROVED" } } } },
    },
    orderBy: [{ fiscalYear: "desc" }, { organizationId: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    organization: row.organization,
    fiscalYear: row.fiscalYear,
    formId: row.formId,
    edition: row.currentEdition?.number ?? 0,
    approved: row._count.submissions,
  }));
}

/** One policy that an actor coordinates; refuses with `not-found`. */
export async function coordinatedPolicy(actor: Actor, policyId: string): Promise<CoordinatedPolicy> {
  const found = (await coordinatedPolicies(actor)).find((policy) => policy.id === policyId);
  if (!found) throw new Refusal("not-found");
  return found;
}
