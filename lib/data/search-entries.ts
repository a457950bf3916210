import type { Prisma } from "../../prisma/client/client.ts";
import type { Part } from "../domain/edition.ts";
import { type Searchable, type Stretch, searchablesOf, stepTo, stretchesOf } from "../domain/search-entry.ts";
import { fold, gramsOf } from "../domain/search-text.ts";
import { db, type Transaction } from "./db.ts";
import { lockChain } from "./events.ts";
import { readParts } from "./parts.ts";
import { partsOf } from "./reach.ts";

/**
 * What the search looks through: derived from Editions, written by releases, made again by a redaction and where an
 * installation has Editions that are not in it yet. Nothing of a draft can come here: only Editions are read.
 */

/** The policy that entries are written for. */
type Policy = {
  readonly id: string;
  readonly organizationId: string;
  readonly fiscalYear: number;
  readonly formId: string;
};

/** Writes what an Edition changes, in the transaction of its release. Texts that stand as they stood are left alone. */
export async function writeSearchEntries(
  tx: Transaction,
  policy: Policy,
  number: number,
  parts: ReadonlyMap<string, Part>,
): Promise<void> {
  const running = await tx.searchEntry.findMany({ where: { policyId: policy.id, toEdition: null }, select: compared });
  const { ended, removed, begun } = stepTo(running.map(readEntry), searchablesOf(policy.formId, parts));
  const of = (some: readonly Searchable[]) => ({
    policyId: policy.id,
    nodeId: { in: some.map(({ nodeId }) => nodeId) },
  });
  const last = { toEdition: number - 1 };
  await tx.searchEntry.updateMany({ where: { ...of(ended), toEdition: null }, data: last });
  await tx.searchEntry.updateMany({ where: { ...of(removed), toEdition: null }, data: { ...last, removedIn: number } });
  // What came back is not gone any more.
  await tx.searchEntry.updateMany({ where: { ...of(begun), removedIn: { not: null } }, data: { removedIn: null } });
  const fresh = begun.map((one) => ({ ...one, fromEdition: number, toEdition: null, removedIn: null }));
  await tx.searchEntry.createMany({ data: fresh.map((one) => entryRow(policy, one)) });
  await tx.policy.update({ where: { id: policy.id }, data: { searchedEdition: number } });
}

/** Makes all entries of a policy again from its Editions. The caller holds the organisation's chain. */
export async function rebuildSearchEntries(tx: Transaction, policy: Policy): Promise<void> {
  const stretches = await impliedStretches(tx, policy);
  await tx.searchEntry.deleteMany({ where: { policyId: policy.id } });
  await tx.searchEntry.createMany({ data: stretches.map((one) => entryRow(policy, one)) });
  const last = await tx.edition.findFirst({ where: { policyId: policy.id }, orderBy: { number: "desc" } });
  await tx.policy.update({ where: { id: policy.id }, data: { searchedEdition: last?.number ?? null } });
}

/** What the Editions of a policy say its entries are. */
export async function impliedStretches(tx: Transaction, { id, formId }: Policy): Promise<Stretch[]> {
  const editions = await tx.edition.findMany({ where: { policyId: id }, orderBy: { number: "asc" } });
  // Editions share most of their Parts, which are read once.
  const parts = await readParts(
    editions.flatMap((edition) => Object.values(partsOf(edition))),
    tx,
  );
  return stretchesOf(
    editions.map((edition) => {
      const contents = Object.entries(partsOf(edition)).map(([key, hash]): [string, Part] => {
        const part = parts.get(hash);
        if (!part) throw new Error(`Part ${hash} is missing`);
        return [key, part];
      });
      return { number: edition.number, searchables: searchablesOf(formId, new Map(contents)) };
    }),
  );
}

/**
 * Makes the entries of every policy whose newest Edition is not searchable yet, as after the migration that brought the
 * search; with `all` those of every policy. Says how many it made.
 */
export async function rebuildSearch({ all = false }: { readonly all?: boolean } = {}): Promise<number> {
  const policies = await db().policy.findMany({
    where: { currentEditionId: { not: null } },
    include: { currentEdition: { select: { number: true } } },
    orderBy: { id: "asc" },
  });
  const missing = policies.filter((policy) => all || policy.searchedEdition !== policy.currentEdition?.number);
  for (const policy of missing) {
    await db().$transaction(async (tx) => {
      // No release and no redaction comes between reading the Editions and writing what they say.
      await lockChain(tx, policy.organizationId);
      await rebuildSearchEntries(tx, policy);
    });
  }
  return missing.length;
}

/** The row of a stretch: what it says, and what it is looked up by. */
export function entryRow(policy: Policy, stretch: Stretch) {
  const foldedName = fold([stretch.code, stretch.title].filter(Boolean).join(" "));
  const folded = `${foldedName} ${fold(stretch.text)}`;
  const { verdicts, grades, themes, sdgs, ...columns } = stretch;
  return {
    policyId: policy.id,
    organizationId: policy.organizationId,
    fiscalYear: policy.fiscalYear,
    ...columns,
    foldedName,
    folded,
    grams: gramsOf(folded),
    ...{ verdicts: [...verdicts], grades: [...grades], themes: [...themes], sdgs: [...sdgs] },
  };
}

const compared = {
  ...{ kind: true, nodeId: true, code: true, title: true, text: true, grades: true, budgetThousandYen: true },
  ...{ verdicts: true, themes: true, sdgs: true },
} as const satisfies Prisma.SearchEntrySelect;

/** A row as what it was made from. */
const readEntry = (row: Prisma.SearchEntryGetPayload<{ select: typeof compared }>) => row as Searchable;
