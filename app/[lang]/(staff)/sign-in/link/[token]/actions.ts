"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { hashPassword } from "@/lib/auth/password.ts";
import { addressOf, isOwnOrigin } from "@/lib/auth/request.ts";
import { beginSession } from "@/lib/auth/session.ts";
import { countAttempt, forgetAttempts } from "@/lib/data/attempts.ts";
import { findPasswordLink, setPasswordByLink } from "@/lib/data/password-links.ts";
import { Refusal } from "@/lib/domain/refusal.ts";
import { languageOf, typedOf } from "@/lib/web/form-action.ts";
import type { FormState } from "@/lib/web/form-state.ts";
import { readNewPassword } from "@/lib/web/new-password.ts";
import { deskPath } from "@/lib/web/paths.ts";
import { readForm } from "@/lib/web/typed-fields.ts";

/** Sets a password with a link and signs its owner in. */
export async function setPassword(_previous: FormState | null, formData: FormData): Promise<FormState> {
  const typed = typedOf(formData);
  const state = { typed, refusal: null, problems: [], signIn: false };
  const asked = await headers();
  if (!isOwnOrigin(asked)) return { ...state, refusal: "bad-origin" };
  const token = readForm(typed).raw("token");
  try {
    await countAttempt(`link:${token}`, addressOf(asked));
    // Hashing is dear: what is no link is told so first.
    if (!(await findPasswordLink(token))) throw new Refusal("link-unusable");
    const read = readNewPassword(formData);
    if ("problems" in read) return { ...state, problems: read.problems };
    const { userId, email } = await setPasswordByLink(token, await hashPassword(read.password));
    // Whoever forgot the old password may have guessed it too often.
    await forgetAttempts(email, addressOf(asked));
    await beginSession(userId);
  } catch (error) {
    if (error instanceof Refusal) return { ...state, refusal: error.code };
    throw error;
  }
  redirect(deskPath(languageOf(typed)));
}
