import { randomUUID } from "node:crypto";
import { canonicalText } from "../domain/canonical.ts";
import type { NoticeKind } from "../domain/notice-kind.ts";
import type { Transaction } from "./db.ts";

/** One thing that one person is told. Of several with the same key only the first is kept. */
export interface NewOutboxNotice {
  readonly key: string;
  readonly userId: string;
  readonly kind: NoticeKind;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids, codes and numbers; no free text. */
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
  /** Mailed at once; everything else waits for the day's digest. */
  readonly urgent: boolean;
  readonly createdAt: Date;
}

/**
 * Tells people something in the transaction of whatever happened: if that is undone, nobody hears of it. A key that
 * was used before is passed over, so telling twice tells once.
 */
export async function notify(tx: Transaction, notices: readonly NewOutboxNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await tx.outbox.createMany({
    data: notices.map(({ detail, ...row }) => ({ id: randomUUID(), ...row, detail: canonicalText(detail) })),
    skipDuplicates: true,
  });
}
