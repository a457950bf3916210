import { spawn } from "node:child_process";
import { ended, scriptCommand, stopChild } from "./command.ts";
import { root } from "./folders.ts";

export interface WorkerProcess {
  pid: number;
  /** Resolves when it ends, wanted or not. */
  over: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the worker beside a server, for the demo and the journeys; what it did is not shown, what went wrong is, unless all
 * of it goes into a file that is open.
 */
export function startWorker(env: NodeJS.ProcessEnv, output?: number): WorkerProcess {
  const [program = "", ...rest] = scriptCommand("worker.ts");
  const child = spawn(program, rest, {
    cwd: root,
    env: { ...env, HOSHIN_DATABASE_CONNECTIONS: "2" },
    stdio: ["ignore", output ?? "ignore", output ?? "inherit"],
  });
  return {
    pid: child.pid ?? 0,
    over: ended(child),
    stop: () => stopChild(child),
  };
}
