import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ended, scriptCommand } from "./command.ts";
import { root } from "./folders.ts";

/**
 * Playwright's global setup: one seeded, throwaway app for all journeys. The tests find it in E2E_BASE_URL (which is
 * also Playwright's baseURL), and its database in DATABASE_URL.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const [program = "", ...rest] = scriptCommand("throwaway-app.ts");
  const app = spawn(program, rest, { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const { baseURL, databaseUrl } = await new Promise<{ baseURL: string; databaseUrl: string }>((resolve, reject) => {
    createInterface(app.stdout).on("line", (line) => {
      if (line.startsWith("{")) resolve(JSON.parse(line));
    });
    app.on("exit", () => reject(new Error("The app for the journeys did not start (see the lines above).")));
  });
  process.env.E2E_BASE_URL = baseURL;
  process.env.DATABASE_URL = databaseUrl;
  return async () => {
    app.stdin.end();
    await ended(app);
  };
}
