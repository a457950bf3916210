import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { freePort, whyNotFree } from "./ports.ts";
import { clusterFolder, initialiseCluster, serverEnvironment, serverPassword, serverUser } from "./postgres-cluster.ts";
import { type ServerProgram, serverProgram } from "./postgres-program.ts";
import { accepts, postmaster } from "./postgres-running.ts";
import { endProcess, identify, isAlive, isSame, waitUntil, withLock } from "./processes.ts";

export interface RunningDatabase {
  /** How to reach the database that was asked for. */
  url: string;
  /** Lets go of the server, and stops it unless another process of ours still uses it. */
  stop(): Promise<void>;
}

interface Wanted {
  /** Where the server keeps its files, port and password. */
  directory: string;
  /** Created when it does not exist. */
  database: string;
  /** For tests: faster, and the files are thrown away where they cannot be started from. */
  throwaway?: boolean;
  /** Another PostgreSQL than the embedded one. */
  program?: ServerProgram;
  log?: (line: string) => void;
}

/**
 * Starts the embedded PostgreSQL of a folder, or takes the one that already runs there: two commands of one clone
 * share it, and one that a killed process left behind is found again.
 */
export async function startDatabase({
  directory,
  database,
  throwaway = false,
  program: given,
  log = () => {},
}: Wanted): Promise<RunningDatabase> {
  mkdirSync(path.join(directory, "users"), { recursive: true });
  const lock = path.join(directory, "lock");
  const user = path.join(directory, "users", `${process.pid}-${randomBytes(4).toString("hex")}`);
  const program = given ?? (await serverProgram());
  const { cluster, url } = await withLock(lock, async () => {
    const place = clusterFolder(directory, program);
    const running = await findOrStart({ directory, cluster: place, program, throwaway, log });
    await createDatabase(running, database);
    writeFileSync(user, identify(process.pid) ?? "");
    return { cluster: place, url: withDatabase(running, database) };
  });
  let stopped: Promise<void> | undefined;
  const stop = () => withLock(lock, () => letGo(user, cluster));
  return {
    url,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

interface Place {
  directory: string;
  cluster: string;
  program: ServerProgram;
  throwaway: boolean;
  log: (line: string) => void;
}

/** Returns the address of the server's own database `postgres`. */
async function findOrStart(place: Place): Promise<string> {
  const { directory, cluster, program, throwaway, log } = place;
  const found = postmaster(cluster);
  if (found) {
    const url = address(directory, found.port);
    if (await waitUntil(async () => !isAlive(found.pid) || (await accepts(url)), 15_000)) {
      if (isAlive(found.pid)) {
        log(`動いている PostgreSQL を使います · Using the PostgreSQL that is running (process ${found.pid})`);
        return url;
      }
    } else await endProcess(found.pid, "SIGINT", 20_000);
  }
  try {
    return await start(place);
  } catch (error) {
    if (!throwaway) throw error;
    // Tests run without fsync, so a cut of power may leave files that no server starts from.
    rmSync(cluster, { recursive: true, force: true });
    return await start({ ...place, cluster: clusterFolder(directory, program) });
  }
}

async function start({ directory, cluster, program, throwaway, log }: Place): Promise<string> {
  const fresh = initialiseCluster(cluster, serverPassword(directory), program);
  if (fresh) log("新しいデータベースを作りました · Created a new database");
  const port = await rememberedPort(directory);
  const settings = {
    listen_addresses: "127.0.0.1",
    // No socket file: its path may be at most 107 bytes long, and a clone may lie deeper.
    unix_socket_directories: "",
    timezone: "UTC",
    ...(throwaway && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const logFile = path.join(directory, "server.log");
  const output = openSync(logFile, "w");
  // Detached: Ctrl-C reaches every process of the terminal, and the app has to be stopped before its database.
  const server = spawn(program.postgres, ["-D", cluster, "-p", String(port), ...options], {
    ...program.account,
    cwd: path.parse(cluster).root,
    env: serverEnvironment(),
    detached: true,
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  let over = false;
  server.on("error", () => {
    over = true;
  });
  server.on("exit", () => {
    over = true;
  });
  server.unref();
  const url = address(directory, port);
  const ready = await waitUntil(async () => over || (await accepts(url)), 60_000);
  if (!ready || over) throw new Error(`PostgreSQL did not start (${logFile}):\n${readFileSync(logFile, "utf8")}`);
  return url;
}

function address(directory: string, port: number): string {
  return `postgresql://${serverUser}:${serverPassword(directory)}@127.0.0.1:${port}/postgres`;
}

async function rememberedPort(directory: string): Promise<number> {
  const file = path.join(directory, "port");
  const remembered = existsSync(file) ? Number(readFileSync(file, "utf8")) : 0;
  if (remembered > 0 && (await whyNotFree(remembered, "127.0.0.1")) === undefined) return remembered;
  const port = await freePort();
  writeFileSync(file, String(port));
  return port;
}

async function createDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, ssl: false });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

async function letGo(user: string, cluster: string): Promise<void> {
  rmSync(user, { force: true });
  const users = path.dirname(user);
  for (const name of readdirSync(users)) {
    if (isSame(readFileSync(path.join(users, name), "utf8"))) return;
    rmSync(path.join(users, name), { force: true });
  }
  const running = postmaster(cluster);
  if (running) await endProcess(running.pid, "SIGINT", 20_000);
}
