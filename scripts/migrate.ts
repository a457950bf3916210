import { completeSearch } from "./complete-search.ts";
import { requireDatabase, withoutSecrets } from "./database-address.ts";
import { applyMigrations } from "./migrations.ts";
import { main, say, step } from "./say.ts";
import { databaseSetting } from "./settings.ts";

await main(async () => {
  const url = databaseSetting();
  await requireDatabase(url, { create: true });
  const applied = await step(`移行(${withoutSecrets(url)})`, "Migrating", () => applyMigrations(url, say));
  say(`${applied.length} 件適用 · ${applied.length} applied`);
  const made = await step("検索の見出しを補います", "Completing the search", () => completeSearch());
  say(`${made} 件 · ${made} policies`);
  return 0;
});
