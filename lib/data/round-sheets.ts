import { randomUUID } from "node:crypto";
import type { Prisma } from "../../prisma/client/client.ts";
import type { Actor } from "../domain/actor.ts";
import { evaluationPhase } from "../domain/edition.ts";
import { evaluationsOf, formOf } from "../domain/forms/catalogue.ts";
import type { EvaluationPhase, TargetType } from "../domain/forms/form.ts";
import { moveEvent } from "./carry-out.ts";
import type { Transaction } from "./db.ts";
import type { EventInput } from "./events.ts";

/** Which targets a round has sheets for, and the starting of those sheets. */

type TargetColumn = Pick<
  Prisma.SubmissionUncheckedCreateInput,
  "targetPolicyId" | "issueId" | "strategyId" | "initiativeId" | "reformItemId"
>;

export function targetColumn(type: TargetType, id: string): TargetColumn {
  switch (type) {
    case "policy":
      return { targetPolicyId: id };
    case "issue":
      return { issueId: id };
    case "strategy":
      return { strategyId: id };
    case "initiative":
      return { initiativeId: id };
    case "reformItem":
      return { reformItemId: id };
  }
}

/** A target for which a form asks a sheet, with the section that answers for it. */
export interface AskedTarget {
  readonly type: TargetType;
  readonly id: string;
  readonly sectionId: string | null;
}

/** Every target of a policy for which its form asks a sheet in a phase. */
export async function targetsOf(
  tx: Transaction,
  policyId: string,
  formId: string,
  phase: EvaluationPhase,
): Promise<AskedTarget[]> {
  const where = { where: { policyId, removedInId: null }, select: { id: true, sectionId: true } };
  const rows: Record<TargetType, { id: string; sectionId: string | null }[]> = {
    policy: [{ id: policyId, sectionId: null }],
    issue: await tx.issue.findMany(where),
    strategy: await tx.strategy.findMany(where),
    initiative: await tx.initiative.findMany(where),
    reformItem: await tx.reformItem.findMany(where),
  };
  return evaluationsOf(formOf(formId))
    .filter((evaluation) => evaluation.phase === phase)
    .flatMap(({ type }) => rows[type].map((row) => ({ type, ...row })));
}

const targetIds = {
  targetPolicyId: true,
  issueId: true,
  strategyId: true,
  initiativeId: true,
  reformItemId: true,
} as const satisfies Prisma.SubmissionSelect;

/** The targets that the form asks for and that have no sheet in the round: those that a later release added. */
export async function targetsWithoutSheet(
  tx: Transaction,
  round: { readonly id: string; readonly policyId: string; readonly phase: EvaluationPhase; readonly formId: string },
): Promise<AskedTarget[]> {
  const rows = await tx.submission.findMany({
    where: { roundId: round.id, state: { not: "DISCARDED" } },
    select: targetIds,
  });
  const started = new Set(rows.flatMap((row) => Object.values(row)));
  const asked = await targetsOf(tx, round.policyId, round.formId, round.phase);
  return asked.filter((target) => !started.has(target.id));
}

/** Starts a sheet for each target and returns the events that tell of it. The chain is locked already. */
export async function startSheets(
  tx: Transaction,
  actor: Actor,
  of: {
    readonly roundId: string;
    readonly phase: EvaluationPhase;
    readonly policy: { readonly id: string; readonly organizationId: string; readonly currentEditionId: string | null };
  },
  targets: readonly AskedTarget[],
  now: Date,
): Promise<EventInput[]> {
  const { roundId, phase, policy } = of;
  const sheets = targets.map((target) => ({
    row: { id: randomUUID() as string, policy },
    column: targetColumn(target.type, target.id),
    sectionIds: [target.sectionId],
  }));
  await tx.submission.createMany({
    data: sheets.map(({ row, column }) => ({
      id: row.id,
      policyId: policy.id,
      phase,
      roundId,
      ...column,
      state: "DRAFT" as const,
      baseEditionId: policy.currentEditionId,
    })),
  });
  const detail = { from: null, to: "DRAFT", phase, round: roundId };
  return sheets.map((sheet) => moveEvent(actor, "start", sheet, now, detail));
}

/** The phases for which a form asks sheets, in the order of the year. */
export function phasesOf(formId: string): EvaluationPhase[] {
  const asked = new Set(evaluationsOf(formOf(formId)).map(({ phase }) => phase));
  return evaluationPhase.options.filter((phase) => asked.has(phase));
}
