"use server";

import { z } from "zod";
import { assignSections } from "@/lib/data/revisions.ts";
import { revisionPart } from "@/lib/domain/edition.ts";
import type { Problem, Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { isStorable, lengthOf } from "@/lib/domain/text.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { branchName, chosenIds, itemName, ROUND_FIELDS, requiredDate } from "@/lib/web/round-fields.ts";

const envelope = z.object({
  [ENVELOPE.key]: z.uuid(),
  [ROUND_FIELDS.policy]: z.uuid(),
  [ROUND_FIELDS.assigned]: z.union([z.literal(""), z.literal("none"), z.uuid()]).default(""),
});

const REASON_LENGTH = 4000;

/** Makes the draft of a Revision in which a section answers for the chosen items, and leads to it. */
export async function assignAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const { [ENVELOPE.key]: key, [ROUND_FIELDS.policy]: policyId, [ROUND_FIELDS.assigned]: assigned } = read.data;
    const itemIds = chosenIds(typed, itemName);
    const branchIds = chosenIds(typed, branchName);
    const problems: Problem[] = [];
    if (itemIds.length + branchIds.length === 0) problems.push({ field: ROUND_FIELDS.items, code: "required" });
    if (assigned === "") problems.push({ field: ROUND_FIELDS.assigned, code: "required" });
    const reason = readReason(typed, problems);
    const effectiveOn = requiredDate(typed, ROUND_FIELDS.effectiveOn);
    if ("problem" in effectiveOn) problems.push(effectiveOn.problem);
    if (problems.length > 0 || "problem" in effectiveOn) return { problems };

    const revision = revisionPart.parse({ type: "revision", kind: "AMENDMENT", reason, effectiveOn: effectiveOn.date });
    const sectionId = assigned === "none" ? null : assigned;
    const { submissionId } = await assignSections(actor, { policyId, itemIds, branchIds, sectionId, revision, key });
    return { to: submissionPath(languageOf(typed), submissionId, "save") };
  });
}

/** The reason as typed; what is wrong with it joins the problems. */
function readReason(typed: Typed, problems: Problem[]): string {
  const field = ROUND_FIELDS.reason;
  const reason = (typed[field] ?? "").replaceAll("\r\n", "\n").trim();
  if (reason === "") problems.push({ field, code: "required" });
  else if (!isStorable(reason)) problems.push({ field, code: "characters" });
  else if (lengthOf(reason) > REASON_LENGTH) problems.push({ field, code: "too-long", limit: REASON_LENGTH });
  return reason;
}
