import { main, say } from "./say.ts";

// A process of its own: lib/data opens what DATABASE_URL names when it is imported, and lets go when this ends.
await main(async () => {
  const { seedDemo } = await import("../prisma/seed/demo.ts");
  await seedDemo({ log: (line: string) => say(`  ${line}`) });
  return 0;
});
