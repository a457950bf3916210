import { type EvaluationPhase, sheetKey, type Target, targetKey } from "../domain/forms/form.ts";
import type { SheetValues } from "../domain/forms/sheet.ts";
import type { SheetSources } from "../domain/submission-view.ts";
import { db, type Transaction } from "./db.ts";
import { readManifest } from "./parts.ts";
import { partsOf, type Reached } from "./reach.ts";
import { targetColumn } from "./round-sheets.ts";

/** The plan of a submission's target as its policy's current Edition has it; empty where no Edition holds the target. */
export async function planOf(
  { row, target }: Pick<Reached, "row" | "target">,
  tx: Transaction = db(),
): Promise<SheetValues> {
  return (await textsOf(row.policy.currentEdition, target, null, tx)).plan;
}

/**
 * What else is known of a submission's target, for whoever writes or decides it: this year's mid-year review while the
 * self-evaluation is written (as released, otherwise as far as it got), and last year's self-evaluation of the item that
 * this one continues. Whoever reached the submission may read these: they are the same organisation's.
 */
export async function sourcesOf(reached: Reached, tx: Transaction = db()): Promise<SheetSources> {
  if (reached.row.phase === "PLAN") return { midYear: null, lastYear: null };
  return { midYear: await midYearOf(reached, tx), lastYear: await lastYearOf(reached, tx) };
}

async function midYearOf({ row, target }: Reached, tx: Transaction): Promise<SheetValues | null> {
  if (row.phase !== "SELF_EVALUATION") return null;
  const phase = "MID_YEAR_REVIEW";
  const released = (await textsOf(row.policy.currentEdition, target, phase, tx)).sheet;
  if (released) return released;
  const open = await tx.submission.findFirst({
    where: {
      policyId: row.policyId,
      phase,
      ...targetColumn(target.type, target.id),
      state: { notIn: ["RELEASED", "DISCARDED"] },
    },
    include: { headVersion: true },
  });
  return open ? (await textsOf(open.headVersion, target, phase, tx)).sheet : null;
}

async function lastYearOf(reached: Reached, tx: Transaction): Promise<SheetSources["lastYear"]> {
  const { organizationId, fiscalYear } = reached.row.policy;
  const before = await tx.policy.findFirst({
    where: { organizationId, fiscalYear: fiscalYear - 1 },
    include: { currentEdition: true },
  });
  if (!before) return null;
  const id = reached.target.type === "policy" ? before.id : await predecessorOf(reached, tx);
  if (id === null) return null;
  const target = { type: reached.target.type, id };
  const { plan, sheet } = await textsOf(before.currentEdition, target, "SELF_EVALUATION", tx);
  return sheet && { fiscalYear: before.fiscalYear, values: sheet, plan };
}

async function predecessorOf({ row, target }: Reached, tx: Transaction): Promise<string | null> {
  const key = targetKey(target);
  const node = (await readManifest(named(row.policy.currentEdition, [key]), tx)).get(key);
  return (node && "predecessorIds" in node && node.predecessorIds[0]) || null;
}

/** A target's plan and sheet out of a Version or an Edition, whose other Parts are left unread. */
async function textsOf(
  held: { manifest: string } | null,
  target: Target,
  phase: EvaluationPhase | null,
  tx: Transaction,
): Promise<{ plan: SheetValues; sheet: SheetValues | null }> {
  const planKey = targetKey(target);
  const key = phase && sheetKey(target, phase);
  const parts = await readManifest(named(held, key ? [planKey, key] : [planKey]), tx);
  const node = parts.get(planKey);
  const sheet = key ? parts.get(key) : undefined;
  return {
    plan: node && "plan" in node ? node.plan : {},
    sheet: sheet?.type === "sheet" ? sheet.values : null,
  };
}

function named(held: { manifest: string } | null, keys: readonly string[]) {
  return Object.fromEntries(Object.entries(partsOf(held)).filter(([key]) => keys.includes(key)));
}
