import { spawn } from "node:child_process";
import { scriptCommand, stopChild } from "./command.ts";
import { root } from "./folders.ts";

/** Starts the worker beside a server, for the demo and the journeys; what it did is not shown, what went wrong is. */
export function startWorker(env: NodeJS.ProcessEnv): { stop(): Promise<void> } {
  const [program = "", ...rest] = scriptCommand("worker.ts");
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...env, HOSHIN_DATABASE_CONNECTIONS: "2" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  return {
    stop: () => stopChild(child),
  };
}
