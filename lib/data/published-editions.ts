import type { Part } from "../domain/edition.ts";
import { editionChanges, itemCounts, type Parts, sheetChanges } from "../domain/edition-changes.ts";
import { type Manifest, type Target, targetKey } from "../domain/forms/form.ts";
import type { NodeChange } from "../domain/plan-changes.ts";
import type { ItemNode } from "../domain/policy.ts";
import type {
  Approval,
  EditionComparison,
  EditionLine,
  FormerItem,
  HistoryHead,
  ItemEdition,
  RevisionHistory,
} from "../domain/published-policy.ts";
import { db } from "./db.ts";
import { readPublicParts } from "./public-parts.ts";
import { historyOf, type ReleasedRow, releasedPolicy } from "./published.ts";
import { readOnce } from "./published-reads.ts";
import { partsOf } from "./reach.ts";

/**
 * What the Editions of a policy say when they are laid beside one another, for the public: like published.ts it takes no
 * actor and reads only what was released. A policy without an Edition has no history (null).
 */

/** Every Edition of a policy with what it changed and which posts approved that, newest first. */
export async function revisionHistory(slug: string, fiscalYear: number): Promise<RevisionHistory | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return null;
  const { lines, contents } = await laidOut(row);
  const approvals = await approvalsOf(row);
  const entries = lines.map((line, index) => {
    const after = contents[index] ?? new Map();
    const before = contents[index + 1];
    const changes = editionChanges(before ?? new Map(), after);
    return {
      line,
      changes: before ? changes : { ...changes, nodes: [] },
      set: before ? null : itemCounts(after),
      approvals: approvals.get(row.editions[index]?.id ?? "") ?? [],
    };
  });
  return { ...headOf(row, lines, contents[0]), entries };
}

/** What changed from the Edition of one number to that of another, the earlier one first. */
export async function compareEditions(
  slug: string,
  fiscalYear: number,
  numbers: readonly [number, number],
): Promise<EditionComparison | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return null;
  const [from, to] = [Math.min(...numbers), Math.max(...numbers)];
  const newest = row.editions[0]?.number;
  const wanted = (number: number) => [from, to, newest].includes(number);
  const { lines, contents } = await laidOut(row, (_key, number) => wanted(number));
  const at = (number: number) => row.editions.findIndex((edition) => edition.number === number);
  const [before, after] = [contents[at(from)], contents[at(to)]];
  const changes = before && after && from !== to ? editionChanges(before, after) : null;
  return { ...headOf(row, lines, contents[0]), changes };
}

/** The Editions that changed an item's plan or sheets, newest first. */
export async function itemEditions(slug: string, fiscalYear: number, target: Target): Promise<ItemEdition[]> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return [];
  // Its place is known by the items around it, so the plan is read whole; of the sheets only its own.
  const own = targetKey(target);
  const plans = await readOnce(`plans ${row.editions[0]?.hash}`, () => plansOf(row));
  const sheets = await contentsOf(row, (key) => key.startsWith(`${own}/`));
  const contents = plans.map(({ plan }, index): Parts => new Map([...plan, ...(sheets[index] ?? [])]));
  return (await historyOf(row.editions)).flatMap((line, index): ItemEdition[] => {
    const changed = sheetChanges(contents[index + 1] ?? new Map(), contents[index] ?? new Map());
    const plan = plans[index]?.kinds.get(own) ?? null;
    const phases = changed.map(({ phase }) => phase);
    return plan || phases.length > 0 ? [{ line, plan, sheets: phases }] : [];
  });
}

/** The plan of each Edition, newest first, and what that did to each of its nodes. */
async function plansOf(row: ReleasedRow): Promise<{ plan: Parts; kinds: ReadonlyMap<string, NodeChange["kind"]> }[]> {
  const plans = await contentsOf(row, (key) => !key.includes("/"));
  return plans.map((plan, index) => {
    const { nodes } = editionChanges(plans[index + 1] ?? new Map(), plan);
    return { plan, kinds: new Map(nodes.map(({ key, kind }) => [key, kind])) };
  });
}

