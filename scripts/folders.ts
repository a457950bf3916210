import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Trouble } from "./say.ts";

export const root = path.resolve(import.meta.dirname, "..");
/** Everything that a run leaves behind: databases, secrets, stamps. Ignored by git; deleting it starts afresh. */
export const dataFolder = path.join(root, ".data");

/** Makes `.data` and tries a write, so that a read-only folder is said once and early. */
export function requireWritableFolder(): void {
  const probe = path.join(dataFolder, `probe-${process.pid}`);
  try {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    throw new Trouble(
      `フォルダー ${dataFolder} に書き込めません(${reason})。書き込める場所に複製して、もう一度実行してください。`,
      `The folder ${dataFolder} cannot be written to (${reason}): clone into a folder you may write to and run this again.`,
    );
  }
}
