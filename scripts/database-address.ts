import pg from "pg";
import { withDatabase } from "./postgres.ts";
import { Trouble } from "./say.ts";

/** Host, port and database of an address, without the user and the password. */
export function withoutSecrets(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}:${port || "5432"}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

/** Tries the database, and where it is missing creates it if that is wanted; says what is wrong without a secret. */
export async function requireDatabase(url: string, { create = false }: { create?: boolean } = {}): Promise<void> {
  if (!/^postgres(ql)?:$/.test(URL.canParse(url) ? new URL(url).protocol : "")) {
    throw new Trouble(
      "DATABASE_URL の書き方が違います。例: postgresql://user:password@host:5432/hoshin",
      "DATABASE_URL is not an address of a PostgreSQL database, like postgresql://user:password@host:5432/hoshin",
    );
  }
  const code = await whyNot(url, "SELECT 1");
  if (code === undefined) return;
  if (code !== "3D000") throw troubleFor(code, url);
  const database = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!create) {
    throw new Trouble(
      `データベース ${database} がありません。npm run migrate を実行してください。`,
      `The database ${database} does not exist: run npm run migrate.`,
    );
  }
  const creating = `CREATE DATABASE ${pg.escapeIdentifier(database)} ENCODING 'UTF8' TEMPLATE template0`;
  const refused = await whyNot(withDatabase(url, "postgres"), creating);
  // 42P04: someone else created it in this moment.
  if (refused === undefined || refused === "42P04") return;
  throw new Trouble(
    `データベース ${database} がなく、作る権限もありません(${refused})。管理者に作成を依頼してください。`,
    `The database ${database} does not exist, and this account may not create it (${refused}): ask its administrator to.`,
  );
}

async function whyNot(url: string, query: string): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(query);
    return undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
  } finally {
    await client.end().catch(() => {});
  }
}

function troubleFor(code: string, url: string): Trouble {
  const where = withoutSecrets(url);
  if (code.startsWith("28")) {
    return new Trouble(
      `データベース ${where} が利用者名かパスワードを受け付けません(${code})。DATABASE_URL を確かめてください。`,
      `The database at ${where} refused the user name or password (${code}): check DATABASE_URL.`,
    );
  }
  return new Trouble(
    `データベース ${where} につながりません(${code})。動いているか、DATABASE_URL が正しいかを確かめてください。`,
    `The database at ${where} cannot be reached (${code}): check that it is running and that DATABASE_URL is right.`,
  );
}
