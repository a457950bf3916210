import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, db } from "../../lib/data/db.ts";
import { actorOf } from "../../lib/data/people.ts";
import { currentPolicy } from "../../lib/data/published.ts";
import { revisionHistory } from "../../lib/data/published-editions.ts";
import { deskOf } from "../../lib/data/submissions.ts";
import { counts } from "../../lib/data/testing/ward.ts";
import { verifyArchive } from "../../lib/data/verify.ts";
import { type EditionContent, initiativesOf } from "../../lib/domain/edition.ts";
import { evaluationsOf, fieldsOf, formOf } from "../../lib/domain/forms/catalogue.ts";
import type { EvaluationPhase } from "../../lib/domain/forms/form.ts";
import type { Actual, Indicator } from "../../lib/domain/forms/indicator.ts";
import { isRequired } from "../../lib/domain/forms/sheet.ts";
import { differsFromSuggested, judgedOf, warningsOf } from "../../lib/domain/grades.ts";
import type { SubmissionLine } from "../../lib/domain/submission-view.ts";
import { idOf } from "./administrator.ts";
import { SHEETS_NOW } from "./mihon/this-year.ts";
import { finishedYearOn, seedMihon } from "./mihon.ts";

const FORM = "osaka-2013";
const quietly = { log: () => {} };
const firstSeeding = new Date("2026-11-22T09:00:00+09:00");

const interruptions: string[] = [];

beforeAll(async () => {
  // Stopped now and then, as by a power cut: before its first event, amid a plan, the rounds, the running year.
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const n of [2, 33, 400]) {
    await client.query(`CREATE OR REPLACE FUNCTION power_cut() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM "Event") >= ${n} THEN RAISE EXCEPTION 'power cut'; END IF;
        RETURN NEW;
      END $$`);
    await client.query(
      `CREATE OR REPLACE TRIGGER power_cut BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION power_cut()`,
    );
    await seedMihon(quietly, () => firstSeeding).catch((error) => interruptions.push(String(error)));
  }
  await client.query(`DROP TRIGGER power_cut ON "Event"`);
  await client.end();
  await seedMihon(quietly, () => firstSeeding);
}, 300_000);
afterAll(closeDatabase);

async function contentOf(year: number): Promise<EditionContent> {
  const policy = await currentPolicy("mihon", year);
  if (!policy) throw new Error(`${year} is not released`);
  return policy.content;
}

/** Every node of the finished year with its released sheets. */
async function nodesOf(year: number) {
  const { policy, issues, reformItems } = await contentOf(year);
  const strategies = issues.flatMap((issue) => issue.strategies);
  const initiatives = strategies.flatMap((strategy) => strategy.initiatives);
  return [policy, ...issues, ...strategies, ...initiatives, ...reformItems];
}

describe("the years", () => {
  it.each([
    ["2026-11-22", 2025],
    ["2027-03-31", 2025],
    ["2027-06-05", 2025],
    ["2027-06-21", 2026],
  ])("on %s the last finished one is %i", (date, year) => {
    expect(finishedYearOn(date)).toBe(year);
  });

  it("are those of the first seeding, however much later it is run again, and nothing is written twice", async () => {
    const before = await counts();
    const said: string[] = [];
    await seedMihon({ log: (line) => said.push(line) }, () => new Date("2029-02-01T09:00:00+09:00"));
    expect(said).toEqual([]);
    expect(await counts()).toEqual(before);
    const policies = await db().policy.findMany({ orderBy: { fiscalYear: "asc" }, select: { fiscalYear: true } });
    expect(policies.map(({ fiscalYear }) => fiscalYear)).toEqual([2024, 2025, 2026]);
  });

  it("leave an archive that verifies, however often the seeding was interrupted", async () => {
    expect(interruptions).toHaveLength(3);
    expect(interruptions.filter((reason) => !reason.includes("power cut"))).toEqual([]);
    expect(await verifyArchive()).toMatchObject({ broken: null });
  });
});

