import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "./folders.ts";
import type { Address } from "./next-server.ts";
import { whyNotFree } from "./ports.ts";
import { endProcess, identify, isSame, waitUntil } from "./processes.ts";
import { say, Trouble } from "./say.ts";

interface Serving {
  command: string;
  server: string;
}

/** Remembers which processes of this clone serve on that port, in case they are killed and leave the server behind. */
export function recordServing(port: number, serverPid: number): () => Promise<void> {
  const record: Serving = { command: identify(process.pid) ?? "", server: identify(serverPid) ?? "" };
  writeFileSync(recordFile(port), JSON.stringify(record));
  return async () => rmSync(recordFile(port), { force: true });
}

/** Makes sure that nobody listens there; a server that a killed command of this clone left behind is ended first. */
export async function requireFreePort({ host, port }: Address): Promise<void> {
  let reason = await firstReason(host, port);
  const record = reason === "EADDRINUSE" ? readRecord(port) : undefined;
  if (record && isSame(record.server)) {
    // The command may just be stopping.
    if (isSame(record.command)) await waitUntil(() => !isSame(record.command), 3_000);
    if (isSame(record.command)) throw alreadyRunning(port, Number.parseInt(record.command, 10));
    say(
      `前回残されたサーバーを止めます · Stopping the server that was left behind (process ${record.server.split(" ")[0]})`,
    );
    await endProcess(Number.parseInt(record.server, 10), "SIGTERM", 5_000);
    await waitUntil(async () => (await firstReason(host, port)) === undefined, 3_000);
    reason = await firstReason(host, port);
  }
  if (reason === undefined) return;
  const another = port < 65_535 ? port + 1 : 3001;
  if (reason === "EADDRINUSE") {
    throw new Trouble(
      `ポート ${port} は他のプログラムが使っています。PORT=${another} を付けて実行してください。`,
      `Port ${port} is used by another program: try PORT=${another}.`,
    );
  }
  throw new Trouble(
    `${host} のポート ${port} は使えません(${reason})。PORT と HOST を確かめてください。`,
    `Port ${port} of ${host} cannot be used (${reason}): check PORT and HOST.`,
  );
}

function alreadyRunning(port: number, pid: number): Trouble {
  return new Trouble(
    `ポート ${port} では、このフォルダーのものがすでに動いています(http://localhost:${port})。止めるには Ctrl-C か kill ${pid}。`,
    `This clone already serves on port ${port} (http://localhost:${port}): stop it with Ctrl-C or kill ${pid}.`,
  );
}

async function firstReason(host: string, port: number): Promise<string | undefined> {
  const reason = await whyNotFree(port, host);
  if (reason !== undefined) return reason;
  // Browsers also try ::1 for "localhost"; another program there would answer in our place.
  return (await whyNotFree(port, "::1")) === "EADDRINUSE" && host === "127.0.0.1" ? "EADDRINUSE" : undefined;
}

function recordFile(port: number): string {
  return path.join(dataFolder, `serving-${port}.json`);
}

function readRecord(port: number): Serving | undefined {
  try {
    return JSON.parse(readFileSync(recordFile(port), "utf8")) as Serving;
  } catch {
    return undefined;
  }
}
