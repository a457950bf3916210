import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { canUseFolder, makeSharedFolder, type ServerProgram, sharedFolder } from "./postgres-program.ts";
import { say, Trouble } from "./say.ts";

/** The superuser of the embedded servers. */
export const serverUser = "hoshin";

/** The password of the server in that folder: made once, readable by its owner alone. */
export function serverPassword(directory: string): string {
  const file = path.join(directory, "password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

/**
 * Says where the files of a server lie, and makes the place if there is none: `cluster` inside its folder, or, where
 * root's clone cannot be entered by the account that the server runs as, a link of that name to a shared folder.
 */
export function clusterFolder(directory: string, { account }: ServerProgram): string {
  const inside = path.join(directory, "cluster");
  if (isLink(inside)) {
    if (isOurs(inside, directory)) return realpathSync(inside);
    rmSync(inside);
  }
  mkdirSync(inside, { recursive: true, mode: 0o700 });
  if (!account) return realpathSync(inside);
  chownSync(inside, account.uid, account.gid);
  if (canUseFolder(inside, account)) return realpathSync(inside);
  return moveOutside(inside, directory);
}

/** Takes the files of a server that was stopped away for good, wherever they lie. */
export function removeServer(directory: string): void {
  const inside = path.join(directory, "cluster");
  if (isLink(inside) && isOurs(inside, directory)) {
    rmSync(path.dirname(realpathSync(inside)), { recursive: true, force: true });
  }
  rmSync(directory, { recursive: true, force: true });
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

/** A copied clone (cp -a) brings along the link to the original's files; a moved one is their only owner. */
function isOurs(link: string, directory: string): boolean {
  if (!existsSync(link)) return false;
  const cluster = realpathSync(link);
  const ownerFile = path.join(path.dirname(cluster), "owner");
  const owner = existsSync(ownerFile) ? readFileSync(ownerFile, "utf8") : "";
  const here = realpathSync(directory);
  if (owner === here) return true;
  const theirs = path.join(owner, "cluster");
  if (owner !== "" && isLink(theirs) && existsSync(theirs) && realpathSync(theirs) === cluster) return false;
  writeFileSync(ownerFile, here);
  return true;
}

function moveOutside(inside: string, directory: string): string {
  makeSharedFolder();
  const place = path.join(sharedFolder, `database-${randomBytes(6).toString("hex")}`);
  mkdirSync(place);
  chmodSync(place, 0o755);
  writeFileSync(path.join(place, "owner"), realpathSync(directory));
  const cluster = path.join(place, "cluster");
  const copied = spawnSync("cp", ["-a", inside, cluster], { encoding: "utf8" });
  if (copied.status !== 0) {
    throw new Trouble(`${place} に書き込めません: ${copied.stderr}`, `Cannot write to ${place}: ${copied.stderr}`);
  }
  rmSync(inside, { recursive: true });
  symlinkSync(cluster, inside);
  say(`  データベースの置き場所 · The database is kept in ${cluster}`);
  return cluster;
}

/** Creates the server's files where that was not done, or not finished. */
export function initialiseCluster(cluster: string, password: string, { initdb, account }: ServerProgram): boolean {
  const finished = path.join(cluster, "hoshin-initialised");
  if (existsSync(finished)) return false;
  rmSync(cluster, { recursive: true, force: true });
  mkdirSync(cluster, { mode: 0o700 });
  const passwordFile = path.join(path.dirname(cluster), `initial-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const file of [cluster, passwordFile]) chownSync(file, account.uid, account.gid);
  // Without a UTF-8 locale the server would be SQL_ASCII, and pg_trgm finds nothing in Japanese.
  const locale = process.platform === "linux" ? "C.UTF-8" : "en_US.UTF-8";
  const provided = hasOwnLocales(initdb) ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  const options = ["--encoding=UTF8", `--locale=${locale}`, ...provided];
  const access = ["--auth=scram-sha-256", `--username=${serverUser}`, `--pwfile=${passwordFile}`];
  const done = spawnSync(initdb, [`--pgdata=${cluster}`, ...access, ...options], {
    ...account,
    cwd: path.parse(cluster).root,
    env: serverEnvironment(),
    encoding: "utf8",
  });
  rmSync(passwordFile, { force: true });
  if (done.status !== 0) throw new Error(`initdb: ${done.error?.message ?? done.stderr}`);
  writeFileSync(finished, "");
  return true;
}

/** PostgreSQL has locales of its own, which are the same on every system, from 17 on. */
function hasOwnLocales(initdb: string): boolean {
  const { stdout } = spawnSync(initdb, ["--version"], { encoding: "utf8", cwd: "/" });
  return Number(/(\d+)/.exec(stdout)?.[1]) >= 17;
}

/** Our environment without another server's settings (PGDATA, PGPORT …). */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_MESSAGES: "C" };
  for (const name of Object.keys(environment)) {
    if (name.startsWith("PG") || name === "LC_ALL" || name === "LANG") delete environment[name];
  }
  return environment;
}
