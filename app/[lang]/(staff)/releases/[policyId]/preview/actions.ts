"use server";

import type { Route } from "next";
import { z } from "zod";
import { release } from "@/lib/data/releases.ts";
import { scheduleRelease } from "@/lib/data/scheduled.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { releasePath } from "@/lib/web/paths.ts";
import { readReleaseFields } from "@/lib/web/release-fields.ts";
import { readHappenedOn, readReleaseTime } from "@/lib/web/release-time.ts";
import { readDecision } from "@/lib/web/typed-decision.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid() });

/**
 * Releases exactly what the preview showed, as the policy's next Edition: now, at the time that was typed, or (of a past
 * year) as of the day that was typed.
 */
export async function releaseAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    const fields = readReleaseFields(typed);
    if (!read.success || !fields) throw new Refusal("invalid-draft");
    const scheduled = typed[ENVELOPE.intent] === "schedule";
    const time = scheduled ? readReleaseTime(typed, new Date()) : null;
    const past = typed[ENVELOPE.intent] === "backdate" ? readHappenedOn(typed) : null;
    const decision = readDecision(typed);
    const problems = [decision, time ?? {}, past ?? {}].flatMap((part) => ("problems" in part ? part.problems : []));
    if (problems.length > 0 || "problems" in decision) return { problems };
    const happened = past && "happenedOn" in past ? past : {};
    const input = { ...fields, ...decision, ...happened, key: read.data[ENVELOPE.key] };
    const page = releasePath(languageOf(typed), fields.policyId);
    if (time && "releaseAt" in time) {
      const { releaseId } = await scheduleRelease(actor, { ...input, releaseAt: time.releaseAt });
      return { to: `${page}?scheduled=${releaseId}` as Route };
    }
    const { number } = await release(actor, input);
    return { to: `${page}?released=${number}` as Route };
  });
}
