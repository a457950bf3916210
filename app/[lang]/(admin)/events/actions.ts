"use server";

import { verifyNow } from "@/lib/data/event-log.ts";
import { answerForm } from "@/lib/web/form-action.ts";
import type { FormState } from "@/lib/web/form-state.ts";

/** Checks the whole archive and comes back with what it found. */
export async function verify(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor) => ({ verdict: await verifyNow(actor) }));
}
