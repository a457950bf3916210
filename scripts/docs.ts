import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { glossaryPage } from "./docs-glossary.ts";
import { lifecyclePage } from "./docs-lifecycle.ts";
import { root } from "./folders.ts";
import { main, say, Trouble } from "./say.ts";

// The documents that are printed from code. With --check nothing is written: what differs is an error.
await main(async () => {
  const check = process.argv.includes("--check");
  for (const [file, text] of [
    ["docs/lifecycle.md", lifecyclePage()],
    ["docs/glossary.md", glossaryPage()],
  ] as const) {
    const place = path.join(root, file);
    if (!check) {
      writeFileSync(place, text);
      say(`✓ ${file}`);
    } else if (readFileSync(place, "utf8") !== text) {
      throw new Trouble(
        `${file} がコードと違います。npm run docs を実行してください。`,
        `${file} differs from the code: run npm run docs.`,
      );
    }
  }
  return 0;
});
