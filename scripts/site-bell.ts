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
  const over = new AbortController();
  const end = () => over.abort();
  client.on("error", end);
  client.on("end", end);
  signal.addEventListener("abort", end);
  client.on("notification", ring);
  try {
    await client.connect();
    await client.query("LISTEN published");
    if (!signal.aborted) connected();
    while (!over.signal.aborted) {
      await sleep(TRIED_MS, undefined, { signal: over.signal }).catch(() => {});
      if (!over.signal.aborted) await client.query("SELECT 1");
    }
  } finally {
    signal.removeEventListener("abort", end);
    client.off("notification", ring);
    // Whoever does not answer is not waited for.
    void client.end().catch(() => {});
  }
}
