import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import { nodesOf } from "../domain/plan-changes.ts";
import { readingOrder } from "../domain/plan-order.ts";
import { isItem } from "../domain/policy.ts";
import {
  askingPost,
  confirmingPost,
  type Hand,
  type RedactionView,
  TAKEDOWN_MOVES,
  type TakedownTarget,
  type TakedownView,
  type TakingBackLine,
  type TakingBackView,
  takedownMovesFor,
  WITHHOLDING,
} from "../domain/taking-back.ts";
import { db } from "./db.ts";
import { readManifest, readParts } from "./parts.ts";
import { partsOf, reachPolicy } from "./reach.ts";
import { occurrencesOf } from "./redaction-occurrences.ts";
import { placesToDecide } from "./redactions.ts";
import { itemOfPolicy } from "./takedowns.ts";

/** What was taken back of a policy, or is asked to be, as its organisation's people see it; and what waits for one of them. */

const people = {
  requestedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
} as const;
const handsOfTakedown = {
  ...people,
  liftAskedBy: { select: { name: true } },
  liftDecidedBy: { select: { name: true } },
} as const;

const hand = (person: { name: string } | null, at: Date | null): Hand | null =>
  person && at ? { name: person.name, at } : null;

/**
 * Everything taken back of a policy: its takedowns, and the redactions in its organisation's records, the latest first.
 * Refuses with `not-found`. The places of a requested redaction are told to whoever may decide on it.
 */
export async function takingBackOf(actor: Actor, policyId: string): Promise<TakingBackView> {
  const policy = await reachPolicy(actor, policyId);
  const { organizationId, organization, fiscalYear } = policy;
  const takedowns = await takedownsOf(actor, { id: policy.id, organizationId });
  const open = new Set(
    takedowns.filter(({ state }) => ["REQUESTED", ...WITHHOLDING].includes(state)).map(({ itemId }) => itemId),
  );
  const plan = readingOrder(nodesOf(await readManifest(partsOf(policy.currentEdition)))).filter(isItem);
  return {
    policyId: policy.id,
    organization: { slug: organization.slug, nameJa: organization.nameJa, nameEn: organization.nameEn },
    fiscalYear,
    released: policy.currentEdition !== null,
    takedowns: takedowns.map(({ itemId: _item, ...view }) => view),
    redactions: await redactionsOf(actor, organizationId),
    items: plan
      .filter(({ id, sectionId }) => !open.has(id) && askingPost(actor, organizationId, sectionId) !== null)
      .map(({ type, id, code, title }) => ({ type, id, code, title })),
  };
}

async function takedownsOf(
  actor: Actor,
  policy: { readonly id: string; readonly organizationId: string },
): Promise<(TakedownView & { readonly itemId: string })[]> {
  const rows = await db().takedown.findMany({
    where: { policyId: policy.id },
    include: handsOfTakedown,
    orderBy: [{ requestedAt: "desc" }, { id: "asc" }],
  });
  const wordings = await readParts(rows.map(({ wordingHash }) => wordingHash));
  const views: (TakedownView & { readonly itemId: string })[] = [];
  for (const row of rows) {
    const item = await itemOfPolicy(db(), policy.id, row.targetId);
    const said = wordings.get(row.wordingHash);
    const { organizationId } = policy;
    views.push({
      id: row.id,
      policyId: row.policyId,
      itemId: row.targetId,
      target: { type: row.targetType as TakedownTarget, code: item?.code ?? "", title: item?.title ?? "" },
      reason: row.reason,
      wording: said?.type === "comment" ? (said.comment ?? "") : "",
      state: row.state,
      requested: { name: row.requestedBy.name, at: row.requestedAt },
      decided: hand(row.decidedBy, row.decidedAt),
      liftAsked: hand(row.liftAskedBy, row.liftAskedAt),
      liftDecided: hand(row.liftDecidedBy, row.liftDecidedAt),
      moves: takedownMovesFor(actor, { ...row, organizationId, sectionId: item?.sectionId ?? null }),
    });
  }
  return views;
}

