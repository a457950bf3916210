import { canonicalText, type Hash } from "../domain/canonical.ts";
import { type Part, part } from "../domain/edition.ts";
import { withTexts } from "../domain/redact.ts";
import type { Transaction } from "./db.ts";
import { partsOf } from "./reach.ts";
import { scheduledRequest } from "./scheduled.ts";

/** Everywhere in an organisation's records where a text can stand, read through a change of texts. */

type Change = (text: string) => string;

/** A Part whose text would change. */
export interface PlacePart {
  readonly hash: Hash;
  readonly content: Part;
  readonly changed: Part;
}

/** A scheduled release whose request would change: its notice, or the number of its decision. */
export interface PlaceRelease {
  readonly id: string;
  readonly policyId: string;
  readonly request: string;
  readonly texts: readonly { readonly before: string; readonly after: string }[];
}

/** A reader's question whose text would change. */
export interface PlaceQuestion {
  readonly id: string;
  readonly fiscalYear: number;
  readonly before: string;
  readonly after: string;
}

/** What a change of texts touches in an organisation's records. */
export interface Places {
  readonly parts: readonly PlacePart[];
  /** Titles of the plan's rows. */
  readonly rows: readonly { readonly type: RowType; readonly id: string; readonly title: string }[];
  readonly buffers: readonly { readonly submissionId: string; readonly userId: string; readonly typed: string }[];
  readonly releases: readonly PlaceRelease[];
  /** What readers asked, in their own words. */
  readonly questions: readonly PlaceQuestion[];
  /** Drafts in which somebody may be saving what is read here. */
  readonly drafts: readonly string[];
}

const ROW_TYPES = ["issue", "strategy", "initiative", "reformItem"] as const;
type RowType = (typeof ROW_TYPES)[number];

/** How many Parts or rows there are to change. */
export const countOf = ({ parts, rows, buffers, releases, questions }: Places): number =>
  parts.length + rows.length + buffers.length + releases.length + questions.length;

/** Finds everything that a change would touch. Writes nothing. */
export async function findPlaces(tx: Transaction, organizationId: string, change: Change): Promise<Places> {
  const parts: PlacePart[] = [];
  const hashes = await hashesOf(tx, organizationId);
  for (let from = 0; from < hashes.length; from += PAGE) {
    const where = { hash: { in: hashes.slice(from, from + PAGE) }, payload: { not: null } };
    for (const { hash, payload } of await tx.part.findMany({ where, orderBy: { hash: "asc" } })) {
      const content = part.parse(JSON.parse(payload ?? ""));
      const changed = withTexts(content, change);
      if (canonicalText(changed) !== payload) parts.push({ hash, content, changed });
    }
  }
  return {
    parts,
    rows: await rowsWith(tx, organizationId, change),
    buffers: await buffersWith(tx, organizationId, change),
    releases: await releasesWith(tx, organizationId, change),
    questions: await questionsWith(tx, organizationId, change),
    drafts: await draftsWith(tx, organizationId, new Set(parts.map(({ hash }) => hash))),
  };
}

const PAGE = 1000;

/** The address of every Part that an organisation's records name, and of what stands in place of redacted ones. */
async function hashesOf(tx: Transaction, organizationId: string): Promise<Hash[]> {
  const inOrganization = { policy: { organizationId } };
  const manifest = { manifest: true } as const;
  const versions = await tx.version.findMany({ where: { submission: inOrganization }, select: manifest });
  const editions = await tx.edition.findMany({ where: inOrganization, select: manifest });
  const events = await tx.event.findMany({ where: { chain: { organizationId } }, select: { detail: true } });
  const permits = await tx.latePermit.findMany({
    where: { submission: inOrganization },
    select: { reasonHash: true },
  });
  const takedowns = await tx.takedown.findMany({ where: inOrganization, select: { wordingHash: true } });
  const named = new Set([
    ...[...versions, ...editions].flatMap((row) => Object.values(partsOf(row))),
    // Comments are named in what events say; other hashes there name nothing among the Parts.
    ...events.flatMap(({ detail }) => detail.match(/[0-9a-f]{64}/g) ?? []),
    ...permits.map(({ reasonHash }) => reasonHash),
    ...takedowns.map(({ wordingHash }) => wordingHash),
  ]);
  for (let next = [...named]; next.length > 0; ) {
    const replaced = await tx.redaction.findMany({ where: { hash: { in: next } }, select: { replacementHash: true } });
    next = replaced.map(({ replacementHash }) => replacementHash).filter((hash) => !named.has(hash));
    for (const hash of next) named.add(hash);
  }
  return [...named];
}

