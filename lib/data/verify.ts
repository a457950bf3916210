import { z } from "zod";
import { canonicalText, hashOf, hashOfText, partHash } from "../domain/canonical.ts";
import { part } from "../domain/edition.ts";
import { MOVES, type SubmissionState } from "../domain/lifecycle.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { eventRecord } from "./events.ts";
import { readManifest } from "./parts.ts";
import { rowsOf } from "./plan-rows.ts";
import { partsOf, readEdition, readVersion } from "./reach.ts";
import { questionsBroken } from "./verify-questions.ts";
import { searchBroken } from "./verify-search.ts";
import { takingBackBroken } from "./verify-taking-back.ts";

/** What was checked, and the first thing that is not as it was written; null where all is well. */
export interface Verdict {
  readonly checked: { parts: number; versions: number; editions: number; events: number; policies: number };
  readonly broken: string | null;
}

class Broken extends Error {}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Broken(what);
}

/** Records are read in pages of this size, so that the archive may grow without the check needing more memory. */
const PAGE = 500;
const LONGEST_CHECK_MS = 60 * 60 * 1000;

/**
 * Recomputes everything that can be recomputed: every Part's address, every Version's and Edition's hash and columns,
 * every chain of Events, every submission's state from its events, that the plan's rows equal the current Edition, and
 * that the search holds what the Editions say. A Part without content is as it should be where two people had it redacted.
 * Stops at the first that does not agree.
 */
export async function verifyArchive(): Promise<Verdict> {
  const checked = { parts: 0, versions: 0, editions: 0, events: 0, policies: 0 };
  try {
    // One snapshot for everything: people go on writing while this reads.
    const snapshot = { isolationLevel: "RepeatableRead", timeout: LONGEST_CHECK_MS } as const;
    await db().$transaction(async (tx) => {
      checked.parts = await verifyParts(tx);
      checked.versions = await verifyVersions(tx);
      checked.events = await verifyEvents(tx);
      const takenBack = await takingBackBroken(tx);
      must(takenBack === null, takenBack ?? "");
      const questions = await questionsBroken(tx);
      must(questions === null, questions ?? "");
      checked.editions = await verifyEditions(tx);
      await verifySubmissions(tx);
      checked.policies = await verifyPlanRows(tx);
      const search = await searchBroken(tx);
      must(search === null, search ?? "");
    }, snapshot);
    return { checked, broken: null };
  } catch (error) {
    if (error instanceof Broken) return { checked, broken: error.message };
    // What a damaged record makes a reader stumble over is damage too, and must not pass for a fault of this check.
    if (error instanceof z.ZodError || error instanceof SyntaxError || error instanceof RangeError) {
      return { checked, broken: `a record cannot be read: ${error.message}` };
    }
    throw error;
  }
}

async function verifyParts(tx: Transaction): Promise<number> {
  let count = 0;
  let after = "";
  for (;;) {
    const rows = await tx.part.findMany({
      where: { hash: { gt: after } },
      include: { redaction: { select: { hash: true } } },
      orderBy: { hash: "asc" },
      take: PAGE,
    });
    for (const row of rows) {
      const name = `Part ${row.hash}`;
      const { salt, payload, redaction } = row;
      // That two people decided on a redaction, and on this one, is looked at where redactions are.
      if (salt === null && payload === null && redaction !== null) continue;
      must(salt !== null && payload !== null, `${name}: its content is gone`);
      must(redaction === null, `${name}: it was redacted, and its content is still there`);
      must(/^[0-9a-f]{32}$/.test(salt), `${name}: its salt is not 16 bytes`);
      must(partHash(salt, payload) === row.hash, `${name}: salt and payload do not have this hash`);
      must(part.safeParse(JSON.parse(payload)).success, `${name}: its payload is not one that the application writes`);
      must(canonicalText(JSON.parse(payload)) === payload, `${name}: its payload is not canonical`);
    }
    count += rows.length;
    const last = rows.at(-1);
    if (!last) return count;
    after = last.hash;
  }
}

async function allPartsExist(tx: Transaction, name: string, hashes: readonly string[]): Promise<void> {
  const distinct = [...new Set(hashes)];
  const found = await tx.part.count({ where: { hash: { in: distinct } } });
  must(found === distinct.length, `${name}: a Part that it names is missing`);
}

async function verifyVersions(tx: Transaction): Promise<number> {
  let count = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx.version.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE });
    for (const row of rows) {
      const name = `Version ${row.id}`;
      must(hashOfText(row.manifest) === row.hash, `${name}: its manifest does not have its hash`);
      const { parts, ...record } = readVersion(row);
      const { manifest: _manifest, hash: _hash, ...columns } = row;
      const written = {
        ...columns,
        occurredAt: row.occurredAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
      };
      must(canonicalText(record) === canonicalText(written), `${name}: its columns differ from its manifest`);
      await allPartsExist(tx, name, Object.values(parts));
    }
    count += rows.length;
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
  }
}

