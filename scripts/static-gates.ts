import { packageCommand, scriptCommand } from "./command.ts";
import { check, type Gate } from "./gates.ts";

/** The gates that read the tree and start nothing; the slowest first, because they run two at a time. */
export const staticGates: Gate[] = [
  check(
    "型",
    "types",
    packageCommand("next/dist/bin/next", "typegen"),
    packageCommand("typescript/bin/tsc", "--noEmit"),
  ),
  check(
    "import の決まり",
    "import rules",
    packageCommand("dependency-cruiser/bin/dependency-cruise.mjs", "--config", ".dependency-cruiser.mjs", "."),
  ),
  check("使われないコード", "unused code", packageCommand("knip/bin/knip.js")),
  check("書式", "format and lint", packageCommand("@biomejs/biome/bin/biome", "check", ".")),
  check("生成文書", "generated documents", scriptCommand("docs.ts", "--check")),
];
