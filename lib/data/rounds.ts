import type { Actor } from "../domain/actor.ts";
import { commentPart } from "../domain/edition.ts";
import { type CalendarDate, calendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import { Refusal } from "../domain/refusal.ts";
import { datesInOrder, ROUND_DATES, type RoundDates } from "../domain/round-view.ts";
import { type Clock, systemClock } from "./clock.ts";
import { concludedPhases } from "./concluding.ts";
import { toDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { notify } from "./outbox.ts";
import { writeParts } from "./parts.ts";
import { itemOf, reachSubmission } from "./reach.ts";
import { writersOf } from "./reminders.ts";
import { changeRound, type ReachedRound, type RoundInput, roundEvent } from "./round-change.ts";
import { startSheets, targetsWithoutSheet } from "./round-sheets.ts";

/**
 * What a coordinator does with a round that is open: its dates, its end, its late sheets. Opening one is in starts.ts,
 * looking at one in boards.ts. Everything here is for coordinators of its organisation and leaves an event on the round.
 */

/** Gives a round other dates. Refuses dates out of order (`invalid-draft`) and a concluded round (`wrong-state`). */
export async function changeDates(
  actor: Actor,
  input: RoundInput & RoundDates,
  clock: Clock = systemClock,
): Promise<{ roundId: string }> {
  return changeRound(actor, "dates", input, clock, async ({ tx, round }) => {
    if (!datesInOrder(input)) throw new Refusal("invalid-draft");
    await refuseConcluded(tx, round);
    const days = ROUND_DATES.map((name) => [name, input[name]] as const);
    await tx.round.update({
      where: { id: round.id },
      data: Object.fromEntries(days.map(([name, day]) => [name, toDatabaseDate(day)])),
    });
    return { detail: Object.fromEntries(days) };
  });
}

/**
 * Closes a round: from now on a sheet is submitted only with a late permit. Refuses (`wrong-state`) one that is closed.
 */
export async function closeRound(
  actor: Actor,
  input: RoundInput,
  clock: Clock = systemClock,
): Promise<{ roundId: string }> {
  return changeRound(actor, "close", input, clock, async ({ tx, round, now }) => {
    if (round.closedAt) throw new Refusal("wrong-state");
    await tx.round.update({ where: { id: round.id }, data: { closedAt: now } });
    return { detail: { edition: null } };
  });
}

/** Takes the closing of a round back. Refuses (`wrong-state`) one that is open, or that a release concluded. */
export async function openRoundAgain(
  actor: Actor,
  input: RoundInput,
  clock: Clock = systemClock,
): Promise<{ roundId: string }> {
  return changeRound(actor, "open-again", input, clock, async ({ tx, round }) => {
    if (!round.closedAt) throw new Refusal("wrong-state");
    await refuseConcluded(tx, round);
    await tx.round.update({ where: { id: round.id }, data: { closedAt: null } });
    return { detail: {} };
  });
}

/**
 * Starts sheets for targets that a later release added to the plan. Refuses (`wrong-state`) where none is missing or
 * the round is closed.
 */
export async function addMissingSheets(
  actor: Actor,
  input: RoundInput,
  clock: Clock = systemClock,
): Promise<{ roundId: string }> {
  return changeRound(actor, "add-sheets", input, clock, async ({ tx, round, now }) => {
    const { policy, phase } = round;
    const missing = await targetsWithoutSheet(tx, { ...round, phase, formId: policy.formId });
    if (round.closedAt || missing.length === 0) throw new Refusal("wrong-state");
    const before = await startSheets(tx, actor, { roundId: round.id, phase, policy }, missing, now);
    return { detail: { sheets: missing.length }, before };
  });
}

/**
 * Lets one sheet be submitted after its round has closed, up to and including a day. Refuses a sheet that is released,
 * given up or a Revision (`wrong-state`), a day that is past (`invalid-draft`), and a permit without a reason
 * (`comment-required`).
 */
export async function grantPermit(
  actor: Actor,
  input: {
    readonly submissionId: string;
    readonly untilOn: CalendarDate;
    readonly reason: string;
    readonly key: string;
  },
  clock: Clock = systemClock,
): Promise<{ submissionId: string; untilOn: CalendarDate }> {
  const { key, ...request } = input;
  return once(actor, key, { move: "permit", ...request }, async (tx) => {
    const now = clock();
    const { row, relation, target } = await reachSubmission(actor, input.submissionId, tx);
    if (!relation.coordinator) throw new Refusal("not-allowed");
    if (!row.roundId || row.state === "RELEASED" || row.state === "DISCARDED") throw new Refusal("wrong-state");
    const until = calendarDate.safeParse(input.untilOn);
    if (!until.success || until.data < tokyoDate(now)) throw new Refusal("invalid-draft");
    const reason = commentPart.safeParse({ type: "comment", comment: input.reason.trim() });
    if (!reason.success) throw new Refusal("comment-required");

    const chain = await lockChain(tx, row.policy.organizationId);
    const [reasonHash = ""] = await writeParts(tx, [reason.data]);
    const permit = await tx.latePermit.create({
      data: {
        submissionId: row.id,
        untilOn: toDatabaseDate(until.data),
        reasonHash,
        grantedById: actor.userId,
        grantedAt: now,
      },
    });
    const detail = { submission: row.id, permit: permit.id, until: until.data, reason: reasonHash };
    const of = { organizationId: row.policy.organizationId, roundId: row.roundId };
    await appendEvents(tx, chain, [roundEvent(actor, "permit", of, detail, now)]);
    await notify(
      tx,
      (await writersOf(tx, of.organizationId, itemOf(row)?.sectionId ?? null, tokyoDate(now))).map((userId) => ({
        key: `permit:${permit.id}:${userId}`,
        userId,
        kind: "permitted" as const,
        subjectType: "submission",
        subjectId: row.id,
        detail: { phase: row.phase, target: target.type, code: itemOf(row)?.code ?? null, due: until.data },
        urgent: false,
        createdAt: now,
      })),
    );
    return { outcome: { submissionId: row.id, untilOn: until.data }, submissionId: row.id };
  });
}

async function refuseConcluded(tx: Transaction, round: ReachedRound): Promise<void> {
  if ((await concludedPhases(tx, round.policyId)).includes(round.phase)) throw new Refusal("wrong-state");
}