async function verifyEvents(tx: Transaction): Promise<number> {
  let count = 0;
  for (const chain of await tx.chain.findMany({ orderBy: { id: "asc" } })) {
    let previousHash: string | null = null;
    let number = 0;
    for (;;) {
      const rows: Awaited<ReturnType<typeof eventsAfter>> = await eventsAfter(tx, chain.id, number);
      for (const row of rows) {
        const name = `Event ${chain.id} ${row.number}`;
        must(row.number === number + 1, `${name}: number ${number + 1} is missing before it`);
        must(row.previousHash === previousHash, `${name}: it does not follow the one before it`);
        must(hashOf(eventRecord(row)) === row.hash, `${name}: its content does not have its hash`);
        number = row.number;
        previousHash = row.hash;
      }
      count += rows.length;
      if (rows.length === 0) break;
    }
    const end = `Chain ${chain.id}`;
    must(chain.length === number && chain.headHash === previousHash, `${end}: its end is not its last event`);
  }
  must((await tx.event.count()) === count, "Event: one stands outside its chain");
  return count;
}

const eventsAfter = (tx: Transaction, chainId: string, number: number) =>
  tx.event.findMany({ where: { chainId, number: { gt: number } }, orderBy: { number: "asc" }, take: PAGE });

async function verifyEditions(tx: Transaction): Promise<number> {
  let count = 0;
  const policies = await tx.policy.findMany({ include: { organization: true }, orderBy: { id: "asc" } });
  for (const policy of policies) {
    const editions = await tx.edition.findMany({ where: { policyId: policy.id }, orderBy: { number: "asc" } });
    let previous: { id: string; hash: string } | null = null;
    for (const [index, row] of editions.entries()) {
      const name = `Edition ${row.id}`;
      must(hashOfText(row.manifest) === row.hash, `${name}: its manifest does not have its hash`);
      const record = readEdition(row);
      const {
        organization,
        fiscalYear,
        formId,
        parts,
        concludes: _concludes,
        step: _step,
        effectiveOn,
        ...rest
      } = record;
      const { manifest: _manifest, hash: _hash, ...columns } = row;
      const written = {
        ...columns,
        occurredAt: row.occurredAt.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
      };
      const sealedColumns = { ...rest, effectiveOn: toDatabaseDate(effectiveOn) };
      must(canonicalText(sealedColumns) === canonicalText(written), `${name}: its columns differ from its manifest`);
      must(
        organization === policy.organization.slug && fiscalYear === policy.fiscalYear && formId === policy.formId,
        `${name}: it is another policy's`,
      );
      must(row.number === index + 1, `${name}: edition ${index + 1} is missing before it`);
      must(row.previousHash === (previous?.hash ?? null), `${name}: it does not follow the one before it`);
      await allPartsExist(tx, name, Object.values(parts));
      previous = { id: row.id, hash: row.hash };
    }
    must(
      policy.currentEditionId === (previous?.id ?? null),
      `Policy ${policy.id}: its current Edition is not its last`,
    );
    count += editions.length;
  }
  return count;
}

async function verifySubmissions(tx: Transaction): Promise<void> {
  const submissions = await tx.submission.findMany({
    include: { headVersion: true, approvedVersion: true, releasedIn: true, versions: true, contributors: true },
    orderBy: { id: "asc" },
  });
  for (const row of submissions) {
    const name = `Submission ${row.id}`;
    const events = await tx.event.findMany({
      where: { subjectType: "submission", subjectId: row.id, kind: { in: [...MOVES] } },
      orderBy: { number: "asc" },
    });
    const last = z
      .object({ to: z.string(), version: z.string().nullish(), edition: z.string().nullish() })
      .parse(JSON.parse(events.at(-1)?.detail ?? "{}"));
    must((last.to as SubmissionState) === row.state, `${name}: its state is not the one that its last event left`);
    const latest = [...row.versions].sort((a, b) => b.number - a.number)[0];
    must((latest?.id ?? null) === row.headVersionId, `${name}: its latest Version is not its last one`);
    must(
      row.versions.every((version) => row.contributors.some((contributor) => contributor.userId === version.authorId)),
      `${name}: an author of its Versions is not among its contributors`,
    );
    if (row.state === "APPROVED" || row.state === "RELEASED") {
      const { approvedVersion } = row;
      must(approvedVersion?.submissionId === row.id, `${name}: it was approved at another submission's Version`);
      must(last.version === approvedVersion.hash, `${name}: it was approved at another Version than its event says`);
    }
    if (row.state === "RELEASED") {
      must(last.edition === row.releasedIn?.hash, `${name}: it was released in another Edition than its event says`);
    }
  }
}

async function verifyPlanRows(tx: Transaction): Promise<number> {
  const policies = await tx.policy.findMany({ include: { currentEdition: true }, orderBy: { id: "asc" } });
  for (const policy of policies) {
    const edition = await readManifest(partsOf(policy.currentEdition), tx);
    const implied = rowsOf(policy.id, edition.values());
    const where = { where: { policyId: policy.id, removedInId: null }, orderBy: { id: "asc" as const } };
    const stored = {
      issue: await tx.issue.findMany(where),
      strategy: await tx.strategy.findMany(where),
      initiative: await tx.initiative.findMany(where),
      reformItem: await tx.reformItem.findMany(where),
    };
    for (const type of ["issue", "strategy", "initiative", "reformItem"] as const) {
      const wanted = new Map<string, object>(implied[type].map((row) => [row.id, row]));
      for (const row of stored[type]) {
        const name = `Row ${type} ${row.id}`;
        const expected = wanted.get(row.id);
        must(expected !== undefined, `${name}: the current Edition does not hold it`);
        must(canonicalText(expected) === canonicalText(row), `${name}: it differs from the current Edition`);
        wanted.delete(row.id);
      }
      const [missing] = wanted.keys();
      must(missing === undefined, `Row ${type} ${missing}: the current Edition holds it, the table does not`);
    }
  }
  return policies.length;
}
