import { withoutSecrets } from "./database-address.ts";
import { openLargeCity } from "./large-city.ts";
import { applyMigrations } from "./migrations.ts";
import { main, say, secondsSince } from "./say.ts";
import { untilStopped } from "./until-stopped.ts";

// A made-up city of 24 organisations × 10 years × 60 initiatives, to look at and to measure on: into the empty database
// that DATABASE_URL names, or into one of its own under .data. To look at it: DATABASE_URL=… npm start.
await main(() =>
  untilStopped(async (running) => {
    const began = performance.now();
    const url = await openLargeCity(running);
    await applyMigrations(url, say);
    const { closeDatabase } = await import("../lib/data/db.ts");
    running.atEnd(closeDatabase);
    const { seedLarge } = await import("../prisma/seed/large.ts");
    await seedLarge({ log: (line) => say(`  ${line}`) });
    say(`✓ 大きな市を入れました · the large city is in (${secondsSince(began)}): ${withoutSecrets(url)}`);
    return 0;
  }),
);
