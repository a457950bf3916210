import { daysLater, dueKind } from "../domain/business-days.ts";
import { type CalendarDate, tokyoDate } from "../domain/fiscal-year.ts";
import type { NoticeKind } from "../domain/notice-kind.ts";
import type { Clock } from "./clock.ts";
import { fromDatabaseDate, toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { isHoliday } from "./holidays.ts";
import { decidersOf, holdersOf } from "./notices.ts";
import { type NewOutboxNotice, notify } from "./outbox.ts";

// A round that nobody closed says once that it is overdue, not to whoever comes years later.
const OVERDUE_DAYS = 31;

const section = { select: { sectionId: true } };

/** How many sheets of a round wait for a person by one date: to be written, or to be decided on. */
interface Waiting {
  readonly userId: string;
  readonly dueOn: CalendarDate;
  writing: number;
  deciding: number;
}

/**
 * Tells everyone with unfinished sheets of an open round that a week of business days is left, that one is, or that the
 * date has passed; each once for a date, however often this runs. Does nothing on a day on which nobody is at work.
 * Done by the worker, which is nobody: takes no actor. Returns how many due dates it spoke of.
 */
export async function tellOfDueDates(clock: Clock): Promise<number> {
  const now = clock();
  const today = tokyoDate(now);
  const rounds = await db().round.findMany({
    where: { closedAt: null, opensOn: { lte: toDatabaseDate(today) }, policy: { organization: { disabledAt: null } } },
    include: { policy: { select: { organizationId: true } } },
    orderBy: { id: "asc" },
  });
  let told = 0;
  for (const round of rounds) {
    told += await db().$transaction(async (tx) => {
      const dues = new Map<CalendarDate, NoticeKind>();
      const waiting = await waitingIn(tx, round.id, round.policy.organizationId, today, (dueOn) => {
        const kind = dueOn < daysLater(today, -OVERDUE_DAYS) ? null : dueKind(today, dueOn, isHoliday);
        if (kind) dues.set(dueOn, kind);
        return kind !== null;
      });
      const notices = waiting.flatMap((one) => noticeFor(one, round.id, dues.get(one.dueOn), today));
      await notify(tx, notices);
      return dues.size;
    });
  }
  return told;
}

function noticeFor(
  { userId, dueOn, writing, deciding }: Waiting,
  roundId: string,
  kind: NoticeKind | undefined,
  today: CalendarDate,
): NewOutboxNotice[] {
  if (!kind) return [];
  return [
    {
      key: `due:${roundId}:${dueOn}:${kind}:${userId}`,
      userId,
      kind,
      subjectType: "round",
      subjectId: roundId,
      detail: { due: dueOn, unsubmitted: writing, waiting: deciding },
      urgent: false,
      // The day began with it, whenever the worker got to saying so: it belongs into that morning's mail.
      createdAt: new Date(`${today}T00:00:00+09:00`),
    },
  ];
}

/** Who has how many unfinished sheets of a round, for each date that matters. A late permit moves its sheet's date. */
async function waitingIn(
  tx: Transaction,
  roundId: string,
  organizationId: string,
  today: CalendarDate,
  matters: (dueOn: CalendarDate) => boolean,
): Promise<Waiting[]> {
  const sheets = await tx.submission.findMany({
    where: { roundId, state: { in: ["DRAFT", "RETURNED", "SUBMITTED"] } },
    include: {
      round: { select: { dueOn: true } },
      permits: { select: { untilOn: true } },
      contributors: { select: { userId: true } },
      issue: section,
      strategy: section,
      initiative: section,
      reformItem: section,
    },
    orderBy: { id: "asc" },
  });
  const staff = await holdersOf(tx, organizationId, "STAFF", today);
  const people = new Map<string, Waiting>();
  const deciders = new Map<string, string[]>();
  for (const sheet of sheets) {
    const dates = [sheet.round?.dueOn ?? sheet.permits[0]?.untilOn, ...sheet.permits.map(({ untilOn }) => untilOn)];
    const dueOn = dates
      .flatMap((date) => (date ? [fromDatabaseDate(date)] : []))
      .sort()
      .at(-1);
    if (!dueOn || !matters(dueOn)) continue;
    const sectionId = (sheet.issue ?? sheet.strategy ?? sheet.initiative ?? sheet.reformItem)?.sectionId ?? null;
    const deciding = sheet.state === "SUBMITTED";
    const authors = sheet.contributors.map(({ userId }) => userId);
    const whom = deciding
      ? await once(deciders, `${sectionId}:${authors.sort()}`, () =>
          decidersOf(tx, organizationId, [sectionId], today, authors),
        )
      : staff.filter((post) => post.sectionId === null || post.sectionId === sectionId).map(({ userId }) => userId);
    for (const userId of new Set(whom)) {
      const key = `${userId}:${dueOn}`;
      const one = people.get(key) ?? { userId, dueOn, writing: 0, deciding: 0 };
      if (deciding) one.deciding += 1;
      else one.writing += 1;
      people.set(key, one);
    }
  }
  return [...people.values()];
}

async function once<Value>(kept: Map<string, Value>, key: string, make: () => Promise<Value>): Promise<Value> {
  const found = kept.get(key) ?? (await make());
  kept.set(key, found);
  return found;
}
