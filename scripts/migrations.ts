import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { root } from "./folders.ts";
import { Trouble } from "./say.ts";

interface Migration {
  name: string;
  sql: string;
}

interface Row {
  migration_name: string;
  checksum: string;
  finished_at: Date | null;
}

// Prisma's own lock, so that `prisma migrate` and this never run at once.
const lockKey = 72707369;

// As Prisma creates it: its commands read and write the same table.
const tableOfMigrations = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/** Applies what is in prisma/migrations and not yet in the database, each in a transaction; returns their names. */
export async function applyMigrations(url: string, log: (line: string) => void = () => {}): Promise<string[]> {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [lockKey]);
    await client.query(tableOfMigrations);
    const pending = pendingAmong(readMigrations(), await appliedRows(client));
    for (const migration of pending) {
      log(`  ${migration.name}`);
      await applyOne(client, migration);
    }
    return pending.map(({ name }) => name);
  });
}

/** The names of migrations that this code needs and the database does not have yet. */
export async function pendingMigrations(url: string): Promise<string[]> {
  return withClient(url, async (client) => {
    const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
    const applied = rows[0]?.found ? await appliedRows(client) : [];
    return pendingAmong(readMigrations(), applied).map(({ name }) => name);
  });
}

async function withClient<T>(url: string, action: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  // Without a listener a lost connection would end the process instead of failing the query.
  client.on("error", () => {});
  await client.connect();
  try {
    return await action(client);
  } finally {
    // Ending the session also gives the lock back.
    await client.end();
  }
}

function readMigrations(): Migration[] {
  const folder = path.join(root, "prisma/migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: path.join(folder, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({ name, sql: readFileSync(file, "utf8") }));
}

async function appliedRows(client: pg.Client): Promise<Row[]> {
  const columns = "migration_name, checksum, finished_at";
  const { rows } = await client.query<Row>(`SELECT ${columns} FROM _prisma_migrations WHERE rolled_back_at IS NULL`);
  return rows;
}

function pendingAmong(migrations: Migration[], applied: Row[]): Migration[] {
  const unfinished = applied.find((row) => row.finished_at === null);
  if (unfinished) {
    throw new Trouble(
      `移行 ${unfinished.migration_name} が途中で止まっています。内容を確かめ、_prisma_migrations のその行を直してください。`,
      `The migration ${unfinished.migration_name} was begun and not finished: look into it and mend its row in _prisma_migrations.`,
    );
  }
  const checksums = new Map(applied.map((row) => [row.migration_name, row.checksum]));
  return migrations.filter((migration) => {
    const checksum = checksums.get(migration.name);
    if (checksum !== undefined && !hasChecksum(migration.sql, checksum)) {
      throw new Trouble(
        `適用済みの移行 ${migration.name} の内容が変わっています。migration.sql を元に戻し、変更は新しい移行として加えてください。`,
        `The migration ${migration.name} was changed after it was applied: restore its migration.sql and add the change as a new migration.`,
      );
    }
    return checksum === undefined;
  });
}

/** Git may have changed the line endings on the way; Prisma forgives that too. */
function hasChecksum(sql: string, checksum: string): boolean {
  const plain = sql.replaceAll("\r\n", "\n");
  return [sql, plain, plain.replaceAll("\n", "\r\n")].some((text) => sha256(text) === checksum);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

async function applyOne(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), sha256(sql), name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const reason = (error as Error).message;
    throw new Trouble(
      `移行 ${name} を適用できませんでした(元に戻しました): ${reason}`,
      `The migration ${name} could not be applied and was undone: ${reason}`,
    );
  }
}
