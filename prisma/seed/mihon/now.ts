import { fromDatabaseDate } from "../../../lib/data/dates.ts";
import { db } from "../../../lib/data/db.ts";
import { release } from "../../../lib/data/releases.ts";
import { addMissingSheets, grantPermit } from "../../../lib/data/rounds.ts";
import { openRound } from "../../../lib/data/starts.ts";
import type { CalendarDate } from "../../../lib/domain/fiscal-year.ts";
import type { People } from "./people.ts";
import { PERMITTED, SHEETS_NOW, type SheetNow } from "./this-year.ts";
import { clockAt, daysAfter, type RoundSheet, type Step, sheetsOfRound, walk, workdayFrom } from "./walk.ts";

const PHASE = "MID_YEAR_REVIEW" as const;

/** How long the round has been open when the ward is first seeded, and how long it still is. */
const OPEN_FOR = 12;
const DUE_IN = 9;

/**
 * The running year's mid-year round: open since a while and due soon, its sheets in every state, one given up and begun
 * again, one with a permit, one released before the others. The last is the last step: with it the seeding is complete.
 */
export async function seedRunningRound(
  people: People,
  { policyId, today }: { readonly policyId: string; readonly today: CalendarDate },
): Promise<void> {
  const { coordinator } = people;
  const existing = await db().round.findUnique({ where: { policyId_phase: { policyId, phase: PHASE } } });
  const opensOn = existing ? fromDatabaseDate(existing.opensOn) : daysAfter(today, -OPEN_FOR);
  const dueOn = workdayFrom(daysAfter(opensOn, OPEN_FOR + DUE_IN));
  const plannedReleaseOn = workdayFrom(daysAfter(dueOn, 9));
  const key = (step: string) => `mihon-${policyId}-${step}`;
  const on = (day: number, time: string) => clockAt(daysAfter(opensOn, day), time);
  const opened = { policyId, phase: PHASE, opensOn, dueOn, plannedReleaseOn, key: key("open") };
  const { roundId } = await openRound(coordinator, opened, on(0, "09:00"));

  const sheets = firstOfEach(await sheetsOfRound(roundId));
  for (const [index, sheet] of sheets.entries()) {
    const now = SHEETS_NOW[sheet.name];
    if (now)
      await walk(
        sheet,
        stepsTo(people, sheet, now, (later, time) => on(2 + (index % 5) + later, time)),
      );
  }
  await addMissingSheets(coordinator, { roundId, key: key("add-sheets") }, on(10, "13:20"));
  const permitted = sheets.find(({ name }) => name === PERMITTED.sheet);
  if (permitted) {
    const permit = { submissionId: permitted.id, untilOn: daysAfter(dueOn, 7), reason: PERMITTED.reason };
    await grantPermit(coordinator, { ...permit, key: key("permit") }, on(10, "16:45"));
  }
  await releaseEarly(people, policyId, sheets, daysAfter(opensOn, 11), key("release"));
}

/** Of the sheets for one target, the one that was there first: another begins where it was given up. */
function firstOfEach(sheets: readonly RoundSheet[]): RoundSheet[] {
  return sheets.filter(({ name }, index) => sheets[index - 1]?.name !== name);
}

function stepsTo(
  people: People,
  { sectionId }: RoundSheet,
  { state, values, second, comment = "", remarks = {} }: SheetNow,
  at: (later: number, time: string) => Step["at"],
): Step[] {
  const writer = people.writer(sectionId, second);
  const decider = people.decider(sectionId);
  const save: Step = { move: "save", by: writer, at: at(0, "10:50"), values };
  const submit: Step = { move: "submit", by: writer, at: at(1, "11:20") };
  switch (state) {
    case "DRAFT":
      return [save];
    case "SUBMITTED":
      return [save, submit];
    case "RETURNED":
      return [save, submit, { move: "return", by: decider, at: at(3, "16:10"), comment, remarks }];
    case "APPROVED":
    case "RELEASED":
      return [save, submit, { move: "approve", by: decider, at: at(3, "15:00") }];
    case "DISCARDED":
      return [save, { move: "discard", by: writer, at: at(2, "09:40"), comment }];
  }
}

async function releaseEarly(
  { coordinator }: People,
  policyId: string,
  sheets: readonly RoundSheet[],
  date: CalendarDate,
  key: string,
): Promise<void> {
  const early = sheets.filter(({ name }) => SHEETS_NOW[name]?.state === "RELEASED").map(({ id }) => id);
  const rows = await db().submission.findMany({ where: { id: { in: early } }, include: { approvedVersion: true } });
  const chosen = rows.map(({ id, lockVersion, approvedVersion }) => ({
    ...{ submissionId: id, lockVersion },
    versionHash: approvedVersion?.hash ?? "",
  }));
  const notice = { kind: "OTHER" as const, date, text: "窓口の待ち時間の中間振り返りを、先に公開しました" };
  await release(coordinator, { policyId, chosen, notice, key }, clockAt(date, "10:00"));
}
