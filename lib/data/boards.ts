import type { Prisma } from "../../prisma/client/client.ts";
import { type Actor, holdsRoleAnywhere } from "../domain/actor.ts";
import { evaluationPhase } from "../domain/edition.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import { isFinal } from "../domain/formulation.ts";
import {
  type Board,
  type BoardSection,
  countsOf,
  type PolicyRounds,
  ROUND_EVENTS,
  type RoundFacts,
} from "../domain/round-view.ts";
import { currentRows, peopleOf, type Seen, seen, sheetOf, shown, targetIdOf } from "./board-sheets.ts";
import { type Clock, systemClock } from "./clock.ts";
import { fromDatabaseDate } from "./dates.ts";
import { db } from "./db.ts";
import { publicColumns } from "./published.ts";
import { concludesOf, concluding, formulatedIn } from "./reach.ts";
import { reachRound } from "./round-change.ts";
import { phasesOf, targetsOf } from "./round-sheets.ts";
import { inPlanOrder } from "./submission-lines.ts";

/** Looking at rounds. Whoever belongs to the organisation may; who runs the round is in `mayRun`. No text is read. */

const policyColumns = {
  id: true,
  fiscalYear: true,
  formId: true,
  organizationId: true,
  organization: { select: publicColumns },
  currentEdition: { select: { number: true, manifest: true } },
  editions: { where: concluding, select: { manifest: true } },
} as const satisfies Prisma.PolicySelect;

type PolicyRow = Prisma.PolicyGetPayload<{ select: typeof policyColumns }>;
type RoundRow = Prisma.RoundGetPayload<object>;

function factsOf(actor: Actor, policy: PolicyRow, round: RoundRow, withoutSheet: number): RoundFacts {
  const phase = evaluationPhase.parse(round.phase);
  return {
    id: round.id,
    policyId: policy.id,
    phase,
    organization: policy.organization,
    fiscalYear: policy.fiscalYear,
    formId: policy.formId,
    opensOn: fromDatabaseDate(round.opensOn),
    dueOn: fromDatabaseDate(round.dueOn),
    plannedReleaseOn: fromDatabaseDate(round.plannedReleaseOn),
    closedAt: round.closedAt,
    concluded: policy.editions.some((edition) => concludesOf(edition).includes(phase)),
    withoutSheet,
    mayRun: holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId),
  };
}

/** The policies of the organisations that an actor belongs to, newest year first, each with its rounds in brief. */
export async function roundsOf(actor: Actor): Promise<PolicyRounds[]> {
  const organizationId = { in: actor.memberships.map((membership) => membership.organizationId) };
  const policies = await db().policy.findMany({
    where: { organizationId },
    select: {
      ...policyColumns,
      rounds: { orderBy: { opensOn: "asc" }, include: { submissions: { select: seen, orderBy: { id: "asc" } } } },
    },
    orderBy: [{ fiscalYear: "desc" }, { organizationId: "asc" }],
  });
  const all: PolicyRounds[] = [];
  for (const policy of policies) {
    const rounds: PolicyRounds["rounds"][number][] = [];
    for (const { submissions, ...round } of policy.rounds) {
      const rows = currentRows(submissions);
      const facts = factsOf(actor, policy, round, await withoutSheet(policy, round, submissions));
      rounds.push({ ...facts, counts: countsOf(rows) });
    }
    all.push({
      policyId: policy.id,
      organization: policy.organization,
      fiscalYear: policy.fiscalYear,
      formId: policy.formId,
      final: isFinal(formulatedIn(policy)),
      mayRun: holdsRoleAnywhere(actor, "COORDINATOR", policy.organizationId),
      rounds,
      openable: phasesOf(policy.formId).filter((phase) => !rounds.some((round) => round.phase === phase)),
    });
  }
  return all;
}

/** How many targets of the plan have no sheet in a round: a later release added them. A concluded round asks no more. */
async function withoutSheet(policy: PolicyRow, round: RoundRow, rows: readonly Seen[]): Promise<number> {
  if (round.closedAt) return 0;
  const started = new Set(rows.filter((row) => row.state !== "DISCARDED").map(targetIdOf));
  const asked = await targetsOf(db(), policy.id, policy.formId, evaluationPhase.parse(round.phase));
  return asked.filter((target) => !started.has(target.id)).length;
}

/** One round's progress board: every sheet, where it stands, whom it lies with. Refuses with `not-found`. */
export async function boardOf(actor: Actor, roundId: string, clock: Clock = systemClock): Promise<Board> {
  const round = await reachRound(actor, roundId, db());
  const today = tokyoDate(clock());
  const { organizationId } = round.policy;
  const policy = await db().policy.findUniqueOrThrow({ where: { id: round.policyId }, select: policyColumns });
  const rows = await db().submission.findMany({
    where: { roundId: round.id },
    select: shown,
    orderBy: { id: "asc" },
  });
  const sections = await db().section.findMany({
    where: { organizationId },
    orderBy: [{ order: "asc" }, { id: "asc" }],
  });
  const people = await peopleOf(organizationId, today);
  const events = await db().event.findMany({
    where: { subjectType: "round", subjectId: round.id },
    orderBy: { number: "asc" },
    select: { kind: true, detail: true, occurredAt: true },
  });

  const sheets = currentRows(rows).map(({ row, standing }) => sheetOf(row, standing, people, today));
  const place = new Map<string | null, number>(sections.map(({ id }, index) => [id, index]));
  const placeOf = (sectionId: string | null) => place.get(sectionId) ?? sections.length;
  sheets.sort((a, b) => placeOf(a.sectionId) - placeOf(b.sectionId) || inPlanOrder({ target: a }, { target: b }));

  const reminded = remindersOf(events);
  const named: BoardSection[] = sections.map(({ id, nameJa, nameEn }) => ({
    id,
    nameJa,
    nameEn,
    reminded: reminded.get(id) ?? null,
  }));
  const without = { id: null, nameJa: "", nameEn: "", reminded: reminded.get(null) ?? null };
  const last = ROUND_EVENTS.find((kind) => kind === events.at(-1)?.kind);
  return {
    ...factsOf(actor, policy, round, await withoutSheet(policy, round, rows)),
    sections: [...named, without].filter(({ id }) => sheets.some((sheet) => sheet.sectionId === id)),
    sheets,
    last: last ?? null,
  };
}

/** When each section was last reminded, and how many people of it. */
function remindersOf(events: readonly { kind: string; detail: string; occurredAt: Date }[]) {
  const last = new Map<string | null, { at: Date; people: number }>();
  for (const { kind, detail, occurredAt } of events) {
    if (kind !== "remind") continue;
    const { section, people } = JSON.parse(detail) as { section: string | null; people: number };
    last.set(section, { at: occurredAt, people });
  }
  return last;
}