async function rowsWith(tx: Transaction, organizationId: string, change: Change): Promise<Places["rows"]> {
  const query = { where: { policy: { organizationId } }, select: { id: true, title: true } };
  const stored = {
    issue: await tx.issue.findMany(query),
    strategy: await tx.strategy.findMany(query),
    initiative: await tx.initiative.findMany(query),
    reformItem: await tx.reformItem.findMany(query),
  };
  return ROW_TYPES.flatMap((type) =>
    stored[type].flatMap(({ id, title }) => (change(title) === title ? [] : [{ type, id, title: change(title) }])),
  );
}

async function buffersWith(tx: Transaction, organizationId: string, change: Change): Promise<Places["buffers"]> {
  const buffers = await tx.draftBuffer.findMany({ where: { submission: { policy: { organizationId } } } });
  return buffers.flatMap(({ submissionId, userId, typed: kept }) => {
    const before = JSON.parse(kept) as Record<string, string>;
    const typed = JSON.stringify(
      Object.fromEntries(Object.entries(before).map(([name, text]) => [name, change(text)])),
    );
    return typed === JSON.stringify(before) ? [] : [{ submissionId, userId, typed }];
  });
}

async function releasesWith(tx: Transaction, organizationId: string, change: Change): Promise<Places["releases"]> {
  const releases = await tx.release.findMany({ where: { policy: { organizationId }, request: { not: null } } });
  return releases.flatMap(({ id, policyId, request: kept }) => {
    const asked = scheduledRequest.parse(JSON.parse(kept ?? ""));
    const { notice, decision } = asked;
    const request = canonicalText({
      ...asked,
      notice: notice && { ...notice, text: change(notice.text) },
      ...(decision ? { decision: { ...decision, number: change(decision.number) } } : {}),
    });
    const texts = [notice?.text, decision?.number]
      .flatMap((before) => (before === undefined ? [] : [{ before, after: change(before) }]))
      .filter(({ before, after }) => before !== after);
    return texts.length === 0 ? [] : [{ id, policyId, request, texts }];
  });
}

async function questionsWith(tx: Transaction, organizationId: string, change: Change): Promise<Places["questions"]> {
  const questions = await tx.question.findMany({
    where: { organizationId, text: { not: null } },
    select: { id: true, text: true, policy: { select: { fiscalYear: true } } },
    orderBy: { id: "asc" },
  });
  return questions.flatMap(({ id, text, policy: { fiscalYear } }) => {
    const before = text ?? "";
    const after = change(before);
    return after === before ? [] : [{ id, fiscalYear, before, after }];
  });
}

async function draftsWith(tx: Transaction, organizationId: string, found: ReadonlySet<Hash>): Promise<string[]> {
  const manifest = { select: { manifest: true } } as const;
  const drafts = await tx.submission.findMany({
    where: { policy: { organizationId }, state: { in: ["DRAFT", "RETURNED"] } },
    select: {
      ...{ id: true, phase: true, headVersion: manifest, baseEdition: manifest },
      policy: { select: { currentEdition: manifest } },
    },
    orderBy: { id: "asc" },
  });
  const names = (row: { manifest: string } | null) => Object.values(partsOf(row)).some((hash) => found.has(hash));
  // A Revision may be reading its base, or what is current now, to be merged with.
  return drafts
    .filter(
      ({ phase, headVersion, baseEdition, policy }) =>
        names(headVersion) || (phase === "PLAN" && (names(baseEdition) || names(policy.currentEdition))),
    )
    .map(({ id }) => id);
}
