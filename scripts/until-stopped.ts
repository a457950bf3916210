/** Thrown out of the work when someone asked the command to stop. */
export class Stopped extends Error {}

type Cleanup = () => Promise<void>;

export interface Running {
  /** Aborts when the command is to stop: Ctrl-C, SIGTERM, or the program that started it is gone. */
  signal: AbortSignal;
  /** To be done at the end, last added first. */
  atEnd(cleanup: Cleanup): void;
}

/**
 * Does a command's work until it is done or someone asks it to stop, and cleans up either way. Signals may come twice
 * (from the terminal and again from npm), so a second one changes nothing.
 */
export async function untilStopped(work: (running: Running) => Promise<number>, codeWhenStopped = 0): Promise<number> {
  const controller = new AbortController();
  const cleanups: Cleanup[] = [];
  const parent = process.ppid;
  const stop = () => controller.abort(new Stopped());
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, stop);
  // Whoever read our output is gone; without a listener the next line would end us before anything is cleaned up.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", stop);
  // Whoever started us may be killed in a way that cannot be passed on; then we have got another parent.
  const watch = setInterval(() => process.ppid !== parent && stop(), 500);
  try {
    return await work({ signal: controller.signal, atEnd: (cleanup) => cleanups.push(cleanup) });
  } catch (error) {
    if (controller.signal.aborted) return codeWhenStopped;
    throw error;
  } finally {
    clearInterval(watch);
    for (const cleanup of cleanups.reverse()) await cleanup().catch((error: unknown) => console.error(error));
  }
}
