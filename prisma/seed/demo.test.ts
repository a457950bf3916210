import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { closeDatabase, db } from "../../lib/data/db.ts";
import { actorOf } from "../../lib/data/people.ts";
import { currentPolicy } from "../../lib/data/published.ts";
import { reachSubmissions } from "../../lib/data/reach.ts";
import { counts } from "../../lib/data/testing/ward.ts";
import { verifyArchive } from "../../lib/data/verify.ts";
import { initiativesOf } from "../../lib/domain/edition.ts";
import { DEMO_ACCOUNTS, DEMO_ADMINISTRATOR } from "./accounts.ts";
import { seedDemo } from "./demo.ts";
import { higashisumiyoshi2020 } from "./source.ts";

const quietly = { log: () => {} };
const interruptions: string[] = [];

/** Stops the seeding at its nth event, as a power cut would: the database refuses to write it. */
async function seedUntilEvent(client: pg.Client, n: number): Promise<boolean> {
  await client.query(`CREATE OR REPLACE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF (SELECT count(*) FROM "Event") >= ${n} THEN RAISE EXCEPTION 'power cut'; END IF;
      RETURN NEW;
    END $$`);
  try {
    await seedDemo(quietly);
    return true;
  } catch (error) {
    interruptions.push(String(error));
    return false;
  }
}

beforeAll(async () => {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(`CREATE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`);
  await client.query(`CREATE TRIGGER power_cut BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION power_cut()`);
  // Interrupted before its first event, before its second…, and then in the midst of opening the round.
  for (let n = 0; n < 24; n += 1) await seedUntilEvent(client, n);
  await seedUntilEvent(client, 40);
  await client.query(`DROP TRIGGER power_cut ON "Event"`);
  await client.end();
  await seedDemo(quietly);
}, 120_000);
afterAll(closeDatabase);

it("goes on where it was interrupted, at whichever step, and does nothing twice", async () => {
  expect(interruptions.length).toBeGreaterThan(15);
  expect(interruptions.filter((reason) => !reason.includes("power cut"))).toEqual([]);
  expect(await verifyArchive()).toMatchObject({ broken: null });
  expect({
    organizations: await db().organization.count(),
    sections: await db().section.count(),
    users: await db().user.count(),
    memberships: await db().membership.count(),
    policies: await db().policy.count(),
    editions: await db().edition.count(),
    revisions: await db().submission.count({ where: { phase: "PLAN" } }),
    versions: await db().version.count(),
    rounds: await db().round.count(),
  }).toEqual({
    organizations: 1,
    sections: 4,
    users: DEMO_ACCOUNTS.length + 1,
    memberships: DEMO_ACCOUNTS.length,
    policies: 1,
    editions: 1,
    revisions: 1,
    versions: 1,
    rounds: 1,
  });
});

it("run again, writes nothing", async () => {
  const before = await counts();
  const said: string[] = [];
  await seedDemo({ log: (line) => said.push(line) });
  expect(said).toEqual([]);
  expect(await counts()).toEqual(before);
});

/** Every string in a value, however deep. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(stringsOf);
}

it("publishes every string of the ward's page, word for word", async () => {
  const source = higashisumiyoshi2020();
  const content = (await currentPolicy("higashisumiyoshi", 2020))?.content;
  const published = new Set(stringsOf(content));
  const { title, introduction, notices, goal, mission, basicPolicy, reformPlan, contact } = source;
  const strings = [
    title,
    introduction,
    goal.text,
    mission.text,
    ...basicPolicy.bullets,
    ...notices.map(({ text }) => text),
    ...source.issues.flatMap((issue) => [
      issue.code,
      issue.title,
      issue.description,
      ...issue.strategies.flatMap((strategy) => [
        strategy.code,
        strategy.title,
        strategy.description,
        ...strategy.initiatives.flatMap((initiative) => [initiative.code, initiative.title, initiative.description]),
      ]),
    ]),
    reformPlan.planName,
    ...reformPlan.items.flatMap((item) => [item.title, ...item.bullets]),
    ...stringsOf(contact),
  ];
  expect(strings.length).toBeGreaterThan(80);
  expect(strings.filter((text) => !published.has(text))).toEqual([]);
});

it("keeps the page's order, its gaps and its budgets", async () => {
  const source = higashisumiyoshi2020();
  const content = (await currentPolicy("higashisumiyoshi", 2020))?.content;
  if (!content) throw new Error("nothing is published");
  const expected = source.issues.flatMap((issue) =>
    issue.strategies.flatMap((strategy) =>
      strategy.initiatives.map((initiative) => [initiative.code, initiative.budget.derived.amountThousandYen]),
    ),
  );
  expect(initiativesOf(content).map(({ code, plan }) => [code, plan.budgetThousandYen])).toEqual(expected);
  expect(content.issues.map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5"]);
  expect(content.issues.flatMap(({ strategies }) => strategies.map(({ code }) => code))).toEqual(
    expect.arrayContaining(["2-1", "2-4"]),
  );
  expect(content.notices.map(({ date }) => date)).toEqual(["2020-10-02", null]);
});

it("leaves the mid-year round open, with a sheet for each strategy, initiative and reform item", async () => {
  const content = (await currentPolicy("higashisumiyoshi", 2020))?.content;
  if (!content) throw new Error("nothing is published");
  const strategies = content.issues.flatMap((issue) => issue.strategies);
  expect(await db().submission.count({ where: { phase: "MID_YEAR_REVIEW", state: "DRAFT" } })).toBe(
    strategies.length + initiativesOf(content).length + content.reformItems.length,
  );
  // Every sheet has somebody to write it and somebody to decide it, the staff of the demo a good many.
  const actor = await actorNamed("staff@higashisumiyoshi.example");
  const mine = (await reachSubmissions(actor, { phase: "MID_YEAR_REVIEW" })).filter(
    ({ relation }) => relation.sectionStaff,
  );
  expect(mine.length).toBeGreaterThan(5);
});

async function actorNamed(address: string) {
  const { id } = await db().user.findUniqueOrThrow({ where: { email: address } });
  const actor = await actorOf(id);
  if (!actor) throw new Error(`${address} is disabled`);
  return actor;
}

it("lets everyone of the ward see its drafts, and the administrator none", async () => {
  const all = await db().submission.count();
  for (const { email } of DEMO_ACCOUNTS) {
    expect(await reachSubmissions(await actorNamed(email), {})).toHaveLength(all);
  }
  const administrator = await actorNamed(DEMO_ADMINISTRATOR.email);
  expect(administrator.administrator).toBe(true);
  expect(await reachSubmissions(administrator, {})).toEqual([]);
});
