import path from "node:path";
import { runCommand, scriptCommand } from "./command.ts";
import { requireDatabase, withoutSecrets } from "./database-address.ts";
import { dataFolder } from "./folders.ts";
import { applyMigrations } from "./migrations.ts";
import type { Address } from "./next-server.ts";
import { startDatabase } from "./postgres.ts";
import { say, step, Trouble } from "./say.ts";
import { localSecrets } from "./secrets.ts";
import type { Running } from "./until-stopped.ts";

/** Brings up the database of the demo and of development, migrated and seeded: ours, or what DATABASE_URL names. */
export async function demoDatabase({ signal, atEnd }: Running): Promise<string> {
  const given = process.env.DATABASE_URL;
  const url = await step("データベースを起動します", "Starting the database", async () => {
    if (given) {
      await requireDatabase(given, { create: true });
      say(`  DATABASE_URL: ${withoutSecrets(given)}`);
      return given;
    }
    const directory = path.join(dataFolder, "postgres");
    const database = await startDatabase({ directory, database: "hoshin", log: (line) => say(`  ${line}`) });
    atEnd(database.stop);
    return database.url;
  });
  signal.throwIfAborted();
  await step("データベースを移行します", "Migrating the database", () => applyMigrations(url, say));
  signal.throwIfAborted();
  await step("見本の記録を入れます", "Seeding the demonstration's records", () => seed(url, signal));
  return url;
}

/** Runs the seed on a database, in a process of its own. */
export async function seed(url: string, signal?: AbortSignal, quiet = false): Promise<void> {
  const onOutput = quiet ? undefined : (text: string) => void process.stdout.write(text);
  const env = { DATABASE_URL: url, HOSHIN_DEMO: "1", NEXTAUTH_SECRET: localSecrets().session };
  const { code, output } = await runCommand(scriptCommand("seed.ts"), { env, signal, onOutput });
  signal?.throwIfAborted();
  if (code === 0) return;
  if (quiet) console.error(output);
  throw new Trouble("見本の記録を入れられませんでした(上の行を参照)。", "Seeding failed (see the lines above).");
}

/** What the app needs to know to run as the demo. */
export function demoEnvironment(url: string, { port }: Address): NodeJS.ProcessEnv {
  const secrets = localSecrets();
  return {
    ...process.env,
    DATABASE_URL: url,
    HOSHIN_DEMO: "1",
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.session,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || secrets.serverActions,
  };
}
