"use server";

import { z } from "zod";
import { release } from "@/lib/data/releases.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { releasePath } from "@/lib/web/paths.ts";
import { readReleaseFields } from "@/lib/web/release-fields.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid() });

/** Releases exactly what the preview showed, as the policy's next Edition. */
export async function releaseAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    const fields = readReleaseFields(typed);
    if (!read.success || !fields) throw new Refusal("invalid-draft");
    const { number } = await release(actor, { ...fields, key: read.data[ENVELOPE.key] });
    return { to: `${releasePath(languageOf(typed), fields.policyId)}?released=${number}` as never };
  });
}
