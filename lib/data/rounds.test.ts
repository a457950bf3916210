import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { countsOf } from "../domain/round-view.ts";
import { boardOf, roundsOf } from "./boards.ts";
import { unconcludedRounds } from "./concluding.ts";
import { db } from "./db.ts";
import { approve, recall, returnToAuthors, saveSheet, submit } from "./moves.ts";
import { currentPolicy } from "./published.ts";
import { release } from "./releases.ts";
import { remind } from "./reminders.ts";
import { assignSections, findRevision, sectionsOfPolicy } from "./revisions.ts";
import { addMissingSheets, changeDates, closeRound, grantPermit, openRoundAgain } from "./rounds.ts";
import { openRound } from "./starts.ts";
import {
  addPerson,
  amendment,
  approvedRevision,
  approvedSheet,
  at,
  chosen,
  counts,
  currentPlan,
  filled,
  heard,
  itemOf,
  makeWard,
  newKey,
  now,
  on,
  releaseNow,
  sheetOf,
  shown,
  type Ward,
} from "./testing/ward.ts";
import { verifyArchive } from "./verify.ts";

const september = { opensOn: "2021-09-01", dueOn: "2021-09-30", plannedReleaseOn: "2021-10-08" };
const ofRound = (ward: Ward) => ({ roundId: ward.roundId, key: newKey() });
const eventsOf = (id: string) => db().event.findMany({ where: { subjectId: id }, orderBy: { number: "asc" } });

describe("the dates of a round", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard();
  });

  it("change with an event that says them", async () => {
    const dates = { ...september, dueOn: "2021-10-05" };
    await changeDates(ward.coordinator, { ...ofRound(ward), ...dates }, now);
    const board = await boardOf(ward.staff, ward.roundId, now);
    expect(board).toMatchObject({ ...dates, last: "dates" });
    expect(JSON.parse((await eventsOf(ward.roundId)).at(-1)?.detail ?? "")).toEqual(dates);
  });

  it.each([
    ["due before it opens", { ...september, dueOn: "2021-08-31" }],
    ["released before it is due", { ...september, plannedReleaseOn: "2021-09-29" }],
    ["a day that does not exist", { ...september, dueOn: "2021-09-31" }],
  ])("are refused: %s", async (_, dates) => {
    const before = await counts();
    expect(await heard(changeDates(ward.coordinator, { ...ofRound(ward), ...dates }, now))).toBe("invalid-draft");
    const open = { policyId: ward.policyId, phase: "SELF_EVALUATION" as const, ...dates, key: newKey() };
    expect(await heard(openRound(ward.coordinator, open, now))).toBe("invalid-draft");
    expect(await counts()).toEqual(before);
  });

  it("may be one day for all", async () => {
    const day = "2021-09-30";
    await changeDates(
      ward.coordinator,
      { ...ofRound(ward), opensOn: "2021-09-01", dueOn: day, plannedReleaseOn: day },
      now,
    );
    expect((await boardOf(ward.coordinator, ward.roundId, now)).plannedReleaseOn).toBe(day);
  });
});

describe("who may do what with a round", () => {
  let ward: Ward;
  let stranger: Ward["staff"];
  beforeAll(async () => {
    ward = await makeWard();
    stranger = (await makeWard({ round: false })).coordinator;
  });

  it("only its coordinator changes it; others of the organisation hear so, strangers hear nothing", async () => {
    const sheet = await sheetOf(ward, "1-1-1");
    const permit = { submissionId: sheet.submissionId, untilOn: "2021-10-01", reason: "入院のため" };
    const before = await counts();
    for (const [actor, answer] of [
      [ward.staff, "not-allowed"],
      [ward.manager, "not-allowed"],
      [ward.head, "not-allowed"],
      [ward.admin, "not-found"],
      [stranger, "not-found"],
    ] as const) {
      expect(await heard(changeDates(actor, { ...ofRound(ward), ...september }, now))).toBe(answer);
      expect(await heard(closeRound(actor, ofRound(ward), now))).toBe(answer);
      expect(await heard(openRoundAgain(actor, ofRound(ward), now))).toBe(answer);
      expect(await heard(addMissingSheets(actor, ofRound(ward), now))).toBe(answer);
      expect(await heard(remind(actor, ofRound(ward), now))).toBe(answer);
      expect(await heard(grantPermit(actor, { ...permit, key: newKey() }, now))).toBe(answer);
    }
    expect(await counts()).toEqual(before);
  });

  it("everyone of the organisation may look; who is not of it finds nothing", async () => {
    for (const actor of [ward.staff, ward.manager, ward.coordinator]) {
      const board = await boardOf(actor, ward.roundId, now);
      expect(board.mayRun).toBe(actor === ward.coordinator);
      expect((await roundsOf(actor)).map(({ policyId }) => policyId)).toEqual([ward.policyId]);
    }
    expect(await heard(boardOf(stranger, ward.roundId, now))).toBe("not-found");
    expect(await heard(boardOf(ward.admin, ward.roundId, now))).toBe("not-found");
    expect(await heard(boardOf(ward.staff, "no id", now))).toBe("not-found");
  });
});

