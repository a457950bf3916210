import { canonicalText } from "../domain/canonical.ts";
import type { Part } from "../domain/edition.ts";
import type { Prepared } from "./carry-out.ts";
import type { Transaction } from "./db.ts";
import { readManifest } from "./parts.ts";
import { partsOf, type Reached } from "./reach.ts";

/** What a save writes: the contents as the next Version, or nothing where they stand there already. */
export async function nextVersion(
  tx: Transaction,
  row: Reached["row"],
  contents: ReadonlyMap<string, Part>,
  holds: Prepared["holds"],
): Promise<Prepared> {
  const head = partsOf(row.headVersion);
  const before = await readManifest(head, tx);
  const unchanged =
    [...contents].every(([key, part]) => {
      const earlier = before.get(key);
      return earlier ? canonicalText(earlier) === canonicalText(part) : isEmptySheet(part);
    }) && [...before.keys()].every((key) => contents.has(key));
  const known = { ...partsOf(row.baseEdition), ...head };
  return { holds: holds ?? {}, contents, known, unchanged, contributes: true };
}

// An empty sheet that was never written is "not begun", and opening and saving it does not begin it.
const isEmptySheet = (part: Part): boolean => part.type === "sheet" && Object.keys(part.values).length === 0;
