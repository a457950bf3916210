import { tokyoDate } from "../domain/fiscal-year.ts";
import type { RedactionNote } from "../domain/taking-back.ts";
import { db } from "./db.ts";
import { partsOf } from "./reach.ts";

/** When and why something in Editions was blacked out: for each Edition the days and reasons, each once, the latest first. */
export async function redactionsIn(
  editions: readonly { readonly manifest: string }[],
): Promise<(edition: { readonly manifest: string }) => readonly RedactionNote[]> {
  const hashes = new Set(editions.flatMap((edition) => Object.values(partsOf(edition))));
  if (hashes.size === 0) return () => [];
  const rows = await db().redaction.findMany({
    where: { hash: { in: [...hashes] } },
    select: { hash: true, request: { select: { reason: true, decidedAt: true } } },
  });
  const notes = new Map(
    rows.flatMap(({ hash, request: { reason, decidedAt } }): [string, RedactionNote][] =>
      decidedAt ? [[hash, { on: tokyoDate(decidedAt), reason }]] : [],
    ),
  );
  return (edition) => {
    if (notes.size === 0) return [];
    const found = Object.values(partsOf(edition)).flatMap((hash) => notes.get(hash) ?? []);
    const distinct = new Map(found.map((note) => [`${note.on} ${note.reason}`, note]));
    return [...distinct.values()].sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  };
}
