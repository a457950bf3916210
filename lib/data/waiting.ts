import type { Actor } from "../domain/actor.ts";
import type { Hash } from "../domain/canonical.ts";
import type { Comparison, EarlierRemark, PlaceInQueue, WaitingSheet } from "../domain/deciding-view.ts";
import { diffFields } from "../domain/diff.ts";
import type { Part } from "../domain/edition.ts";
import { type EvaluationPhase, sheetKey, targetKey } from "../domain/forms/form.ts";
import type { SheetValues } from "../domain/forms/sheet.ts";
import { decidingPost, whyNot } from "../domain/lifecycle.ts";
import type { SubmissionLine, TimelineLine } from "../domain/submission-view.ts";
import { db } from "./db.ts";
import { readManifest } from "./parts.ts";
import { partsOf, type Reached, reachSubmission, reachSubmissions } from "./reach.ts";
import { inPlanOrder, lineOf, sectionsOf } from "./submission-lines.ts";
import { timelineOf } from "./timeline.ts";

/** What waits for a manager's decision, as it would be published and with what a decision needs. */

type Parts = ReadonlyMap<string, Part>;

const decidable = ({ row, relation }: Reached): boolean =>
  whyNot("approve", { phase: row.phase, state: row.state, relation, holds: { "version-shown": true } }) === null;

async function waitingFor(actor: Actor): Promise<Reached[]> {
  return (await reachSubmissions(actor, { state: "SUBMITTED" })).filter(decidable);
}

/** The manager's queue: everything that the actor can approve now, by section, then in the plan's order. */
export async function decidingQueue(actor: Actor): Promise<WaitingSheet[]> {
  const waiting = await waitingFor(actor);
  const sections = await sectionsOf(waiting);
  const editions = new Map<string, Promise<Parts>>();
  const sheets = waiting.map(async (reached) => {
    const { policy } = reached.row;
    const edition = editions.get(policy.id) ?? readManifest(partsOf(policy.currentEdition));
    editions.set(policy.id, edition);
    return sheetOf(actor, reached, lineOf(reached, sections), await edition);
  });
  return (await Promise.all(sheets)).sort((a, b) => inQueueOrder(a.line, b.line));
}

/** One submission as it waits for the actor's decision; null where it does not. Refuses with `not-found`. */
export async function findWaiting(actor: Actor, submissionId: string): Promise<WaitingSheet | null> {
  const reached = await reachSubmission(actor, submissionId);
  if (!decidable(reached)) return null;
  const line = lineOf(reached, await sectionsOf([reached]));
  return sheetOf(actor, reached, line, await readManifest(partsOf(reached.row.policy.currentEdition)));
}

/** How lists show these submissions, those that the actor may know of. */
export async function linesOf(actor: Actor, submissionIds: readonly string[]): Promise<SubmissionLine[]> {
  const found = await reachSubmissions(actor, { id: { in: [...submissionIds] } });
  const sections = await sectionsOf(found);
  return found.map((reached) => lineOf(reached, sections));
}

/** What stands before and after a submission in the actor's queue, also where it has just left it; null: nothing waits. */
export async function placeInQueue(actor: Actor, submissionId: string): Promise<PlaceInQueue | null> {
  const waiting = await waitingFor(actor);
  if (waiting.length === 0) return null;
  const here = await reachSubmission(actor, submissionId);
  const sections = await sectionsOf([...waiting, here]);
  const own = lineOf(here, sections);
  const others = waiting.map((reached) => lineOf(reached, sections)).filter((line) => line.id !== submissionId);
  others.sort(inQueueOrder);
  const before = others.filter((line) => inQueueOrder(line, own) < 0);
  return {
    number: others.length < waiting.length ? before.length + 1 : null,
    count: waiting.length,
    previous: before.at(-1) ?? null,
    next: others[before.length] ?? null,
  };
}

const byName = new Intl.Collator("ja");

/** By organisation, then section (items of none last), then year and phase, then the plan's order. */
function inQueueOrder(a: SubmissionLine, b: SubmissionLine): number {
  return (
    byName.compare(a.organization.slug, b.organization.slug) ||
    Number(a.section === null) - Number(b.section === null) ||
    byName.compare(a.section?.nameJa ?? "", b.section?.nameJa ?? "") ||
    a.fiscalYear - b.fiscalYear ||
    byName.compare(a.phase, b.phase) ||
    inPlanOrder(a, b)
  );
}

async function sheetOf(actor: Actor, reached: Reached, line: SubmissionLine, edition: Parts): Promise<WaitingSheet> {
  const { row, target, subject } = reached;
  const version = row.submittedVersion;
  if (!version) throw new Error(`submission ${row.id} was submitted without a version`);
  const name = row.phase === "PLAN" ? "" : sheetKey(target, row.phase as EvaluationPhase);
  const values = valuesIn(await readManifest(partsOf(version)), name) ?? {};
  const node = edition.get(targetKey(target));
  const timeline = await timelineOf(row.id);
  const [submitted, before] = timeline.filter((entry) => entry.move === "submit");
  const authors = await db().user.findMany({
    where: { id: { in: row.contributors.map(({ userId }) => userId) } },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  const opened = await db().opening.count({ where: { versionId: version.id, userId: actor.userId } });
  return {
    line,
    formId: row.policy.formId,
    lockVersion: row.lockVersion,
    versionHash: version.hash,
    versionNumber: version.number,
    values,
    plan: node && "plan" in node ? node.plan : {},
    authors: authors.map((author) => author.name),
    submittedBy: submitted?.actor ?? "",
    submittedAt: submitted?.occurredAt ?? version.occurredAt,
    comparison: await comparisonOf(before?.version ?? null, valuesIn(edition, name), name, values),
    remarks: await earlierRemarks(timeline, name, values),
    opened: opened > 0,
    deputyFor: decidingPost(actor, subject)?.deputyFor?.name ?? null,
  };
}

function valuesIn(parts: Parts, name: string): SheetValues | null {
  const sheet = parts.get(name);
  return sheet?.type === "sheet" ? sheet.values : null;
}

async function sheetAt(hash: Hash, name: string): Promise<{ number: number; values: SheetValues }> {
  const version = await db().version.findUniqueOrThrow({ where: { hash } });
  return { number: version.number, values: valuesIn(await readManifest(partsOf(version)), name) ?? {} };
}

async function comparisonOf(
  before: Hash | null,
  published: SheetValues | null,
  name: string,
  values: SheetValues,
): Promise<Comparison | null> {
  if (name !== "" && before !== null) {
    const earlier = await sheetAt(before, name);
    return { against: "submission", number: earlier.number, changes: diffFields(earlier.values, values) };
  }
  return published && { against: "public", number: null, changes: diffFields(published, values) };
}

/** Every remark with which it came back, the newest first, and whether its field was changed since. */
async function earlierRemarks(
  timeline: readonly TimelineLine[],
  name: string,
  values: SheetValues,
): Promise<EarlierRemark[]> {
  const remarks: EarlierRemark[] = [];
  for (const { comment, version, actor, occurredAt } of timeline) {
    if (!comment?.remarks || version === null) continue;
    const then = (await sheetAt(version, name)).values;
    const changed = new Set(diffFields(then, values).map(({ field }) => field));
    for (const [field, text] of Object.entries(comment.remarks)) {
      remarks.push({ field, text, by: actor, at: occurredAt, changedSince: changed.has(field) });
    }
  }
  return remarks;
}
