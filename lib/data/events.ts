import { canonicalText, type Hash, hashOf } from "../domain/canonical.ts";
import type { Transaction } from "./db.ts";

/** The end of a chain, locked by this transaction until it ends. */
export interface ChainHead {
  readonly chainId: string;
  readonly length: number;
  readonly headHash: Hash | null;
  /** The database's clock at the moment of locking. */
  readonly recordedAt: Date;
}

/** What an event says. Ids, codes and hashes only: free text is a Part, so that it can be redacted. */
export interface EventInput {
  readonly kind: string;
  readonly actorId: string | null;
  readonly membershipId: string | null;
  readonly subjectType: "submission" | "policy" | "round" | "user" | "organization";
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  readonly occurredAt: Date;
}

/**
 * Locks the end of an organisation's chain (null: the chain of sign-in and administration). Updating the row is what
 * locks it; a trigger writes the database's clock into it.
 */
export async function lockChain(tx: Transaction, organizationId: string | null): Promise<ChainHead> {
  const chain = await tx.chain.findFirstOrThrow({ where: { organizationId }, select: { id: true } });
  const locked = await tx.chain.update({ where: { id: chain.id }, data: { length: { increment: 0 } } });
  return { chainId: locked.id, length: locked.length, headHash: locked.headHash, recordedAt: locked.extendedAt };
}

/** Everything that an event's hash covers, in the shape in which it is hashed. */
export function eventRecord(row: {
  chainId: string;
  number: number;
  kind: string;
  actorId: string | null;
  membershipId: string | null;
  subjectType: string;
  subjectId: string;
  detail: string;
  occurredAt: Date;
  recordedAt: Date;
  previousHash: Hash | null;
}): Record<string, unknown> {
  return {
    chainId: row.chainId,
    number: row.number,
    kind: row.kind,
    actorId: row.actorId,
    membershipId: row.membershipId,
    subjectType: row.subjectType,
    subjectId: row.subjectId,
    detail: row.detail,
    occurredAt: row.occurredAt.toISOString(),
    recordedAt: row.recordedAt.toISOString(),
    previousHash: row.previousHash,
  };
}

/** Appends events to a locked chain, in order. */
export async function appendEvents(tx: Transaction, head: ChainHead, events: readonly EventInput[]): Promise<void> {
  let { length, headHash } = head;
  for (const event of events) {
    const row = {
      chainId: head.chainId,
      number: length + 1,
      kind: event.kind,
      actorId: event.actorId,
      membershipId: event.membershipId,
      subjectType: event.subjectType,
      subjectId: event.subjectId,
      detail: canonicalText(event.detail),
      occurredAt: event.occurredAt,
      recordedAt: head.recordedAt,
      previousHash: headHash,
    };
    const hash = hashOf(eventRecord(row));
    await tx.event.create({ data: { ...row, hash } });
    await tx.chain.update({ where: { id: head.chainId }, data: { length: row.number, headHash: hash } });
    length = row.number;
    headHash = hash;
  }
}
