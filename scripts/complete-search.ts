/**
 * Makes searchable what is not, in the archive that DATABASE_URL names: Editions from before the search, and those that a
 * release of this software without it let out while it was being replaced. Says of how many policies.
 */
export async function completeSearch({ all = false }: { readonly all?: boolean } = {}): Promise<number> {
  const { closeDatabase } = await import("../lib/data/db.ts");
  const { rebuildSearch } = await import("../lib/data/search-entries.ts");
  try {
    return await rebuildSearch({ all });
  } finally {
    await closeDatabase();
  }
}