describe("closing and late permits", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard();
  });

  it("a closed round takes a sheet with a permit only, until its day and no longer", async () => {
    await closeRound(ward.coordinator, ofRound(ward), now);
    expect(await heard(closeRound(ward.coordinator, ofRound(ward), now))).toBe("wrong-state");
    const late = await sheetOf(ward, "1-1-1");
    const other = await sheetOf(ward, "1-1-2");
    const saved = await saveSheet(ward.staff, { ...on(late), values: filled() }, now);
    const savedOther = await saveSheet(ward.staff, { ...on(other), values: filled() }, now);
    expect(await heard(submit(ward.staff, on(saved), now))).toBe("round-closed");

    const permit = { submissionId: late.submissionId, untilOn: "2021-10-01", reason: "担当者が入院したため" };
    await grantPermit(ward.coordinator, { ...permit, key: newKey() }, now);
    expect(await heard(submit(ward.staff, on(savedOther), now))).toBe("round-closed");
    expect(await heard(submit(ward.staff, on(saved), at("2021-10-02T00:00:00+09:00")))).toBe("round-closed");
    await submit(ward.staff, on(saved), at("2021-10-01T23:59:59+09:00"));

    const board = await boardOf(ward.coordinator, ward.roundId, now);
    const untils = board.sheets.filter((sheet) => sheet.permitUntil !== null);
    expect(untils.map(({ code, permitUntil }) => [code, permitUntil])).toEqual([["1-1-1", "2021-10-01"]]);
    const after = await boardOf(ward.coordinator, ward.roundId, at("2021-10-02T00:00:00+09:00"));
    expect(after.sheets.every((sheet) => sheet.permitUntil === null)).toBe(true);
  });

  it("a permit keeps its reason as a Part, named by an event that holds no text", async () => {
    const [row] = await db().latePermit.findMany({ where: { submission: { policyId: ward.policyId } } });
    const reason = await db().part.findUniqueOrThrow({ where: { hash: row?.reasonHash ?? "" } });
    expect(reason.payload).toContain("入院");
    const event = (await eventsOf(ward.roundId)).find(({ kind }) => kind === "permit");
    expect(event?.detail).toContain(row?.reasonHash);
    expect(event?.detail).not.toContain("入院");
  });

  it.each([
    ["a past day", { untilOn: "2021-09-09" }, "invalid-draft"],
    ["no day", { untilOn: "2021-02-30" }, "invalid-draft"],
    ["no reason", { reason: " 　" }, "comment-required"],
    ["a reason that cannot be kept", { reason: "a\u0000b" }, "comment-required"],
  ])("is refused: %s", async (_, wrong, answer) => {
    const { submissionId } = await sheetOf(ward, "1-1-2");
    const input = { submissionId, untilOn: "2021-09-10", reason: "理由", key: newKey(), ...wrong };
    expect(await heard(grantPermit(ward.coordinator, input, now))).toBe(answer);
  });

  it("tells the section's staff of the permit, and grants one key once", async () => {
    const { submissionId } = await sheetOf(ward, "1-1-2");
    const input = { submissionId, untilOn: "2021-09-20", reason: "理由", key: newKey() };
    await grantPermit(ward.coordinator, input, now);
    await grantPermit(ward.coordinator, input, now);
    expect(await db().latePermit.count({ where: { submissionId } })).toBe(1);
    const told = await db().outbox.findMany({ where: { subjectId: submissionId, kind: "permitted" } });
    const staff = [ward.staff, ward.colleague, ward.both].map(({ userId }) => userId);
    expect(told.map(({ userId }) => userId).sort()).toEqual(staff.sort());
  });

  it("closing can be taken back", async () => {
    await openRoundAgain(ward.coordinator, ofRound(ward), now);
    expect(await heard(openRoundAgain(ward.coordinator, ofRound(ward), now))).toBe("wrong-state");
    expect((await boardOf(ward.coordinator, ward.roundId, now)).closedAt).toBeNull();
    await submit(ward.staff, on(await sheetOf(ward, "1-1-2")), now);
  });
});

