import { createHmac, randomUUID } from "node:crypto";
import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { hashOfText } from "../domain/canonical.ts";
import { Refusal } from "../domain/refusal.ts";
import { administer, knownId } from "./administer.ts";
import { endCalendarsOf } from "./calendar.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { appendEvents, lockChain } from "./events.ts";
import { notify } from "./outbox.ts";
import { userEvent, voidPasswordLinksOf } from "./people.ts";
import { serverSecret } from "./server-secret.ts";
import { endSessionsOf } from "./sessions.ts";

/** Links with which a person sets a password, once. They hold for three days. */
const LINK_HOURS = 72;
/** How long after making a link its maker can read it off the page. */
const SHOWN_MINUTES = 10;

/**
 * The token in a link's address. It is made from the link's id with the server's secret, so that whoever mails it can
 * make it again and the database never holds it.
 */
export function passwordLinkToken(linkId: string): string {
  return createHmac("sha256", serverSecret()).update(`password-link:${linkId}`).digest("base64url");
}

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const usable = (now: Date) => ({ usedAt: null, revokedAt: null, expiresAt: { gt: now }, user: { disabledAt: null } });

/**
 * Makes a link with which a person sets a password; earlier ones are void. Where mail is set up (SMTP_URL) it is mailed,
 * otherwise its maker hands it over. Administrators only. Refuses a disabled person (`not-found`).
 */
export async function makePasswordLink(
  actor: Actor,
  { key, userId }: { userId: string; key?: string },
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  knownId(userId);
  return administer(actor, { kind: "make-password-link", key, userId }, clock, async (tx, now) => {
    if ((await tx.user.count({ where: { id: userId, disabledAt: null } })) !== 1) throw new Refusal("not-found");
    await voidPasswordLinksOf(tx, userId, now);
    const id = randomUUID();
    const expiresAt = new Date(now.getTime() + LINK_HOURS * 3_600_000);
    await tx.passwordLink.create({
      data: { id, userId, tokenHash: hashOfText(passwordLinkToken(id)), createdAt: now, expiresAt },
    });
    const mail = process.env.SMTP_URL
      ? [{ key: `password-link:${id}`, userId, kind: "password-link" as const, urgent: true }]
      : [];
    const about = { subjectType: "user", subjectId: userId, detail: { link: id }, createdAt: now };
    await notify(
      tx,
      mail.map((notice) => ({ ...notice, ...about })),
    );
    return { result: { id }, events: [userEvent("make-password-link", userId, { link: id, mailed: mail.length > 0 })] };
  });
}

/** The token of a person's newest link, for the page on which it was just made; null once it was used, is void or old. */
export async function newPasswordLink(
  actor: Actor,
  userId: string,
  clock: Clock = systemClock,
): Promise<{ token: string; expiresAt: Date } | null> {
  if (!actor.administrator) throw new Refusal("not-allowed");
  const now = clock();
  const createdAt = { gt: new Date(now.getTime() - SHOWN_MINUTES * 60_000) };
  const link = await db().passwordLink.findFirst({
    where: { userId: knownId(userId), createdAt, ...usable(now) },
    orderBy: { createdAt: "desc" },
  });
  return link && { token: passwordLinkToken(link.id), expiresAt: link.expiresAt };
}

/** Whose password a link sets; null for an unknown, used, void or expired one. Looking uses nothing up. */
export async function findPasswordLink(
  given: string,
  clock: Clock = systemClock,
): Promise<{ name: string; email: string } | null> {
  if (!token.safeParse(given).success) return null;
  const link = await db().passwordLink.findFirst({
    where: { tokenHash: hashOfText(given), ...usable(clock()) },
    select: { user: { select: { name: true, email: true } } },
  });
  return link?.user ?? null;
}

/**
 * Sets a password with a link, which is used up; every session of the person ends, and the address of their calendar is
 * void. `passwordHash` is argon2id's. Refuses (`link-unusable`) an unknown, used, void or expired link alike; of two who
 * use one at once, one is refused.
 */
export async function setPasswordByLink(
  given: string,
  passwordHash: string,
  clock: Clock = systemClock,
): Promise<{ userId: string; email: string }> {
  if (!token.safeParse(given).success) throw new Refusal("link-unusable");
  return db().$transaction(async (tx) => {
    const head = await lockChain(tx, null);
    const now = clock();
    const where = { tokenHash: hashOfText(given), ...usable(now) };
    const link = await tx.passwordLink.findFirst({ where, include: { user: { select: { email: true } } } });
    if (!link) throw new Refusal("link-unusable");
    const { id, userId, user } = link;
    const { count } = await tx.passwordLink.updateMany({ where: { id, usedAt: null }, data: { usedAt: now } });
    if (count !== 1) throw new Refusal("link-unusable");
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await endCalendarsOf(tx, userId, now);
    const sessions = await endSessionsOf(tx, userId, null, now);
    const by = { actorId: userId, membershipId: null, occurredAt: now };
    await appendEvents(tx, head, [{ ...userEvent("set-password", userId, { link: id, sessions }), ...by }]);
    return { userId, email: user.email };
  });
}
