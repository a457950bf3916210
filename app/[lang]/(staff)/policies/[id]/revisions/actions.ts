"use server";

import { z } from "zod";
import { startRevision } from "@/lib/data/starts.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { planPath } from "@/lib/web/paths.ts";
import { ROUND_FIELDS } from "@/lib/web/round-fields.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid(), [ROUND_FIELDS.policy]: z.uuid() });

/** Begins a Revision of a policy, and leads to where it is written. */
export async function startAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const input = { policyId: read.data[ROUND_FIELDS.policy], key: read.data[ENVELOPE.key] };
    const { submissionId } = await startRevision(actor, input);
    return { to: planPath(languageOf(typed), submissionId) };
  });
}