/** The item of a kind that an earlier Edition showed under a code which the current one no longer has. */
export async function formerItem(
  slug: string,
  fiscalYear: number,
  type: ItemNode["type"],
  code: string,
): Promise<FormerItem | null> {
  const row = await releasedPolicy(slug, fiscalYear);
  if (!row) return null;
  const { lines, contents } = await laidOut(row, (key) => key.startsWith(`${type}:`) && !key.includes("/"));
  const items = contents.map((parts) => [...parts.values()].filter((part): part is ItemNode => part.type === type));
  const coded = (nodes: readonly ItemNode[] | undefined) => nodes?.find((node) => node.code === code);
  const at = items.findIndex(coded);
  const found = coded(items[at]);
  const [last, since] = [lines[at], lines[at - 1]];
  if (!found || !last || !since) return null;
  const now = items[0]?.find(({ id }) => id === found.id);
  return { type, title: found.title, last, since, codeNow: now?.code ?? null };
}

/** The lines and the contents of a policy's Editions, newest first: of each no more than the Parts that are asked for. */
export async function laidOut(
  row: ReleasedRow,
  asked: (key: string, number: number) => boolean = () => true,
): Promise<{ lines: EditionLine[]; contents: Parts[] }> {
  return { lines: await historyOf(row.editions), contents: await contentsOf(row, asked) };
}

async function contentsOf(row: ReleasedRow, asked: (key: string, number: number) => boolean): Promise<Parts[]> {
  const manifests = row.editions.map((edition): Manifest => {
    const entries = Object.entries(partsOf(edition));
    return Object.fromEntries(entries.filter(([key]) => asked(key, edition.number)));
  });
  const found = await readPublicParts(manifests.flatMap((manifest) => Object.values(manifest)));
  return manifests.map(
    (manifest) =>
      new Map(
        Object.entries(manifest).flatMap(([key, hash]): [string, Part][] => {
          const part = found.get(hash);
          return part ? [[key, part]] : [];
        }),
      ),
  );
}

function headOf(row: ReleasedRow, lines: readonly EditionLine[], current: Parts | undefined): HistoryHead {
  const policy = [...(current?.values() ?? [])].find((part) => part.type === "policy");
  const { organization, fiscalYear, formId } = row;
  return { organization, fiscalYear, formId, title: policy?.title ?? "", lines };
}

/** Which posts approved what each Edition released, each once, by the Edition's id. */
async function approvalsOf({ editions }: ReleasedRow): Promise<Map<string, Approval[]>> {
  const released = await db().submission.findMany({
    where: { releasedInId: { in: editions.map(({ id }) => id) }, state: "RELEASED" },
    select: { id: true, releasedInId: true },
  });
  const events = await db().event.findMany({
    where: { subjectType: "submission", subjectId: { in: released.map(({ id }) => id) }, kind: "approve" },
    select: { subjectId: true, membershipId: true, detail: true },
    orderBy: { number: "asc" },
  });
  const posts = await db().membership.findMany({
    where: { id: { in: [...new Set(events.flatMap(({ membershipId }) => membershipId ?? []))] } },
    select: { id: true, postTitle: true, section: { select: { order: true } } },
  });
  // The last approval of what was released is the one that it was released on; those before were taken back.
  const last = new Map(events.map((event) => [event.subjectId, event]));
  const rank = (membershipId: string | null) => posts.find(({ id }) => id === membershipId)?.section?.order ?? -1;
  const heads = (id: string) => rank(last.get(id)?.membershipId ?? null);
  const found = new Map<string, Approval[]>();
  // The whole organisation's posts first, then as its sections stand.
  for (const { id, releasedInId } of released.sort((a, b) => heads(a.id) - heads(b.id))) {
    const event = last.get(id);
    const postTitle = posts.find((post) => post.id === event?.membershipId)?.postTitle;
    if (!event || !releasedInId || postTitle === undefined) continue;
    const deputy = (JSON.parse(event.detail) as { deputy?: boolean }).deputy === true;
    const known = found.get(releasedInId) ?? [];
    if (known.some((one) => one.postTitle === postTitle && one.deputy === deputy)) continue;
    found.set(releasedInId, [...known, { postTitle, deputy }]);
  }
  return found;
}
