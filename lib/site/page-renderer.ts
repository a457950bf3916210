import { AsyncLocalStorage } from "node:async_hooks";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { type Gathered, gatherReads, type Known, type Read } from "../data/published-reads.ts";
import { siteAddress } from "../web/site-address.ts";

/** What the app answered for an address, and what it read for that. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
  readonly reads: readonly Read[];
}

export interface PageRenderer {
  /** Asks for an address as a reader without cookies does. What was read for others of the same state is known. */
  ask(path: string, known: Known): Promise<Answer>;
  close(): Promise<void>;
}

/** The renderer, which begins to be opened when it is first asked for. */
export function lazyRenderer(root: string, atEnd: (close: () => Promise<void>) => void): () => Promise<PageRenderer> {
  let opening: Promise<PageRenderer> | undefined;
  return () => {
    if (!opening) {
      opening = openRenderer(root);
      const opened = opening.catch(() => null);
      atEnd(async () => (await opened)?.close());
    }
    return opening;
  };
}

/**
 * The built app within this process, so that what a page reads is seen: whatever happens for a request happens in its
 * asynchronous context. Listens on this computer only, at a port that is told to nobody.
 */
async function openRenderer(root: string): Promise<PageRenderer> {
  const reading = new AsyncLocalStorage<Gathered>();
  gatherReads(() => reading.getStore());
  const app = next({ dev: false, dir: root, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const NUMBER = "x-request-number";
  const asked = new Map<string, Gathered>();
  const server = createServer((request, response) => {
    const gathered = asked.get(String(request.headers[NUMBER])) ?? { reads: new Set<Read>() };
    void reading.run(gathered, () => handle(request, response));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const { host } = siteAddress();
  let count = 0;
  return {
    ask: async (path, known) => {
      count += 1;
      const number = String(count);
      const gathered = { reads: new Set<Read>(), known };
      asked.set(number, gathered);
      try {
        const headers = { host, [NUMBER]: number };
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
          get({ host: "127.0.0.1", port, path, agent, headers, timeout: 60_000 }, resolve).on("error", reject);
        });
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        return {
          status: response.statusCode ?? 0,
          type: response.headers["content-type"] ?? "",
          bytes: Buffer.concat(chunks),
          reads: [...gathered.reads].sort(),
        };
      } finally {
        asked.delete(number);
      }
    },
    close: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.close();
    },
  };
}
