import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { ended, packageCommand, quiet, stopChild } from "./command.ts";
import { root } from "./folders.ts";
import { Trouble } from "./say.ts";

export interface Address {
  host: string;
  port: number;
}

export interface NextServer {
  pid: number;
  /** Resolves with the exit code when the server ends, wanted or not. */
  over: Promise<number>;
  stop(): Promise<void>;
}

/** Where to serve: PORT (3000) and HOST (this computer only). */
export function addressFromEnvironment(): Address {
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Trouble(
      `PORT=${process.env.PORT} はポート番号ではありません。`,
      `PORT=${process.env.PORT} is not a port number.`,
    );
  }
  return { host: process.env.HOST || "127.0.0.1", port };
}

/** Longer than the minute for which proxies usually keep a connection that idles. */
const KEEP_ALIVE_MS = 75_000;

/** Starts `next start` or `next dev`; what it prints goes into a file that is open, if one is named. */
export function startNext(
  mode: "start" | "dev",
  { host, port }: Address,
  env: NodeJS.ProcessEnv,
  output: number | "inherit" = "inherit",
): NextServer {
  // A proxy, or whoever else keeps connections, lets go of them before the server does: one that the server closes at the
  // moment at which something is sent over it is an error to the sender.
  const kept = mode === "start" ? ["--keepAliveTimeout", String(KEEP_ALIVE_MS)] : [];
  const command = packageCommand("next/dist/bin/next", mode, "--port", String(port), "--hostname", host, ...kept);
  const [program = "", ...rest] = command;
  const child = spawn(program, [quiet, ...rest], { cwd: root, env, stdio: ["ignore", output, output] });
  const over = ended(child).then(() => child.exitCode ?? 1);
  return {
    pid: child.pid ?? 0,
    over,
    stop: () => stopChild(child),
  };
}

/** Waits until /api/health answers 200: the app and its database are there. */
export async function waitForHealth(server: NextServer, { host, port }: Address, signal?: AbortSignal): Promise<void> {
  const url = `http://${reachable(host)}:${port}/api/health`;
  const end = performance.now() + 120_000;
  let over = false;
  let answer = "";
  void server.over.then(() => {
    over = true;
  });
  while (performance.now() < end) {
    signal?.throwIfAborted();
    if (over)
      throw new Trouble(
        "サーバーが起動しませんでした(上の行を参照)。",
        "The server did not start (see the lines above).",
      );
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      if (response.status === 200) return;
      answer = String(response.status);
    } catch (error) {
      answer = (error as Error).message;
    }
    await sleep(200);
  }
  throw new Trouble(`${url} が応答しません(${answer})。`, `${url} does not answer with 200 (${answer}).`);
}

function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
