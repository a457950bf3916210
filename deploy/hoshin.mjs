#!/usr/bin/env node
// An administrator's command, run as the services run theirs: as their user, with the settings of /etc/hoshin.env, in the
// folder of the application. To be called as root, who has a copy of it that nobody else can change (docs/running.md):
//   hoshin npm run migrate        hoshin bash
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";

const settings = parseEnv(readFileSync("/etc/hoshin.env", "utf8"));
process.umask(0o027);
const child = spawn("runuser", ["--user", "hoshin", "--group", "www-data", "--", ...process.argv.slice(2)], {
  cwd: "/opt/hoshin",
  env: { PATH: process.env.PATH, TERM: process.env.TERM, LANG: "C.UTF-8", HOME: "/var/lib/hoshin", ...settings },
  stdio: "inherit",
});
// A terminal interrupts both, and the command says what comes of it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("error", ({ message }) => {
  console.error(message);
  process.exit(127);
});
child.on("exit", (code) => process.exit(code ?? 1));