describe("the board", () => {
  it("counts what is there, by hand", async () => {
    const ward = await makeWard({ initiatives: 5 });
    const board = () => boardOf(ward.coordinator, ward.roundId, now);
    // Strategies 1-1 and 2-1, initiatives 1-1-1 to 1-1-5 and 2-1-1, reform item 1.
    const begun = { RELEASED: 0, APPROVED: 0, SUBMITTED: 0, RETURNED: 0, DRAFT: 0 };
    expect(countsOf((await board()).sheets)).toEqual({ ...begun, NOT_BEGUN: 9 });

    await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-1")), values: { progress: "途中" } }, now);
    const second = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-2")), values: filled() }, now);
    await submit(ward.staff, on(second), now);
    const third = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-3")), values: filled() }, now);
    const submitted = await submit(ward.staff, on(third), now);
    await returnToAuthors(ward.manager, { ...on(submitted), comment: "数字を" }, now);
    await approvedSheet(ward, await sheetOf(ward, "1-1-4"));
    await releaseNow(ward, [await approvedSheet(ward, await sheetOf(ward, "1-1-5"))]);

    const seen = await board();
    expect(countsOf(seen.sheets)).toEqual({
      RELEASED: 1,
      APPROVED: 1,
      SUBMITTED: 1,
      RETURNED: 1,
      DRAFT: 1,
      NOT_BEGUN: 4,
    });
    expect(seen.sections.map(({ nameJa }) => nameJa)).toEqual(["保健福祉課", "地域課"]);
    const here = seen.sheets.filter(({ sectionId }) => sectionId === ward.sections.here);
    expect(here.map(({ type, code, standing }) => [type, code, standing])).toEqual([
      ["strategy", "1-1", "NOT_BEGUN"],
      ["initiative", "1-1-1", "DRAFT"],
      ["initiative", "1-1-2", "SUBMITTED"],
      ["initiative", "1-1-3", "RETURNED"],
      ["initiative", "1-1-4", "APPROVED"],
      ["initiative", "1-1-5", "RELEASED"],
    ]);
    const holder = (code: string) => here.find((sheet) => sheet.code === code)?.holder;
    expect(holder("1-1-1")).toEqual({ role: "STAFF", names: [ward.staff.name] });
    expect(holder("1-1")?.role).toBe("STAFF");
    expect(holder("1-1-2")?.role).toBe("MANAGER");
    expect(new Set(holder("1-1-2")?.names)).toEqual(new Set([ward.manager.name, ward.both.name]));
    expect(holder("1-1-4")).toEqual({ role: "COORDINATOR", names: [ward.coordinator.name] });
    expect(holder("1-1-5")).toBeNull();
    const [line] = (await roundsOf(ward.manager))[0]?.rounds ?? [];
    expect(line?.counts).toEqual(countsOf(seen.sheets));
  });

  it("shows a target that a later release added, and starts its sheet once", async () => {
    const ward = await makeWard();
    const plan = await currentPlan(ward.policyId);
    const model = itemOf(plan, "initiative", "1-1-2");
    const added = { ...model, id: randomUUID(), code: "1-1-9", order: 9 };
    await releaseNow(ward, [await approvedRevision(ward, [...plan, added], amendment("追加"))]);
    expect((await boardOf(ward.coordinator, ward.roundId, now)).withoutSheet).toBe(1);
    await addMissingSheets(ward.coordinator, ofRound(ward), now);
    const board = await boardOf(ward.coordinator, ward.roundId, now);
    expect(board.withoutSheet).toBe(0);
    expect(board.sheets.filter(({ code }) => code === "1-1-9")).toHaveLength(1);
    expect(await heard(addMissingSheets(ward.coordinator, ofRound(ward), now))).toBe("wrong-state");
  });
});

