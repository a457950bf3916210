import { type Clock, systemClock } from "../../lib/data/clock.ts";
import { db } from "../../lib/data/db.ts";
import { approve, submit } from "../../lib/data/moves.ts";
import { readManifest } from "../../lib/data/parts.ts";
import { createPolicy } from "../../lib/data/policies.ts";
import { currentPolicy } from "../../lib/data/published.ts";
import { partsOf } from "../../lib/data/reach.ts";
import { release } from "../../lib/data/releases.ts";
import { saveRevision } from "../../lib/data/revising.ts";
import { openRound, startRevision } from "../../lib/data/starts.ts";
import type { EditionContent } from "../../lib/domain/edition.ts";
import { type CalendarDate, eraOfFiscalYear, tokyoDate } from "../../lib/domain/fiscal-year.ts";
import type { EvaluationPhase } from "../../lib/domain/forms/form.ts";
import type { Indicator } from "../../lib/domain/forms/indicator.ts";
import type { SheetValues } from "../../lib/domain/forms/sheet.ts";
import { nodesOf } from "../../lib/domain/plan-changes.ts";
import { administrator } from "./administrator.ts";
import { earlierSheetsOf } from "./mihon/earlier.ts";
import { seedRunningRound } from "./mihon/now.ts";
import {
  ensureMihon,
  ensureMihonPeople,
  ensureMihonSections,
  MIHON,
  type People,
  peopleOfMihon,
} from "./mihon/people.ts";
import { type PlanYear, planOfMihon } from "./mihon/plans.ts";
import { revisionsOf, revisionsOfEarlier, revisionsOfRunning, type SampleRevision } from "./mihon/revisions.ts";
import type { MihonSection } from "./mihon/shape.ts";
import { type SheetName, sheetsOf } from "./mihon/sheets.ts";
import { clockAt, daysAfter, type RoundSheet, type Step, sheetsOfRound, walk } from "./mihon/walk.ts";
import { RETURNED_ONCE } from "./mihon/whole.ts";

const FORM = "osaka-2013";

/** What seeding the sample ward needs to know at every step. */
interface Ward {
  readonly organizationId: string;
  readonly people: People;
  readonly sections: ReadonlyMap<MihonSection, string>;
}

/** The last fiscal year whose self-evaluation is public on a day: it is released in early June of the year after. */
export function finishedYearOn(date: CalendarDate): number {
  const year = Number(date.slice(0, 4));
  return date > `${year}-06-20` ? year - 1 : year - 2;
}

/**
 * The sample ward: a fiscal year of which its outcome is known, one that was formulated in three steps, revised and
 * evaluated, and the year after it in the middle of its mid-year round, in the order in which it all would have happened.
 * The years are those of the first seeding; run again, it does what is still missing.
 */
export async function seedMihon({ log }: { log: (line: string) => void }, clock: Clock = systemClock): Promise<void> {
  const first = await firstPolicy();
  // A ward of the two years that the sample had before keeps them as they are.
  if (first?.ofTwoYears) return;
  const year = first ? first.fiscalYear + 1 : finishedYearOn(tokyoDate(clock()));
  if (await isComplete(year + 1)) return;

  const before = clockAt(`${year - 1}-01-05`, "10:00");
  const admin = await administrator(before);
  const { id: organizationId, added } = await ensureMihon(admin, before);
  if (added) log("みほん区(見本)を登録しました / added the sample ward Mihon");
  const sections = await ensureMihonSections(admin, organizationId, before);
  await ensureMihonPeople(admin, organizationId, sections, `${year - 1}-01-01`, before);
  const ward: Ward = { organizationId, sections, people: await peopleOfMihon(sections) };

  await revise(ward, year - 1, () => ({ which: "earlier" }), revisionsOfEarlier(year - 1));
  const earlier = idsOf(await contentOf(year - 1));
  const finished = (which: "finished" | "amended" = "finished") => ({ which, before: earlier });
  const revisions = revisionsOf(year);
  const upTo = (number: number) => revisions.filter((revision) => revision.number <= number);
  await revise(ward, year, finished, upTo(3));
  await evaluate(ward, year - 1, "SELF_EVALUATION", yearEndOf(year - 1), earlierSheetsOf);
  await revise(ward, year, finished, upTo(4));
  await evaluate(ward, year, "MID_YEAR_REVIEW", {
    ...{ opensOn: `${year}-09-01`, dueOn: `${year}-09-25`, plannedReleaseOn: `${year}-10-02` },
    notice: { kind: "MID_YEAR_REVIEW_PUBLISHED", text: `${titleOf(year)}の中間振り返りを公開しました` },
  });
  await revise(ward, year, finished, upTo(6));
  const running = idsOf(await contentOf(year));
  const next = () => ({ which: "running" as const, before: running });
  await revise(ward, year + 1, next, revisionsOfRunning(year + 1).slice(0, 1));
  await evaluate(ward, year, "SELF_EVALUATION", yearEndOf(year));
  await revise(ward, year + 1, next, revisionsOfRunning(year + 1));
  await revise(ward, year, finished, revisions);
  log(`みほん区の${year}年度までを公開しました / released the sample ward's years up to FY${year}`);
  await seedRunningRound(ward.people, { policyId: await policyOf(year + 1), today: tokyoDate(clock()) });
  log(`みほん区の${year + 1}年度の中間振り返りを開きました / opened the mid-year round of FY${year + 1}`);
}

