import type { Moved, MoveInput } from "@/lib/data/carry-out.ts";
import { saveSheet, submit } from "@/lib/data/moves.ts";
import { findSubmission } from "@/lib/data/submissions.ts";
import { versionValues } from "@/lib/data/version-values.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import { missingFields, readSheet, type SheetValues, type Typed, typedOf } from "@/lib/domain/forms/sheet.ts";
import { mergeSheets } from "@/lib/domain/merge.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import type { SubmissionView } from "@/lib/domain/submission-view.ts";
import { ENVELOPE, type FormState, type Writing } from "@/lib/web/form-state.ts";

/** How often a save that was overtaken is merged again before its writer is asked to press once more. */
const ATTEMPTS = 5;

/**
 * Saves what was typed and, if asked, submits it. What cannot be submitted yet is saved all the same. Where somebody
 * saved since the form was drawn, both are merged: saved if nothing conflicts, else brought back with every text.
 */
export async function write(
  actor: Actor,
  intent: "save" | "submit",
  input: MoveInput,
  typed: Typed,
): Promise<Partial<FormState> | null> {
  const view = await findSubmission(actor, input.submissionId);
  if (view.phase === "PLAN") {
    // A Revision is written elsewhere; from its page it is only submitted, as it was saved.
    if (intent === "save") throw new Refusal("invalid-draft");
    await submit(actor, input);
    return null;
  }
  const fields = fieldsOf(view.formId, view.target.type, view.phase);
  const { values, problems } = readSheet(fields, typed, view.plan);
  if (problems.length > 0) return { problems };
  const writings = (typed[ENVELOPE.writings] ?? "").split(" ").filter(Boolean).slice(0, 5);

  const saved = await saveAsDrawn(actor, input, typed, view, values, writings);
  if (!saved) return saveMerged(actor, intent, input, typed, values, writings);
  if (intent === "save") return null;
  const writing: Writing = {
    saved: true,
    base: saved.versionHash,
    lockVersion: saved.lockVersion,
    typed,
    conflicts: [],
    taken: [],
    authors: [],
  };
  // Said before the table is asked, so that an empty sheet answers with what it lacks, whoever presses first.
  const missing = missingFields(fields, values, view.plan);
  if (missing.length > 0) return { refusal: saved.versionHash ? "incomplete" : null, problems: missing, writing };
  try {
    await submit(actor, { ...input, lockVersion: saved.lockVersion });
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.code, writing };
    throw error;
  }
}

/** Saves what was typed over what it was typed over; null where that is not the latest any more. */
async function saveAsDrawn(
  actor: Actor,
  input: MoveInput,
  typed: Typed,
  view: SubmissionView,
  values: SheetValues,
  writings: readonly string[],
): Promise<Moved | null> {
  const base = typed[ENVELOPE.base];
  // Text that was kept for longer than a Version comes in a form that was drawn just now.
  if (view.lockVersion === input.lockVersion && base !== undefined && base !== (view.head?.hash ?? "")) return null;
  try {
    return await saveSheet(actor, { ...input, key: `${input.key}-save`, values, writings });
  } catch (error) {
    if (error instanceof Refusal && (error.code === "stale-lock" || error.code === "key-reused")) return null;
    throw error;
  }
}

async function saveMerged(
  actor: Actor,
  intent: "save" | "submit",
  input: MoveInput,
  typed: Typed,
  values: SheetValues,
  writings: readonly string[],
): Promise<Partial<FormState> | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const view = await findSubmission(actor, input.submissionId);
    const before = await versionValues(actor, input.submissionId, typed[ENVELOPE.base] || null);
    const { merged, conflicts, taken } = mergeSheets(before.values, values, view.values);
    const fields = fieldsOf(view.formId, view.target.type, view.phase);
    const mine = conflicts.flatMap(({ field, mine }) =>
      fields.filter(({ key }) => key === field).map((one) => typedOf(one, mine)),
    );
    const shown: Typed = Object.assign({}, ...fields.map((field) => typedOf(field, merged[field.key])), ...mine);
    const answer = { typed: shown, conflicts, taken, authors: before.authorsSince };
    if (conflicts.length > 0 && view.moves.includes("save")) {
      return { writing: { ...answer, saved: false, base: view.head?.hash ?? null, lockVersion: view.lockVersion } };
    }
    try {
      const now = { ...input, lockVersion: view.lockVersion, key: `${input.key}-merge-${view.lockVersion}` };
      const saved = await saveSheet(actor, { ...now, values: merged, writings });
      if (intent === "save" && taken.length === 0) return null;
      // Nobody submits what they have not seen: what was merged is shown first.
      return { writing: { ...answer, saved: true, base: saved.versionHash, lockVersion: saved.lockVersion } };
    } catch (error) {
      if (!(error instanceof Refusal && (error.code === "stale-lock" || error.code === "key-reused"))) throw error;
    }
  }
  throw new Refusal("stale-lock");
}
