import { completeSearch } from "./complete-search.ts";
import { main, say } from "./say.ts";

// A process of its own: lib/data opens what DATABASE_URL names when it is imported, and lets go when this ends.
await main(async () => {
  const { seedDemo } = await import("../prisma/seed/demo.ts");
  const { seedMihon } = await import("../prisma/seed/mihon.ts");
  const telling = { log: (line: string) => say(`  ${line}`) };
  await seedDemo(telling);
  await seedMihon(telling);
  // Data that an earlier release of this software left here.
  await completeSearch();
  return 0;
});