async function redactionsOf(actor: Actor, organizationId: string): Promise<RedactionView[]> {
  const rows = await db().redactionRequest.findMany({
    where: { organizationId },
    include: { ...people, _count: { select: { parts: true } } },
    orderBy: [{ requestedAt: "desc" }, { id: "asc" }],
  });
  const views: RedactionView[] = [];
  for (const row of rows) {
    const places = row.state === "REQUESTED" ? await placesToDecide(actor, row) : null;
    const own = row.requestedById === actor.userId;
    views.push({
      id: row.id,
      reason: row.reason,
      state: row.state,
      requested: { name: row.requestedBy.name, at: row.requestedAt },
      decided: hand(row.decidedBy, row.decidedAt),
      parts: row._count.parts,
      mayDecide: places !== null,
      own,
      text: places !== null || own ? row.text : null,
      occurrences: places && (await occurrencesOf(organizationId, places)),
    });
  }
  return views;
}

/** The takedowns and redactions that an actor may decide on, those that wait longest first. */
export async function takingBackWaiting(actor: Actor): Promise<TakingBackLine[]> {
  const deciding = actor.memberships.filter(({ role }) => role !== "STAFF").map(({ organizationId }) => organizationId);
  const organizationId = { in: [...new Set(deciding)] };
  const policy = { include: { organization: { select: { nameJa: true, nameEn: true } } } } as const;
  const takedowns = await db().takedown.findMany({
    where: { policy: { organizationId }, state: { in: ["REQUESTED", "LIFT_REQUESTED"] } },
    include: { policy, ...handsOfTakedown },
  });
  const lines: TakingBackLine[] = [];
  for (const row of takedowns) {
    const item = await itemOfPolicy(db(), row.policyId, row.targetId);
    const subject = { ...row, organizationId: row.policy.organizationId, sectionId: item?.sectionId ?? null };
    if (!takedownMovesFor(actor, subject).some((move) => TAKEDOWN_MOVES[move].decides)) continue;
    const lift = row.state === "LIFT_REQUESTED";
    lines.push({
      kind: lift ? "lift" : "takedown",
      ...{
        id: row.id,
        policyId: row.policyId,
        organization: row.policy.organization,
        fiscalYear: row.policy.fiscalYear,
      },
      target: { type: row.targetType, code: item?.code ?? "" },
      requested: (lift ? hand(row.liftAskedBy, row.liftAskedAt) : null) ?? {
        name: row.requestedBy.name,
        at: row.requestedAt,
      },
    });
  }
  const redactions = await db().redactionRequest.findMany({
    where: { organizationId, state: "REQUESTED" },
    include: {
      ...people,
      organization: {
        select: { nameJa: true, nameEn: true, policies: { orderBy: { fiscalYear: "desc" }, take: 1 } },
      },
    },
  });
  for (const row of redactions) {
    const [newest] = row.organization.policies;
    if (!newest || !confirmingPost(actor, row.organizationId, null, row.requestedById)) continue;
    lines.push({
      ...{ kind: "redaction", id: row.id, policyId: newest.id, organization: row.organization, target: null },
      fiscalYear: newest.fiscalYear,
      requested: { name: row.requestedBy.name, at: row.requestedAt },
    });
  }
  return lines.sort((a, b) => a.requested.at.getTime() - b.requested.at.getTime());
}

/** The released policies of the organisations in which an actor works, the newest year first. */
export async function takeablePolicies(actor: Actor) {
  const organizationId = {
    in: actor.memberships
      .map((membership) => membership.organizationId)
      .filter((id) =>
        (["STAFF", "COORDINATOR", "MANAGER"] as const).some((role) => holdsRoleAnywhere(actor, role, id)),
      ),
  };
  return db().policy.findMany({
    where: { organizationId, currentEditionId: { not: null } },
    select: { id: true, fiscalYear: true, organization: { select: { nameJa: true, nameEn: true } } },
    orderBy: [{ fiscalYear: "desc" }, { organizationId: "asc" }],
  });
}
