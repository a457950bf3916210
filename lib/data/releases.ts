import { randomUUID } from "node:crypto";
import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { diffParts, type PartChange } from "../domain/diff.ts";
import { assemble, type EditionContent, type Part, sealed } from "../domain/edition.ts";
import { calendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import type { Manifest } from "../domain/forms/form.ts";
import { whyNot } from "../domain/lifecycle.ts";
import { isNode, type Notice, notice } from "../domain/policy.ts";
import { Refusal } from "../domain/refusal.ts";
import { moveEvent } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { once } from "./once.ts";
import { readManifest, writeManifest } from "./parts.ts";
import { writePlanRows } from "./plan-rows.ts";
import { partsOf, type Reached, reachPolicy, reachSubmissions } from "./reach.ts";

/** One approved submission as the coordinator saw it: refused if anything about it changed since. */
export interface Chosen {
  readonly submissionId: string;
  readonly lockVersion: number;
  readonly versionHash: Hash;
}

/** A dated line that a release adds to the policy's page. */
export type NewNotice = Pick<Notice, "kind" | "text"> & { readonly date: string | null };

/** What a release was asked to let out: at most one Revision, any number of sheets, at most one notice. */
export interface ReleaseInput {
  readonly policyId: string;
  readonly chosen: readonly Chosen[];
  readonly notice: NewNotice | null;
  readonly key: string;
}

export interface Released {
  readonly editionId: string;
  readonly number: number;
  readonly hash: Hash;
}

/**
 * Releases approved submissions together as the policy's next Edition: all or nothing, in one transaction. Refuses an
 * empty bundle (`nothing-chosen`), two Revisions, a Revision whose base is no longer current (`stale-base`), and
 * whatever changed since the coordinator looked.
 */
export async function release(actor: Actor, input: ReleaseInput, clock: Clock = systemClock): Promise<Released> {
  const { key, ...request } = input;
  return once(actor, key, { move: "release", ...request }, async (tx) => {
    const now = clock();
    const policy = await reachPolicy(actor, input.policyId, tx);
    const bundle = await choose(tx, actor, policy.id, input.chosen);
    // Locks the submissions in the order of their ids, so that two releases cannot wait for each other.
    for (const { row } of bundle) {
      const seen = input.chosen.find((chosen) => chosen.submissionId === row.id);
      const { count } = await tx.submission.updateMany({
        where: { id: row.id, lockVersion: seen?.lockVersion ?? -1 },
        data: { lockVersion: { increment: 1 } },
      });
      if (count !== 1) throw new Refusal("stale-lock");
    }
    const chain = await lockChain(tx, policy.organizationId);
    const current = partsOf(policy.currentEdition);
    const { manifest, revision } = await nextManifest(tx, current, bundle, newNotice(input.notice));
    const phases = [...new Set(bundle.map(({ row }) => row.phase))].sort();
    const record = {
      id: randomUUID(),
      policyId: policy.id,
      organization: policy.organization.slug,
      fiscalYear: policy.fiscalYear,
      formId: policy.formId,
      number: (policy.currentEdition?.number ?? 0) + 1,
      phases,
      revisionKind: revision?.kind ?? null,
      effectiveOn: revision?.effectiveOn ?? tokyoDate(now),
      occurredAt: now.toISOString(),
      recordedAt: chain.recordedAt.toISOString(),
      previousHash: policy.currentEdition?.hash ?? null,
      parts: manifest,
    };
    const { text, hash } = sealed(record);
    const { organization: _o, fiscalYear: _y, formId: _f, parts: _p, effectiveOn, ...columns } = record;
    await tx.edition.create({
      data: { ...columns, effectiveOn: toDatabaseDate(effectiveOn), manifest: text, hash },
    });
    const { count } = await tx.policy.updateMany({
      where: { id: policy.id, currentEditionId: policy.currentEditionId },
      data: { currentEditionId: record.id },
    });
    if (count !== 1) throw new Refusal("stale-lock");
    await tx.submission.updateMany({
      where: { id: { in: bundle.map(({ row }) => row.id) } },
      data: { state: "RELEASED", releasedInId: record.id },
    });
    await writePlanRows(tx, policy.id, record.id, (await readManifest(manifest, tx)).values());

    const detail = { from: "APPROVED", to: "RELEASED", edition: hash };
    const moved = bundle.map((reached) =>
      moveEvent(actor, "release", reached, now, { ...detail, version: reached.row.approvedVersion?.hash ?? null }),
    );
    const post = moved[0]?.membershipId ?? null;
    const edition = {
      kind: "edition",
      actorId: actor.userId,
      membershipId: post,
      subjectType: "policy" as const,
      subjectId: policy.id,
      detail: { edition: hash, number: record.number },
      occurredAt: now,
    };
    await appendEvents(tx, chain, [...moved, edition]);
    return { outcome: { editionId: record.id, number: record.number, hash }, submissionId: null };
  });
}

/** What a release would publish, and how that differs from what is public now. Writes nothing. */
export async function previewRelease(
  actor: Actor,
  policyId: string,
  submissionIds: readonly string[],
  added: NewNotice | null,
): Promise<{ content: EditionContent; changes: PartChange[] }> {
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  const bundle = await reachSubmissions(actor, { id: { in: [...submissionIds] }, policyId, state: "APPROVED" });
  const current = partsOf(policy.currentEdition);
  const before = await readManifest(current);
  const { contents } = await nextContents(db(), current, bundle, newNotice(added));
  return { content: assemble([...contents.values()]), changes: diffParts(before, contents) };
}

async function choose(tx: Transaction, actor: Actor, policyId: string, chosen: readonly Chosen[]): Promise<Reached[]> {
  if (chosen.length === 0) throw new Refusal("nothing-chosen");
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
      },
    });
    if (reason) throw new Refusal(reason);
    const seen = chosen.find((entry) => entry.submissionId === row.id);
    if (row.approvedVersion?.hash !== seen?.versionHash) throw new Refusal("stale-version");
    if (row.lockVersion !== seen?.lockVersion) throw new Refusal("stale-lock");
  }
  return bundle;
}

/** The next Edition's contents: evaluations already released are carried along; a Revision replaces the whole plan. */
async function nextContents(
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

async function nextManifest(
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

function newNotice(added: NewNotice | null): Notice | null {
  if (added === null) return null;
  const date = added.date === null ? null : calendarDate.parse(added.date);
  return notice.parse({ type: "notice", id: randomUUID(), order: 0, ...added, date });
}
