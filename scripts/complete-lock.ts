import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "./folders.ts";
import { type LockFile, missingFromLock } from "./lock-file.ts";
import { main, say } from "./say.ts";

// To be run after `npm install` on a network whose registry lacks packages of other platforms.
await main(async () => {
  const file = path.join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8")) as LockFile;
  const missing = missingFromLock(lock);
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  say(`${Object.keys(missing).length} 件を補いました · ${Object.keys(missing).length} added`);
  return 0;
});
