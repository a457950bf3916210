import { mkdirSync } from "node:fs";
import path from "node:path";
import { holdLock } from "./processes.ts";
import type { Running } from "./until-stopped.ts";

/** Makes a folder this process's to compile into, until its end; false where another process has it. */
export async function lockSite(site: string, atEnd: Running["atEnd"]): Promise<boolean> {
  mkdirSync(site, { recursive: true });
  const letGo = holdLock(path.join(site, "lock"));
  if (letGo) atEnd(async () => letGo());
  return letGo !== null;
}
