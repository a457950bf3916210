import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stopChild } from "./command.ts";
import { root } from "./folders.ts";
import { freePort } from "./ports.ts";
import { waitUntil } from "./processes.ts";
import { Trouble } from "./say.ts";

/** What differs from deploy/nginx.conf where it is tried: nothing else does. */
interface Edge {
  /** The ports of the apps behind it. */
  readonly apps: readonly number[];
  /** The folder of the compiled site. */
  readonly site: string;
  /** A folder of its own, for its cache and log. */
  readonly folder: string;
  /** Without limits, for measuring: everything comes from one address there. */
  readonly unlimited?: boolean;
  /** A web server for files and nothing else, to measure the edge against. */
  readonly plain?: boolean;
}

const PLAIN = `
worker_processes auto;
pid /run/nginx.pid;
include /etc/nginx/modules-enabled/*.conf;
events { worker_connections 4096; }
http {
  include /etc/nginx/mime.types;
  sendfile on;
  tcp_nopush on;
  gzip_static on;
  access_log /var/log/nginx/hoshin.log combined buffer=64k flush=5s;
  server {
    listen 8080 default_server;
    root /var/lib/hoshin/site/served;
  }
}`;

/** Starts nginx with the configuration that lies in deploy, at a port that is free. */
export async function startEdge({ apps, site, folder, unlimited = false, plain = false }: Edge) {
  if (spawnSync("nginx", ["-v"]).error) {
    throw new Trouble(
      "nginx がありません(apt-get install nginx-light)。",
      "There is no nginx: apt-get install nginx-light.",
    );
  }
  const port = await freePort();
  mkdirSync(folder, { recursive: true });
  let text = plain ? PLAIN : readFileSync(path.join(root, "deploy/nginx.conf"), "utf8");
  const put = (from: string | RegExp, to: string) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`deploy/nginx.conf has no ${from}`);
    text = changed;
  };
  put("pid /run/nginx.pid;", `pid ${folder}/nginx.pid;\n${process.getuid?.() === 0 ? "user root;" : ""}`);
  put("/var/log/nginx/hoshin.log", `${folder}/access.log`);
  put("/var/lib/hoshin/site/served", path.join(site, "served"));
  put("listen 8080 default_server", `listen 127.0.0.1:${port}`);
  if (!plain) {
    put("/var/cache/nginx/hoshin", `${folder}/cache`);
    const servers = apps.map((app) => `server 127.0.0.1:${app};`).join("\n");
    put(/server 127\.0\.0\.1:3000;\s*server 127\.0\.0\.1:3001;/, servers);
    if (unlimited) put(/^ *limit_(?:req|conn) .*;$/gm, "");
  }
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, text);
  const child = spawn("nginx", ["-e", `${folder}/error.log`, "-c", file, "-g", "daemon off;"], { stdio: "inherit" });
  const baseURL = `http://localhost:${port}`;
  const answers = () =>
    fetch(`${baseURL}/`, { redirect: "manual" }).then(
      () => true,
      () => false,
    );
  await waitUntil(async () => child.exitCode !== null || (await answers()), 5_000);
  if (child.exitCode !== null) throw new Error(`nginx did not start (see ${folder}/error.log)`);
  return {
    baseURL,
    stop: () => stopChild(child, { signal: "SIGQUIT", graceMs: 3_000 }),
  };
}