describe("the finished year", () => {
  it("has every sheet that the form asks for, and its rounds are concluded", async () => {
    const nodes = await nodesOf(2025);
    const policy = await currentPolicy("mihon", 2025);
    const missing = evaluationsOf(formOf(FORM)).flatMap(({ type, phase }) =>
      nodes
        .filter((node) => node.type === type && !node.sheets[phase as EvaluationPhase])
        .filter(({ id }) => !policy?.late[phase as EvaluationPhase].includes(id)),
    );
    expect(missing).toEqual([]);
    // The one that was added in November was not asked in autumn.
    expect(policy?.late.MID_YEAR_REVIEW).toHaveLength(1);
    expect(policy?.organization.sample).toBe(true);
    expect(policy?.history.map(({ number, effectiveOn }) => [number, effectiveOn])).toEqual([
      [8, "2026-06-15"],
      [7, "2026-06-05"],
      [6, "2025-11-14"],
      [5, "2025-10-02"],
      [4, "2025-04-01"],
      [3, "2025-04-01"],
      [2, "2025-04-01"],
      [1, "2025-04-01"],
    ]);
    expect([...(policy?.concluded ?? [])].sort()).toEqual(["MID_YEAR_REVIEW", "SELF_EVALUATION"]);
  });

  it("is as large as a ward's", async () => {
    const content = await contentOf(2025);
    expect(content.issues).toHaveLength(5);
    expect(content.issues.flatMap((issue) => issue.strategies)).toHaveLength(11);
    expect(initiativesOf(content)).toHaveLength(26);
    expect(content.reformItems).toHaveLength(4);
  });

  it("chooses every code of every choice of the form", async () => {
    const nodes = await nodesOf(2025);
    const unused = evaluationsOf(formOf(FORM)).flatMap(({ type, phase }) => {
      const sheets = nodes
        .filter((node) => node.type === type)
        .flatMap((node) => {
          const sheet = node.sheets[phase as EvaluationPhase];
          return sheet ? [sheet] : [];
        });
      return fieldsOf(FORM, type, phase).flatMap((field) =>
        field.kind === "choice"
          ? field.choices
              .filter(({ code }) => !sheets.some((sheet) => sheet[field.key] === code))
              .map(({ code }) => `${type} ${phase} ${field.key} ${code}`)
          : [],
      );
    });
    expect(unused).toEqual([]);
  });

  it("has indicators of every kind, each kind of target, and some that were not measured", async () => {
    const nodes = await nodesOf(2025);
    const indicators = nodes.flatMap(({ plan }) => [
      ...((plan.outcomeIndicators ?? []) as Indicator[]),
      ...((plan.processIndicators ?? []) as Indicator[]),
    ]);
    const actuals = nodes.flatMap(({ sheets }) => [
      ...((sheets.SELF_EVALUATION?.outcomeActuals ?? []) as Actual[]),
      ...((sheets.SELF_EVALUATION?.processActuals ?? []) as Actual[]),
    ]);
    expect(new Set(indicators.map(({ measure }) => measure))).toEqual(new Set(["NUMBER", "PERCENT", "QUALITATIVE"]));
    expect(new Set(indicators.map(({ direction }) => direction))).toEqual(
      new Set(["HIGHER", "LOWER", "REACH", "KEEP"]),
    );
    expect(indicators.some(({ target }) => target === 0)).toBe(true);
    expect(indicators.some(({ target }) => target === null)).toBe(true);
    expect(indicators.some(({ target }) => typeof target === "string")).toBe(true);
    expect(actuals.some(({ actual }) => actual === null)).toBe(true);
    expect(actuals).toHaveLength(indicators.length);
    const verdicts = nodes.flatMap((node) =>
      node.type === "initiative"
        ? judgedOf({ from: "processActuals", of: "processIndicators" }, node.sheets.SELF_EVALUATION ?? {}, node.plan)
        : [],
    );
    expect(new Set(verdicts.map(({ verdict }) => verdict))).toEqual(
      new Set(["met", "missed", "not-measured", "qualitative"]),
    );
  });

  it("gives the suggested grades but for two, each with a reason, which is pointed out", async () => {
    const nodes = (await nodesOf(2025)).filter(({ type }) => type === "strategy" || type === "initiative");
    const differing = nodes.filter((node) =>
      fieldsOf(FORM, node.type, "SELF_EVALUATION").some(
        (field) => field.kind === "choice" && differsFromSuggested(field, node.sheets.SELF_EVALUATION ?? {}, node.plan),
      ),
    );
    const line = (node: (typeof nodes)[number]) => [
      "code" in node ? node.code : "",
      node.sheets.SELF_EVALUATION?.gradeReason !== undefined,
    ];
    expect(differing.map(line)).toEqual([
      ["2-1-3", true],
      ["4-2-2", true],
    ]);
    const contradicted = nodes.find((node) => "code" in node && node.code === "4-2-2");
    if (!contradicted) throw new Error("4-2-2 is not there");
    const fields = fieldsOf(FORM, "initiative", "SELF_EVALUATION");
    expect(warningsOf(fields, contradicted.sheets.SELF_EVALUATION ?? {}, contradicted.plan)).toMatchObject([
      { field: "achievement", code: "missed-but-good" },
    ]);
  });

  it("fills every field that the form requires, also those required by a choice", async () => {
    const empty = (await nodesOf(2025)).flatMap((node) =>
      (["MID_YEAR_REVIEW", "SELF_EVALUATION"] as const).flatMap((phase) => {
        const values = node.sheets[phase];
        return values
          ? fieldsOf(FORM, node.type, phase)
              .filter(
                (field) =>
                  isRequired(field, fieldsOf(FORM, node.type, phase), values, node.plan) &&
                  values[field.key] === undefined,
              )
              .map((field) => `${node.type} ${phase} ${field.key}`)
          : [];
      }),
    );
    expect(empty).toEqual([]);
  });
});

