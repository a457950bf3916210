"use server";

import { z } from "zod";
import { remind } from "@/lib/data/reminders.ts";
import { addMissingSheets, changeDates, closeRound, grantPermit, openRoundAgain } from "@/lib/data/rounds.ts";
import { openRound } from "@/lib/data/starts.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { evaluationPhase } from "@/lib/domain/edition.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { Problem, Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { roundPath } from "@/lib/web/paths.ts";
import { ROUND_FIELDS, readDates, requiredDate } from "@/lib/web/round-fields.ts";

const envelope = z.object({
  [ENVELOPE.key]: z.uuid(),
  [ENVELOPE.intent]: z.enum(["open", "dates", "close", "open-again", "add-sheets", "permit", "remind"]),
});
const ofRound = z.object({ [ROUND_FIELDS.round]: z.uuid() });

/** Every button of the pages about rounds. What a button is called is what it does. */
export async function roundAction(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const key = read.data[ENVELOPE.key];
    const intent = read.data[ENVELOPE.intent];
    if (intent === "open") return open(actor, typed, key);
    if (intent === "permit") return permit(actor, typed, key);
    const named = ofRound.safeParse(typed);
    if (!named.success) throw new Refusal("invalid-draft");
    const input = { roundId: named.data[ROUND_FIELDS.round], key };
    if (intent === "dates") {
      const days = readDates(typed);
      if ("problems" in days) return days;
      await changeDates(actor, { ...input, ...days.dates });
    }
    if (intent === "close") await closeRound(actor, input);
    if (intent === "open-again") await openRoundAgain(actor, input);
    if (intent === "add-sheets") await addMissingSheets(actor, input);
    if (intent === "remind") await remind(actor, { ...input, ...readSection(typed) });
    return { to: roundPath(languageOf(typed), input.roundId, { done: intent }) };
  });
}

const ofPolicy = z.object({ [ROUND_FIELDS.policy]: z.uuid(), [ENVELOPE.phase]: evaluationPhase });

async function open(actor: Actor, typed: Typed, key: string): Promise<Answer> {
  const named = ofPolicy.safeParse(typed);
  if (!named.success) throw new Refusal("invalid-draft");
  const days = readDates(typed);
  if ("problems" in days) return days;
  const of = { policyId: named.data[ROUND_FIELDS.policy], phase: named.data[ENVELOPE.phase] };
  const { roundId } = await openRound(actor, { ...of, ...days.dates, key });
  return { to: roundPath(languageOf(typed), roundId, { done: "open" }) };
}

const ofSheet = z.object({ [ROUND_FIELDS.round]: z.uuid(), [ENVELOPE.submission]: z.uuid() });

async function permit(actor: Actor, typed: Typed, key: string): Promise<Answer> {
  const named = ofSheet.safeParse(typed);
  if (!named.success) throw new Refusal("invalid-draft");
  const until = requiredDate(typed, ROUND_FIELDS.untilOn);
  const reason = (typed[ROUND_FIELDS.reason] ?? "").replaceAll("\r\n", "\n");
  const problems: Problem[] = "problem" in until ? [until.problem] : [];
  if ("date" in until && until.date < tokyoDate(new Date())) {
    problems.push({ field: ROUND_FIELDS.untilOn, code: "date-past" });
  }
  if (reason.trim() === "") problems.push({ field: ROUND_FIELDS.reason, code: "required" });
  if (problems.length > 0 || !("date" in until)) return { problems };
  const submissionId = named.data[ENVELOPE.submission];
  await grantPermit(actor, { submissionId, untilOn: until.date, reason, key });
  return { to: roundPath(languageOf(typed), named.data[ROUND_FIELDS.round], { done: "permit" }) };
}

/** Whom to remind: one section, those of no section, or (nothing said) all. */
function readSection(typed: Typed): { sectionId?: string | null } {
  const section = typed[ROUND_FIELDS.section] ?? "all";
  if (section === "all") return {};
  if (section === "none") return { sectionId: null };
  if (!z.uuid().safeParse(section).success) throw new Refusal("invalid-draft");
  return { sectionId: section };
}