describe("reminding", () => {
  const remindersIn = (ward: Ward) =>
    db().outbox.findMany({ where: { subjectId: ward.roundId, kind: "remind" }, orderBy: { createdAt: "asc" } });

  it("tells each person once a day, and says when there is nobody left to tell", async () => {
    const ward = await makeWard();
    const input = () => ({ ...ofRound(ward), sectionId: ward.sections.here });
    await remind(ward.coordinator, input(), now);
    const staff = [ward.staff, ward.colleague, ward.both].map(({ userId }) => userId).sort();
    expect((await remindersIn(ward)).map(({ userId }) => userId).sort()).toEqual(staff);
    const before = await counts();
    expect(await heard(remind(ward.coordinator, input(), now))).toBe("already-reminded");
    expect(await heard(remind(ward.coordinator, input(), at("2021-09-10T23:59:00+09:00")))).toBe("already-reminded");
    expect(await counts()).toEqual(before);
    await remind(ward.coordinator, input(), at("2021-09-11T00:00:00+09:00"));
    expect(await remindersIn(ward)).toHaveLength(6);
    expect(await heard(remind(ward.coordinator, { ...ofRound(ward), sectionId: randomUUID() }, now))).toBe(
      "nobody-to-remind",
    );
    const here = (await boardOf(ward.coordinator, ward.roundId, now)).sections[0];
    expect(here?.reminded?.people).toBe(3);
  });

  it("tells deciders of what waits for them, writers of what they have not submitted, and all of all", async () => {
    const ward = await makeWard({ initiatives: 1 });
    const saved = await saveSheet(ward.staff, { ...on(await sheetOf(ward, "1-1-1")), values: filled() }, now);
    const submitted = await submit(ward.staff, on(saved), now);
    await remind(ward.coordinator, ofRound(ward), now);
    const told = (await remindersIn(ward)).map(({ userId }) => userId);
    expect(told).toContain(ward.manager.userId);
    expect(told).toContain(ward.staffThere.userId);
    expect(told).not.toContain(ward.managerThere.userId);
    expect(told).not.toContain(ward.coordinator.userId);
    // Somebody who came later the same day is told; those who heard it are not told again.
    const late = await addPerson(ward.admin, ward.organizationId, [["STAFF", ward.sections.there]]);
    await remind(ward.coordinator, ofRound(ward), now);
    expect((await remindersIn(ward)).map(({ userId }) => userId)).toEqual([...told, late.userId]);
    await recall(ward.staff, on(submitted), now);
  });

  it("of a closed round, reminds only those who can still do something", async () => {
    const ward = await makeWard({ initiatives: 1 });
    await closeRound(ward.coordinator, ofRound(ward), now);
    expect(await heard(remind(ward.coordinator, ofRound(ward), now))).toBe("nobody-to-remind");
    const { submissionId } = await sheetOf(ward, "2-1-1");
    const permit = { submissionId, untilOn: "2021-09-20", reason: "理由", key: newKey() };
    await grantPermit(ward.coordinator, permit, now);
    await remind(ward.coordinator, ofRound(ward), now);
    expect((await remindersIn(ward)).map(({ userId }) => userId)).toEqual([ward.staffThere.userId]);
  });
});

