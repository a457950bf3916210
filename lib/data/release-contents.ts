import { randomUUID } from "node:crypto";
import type { Actor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import type { Part } from "../domain/edition.ts";
import { calendarDate } from "../domain/fiscal-year.ts";
import type { Manifest } from "../domain/forms/form.ts";
import { whyNot } from "../domain/lifecycle.ts";
import { isNode, type Notice, notice } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
import type { Transaction } from "./db.ts";
import { readManifest, writeManifest } from "./parts.ts";
import { isDescribed, partsOf, type Reached, reachSubmissions } from "./reach.ts";

/** What goes into a release: which submissions, whether they may, and what the Edition made of them holds. */

/** One approved submission as the coordinator saw it: refused if anything about it changed since. */
export interface Chosen {
  readonly submissionId: string;
  readonly lockVersion: number;
  readonly versionHash: Hash;
}

/** A dated line that a release adds to the policy's page. */
export type NewNotice = Pick<Notice, "kind" | "text"> & { readonly date: string | null };

/** The chosen submissions, each asked whether it may be released with the others; refuses whatever changed meanwhile. */
export async function choose(
  tx: Transaction,
  actor: Actor,
  policyId: string,
  chosen: readonly Chosen[],
): Promise<Reached[]> {
  const bundle = await reachSubmissions(actor, { policyId, id: { in: chosen.map((entry) => entry.submissionId) } }, tx);
  if (bundle.length !== chosen.length) throw new Refusal("not-found");
  const revisions = bundle.filter(({ row }) => row.phase === "PLAN").length;
  for (const { row, relation } of bundle) {
    const current = row.policy.currentEditionId;
    const reason = whyNot("release", {
      phase: row.phase,
      state: row.state,
      relation,
      holds: {
        "one-revision": revisions <= 1,
        "base-current": row.phase !== "PLAN" || row.baseEditionId === current,
        described: row.phase !== "PLAN" || isDescribed(row.policy, await saidOf(tx, row)),
      },
    });
    if (reason) throw new Refusal(reason);
    const seen = chosen.find((entry) => entry.submissionId === row.id);
    if (row.approvedVersion?.hash !== seen?.versionHash) throw new Refusal("stale-version");
    if (row.lockVersion !== seen?.lockVersion) throw new Refusal("stale-lock");
  }
  return bundle;
}

/** What an approved Revision says of itself. */
export async function saidOf(tx: Transaction, row: Reached["row"]): Promise<Part | undefined> {
  const { revision } = partsOf(row.approvedVersion);
  return revision ? (await readManifest({ revision }, tx)).get("revision") : undefined;
}

/** The next Edition's contents: evaluations already released are carried along; a Revision replaces the whole plan. */
export async function nextContents(
  tx: Transaction,
  current: Manifest,
  bundle: readonly Reached[],
  added: Notice | null,
): Promise<{ contents: Map<string, Part>; known: Manifest }> {
  const contents = await readManifest(current, tx);
  let known = current;
  for (const { row } of bundle) {
    const approved = partsOf(row.approvedVersion);
    const parts = await readManifest(approved, tx);
    if (row.phase === "PLAN") for (const [key, part] of contents) if (isNode(part)) contents.delete(key);
    for (const [key, part] of parts) contents.set(key, part);
    known = { ...known, ...approved };
  }
  if (added) {
    const order = [...contents.values()].filter((part) => part.type === "notice").length;
    contents.set(`notice:${added.id}`, { ...added, order });
  }
  return { contents, known };
}

/** The next Edition's manifest, its new Parts written, and what a Revision among the chosen says of itself. */
export async function nextManifest(
  tx: Transaction,
  current: Manifest,
  bundle: readonly Reached[],
  added: Notice | null,
): Promise<{ manifest: Record<string, Hash>; revision: Extract<Part, { type: "revision" }> | null }> {
  const { contents, known } = await nextContents(tx, current, bundle, added);
  const brought = bundle.some(({ row }) => row.phase === "PLAN") ? contents.get("revision") : undefined;
  return {
    manifest: await writeManifest(tx, contents, known),
    revision: brought?.type === "revision" ? brought : null,
  };
}

/** A notice as the page will hold it; null where none was given. */
export function newNotice(added: NewNotice | null): Notice | null {
  if (added === null) return null;
  const date = added.date === null ? null : calendarDate.parse(added.date);
  return notice.parse({ type: "notice", id: randomUUID(), order: 0, ...added, date });
}
