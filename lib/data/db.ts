import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "../../prisma/client/client.ts";

export type Transaction = Prisma.TransactionClient;

function open(): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const adapter = new PrismaPg(
    { connectionString, max: Number(process.env.HOSHIN_DATABASE_CONNECTIONS ?? 10), connectionTimeoutMillis: 5_000 },
    // A pool without a listener takes Node down with it when the database stops.
    { onPoolError: () => {}, onConnectionError: () => {} },
  );
  // Many people save at once just before a due date: waiting for a connection is better than an error.
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 30_000, timeout: 30_000 } });
}

// Development reloads modules; the pool must outlive them.
const kept = globalThis as typeof globalThis & { hoshinDatabase?: PrismaClient };

/** The connection to the archive. Opened at first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.hoshinDatabase ??= open();
  return kept.hoshinDatabase;
}

/** Whether the database answers a query now. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await db().chain.count();
    return true;
  } catch {
    return false;
  }
}

/** Ends every connection; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.hoshinDatabase?.$disconnect();
  delete kept.hoshinDatabase;
}
