import { existsSync } from "node:fs";
import path from "node:path";
import { requireDatabase } from "./database-address.ts";
import { root } from "./folders.ts";
import { pendingMigrations } from "./migrations.ts";
import { addressFromEnvironment, startNext } from "./next-server.ts";
import { requireFreePort } from "./port-in-use.ts";
import { main, Trouble } from "./say.ts";
import { databaseSetting, requiredAddress, requiredSetting } from "./settings.ts";
import { untilStopped } from "./until-stopped.ts";

function requireSettings(): string {
  const url = databaseSetting();
  const secret = requiredSetting("NEXTAUTH_SECRET", "openssl rand -base64 32");
  requiredAddress();
  if (secret.length < 32) {
    throw new Trouble(
      "NEXTAUTH_SECRET は 32 文字以上にしてください。",
      "NEXTAUTH_SECRET must have 32 characters or more.",
    );
  }
  if (!existsSync(path.join(root, ".next/BUILD_ID"))) {
    throw new Trouble(
      "組み立てられていません。npm run build を実行してください。",
      "The app is not built: run npm run build.",
    );
  }
  return url;
}

await main(() =>
  untilStopped(async ({ signal, atEnd }) => {
    const url = requireSettings();
    const address = addressFromEnvironment();
    await requireFreePort(address);
    await requireDatabase(url);
    const pending = await pendingMigrations(url);
    if (pending.length > 0) {
      throw new Trouble(
        `データベースが古いままです(未適用 ${pending.length} 件)。npm run migrate を実行してください。`,
        `The database is behind (${pending.length} migrations pending): run npm run migrate.`,
      );
    }
    signal.throwIfAborted();
    const server = startNext("start", address, { ...process.env, NODE_ENV: "production" });
    atEnd(server.stop);
    const stopped = new Promise<number>((resolve) => signal.addEventListener("abort", () => resolve(0)));
    const code = await Promise.race([server.over, stopped]);
    return signal.aborted ? 0 : code;
  }),
);
