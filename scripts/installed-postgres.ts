import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { type ServerProgram, serverAccount } from "./postgres-program.ts";
import { Trouble } from "./say.ts";

/** A PostgreSQL that was installed on this computer, with the tools that back it up: the embedded one has none. */
export interface InstalledPostgres {
  readonly program: ServerProgram;
  /** Where pg_dump and pg_restore lie: of the server's own version, as they must be. */
  readonly tools: string;
}

const PROGRAMS = ["initdb", "postgres", "pg_dump", "pg_restore"];
/** Where Debian keeps a server of each version, beside what is in the path. */
const DEBIAN = "/usr/lib/postgresql";

/** Finds it, the newest where there are several. */
export function installedPostgres(): InstalledPostgres {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env.PATH ?? "").split(path.delimiter),
    ...versions.map((version) => path.join(DEBIAN, version, "bin")),
  ];
  const tools = folders.find((folder) => PROGRAMS.every((name) => existsSync(path.join(folder, name))));
  if (!tools) {
    throw new Trouble(
      "PostgreSQL のサーバーと pg_dump がありません(apt-get install postgresql)。",
      "There is no PostgreSQL server with its pg_dump: apt-get install postgresql.",
    );
  }
  const account = process.getuid?.() === 0 ? serverAccount() : undefined;
  return { program: { initdb: path.join(tools, "initdb"), postgres: path.join(tools, "postgres"), account }, tools };
}
