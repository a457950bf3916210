import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { packageCommand, runCommand } from "./command.ts";
import { dataFolder, root } from "./folders.ts";
import { withLock } from "./processes.ts";
import { Trouble } from "./say.ts";
import { localSecrets } from "./secrets.ts";

const stampFile = path.join(dataFolder, "build.json");
const buildIdFile = path.join(root, ".next/BUILD_ID");

// What has no part in the build. Whatever is not named here counts, so that a forgotten file builds once too often
// and never once too little.
const noPart = new Set([
  ".ci",
  ".data",
  ".git",
  ".next",
  "deploy",
  "docs",
  "e2e",
  "next-env.d.ts",
  "node_modules",
  "playwright-report",
  "prisma/client",
  "prisma/migrations",
  "scripts",
  "test-results",
]);

/** Whether .next holds what the present sources would build. */
export function isBuilt(): boolean {
  if (!existsSync(stampFile) || !existsSync(buildIdFile)) return false;
  return readFileSync(stampFile, "utf8") === stamp();
}

/** Refuses to go on without a build of the present sources. */
export function requireBuild(): void {
  if (isBuilt()) return;
  throw new Trouble(
    "組み立てが古いか、ありません。npm run build を実行してください。",
    "There is no build of these sources: run npm run build.",
  );
}

/** Builds the app with `next build`; the output is only shown when that fails. Needs no database. */
export async function buildApp(signal?: AbortSignal): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  await withLock(path.join(dataFolder, "build.lock"), async () => {
    if (isBuilt()) return;
    rmSync(stampFile, { force: true });
    const env = { NODE_ENV: "production", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionsKey() } as const;
    const command = packageCommand("next/dist/bin/next", "build");
    const { code, output } = await runCommand(command, { env, signal });
    signal?.throwIfAborted();
    if (code !== 0) {
      console.error(output);
      throw new Trouble("組み立てに失敗しました(上の行を参照)。", "The build failed (see the lines above).");
    }
    writeFileSync(stampFile, stamp());
  });
}

/** The key that the build and every server of it share. */
export function actionsKey(): string {
  return process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || localSecrets().serverActions;
}

function stamp(): string {
  const hash = createHash("sha256").update(actionsKey());
  for (const file of sources(""))
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update("\0");
  const buildId = existsSync(buildIdFile) ? readFileSync(buildIdFile, "utf8") : "";
  return JSON.stringify({ sources: hash.digest("hex"), buildId });
}

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (noPart.has(name) || /\.(test\.tsx?|md|tsbuildinfo)$|^\.env/.test(name)) return [];
      if (entry.isDirectory()) return sources(name);
      return entry.isFile() ? [name] : [];
    });
}
