import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { FullConfig } from "@playwright/test";
import { ended, scriptCommand } from "./command.ts";
import { root } from "./folders.ts";

/** One app of those that the journeys run against. */
export interface JourneyApp {
  baseURL: string;
  databaseUrl: string;
}

/**
 * Playwright's global setup: one seeded, throwaway app for each worker, so that journeys of two files never meet in one
 * database, and one more. playwright.config.ts gives each worker its own.
 */
export default async function setup(config: FullConfig): Promise<() => Promise<void>> {
  const [program = "", ...rest] = scriptCommand("throwaway-app.ts", String(config.workers + 1));
  const child = spawn(program, rest, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const apps = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on("line", (line) => {
      if (line.startsWith("[")) resolve(line);
    });
    child.on("exit", () => reject(new Error("The app for the journeys did not start (see the lines above).")));
  });
  process.env.E2E_APPS = apps;
  return async () => {
    child.stdin.end();
    await ended(child);
  };
}

/** The app that this worker's journeys run against; undefined before the setup. Also says which database is its own. */
export function appOfWorker(): JourneyApp | undefined {
  const app = apps()[Number(process.env.TEST_PARALLEL_INDEX ?? 0)];
  if (app) process.env.DATABASE_URL = app.databaseUrl;
  return app;
}

/** The app that is no worker's; undefined before the setup. */
export function appApart(): JourneyApp | undefined {
  return apps().at(-1);
}

const apps = () => JSON.parse(process.env.E2E_APPS ?? "[]") as JourneyApp[];