describe("the revisions of the finished year", () => {
  it("are of every kind: three steps with their opinions, an amendment, two corrections, one after the evaluation", async () => {
    const history = await revisionHistory("mihon", 2025);
    const told = history?.entries.map(({ line, changes }) => [
      line.number,
      line.revisionKind === null
        ? line.brought.join()
        : [line.revisionKind, line.step, line.corrects].filter((said) => said !== null).join(" "),
      changes.nodes.map(({ kind, after, before }) => {
        const node = after ?? before;
        return `${kind} ${node && "code" in node ? node.code : node?.type}`;
      }),
    ]);
    expect(told?.map(([number, what]) => [number, what])).toEqual([
      [8, "CORRECTION FINAL 3"],
      [7, "SELF_EVALUATION"],
      [6, "AMENDMENT FINAL"],
      [5, "MID_YEAR_REVIEW"],
      [4, "CORRECTION FINAL 3"],
      [3, "FORMULATION FINAL"],
      [2, "FORMULATION PROPOSAL"],
      [1, "FORMULATION OUTLINE"],
    ]);
    const changesOf = (number: number) => told?.find(([one]) => one === number)?.[2];
    expect(changesOf(8)).toEqual(["changed 4-2"]);
    expect(changesOf(6)).toEqual(["added 1-1-4", "removed 4-1-2"]);
    expect(changesOf(4)).toEqual(["changed 1-1-2"]);
    expect(changesOf(2)).toEqual(["changed 1-1-2", "added opinion", "added opinion"]);
  });

  it("leave what was split, merged, begun and ended to be told apart across the three years", async () => {
    const codes = (content: EditionContent) =>
      new Map(initiativesOf(content).map(({ id, code }) => [id, code] as const));
    const before = codes(await contentOf(2024));
    const lineage = initiativesOf(await contentOf(2025)).map(({ code, predecessorIds }) => [
      code,
      predecessorIds.map((id) => before.get(id)),
    ]);
    expect(lineage.filter(([code, from]) => from?.length !== 1 || from[0] !== code)).toEqual([
      ["1-1-4", []],
      ["2-2-2", ["2-2-1"]],
      ["4-1-1", []],
    ]);
    const policy = await currentPolicy("mihon", 2024);
    expect(policy?.concluded).toEqual(["SELF_EVALUATION"]);
    expect(policy && initiativesOf(policy.content).every(({ sheets }) => sheets.SELF_EVALUATION)).toBe(true);
  });
});

