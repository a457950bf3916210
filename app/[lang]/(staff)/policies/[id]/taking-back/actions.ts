"use server";

import { confirmRedaction, declineRedaction, requestRedaction } from "@/lib/data/redactions.ts";
import { LONGEST_WORDING, moveTakedown, requestTakedown } from "@/lib/data/takedowns.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { LONGEST_REDACTION, SHORTEST_REDACTION } from "@/lib/domain/redact.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { TAKING_BACK_REASONS } from "@/lib/domain/taking-back.ts";
import { lengthOf } from "@/lib/domain/text.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { takingBackPath } from "@/lib/web/paths.ts";
import { readForm } from "@/lib/web/typed-fields.ts";

/** Every button of the page on takedowns and redactions. */
export async function takingBack(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const intent = typed[ENVELOPE.intent] ?? "";
    const key = typed[ENVELOPE.key] ?? "";
    const read = readForm(typed);
    const policyId = read.raw("policyId");
    const id = read.raw("id");
    const done: Answer = { to: takingBackPath(languageOf(typed), policyId, { done: intent, at: key }) };
    switch (intent) {
      case "request-takedown":
        return askTakedown(actor, typed, done);
      case "request-redaction":
        return askRedaction(actor, typed, done);
      case "confirm":
      case "decline":
      case "ask-lift":
      case "lift":
      case "keep-down":
        await moveTakedown(actor, { takedownId: id, move: intent, key });
        return done;
      case "redact":
        await confirmRedaction(actor, { requestId: id, key });
        return done;
      case "decline-redaction":
        await declineRedaction(actor, { requestId: id, key });
        return done;
      default:
        throw new Refusal("invalid-draft");
    }
  });
}

async function askTakedown(actor: Actor, typed: Typed, done: Answer): Promise<Answer> {
  const read = readForm(typed);
  const asked = {
    policyId: read.raw("policyId"),
    targetId: read.text("item", 100),
    reason: read.choice("reason", TAKING_BACK_REASONS),
    wording: read.text("wording", LONGEST_WORDING),
    key: typed[ENVELOPE.key] ?? "",
  };
  if (read.problems.length > 0) return { problems: read.problems };
  await requestTakedown(actor, asked);
  return done;
}

async function askRedaction(actor: Actor, typed: Typed, done: Answer): Promise<Answer> {
  const read = readForm(typed);
  const asked = {
    policyId: read.raw("policyId"),
    text: read.shaped("text", LONGEST_REDACTION, (text) => lengthOf(text) >= SHORTEST_REDACTION),
    reason: read.choice("reason", TAKING_BACK_REASONS),
    key: typed[ENVELOPE.key] ?? "",
  };
  if (read.problems.length > 0) return { problems: read.problems };
  await requestRedaction(actor, asked);
  return done;
}
