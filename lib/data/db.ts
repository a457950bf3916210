import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "../../prisma/client/client.ts";

export type Transaction = Prisma.TransactionClient;

// Many people save at once just before a due date: waiting for a connection is better than an error. The pool counts
// waiting for one of its own as connecting, so both limits are the same.
const WAIT_MS = 30_000;

/** What a pool of connections is opened with. */
interface Pool {
  readonly max: number;
  /** Settings of PostgreSQL, as its command line takes them. */
  readonly options?: string;
}

function open({ max, options }: Pool): PrismaClient {
  const connectionString = process.env.DATABASE_URL;
  if (!connectionString) throw new Error("DATABASE_URL is not set");
  const adapter = new PrismaPg(
    // Tried now and then: a connection that was cut on its way would else be waited for by whoever gets it next.
    {
      connectionString,
      max,
      connectionTimeoutMillis: WAIT_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      ...(options ? { options } : {}),
    },
    // A pool without a listener takes Node down with it when the database stops.
    { onPoolError: () => {}, onConnectionError: () => {} },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: WAIT_MS, timeout: 30_000 } });
}

// Development reloads modules; the pool must outlive them.
const kept = globalThis as typeof globalThis & {
  hoshinDatabase?: PrismaClient;
  hoshinSearch?: PrismaClient;
  hoshinHealth?: PrismaClient;
};

/** The connection to the archive. Opened at first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.hoshinDatabase ??= open({ max: Number(process.env.HOSHIN_DATABASE_CONNECTIONS ?? 10) });
  return kept.hoshinDatabase;
}

/**
 * Connections of their own for what the public searches, few of them: however many people search, saving waits for none.
 * PostgreSQL does not know what it costs to read the long columns of each row, so it is told to prefer an index.
 */
export function searchDb(): PrismaClient {
  kept.hoshinSearch ??= open({ max: 4, options: "-c enable_seqscan=off" });
  return kept.hoshinSearch;
}

// Whoever asks after our health does not wait as long as a person who saves.
const HEALTH_MS = 3_000;

/**
 * Whether the database answers a query now. Asked on a connection of its own: where every other one is in use there is much
 * to do, and nothing wrong that starting anew would mend.
 */
export async function databaseAnswers(): Promise<boolean> {
  kept.hoshinHealth ??= open({ max: 1 });
  return answered(kept.hoshinHealth.chain.count(), HEALTH_MS).then(
    () => true,
    () => false,
  );
}

const LOST_MS = 20_000;

/**
 * What the database answers to something that was asked; refuses what takes longer than it ever should. Of a connection that
 * was cut on its way the system says nothing for a quarter of an hour.
 */
export async function answered<Answer>(asked: Promise<Answer>, withinMs = LOST_MS): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the database does not answer")), withinMs);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

/** Ends every connection; for scripts and tests. */
export async function closeDatabase(): Promise<void> {
  await kept.hoshinDatabase?.$disconnect();
  await kept.hoshinSearch?.$disconnect();
  await kept.hoshinHealth?.$disconnect();
  delete kept.hoshinHealth;
  delete kept.hoshinDatabase;
  delete kept.hoshinSearch;
}
