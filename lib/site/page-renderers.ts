import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Answer } from "./page-renderer.ts";

export interface PageRenderers {
  /** How many pages are drawn at a time. */
  readonly atOnce: number;
  /** Resolves when pages can be drawn: what draws them is opened when this is first asked. */
  opened(): Promise<void>;
  /** Asks for an address as a reader without cookies does; those of one group are best asked one after the other. */
  ask(path: string, group: string): Promise<Answer>;
  /** What was read so far is read anew for whatever is asked from now on. */
  forget(): void;
}

/** What a thread is asked for, and what it says of that. */
export type Asked = "forget" | { readonly number: number; readonly path: string; readonly group: string };
export type Drawn = { readonly number: number } & ({ readonly answer: Answer } | { readonly fault: string });

/** While one page of a thread waits for the database, another is drawn. */
const OF_THREAD = 2;

/**
 * The built app in threads of this process, so that whoever looks after the site is not kept waiting while pages are drawn,
 * and a whole site has as many processors as there are threads. Each takes some hundred megabytes. What ends a thread ends
 * the process.
 */
export function pageRenderers(
  root: string,
  threads: number,
  atEnd: (close: () => Promise<void>) => void,
): PageRenderers {
  const opened: Renderer[] = [];
  let opening: Promise<void> | undefined;
  const open = async () => {
    const all = Array.from({ length: threads }, () => openThread(root));
    atEnd(async () => {
      await Promise.all(all.map(({ close }) => close()));
    });
    await Promise.all(all.map(({ ready }) => ready));
    opened.push(...all);
  };
  return {
    atOnce: threads * OF_THREAD,
    opened: () => {
      opening ??= open();
      return opening;
    },
    ask: (path, group) => {
      const [least] = opened.toSorted((a, b) => a.waiting() - b.waiting());
      if (!least) throw new Error("not opened");
      return least.ask(path, group);
    },
    forget: () => {
      for (const { forget } of opened) forget();
    },
  };
}

type Renderer = ReturnType<typeof openThread>;

function openThread(root: string) {
  const thread = new Worker(new URL("./renderer-thread.mjs", import.meta.url), { workerData: root });
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  const ready = once(thread, "message").then(() => {
    thread.on("message", (drawn: Drawn) => {
      const asked = waiting.get(drawn.number);
      waiting.delete(drawn.number);
      if ("fault" in drawn) asked?.reject(new Error(drawn.fault));
      // A buffer comes from another thread as plain bytes.
      else asked?.resolve({ ...drawn.answer, bytes: Buffer.from(drawn.answer.bytes) });
    });
  });
  let isClosing = false;
  thread.on("exit", (code) => {
    for (const { reject } of waiting.values()) reject(new Error("stopped"));
    // Nobody would ever answer what is asked of it. Whoever started this process starts another.
    if (!isClosing) throw new Error(`a thread that draws pages ended (${code})`);
  });
  let count = 0;
  const send = (asked: Asked) => thread.postMessage(asked);
  return {
    ready,
    waiting: () => waiting.size,
    ask: (path: string, group: string) =>
      new Promise<Answer>((resolve, reject) => {
        count += 1;
        waiting.set(count, { resolve, reject });
        send({ number: count, path, group });
      }),
    forget: () => send("forget"),
    close: () => {
      isClosing = true;
      return thread.terminate();
    },
  };
}
