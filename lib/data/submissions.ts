import type { Actor } from "../domain/actor.ts";
import type { CommentPart } from "../domain/edition.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { fieldsOf } from "../domain/forms/catalogue.ts";
import { type EvaluationPhase, sheetKey, targetKey } from "../domain/forms/form.ts";
import { missingFields, type SheetValues } from "../domain/forms/sheet.ts";
import { type Move, movesFor } from "../domain/lifecycle.ts";
import type {
  ReadyLine,
  SubmissionLine,
  SubmissionView,
  TimelineLine,
  VersionLine,
} from "../domain/submission-view.ts";
import { bufferOf } from "./buffers.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { roundIsOpen } from "./moves.ts";
import { readManifest } from "./parts.ts";
import { permitLines } from "./permits.ts";
import { partsOf, type Reached, reachSubmission, reachSubmissions } from "./reach.ts";
import { saidOf } from "./release-contents.ts";
import { sourcesOf } from "./sources.ts";
import { inPlanOrder, lineOf, sectionsOf } from "./submission-lines.ts";
import { timelineOf } from "./timeline.ts";

/** What waits for an actor: to be written, decided, or released by them. */
export interface Desk {
  readonly toWrite: readonly SubmissionLine[];
  readonly toDecide: readonly SubmissionLine[];
  readonly toRelease: readonly SubmissionLine[];
  /** Submitted by this actor and waiting for somebody else. */
  readonly waiting: readonly SubmissionLine[];
}

/** Everything open that waits for the actor, each list in the order of the plan's codes. */
export async function deskOf(actor: Actor, clock: Clock = systemClock): Promise<Desk> {
  const open = await reachSubmissions(actor, { state: { notIn: ["RELEASED", "DISCARDED"] } });
  const now = clock();
  const sections = await sectionsOf(open);
  const offered = open.map((reached) => ({ reached, moves: movesOf(reached, now, true) }));
  const lines = (wanted: (entry: (typeof offered)[number]) => boolean) =>
    offered
      .filter(wanted)
      .map(({ reached }) => lineOf(reached, sections))
      .sort(inPlanOrder);
  return {
    // A coordinator may write every sheet, but only what is theirs by section or by their own hand waits for them.
    toWrite: lines(
      ({ reached, moves }) => moves.includes("save") && (reached.relation.sectionStaff || reached.relation.contributor),
    ),
    toDecide: lines(({ moves }) => moves.includes("approve")),
    toRelease: lines(({ moves }) => moves.includes("release")),
    waiting: lines(({ reached }) => reached.row.state === "SUBMITTED" && reached.relation.contributor),
  };
}

/** The approved submissions of a policy and the sheets that are still on their way, for whoever prepares a release. */
export async function releasable(
  actor: Actor,
  policyId: string,
  clock: Clock = systemClock,
): Promise<{
  ready: ReadyLine[];
  missing: SubmissionLine[];
}> {
  const open = await reachSubmissions(actor, { policyId, state: { notIn: ["RELEASED", "DISCARDED"] } });
  const sections = await sectionsOf(open);
  const now = clock();
  const ready: ReadyLine[] = [];
  for (const reached of open) {
    const { row } = reached;
    if (!row.approvedVersion || !movesOf(reached, now, true).includes("release")) continue;
    const said = row.phase === "PLAN" ? await saidOf(db(), row) : undefined;
    const described = said?.type === "revision" ? said : null;
    const { lockVersion, approvedVersion } = row;
    ready.push({ ...lineOf(reached, sections), lockVersion, versionHash: approvedVersion.hash, described });
  }
  const missing = open.filter(({ row }) => row.state !== "APPROVED").map((reached) => lineOf(reached, sections));
  return { ready: ready.sort(inPlanOrder), missing: missing.sort(inPlanOrder) };
}

/** One submission with its text, its history and the moves that the actor may make; refuses with `not-found`. */
export async function findSubmission(actor: Actor, id: string, clock: Clock = systemClock): Promise<SubmissionView> {
  const reached = await reachSubmission(actor, id);
  const { row, target, relation } = reached;
  const now = clock();
  const evaluation = row.phase !== "PLAN";
  const head = await readManifest(partsOf(row.headVersion));
  const edition = await readManifest(partsOf(row.policy.currentEdition));
  const name = evaluation ? sheetKey(target, row.phase as EvaluationPhase) : "";
  const sheet = head.get(name);
  const released = edition.get(name);
  const node = edition.get(targetKey(target));
  const values: SheetValues = sheet?.type === "sheet" ? sheet.values : {};
  const plan = node && "plan" in node ? node.plan : {};
  const timeline = await timelineOf(row.id);
  const column = { issueId: row.issueId, strategyId: row.strategyId, initiativeId: row.initiativeId };
  const others = await db().submission.count({
    where: {
      phase: row.phase,
      ...column,
      reformItemId: row.reformItemId,
      targetPolicyId: row.targetPolicyId,
      state: { notIn: ["RELEASED", "DISCARDED"] },
      id: { not: row.id },
    },
  });
  const moves = movesOf(reached, now, others === 0);
  return {
    ...lineOf(reached, await sectionsOf([reached])),
    formId: row.policy.formId,
    lockVersion: row.lockVersion,
    relation,
    moves,
    roundIsOpen: roundIsOpen(row, now),
    roundId: row.roundId,
    permits: permitLines(row.permits, tokyoDate(now)),
    values,
    head: await versionLine(row.headVersion),
    buffer: evaluation && moves.includes("save") ? await bufferOf(actor, reached) : null,
    submitted: await versionLine(row.submittedVersion),
    missing: evaluation ? missingFields(fieldsOf(row.policy.formId, target.type, row.phase), values, plan) : [],
    plan,
    sources: await sourcesOf(reached),
    released: released?.type === "sheet" ? released.values : null,
    returned: row.state === "RETURNED" ? returnedWith(timeline) : null,
    timeline,
  };
}

function movesOf({ row, relation }: Reached, now: Date, noneOpen: boolean): Move[] {
  return movesFor({
    phase: row.phase,
    state: row.state,
    relation,
    holds: {
      "round-open": roundIsOpen(row, now),
      "base-current": row.phase !== "PLAN" || row.baseEditionId === row.policy.currentEditionId,
      evaluation: row.phase !== "PLAN",
      "none-open": noneOpen,
    },
  });
}

async function versionLine(
  version: { hash: string; number: number; authorId: string; occurredAt: Date } | null,
): Promise<VersionLine | null> {
  if (!version) return null;
  const author = await db().user.findUniqueOrThrow({ where: { id: version.authorId }, select: { name: true } });
  return { hash: version.hash, number: version.number, author: author.name, occurredAt: version.occurredAt };
}

function returnedWith(timeline: readonly TimelineLine[]): CommentPart | null {
  return timeline.find((line) => line.move === "return" || line.move === "revoke")?.comment ?? null;
}
