import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "./db.ts";
import { returnToAuthors, saveSheet, submit } from "./moves.ts";
import {
  approvedRevision,
  approvedSheet,
  currentPlan,
  filled,
  makeWard,
  now,
  on,
  releaseNow,
  sheetOf,
  type Ward,
  withGoal,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

let ward: Ward;
let client: pg.Client;
let chainId: string;

beforeAll(async () => {
  ward = await makeWard({ initiatives: 3 });
  await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-1"))]);
  await releaseNow(ward, [await approvedRevision(ward, withGoal(await currentPlan(ward.policyId), "別の目標"))]);
  await approvedSheet(ward, await sheetOf(ward, "1-1-2"));
  const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-3")), values: filled() }, now);
  await returnToAuthors(ward.manager, { ...on(await submit(ward.staff, on(saved), now)), comment: "要修正" }, now);
  chainId = (await db().chain.findUniqueOrThrow({ where: { organizationId: ward.organizationId } })).id;
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  // What a damaged disk or a database administrator can do: no trigger, no foreign key.
  await client.query("SET session_replication_role = replica");
});
afterAll(async () => {
  await client.end();
  await closeDatabase();
});

const broken = async () => (await verifyArchive()).broken;

it("says that all is well after a small journey, and how much it looked at", async () => {
  const { checked, broken: found } = await verifyArchive();
  expect(found).toBeNull();
  expect(checked).toEqual({
    parts: await db().part.count(),
    versions: await db().version.count(),
    editions: await db().edition.count(),
    events: await db().event.count(),
    policies: 1,
  });
  expect(Math.min(...Object.values(checked))).toBeGreaterThan(0);
});

type Table = "Part" | "Version" | "Edition" | "Event";

/** How each column is damaged, as SQL: one bit, one character or one unit. */
const lastDigit = (column: string) =>
  `overlay("${column}"::text placing CASE right("${column}"::text, 1) WHEN '0' THEN '1' ELSE '0' END from length("${column}"::text))`;
const uuid = (column: string) => `${lastDigit(column)}::uuid`;
const inText = (column: string) => `overlay("${column}" placing '#' from 3 for 1)`;
const millisecond = (column: string) => `"${column}" + interval '1 millisecond'`;

const DAMAGE: Record<Table, Record<string, string>> = {
  Part: { hash: lastDigit("hash"), salt: lastDigit("salt"), payload: inText("payload") },
  Version: {
    id: uuid("id"),
    submissionId: uuid("submissionId"),
    number: `"number" + 1`,
    authorId: uuid("authorId"),
    occurredAt: millisecond("occurredAt"),
    recordedAt: millisecond("recordedAt"),
    manifest: inText("manifest"),
    hash: lastDigit("hash"),
  },
  Edition: {
    id: uuid("id"),
    policyId: uuid("policyId"),
    number: `"number" + 10`,
    phases: `"phases" || 'SELF_EVALUATION'::"Phase"`,
    revisionKind: `CASE "revisionKind" WHEN 'CORRECTION' THEN 'AMENDMENT' ELSE 'CORRECTION' END::"RevisionKind"`,
    effectiveOn: `"effectiveOn" + 1`,
    occurredAt: millisecond("occurredAt"),
    recordedAt: millisecond("recordedAt"),
    manifest: inText("manifest"),
    hash: lastDigit("hash"),
    previousHash: `coalesce(${lastDigit("previousHash")}, repeat('0', 64))`,
  },
  Event: {
    chainId: uuid("chainId"),
    number: `"number" + 1000`,
    kind: `"kind" || 'x'`,
    actorId: `coalesce(${uuid("actorId")}, gen_random_uuid())`,
    membershipId: `coalesce(${uuid("membershipId")}, gen_random_uuid())`,
    subjectType: `"subjectType" || 'x'`,
    subjectId: uuid("subjectId"),
    detail: inText("detail"),
    occurredAt: millisecond("occurredAt"),
    recordedAt: millisecond("recordedAt"),
    previousHash: `coalesce(${lastDigit("previousHash")}, repeat('0', 64))`,
    hash: lastDigit("hash"),
  },
};

/** Which rows are damaged: the first and the last. */
const ROWS: Record<Table, () => Promise<Record<string, string>>> = {
  Part: async () => ({ one: `(SELECT ctid FROM "Part" ORDER BY "hash" OFFSET 7 LIMIT 1)` }),
  Version: async () => ({
    "the first": `(SELECT ctid FROM "Version" ORDER BY "id" LIMIT 1)`,
    "the last": `(SELECT ctid FROM "Version" ORDER BY "id" DESC LIMIT 1)`,
  }),
  Edition: async () =>
    Object.fromEntries(
      [1, 2, 3].map((n) => [
        `Edition ${n}`,
        `(SELECT ctid FROM "Edition" WHERE "policyId" = '${ward.policyId}' AND "number" = ${n})`,
      ]),
    ),
  Event: async () => ({
    "one in the middle": `(SELECT ctid FROM "Event" WHERE "chainId" = '${chainId}' AND "number" = 9)`,
    "the first": `(SELECT ctid FROM "Event" WHERE "chainId" = '${chainId}' AND "number" = 1)`,
    "the last": `(SELECT ctid FROM "Event" WHERE "chainId" = '${chainId}' ORDER BY "number" DESC LIMIT 1)`,
  }),
};

/** What verify says while a row is damaged; the row is as it was afterwards. */
async function whileDamaged(table: Table, column: string, damage: string, row: string): Promise<string | null> {
  const kept = await client.query<{ value: string | null; ctid: string }>(
    `SELECT "${column}"::text AS value, ctid::text FROM "${table}" WHERE ctid = ${row}`,
  );
  const value = kept.rows[0]?.value ?? null;
  const changed = await client.query<{ value: string; ctid: string }>(
    `UPDATE "${table}" SET "${column}" = ${damage} WHERE ctid = ${row} RETURNING "${column}"::text AS value, ctid::text`,
  );
  expect(changed.rowCount).toBe(1);
  expect(changed.rows[0]?.value).not.toBe(value);
  const found = await broken();
  const type = await client.query<{ type: string }>(
    `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = '"${table}"'::regclass AND attname = $1`,
    [column],
  );
  await client.query(
    `UPDATE "${table}" SET "${column}" = $1::text::${type.rows[0]?.type} WHERE ctid = '${changed.rows[0]?.ctid}'`,
    [value],
  );
  return found;
}

/** What may be named: the record itself, or what hangs on it where the record cannot be found any more. */
const NAMED: Record<Table, RegExp> = {
  Part: /^Part [0-9a-f]{64}: |^a record cannot be read: /,
  Version: /^Version [0-9a-f-]{36}: |^a record cannot be read: /,
  Edition: /^(Edition|Policy) [0-9a-f-]{36}: |^a record cannot be read: /,
  Event: /^(Event [0-9a-f-]{36} \d+|Chain [0-9a-f-]{36}): /,
};

describe("names what was changed by one bit, one character or one unit", () => {
  it("in every column there is", async () => {
    const { rows } = await client.query<{ table: string; columns: string[] }>(
      `SELECT table_name AS table, array_agg(column_name::text ORDER BY ordinal_position) AS columns
       FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name IN ('Part', 'Version', 'Edition', 'Event') GROUP BY 1`,
    );
    expect(Object.fromEntries(rows.map(({ table, columns }) => [table, columns.sort()]))).toEqual(
      Object.fromEntries(Object.entries(DAMAGE).map(([table, columns]) => [table, Object.keys(columns).sort()])),
    );
  });

  const columns = (Object.keys(DAMAGE) as Table[]).flatMap((table) =>
    Object.entries(DAMAGE[table]).map(([column, damage]) => ({ table, column, damage })),
  );
  it.each(columns)("$table: $column", async ({ table, column, damage }) => {
    for (const [name, row] of Object.entries(await ROWS[table]())) {
      const found = await whileDamaged(table, column, damage, row);
      expect({ name, found }).toEqual({ name, found: expect.stringMatching(NAMED[table]) });
    }
    expect(await broken()).toBeNull();
  });
});

describe("names what is missing, moved or not as the records say", () => {
  /** Runs statements, and what undoes them afterwards. */
  async function meanwhile(statements: string[], undo: string[]): Promise<string | null> {
    for (const statement of statements) await client.query(statement);
    const found = await broken();
    for (const statement of undo) await client.query(statement);
    expect(await broken()).toBeNull();
    return found;
  }
  const ofChain = `"chainId" = '__'`;
  const chain = (statement: string) => statement.replaceAll(ofChain, `"chainId" = '${chainId}'`);
  const set = async (table: string, where: string, change: string, undo: string) =>
    meanwhile([`UPDATE "${table}" SET ${change} WHERE ${where}`], [`UPDATE "${table}" SET ${undo} WHERE ${where}`]);

  it.each([
    [
      "the last event",
      `"number" = (SELECT max("number") FROM "Event" WHERE ${ofChain})`,
      /^Chain .*: its end is not its last event$/,
    ],
    ["an event in the middle", `"number" = 9`, /^Event .* 10: number 9 is missing before it$/],
    ["the first event", `"number" = 1`, /^Event .* 2: number 1 is missing before it$/],
    ["all events", `"number" > 0`, /^Chain .*: its end is not its last event$/],
  ])("%s deleted", async (_name, which, message) => {
    const where = chain(`${ofChain} AND ${which}`);
    await client.query(`CREATE TABLE kept AS SELECT * FROM "Event" WHERE ${where}`);
    const found = await meanwhile(
      [`DELETE FROM "Event" WHERE ${where}`],
      [`INSERT INTO "Event" SELECT * FROM kept`, "DROP TABLE kept"],
    );
    expect(found).toMatch(message);
  });

  it("the last event deleted and the chain's end moved back: the submission's state tells", async () => {
    const last = await db().event.findFirstOrThrow({ where: { chainId }, orderBy: { number: "desc" } });
    await client.query(
      `CREATE TABLE kept AS SELECT * FROM "Event" WHERE "chainId" = '${chainId}' AND "number" = ${last.number}`,
    );
    const end = (length: number, hash: string | null) =>
      `UPDATE "Chain" SET "length" = ${length}, "headHash" = '${hash}' WHERE "id" = '${chainId}'`;
    const found = await meanwhile(
      [
        `DELETE FROM "Event" WHERE "chainId" = '${chainId}' AND "number" = ${last.number}`,
        end(last.number - 1, last.previousHash),
      ],
      [`INSERT INTO "Event" SELECT * FROM kept`, "DROP TABLE kept", end(last.number, last.hash)],
    );
    expect(found).toBe(`Submission ${last.subjectId}: its state is not the one that its last event left`);
  });

  it("two events swapped", async () => {
    const swap = [
      chain(`UPDATE "Event" SET "number" = -1 WHERE ${ofChain} AND "number" = 5`),
      chain(`UPDATE "Event" SET "number" = 5 WHERE ${ofChain} AND "number" = 6`),
      chain(`UPDATE "Event" SET "number" = 6 WHERE ${ofChain} AND "number" = -1`),
    ];
    expect(await meanwhile(swap, swap)).toBe(`Event ${chainId} 5: it does not follow the one before it`);
  });

  it("an event slipped in before the beginning", async () => {
    expect(
      await meanwhile(
        [
          chain(
            `INSERT INTO "Event" SELECT "chainId", 0, "kind", "actorId", "membershipId", "subjectType", "subjectId", "detail", "occurredAt", "recordedAt", "previousHash", "hash" FROM "Event" WHERE ${ofChain} AND "number" = 1`,
          ),
        ],
        [`DELETE FROM "Event" WHERE "number" = 0`],
      ),
    ).toBe("Event: one stands outside its chain");
  });

  it("an event of a chain that does not exist", async () => {
    const nowhere = randomUUID();
    expect(
      await meanwhile(
        [
          chain(
            `INSERT INTO "Event" SELECT '${nowhere}', "number", "kind", "actorId", "membershipId", "subjectType", "subjectId", "detail", "occurredAt", "recordedAt", "previousHash", "hash" FROM "Event" WHERE ${ofChain} AND "number" = 1`,
          ),
        ],
        [`DELETE FROM "Event" WHERE "chainId" = '${nowhere}'`],
      ),
    ).toBe("Event: one stands outside its chain");
  });

  it("a Part deleted", async () => {
    const { rows } = await client.query<{ hash: string }>(
      `SELECT "hash" FROM "Part" WHERE "payload" LIKE '%MID_YEAR_REVIEW%' LIMIT 1`,
    );
    const hash = rows[0]?.hash;
    await client.query(`CREATE TABLE kept AS SELECT * FROM "Part" WHERE "hash" = '${hash}'`);
    const found = await meanwhile(
      [`DELETE FROM "Part" WHERE "hash" = '${hash}'`],
      [`INSERT INTO "Part" SELECT * FROM kept`, "DROP TABLE kept"],
    );
    expect(found).toMatch(/^Version .*: a Part that it names is missing$/);
  });

  it("an Edition deleted", async () => {
    const where = `"policyId" = '${ward.policyId}' AND "number" = 2`;
    await client.query(`CREATE TABLE kept AS SELECT * FROM "Edition" WHERE ${where}`);
    const found = await meanwhile(
      [`DELETE FROM "Edition" WHERE ${where}`],
      [`INSERT INTO "Edition" SELECT * FROM kept`, "DROP TABLE kept"],
    );
    expect(found).toMatch(/^Edition .*: edition 2 is missing before it$/);
  });

  it("a Version deleted", async () => {
    const { versionId } = await approvedVersion();
    await client.query(`CREATE TABLE kept AS SELECT * FROM "Version" WHERE "id" = '${versionId}'`);
    const found = await meanwhile(
      [`DELETE FROM "Version" WHERE "id" = '${versionId}'`],
      [`INSERT INTO "Version" SELECT * FROM kept`, "DROP TABLE kept"],
    );
    expect(found).toMatch(/^Submission .*: its latest Version is not its last one$/);
  });

  const approvedVersion = async () => {
    const row = await db().submission.findFirstOrThrow({ where: { policyId: ward.policyId, state: "APPROVED" } });
    return { id: row.id, versionId: row.headVersionId };
  };

  it("a submission's state changed by hand", async () => {
    const row = await db().submission.findFirstOrThrow({ where: { policyId: ward.policyId, state: "RETURNED" } });
    expect(await set("Submission", `"id" = '${row.id}'`, `"state" = 'DISCARDED'`, `"state" = 'RETURNED'`)).toBe(
      `Submission ${row.id}: its state is not the one that its last event left`,
    );
  });

  it("a contributor erased", async () => {
    const { id } = await approvedVersion();
    await client.query(`CREATE TABLE kept AS SELECT * FROM "Contributor" WHERE "submissionId" = '${id}'`);
    const found = await meanwhile(
      [`DELETE FROM "Contributor" WHERE "submissionId" = '${id}'`],
      [`INSERT INTO "Contributor" SELECT * FROM kept`, "DROP TABLE kept"],
    );
    expect(found).toBe(`Submission ${id}: an author of its Versions is not among its contributors`);
  });

  it("the public shown an older Edition", async () => {
    const { currentEditionId } = await db().policy.findUniqueOrThrow({ where: { id: ward.policyId } });
    expect(
      await set(
        "Policy",
        `"id" = '${ward.policyId}'`,
        `"currentEditionId" = '${ward.first.editionId}'`,
        `"currentEditionId" = '${currentEditionId}'`,
      ),
    ).toBe(`Policy ${ward.policyId}: its current Edition is not its last`);
  });

  it.each([
    ["Issue", `"title" = "title" || 'x'`, `"title" = left("title", -1)`],
    ["Strategy", `"featured" = NOT "featured"`, `"featured" = NOT "featured"`],
    ["Initiative", `"budgetThousandYen" = "budgetThousandYen" + 1`, `"budgetThousandYen" = "budgetThousandYen" - 1`],
    ["Initiative", `"settledThousandYen" = 0`, `"settledThousandYen" = NULL`],
    ["Initiative", `"order" = "order" + 1`, `"order" = "order" - 1`],
    ["ReformItem", `"code" = "code" || '9'`, `"code" = left("code", -1)`],
    ["ReformItem", `"predecessorIds" = ARRAY[gen_random_uuid()]`, `"predecessorIds" = '{}'`],
  ])("a plan row changed: %s %s", async (table, change, undo) => {
    expect(await set(table, `"policyId" = '${ward.policyId}'`, change, undo)).toMatch(
      new RegExp(`^Row ${table}.*: it differs from the current Edition$`, "i"),
    );
  });

  it("a plan row removed by hand", async () => {
    expect(
      await set(
        "ReformItem",
        `"policyId" = '${ward.policyId}'`,
        `"removedInId" = '${ward.first.editionId}'`,
        `"removedInId" = NULL`,
      ),
    ).toMatch(/^Row reformItem .*: the current Edition holds it, the table does not$/);
  });

  it("a plan row too many", async () => {
    const id = randomUUID();
    expect(
      await meanwhile(
        [
          `INSERT INTO "Issue" SELECT '${id}', "policyId", '9', "title", "order", "featured", "sectionId", "predecessorIds", "removedInId" FROM "Issue" WHERE "policyId" = '${ward.policyId}' LIMIT 1`,
        ],
        [`DELETE FROM "Issue" WHERE "id" = '${id}'`],
      ),
    ).toBe(`Row issue ${id}: the current Edition does not hold it`);
  });
});
