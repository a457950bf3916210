"use server";

import { headers } from "next/headers";
import { checkCredentials } from "@/lib/auth/credentials.ts";
import { hashPassword } from "@/lib/auth/password.ts";
import { addressOf } from "@/lib/auth/request.ts";
import { currentSessionId } from "@/lib/auth/session.ts";
import { changePassword, endOtherSessions, ownAccount } from "@/lib/data/account.ts";
import type { Actor } from "@/lib/domain/actor.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { type Answer, answerForm, languageOf } from "@/lib/web/form-action.ts";
import { ENVELOPE, type FormState } from "@/lib/web/form-state.ts";
import { readNewPassword } from "@/lib/web/new-password.ts";
import { accountPath } from "@/lib/web/paths.ts";

/** What people do with their own account. */
export async function account(_previous: FormState | null, formData: FormData): Promise<FormState> {
  return answerForm(formData, async (actor, typed) => {
    const intent = typed[ENVELOPE.intent] ?? "";
    const key = typed[ENVELOPE.key] ?? "";
    const sessionId = await currentSessionId();
    if (intent === "change-password") {
      const problems = await givePassword(actor, formData, { sessionId, key });
      if (problems) return problems;
    } else if (intent === "sign-out-elsewhere") await endOtherSessions(actor, { sessionId, key });
    else throw new Refusal("invalid-draft");
    return { to: accountPath(languageOf(typed), { done: intent, at: key }) };
  });
}

async function givePassword(
  actor: Actor,
  formData: FormData,
  form: { sessionId: string | null; key: string },
): Promise<Answer | null> {
  const read = readNewPassword(formData);
  if ("problems" in read) return read;
  const old = formData.get(ENVELOPE.oldPassword);
  const { email } = await ownAccount(actor, form.sessionId);
  try {
    await checkCredentials(email, typeof old === "string" ? old : "", addressOf(await headers()));
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "wrong-credentials") throw error;
    return { problems: [{ field: ENVELOPE.oldPassword, code: "password-wrong" }] };
  }
  await changePassword(actor, { passwordHash: await hashPassword(read.password), ...form });
  return null;
}
