import { randomBytes } from "node:crypto";
import { canonicalText, type Hash, partHash, SALT_BYTES } from "../domain/canonical.ts";
import { type Part, part } from "../domain/edition.ts";
import type { Manifest } from "../domain/forms/form.ts";
import { db, type Transaction } from "./db.ts";

/** Writes new Parts, each with a salt of its own, and returns their addresses in the same order. */
export async function writeParts(tx: Transaction, contents: readonly Part[]): Promise<Hash[]> {
  const rows = contents.map((content) => {
    const payload = canonicalText(part.parse(content));
    const salt = randomBytes(SALT_BYTES).toString("hex");
    return { hash: partHash(salt, payload), salt, payload };
  });
  if (rows.length > 0) await tx.part.createMany({ data: rows });
  return rows.map((row) => row.hash);
}

/**
 * The manifest of named contents. Where a name already stood for the same content in `known`, its Part is shared;
 * everything else is written. What was redacted and is carried along keeps its old address.
 */
export async function writeManifest(
  tx: Transaction,
  contents: ReadonlyMap<string, Part>,
  known: Manifest,
): Promise<Record<string, Hash>> {
  // What `known` names beside these contents need not be read: a sheet's base is a whole Edition.
  const shareable = Object.fromEntries(Object.entries(known).filter(([key]) => contents.has(key)));
  const before = await readManifest(shareable, tx);
  const manifest: Record<string, Hash> = {};
  const fresh: [string, Part][] = [];
  for (const [key, content] of contents) {
    const shared = known[key];
    const earlier = before.get(key);
    if (shared && earlier && canonicalText(earlier) === canonicalText(content)) manifest[key] = shared;
    else fresh.push([key, content]);
  }
  const hashes = await writeParts(
    tx,
    fresh.map(([, content]) => content),
  );
  fresh.forEach(([key], index) => {
    manifest[key] = hashes[index] as Hash;
  });
  return manifest;
}

/** The contents that a manifest names, by name. A Part that is not there is a fault, not a gap. */
export async function readManifest(manifest: Manifest, tx: Transaction = db()): Promise<Map<string, Part>> {
  const byHash = await readParts(Object.values(manifest), tx);
  return new Map(
    Object.entries(manifest).map(([key, hash]) => {
      const content = byHash.get(hash);
      if (!content) throw new Error(`Part ${hash} is missing`);
      return [key, content];
    }),
  );
}

/** Parts by their addresses; of one that was redacted, what stands in its place. */
export async function readParts(hashes: readonly Hash[], tx: Transaction = db()): Promise<Map<Hash, Part>> {
  if (hashes.length === 0) return new Map();
  const rows = await tx.part.findMany({ where: { hash: { in: [...new Set(hashes)] } } });
  const replaced = await readReplacements(
    rows.flatMap(({ hash, payload }) => (payload === null ? [hash] : [])),
    tx,
  );
  return new Map(
    rows.flatMap(({ hash, payload }) => {
      const content = payload === null ? replaced.get(hash) : part.parse(JSON.parse(payload));
      return content ? [[hash, content]] : [];
    }),
  );
}

/** What stands in place of redacted Parts, which may have been redacted again. */
async function readReplacements(hashes: readonly Hash[], tx: Transaction): Promise<Map<Hash, Part>> {
  if (hashes.length === 0) return new Map();
  const redactions = await tx.redaction.findMany({ where: { hash: { in: [...hashes] } } });
  const contents = await readParts(
    redactions.map(({ replacementHash }) => replacementHash),
    tx,
  );
  return new Map(
    redactions.flatMap(({ hash, replacementHash }) => {
      const content = contents.get(replacementHash);
      return content ? [[hash, content]] : [];
    }),
  );
}
