import type { Actor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { type CommentPart, commentPart, type Part } from "../domain/edition.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { fieldsOf } from "../domain/forms/catalogue.ts";
import { type EvaluationPhase, sheetKey } from "../domain/forms/form.ts";
import { draftSchema, missingFields, type SheetValues } from "../domain/forms/sheet.ts";
import { nodesOf } from "../domain/plan-changes.ts";
import { planMissing } from "../domain/policy.ts";
import { dropSavedBuffer } from "./buffers.ts";
import { carryOut, type Moved, type MoveInput, type Prepared } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate } from "./dates.ts";
import type { Transaction } from "./db.ts";
import { nextVersion } from "./next-version.ts";
import { readManifest } from "./parts.ts";
import { isDescribed, partsOf, type Reached } from "./reach.ts";
import { planOf } from "./sources.ts";

/**
 * The only way in for whatever changes a submission. Each function is one move of docs/lifecycle.md; what begins a
 * submission is in starts.ts, what saves a Revision in revising.ts, what publishes in releases.ts, and all of them ask the same table. Each refuses with
 * a Refusal and then leaves everything as it was.
 */

/**
 * Saves an evaluation sheet as its next Version. Saving what is there already writes nothing. `writings` names the pages
 * whose kept text it contains: that is not kept any longer.
 */
export async function saveSheet(
  actor: Actor,
  input: MoveInput & { readonly values: SheetValues; readonly writings?: readonly string[] },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "save", input, clock, async (tx, { row, target }) => {
    const phase = row.phase;
    if (phase === "PLAN") return { holds: { "draft-valid": false } };
    const fields = fieldsOf(row.policy.formId, target.type, phase);
    const checked = draftSchema(fields).safeParse(input.values);
    if (!checked.success) return { holds: { "draft-valid": false } };
    const key = sheetKey(target, phase);
    const sheet: Part = { type: "sheet", target, phase, values: checked.data };
    await dropSavedBuffer(tx, actor, row.id, input.writings ?? []);
    return nextVersion(tx, row, new Map([[key, sheet]]), { "draft-valid": true, "own-items": true });
  });
}

/** Submits the latest Version for decision. */
export async function submit(actor: Actor, input: MoveInput, clock: Clock = systemClock): Promise<Moved> {
  return carryOut(actor, "submit", input, clock, async (tx, reached, now) => ({
    holds: { "round-open": roundIsOpen(reached.row, now), ...(await isComplete(tx, reached)) },
    columns: { submittedVersionId: reached.row.headVersionId },
    contributes: true,
  }));
}

/** Takes a submission back before anyone decided on it. */
export async function recall(actor: Actor, input: MoveInput, clock: Clock = systemClock): Promise<Moved> {
  return carryOut(actor, "recall", input, clock, async () => ({}));
}

/** Sends a submission back to its authors with a comment and, where useful, a remark beside each field. */
export async function returnToAuthors(
  actor: Actor,
  input: MoveInput & { readonly comment: string; readonly remarks?: Readonly<Record<string, string>> | undefined },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "return", input, clock, async () => commented(input));
}

/**
 * Approves the Version that the actor was shown, named by its hash; refuses (`stale-version`) if another one is
 * submitted. `decision` is the number and date of the city's own document system, where the legal decision is made.
 */
export async function approve(
  actor: Actor,
  input: MoveInput & { readonly versionHash: Hash; readonly decision?: CommentPart["decision"] },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "approve", input, clock, async (_tx, { row }) => ({
    holds: { "version-shown": row.submittedVersion?.hash === input.versionHash },
    columns: { approvedVersionId: row.submittedVersionId, approvedById: actor.userId },
    comment: input.decision ? commentPart.parse({ type: "comment", decision: input.decision }) : undefined,
  }));
}

/** Takes an approval back before release; the submission returns to its authors. */
export async function revoke(
  actor: Actor,
  input: MoveInput & { readonly comment: string },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "revoke", input, clock, async () => ({
    ...commented(input),
    columns: { approvedVersionId: null, approvedById: null },
  }));
}

/** Gives a submission up. It stays in the record; nothing is deleted. */
export async function discard(
  actor: Actor,
  input: MoveInput & { readonly comment: string },
  clock: Clock = systemClock,
): Promise<Moved> {
  return carryOut(actor, "discard", input, clock, async () => commented(input));
}

function commented(input: {
  readonly comment: string;
  readonly remarks?: Readonly<Record<string, string>> | undefined;
}): Prepared {
  const given = commentPart.safeParse({
    type: "comment",
    comment: input.comment.trim(),
    ...(input.remarks && Object.keys(input.remarks).length > 0 ? { remarks: input.remarks } : {}),
  });
  return given.success ? { holds: { comment: true }, comment: given.data } : { holds: { comment: false } };
}

/**
 * Whether a submission's round takes it now, or a late permit does. A Revision needs no round. Being past due closes
 * nothing.
 */
export function roundIsOpen(row: Pick<Reached["row"], "phase" | "round" | "permits">, now: Date): boolean {
  if (row.phase === "PLAN") return true;
  const today = tokyoDate(now);
  if (row.permits.some((permit) => fromDatabaseDate(permit.untilOn) >= today)) return true;
  return row.round !== null && row.round.closedAt === null && fromDatabaseDate(row.round.opensOn) <= today;
}

async function isComplete(
  tx: Transaction,
  { row, target }: Reached,
): Promise<{ complete: boolean; described: boolean }> {
  const parts = await readManifest(partsOf(row.headVersion), tx);
  if (row.phase !== "PLAN") {
    const sheet = parts.get(sheetKey(target, row.phase as EvaluationPhase));
    const values = sheet?.type === "sheet" ? sheet.values : null;
    const fields = fieldsOf(row.policy.formId, target.type, row.phase);
    const plan = await planOf({ row, target }, tx);
    return { complete: values !== null && missingFields(fields, values, plan).length === 0, described: true };
  }
  const nodes = nodesOf(parts);
  return {
    complete: nodes.length > 0 && planMissing(row.policy.formId, nodes).length === 0,
    described: isDescribed(row.policy, parts.get("revision")),
  };
}
