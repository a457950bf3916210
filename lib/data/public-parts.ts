import type { Hash } from "../domain/canonical.ts";
import type { Part } from "../domain/edition.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import type { Manifest } from "../domain/forms/form.ts";
import { WITHHOLDING, type Withheld } from "../domain/taking-back.ts";
import { itemIdOf, withhold } from "../domain/withheld.ts";
import { db } from "./db.ts";
import { readManifest, readParts } from "./parts.ts";
import { readEachOnce } from "./published-reads.ts";

/**
 * Parts as the public may see them: the one place through which published.ts and its sisters read, so that
 * nothing public can forget what was taken down.
 */

/** Parts by their addresses. A sheet of an item that was taken down is not there. */
export async function readPublicParts(hashes: readonly Hash[]): Promise<Map<Hash, Part>> {
  return readEachOnce("part", hashes, async (unknown) => withheldFrom(await readParts(unknown)));
}

/** The contents that a manifest names, by name. A sheet of an item that was taken down is not there. */
export async function readPublicManifest(manifest: Manifest): Promise<Map<string, Part>> {
  return withheldFrom(await readManifest(manifest));
}

/** Contents without what was taken down, as a release would publish them. */
export async function withheldFrom(parts: Map<string, Part>): Promise<Map<string, Part>> {
  const ids = new Set([...parts.values()].flatMap((part) => itemIdOf(part) ?? []));
  const withheld = await takenDown([...ids]);
  if (withheld.size === 0) return parts;
  return new Map(
    [...parts].flatMap(([key, part]): [string, Part][] => {
      const shown = withhold(part, withheld);
      return shown ? [[key, shown]] : [];
    }),
  );
}

/** The ids of all items that are taken down now. */
export async function withheldItems(): Promise<string[]> {
  const rows = await db().takedown.findMany({
    where: { state: { in: [...WITHHOLDING] } },
    select: { targetId: true },
  });
  return rows.map(({ targetId }) => targetId);
}

/** What the public is told of the items that are taken down now, by their ids. */
async function takenDown(ids: readonly string[]): Promise<Map<string, Withheld>> {
  if (ids.length === 0) return new Map();
  const rows = await db().takedown.findMany({
    where: { targetId: { in: [...ids] }, state: { in: [...WITHHOLDING] } },
    select: { targetId: true, reason: true, wordingHash: true, decidedAt: true },
  });
  const wordings = await readParts(rows.map(({ wordingHash }) => wordingHash));
  return new Map(
    rows.flatMap(({ targetId, reason, wordingHash, decidedAt }): [string, Withheld][] => {
      const said = wordings.get(wordingHash);
      const wording = said?.type === "comment" ? (said.comment ?? "") : "";
      // A takedown that is in force was decided on: a CHECK says so.
      return decidedAt ? [[targetId, { reason, wording, since: tokyoDate(decidedAt) }]] : [];
    }),
  );
}
