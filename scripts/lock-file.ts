/** The part of package-lock.json that is read here. */
export interface LockFile {
  packages: Record<string, Entry>;
}

interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * The optional packages (of other platforms) that a lock file names and does not hold. npm leaves them out when the
 * registry it locks against does not have them, and then `npm ci` refuses the lock file everywhere. Each comes as the
 * entry to add, with what its name says of the platform, and without a hash, which only its registry knows.
 */
export function missingFromLock(lock: LockFile): Record<string, Entry> {
  const missing: Record<string, Entry> = {};
  for (const [where, { dev, optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(optionalDependencies)) {
      if (placesSeenFrom(where).some((place) => lock.packages[`${place}node_modules/${name}`])) continue;
      missing[`node_modules/${name}`] = {
        version: range.replace(/^[\^~]/, ""),
        ...platformOf(name),
        ...(dev && { dev }),
        optional: true,
      };
    }
  }
  return missing;
}

/** The folders in which Node looks for a package: the importer's own node_modules, then those above it. */
function placesSeenFrom(where: string): string[] {
  if (where === "") return [""];
  const above = where.lastIndexOf("node_modules/");
  return [`${where}/`, ...placesSeenFrom(where.slice(0, above).replace(/\/$/, ""))];
}

function platformOf(name: string): Pick<Entry, "os" | "cpu" | "libc"> {
  const parts = name.split(/[/-]/);
  const os = parts.find((part) => systems.includes(part));
  const cpu = parts.find((part) => processors.includes(part));
  const libc = parts.some((part) => part.startsWith("musl")) ? "musl" : os === "linux" ? "glibc" : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}
