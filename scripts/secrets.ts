import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "./folders.ts";

interface Secrets {
  /** Signs the sessions of the demo and of development. */
  session: string;
  /** Names and encrypts Server Actions: with the same key their ids survive a rebuild. */
  serverActions: string;
}

/** Makes this clone's secrets once and keeps them in a file that only its owner may read. */
export function localSecrets(): Secrets {
  const file = path.join(dataFolder, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    const made: Secrets = {
      session: randomBytes(32).toString("base64url"),
      serverActions: randomBytes(32).toString("base64"),
    };
    writeFileSync(file, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, "utf8")) as Secrets;
}
