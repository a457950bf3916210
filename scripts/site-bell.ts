import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

/** How often the connection is tried: one of which nobody was told that it is gone says nothing for ever. */
const TRIED_MS = 2_000;
const ANSWERS_MS = 5_000;
const AGAIN_MS = 500;

/**
 * Rings at each change that readers can see (triggers NOTIFY at commit), and whenever a connection was made, because of
 * what was missed before it. One that is lost is made anew, until the signal; where that cannot be done, it is told once
 * why.
 */
export async function hearChanges(
  url: string,
  signal: AbortSignal,
  ring: () => void,
  tell: (error: unknown) => void,
): Promise<void> {
  let isTold = false;
  const connected = () => {
    isTold = false;
    ring();
  };
  while (!signal.aborted) {
    await hear(url, signal, connected, ring).catch((error: unknown) => {
      if (!isTold) tell(error);
      isTold = true;
    });
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => {});
  }
}

async function hear(url: string, signal: AbortSignal, connected: () => void, ring: () => void): Promise<void> {
  const client = new pg.Client({
    ...{ connectionString: url, keepAlive: true },
    ...{ connectionTimeoutMillis: ANSWERS_MS, query_timeout: ANSWERS_MS },
  });
  const gone = new AbortController();
  client.on("error", () => gone.abort());
  client.on("end", () => gone.abort());
  client.on("notification", ring);
  const over = AbortSignal.any([signal, gone.signal]);
  try {
    await client.connect();
    await client.query("LISTEN published");
    connected();
    while (!over.aborted) {
      await sleep(TRIED_MS, undefined, { signal: over }).catch(() => {});
      if (!over.aborted) await client.query("SELECT 1");
    }
  } finally {
    // Whoever does not answer is not waited for.
    void client.end().catch(() => {});
  }
}
