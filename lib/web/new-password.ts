import { PASSWORD_LENGTH } from "../auth/password.ts";
import type { Problem } from "../domain/forms/sheet.ts";
import { ENVELOPE } from "./form-state.ts";

/** A new password that was typed twice, or what is wrong with it. It is no part of what a form keeps. */
export function readNewPassword(formData: FormData): { password: string } | { problems: Problem[] } {
  const [password, again] = [formData.get(ENVELOPE.newPassword), formData.get(ENVELOPE.newPasswordAgain)];
  if (typeof password !== "string" || password.length < PASSWORD_LENGTH.min || password.length > PASSWORD_LENGTH.max) {
    return { problems: [{ field: ENVELOPE.newPassword, code: "password-length" }] };
  }
  return again === password
    ? { password }
    : { problems: [{ field: ENVELOPE.newPasswordAgain, code: "password-differs" }] };
}
