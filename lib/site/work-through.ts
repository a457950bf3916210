/**
 * Works through a list from its start, some of it at once, and begins nothing more where it may not go on. What went wrong
 * stands for its result; the first that was over comes first.
 */
export async function workThrough<One, Done>(
  list: readonly One[],
  atOnce: number,
  work: (one: One) => Promise<Done>,
  mayGoOn: () => boolean = () => true,
): Promise<Map<One, Done | Error>> {
  const done = new Map<One, Done | Error>();
  const waiting = list.values();
  const workers = Array.from({ length: Math.min(atOnce, list.length) }, async () => {
    while (mayGoOn()) {
      const { value: one, done: isOver } = waiting.next();
      if (isOver) return;
      const result = await work(one).catch((error: unknown) =>
        error instanceof Error ? error : new Error(String(error)),
      );
      done.set(one, result);
    }
  });
  await Promise.all(workers);
  return done;
}

/** How many files are in hand at once. */
export const FILES_AT_ONCE = 64;

/** Does something to each of some files. Refuses as what went wrong first, but only when none is still in hand. */
export async function workThroughFiles<Name>(
  files: readonly Name[],
  work: (file: Name) => Promise<void>,
): Promise<void> {
  for (const result of (await workThrough(files, FILES_AT_ONCE, work)).values())
    if (result instanceof Error) throw result;
}
