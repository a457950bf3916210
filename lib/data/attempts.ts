import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { keyedHash } from "../domain/asking.ts";
import { hashOfText } from "../domain/canonical.ts";
import { Refusal } from "../domain/refusal.ts";
import { type Clock, systemClock } from "./clock.ts";
import { db } from "./db.ts";
import { serverSecret } from "./server-secret.ts";

/**
 * How often something may be tried in a while. Guesses: few at one account from one address, more at it from everywhere,
 * so that nobody shuts another out by guessing from one place, and for one address, which a whole ward may share. What
 * readers send: as many as a school or an office behind one address may well send.
 */
const LIMITS = {
  guess: { points: 10, minutes: 15 },
  account: { points: 100, minutes: 15 },
  address: { points: 100, minutes: 15 },
  ask: { points: 20, minutes: 60 },
  vote: { points: 100, minutes: 60 },
} as const;

function limiter(kind: keyof typeof LIMITS): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    keyPrefix: kind,
    points: LIMITS[kind].points,
    duration: LIMITS[kind].minutes * 60,
    clearExpiredByTimeout: false,
  });
}

/** Counts what `work` counts; refuses (`too-many-attempts`) what is over a limit. */
async function counted(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refusal("too-many-attempts");
    throw error;
  }
}

/**
 * Counts one attempt to sign in, before anything is verified, so that guesses made at once are counted too. Refuses
 * (`too-many-attempts`) an account or an address with too many. What is kept is a hash of each.
 */
export function countAttempt(account: string, address: string): Promise<void> {
  return counted(async () => {
    await limiter("address").consume(hashOfText(address));
    await limiter("guess").consume(hashOfText(`${address} ${account}`));
    await limiter("account").consume(hashOfText(account));
  });
}

/** Forgets an account's attempts once its owner has signed in. The address keeps its count. */
export async function forgetAttempts(account: string, address: string): Promise<void> {
  await limiter("guess").delete(hashOfText(`${address} ${account}`));
  await limiter("account").delete(hashOfText(account));
}

/**
 * Counts what a reader sends from an address. Refuses (`too-many-attempts`) the one that is too many. What is kept is a
 * hash that only the server's secret leads to, and for an hour.
 */
export function countReader(what: "ask" | "vote", address: string): Promise<void> {
  return counted(() => limiter(what).consume(keyedHash(serverSecret(), "reader-address", address)));
}

/** Deletes what was counted and holds no longer, so that no hash of an address is kept beyond its time. */
export async function forgetExpired(clock: Clock = systemClock): Promise<void> {
  await db().rateLimiterFlexible.deleteMany({ where: { expire: { lt: clock() } } });
}
