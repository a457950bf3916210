import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "./folders.ts";

export interface Finished {
  code: number;
  output: string;
}

interface Options {
  /** The repository's root where nothing else is said. */
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Ends the command when it is aborted. */
  signal?: AbortSignal | undefined;
  /** Ends the command after so long, as a failure. */
  timeout?: number | undefined;
  /** Shows each piece of output as it comes, beside keeping it. */
  onOutput?: ((text: string) => void) | undefined;
}

/**
 * Prisma asks several questions at once on one connection of a transaction, which pg warns that its next major version
 * will not take. Nothing that whoever runs us could do about it, so they are not told.
 */
export const quiet = "--disable-warning=DeprecationWarning";

/** The command line of one of our own TypeScript scripts. */
export function scriptCommand(name: string, ...rest: string[]): string[] {
  return [process.execPath, quiet, "--conditions=react-server", "--import", "tsx", `scripts/${name}`, ...rest];
}

/** The command line of an installed package's program, without the shell and npx in between. */
export function packageCommand(program: string, ...rest: string[]): string[] {
  return [process.execPath, path.join(root, "node_modules", program), ...rest];
}

/** Runs a program to its end and keeps what it printed. */
export function runCommand(
  command: string[],
  { cwd = root, env = {}, signal, timeout, onOutput }: Options = {},
): Promise<Finished> {
  const [program = "", ...rest] = command;
  const child = spawn(program, rest, {
    cwd,
    // What is kept is shown later, perhaps in a log file: without colours.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    timeout,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  return new Promise((resolve) => {
    child.on("error", (error) => {
      output += `${error.message}\n`;
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Resolves when a child process has ended. */
export function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}

/** Asks a child to end and, where it has not after a while, ends it; resolves when it is over. */
export async function stopChild(
  child: ChildProcess,
  { signal = "SIGTERM", graceMs = 8_000 }: { signal?: NodeJS.Signals; graceMs?: number } = {},
): Promise<void> {
  const over = ended(child);
  child.kill(signal);
  await Promise.race([over, sleep(graceMs, undefined, { ref: false })]);
  child.kill("SIGKILL");
  await over;
}
