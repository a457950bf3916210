import { randomUUID } from "node:crypto";
import { type Actor, belongsTo } from "../domain/actor.ts";
import { commentPart } from "../domain/edition.ts";
import { type CalendarDate, calendarDate } from "../domain/fiscal-year.ts";
import { type EvaluationPhase, type Phase, sheetKey } from "../domain/forms/form.ts";
import { isFinal } from "../domain/formulation.ts";
import { type Relation, relationOf, whyNot } from "../domain/lifecycle.ts";
import { Refusal } from "../domain/refusal.ts";
import { datesInOrder } from "../domain/round-view.ts";
import { type Moved, type MoveInput, moveEvent, writeVersion } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { appendEvents, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { readManifest, writeParts } from "./parts.ts";
import { formulatedIn, partsOf, reachPolicy, reachSubmission } from "./reach.ts";
import { roundEvent } from "./round-change.ts";
import { phasesOf, startSheets, targetColumn, targetsOf } from "./round-sheets.ts";

/** The moves that begin a submission: a Revision, a round's sheets, a released sheet taken up again. */

/** Starts a Revision of a policy, based on its current Edition (none yet: its first formulation). */
export async function startRevision(
  actor: Actor,
  input: { readonly policyId: string; readonly key: string },
  clock: Clock = systemClock,
): Promise<Moved> {
  const { key, ...request } = input;
  return once(actor, key, { move: "start", ...request }, async (tx) => {
    const now = clock();
    const policy = await reachPolicy(actor, input.policyId, tx);
    const relation = relationTo(actor, policy.organizationId, "PLAN");
    // Several Revisions may be open; a release takes at most one.
    refuseUnless("start", "PLAN", relation, { "none-open": true });

    const chain = await lockChain(tx, policy.organizationId);
    const id = randomUUID();
    await tx.submission.create({
      data: {
        id,
        policyId: policy.id,
        phase: "PLAN",
        targetPolicyId: policy.id,
        state: "DRAFT",
        baseEditionId: policy.currentEditionId,
      },
    });
    const row = { id, policy };
    const detail = { from: null, to: "DRAFT", phase: "PLAN" };
    await appendEvents(tx, chain, [moveEvent(actor, "start", { row, sectionIds: [null] }, now, detail)]);
    return { outcome: { submissionId: id, state: "DRAFT", lockVersion: 0, versionHash: null }, submissionId: id };
  });
}

/**
 * Opens a round (mid-year review or self-evaluation) and starts a sheet for every target that the form asks for.
 * Refuses (`already-exists`) a second round of a phase, (`wrong-state`) a plan of which nothing final was released, and
 * (`invalid-draft`) dates out of order or a phase for which the form asks nothing.
 */
export async function openRound(
  actor: Actor,
  input: {
    readonly policyId: string;
    readonly phase: EvaluationPhase;
    readonly opensOn: CalendarDate;
    readonly dueOn: CalendarDate;
    readonly plannedReleaseOn: CalendarDate;
    readonly key: string;
  },
  clock: Clock = systemClock,
): Promise<{ roundId: string; sheets: number }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "start", ...request }, async (tx) => {
    const now = clock();
    const policy = await reachPolicy(actor, input.policyId, tx);
    const relation = relationTo(actor, policy.organizationId, input.phase);
    refuseUnless("start", input.phase, relation, { "none-open": true });
    if (!isFinal(formulatedIn(policy))) throw new Refusal("wrong-state");
    const { policyId, phase } = input;
    if (!datesInOrder(input) || !phasesOf(policy.formId).includes(phase)) throw new Refusal("invalid-draft");
    // Locked before looking, so that of two who open it at once the second sees the first's.
    const chain = await lockChain(tx, policy.organizationId);
    if (await tx.round.findFirst({ where: { policyId, phase } })) throw new Refusal("already-exists");

    const dates = {
      opensOn: toDatabaseDate(calendarDate.parse(input.opensOn)),
      dueOn: toDatabaseDate(calendarDate.parse(input.dueOn)),
      plannedReleaseOn: toDatabaseDate(calendarDate.parse(input.plannedReleaseOn)),
    };
    const round = await tx.round.create({ data: { policyId, phase, ...dates } });
    const targets = await targetsOf(tx, policy.id, policy.formId, phase);
    const sheets = await startSheets(tx, actor, { roundId: round.id, phase, policy }, targets, now);
    const of = { organizationId: policy.organizationId, roundId: round.id };
    const { opensOn, dueOn, plannedReleaseOn } = input;
    const opened = roundEvent(actor, "open", of, { phase, opensOn, dueOn, plannedReleaseOn }, now);
    await appendEvents(tx, chain, [...sheets, opened]);
    return { outcome: { roundId: round.id, sheets: targets.length }, submissionId: null };
  });
}

