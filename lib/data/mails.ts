import { randomUUID } from "node:crypto";
import type { Prisma } from "../../prisma/client/client.ts";
import { isBusinessDay } from "../domain/business-days.ts";
import { tokyoDate } from "../domain/fiscal-year.ts";
import type { NoticeLine } from "../domain/notice-line.ts";
import type { Clock } from "./clock.ts";
import { toDatabaseDate } from "./dates.ts";
import { db, type Transaction } from "./db.ts";
import { isHoliday } from "./holidays.ts";
import { GIVEN_UP } from "./mail-state.ts";
import { noticeLines } from "./notice-lines.ts";

/**
 * Which mail carries which notice, and how far each has come. Only the worker uses this, and it is nobody: these
 * functions take no actor. The texts and the sending are in lib/mail.
 */

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Older notices are not mailed any more: who sets up mail after months is not to flood everybody. */
const TOO_OLD_MS = 14 * DAY_MS;

/** A mail that could not be delivered for so long is given up, and the person is told so in the app. */
const GIVE_UP_MS = 3 * DAY_MS;

/**
 * Puts what is not in any mail yet into one: urgent notices of a person at once into one, everything else on a business
 * day at 08:30 in Japan into the day's digest. Returns how many mails it made.
 */
export async function composeMails(clock: Clock): Promise<number> {
  const now = clock();
  const urgent = await compose(now, { urgent: true, createdAt: { gte: new Date(now.getTime() - TOO_OLD_MS) } }, null);
  const today = tokyoDate(now);
  const morning = new Date(`${today}T08:30:00+09:00`);
  if (now < morning || !isBusinessDay(today, isHoliday)) return urgent;
  const since = { gte: new Date(now.getTime() - TOO_OLD_MS), lt: morning };
  return urgent + (await compose(now, { urgent: false, createdAt: since }, toDatabaseDate(today)));
}

async function compose(
  now: Date,
  which: { urgent: boolean; createdAt: { gte: Date; lt?: Date } },
  digestOn: Date | null,
): Promise<number> {
  const where = { ...which, mailId: null, user: { disabledAt: null } };
  const people = await db().outbox.findMany({ where, distinct: ["userId"], select: { userId: true } });
  let made = 0;
  for (const { userId } of people)
    made += await db().$transaction((tx) => composeFor(tx, userId, now, where, digestOn));
  return made;
}

async function composeFor(
  tx: Transaction,
  userId: string,
  now: Date,
  where: Prisma.OutboxWhereInput,
  digestOn: Date | null,
): Promise<number> {
  const id = randomUUID();
  const data = { id, userId, digestOn, createdAt: now, nextTryAt: now };
  const made = await tx.mail.createMany({ data, skipDuplicates: true });
  // One digest a person a day.
  if (made.count === 0) return 0;
  const { count } = await tx.outbox.updateMany({ where: { ...where, userId }, data: { mailId: id } });
  // Another worker was quicker: an empty mail is not sent.
  if (count === 0) await tx.mail.delete({ where: { id } });
  return count === 0 ? 0 : 1;
}

/** A mail that this worker has just taken to send. */
export interface TakenMail {
  readonly id: string;
  readonly to: { readonly name: string; readonly email: string };
  readonly createdAt: Date;
  readonly digest: boolean;
  readonly notices: readonly NoticeLine[];
}

const waiting = (now: Date) => ({
  sentAt: null,
  nextTryAt: { lte: now },
  user: { disabledAt: null },
  OR: [{ failure: null }, { failure: { not: GIVEN_UP } }],
});

/**
 * Takes the mail that waits longest; null where none does. It is set aside for a while first, so that a second worker
 * does not take it too, and comes up again by itself if this one dies before saying how it went.
 */
export async function takeMail(clock: Clock): Promise<TakenMail | null> {
  const now = clock();
  const mail = await db().mail.findFirst({
    where: waiting(now),
    orderBy: [{ nextTryAt: "asc" }, { id: "asc" }],
    include: { user: true, outbox: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] } },
  });
  if (!mail) return null;
  const { count } = await db().mail.updateMany({
    where: { id: mail.id, attempts: mail.attempts, ...waiting(now) },
    data: { attempts: { increment: 1 }, nextTryAt: new Date(now.getTime() + 5 * MINUTE_MS), failure: null },
  });
  if (count !== 1) return takeMail(clock);
  return {
    id: mail.id,
    to: { name: mail.user.name, email: mail.user.email },
    createdAt: mail.createdAt,
    digest: mail.digestOn !== null,
    notices: await noticeLines(mail.outbox),
  };
}

/** The server has taken the mail. */
export async function markSent(mailId: string, clock: Clock): Promise<void> {
  await db().mail.update({ where: { id: mailId }, data: { sentAt: clock(), failure: null } });
}

/**
 * The mail was not taken, for a reason of at most 200 characters: tried again after one minute, two, four … four hours,
 * for three days. Returns whether it was given up.
 */
export async function markFailed(mailId: string, reason: string, clock: Clock): Promise<boolean> {
  const now = clock();
  const { createdAt, attempts } = await db().mail.findUniqueOrThrow({ where: { id: mailId } });
  const over = now.getTime() - createdAt.getTime() >= GIVE_UP_MS;
  const wait = Math.min(2 ** Math.max(attempts - 1, 0), 240) * MINUTE_MS;
  await db().mail.update({
    where: { id: mailId },
    data: { failure: over ? GIVEN_UP : reason.slice(0, 200), nextTryAt: new Date(now.getTime() + wait) },
  });
  return over;
}

/** What a worker that died had taken and said nothing about is tried at once; for the one that comes after it. */
export async function resumeMails(clock: Clock): Promise<number> {
  const { count } = await db().mail.updateMany({
    where: { sentAt: null, failure: null, attempts: { gt: 0 } },
    data: { nextTryAt: clock() },
  });
  return count;
}
