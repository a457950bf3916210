"use server";

import { z } from "zod";
import { startFromLastYear } from "@/lib/data/copying.ts";
import { TARGETS } from "@/lib/domain/next-year.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { planPath } from "@/lib/web/paths.ts";
import { chosenIds, itemName, ROUND_FIELDS } from "@/lib/web/round-fields.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid(), [ROUND_FIELDS.policy]: z.uuid(), targets: z.enum(TARGETS) });

/** Begins a policy with the chosen items of the year before, and leads to where it is written. */
export async function copyAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    const itemIds = z.array(z.uuid()).safeParse(chosenIds(typed, itemName));
    if (!read.success || !itemIds.success) throw new Refusal("invalid-draft");
    const { [ENVELOPE.key]: key, [ROUND_FIELDS.policy]: policyId, targets } = read.data;
    const { submissionId } = await startFromLastYear(actor, { policyId, itemIds: itemIds.data, targets, key });
    return { to: planPath(languageOf(typed), submissionId) };
  });
}