/** The round after a year's end. */
const yearEndOf = (year: number): EvaluatedRound => ({
  ...{ opensOn: `${year + 1}-04-02`, dueOn: `${year + 1}-04-27`, plannedReleaseOn: `${year + 1}-06-05` },
  notice: { kind: "SELF_EVALUATION_PUBLISHED", text: `${titleOf(year)}の自己評価を公開しました` },
});

const titleOf = (year: number) => `令和${eraOfFiscalYear(year).year}年度みほん区運営方針`;

/** The first policy that the ward ever made, of a database that was seeded before; null where none was. */
async function firstPolicy(): Promise<{ fiscalYear: number; ofTwoYears: boolean } | null> {
  const created = await db().event.findFirst({
    where: { chain: { organization: { slug: MIHON } }, kind: "create", subjectType: "policy" },
    orderBy: { number: "asc" },
  });
  if (!created) return null;
  const rounds = await db().round.count({ where: { policyId: created.subjectId, phase: "MID_YEAR_REVIEW" } });
  const { fiscalYear } = JSON.parse(created.detail) as { fiscalYear: number };
  return { fiscalYear, ofTwoYears: rounds > 0 };
}

/** Whether the seeding reached its last step, the early release of one sheet of the running year. */
async function isComplete(year: number): Promise<boolean> {
  const where = { policy: { fiscalYear: year, organization: { slug: MIHON } }, number: 3 };
  return (await db().edition.count({ where })) > 0;
}

async function policyOf(fiscalYear: number): Promise<string> {
  const where = { fiscalYear, organization: { slug: MIHON } };
  return (await db().policy.findFirstOrThrow({ where, select: { id: true } })).id;
}

async function contentOf(fiscalYear: number): Promise<EditionContent> {
  const policy = await currentPolicy(MIHON, fiscalYear);
  if (!policy) throw new Error(`the sample ward's ${fiscalYear} is not released`);
  return policy.content;
}

/** The ids of an Edition's items and aims by type and code, and of their indicators by type, code and name. */
function idsOf({ issues, reformItems, aims }: EditionContent): Map<string, string> {
  const strategies = issues.flatMap((issue) => issue.strategies);
  const initiatives = strategies.flatMap((strategy) => strategy.initiatives);
  const items = [...issues, ...strategies, ...initiatives, ...reformItems];
  return new Map([
    ...aims.map(({ code, id }): [string, string] => [`aim ${code}`, id]),
    ...items.flatMap(({ type, code, id, plan }): [string, string][] => [
      [`${type} ${code}`, id],
      ...[plan.outcomeIndicators, plan.processIndicators].flatMap((list) =>
        ((list ?? []) as Indicator[]).map((one): [string, string] => [`${type} ${code} ${one.name}`, one.id]),
      ),
    ]),
  ]);
}

