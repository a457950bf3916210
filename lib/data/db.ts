import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "../../prisma/client/client.ts";

export type Transaction = Prisma.TransactionClient;

// Many people save at once just before a due date: waiting for a connection is better than an error. The pool counts
// waiting for one of its own as connecting, so both limits are the same.
const WAIT_MS = 30_000;

function open(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const adapter = new PrismaPg(
    { connectionString, max: Number(process.env.HOSHIN_DATABASE_CONNECTIONS ?? 10), connectionTimeoutMillis: WAIT_MS },
    // A pool without a listener takes Node down with it when the database stops.
    { onPoolError: () => {}, onConnectionError: () => {} },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: WAIT_MS, timeout: 30_000 } });
}

// Development reloads modules; the pool must outlive them.
const kept = globalThis as typeof globalThis & { hoshinDatabase?: PrismaClient };

/** The connection to the archive. Opened at first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.hoshinDatabase ??= open();
  return kept.hoshinDatabase;
}

// Whoever asks after our health does not wait as long as a person who saves.
const HEALTH_MS = 3_000;

/** Whether the database answers a query now. */
export async function databaseAnswers(): Promise<boolean> {
  const answered = db()
    .chain.count()
    .then(
      () => true,
      () => false,
    );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, HEALTH_MS, false).unref());
  return Promise.race([answered, late]);
}

/** Ends every connection; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.hoshinDatabase?.$disconnect();
  delete kept.hoshinDatabase;
}
