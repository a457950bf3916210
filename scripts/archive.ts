import path from "node:path";
import { requireDatabase, withoutSecrets } from "./database-address.ts";
import { dataFolder } from "./folders.ts";
import { startDatabase } from "./postgres.ts";
import { say } from "./say.ts";
import type { Running } from "./until-stopped.ts";

/**
 * Points this process at the archive that a person means: what DATABASE_URL names, else the demo's own database. Call
 * it before lib/data is imported, which opens what DATABASE_URL names. Says which it is.
 */
export async function openArchive({ atEnd }: Running): Promise<void> {
  const given = process.env.DATABASE_URL;
  if (given) {
    await requireDatabase(given);
    say(`→ ${withoutSecrets(given)}`);
    return;
  }
  say("→ DATABASE_URL がないため、デモのデータベースです · DATABASE_URL is not set: this is the demo's database");
  const directory = path.join(dataFolder, "postgres");
  const database = await startDatabase({ directory, database: "hoshin", log: () => {} });
  atEnd(database.stop);
  process.env.DATABASE_URL = database.url;
}
