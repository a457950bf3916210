"use server";

import { z } from "zod";
import { forgetBuffer } from "@/lib/data/buffers.ts";
import type { MoveInput } from "@/lib/data/carry-out.ts";
import { approve, discard, recall, returnToAuthors, revoke } from "@/lib/data/moves.ts";
import { reopen } from "@/lib/data/starts.ts";
import { findSubmission } from "@/lib/data/submissions.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { fieldsOf } from "@/lib/domain/forms/catalogue.ts";
import type { Typed } from "@/lib/domain/forms/sheet.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState, remarkName } from "@/lib/web/form-state.ts";
import { submissionPath } from "@/lib/web/paths.ts";
import { readDecision } from "@/lib/web/typed-decision.ts";
import { write } from "./write.ts";

const envelope = z.object({
  [ENVELOPE.submission]: z.uuid(),
  [ENVELOPE.lockVersion]: z.coerce.number().int().min(0).max(2_147_483_647),
  [ENVELOPE.key]: z.uuid(),
  [ENVELOPE.intent]: z.enum(["save", "submit", "forget", "recall", "return", "approve", "revoke", "discard", "reopen"]),
});

/** Every button of a submission's page. What a button is called is the move that it makes; `forget` throws kept text away. */
export async function move(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const read = envelope.safeParse(typed);
    if (!read.success) throw new Refusal("invalid-draft");
    const input = {
      submissionId: read.data[ENVELOPE.submission],
      lockVersion: read.data[ENVELOPE.lockVersion],
      key: read.data[ENVELOPE.key],
    };
    const intent = read.data[ENVELOPE.intent];
    const lang = languageOf(typed);
    if (intent === "save" || intent === "submit") {
      const answer = await write(actor, intent, input, typed);
      return answer ?? { to: submissionPath(lang, input.submissionId, intent) };
    }
    if (intent === "forget") {
      await forgetBuffer(actor, input.submissionId);
      return { to: submissionPath(lang, input.submissionId) };
    }
    const decision = intent === "approve" ? readDecision(typed) : undefined;
    if (decision && "problems" in decision) return decision;
    const comment = typed[ENVELOPE.comment] ?? "";
    const moved = await {
      recall: () => recall(actor, input),
      return: async () =>
        returnToAuthors(actor, { ...input, comment, remarks: await readRemarks(actor, input, typed) }),
      approve: () => approve(actor, { ...input, versionHash: typed[ENVELOPE.version] ?? "", ...decision }),
      revoke: () => revoke(actor, { ...input, comment }),
      discard: () => discard(actor, { ...input, comment }),
      reopen: () => reopen(actor, { ...input, comment }),
    }[intent]();
    return { to: submissionPath(lang, moved.submissionId, intent) };
  });
}

async function readRemarks(actor: Actor, input: MoveInput, typed: Typed): Promise<Record<string, string>> {
  const view = await findSubmission(actor, input.submissionId);
  const remarks = fieldsOf(view.formId, view.target.type, view.phase).map(
    ({ key }) => [key, (typed[remarkName(key)] ?? "").replaceAll("\r\n", "\n").trim()] as const,
  );
  return Object.fromEntries(remarks.filter(([, text]) => text !== ""));
}
