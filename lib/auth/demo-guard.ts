import { findAccount } from "../data/sessions.ts";
import { verifyPassword } from "./password.ts";

/** How long a starting server waits for its database, a second at a time. */
const ATTEMPTS = 15;

/**
 * Ends a production server that is starting while an account still has the password that the README prints, unless it
 * is said to be a demo (HOSHIN_DEMO=1). It must know the answer: without a database the server does not start either.
 */
export async function refuseOpenDemo(emails: readonly string[], password: string): Promise<void> {
  if (process.env.NODE_ENV !== "production" || process.env.HOSHIN_DEMO === "1") return;
  const open = await openDemoAccount(emails, password);
  if (open === null) return;
  console.error(
    `✗ ${open} が見本のパスワードのままです。停止するか、デモなら HOSHIN_DEMO=1 を付けて起動してください。`,
  );
  console.error(`✗ ${open} still has the demo password: disable it, or set HOSHIN_DEMO=1 if this is a demo.`);
  process.exit(1);
}

/** The first of these accounts that exists and still has this well-known password; null where none has. */
async function openDemoAccount(emails: readonly string[], password: string): Promise<string | null> {
  for (const email of emails) {
    const account = await withDatabase(() => findAccount(email));
    if (account && !account.disabled && (await verifyPassword(account.passwordHash, password))) return email;
  }
  return null;
}

async function withDatabase<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === ATTEMPTS) {
        console.error("✗ データベースに接続できません。DATABASE_URL を確かめてください。");
        console.error(`✗ The database cannot be reached: check DATABASE_URL. (${(error as Error).name})`);
        process.exit(1);
      }
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}
