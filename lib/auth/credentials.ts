import { countAttempt, forgetAttempts } from "../data/attempts.ts";
import { email } from "../data/people.ts";
import { findAccount } from "../data/sessions.ts";
import { Refusal } from "../domain/refusal.ts";
import { hashPassword, PASSWORD_LENGTH, verifyPassword } from "./password.ts";

// Verified against when there is no such account, so that both take as long.
let nobody: Promise<string> | undefined;

/**
 * The user whose e-mail address and password these are. Every attempt is counted before anything is verified. Refuses
 * with `too-many-attempts`, or with `wrong-credentials`, which does not tell an unknown account, a wrong password and
 * a disabled account apart.
 */
export async function checkCredentials(typedEmail: string, password: string, address: string): Promise<string> {
  const parsed = email.safeParse(typedEmail.trim());
  const account = parsed.success ? parsed.data : "";
  await countAttempt(account, address);
  const found = account ? await findAccount(account) : null;
  nobody ??= hashPassword(crypto.randomUUID());
  const stored = found?.passwordHash ?? (await nobody);
  const right = password.length <= PASSWORD_LENGTH.max && (await verifyPassword(stored, password));
  if (!found || found.disabled || !right) throw new Refusal("wrong-credentials");
  await forgetAttempts(account, address);
  return found.userId;
}
