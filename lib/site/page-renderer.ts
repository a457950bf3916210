import { AsyncLocalStorage } from "node:async_hooks";
import { Agent, createServer, get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import next from "next";
import { type Gathered, gatherReads, type Known, type Read } from "../data/published-reads.ts";
import { scriptlessPage } from "../documents/scriptless-page.ts";
import { siteAddress } from "../web/site-address.ts";

/** What the app answered for an address, and what it read for that. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly bytes: Buffer;
  readonly reads: readonly Read[];
}

export interface PageRenderer {
  /**
   * Asks for an address as a reader without cookies does; a page comes without scripts. What was read for the last ones is
   * known as long as they are of one group.
   */
  ask(path: string, group: string): Promise<Answer>;
  /** Forgets what was read. */
  forget(): void;
}

const ANSWERED_MS = 60_000;

/**
 * The built app within this process, so that what a page reads is seen: whatever happens for a request happens in its
 * asynchronous context. Listens on this computer only, at a port that is told to nobody.
 */
export async function openRenderer(root: string): Promise<PageRenderer> {
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
  let known: Known = new Map();
  let groupThen = "";
  return {
    forget: () => {
      known = new Map();
    },
    ask: async (path, group) => {
      if (group !== groupThen) [known, groupThen] = [new Map(), group];
      count += 1;
      const number = String(count);
      const gathered = { reads: new Set<Read>(), known };
      asked.set(number, gathered);
      try {
        const headers = { host, [NUMBER]: number };
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
          const signal = AbortSignal.timeout(ANSWERED_MS);
          get({ host: "127.0.0.1", port, path, agent, headers, signal }, resolve).on("error", reject);
        });
        const chunks: Buffer[] = [];
        for await (const chunk of response) chunks.push(chunk as Buffer);
        const bytes = Buffer.concat(chunks);
        const { statusCode: status = 0, headers: said } = response;
        const type = said["content-type"] ?? "";
        const isPage = type.startsWith("text/html") && status < 500;
        return {
          ...{ status, type, bytes: isPage ? Buffer.from(scriptlessPage(bytes.toString("utf8"))) : bytes },
          reads: [...gathered.reads].sort(),
        };
      } finally {
        asked.delete(number);
      }
    },
  };
}
