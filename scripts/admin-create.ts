import { createInterface } from "node:readline/promises";
import { openArchive } from "./archive.ts";
import { main, say, Trouble } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// The first administrator of an empty installation. Asked for on the terminal, or given as ADMIN_EMAIL, ADMIN_NAME and
// ADMIN_PASSWORD, so that the password stands neither on a command line nor in a shell's history.
await main(() =>
  untilStopped(async (running) => {
    const email = await answer("ADMIN_EMAIL", "メールアドレス · e-mail address");
    const name = await answer("ADMIN_NAME", "氏名 · name");
    const password = await answer("ADMIN_PASSWORD", "パスワード · password");
    await openArchive(running);
    const { closeDatabase } = await import("../lib/data/db.ts");
    const people = await import("../lib/data/people.ts");
    const { hashPassword, PASSWORD_LENGTH } = await import("../lib/auth/password.ts");
    const { Refusal } = await import("../lib/domain/refusal.ts");
    running.atEnd(closeDatabase);

    if (!people.email.safeParse(email).success) {
      throw new Trouble("メールアドレスの形が正しくありません。", "That is not an e-mail address.");
    }
    if (password.length < PASSWORD_LENGTH.min || password.length > PASSWORD_LENGTH.max) {
      throw new Trouble(
        `パスワードは${PASSWORD_LENGTH.min}字以上${PASSWORD_LENGTH.max}字以内にしてください。`,
        `A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.`,
      );
    }
    try {
      await people.createFirstAdministrator({ email, name, passwordHash: await hashPassword(password) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Trouble(
        "すでに利用者がいます。最初の管理者は、利用者が一人もいないときだけ作れます。",
        "There are users already: the first administrator can be made only where there is none.",
      );
    }
    say(`✓ ${email} を管理者にしました · is now the administrator`);
    return 0;
  }),
);

async function answer(variable: string, question: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given.trim();
  if (!process.stdin.isTTY) {
    throw new Trouble(
      `${variable} を環境変数で渡すか、端末から実行してください。`,
      `Give ${variable} as an environment variable, or run this in a terminal.`,
    );
  }
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(`${question}: `)).trim();
  } finally {
    lines.close();
  }
}
