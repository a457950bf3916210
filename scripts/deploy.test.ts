import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { root } from "./folders.ts";

// What lies in deploy says the same in each of its files. None of it can be tried here as it will run there.

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: string;
  readonly user?: string;
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: { readonly default: { readonly ipv4_address: string } };
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly build?: { readonly dockerfile: string; readonly target: string };
}

const read = (file: string) => readFileSync(path.join(root, file), "utf8");
const { services, volumes, networks } = parse(read("deploy/compose.yaml"), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  networks: { default: { ipam: { config: [{ subnet: string; gateway: string }] } } };
};
const nginx = read("deploy/nginx.conf");
const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: object }).scripts);
const found = (pattern: RegExp, text: string) => [...text.matchAll(pattern)].map(([, value = ""]) => value);

const ports = found(/server 127\.0\.0\.1:(\d+)/g, nginx);
const [listens = ""] = found(/listen (\d+)/g, nginx);
const [served = ""] = found(/root (\S+);/g, nginx);
/** What the Dockerfile makes of nginx.conf for the edge in a container. */
function edgeOfImage(): string {
  const edits = [...read("deploy/Dockerfile").matchAll(/-e 's\/(.+)\/(.+)\/'/g)];
  expect(edits.length).toBeGreaterThan(0);
  return edits.reduce((text, [, from = "", to = ""]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, nginx);
}
const apps = Object.entries(services).filter(([name]) => name.startsWith("app"));

describe("compose.yaml", () => {
  it("has what a production installation is made of", () => {
    expect(Object.keys(services).sort()).toEqual(["app-1", "app-2", "database", "edge", "migrate", "worker"]);
  });

  it("runs scripts that there are, once the archive is migrated", () => {
    for (const [name, { command, depends_on: after }] of Object.entries(services)) {
      if (!command) continue;
      expect(command[0], name).toBe("npm");
      expect(scripts, name).toContain(command.at(-1));
      const waits = name === "migrate" ? after?.database : after?.migrate;
      expect(waits?.condition, name).toBe(name === "migrate" ? "service_healthy" : "service_completed_successfully");
    }
  });

  it("puts the apps where nginx.conf looks for them, and the edge where readers come", () => {
    const edge = edgeOfImage();
    const placed = apps.map(
      ([, { networks, environment }]) => `${networks?.default.ipv4_address}:${environment?.PORT}`,
    );
    expect(found(/^ *server ([\d.]+:\d+) /gm, edge)).toEqual(placed);
    expect(placed.length).toBe(ports.length);
    for (const [name, { environment }] of apps) expect(environment?.HOST, name).toBe("0.0.0.0");
    expect(services.edge?.ports).toEqual([`127.0.0.1:${listens}:${listens}`]);
    const [{ gateway, subnet }] = networks.default.ipam.config;
    expect(found(/^ *set_real_ip_from (\S+);/gm, edge)).toEqual([gateway]);
    expect(edge).toMatch(/^ *real_ip_header X-Forwarded-For;$/m);
    for (const address of [gateway, ...placed]) expect(address.startsWith(subnet.replace("0/24", ""))).toBe(true);
  });

  it("compiles into the volume that the edge reads and cannot write", () => {
    const site = services.worker?.environment?.HOSHIN_SITE ?? "";
    expect(path.join(site, "served")).toBe(served);
    const [volume, folder = "none"] = services.worker?.volumes?.[0]?.split(":") ?? [];
    expect(site.startsWith(`${folder}/`)).toBe(true);
    expect(services.edge?.volumes).toEqual([`${volume}:${folder}:ro`]);
    const used = Object.values(services).flatMap((service) => service.volumes?.map((one) => one.split(":")[0]) ?? []);
    expect([...new Set(used)].sort()).toEqual(Object.keys(volumes).sort());
  });

  it("runs nothing as root, looks after what answers, and holds no secret", () => {
    for (const [name, { user, healthcheck }] of Object.entries(services)) {
      expect(user, name).toMatch(/^(node|postgres|www-data)$/);
      expect(healthcheck !== undefined, name).toBe(!["migrate", "worker"].includes(name));
    }
    expect(read("deploy/compose.yaml")).not.toMatch(/(PASSWORD|SECRET|KEY|DATABASE_URL)\s*[:=]\s*\S/);
    for (const { env_file: file = "x.env" } of Object.values(services)) expect(file).toMatch(/^[a-z]+\.env$/);
    // Compose would put something from its own environment there.
    expect(read("deploy/compose.yaml")).not.toContain("$");
    expect(read(".gitignore").split("\n")).toContain("deploy/*.env");
  });

  it("builds images that there are", () => {
    const targets = found(/^FROM \S+ AS (\S+)$/gm, read("deploy/Dockerfile"));
    for (const { build } of Object.values(services)) if (build) expect(targets).toContain(build.target);
    // Two that build one image at once get into each other's way.
    const built = Object.values(services).flatMap(({ build }) => build?.target ?? []);
    expect(built.sort()).toEqual(["app", "edge"]);
  });
});

describe(".env.example", () => {
  it("is read alike by a shell, by systemd and by Node.js", () => {
    const lines = read(".env.example").match(/^(?:# )?[A-Z_]+=.*$/gm) ?? [];
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(line).toMatch(/^(?:# )?[A-Z_]+=(?:"[^"$`\\]*"|[\w:/@.-]*)$/);
  });
});

describe("systemd's units", () => {
  const worker = read("deploy/hoshin-worker.service");
  const beside = read("deploy/nginx.service.d/hoshin.conf");

  it("start scripts that there are", () => {
    const started = ["app@", "worker"].flatMap((unit) =>
      found(/ExecStart=.*\/usr\/bin\/npm (?:run )?(\S+)/g, read(`deploy/hoshin-${unit}.service`)),
    );
    expect(started).toEqual(["start", "worker"]);
    for (const script of started) expect(scripts).toContain(script);
  });

  it("run as what an administrator's command runs as, with the same settings", () => {
    const by = read("deploy/hoshin.mjs");
    for (const unit of ["app@", "worker"]) {
      const text = read(`deploy/hoshin-${unit}.service`);
      expect(by).toContain(`"--user", "${found(/^User=(\S+)/gm, text)[0]}"`);
      expect(by).toContain(`readFileSync("${found(/^EnvironmentFile=(\S+)/gm, text)[0]}"`);
      expect(by).toContain(`cwd: "${found(/^WorkingDirectory=(\S+)/gm, text)[0]}"`);
    }
    expect(by).toContain(`"--group", "${found(/^Group=(\S+)/gm, worker)[0]}"`);
    expect(by).toContain(`process.umask(0o${found(/^UMask=0(\d+)/gm, worker)[0]})`);
  });

  it("let the edge read what the worker writes, as whom nginx.conf names", () => {
    expect(found(/^Group=(\S+)/gm, worker)).toEqual(found(/^user (\S+);/gm, nginx));
    const [writes = "none"] = found(/^ReadWritePaths=.* (\S+)$/gm, worker);
    expect(served.startsWith(`${writes}/`)).toBe(true);
    expect(found(/^ReadWritePaths=(.*)$/gm, beside).join()).not.toContain(writes);
    expect(found(/^LimitNOFILE=(\d+)/gm, beside)).toEqual(found(/^worker_rlimit_nofile (\d+);/gm, nginx));
  });
});
