"use server";

import { endDelegation, LAST_RANK, nameDeputy } from "@/lib/data/delegations.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { tokyoDate } from "@/lib/domain/fiscal-year.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { accountPath } from "@/lib/web/paths.ts";
import { besideField, readForm } from "@/lib/web/typed-fields.ts";

/** Every button of the deputies on the account page. */
export async function deputies(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const intent = typed[ENVELOPE.intent];
    const key = typed[ENVELOPE.key] ?? "";
    const done: Answer = { to: accountPath(languageOf(typed), { done: intent ?? "", at: key }) };
    if (intent === "name-deputy") return name(actor, typed, key, done);
    if (intent !== "end-deputy") throw new Refusal("invalid-draft");
    await endDelegation(actor, { delegationId: readForm(typed).raw("delegation"), key });
    return done;
  });
}

async function name(actor: Actor, typed: Typed, key: string, done: Answer): Promise<Answer> {
  const read = readForm(typed);
  const membershipId = read.text("post", 40);
  const deputyId = read.text("deputy", 40);
  const ranks = Array.from({ length: LAST_RANK }, (_, index) => String(index + 1));
  const rank = Number(read.choice("rank", ["1", ...ranks.slice(1)]));
  const startsOn = read.date("startsOn");
  const endsOn = read.date("endsOn");
  if (startsOn !== "" && endsOn !== "") {
    if (endsOn < startsOn) read.report("endsOn", "date-order");
    else if (endsOn < tokyoDate(new Date())) read.report("endsOn", "date-past");
  }
  if (read.problems.length > 0) return { problems: read.problems };
  return besideField("already-exists", { field: read.nameOf("rank"), code: "deputy-taken" }, async () => {
    await nameDeputy(actor, { membershipId, deputyId, rank, startsOn, endsOn, key });
    return done;
  });
}
