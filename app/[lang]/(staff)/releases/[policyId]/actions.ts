"use server";

import type { Route } from "next";
import { z } from "zod";
import { cancelRelease } from "@/lib/data/scheduled.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { releasePath } from "@/lib/web/paths.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid(), _release: z.uuid(), _policy: z.uuid() });

/** Takes a scheduled release back before its time. */
export async function cancelReleaseAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const { releaseId } = await cancelRelease(actor, { releaseId: read.data._release, key: read.data[ENVELOPE.key] });
    return { to: `${releasePath(languageOf(typed), read.data._policy)}?cancelled=${releaseId}` as Route };
  });
}
