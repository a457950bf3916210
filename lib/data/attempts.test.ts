import { afterAll, describe, expect, it } from "vitest";
import { countAttempt, forgetAttempts } from "./attempts.ts";
import { closeDatabase, db } from "./db.ts";
import { heard } from "./testing/ward.ts";

afterAll(closeDatabase);

const repeat = async (times: number, attempt: (n: number) => Promise<void>) => {
  const outcomes: (string | null)[] = [];
  for (let n = 0; n < times; n += 1) outcomes.push(await heard(attempt(n)));
  return outcomes;
};

describe("attempts to sign in", () => {
  it("at one account from one address: ten, then no more; its owner is not shut out by that", async () => {
    const outcomes = await repeat(12, () => countAttempt("a@test.example", "192.0.2.1"));
    expect(outcomes).toEqual([...Array(10).fill(null), "too-many-attempts", "too-many-attempts"]);
    expect(await heard(countAttempt("b@test.example", "192.0.2.1"))).toBeNull();
    expect(await heard(countAttempt("a@test.example", "192.0.2.2"))).toBeNull();
  });

  it("at one account: a hundred, then no more, from whichever address", async () => {
    const outcomes = await repeat(102, (n) => countAttempt("f@test.example", `192.0.3.${n}`));
    expect(outcomes).toEqual([...Array(100).fill(null), "too-many-attempts", "too-many-attempts"]);
  });

  it("from one address: a hundred, then no more, at whichever account", async () => {
    const outcomes = await repeat(101, (n) => countAttempt(`user${n}@test.example`, "198.51.100.1"));
    expect(outcomes.slice(0, 100).every((code) => code === null)).toBe(true);
    expect(outcomes[100]).toBe("too-many-attempts");
    expect(await heard(countAttempt("somebody@test.example", "198.51.100.2"))).toBeNull();
  });

  it("made at once are all counted", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, () => heard(countAttempt("c@test.example", "203.0.113.1"))),
    );
    expect(outcomes.filter((code) => code === null)).toHaveLength(10);
    expect(outcomes.filter((code) => code === "too-many-attempts")).toHaveLength(20);
  });

  it("are forgotten for the account that signed in, not for its address", async () => {
    await repeat(10, () => countAttempt("d@test.example", "203.0.113.7"));
    await forgetAttempts("d@test.example", "203.0.113.7");
    expect(await heard(countAttempt("d@test.example", "203.0.113.7"))).toBeNull();
    await repeat(88, (n) => countAttempt(`other${n}@test.example`, "203.0.113.7"));
    expect(await heard(countAttempt("last@test.example", "203.0.113.7"))).toBeNull();
    expect(await heard(countAttempt("e@test.example", "203.0.113.7"))).toBe("too-many-attempts");
    await forgetAttempts("never-tried@test.example", "203.0.113.7");
  });

  it("are kept as hashes: neither account nor address stands in the table", async () => {
    const keys = (await db().rateLimiterFlexible.findMany()).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(3);
    for (const key of keys) expect(key).toMatch(/^(account|address|guess):[0-9a-f]{64}$/);
  });
});
