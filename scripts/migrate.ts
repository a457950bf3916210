import { completeSearch } from "./complete-search.ts";
import { requireDatabase, withoutSecrets } from "./database-address.ts";
import { applyMigrations } from "./migrations.ts";
import { main, say, step, Trouble } from "./say.ts";

await main(async () => {
  const url = process.env.DATABASE_URL;
  if (!url) {
    throw new Trouble(
      "DATABASE_URL がありません。例: DATABASE_URL=postgresql://user:password@host:5432/hoshin npm run migrate",
      "DATABASE_URL is not set. Example: DATABASE_URL=postgresql://user:password@host:5432/hoshin npm run migrate",
    );
  }
  await requireDatabase(url, { create: true });
  const applied = await step(`移行(${withoutSecrets(url)})`, "Migrating", () => applyMigrations(url, say));
  say(`${applied.length} 件適用 · ${applied.length} applied`);
  const made = await step("検索の見出しを補います", "Completing the search", () => completeSearch());
  say(`${made} 件 · ${made} policies`);
  return 0;
});
