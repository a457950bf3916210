import path from "node:path";
import { requireDatabase } from "./database-address.ts";
import { dataFolder } from "./folders.ts";
import { startDatabase } from "./postgres.ts";
import type { Running } from "./until-stopped.ts";

/**
 * The large city's database: what DATABASE_URL names, created where it does not exist, else one of its own beside the
 * demo's. Points this process at it.
 */
export async function openLargeCity({ atEnd }: Running): Promise<string> {
  const given = process.env.DATABASE_URL;
  if (given) await requireDatabase(given, { create: true });
  const database = given
    ? { url: given, stop: async () => {} }
    : await startDatabase({ directory: path.join(dataFolder, "postgres"), database: "large" });
  atEnd(database.stop);
  process.env.DATABASE_URL = database.url;
  return database.url;
}
