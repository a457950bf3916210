import { execFileSync } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether some process has this number now, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A process number with its start time: numbers are given out again, after a restarted container at once. */
export function identify(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie is over, though its number is still taken.
      return fields[0] === "Z" ? undefined : `${pid} ${fields[19]}`;
    }
    if (process.platform !== "win32") {
      return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
    }
  } catch {
    return undefined;
  }
  return `${pid} `;
}

/** Whether the process that was identified like this is still the one with that number. */
export function isSame(identity: string): boolean {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && identify(pid) === identity.trim();
}

/** Waits until a condition holds; false when the time is over. */
export async function waitUntil(condition: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await sleep(50);
  }
  return true;
}

/** Asks a process to end and, after a grace, ends it. */
export async function endProcess(pid: number, signal: NodeJS.Signals, graceMilliseconds: number): Promise<void> {
  const identity = identify(pid);
  if (!identity) return;
  for (const each of [signal, "SIGKILL"] as const) {
    try {
      process.kill(pid, each);
    } catch {
      return;
    }
    if (await waitUntil(() => !isSame(identity), graceMilliseconds)) return;
  }
}

/** Does one thing at a time among processes: the lock file names its holder, so that a dead one's lock falls open. */
export async function withLock<T>(file: string, action: () => Promise<T>): Promise<T> {
  const taken = await waitUntil(() => take(file), 120_000);
  if (!taken) throw new Error(`${file} is held by process ${readFileSync(file, "utf8")}`);
  try {
    return await action();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes a lock for as long as this process needs it; null where another one holds it. Returns what lets go of it. */
export function holdLock(file: string): (() => void) | null {
  // The first try lets an abandoned one fall open.
  return take(file) || take(file) ? () => rmSync(file, { force: true }) : null;
}

function take(file: string): boolean {
  try {
    const handle = openSync(file, "wx");
    writeSync(handle, identify(process.pid) ?? "");
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  try {
    const holder = readFileSync(file, "utf8");
    const abandoned = holder === "" ? Date.now() - statSync(file).mtimeMs > 5_000 : !isSame(holder);
    if (abandoned) rmSync(file, { force: true });
  } catch {
    // Given back in this moment: the next try sees it.
  }
  return false;
}
