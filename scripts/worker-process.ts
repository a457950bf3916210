import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, scriptCommand } from "./command.ts";
import { root } from "./folders.ts";

/** Starts the worker beside a server, for the demo and the journeys; what it did is not shown, what went wrong is. */
export function startWorker(env: NodeJS.ProcessEnv): { stop(): Promise<void> } {
  const [program = "", ...rest] = scriptCommand("worker.ts");
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...env, HOSHIN_DATABASE_CONNECTIONS: "2" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const over = ended(child);
  return {
    stop: async () => {
      child.kill("SIGTERM");
      await Promise.race([over, sleep(8_000, undefined, { ref: false })]);
      child.kill("SIGKILL");
      await over;
    },
  };
}
