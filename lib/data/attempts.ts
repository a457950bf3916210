import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import { hashOfText } from "../domain/canonical.ts";
import { Refusal } from "../domain/refusal.ts";
import { db } from "./db.ts";

/** Guesses allowed in a quarter of an hour: few for one account, more for one address that a whole ward may share. */
const LIMITS = { account: 10, address: 100 } as const;
const WINDOW_SECONDS = 15 * 60;

function limiter(kind: keyof typeof LIMITS): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db(),
    keyPrefix: kind,
    points: LIMITS[kind],
    duration: WINDOW_SECONDS,
    clearExpiredByTimeout: false,
  });
}

/**
 * Counts one attempt to sign in, before anything is verified, so that guesses made at once are counted too. Refuses
 * (`too-many-attempts`) an account or an address with too many. What is kept is a hash of each.
 */
export async function countAttempt(account: string, address: string): Promise<void> {
  try {
    await limiter("address").consume(hashOfText(address));
    await limiter("account").consume(hashOfText(account));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new Refusal("too-many-attempts");
    throw error;
  }
}

/** Forgets an account's attempts once its owner has signed in. The address keeps its count. */
export async function forgetAttempts(account: string): Promise<void> {
  await limiter("account").delete(hashOfText(account));
}