describe("the running year", () => {
  it("has sheets in every state, one begun again, one with a permit, one released early", async () => {
    const round = { round: { policy: { fiscalYear: 2026, organization: { slug: "mihon" } } } };
    const groups = await db().submission.groupBy({ by: ["state"], where: round, _count: true });
    expect(new Set(groups.map(({ state }) => state))).toEqual(
      new Set(["DRAFT", "SUBMITTED", "RETURNED", "APPROVED", "RELEASED", "DISCARDED"]),
    );
    expect(await db().submission.count({ where: { ...round, state: "DRAFT", headVersionId: null } })).toBeGreaterThan(
      5,
    );
    expect(await db().submission.count({ where: { ...round, initiative: { code: "4-2-2" } } })).toBe(2);
    expect(await db().latePermit.count()).toBe(1);
    const content = await contentOf(2026);
    const released = initiativesOf(content).filter(({ sheets }) => sheets.MID_YEAR_REVIEW);
    expect(released.map(({ code }) => code)).toEqual(["5-1-1"]);
    expect((await currentPolicy("mihon", 2026))?.concluded).toEqual([]);
  });

  it("is open on the day of the first seeding, and due soon after", async () => {
    const round = await db().round.findFirstOrThrow({ where: { policy: { fiscalYear: 2026 } } });
    expect(round.opensOn < firstSeeding && firstSeeding < round.dueOn).toBe(true);
    expect(round.closedAt).toBeNull();
  });

  it("writes a text for nothing that is not in the plan", async () => {
    const nodes = await nodesOf(2026);
    const names = new Set(nodes.map((node) => `${node.type} ${"code" in node ? node.code : ""}`));
    expect(Object.keys(SHEETS_NOW).filter((name) => !names.has(name))).toEqual([]);
  });

  it("carries items on: one is new, one merges two, one is given up, and what was spent is known", async () => {
    const before = new Map((await nodesOf(2025)).map((node) => [node.id, "code" in node ? node.code : ""]));
    const initiatives = initiativesOf(await contentOf(2026));
    const lineage = initiatives.map(({ code, predecessorIds }) => [code, predecessorIds.map((id) => before.get(id))]);
    expect(lineage.filter(([, codes]) => codes?.length !== 1)).toEqual([
      ["2-2-3", []],
      ["3-1-2", ["3-1-2", "3-1-3"]],
    ]);
    expect(initiatives.map(({ code }) => code)).not.toContain("1-1-3");
    const first = initiatives.find(({ code }) => code === "1-1-1");
    expect(first?.plan).toMatchObject({
      budgetThousandYen: 2300,
      lastYearBudgetThousandYen: 2140,
      settledTwoYearsAgoThousandYen: 1932,
    });
  });

  it("gives the two writers sheets of every kind to write, and their manager three to decide", async () => {
    const desk = async (name: string) => {
      const actor = await actorOf(await idOf(`${name}@mihon.example`));
      if (!actor) throw new Error(`${name} is disabled`);
      return deskOf(actor, () => firstSeeding);
    };
    const kinds = (lines: readonly SubmissionLine[]) => new Set(lines.map(({ target }) => target.type));
    for (const name of ["staff", "staff2"]) {
      const { toWrite } = await desk(name);
      expect(kinds(toWrite)).toEqual(new Set(["strategy", "initiative", "reformItem"]));
      expect(toWrite.filter(({ target }) => target.type === "initiative").length).toBeGreaterThan(2);
    }
    expect((await desk("manager")).toDecide.length).toBeGreaterThanOrEqual(3);
    expect((await desk("manager2")).toDecide.length).toBeGreaterThanOrEqual(3);
    expect((await desk("coordinator")).toRelease.length).toBeGreaterThanOrEqual(5);
  });
});