/**
 * Takes a released sheet up again as a new draft that begins with the released text, which stays public until the
 * next release. `input.submissionId` is the released submission.
 */
export async function reopen(
  actor: Actor,
  input: MoveInput & { readonly comment: string },
  clock: Clock = systemClock,
): Promise<Moved> {
  const { key, ...request } = input;
  return once(actor, key, { move: "reopen", ...request }, async (tx) => {
    const now = clock();
    const reached = await reachSubmission(actor, input.submissionId, tx);
    const { row, relation, target } = reached;
    const comment = commentPart.safeParse({ type: "comment", comment: input.comment.trim() });
    const column = targetColumn(target.type, target.id);
    // Locked before looking, so that of two who reopen it at once the second sees the first's.
    const chain = await lockChain(tx, row.policy.organizationId);
    const open = await tx.submission.count({
      where: { phase: row.phase, ...column, state: { notIn: ["RELEASED", "DISCARDED"] } },
    });
    const holds = { evaluation: row.phase !== "PLAN", "none-open": open === 0, comment: comment.success };
    refuseUnless("reopen", row.phase, relation, holds, row.state);
    if (row.lockVersion !== input.lockVersion) throw new Refusal("stale-lock");

    const id = randomUUID();
    await tx.submission.create({
      data: {
        id,
        policyId: row.policyId,
        phase: row.phase,
        roundId: row.roundId,
        ...column,
        state: "DRAFT",
        lockVersion: 1,
        baseEditionId: row.policy.currentEditionId,
        startedFromId: row.id,
        contributors: { create: { userId: actor.userId } },
      },
    });
    // What the public reads now is what is taken up again, also where a later submission replaced this one's text.
    const name = sheetKey(target, row.phase as EvaluationPhase);
    const released = partsOf(row.policy.currentEdition)[name];
    const known = released ? { [name]: released } : {};
    const of = { submissionId: id, number: 1, authorId: actor.userId, occurredAt: now };
    const version = await writeVersion(tx, chain, of, await readManifest(known, tx), known);
    await tx.submission.update({ where: { id }, data: { headVersionId: version.id } });
    const [reason = null] = comment.success ? await writeParts(tx, [comment.data]) : [];
    const detail = { from: row.state, to: "DRAFT", version: version.hash, comment: reason, startedFrom: row.id };
    await appendEvents(tx, chain, [moveEvent(actor, "reopen", { ...reached, row: { ...row, id } }, now, detail)]);
    return {
      outcome: { submissionId: id, state: "DRAFT", lockVersion: 1, versionHash: version.hash },
      submissionId: id,
    };
  });
}

function relationTo(actor: Actor, organizationId: string, phase: Phase): Relation {
  if (!belongsTo(actor, organizationId)) throw new Refusal("not-found");
  return relationOf(actor, { organizationId, phase, sectionIds: [null], contributorIds: [], approverId: null });
}

function refuseUnless(
  move: "start" | "reopen",
  phase: Phase,
  relation: Relation,
  holds: Parameters<typeof whyNot>[1]["holds"],
  state: Parameters<typeof whyNot>[1]["state"] = null,
): void {
  const reason = whyNot(move, { phase, state, relation, holds });
  if (reason) throw new Refusal(reason);
}