/** Makes a year's Revisions and releases each at its time; `which` says what plan of the texts one asks for. */
async function revise(
  ward: Ward,
  year: number,
  which: (which?: "amended") => PlanYear,
  revisions: readonly SampleRevision[],
): Promise<void> {
  const { coordinator, head } = ward.people;
  const { organizationId, sections } = ward;
  const place = { organizationId_fiscalYear: { organizationId, fiscalYear: year } };
  for (const { number, releasedOn, says, plan } of revisions) {
    const existing = await db().policy.findUnique({ where: place, include: { currentEdition: true } });
    if ((existing?.currentEdition?.number ?? 0) >= number) continue;
    const on = (daysBefore: number, time: string) => clockAt(daysAfter(releasedOn, -daysBefore), time);
    const made = { organizationId, fiscalYear: year, formId: FORM };
    const policyId = existing?.id ?? (await createPolicy(coordinator, made, on(22, "09:30"))).id;
    const key = (step: string) => `mihon-${year}-${number}-${step}`;
    const { submissionId } = await startRevision(coordinator, { policyId, key: key("start") }, on(22, "09:40"));
    const { lockVersion } = await db().submission.findUniqueOrThrow({ where: { id: submissionId } });
    if (lockVersion === 0) {
      const texts = (asked?: "amended") => planOfMihon(which(asked), { policyId, title: titleOf(year), sections });
      const now = existing?.currentEdition ? nodesOf(await readManifest(partsOf(existing.currentEdition))) : [];
      const saved = { submissionId, lockVersion: 0, key: key("save"), plan: plan(texts, now) };
      await saveRevision(coordinator, { ...saved, revision: { type: "revision", ...says } }, on(14, "16:20"));
    }
    const submitted = await submit(coordinator, { submissionId, lockVersion: 1, key: key("submit") }, on(8, "11:00"));
    const versionHash = submitted.versionHash ?? "";
    await approve(head, { submissionId, lockVersion: 2, versionHash, key: key("approve") }, on(5, "13:30"));
    const chosen = [{ submissionId, lockVersion: 3, versionHash }];
    const bundle = { policyId, chosen, notice: null, key: key("release") };
    await release(coordinator, bundle, clockAt(releasedOn, "09:00"));
  }
}

interface EvaluatedRound {
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly plannedReleaseOn: CalendarDate;
  readonly notice: { readonly kind: "MID_YEAR_REVIEW_PUBLISHED" | "SELF_EVALUATION_PUBLISHED"; readonly text: string };
}

/** Runs a whole round of the finished year: opened, every sheet written, submitted and approved, released as one. */
async function evaluate(
  ward: Ward,
  year: number,
  phase: EvaluationPhase,
  round: EvaluatedRound,
  written: (content: EditionContent) => Map<SheetName, SheetValues> = (content) => sheetsOf(phase, content),
): Promise<void> {
  const { coordinator } = ward.people;
  const policyId = await policyOf(year);
  if ((await db().edition.count({ where: { policyId, phases: { has: phase } } })) > 0) return;
  const { notice, ...dates } = round;
  const key = (step: string) => `mihon-${year}-${phase}-${step}`;
  const opened = { policyId, phase, ...dates, key: key("open") };
  const { roundId } = await openRound(coordinator, opened, clockAt(dates.opensOn, "09:00"));
  const texts = written(await contentOf(year));
  for (const [index, sheet] of (await sheetsOfRound(roundId)).entries()) {
    const values = texts.get(sheet.name);
    if (!values) throw new Error(`nothing is written for ${sheet.name}`);
    await walk(sheet, stepsOf(ward.people, sheet, values, { phase, opensOn: dates.opensOn, index }));
  }
  const approved = await db().submission.findMany({
    where: { roundId, state: "APPROVED" },
    select: { id: true, lockVersion: true, approvedVersion: { select: { hash: true } } },
    orderBy: { id: "asc" },
  });
  const chosen = approved.map(({ id, lockVersion, approvedVersion }) => ({
    ...{ submissionId: id, lockVersion },
    versionHash: approvedVersion?.hash ?? "",
  }));
  await release(
    coordinator,
    {
      policyId,
      chosen,
      notice: { ...notice, date: dates.plannedReleaseOn },
      concludes: [phase],
      decision: {
        number: `みほん企第${phase === "MID_YEAR_REVIEW" ? 118 : 41}号`,
        date: daysAfter(dates.plannedReleaseOn, -1),
      },
      key: key("release"),
    },
    clockAt(dates.plannedReleaseOn, "10:00"),
  );
}

/** The way of a sheet through the round; one of them comes back once. */
function stepsOf(
  people: People,
  { name, sectionId }: RoundSheet,
  values: SheetValues,
  { phase, opensOn, index }: { phase: EvaluationPhase; opensOn: CalendarDate; index: number },
): Step[] {
  const writer = people.writer(sectionId, index % 2 === 1);
  const decider = people.decider(sectionId);
  // Spread over three weeks, so that the timelines do not all read alike.
  const day = 2 + (index % 13);
  const at = (later: number, time: string) => clockAt(daysAfter(opensOn, day + later), time);
  const once = RETURNED_ONCE[`${phase} ${name}`];
  const before: Step[] = once
    ? [
        { move: "save", by: writer, at: at(-1, "14:10"), values: { ...values, ...once.first } },
        { move: "submit", by: writer, at: at(-1, "14:25") },
        { move: "return", by: decider, at: at(-1, "17:05"), comment: once.comment, remarks: once.remarks },
      ]
    : [];
  return [
    ...before,
    { move: "save", by: writer, at: at(0, "10:30"), values },
    { move: "submit", by: writer, at: at(1, "09:15") },
    { move: "approve", by: decider, at: at(4, "15:40") },
  ];
}
