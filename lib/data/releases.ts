import { randomUUID } from "node:crypto";
import { type Actor, holdsRoleAnywhere, membershipFor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import { diffParts, type PartChange } from "../domain/diff.ts";
import {
  assemble,
  type CommentPart,
  commentPart,
  type EditionContent,
  type EditionRecord,
  type FormulationStep,
  type RevisionPart,
  sealed,
} from "../domain/edition.ts";
import { type LateItems, lateItems } from "../domain/edition-times.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import type { EvaluationPhase } from "../domain/forms/form.ts";
import { Refusal } from "../domain/refusal.ts";
import { moveEvent } from "./carry-out.ts";
import { type Clock, systemClock } from "./clock.ts";
import { closeConcluded, concludable } from "./concluding.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { tellOfRelease } from "./notices.ts";
import { once } from "./once.ts";
import { readManifest, writeParts } from "./parts.ts";
import { pastInstant } from "./past-releases.ts";
import { writePlanRows } from "./plan-rows.ts";
import { withheldFrom } from "./public-parts.ts";
import { concludesOf, partsOf, reachPolicy, reachSubmissions, stepOf } from "./reach.ts";
import { type Chosen, choose, type NewNotice, newNotice, nextContents, nextManifest } from "./release-contents.ts";
import { writeSearchEntries } from "./search-entries.ts";

/** What a release was asked to let out: at most one Revision, any number of sheets, at most one notice. */
export interface ReleaseInput {
  readonly policyId: string;
  readonly chosen: readonly Chosen[];
  readonly notice: NewNotice | null;
  /** The rounds that end with this release: what is missing in them reads 未評価 from then on. */
  readonly concludes?: readonly EvaluationPhase[] | undefined;
  /** The number and date of the city's own document system, where the legal decision is made. */
  readonly decision?: CommentPart["decision"] | undefined;
  /** Of a policy of a past year only: the day on which this was really released. Absent: it happens now. */
  readonly happenedOn?: CalendarDate | undefined;
  readonly key: string;
}

export interface Released {
  readonly editionId: string;
  readonly number: number;
  readonly hash: Hash;
}

/**
 * Releases approved submissions together as the policy's next Edition: all or nothing, in one transaction. A round that
 * it concludes is closed with it. Refuses an empty bundle that concludes nothing either (`nothing-chosen`), two
 * Revisions, a Revision whose base is no longer current (`stale-base`), and whatever changed since the coordinator
 * looked. With `happenedOn` the Edition and the events of the release bear that day (see past-releases.ts for what is
 * refused); what led to it keeps the time at which people did it.
 */
export async function release(actor: Actor, input: ReleaseInput, clock: Clock = systemClock): Promise<Released> {
  const { key, ...request } = input;
  return once(actor, key, { move: "release", ...request }, async (tx) => ({
    outcome: await releaseTogether(tx, actor, request, clock()),
    submissionId: null,
  }));
}

/** What a release does, inside the transaction of whoever releases: at once, or at the time that was set for it. */
export async function releaseTogether(
  tx: Transaction,
  actor: Actor,
  input: Omit<ReleaseInput, "key">,
  now: Date,
): Promise<Released> {
  const policy = await reachPolicy(actor, input.policyId, tx);
  const happened = input.happenedOn === undefined ? now : pastInstant(policy, input.happenedOn, now);
  const concludes = await concludable(tx, actor, policy, input.concludes ?? []);
  if (input.chosen.length + concludes.length === 0) throw new Refusal("nothing-chosen");
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
  const phases = [...new Set([...bundle.map(({ row }) => row.phase), ...concludes])].sort();
  const record = {
    id: randomUUID(),
    policyId: policy.id,
    organization: policy.organization.slug,
    fiscalYear: policy.fiscalYear,
    formId: policy.formId,
    number: (policy.currentEdition?.number ?? 0) + 1,
    phases,
    ...(concludes.length > 0 ? { concludes: [...concludes] } : {}),
    revisionKind: revision?.kind ?? null,
    ...stepAfter(policy.currentEdition, revision),
    effectiveOn: revision?.effectiveOn ?? tokyoDate(happened),
    occurredAt: happened.toISOString(),
    recordedAt: chain.recordedAt.toISOString(),
    previousHash: policy.currentEdition?.hash ?? null,
    parts: manifest,
  };
  const { text, hash } = sealed(record);
  const {
    organization: _o,
    fiscalYear: _y,
    formId: _f,
    parts: _p,
    concludes: _c,
    step: _s,
    effectiveOn,
    ...columns
  } = record;
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
  const contents = await readManifest(manifest, tx);
  await writePlanRows(tx, policy.id, record.id, [...contents.values()]);
  await writeSearchEntries(tx, policy, record.number, contents);

  const decision = input.decision ? [commentPart.parse({ type: "comment", decision: input.decision })] : [];
  const [comment = null] = await writeParts(tx, decision);
  const detail = { from: "APPROVED", to: "RELEASED", edition: hash, comment };
  const moved = bundle.map((reached) =>
    moveEvent(actor, "release", reached, happened, { ...detail, version: reached.row.approvedVersion?.hash ?? null }),
  );
  const post = membershipFor(actor, policy.organizationId, [null], ["COORDINATOR"])?.id ?? null;
  const edition = {
    kind: "edition",
    actorId: actor.userId,
    membershipId: post,
    subjectType: "policy" as const,
    subjectId: policy.id,
    detail: { edition: hash, number: record.number, comment },
    occurredAt: happened,
  };
  const closed = await closeConcluded(tx, { actor, policyId: policy.id, post, concludes, edition: hash }, happened);
  await appendEvents(tx, chain, [...moved, edition, ...closed]);
  const told = { policyId: policy.id, organizationId: policy.organizationId, number: record.number };
  await tellOfRelease(tx, told, bundle, actor, { chain, number: chain.length + moved.length + 1 }, now);
  return { editionId: record.id, number: record.number, hash };
}

/** The step at which the plan stands with the next Edition: the one that it publishes, or the one that it stood at. */
function stepAfter(
  current: { manifest: string } | null,
  revision: Pick<RevisionPart, "step"> | null,
): Pick<EditionRecord, "step"> {
  const step = revision?.step ?? stepOf(current);
  return step ? { step } : {};
}

/** What a release would publish, with all that its page draws. What is taken down is withheld in it. */
export interface ReleasePreview {
  readonly content: EditionContent;
  /** How the contents differ from what is public now. */
  readonly changes: PartChange[];
  readonly step: FormulationStep | null;
  readonly revisionKind: RevisionPart["kind"] | null;
  readonly late: LateItems;
}

/** What a release would publish, and how that differs from what is public now. Writes nothing. */
export async function previewRelease(
  actor: Actor,
  policyId: string,
  submissionIds: readonly string[],
  added: NewNotice | null,
  concludes: readonly EvaluationPhase[] = [],
): Promise<ReleasePreview> {
  const policy = await reachPolicy(actor, policyId);
  if (!holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId)) throw new Refusal("not-allowed");
  const bundle = await reachSubmissions(actor, { id: { in: [...submissionIds] }, policyId, state: "APPROVED" });
  const current = partsOf(policy.currentEdition);
  const before = await readManifest(current);
  const { contents } = await nextContents(db(), current, bundle, newNotice(added));
  const content = assemble([...(await withheldFrom(contents)).values()]);
  const brought = bundle.some(({ row }) => row.phase === "PLAN") ? content.revision : null;
  const { step = null } = stepAfter(policy.currentEdition, brought);
  const editions = await db().edition.findMany({ where: { policyId }, orderBy: { number: "asc" } });
  const next = { parts: Object.fromEntries([...contents.keys()].map((name) => [name, ""])), concludes };
  const late = lateItems([...editions.map((row) => ({ parts: partsOf(row), concludes: concludesOf(row) })), next]);
  return { content, changes: diffParts(before, contents), step, revisionKind: brought?.kind ?? null, late };
}
