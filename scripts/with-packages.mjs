// Runs one TypeScript script of this project, from a fresh clone on: plain Node, because nothing is installed yet.
//   node scripts/with-packages.mjs scripts/demo.ts …arguments

import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { constants as os } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const [script, ...rest] = process.argv.slice(2);
// See scripts/command.ts.
const quiet = "--disable-warning=DeprecationWarning";
// What an installation without development packages (npm ci --omit=dev) must be able to run.
const runsInProduction = ["migrate", "start", "worker", "verify", "admin-create", "search-rebuild", "site"];

function refuse(japanese, english) {
  console.error(`✗ ${japanese}\n✗ ${english}`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major >= 24 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return;
  refuse(
    `Node.js ${process.versions.node} では動きません。20.19 以上の 20、22.12 以上の 22、または 24 以上を入れてください。`,
    `Node.js ${process.versions.node} is not supported: install 20.19+, 22.12+ or 24+.`,
  );
}

function requireWritableRoot() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    refuse(
      `フォルダー ${root} に書き込めません。書き込める場所に複製して、もう一度実行してください。`,
      `The folder ${root} cannot be written to: clone into a folder you may write to and run this again.`,
    );
  }
}

/** npm records what it really installed; comparing that with the lock file needs no stamp and sees an install by hand. */
function packagesAreInstalled(withDevelopment) {
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), "utf8")).packages ?? {};
  try {
    const installed = read("node_modules/.package-lock.json");
    return Object.entries(read("package-lock.json")).every(
      ([where, wanted]) =>
        where === "" ||
        wanted.optional ||
        wanted.devOptional ||
        (wanted.dev && !withDevelopment) ||
        installed[where]?.version === wanted.version,
    );
  } catch {
    return false;
  }
}

function installPackages(environment, withDevelopment) {
  requireWritableRoot();
  console.log(
    "→ パッケージを入れます(初回は数分かかることがあります) · Installing packages (the first time may take minutes)",
  );
  const began = Date.now();
  const options = ["ci", withDevelopment ? "--include=dev" : "--omit=dev", "--no-audit", "--no-fund"];
  // npm names itself when it runs a script; calling it through Node also works where npm is a .cmd file.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith("js") ? [process.execPath, [npm]] : ["npm", []];
  const done = spawnSync(command, [...first, ...options], { cwd: root, env: environment, stdio: "inherit" });
  if (done.status !== 0) {
    refuse(
      "パッケージを入れられませんでした(上の npm の行を参照)。ネットワーク(npm レジストリー)と空き容量を確かめ、もう一度実行してください。",
      "Packages could not be installed (see npm's lines above): check the network (npm registry) and free disk space, then run this again.",
    );
  }
  console.log(`✓ ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function generateClient(environment) {
  const schema = path.join(root, "prisma/schema.prisma");
  if (!existsSync(schema)) return;
  const prisma = path.join(root, "node_modules/prisma");
  const version = JSON.parse(readFileSync(path.join(prisma, "package.json"), "utf8")).version;
  const stamp = createHash("sha256").update(version).update(readFileSync(schema)).digest("hex");
  const stampFile = path.join(root, "prisma/client/generated-from");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  requireWritableRoot();
  const done = spawnSync(process.execPath, [path.join(prisma, "build/index.js"), "generate"], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  if (done.status !== 0) {
    console.error(`${done.stdout}${done.stderr}`);
    refuse(
      "prisma/schema.prisma からデータベースの窓口を作れませんでした(上の行を参照)。",
      "The database client could not be generated from prisma/schema.prisma (see the lines above).",
    );
  }
  writeFileSync(stampFile, stamp);
}

function canWriteIn(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** npm and Playwright keep files in the home folder; where it cannot be written (a service account) they use ours. */
function withCaches(environment) {
  const home = environment.HOME || root;
  const npm = environment.npm_config_cache || path.join(home, ".npm");
  const browsers = environment.PLAYWRIGHT_BROWSERS_PATH || path.join(home, ".cache/ms-playwright");
  const caches = path.join(root, ".data/caches");
  return {
    ...environment,
    ...(!canWriteIn(npm) && { npm_config_cache: path.join(caches, "npm") }),
    ...(!existsSync(browsers) && !canWriteIn(home) && { PLAYWRIGHT_BROWSERS_PATH: path.join(caches, "browsers") }),
  };
}

/** The processes between this one and npm, itself included: npm runs a script in a shell, which survives it. */
function npmAbove() {
  const parent = process.ppid;
  try {
    const [, name = "", above] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, "utf8")) ?? [];
    return name.endsWith("sh") ? `${parent} ${above}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}

function run(environment) {
  const child = spawn(process.execPath, [quiet, "--conditions=react-server", "--import", "tsx", script, ...rest], {
    cwd: root,
    env: environment,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  // npm killed outright cannot pass anything on: its children get another parent, and then the script is to stop.
  const starters = npmAbove();
  const watch = () => npmAbove() !== starters && child.kill("SIGTERM");
  if (process.env.npm_lifecycle_event) setInterval(watch, 500).unref();
  child.on("error", (error) => refuse(`起動できません: ${error.message}`, `Cannot start: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (os.signals[signal] ?? 0)));
}

requireNode();
const name = path.basename(script ?? "", ".ts");
if (!script || !existsSync(path.join(root, script))) {
  refuse("実行するスクリプトがありません。", `There is no script ${script ?? ""} to run.`);
}
// .env says where production is; the demo and the tests must never find that by accident.
if (runsInProduction.includes(name) && existsSync(path.join(root, ".env")))
  process.loadEnvFile(path.join(root, ".env"));
const environment = withCaches({ ...process.env, CHECKPOINT_DISABLE: "1", NEXT_TELEMETRY_DISABLED: "1" });
const withDevelopment = !runsInProduction.includes(name);
try {
  if (!packagesAreInstalled(withDevelopment)) installPackages(environment, withDevelopment);
  generateClient(environment);
} catch (error) {
  refuse(`準備できませんでした: ${error.message}`, `Could not prepare: ${error.message}`);
}
run(environment);
