import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";

// OWASP's first recommendation for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shortest password that is taken. Long ones are better than strange ones, so nothing else is asked of it. */
export const PASSWORD_LENGTH = { min: 12, max: 200 } as const;

/** The argon2id hash of a password, with its own salt and parameters in it. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

/** Whether a password is the one that was hashed. */
export async function verifyPassword(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize("NFKC"));
}

/** What is kept for a person who has no password yet: the hash of one that nobody knows. */
export async function noPassword(): Promise<string> {
  return hashPassword(randomBytes(32).toString("base64url"));
}
