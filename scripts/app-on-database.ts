import { randomBytes } from "node:crypto";
import { type NextServer, startNext, waitForHealth } from "./next-server.ts";
import { freePort } from "./ports.ts";
import { localSecrets } from "./secrets.ts";
import type { Running } from "./until-stopped.ts";
import { startWorker } from "./worker-process.ts";

/**
 * The built app on a throwaway database, with its worker unless told otherwise, at a port that is free; both are stopped at
 * the end. The `env` that is returned is what a worker of one's own is started with; the one that is given sets something
 * otherwise: several apps behind one edge share a secret and an address.
 */
export async function startAppOn(
  databaseUrl: string,
  { signal, atEnd }: Running,
  {
    worker = true,
    env: given = {},
    output = "inherit",
  }: { readonly worker?: boolean; readonly env?: Record<string, string>; readonly output?: number | "inherit" } = {},
): Promise<{ baseURL: string; databaseUrl: string; server: NextServer; port: number; env: NodeJS.ProcessEnv }> {
  const address = { host: "127.0.0.1", port: await freePort() };
  const baseURL = `http://localhost:${address.port}`;
  const env = {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    HOSHIN_DEMO: "1",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64url"),
    NEXTAUTH_URL: baseURL,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: localSecrets().serverActions,
    ...given,
  } as const;
  const server = startNext("start", address, env, output);
  atEnd(server.stop);
  await waitForHealth(server, address, signal);
  if (worker) atEnd(startWorker(env).stop);
  return { baseURL, databaseUrl, server, port: address.port, env };
}
