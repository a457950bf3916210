import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { isAlive } from "./processes.ts";

/** The server that works on these files now, if one does. */
export function postmaster(cluster: string): { pid: number; port: number } | undefined {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pidLine = "", folder, , portLine] = readFileSync(file, "utf8").split("\n");
  const pid = Number(pidLine);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  if (worksIn(pid, folder) === cluster) return { pid, port: Number(portLine) };
  // The number belongs to another program by now, or the file was copied along with a clone; the server would
  // take that program for itself and refuse to start. (Where the process is gone, it looks for itself.)
  rmSync(file);
  return undefined;
}

/** A server stands in its own folder; that stays true when the folder is moved, while the pid file keeps the old name. */
function worksIn(pid: number, written: string | undefined): string | undefined {
  if (process.platform !== "linux") return written;
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

/** Whether a server takes connections there, with that password. */
export async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