describe("a release that concludes a round", () => {
  let ward: Ward;
  beforeAll(async () => {
    ward = await makeWard();
  });

  const concluding = (phases: ("MID_YEAR_REVIEW" | "SELF_EVALUATION")[], bundle: Parameters<typeof chosen>[0][]) => ({
    policyId: ward.policyId,
    chosen: bundle.map(chosen),
    notice: null,
    concludes: phases,
    key: newKey(),
  });

  it("says so for ever, closes the round, and everything verifies", async () => {
    const approved = await approvedSheet(ward, await sheetOf(ward, "1-1-1"));
    expect((await currentPolicy(ward.slug, 2021))?.concluded).toEqual([]);
    expect(await unconcludedRounds(ward.coordinator, ward.policyId)).toMatchObject([
      { phase: "MID_YEAR_REVIEW", missing: 5 },
    ]);
    expect(await heard(release(ward.coordinator, concluding(["SELF_EVALUATION"], [approved]), now))).toBe(
      "wrong-state",
    );
    await release(ward.coordinator, concluding(["MID_YEAR_REVIEW"], [approved]), now);
    const policy = await currentPolicy(ward.slug, 2021);
    expect(policy?.concluded).toEqual(["MID_YEAR_REVIEW"]);
    expect(policy?.history.map(({ concludes }) => concludes)).toEqual([["MID_YEAR_REVIEW"], []]);
    const board = await boardOf(ward.coordinator, ward.roundId, now);
    expect(board).toMatchObject({ concluded: true, last: "close" });
    expect(await unconcludedRounds(ward.coordinator, ward.policyId)).toEqual([]);
    expect(await heard(changeDates(ward.coordinator, { ...ofRound(ward), ...september }, now))).toBe("wrong-state");
    expect(await heard(openRoundAgain(ward.coordinator, ofRound(ward), now))).toBe("wrong-state");
    expect((await verifyArchive()).broken).toBeNull();
  });

  it("is kept by the releases that follow, and a late sheet still becomes public", async () => {
    const late = await sheetOf(ward, "1-1-2");
    const permit = { submissionId: late.submissionId, untilOn: "2021-09-20", reason: "理由", key: newKey() };
    await grantPermit(ward.coordinator, permit, now);
    await releaseNow(ward, [await approvedSheet(ward, late)]);
    const policy = await currentPolicy(ward.slug, 2021);
    expect(policy?.concluded).toEqual(["MID_YEAR_REVIEW"]);
    expect(policy?.edition.concludes).toBeUndefined();
    expect(policy?.content.issues[0]?.strategies[0]?.initiatives[1]?.sheets.MID_YEAR_REVIEW).toBeDefined();
  });

  it("may hold nothing else, but then concludes something, and only a coordinator says so", async () => {
    const other = await makeWard();
    const nothing = {
      policyId: other.policyId,
      chosen: [],
      notice: null,
      concludes: ["MID_YEAR_REVIEW" as const],
    };
    expect(await heard(release(other.head, { ...nothing, key: newKey() }, now))).toBe("not-allowed");
    const { number } = await release(other.coordinator, { ...nothing, key: newKey() }, now);
    expect(number).toBe(2);
    expect(await heard(release(other.coordinator, { ...nothing, key: newKey() }, now))).toBe("nothing-chosen");
    expect((await verifyArchive()).broken).toBeNull();
  });
});

describe("assigning sections in bulk", () => {
  it("makes a Revision that changes nothing until it is released", async () => {
    const ward = await makeWard();
    const plan = await currentPlan(ward.policyId);
    const issue = itemOf(plan, "issue", "1");
    const reform = itemOf(plan, "reformItem", "1");
    const input = (key = newKey()) => ({
      policyId: ward.policyId,
      itemIds: [reform.id],
      branchIds: [issue.id],
      sectionId: ward.sections.elsewhere,
      revision: amendment("機構改革"),
      key,
    });
    expect(await heard(assignSections(ward.staff, input(), now))).toBe("not-allowed");
    expect(await heard(assignSections(ward.coordinator, { ...input(), sectionId: randomUUID() }, now))).toBe(
      "invalid-draft",
    );
    expect(
      await heard(
        assignSections(
          ward.coordinator,
          { ...input(), itemIds: [], branchIds: [issue.id], sectionId: ward.sections.here },
          now,
        ),
      ),
    ).toBe("nothing-chosen");
    expect(await heard(sectionsOfPolicy(ward.staff, ward.policyId))).toBe("not-found");

    const moved = await assignSections(ward.coordinator, input(), now);
    expect(await currentPlan(ward.policyId)).toEqual(plan);
    const revision = await findRevision(ward.head, moved.submissionId);
    expect(revision?.changes.map(({ fields }) => fields.map(({ field }) => field))).toEqual(
      Array(5).fill(["sectionId"]),
    );
    expect(revision?.described?.reason).toBe("機構改革");

    const submitted = await submit(ward.coordinator, on(moved), now);
    await releaseNow(ward, [await approve(ward.head, shown(submitted), now)]);
    const { rows } = await sectionsOfPolicy(ward.coordinator, ward.policyId);
    expect(rows.map(({ code, depth }) => [code, depth])).toEqual([
      ["1", 0],
      ["1-1", 1],
      ["1-1-1", 2],
      ["1-1-2", 2],
      ["2", 0],
      ["2-1", 1],
      ["2-1-1", 2],
      ["1", 0],
    ]);
    const changed = rows.filter(({ sectionId }) => sectionId === ward.sections.elsewhere);
    expect(changed.map(({ code }) => code)).toEqual(["1", "1-1", "1-1-1", "1-1-2", "1"]);
    expect((await verifyArchive()).broken).toBeNull();
  });
});
