import type { Actor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { type EvaluationPhase, sheetKey } from "../domain/forms/form.ts";
import type { SheetValues } from "../domain/forms/sheet.ts";
import { Refusal } from "../domain/refusal.ts";
import { db } from "./db.ts";
import { readManifest } from "./parts.ts";
import { partsOf, reachSubmission } from "./reach.ts";

/**
 * What an evaluation's Version said, and who saved after it, each once in the order of their Versions. `hash` null:
 * before the first Version, when the sheet was empty. Refuses a hash that is none of its Versions (`invalid-draft`).
 */
export async function versionValues(
  actor: Actor,
  submissionId: string,
  hash: Hash | null,
): Promise<{ values: SheetValues; authorsSince: string[] }> {
  const { row, target } = await reachSubmission(actor, submissionId);
  const version = hash === null ? null : await db().version.findFirst({ where: { submissionId: row.id, hash } });
  if (hash !== null && !version) throw new Refusal("invalid-draft");
  const since = await db().version.findMany({
    where: { submissionId: row.id, number: { gt: version?.number ?? 0 } },
    select: { author: { select: { name: true } } },
    orderBy: { number: "asc" },
  });
  const sheet = (await readManifest(partsOf(version))).get(sheetKey(target, row.phase as EvaluationPhase));
  return {
    values: sheet?.type === "sheet" ? sheet.values : {},
    authorsSince: [...new Set(since.map(({ author }) => author.name))],
  };
}
