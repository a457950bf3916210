import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
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
  /** Where it listens; at a port that is free where nothing is said. */
  readonly port?: number;
  /** Without limits, for measuring: everything comes from one address there. */
  readonly unlimited?: boolean;
  /** A web server for files and nothing else, to measure the edge against: as it comes, or that keeps files open as the edge does. */
  readonly plain?: "as it comes" | "with open files";
  /** The files of a certificate and its key: readers come over TLS, as docs/running.md tells. */
  readonly tls?: { readonly certificate: string; readonly key: string };
}

const PLAIN = `
user www-data;
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
export async function startEdge({ apps, site, folder, port: given, unlimited = false, plain, tls }: Edge) {
  if (spawnSync("nginx", ["-v"]).error) {
    throw new Trouble(
      "nginx がありません(apt-get install nginx-light)。",
      "There is no nginx: apt-get install nginx-light.",
    );
  }
  const port = given ?? (await freePort());
  mkdirSync(folder, { recursive: true });
  let text = plain ? PLAIN : readFileSync(path.join(root, "deploy/nginx.conf"), "utf8");
  const put = (from: string | RegExp, to: string) => {
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`deploy/nginx.conf has no ${from}`);
    text = changed;
  };
  if (plain === "with open files") {
    put("sendfile on;", "sendfile on; open_file_cache max=4096 inactive=5s; open_file_cache_valid 1s;");
  }
  put("user www-data;", process.getuid?.() === 0 ? "user root;" : "");
  put("pid /run/nginx.pid;", `pid ${folder}/nginx.pid;`);
  put(/\/var\/log\/nginx\/hoshin\.log/g, `${folder}/access.log`);
  put(/\/var\/lib\/hoshin\/site\/served/g, path.join(site, "served"));
  const certified = tls && ` ssl http2;\nssl_certificate ${tls.certificate};\nssl_certificate_key ${tls.key}`;
  put("listen 8080 default_server", `listen 127.0.0.1:${port}${certified ?? ""}`);
  if (!plain) {
    put("/var/cache/nginx/hoshin", `${folder}/cache`);
    put("/var/log/nginx/hoshin-error.log", `${folder}/error.log`);
    // However many there are, each as the configuration has it.
    const [written = "", set = ""] = /(?: *server 127\.0\.0\.1:300\d( .*)?;\n)+/.exec(text) ?? [];
    put(written, apps.map((app) => `server 127.0.0.1:${app}${set};\n`).join(""));
    if (unlimited) put(/^ *limit_(?:req|conn) .*;$/gm, "");
  }
  const file = path.join(folder, "nginx.conf");
  writeFileSync(file, text);
  const child = spawn("nginx", ["-e", `${folder}/error.log`, "-c", file, "-g", "daemon off;"], { stdio: "inherit" });
  const baseURL = `http${tls ? "s" : ""}://localhost:${port}`;
  const listens = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
  await waitUntil(async () => child.exitCode !== null || (await listens()), 5_000);
  if (child.exitCode !== null) throw new Error(`nginx did not start (see ${folder}/error.log)`);
  return {
    baseURL,
    stop: () => stopChild(child, { signal: "SIGQUIT", graceMs: 3_000 }),
  };
}
