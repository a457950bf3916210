import { openArchive } from "./archive.ts";
import { main, say } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// Checks that everything decided is as it was written, and names the first that is not.
await main(() =>
  untilStopped(async (running) => {
    await openArchive(running);
    const { closeDatabase } = await import("../lib/data/db.ts");
    const { verifyArchive } = await import("../lib/data/verify.ts");
    running.atEnd(closeDatabase);
    const { checked, broken } = await verifyArchive();
    const counts = Object.entries(checked)
      .map(([what, count]) => `${what} ${count}`)
      .join(", ");
    if (broken === null) {
      say(`✓ 記録はすべて書かれたとおりです · the archive is as it was written: ${counts}`);
      return 0;
    }
    console.error(`✗ ${broken}`);
    console.error(`  ここまでに確かめたもの · checked before it: ${counts}`);
    console.error("  バックアップと比べ、管理者に知らせてください · compare with a backup and tell the administrator");
    return 1;
  }),
);
