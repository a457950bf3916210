"use server";

import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { approveMany, type ChosenSheet, chosenSheet } from "@/lib/data/deciding.ts";
import { lookLater } from "@/lib/data/later-looks.ts";
import { linesOf } from "@/lib/data/waiting.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState, pickName } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { readDecision } from "@/lib/web/typed-decision.ts";

const envelope = z.object({ [ENVELOPE.key]: z.uuid() });
const PICK = pickName("");

/** Approves everything that was picked, each on its own, and says what became of each. */
export async function approvePicked(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const chosen = Object.entries(typed).flatMap(([name, value]) => (name.startsWith(PICK) ? [readChosen(value)] : []));
    if (chosen.length === 0) throw new Refusal("nothing-picked");
    const decision = readDecision(typed);
    if ("problems" in decision) return decision;
    const lines = await linesOf(
      actor,
      chosen.map(({ submissionId }) => submissionId),
    );
    const words = await getTranslations({ locale: languageOf(typed) });
    const results = await approveMany(actor, { chosen, key: read.data[ENVELOPE.key], ...decision });
    return {
      results: results.map(({ submissionId, refusal }) => {
        const line = lines.find(({ id }) => id === submissionId);
        const target = line ? `${words(`targets.${line.target.type}`)} ${line.target.code ?? ""}` : "";
        return { id: submissionId, label: `${target} ${line?.target.title ?? ""}`.trim(), refusal };
      }),
    };
  });
}

function readChosen(value: string): ChosenSheet {
  try {
    return chosenSheet.parse(JSON.parse(value));
  } catch {
    throw new Refusal("invalid-draft");
  }
}

const looking = z.object({ [ENVELOPE.key]: z.uuid(), [ENVELOPE.submission]: z.uuid() });

/** The holder of a post says that they looked at what a deputy decided. */
export async function lookedLater(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = looking.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const submissionId = read.data[ENVELOPE.submission];
    await lookLater(actor, { submissionId, key: read.data[ENVELOPE.key] });
    return { to: submissionPath(languageOf(typed), submissionId, "later-look") };
  });
}
